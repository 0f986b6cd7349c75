"""What is told as done on the word of older pages alone: a page can announce what is to come, but not report it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from csto_cli.checks.problem import Problem, error
from csto_cli.dates import days_of
from csto_cli.model import Record
from csto_cli.store import Store


class Told(NamedTuple):
    """Something said to have happened: the record and the field that say so, its day, and the pages that are cited for it."""

    table: str
    record: Record
    path: str
    day: str
    sources: Sequence[str]


def reported_not_announced(store: Store) -> Iterator[Problem]:
    """What was done has a source that can have known it: one without a date of publication, or published on the day or later."""
    for told in (*_meetings(store), *_exercises(store), *_documents(store), *_offices(store), *_milestones(store)):
        pages = [page for source in told.sources if (page := store.get(source))]
        first = days_of(told.day).first
        if pages and all("date" in page and days_of(page["date"]).last < first for page in pages):
            newest = max((page["date"] for page in pages), key=days_of)
            yield error(
                told.table, told.record["id"], told.path, f"of {told.day}, but its newest source is of {newest}: announced, not reported"
            )


def _meetings(store: Store) -> Iterator[Told]:
    """Meetings held, and who sat there."""
    for meeting in store.table("meetings"):
        if meeting["status"] != "held":
            continue
        yield Told("meetings", meeting, "status", meeting["date"], meeting["sources"])
        for number, seat in enumerate(meeting.get("attendees", ())):
            if seat.get("presence") not in ("absent", "announced"):
                yield Told("meetings", meeting, f"attendees[{number}]", meeting["date"], seat.get("sources", ()))


def _exercises(store: Store) -> Iterator[Told]:
    """Exercises held."""
    for exercise in store.table("exercises"):
        if exercise["status"] == "held" and "start" in exercise:
            yield Told("exercises", exercise, "status", exercise["start"], exercise["sources"])


def _documents(store: Store) -> Iterator[Told]:
    """What was done with documents, on its own day or on that of the meeting."""
    for document in store.table("documents"):
        for number, event in enumerate(document.get("events", ())):
            day = event.get("date") or (store.get(event.get("meeting")) or {}).get("date")
            if day and event["action"] != "expected":
                yield Told("documents", document, f"events[{number}].action", day, event.get("sources", ()))


def _offices(store: Store) -> Iterator[Told]:
    """Days on which somebody was seen in office."""
    for official in store.table("officials"):
        for number, post in enumerate(official["posts"]):
            for index, seen in enumerate(post.get("attested", ())):
                yield Told("officials", official, f"posts[{number}].attested[{index}]", seen["date"], [seen["source"]])


def _milestones(store: Store) -> Iterator[Told]:
    """Dated steps of states."""
    for state in store.table("states"):
        for number, step in enumerate(state.get("milestones", ())):
            yield Told("states", state, f"milestones[{number}]", step["date"], step.get("sources", ()))


CHECKS = (reported_not_announced,)
"""Every check of what pages can have known."""
