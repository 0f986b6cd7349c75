"""Each check of where facts come from catches what is wrong, and passes what is right."""

from __future__ import annotations

import pytest

from csto_cli.checks import provenance
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import make_store, official, post, source


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in provenance.CHECKS for found in check(store)] == []


def test_every_source_is_cited() -> None:
    sources = [source(), source("b"), source("c"), source("d")]
    officials = [
        official(
            "nurlan-yermekbayev",
            post(attested=[{"date": "2017", "source": "b"}]),
            aliases=[{"name": "x", "kind": "variant", "sources": ["d"]}],
        )
    ]
    assert list(provenance.cited_sources(make_store(sources=sources, officials=officials))) == [
        problem("sources", "c", "", "nobody cites it")
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"url": "https://www.odkb.org/a/"}, {"url": "http://odkb.org/a#top"}, True),
        ({"url": "https://odkb.org/a?id=1"}, {"url": "https://odkb.org/a?id=2"}, False),
        ({"url": None, "reference": "A book"}, {"url": None, "reference": "A book"}, True),
        ({"url": None, "reference": "A book"}, {"url": None, "reference": "Another"}, False),
    ],
)
def test_no_page_is_two_sources(one: Record, other: Record, same: bool) -> None:
    store = make_store(sources=[source("a", **one), source("b", **other)])
    assert list(provenance.one_source_a_page(store)) == ([problem("sources", "b", "url", "the same page as a")] if same else [])


@pytest.mark.parametrize(("day", "wrong"), [("2021-01-01", True), ("2021", True), ("2020-12-31", False), ("2020", False), (None, False)])
def test_no_page_is_read_before_it_was_published(day: str | None, wrong: bool) -> None:
    words = f"2020-12-31 lies before its publication, {day}"
    expected = [problem("sources", "a", "accessed", words)] if wrong else []
    assert list(provenance.read_after_publication(make_store(sources=[source("a", date=day)]))) == expected


@pytest.mark.parametrize(("text_of", "wrong"), [("CSTO", True), ("TASS", False), (None, False)])
def test_a_copy_names_another(text_of: str | None, wrong: bool) -> None:
    expected = [problem("sources", "a", "text_of", "'CSTO' is the publisher itself")] if wrong else []
    assert list(provenance.copies_name_another(make_store(sources=[source("a", text_of=text_of)]))) == expected
