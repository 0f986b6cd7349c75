"""Each check of gaps names what is missing, and says nothing of what is there."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import lacking
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import (
    KINDS_OF_SOURCE,
    SOURCE,
    body,
    chairmanship,
    document,
    event,
    exercise,
    make_store,
    meeting,
    meta,
    official,
    post,
    seat,
    state,
)

MEETING = "astana-2018-05-cssc"
NOTHING: dict[str, list[Record]] = {
    table: [] for table in ("states", "officials", "bodies", "meetings", "documents", "exercises", "chairmanships")
}


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("warning", table, record_id, field, words)


@pytest.mark.parametrize(
    ("table", "record", "expected"),
    [
        ("meetings", meeting(date="2018-05"), [("date", "the day is not known")]),
        ("meetings", meeting(date="2018-05-24?"), [("date", "the day is not known")]),
        ("meetings", meeting(place=None), [("place", "neither a place nor online")]),
        ("meetings", meeting(place=None, format="online"), []),
        ("meetings", meeting(chair=None, attendees=None), [("chair", "no chair"), ("attendees", "nobody named who sat there")]),
        ("meetings", meeting(chair=None, attendees=None, date="2018", status="cancelled"), []),
        ("documents", document(title={"en": "x"}), [("title.ru", "no Russian title")]),
        ("documents", document(date=None, topics=None), [("date", "no date"), ("topics", "no topic")]),
        ("documents", document(events=None), [("events", "no meeting")]),
        ("documents", document(events=[event(None)]), [("events", "no meeting")]),
        ("documents", document(events=[event(action="expected")]), [("events", "expected, and nobody reports it done")]),
        ("documents", document(events=[event(action="expected"), event()]), []),
        ("documents", document(events=[event(action="cleared")]), [("events", "cleared, and nobody reports it done")]),
        (
            "documents",
            document(events=[event(action="cleared"), event("minsk-2018-11-csc", action="expected")]),
            [("events", "cleared, and nobody reports it done")],
        ),
        ("documents", document(events=[event(action="cleared"), event("minsk-2018-11-csc", action="signed")]), []),
        ("exercises", exercise(participants=["kazakhstan"], personnel={"count": 3, "qualifier": "about"}), []),
        (
            "exercises",
            exercise(start="2018-10", host=None),
            [("start", "the days are not known"), ("place", "no place"), ("participants", "no participants"), ("personnel", "no strength")],
        ),
        ("exercises", exercise(status="announced"), []),
        ("officials", official("a", state=None), [("name.ru", "no Russian name"), ("state", "no state")]),
        ("states", state(), [("milestones", "no milestone")]),
        ("bodies", body("csto"), [("founded", "no date of foundation"), ("name.ru", "no Russian name")]),
        ("chairmanships", chairmanship(start=None), [("start", "no beginning"), ("priorities", "no motto and no priorities")]),
        ("chairmanships", chairmanship(priorities=["x"]), []),
    ],
)
def test_missing_fields(table: str, record: Record, expected: list[tuple[str, str]]) -> None:
    found = list(lacking.missing_fields(make_store(**{**NOTHING, table: [record]})))
    assert found == [problem(table, record["id"], field, words) for field, words in expected]


def reported(count: int, qualifier: str = "exactly") -> Record:
    return {"count": count, "qualifier": qualifier, "sources": [SOURCE]}


@pytest.mark.parametrize(
    ("record", "documents", "words"),
    [
        (meeting(documents_reported=reported(11)), [document()], "1 of 11 documents named"),
        (meeting(documents_reported=reported(1)), [document()], None),
        (meeting(), [], "no document named, no number reported"),
        (meeting(), [document(events=[event(action="expected")])], "no document named, no number reported"),
        (meeting(documents_reported=reported(0)), [], None),
        (meeting(), [document()], None),
        (meeting(status="cancelled"), [], None),
    ],
)
def test_documents_of_meetings(record: Record, documents: list[Record], words: str | None) -> None:
    found = list(lacking.documents_of_meetings(make_store(meetings=[record], documents=documents)))
    assert found == ([problem("meetings", MEETING, "documents_reported", words)] if words else [])


def test_seats_of_nobody_and_offices_that_nobody_recorded() -> None:
    seats = [seat(), seat(None, name_as_stated="I. Ivanov"), seat(None, state=None), seat(office="foreign-minister"), seat(office=None)]
    assert list(lacking.unnamed_seats(make_store(meetings=[meeting(attendees=seats)]))) == [
        problem("meetings", MEETING, "attendees[1].person", "I. Ivanov of kazakhstan is nobody's record"),
        problem("meetings", MEETING, "attendees[2].person", "security-council-secretary of ? is nobody's record"),
        problem("meetings", MEETING, "attendees[3].office", "sat as foreign-minister; nurlan-yermekbayev has no such post"),
    ]


def test_posts_without_dates() -> None:
    posts = [post(), post(start=None), post(end=None), post(end=None, status="current"), post(end=None, status="unknown")]
    assert list(lacking.posts_without_dates(make_store(officials=[official("a", *posts)]))) == [
        problem("officials", "a", "posts[1].start", "security-council-secretary since when?"),
        problem("officials", "a", "posts[2].end", "security-council-secretary until when?"),
        problem("officials", "a", "posts[4].status", "security-council-secretary: ended or not?"),
    ]


@pytest.mark.parametrize(
    ("sources", "wrong"), [(["press"], True), (["press", "agency"], False), (["press", "press"], True), (["law"], False), ([SOURCE], False)]
)
def test_one_weak_source(sources: list[str], wrong: bool) -> None:
    found = list(lacking.one_weak_source(make_store(meetings=[meeting(sources=sources)], sources=KINDS_OF_SOURCE)))
    assert found == ([problem("meetings", MEETING, "sources", "rests on one source (press): press")] if wrong else [])


def test_an_agency_and_its_reprint_are_one_weak_source() -> None:
    found = list(lacking.one_weak_source(make_store(meetings=[meeting(sources=["agency", "reprint"])], sources=KINDS_OF_SOURCE)))
    assert found == [problem("meetings", MEETING, "sources", "rests on one origin (Agency): agency, reprint")]


@pytest.mark.parametrize(
    ("chairs", "wrong"),
    [
        ([chairmanship("armenia", 2018)], True),
        ([chairmanship("kazakhstan", 2018)], False),
        ([chairmanship("armenia", 2018, start="2018-05")], False),
        ([chairmanship("armenia", 2018, end="2018-05-24"), chairmanship("kazakhstan", 2018, start="2018-05-24")], False),
        ([], False),
    ],
)
def test_chair_and_chairmanship(chairs: list[Record], wrong: bool) -> None:
    store = make_store(meetings=[meeting("astana-2018-05-csc", bodies=["csc"]), meeting()], chairmanships=chairs)
    words = "nurlan-yermekbayev is of kazakhstan; in the chair was armenia"
    assert list(lacking.chair_and_chairmanship(store)) == ([problem("meetings", "astana-2018-05-csc", "chair", words)] if wrong else [])


def test_what_is_past_is_scheduled_no_more() -> None:
    """Past is what lay before the last day of reading: the record itself may speak for less."""
    store = make_store(
        meta=[meta(as_of="2018-01-31")],
        meetings=[
            meeting(status="scheduled"),
            meeting("x", status="scheduled", date="2021"),
            meeting("y", status="scheduled", date="2020-12-31"),
        ],
        exercises=[exercise(status="announced", start="2018"), exercise("z", status="announced", start=None, end=None)],
    )
    assert list(lacking.past_but_open(store)) == [
        problem("meetings", MEETING, "status", "scheduled for 2018-05-24, which is past: held or cancelled?"),
        problem("exercises", "rubezh-2018", "status", "announced for 2018, which is past: held or cancelled?"),
    ]


@pytest.mark.parametrize(
    ("tables", "table", "words"),
    [
        ({"documents": [document("a"), document("b", title={"en": "ACTION plan"})]}, "documents", "the same as a? (ACTION plan)"),
        ({"exercises": [exercise("a"), exercise("b")]}, "exercises", "the same as a? (Rubezh-2018)"),
        (
            {
                "officials": [
                    official("a", name={"en": "Sergei Naryshkin"}),
                    official("b", name={"en": "Naryshkin Sergey", "ru": "Нарышкин Сергей"}),
                ]
            },
            "officials",
            "the same as a? (Naryshkin Sergey)",
        ),
    ],
)
def test_things_entered_twice(tables: dict[str, Any], table: str, words: str) -> None:
    assert list(lacking.possible_doubles(make_store(**tables))) == [problem(table, "b", "", words)]


@pytest.mark.parametrize(
    "tables",
    [
        {"documents": [document("a"), document("b", date="2017")]},
        {"documents": [document("a"), document("b", title={"en": "Another"})]},
        {"exercises": [exercise("a"), exercise("b", start="2018-10-11")]},
        {"officials": [official("igor-sergeyev"), official("ivan-sergeyev")]},
    ],
)
def test_things_that_are_two(tables: dict[str, Any]) -> None:
    assert list(lacking.possible_doubles(make_store(**tables))) == []


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (meeting("b"), True),
        (meeting("b", date="2018-05"), True),
        (meeting("b", date="2018-05-25?"), True),
        (meeting("b", place={"en": "Minsk"}), True),
        (meeting("b", date="2018-05", place=None), True),
        (meeting("b", date="2018-05", place={"en": "Minsk"}), False),
        (meeting("b", date="2018-05-25"), False),
        (meeting("b", bodies=["csc"]), False),
        (meeting("b", bodies=["csc", "cssc"]), False),
        (meeting("b", status="cancelled"), False),
    ],
)
def test_meetings_that_may_be_one(other: Record, same: bool) -> None:
    words = f"the same as a? (2018-05-24 and {other['date']})"
    expected = [problem("meetings", "b", "", words)] if same else []
    assert list(lacking.possible_double_meetings(make_store(meetings=[meeting("a"), other]))) == expected


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (post(start=None, end=None, status="unknown"), True),
        (post(start="2018", end=None), True),
        (post(start="2018-12-27", end=None), False),
        (post("foreign-minister", start=None), False),
        (post(start=None, acting=True), False),
        (post(start=None, organization="csto"), False),
    ],
)
def test_posts_that_may_be_one(other: Record, same: bool) -> None:
    expected = [problem("officials", "a", "posts[1]", "security-council-secretary: one holding with posts[0]?")] if same else []
    assert list(lacking.possible_double_posts(make_store(officials=[official("a", post(), other)]))) == expected
