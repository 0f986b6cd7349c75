"""Each check of documents catches what cannot have been done so, and passes what can."""

from __future__ import annotations

import pytest

from csto_cli.checks import documents
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import document, event, make_store, meeting

MEETING = "astana-2018-05-cssc"
DOCUMENT = "action-plan-2018"


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in documents.CHECKS for found in check(store)] == []


@pytest.mark.parametrize(
    ("day", "done", "wrong"),
    [
        ("2018-05-23", [event()], True),
        ("2018-04", [event(action="adopted")], True),
        ("2018-05", [event()], False),
        ("2018-05-24", [event(), event("minsk-2018-12-csc", action="approved")], False),
        ("2018-05-23", [event(action="expected")], False),
        ("2018-05-23", [event(), event(None, date="2018-05-23")], False),
    ],
)
def test_no_document_is_older_than_its_meeting(day: str, done: list[Record], wrong: bool) -> None:
    meetings = [meeting("minsk-2018-12-csc", date="2018-12-06"), meeting()]
    store = make_store(documents=[document(date=day, events=done)], meetings=meetings)
    words = f"{day} lies before {MEETING} (2018-05-24), which adopted it"
    assert list(documents.adopted_at_or_after_meeting(store)) == ([problem("documents", DOCUMENT, "date", words)] if wrong else [])


@pytest.mark.parametrize(
    ("record", "done", "field", "words"),
    [
        (meeting(), event(date="2018-05-25"), "date", f"2018-05-25 is no day of {MEETING} (2018-05-24)"),
        (meeting(status="cancelled"), event(), "action", f"signed at {MEETING}, which is cancelled"),
        (meeting(status="scheduled"), event(action="adopted"), "action", f"adopted at {MEETING}, which is scheduled"),
        (meeting(), event(date="2018-05"), "", ""),
        (meeting("another"), event(date="2017"), "", ""),
        (meeting(end_date="2018-05-25"), event(date="2018-05-25"), "", ""),
        (meeting(status="scheduled"), event(action="expected"), "", ""),
    ],
)
def test_events_at_their_meetings(record: Record, done: Record, field: str, words: str) -> None:
    store = make_store(documents=[document(events=[done])], meetings=[record])
    expected = [problem("documents", DOCUMENT, f"events[0].{field}", words)] if words else []
    assert list(documents.events_at_their_meetings(store)) == expected


@pytest.mark.parametrize(("in_force", "wrong"), [("2018-05-23", True), ("2017", True), ("2018-05-24", False), ("2018", False)])
def test_nothing_is_in_force_before_its_date(in_force: str, wrong: bool) -> None:
    words = f"{in_force} lies before the document's date 2018-05-24"
    expected = [problem("documents", DOCUMENT, "in_force", words)] if wrong else []
    assert list(documents.in_force_after_adoption(make_store(documents=[document(in_force=in_force)]))) == expected
