"""Each check of events catches what cannot have happened so, and passes what can."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import events
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import (
    body,
    chairmanship,
    document,
    event,
    exercise,
    make_store,
    meeting,
    membership,
    official,
    post,
    source,
    state,
    topic,
)

MEETING = "astana-2018-05-cssc"
DOCUMENT = "action-plan-2018"


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in events.CHECKS for found in check(store)] == []


@pytest.mark.parametrize(
    ("record_id", "words"),
    [
        ("astana-cssc", "expected place-yyyy-mm-body or place-yyyy-mm-dd-body"),
        ("astana-2018-05", "expected place-yyyy-mm-body or place-yyyy-mm-dd-body"),
        ("2018-05-cssc", "expected place-yyyy-mm-body or place-yyyy-mm-dd-body"),
        ("astana-2018-06-cssc", "tells 2018-06, but the date is 2018-05-24"),
        ("astana-2018-05-23-cssc", "tells 2018-05-23, but the date is 2018-05-24"),
        ("astana-2018-05-csc", "ends in 'csc', but bodies say 'cssc'"),
        ("astana-2018-05-joint", "ends in 'joint', but bodies say 'cssc'"),
    ],
)
def test_an_id_that_tells_something_else(record_id: str, words: str) -> None:
    assert list(events.telling_ids(make_store(meetings=[meeting(record_id)]))) == [problem("meetings", record_id, "id", words)]


@pytest.mark.parametrize(
    "record",
    [
        meeting("nur-sultan-2018-05-24-cssc"),
        meeting("astana-2018-cssc", date="2018"),
        meeting("astana-2018-05-joint", bodies=["cfm", "cdm", "cssc"]),
        meeting("st-petersburg-2018-05-csto-pa-council", bodies=["csto-pa-council"]),
        meeting("astana-2018-05-cssc", date="2018-04-30", end_date="2018-05-01"),
    ],
)
def test_ids_that_tell_the_meeting(record: Record) -> None:
    assert list(events.telling_ids(make_store(meetings=[record]))) == []


@pytest.mark.parametrize(("qualifier", "wrong"), [("exactly", True), ("up-to", True), ("about", False), ("more-than", False)])
def test_no_more_documents_than_reported(qualifier: str, wrong: bool) -> None:
    reported = {"count": 1, "qualifier": qualifier, "sources": ["odkb-page"]}
    documents = [document("a"), document("b", events=[event(), event(action="approved")]), document("c", events=[event(action="expected")])]
    store = make_store(meetings=[meeting(documents_reported=reported)], documents=documents)
    expected = [problem("meetings", MEETING, "documents_reported.count", "2 documents are named, 1 reported")] if wrong else []
    assert list(events.no_more_than_reported(store)) == expected


def test_as_many_documents_as_reported() -> None:
    reported = {"count": 1, "qualifier": "exactly", "sources": ["odkb-page"]}
    assert list(events.no_more_than_reported(make_store(meetings=[meeting(documents_reported=reported)]))) == []


@pytest.mark.parametrize(("day", "wrong"), [("2018-05-25", True), ("2019", True), ("2018-05", False), ("2017", False)])
def test_the_previous_meeting_was_earlier(day: str, wrong: bool) -> None:
    store = make_store(meetings=[meeting(previous="minsk-2017-11-csc"), meeting("minsk-2017-11-csc", date=day)])
    expected = [problem("meetings", MEETING, "previous", f"minsk-2017-11-csc was later, on {day}")] if wrong else []
    assert list(events.previous_was_before(store)) == expected


@pytest.mark.parametrize(
    ("tables", "table", "record_id", "field", "circle"),
    [
        ({"bodies": [body("a", parent="a")]}, "bodies", "a", "parent", "a > a"),
        ({"bodies": [body("x", parent="b"), body("b", parent="c"), body("c", parent="b")]}, "bodies", "b", "parent", "b > c > b"),
        ({"topics": [topic("a", broader="b"), topic("b", broader="a")]}, "topics", "a", "broader", "a > b > a"),
        ({"meetings": [meeting("m", previous="m")]}, "meetings", "m", "previous", "m > m"),
    ],
)
def test_a_circle_is_told_once(tables: dict[str, Any], table: str, record_id: str, field: str, circle: str) -> None:
    assert list(events.no_circles(make_store(**tables))) == [problem(table, record_id, field, f"leads in a circle: {circle}")]


def test_chains_that_end_are_no_circles() -> None:
    assert list(events.no_circles(make_store(topics=[topic("a", broader="b"), topic("b", broader="gone"), topic("c", broader="b")]))) == []


LATER = "2021-01-01"


@pytest.mark.parametrize(
    ("tables", "table", "record_id", "field"),
    [
        ({"meetings": [meeting(date=LATER)]}, "meetings", MEETING, "date"),
        ({"meetings": [meeting(date="2020-12-31", end_date=LATER)]}, "meetings", MEETING, "end_date"),
        ({"exercises": [exercise(start=LATER, end=None)]}, "exercises", "rubezh-2018", "start"),
        ({"exercises": [exercise(end=LATER)]}, "exercises", "rubezh-2018", "end"),
        ({"documents": [document(date=LATER, events=None)]}, "documents", DOCUMENT, "date"),
        ({"documents": [document(events=[event(date=LATER)])]}, "documents", DOCUMENT, "events[0].date"),
        ({"officials": [official("a", post(start=LATER, end=None, status="current"))]}, "officials", "a", "posts[0].start"),
        ({"officials": [official("a", post(end=LATER))]}, "officials", "a", "posts[0].end"),
        ({"officials": [official("a", post(attested=[{"date": LATER, "source": "x"}]))]}, "officials", "a", "posts[0].attested[0].date"),
        ({"states": [state(memberships=[membership(start=LATER)])]}, "states", "kazakhstan", "memberships[0].start"),
        ({"states": [state(milestones=[{"event": "withdrew", "date": LATER}])]}, "states", "kazakhstan", "milestones[0].date"),
        ({"sources": [source("a", date=LATER)]}, "sources", "a", "date"),
        ({"bodies": [body("a", founded=LATER)]}, "bodies", "a", "founded"),
    ],
)
def test_nothing_from_the_future(tables: dict[str, Any], table: str, record_id: str, field: str) -> None:
    words = f"{LATER} lies after 2020-12-31, the day that the record speaks for"
    assert list(events.nothing_from_the_future(make_store(**tables))) == [problem(table, record_id, field, words)]


def test_what_is_to_come_may_be_scheduled_announced_or_expected() -> None:
    store = make_store(
        meetings=[meeting(date=LATER, end_date=LATER, status="scheduled"), meeting("x", date="2020", status="held")],
        exercises=[exercise(start=LATER, end=LATER, status="announced")],
        documents=[document(events=[event(date=LATER, action="expected")])],
        officials=[official("a", post(end=LATER, status="current"))],
        chairmanships=[chairmanship("kazakhstan", 2021)],
        sources=[source("a", accessed=LATER)],
    )
    assert list(events.nothing_from_the_future(store)) == []
