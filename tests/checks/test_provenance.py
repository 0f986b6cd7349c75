"""Each check of where facts come from catches what is wrong, and passes what is right."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import provenance
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, make_store, meeting, official, post, seat, source


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def disputes(field: str, *values: Any) -> list[Record]:
    return [{"field": field, "value": value, "sources": [SOURCE], "reason": "two sources"} for value in values]


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in provenance.CHECKS for found in check(store)] == []


def test_the_plain_value_is_among_the_disputed_ones() -> None:
    record = meeting(disputes=disputes("date", "2018-05-22", "2018-05-23"))
    assert list(provenance.disputes_hold_the_plain_value(make_store(meetings=[record]))) == [
        problem("meetings", "astana-2018-05-cssc", "date", "'2018-05-24' is not among the disputed values ['2018-05-22', '2018-05-23']")
    ]


def test_a_dispute_inside_a_post() -> None:
    record = official("a", post(disputes=disputes("start", "2017", "2018")))
    assert list(provenance.disputes_hold_the_plain_value(make_store(officials=[record]))) == [
        problem("officials", "a", "posts[0].start", "'2016-12-28' is not among the disputed values ['2017', '2018']")
    ]


REPORTED = {"count": 11, "qualifier": "exactly", "sources": [SOURCE]}


@pytest.mark.parametrize(
    "changed",
    [
        {"date": "2018-05-24?", "disputes": disputes("date", "2018-05-24", "2018-05-25")},
        {"disputes": disputes("end_date", "2018-05-24", "2018-05-25")},
        {"disputes": disputes("place.en", "Astana", "Minsk")},
        {"disputes": disputes("place", "Astana", "Minsk")},
        {"disputes": disputes("attendees", "all six", "five")},
        {"disputes": disputes("bodies", ["cssc"], ["csc"])},
        {"bodies": ["cssc", "cfm"], "disputes": disputes("bodies", ["cfm", "cssc"], ["csc"])},
        {"documents_reported": REPORTED, "disputes": disputes("documents_reported.count", 11, 12)},
        {"documents_reported": REPORTED, "disputes": disputes("documents_reported", 11, 12)},
        {"attendees": [seat()], "disputes": disputes("attendees.0.person", "nurlan-yermekbayev", "x")},
    ],
)
def test_disputes_that_hold_the_plain_value(changed: dict[str, Any]) -> None:
    assert list(provenance.disputes_hold_the_plain_value(make_store(meetings=[meeting(**changed)]))) == []


@pytest.mark.parametrize(
    ("field", "values"),
    [("place", ["Minsk", "Yerevan"]), ("bodies", [["csc"], ["cfm"]]), ("attendees.0.person", ["a", "b"]), ("country", ["a", 3])],
)
def test_disputes_that_do_not(field: str, values: list[Any]) -> None:
    found = list(provenance.disputes_hold_the_plain_value(make_store(meetings=[meeting(disputes=disputes(field, *values))])))
    assert [item.field for item in found] == [field]


def test_a_dispute_has_two_values() -> None:
    record = meeting(disputes=[*disputes("date", "2018-05-24"), *disputes("chair", "a", "b")])
    assert list(provenance.disputes_have_two_values(make_store(meetings=[record]))) == [
        problem("meetings", "astana-2018-05-cssc", "disputes", "date has one disputed value; a dispute holds all of them")
    ]


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (["Preferred: agency on the day", "Press"], None),
        (["Agency on the day", "Press"], "date: one reason begins 'Preferred: ', not 0"),
        (["Preferred: agency on the day", "Preferred: press"], "date: one reason begins 'Preferred: ', not 2"),
        (["Agency on the day", "Preferred: press"], "date: '2018-05-23' is preferred and '2018-05-24' stands"),
    ],
)
def test_a_dispute_says_which_value_is_preferred(reasons: list[str], said: str | None) -> None:
    given = [{**one, "reason": reason} for one, reason in zip(disputes("date", "2018-05-24", "2018-05-23"), reasons, strict=True)]
    found = list(provenance.disputes_say_what_is_preferred(make_store(meetings=[meeting(disputes=given)])))
    assert found == ([problem("meetings", "astana-2018-05-cssc", "disputes", said)] if said else [])


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
