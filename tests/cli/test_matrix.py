"""Every command in every format on the real store: valid, stable, the same records, the columns that `csto help formats` promises."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from functools import cache
from typing import Any

import pytest
from markdown_it import MarkdownIt

from csto_cli.cli.topics import FORMATS as FORMATS_TOPIC
from csto_cli.render import FORMATS
from tests.cli.running import Ran, csto, shell

ASKED: dict[str, list[str]] = {
    "who": ["kazakhstan"],
    "show": ["astana-2018-05-cssc", "stanislav-zas", "kazakhstan"],
    "search": ["peacekeeping", "--limit", "20"],
    "states": [],
    "officials": ["--state", "kazakhstan"],
    "meetings": ["--year", "2018"],
    "docs": ["--meeting", "astana-2018"],
    "bodies": [],
    "exercises": ["--year", "2016..2018"],
    "chairs": [],
    "sources": ["--type", "legal"],
    "timeline": ["--year", "2012"],
    "changes": ["--since", "2012", "--until", "2013"],
    "info": [],
    "check": ["--gaps", "--limit", "30"],
}
"""A question for each command that answers with records."""
LISTS = ["states", "officials", "meetings", "docs", "bodies", "exercises", "chairs", "sources", "timeline"]
DISPUTABLE = ["states", "officials", "meetings", "docs", "bodies", "exercises", "chairs"]
WITH_OUTPUT = [command for command in ASKED if command not in ("info", "check")]
CODES = {"check": (0, 3)}
ANSI = re.compile(r"\x1b")


def promised_columns() -> dict[str, list[str]]:
    """The columns of each command as the help topic documents them."""
    table = re.sub(r"\n {6,}", " ", FORMATS_TOPIC.partition("COLUMNS of")[2])
    return {name: columns.split() for name, columns in re.findall(r"^    (\w+) +(\w.*)$", table, re.MULTILINE)}


@cache
def asked(command: str, *options: str, terminal: bool = False) -> Ran:
    """The answer to a command's question, asked once; it must be an answer."""
    ran = csto(command, *ASKED[command], *options, terminal=terminal, env={"COLUMNS": "100"})
    assert ran.code in CODES.get(command, (0,)), ran.err
    return ran


def records(command: str, *options: str) -> list[Any]:
    """The records of the JSON answer."""
    parsed = json.loads(asked(command, "--json", *options).raw.decode("utf-8"))
    assert isinstance(parsed, list)
    return parsed


def csv_rows(text: str) -> list[list[str]]:
    """What Python's csv reads."""
    return list(csv.reader(io.StringIO(text, newline="")))


def tsv_rows(text: str) -> list[list[str]]:
    """What a reader of tab-separated lines reads."""
    return list(csv.reader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE))


def markdown_rows(text: str) -> list[list[str]]:
    """The cells of the table that Markdown renders, as the text that a reader sees."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows and token.level >= 3:
            rows[-1].append("".join(child.content for child in token.children or ()))
    return rows


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("command", ASKED)
def test_the_same_question_gives_the_same_bytes_without_colour(command: str, format_name: str) -> None:
    first = asked(command, "--format", format_name)
    again = asked.__wrapped__(command, "--format", format_name)
    assert first.raw == again.raw
    assert first.raw
    assert not ANSI.search(first.out)
    assert first.raw.decode("utf-8") == first.out


@pytest.mark.parametrize("command", ASKED)
def test_json_and_json_lines_hold_the_same_records(command: str) -> None:
    lines = asked(command, "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == records(command)
    assert asked(command, "--format", "json").raw == asked(command, "--json").raw


@pytest.mark.parametrize("command", ASKED)
def test_json_is_what_the_standard_writer_writes(command: str) -> None:
    ran = asked(command, "--json")
    assert ran.out == json.dumps(json.loads(ran.out), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize("command", ASKED)
def test_csv_tsv_and_markdown_hold_the_same_cells(command: str) -> None:
    from_csv = csv_rows(asked(command, "--format", "csv").out)
    from_tsv = tsv_rows(asked(command, "--format", "tsv").out)
    assert len(from_csv) > 1
    assert from_tsv == from_csv
    assert {len(row) for row in from_csv} == {len(from_csv[0])}
    assert markdown_rows(asked(command, "--format", "md").out) == from_csv


@pytest.mark.parametrize("command", promised_columns())
def test_the_header_is_the_one_that_the_help_promises(command: str) -> None:
    header = csv_rows(asked(command, "--format", "csv").out)[0]
    promised = promised_columns()[command]
    assert header == promised + [column for column in ("certainty", "sources") if column in header and column not in promised] + (
        ["sources_disagree"] if command in DISPUTABLE else []
    )


def test_the_help_documents_the_columns_of_every_list() -> None:
    assert set(LISTS) <= set(promised_columns())


@pytest.mark.parametrize("command", LISTS)
def test_a_row_for_each_record_in_the_same_order(command: str) -> None:
    rows = csv_rows(asked(command, "--format", "csv").out)
    found = records(command)
    assert len(rows) - 1 == len(found)
    if "id" in rows[0]:
        assert [row[rows[0].index("id")] for row in rows[1:]] == [record["id"] for record in found]


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_ids_are_bare_unique_and_shown_again(command: str) -> None:
    ids = asked(command, "--ids").out.splitlines()
    assert ids
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", line) for line in ids)
    shown = csto("show", "-", "--ids", stdin="\n".join(ids).encode())
    assert (shown.code, shown.out.splitlines()) == (0, ids)


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_fields_alone_lists_fields_each_of_which_is_taken(command: str) -> None:
    listed = asked(command, "--fields").out.splitlines()
    assert listed
    chosen = listed[:3]
    assert csv_rows(asked(command, "--format", "csv", "--fields", ",".join(chosen)).out)[0] == chosen
    for record in records(command, "--fields", ",".join(listed)):
        assert list(record) == listed


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_an_unknown_field_is_refused_with_the_list(command: str) -> None:
    listed = asked(command, "--fields").out.splitlines()
    ran = csto(command, *ASKED[command], "--fields", "id.nonsense")
    assert (ran.code, ran.out) == (2, "")
    assert "id.nonsense" in ran.err
    assert all(field in ran.err for field in listed)


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_an_unknown_format_is_refused_with_the_list(command: str) -> None:
    ran = csto(command, *ASKED[command], "--format", "yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "csto: no format 'yaml'; the formats are: table, json, jsonl, csv, tsv, md\n"


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_a_pipe_gets_tab_separated_text(command: str) -> None:
    ran = asked(command)
    if command in ("who", "show"):
        assert all("\t" in line for line in ran.out.splitlines() if line)
    else:
        assert ran.raw == asked(command, "--format", "tsv").raw


@pytest.mark.parametrize("command", WITH_OUTPUT)
def test_a_terminal_gets_the_drawn_table(command: str) -> None:
    drawn = ANSI.sub("", asked(command, terminal=True).out)
    of_pipe = asked(command).out.splitlines()[0].split("\t")
    assert of_pipe[1].split()[0] in drawn
    assert "\t" not in drawn


def test_expand_puts_names_beside_ids() -> None:
    record = json.loads(csto("show", "astana-2018-05-cssc", "--json", "--expand").out)[0]
    assert record["country"] == "kazakhstan"
    assert record["country_name"] == "Kazakhstan"
    assert list(record).index("country_name") == list(record).index("country") + 1
    plain = json.loads(csto("show", "astana-2018-05-cssc", "--json").out)[0]
    assert "country_name" not in plain
    assert all(key in record for key in plain)


@pytest.mark.parametrize(
    ("command", "there", "not_there"),
    [
        (
            ("meetings", "--year", "2018"),
            "chair_name,bodies_names,attendees.person_name",
            ("chair_names", "bodies_name", "attendees.person_names"),
        ),
        (("changes", "--year", "2018"), "from_name,documents_names", ("from_names", "documents_name")),
        (("timeline", "--year", "2018"), "record_name,documents_names", ("record_names", "documents_name")),
        (("who", "kazakhstan"), "person_name", ("person_names", "meeting_name")),
        (("who", "--at", "astana-2018-11-csc"), "meeting_name", ("in_place_of_name",)),
        (("show", "astana-2018-11-csc"), "chair_name,attendees.person_name", ("parent_name",)),
    ],
)
def test_expand_takes_a_name_beside_one_id_and_names_beside_several(
    command: tuple[str, ...], there: str, not_there: tuple[str, ...]
) -> None:
    assert csto(*command, "--expand", "--fields", there).code == 0
    assert f"'{there.split(',')[0]}' is a field with --expand only" in csto(*command, "--fields", there).err
    for field in not_there:
        assert f"no field '{field}'" in csto(*command, "--expand", "--fields", field).err


def test_dotted_fields_reach_into_lists_and_names() -> None:
    ran = csto("show", "astana-2018-05-cssc", "--json", "--fields", "id,place.en,attendees.office,summary.nothing")
    assert ran.code == 2
    record = json.loads(csto("show", "astana-2018-05-cssc", "--json", "--fields", "id,place.en,attendees.state").out)[0]
    assert record["id"] == "astana-2018-05-cssc"
    assert record["place.en"] == "Astana"
    assert "kazakhstan" in record["attendees.state"]


def test_states_on_a_day_as_a_whole_literal() -> None:
    assert csto("states", "--on", "2007-01-01", "--ids").out == "armenia\nbelarus\nkazakhstan\nkyrgyzstan\nrussia\ntajikistan\nuzbekistan\n"
    assert csto("states", "--on", "2013-01-01", "--ids").out == "armenia\nbelarus\nkazakhstan\nkyrgyzstan\nrussia\ntajikistan\n"


def test_ids_flow_from_one_command_into_the_next() -> None:
    meetings = csto("meetings", "--year", "2018", "--ids")
    documents = csto("docs", "--meeting", "-", "--json", stdin=meetings.raw)
    assert documents.code == 0
    assert {record["meeting"] for record in json.loads(documents.out)} <= set(meetings.out.split())
    assert json.loads(documents.out)


def test_no_ids_on_standard_input_ask_for_nothing_rather_than_for_all() -> None:
    for command, option in (("docs", "--meeting"), ("meetings", "--state"), ("officials", "--office")):
        ran = csto(command, option, "-", "--json", stdin=b"")
        assert (ran.code, ran.out) == (0, "[]\n")


@pytest.mark.parametrize(
    ("command", "option", "typed"),
    [
        ("meetings", "--state", "kazakhstan"),
        ("meetings", "--body", "cssc"),
        ("meetings", "--person", "stanislav-zas"),
        ("officials", "--office", "secretary-general"),
        ("docs", "--meeting", "astana-2018-05-cssc"),
        ("exercises", "--series", "indestructible brotherhood"),
    ],
)
def test_a_hyphen_reads_what_an_option_would_take(command: str, option: str, typed: str) -> None:
    written = csto(command, option, typed, "--json")
    read = csto(command, option, "-", "--json", stdin=f"\n  {typed} \r\n".encode())
    assert written.code == 0
    assert read.out == written.out != "[]\n"


def test_cut_and_awk_read_the_columns() -> None:
    rows = csv_rows(csto("meetings", "--year", "2018", "--format", "csv").out)
    dates = [row[0] for row in rows]
    assert shell("csto meetings --year 2018 | cut -f1").out.splitlines() == dates
    assert shell("csto meetings --year 2018 | awk -F'\\t' '{ print $1 }'").out.splitlines() == dates


def test_from_a_year_to_csv_with_nothing_but_csto_jq_and_coreutils() -> None:
    if subprocess.run(["bash", "-c", "command -v jq"], capture_output=True, check=False).returncode:
        pytest.skip("jq is not installed")
    script = (
        'csto meetings --year 2018 --ids | while read -r m; do csto docs --meeting "$m" --json 2>/dev/null; done'
        " | jq -rs 'add | .[] | [.meeting, .id, .title.en] | @csv' | sort"
    )
    rows = csv_rows(shell(script).out)
    expected = json.loads(csto("docs", "--meeting", "-", "--json", stdin=csto("meetings", "--year", "2018", "--ids").raw).out)
    assert sorted(rows) == sorted([record["meeting"], record["id"], record["title"]["en"]] for record in expected)
