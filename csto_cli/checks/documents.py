"""The logic of what was done with documents: at which meetings, by which states, in which order."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.dates import days_of, span_of
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


CHECKS = (
    adopted_at_or_after_meeting,
    events_at_their_meetings,
    in_force_after_adoption,
)
"""Every check of documents."""
