"""The logic of what was done with documents: at which meetings, by which states, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import out_of_order
from csto_cli.dates import days_of, span_of
from csto_cli.model import Record
from csto_cli.store import Store


def adopted_at_or_after_meeting(store: Store) -> Iterator[Problem]:
    """No document is dated before the first meeting that signed, approved or adopted it."""
    for document in store.table("documents"):
        done = [event for event in document.get("events", ()) if event["action"] in ("signed", "approved", "adopted")]
        meetings = [meeting for event in done if (meeting := store.get(event.get("meeting")))]
        if "date" not in document or not meetings or any("meeting" not in event for event in done):
            continue
        first = min(meetings, key=lambda meeting: days_of(meeting["date"]).first)
        if days_of(document["date"]).last < days_of(first["date"]).first:
            yield error(
                "documents", document["id"], "date", f"{document['date']} lies before {first['id']} ({first['date']}), which adopted it"
            )


def events_at_their_meetings(store: Store) -> Iterator[Problem]:
    """What was done with a document at a meeting was done on a day of the meeting, and the meeting was held."""
    for document in store.table("documents"):
        for number, event in enumerate(document.get("events", ())):
            meeting = store.get(event.get("meeting"))
            if not meeting:
                continue
            days = span_of(meeting["date"], meeting.get("end_date"))
            if "date" in event and not days_of(event["date"]).overlaps(days):
                yield error(
                    "documents",
                    document["id"],
                    f"events[{number}].date",
                    f"{event['date']} is no day of {meeting['id']} ({meeting['date']})",
                )
            if event["action"] != "expected" and meeting["status"] != "held":
                yield error(
                    "documents",
                    document["id"],
                    f"events[{number}].action",
                    f"{event['action']} at {meeting['id']}, which is {meeting['status']}",
                )


def in_force_after_adoption(store: Store) -> Iterator[Problem]:
    """No document came into force before its date."""
    for document in store.table("documents"):
        if "date" in document and "in_force" in document and days_of(document["in_force"]).last < days_of(document["date"]).first:
            yield error(
                "documents", document["id"], "in_force", f"{document['in_force']} lies before the document's date {document['date']}"
            )


def ratified_at_or_after_its_date(store: Store) -> Iterator[Problem]:
    """No state ratified a document before the document's own date."""
    for document, number, event in _ratifications(store):
        if "date" in event and "date" in document and days_of(event["date"]).last < days_of(document["date"]).first:
            words = f"ratified {event['date']}, before the document's date {document['date']}"
            yield error("documents", document["id"], f"events[{number}].date", words)


def ratified_by_a_state(store: Store) -> Iterator[Problem]:
    """A ratification is the act of one state, which its event names."""
    for document, number, event in _ratifications(store):
        if "state" not in event:
            yield error("documents", document["id"], f"events[{number}].state", "ratified, and no state named whose act it was")


def ratified_once(store: Store) -> Iterator[Problem]:
    """A state ratifies a document once, whatever the days and sources; the same event again is for the checks of form."""
    first: dict[tuple[str, str], tuple[int, Record]] = {}
    for document, number, event in _ratifications(store):
        if "state" not in event:
            continue
        before, told = first.setdefault((document["id"], event["state"]), (number, event))
        if told != event:
            words = f"ratified by {event['state']} a second time, after events[{before}]"
            yield error("documents", document["id"], f"events[{number}]", words)


def _ratifications(store: Store) -> Iterator[tuple[Record, int, Record]]:
    """Every ratification: the document, the event's place, the event."""
    for document in store.table("documents"):
        for number, event in enumerate(document.get("events", ())):
            if event["action"] == "ratified":
                yield document, number, event


def events_in_order(store: Store) -> Iterator[Problem]:
    """What was done with a document stands in order of time, as far as its own dates, else those of the meetings, tell."""
    for document in store.table("documents"):
        dated = [_dated(store, event) for event in document.get("events", ())]
        days = [span_of(one["date"], one.get("end_date")) if one else None for one in dated]
        for number, before in out_of_order(days):
            words = f"{dated[number]['date']}, but stands after events[{before}] of {dated[before]['date']}"
            yield error("documents", document["id"], f"events[{number}]", words)


def _dated(store: Store, event: Record) -> Record:
    """What dates an event: itself, else its meeting; an empty record where neither does."""
    return event if "date" in event else store.get(event.get("meeting")) or {}


CHECKS = (
    adopted_at_or_after_meeting,
    events_at_their_meetings,
    in_force_after_adoption,
    ratified_at_or_after_its_date,
    ratified_by_a_state,
    ratified_once,
    events_in_order,
)
"""Every check of documents."""
