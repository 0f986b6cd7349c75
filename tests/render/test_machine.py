"""Formats for scripts, as whole literals; what is written is read back to the same values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from csto_cli.render import FORMATS, PIPED, Screen
from csto_cli.render.plain import visible, visible_json
from csto_cli.views.answer import Answer, Card, Grid

ANSWER = Answer(
    columns=["id", "name"],
    rows=[["a-1", 'Said "yes", twice'], ["b-2", "Союз | two\tparts"]],
    records=[{"id": "a-1", "name": {"en": 'Said "yes", twice'}, "posts": []}, {"id": "b-2", "name": {"en": "Союз"}, "many": [1, True]}],
    ids=["a-1", "b-2"],
)
EMPTY = Answer(["id", "name"], [], [], [])
CARDS = replace(
    ANSWER,
    cards=[
        Card("First", [("id", "a-1")], [Grid("posts", ["office", "since"], [["chair", "2018"], ["", "2019"]])]),
        Card("Second\nline", [("id", "b-2")]),
    ],
    footnotes=["A page. https://example.org (source)"],
)
LITERALS = {
    "json": """\
[
  {
    "id": "a-1",
    "name": {
      "en": "Said \\"yes\\", twice"
    },
    "posts": []
  },
  {
    "id": "b-2",
    "name": {
      "en": "Союз"
    },
    "many": [
      1,
      true
    ]
  }
]
""",
    "jsonl": """\
{"id": "a-1", "name": {"en": "Said \\"yes\\", twice"}, "posts": []}
{"id": "b-2", "name": {"en": "Союз"}, "many": [1, true]}
""",
    "csv": 'id,name\na-1,"Said ""yes"", twice"\nb-2,Союз | two\tparts\n',
    "tsv": 'id\tname\na-1\tSaid "yes", twice\nb-2\tСоюз | two\\tparts\n',
    "md": '| id | name |\n| --- | --- |\n| a-1 | Said "yes", twice |\n| b-2 | Союз \\| two\\\\tparts |\n',
}
NOTHING = {"json": "[]\n", "jsonl": "", "csv": "id,name\n", "tsv": "id\tname\n", "md": "| id | name |\n| --- | --- |\n"}

CELL = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
TABLE = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELL, min_size=width, max_size=width), min_size=1, max_size=5))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]), max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def written(format_name: str, answer: Answer, screen: Screen | None = None) -> str:
    """All of what a format writes."""
    return "".join({**FORMATS, **PIPED}[format_name](answer, screen or Screen()))


@pytest.mark.parametrize("format_name", LITERALS)
def test_a_whole_answer(format_name: str) -> None:
    assert written(format_name, ANSWER) == LITERALS[format_name]


@pytest.mark.parametrize("format_name", NOTHING)
def test_an_empty_answer(format_name: str) -> None:
    assert written(format_name, EMPTY) == NOTHING[format_name]


def test_ids() -> None:
    assert written("ids", ANSWER) == "a-1\nb-2\n"
    assert written("ids", EMPTY) == ""


def test_cards_as_lines() -> None:
    assert written("lines", CARDS) == (
        "name\tFirst\nid\ta-1\nposts\toffice: chair; since: 2018\nposts\tsince: 2019\n"
        "\nname\tSecond\\nline\nid\tb-2\n[1]\tA page. https://example.org (source)\n"
    )


def test_footnotes_of_markdown_are_a_list_with_links() -> None:
    text = written("md", CARDS)
    assert text.endswith("\n\n1. A page. <https://example.org> (source)\n")
    assert '<a href="https://example.org">' in MarkdownIt("commonmark").render(text)


class Asked(list[Any]):
    """A list that counts how many of its items were asked for."""

    def __init__(self, items: list[Any]) -> None:
        super().__init__(items)
        self.count = 0

    def __iter__(self) -> Iterator[Any]:
        for item in super().__iter__():
            self.count += 1
            yield item


@pytest.mark.parametrize("format_name", ["jsonl", "json", "ids"])
def test_the_first_line_is_out_before_the_second_record_is_asked_for(format_name: str) -> None:
    records, ids = Asked(ANSWER.records * 50), Asked(ANSWER.ids * 50)
    next({**FORMATS, **PIPED}[format_name](replace(ANSWER, records=records, ids=ids), Screen()))
    assert records.count + ids.count == 1


@pytest.mark.parametrize("format_name", ["csv", "tsv", "md"])
def test_a_table_is_written_line_by_line(format_name: str) -> None:
    pieces = list(FORMATS[format_name](ANSWER, Screen()))
    assert len(pieces) == len(LITERALS[format_name].splitlines())


def answer_of(table: list[list[str]]) -> Answer:
    """An answer with these cells, the first row its header."""
    return Answer(table[0], table[1:], [], [])


@given(TABLE)
def test_csv_is_read_back_to_the_same_values(table: list[list[str]]) -> None:
    text = written("csv", answer_of(table))
    assert list(csv.reader(io.StringIO(text, newline=""))) == table


@given(TABLE)
def test_tsv_has_a_line_a_row_and_a_cell_a_column(table: list[list[str]]) -> None:
    lines = written("tsv", answer_of(table)).split("\n")
    assert lines.pop() == ""
    assert [len(line.split("\t")) for line in lines] == [len(row) for row in table]


@given(TABLE)
def test_markdown_renders_to_the_same_table(table: list[list[str]]) -> None:
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse(written("md", answer_of(table)))
    assert sum(token.type == "tr_open" for token in tokens) == len(table)
    assert sum(token.type in ("td_open", "th_open") for token in tokens) == sum(len(row) for row in table)
    inline = [child.type for token in tokens if token.type == "inline" for child in token.children or ()]
    assert not {"em_open", "strong_open", "html_inline", "code_inline", "image"} & set(inline)
    shown = ["".join(child.content for child in token.children or ()) for token in tokens if token.type == "inline"]
    assert [text.split() for text in shown] == [visible(cell.replace("\n", " ")).split() for row in table for cell in row]


@given(st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=3))
def test_json_is_read_back_to_the_same_values(records: list[dict[str, Any]]) -> None:
    answer = Answer([], [], records, [])
    text = written("json", answer)
    assert json.loads(text) == records
    assert [json.loads(line) for line in written("jsonl", answer).splitlines()] == records
    assert text == visible_json(json.dumps(records, ensure_ascii=False, indent=2) + "\n")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_json_never_holds_a_raw_control_or_direction_character(text: str) -> None:
    shown = written("jsonl", Answer([], [], [{"a": text}], []))
    assert not {
        character for character in shown[:-1] if ord(character) < 32 or 0x7F <= ord(character) < 0xA0 or 0x202A <= ord(character) <= 0x202E
    }
    assert json.loads(shown) == {"a": text}


def test_csv_on_a_terminal_shows_control_characters() -> None:
    hostile = Answer(["a"], [["\x1b[31m"]], [], [])
    assert written("csv", hostile) == "a\n\x1b[31m\n"
    assert written("csv", hostile, Screen(terminal=True)) == "a\n\\x1b[31m\n"
