"""Each check of documents catches what cannot have been done so, and passes what can."""

from __future__ import annotations

import pytest

from csto_cli.checks import documents
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, document, event, make_store, meeting

MEETING = "astana-2018-05-cssc"
DOCUMENT = "action-plan-2018"


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def ratified(state: str | None = "kazakhstan", day: str | None = "2018-12-30", **changed: object) -> Record:
    return event(None, action="ratified", state=state, date=day, **changed)


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


@pytest.mark.parametrize(
    ("day", "act", "wrong"),
    [
        ("2018-05-24", ratified(day="2018-05-23"), "2018-05-23"),
        ("2018-05-24", ratified(day="2018-04"), "2018-04"),
        ("2018-05-24", ratified(day="2018-05-22~"), "2018-05-22~"),
        ("2018-05-24", ratified(None, "2017"), "2017"),
        ("2018-05-24", ratified(day="2018-05-24"), None),
        ("2018-05-24", ratified(day="2018-05-23~"), None),
        ("2018-05-24", ratified(day="2018"), None),
        ("2018-05-24", ratified(day=None), None),
        ("2018-05-24", event(None, action="approved", state="kazakhstan", date="2018-05-23"), None),
        (None, ratified(day="2018-05-23"), None),
    ],
)
def test_nothing_is_ratified_before_its_date(day: str | None, act: Record, wrong: str | None) -> None:
    store = make_store(documents=[document(date=day, events=[event(), act])])
    words = f"ratified {wrong}, before the document's date {day}"
    expected = [problem("documents", DOCUMENT, "events[1].date", words)] if wrong else []
    assert list(documents.ratified_at_or_after_its_date(store)) == expected


@pytest.mark.parametrize(("act", "wrong"), [(ratified(None), True), (ratified(None, None), True), (ratified(), False), (event(), False)])
def test_a_ratification_names_its_state(act: Record, wrong: bool) -> None:
    words = "ratified, and no state named whose act it was"
    expected = [problem("documents", DOCUMENT, "events[0].state", words)] if wrong else []
    assert list(documents.ratified_by_a_state(make_store(documents=[document(events=[act])]))) == expected


@pytest.mark.parametrize(
    ("acts", "wrong"),
    [
        ([ratified(), ratified(day="2018-12-31")], "events[1]"),
        ([ratified(), ratified("belarus"), ratified(day="2018-12")], "events[2]"),
        ([ratified(), ratified(day=None)], "events[1]"),
        ([ratified(), ratified(sources=[SOURCE])], "events[1]"),
        ([ratified(), ratified()], None),
        ([ratified(), ratified("belarus")], None),
        ([ratified(), event(None, action="signed", state="kazakhstan", date="2018-12-31")], None),
        ([ratified(None), ratified(None, "2018-12-31")], None),
    ],
)
def test_a_state_ratifies_a_document_once(acts: list[Record], wrong: str | None) -> None:
    store = make_store(documents=[document(events=acts), document("another", events=[ratified(day="2018-12-29")])])
    words = "ratified by kazakhstan a second time, after events[0]"
    assert list(documents.ratified_once(store)) == ([problem("documents", DOCUMENT, wrong, words)] if wrong else [])


@pytest.mark.parametrize(
    ("done", "wrong"),
    [
        ([event(date="2018-05-24"), event(None, date="2018-05-23")], {1: "2018-05-23, but stands after events[0] of 2018-05-24"}),
        ([event(), event("minsk-2018-04-csc")], {1: "2018-04-03, but stands after events[0] of 2018-05-24"}),
        ([event(), event(None, date="2018-04")], {1: "2018-04, but stands after events[0] of 2018-05-24"}),
        (
            [event("minsk-2018-04-csc"), ratified(day="2019"), event(None), event(action="expected"), ratified("belarus", "2018-12-30")],
            {
                3: "2018-05-24, but stands after events[1] of 2019",
                4: "2018-12-30, but stands after events[1] of 2019",
            },
        ),
        ([event("minsk-2018-04-csc"), event(), ratified()], {}),
        ([event(None, date="2018-04-04"), event("minsk-2018-04-csc")], {}),
        ([event(), event(None, date="2018-05")], {}),
        ([event(), event(None, date="2018-05-23~")], {}),
        ([event(), event(None), event("gone")], {}),
        (None, {}),
    ],
)
def test_events_stand_in_order_of_time(done: list[Record] | None, wrong: dict[int, str]) -> None:
    meetings = [meeting(), meeting("minsk-2018-04-csc", date="2018-04-03", end_date="2018-04-04")]
    store = make_store(documents=[document(events=done)], meetings=meetings)
    expected = [problem("documents", DOCUMENT, f"events[{number}]", words) for number, words in wrong.items()]
    assert list(documents.events_in_order(store)) == expected
