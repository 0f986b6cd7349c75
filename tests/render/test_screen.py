"""Tables and cards: drawn within the width, without markup, without losing a word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from csto_cli.render import FORMATS, Screen
from csto_cli.views.answer import Answer, Card, Grid

ANSWER = Answer(
    columns=["date", "name", "certainty", "id"],
    rows=[["2018-05-24", "[red]Committee[/red] of Secretaries", "possibly", "astana-2018-05-cssc"], ["2018", "Союз :smile:", "yes", "b"]],
    records=[],
    ids=[],
)


WHOLE = """\
date        name                                 certainty  id
───────────────────────────────────────────────────────────────────────────────
2018-05-24  [red]Committee[/red] of Secretaries  possibly   astana-2018-05-cssc
2018        Союз :smile:                         yes        b

"""


def drawn(answer: Answer, width: int = 80, colour: bool = False, encoding: str = "utf-8") -> str:
    """The drawing as one text."""
    return "".join(FORMATS["table"](answer, Screen(width, colour, True, encoding)))


def squeezed(text: str) -> str:
    """A text without blanks, line ends and drawn lines."""
    return re.sub(r"[\s─-]+", "", text)


def test_a_whole_table() -> None:
    assert drawn(ANSWER) == WHOLE


def test_an_encoding_without_drawn_lines_gets_hyphens() -> None:
    text = drawn(ANSWER, encoding="ascii")
    assert text.isascii()
    assert "\n-----" in text
    assert "\\u0421\\u043e\\u044e\\u0437" in text


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn(replace(ANSWER, rows=[])) == ""


def test_groups_stand_under_their_headings() -> None:
    grouped = replace(ANSWER, group="date", headings={"2018-05-24": "The day\nand more"})
    text = drawn(grouped)
    assert text.index("The day") < text.index("Committee") < text.index("\n2018\n") < text.index("Союз")
    assert "date " not in text


def test_colour_is_asked_for() -> None:
    assert "\x1b" not in drawn(ANSWER)
    coloured = drawn(ANSWER, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(ANSWER)


ADDRESS = "https://example.org/" + "x" * 60

CARD = Card(
    "The title",
    [("id", "a-1"), ("a long label indeed", "a value that is rather long " * 3)],
    [Grid("posts", ["office", "since"], [["chair", "2018"]])],
)


@pytest.mark.parametrize("width", [20, 25, 40, 80, 400])
def test_a_card_keeps_every_word_at_every_width(width: int) -> None:
    text = drawn(replace(ANSWER, cards=[CARD, CARD], footnotes=[f"A page. {ADDRESS} (read 2018)"]), width)
    assert all(cell_len(line) <= width or line == ADDRESS for line in text.splitlines())
    assert ADDRESS in text
    for word in ("Thetitle", "alonglabelindeed", "avaluethatisratherlong" * 3, "posts", "chair", "2018", "[1]Apage.", "(read2018)"):
        assert squeezed(word) in squeezed(text)


CELL = st.text(st.characters(categories=["L", "N", "P", "Zs", "Cc", "Mn"]), max_size=30)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=4), st.integers(20, 120))
def test_no_line_is_wider_than_the_screen_whatever_the_cells_hold(rows: list[list[str]], width: int) -> None:
    text = drawn(Answer(["one", "two", "three"], rows, [], []), width)
    assert all(cell_len(line) <= width for line in text.splitlines())
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text)
    kept = squeezed(text)
    for row in rows:
        for cell in row:
            letters = [character for character in cell if character.isalnum()]
            assert not letters or all(letter in kept for letter in letters)


ADDRESSED = Answer(
    columns=["id", "title", "lang", "url"],
    rows=[["a-page", "A page with an address", "en", ADDRESS], ["b-page", "Another", "ru", "https://example.org/b"]],
    records=[],
    ids=[],
    footnotes=[f"Publisher. {ADDRESS} (read 2018-05-24; a-page)", "Publisher. https://example.org/b (read 2018-05-24; b-page)"],
)
BELOW = f"""\
id      title                   lang
────────────────────────────────────
a-page  A page with an address  en
        url:
        {ADDRESS}
b-page  Another                 ru
        url: https://example.org/b


[1] Publisher.
{ADDRESS}
(read 2018-05-24; a-page)
[2] Publisher. https://example.org/b (read 2018-05-24; b-page)
"""
BESIDE = f"""\
id      title                   lang  url
──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
a-page  A page with an address  en    {ADDRESS}
b-page  Another                 ru    https://example.org/b


[1] Publisher. {ADDRESS} (read 2018-05-24; a-page)
[2] Publisher. https://example.org/b (read 2018-05-24; b-page)
"""
STACKED = f"""\
title: A page with
an address
url:
{ADDRESS}

title: Another
url:
https://example.org/b

"""


@pytest.mark.parametrize(("width", "whole"), [(130, BESIDE), (72, BELOW)])
def test_an_address_is_never_broken(width: int, whole: str) -> None:
    assert drawn(ADDRESSED, width) == whole


def test_an_address_is_whole_in_stacked_lines_too() -> None:
    columns = [[row[1], row[3]] for row in ADDRESSED.rows]
    assert drawn(Answer(["title", "url"], columns, [], []), 20) == STACKED


ADDRESSED_CARD = f"""\
The page
id    a-page
url:
{ADDRESS}
lang  en
"""


def test_an_address_too_wide_for_its_place_in_a_card_stands_below_its_label() -> None:
    card = Card("The page", [("id", "a-page"), ("url", ADDRESS), ("lang", "en")])
    assert drawn(replace(ANSWER, cards=[card]), 60) == ADDRESSED_CARD
    assert f"url   {ADDRESS}\n" in drawn(replace(ANSWER, cards=[card]), 90)
