"""What is told as done on the word of older pages alone: a page can announce what is to come, but not report it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from csto_cli.checks.problem import Problem, error, warning
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
    facts = (_meetings, _exercises, _documents, _officials, _states, _bodies, _chairmanships)
    yield from _announced(store, (told for of in facts for told in of(store)), error)


def ends_reported(store: Store) -> Iterator[Problem]:
    """The last day of what was held, too; pages of its first day, which report that it began, can only announce how long it lasts."""
    yield from _announced(store, _last_days(store), warning)


def _announced(store: Store, facts: Iterable[Told], found: Callable[[str, str, str, str], Problem]) -> Iterator[Problem]:
    """A problem for each of the facts of which every page was published before its day."""
    for told in facts:
        pages = [page for source in told.sources if (page := store.get(source))]
        first = days_of(told.day).first
        if pages and all("date" in page and days_of(page["date"]).last < first for page in pages):
            newest = max((page["date"] for page in pages), key=days_of)
            words = f"of {told.day}, but its newest source is of {newest}: announced, not reported"
            yield found(told.table, told.record["id"], told.path, words)


def _sources(part: Record, record: Record) -> list[str]:
    """The sources of a part of a record: its own, else those of the record."""
    return list(part.get("sources") or record["sources"])


def _dates(table: str, record: Record, *fields: str) -> Iterator[Told]:
    """The days of fields of a record itself."""
    return (Told(table, record, field, record[field], record["sources"]) for field in fields if field in record)


def _parts(table: str, record: Record, key: str, *fields: str) -> Iterator[Told]:
    """The days of fields of each part in a list of a record."""
    for number, part in enumerate(record.get(key, ())):
        yield from (
            Told(table, record, f"{key}[{number}].{field}", part[field], _sources(part, record)) for field in fields if field in part
        )


def _meetings(store: Store) -> Iterator[Told]:
    """Meetings held, and who sat there; a seat without sources of its own rests on those of the meeting, which its status is judged by."""
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


def _last_days(store: Store) -> Iterator[Told]:
    """The last days of meetings and exercises held."""
    for table, field in (("meetings", "end_date"), ("exercises", "end")):
        for record in store.table(table):
            if record["status"] == "held":
                yield from _dates(table, record, field)


def _documents(store: Store) -> Iterator[Told]:
    """Days of documents that were not only expected, and what was done with them, on its own day or on that of the meeting."""
    for document in store.table("documents"):
        events = document.get("events", ())
        if not events or any(event["action"] != "expected" for event in events):
            yield from _dates("documents", document, "date")
        yield from _come(store, _dates("documents", document, "in_force"))
        for number, event in enumerate(events):
            day = event.get("date") or (store.get(event.get("meeting")) or {}).get("date")
            if day and event["action"] != "expected":
                yield Told("documents", document, f"events[{number}].action", day, _sources(event, document))


def _officials(store: Store) -> Iterator[Told]:
    """Days on which posts began and ended, and on which somebody was seen in office."""
    for official in store.table("officials"):
        yield from _come(store, _parts("officials", official, "posts", "start", "end"))
        for number, post in enumerate(official["posts"]):
            for index, seen in enumerate(post.get("attested", ())):
                yield Told("officials", official, f"posts[{number}].attested[{index}]", seen["date"], [seen["source"]])


def _states(store: Store) -> Iterator[Told]:
    """Days on which memberships, vacancies and names of capitals began and ended, and the dated steps of states."""
    for state in store.table("states"):
        for key in ("memberships", "vacancies", "capital_names"):
            yield from _come(store, _parts("states", state, key, "start", "end"))
        for number, step in enumerate(state.get("milestones", ())):
            yield Told("states", state, f"milestones[{number}]", step["date"], _sources(step, state))


def _bodies(store: Store) -> Iterator[Told]:
    """Days on which bodies were founded."""
    for body in store.table("bodies"):
        yield from _dates("bodies", body, "founded")


def _chairmanships(store: Store) -> Iterator[Told]:
    """Days on which states took the chair and left it."""
    for turn in store.table("chairmanships"):
        yield from _come(store, _dates("chairmanships", turn, "start", "end"))


def _come(store: Store, facts: Iterable[Told]) -> Iterator[Told]:
    """Those of the facts whose day has come; the end of what goes on, the next turn or an entry into force is in the record before it."""
    as_of = days_of(store.meta["as_of"]).last
    return (told for told in facts if days_of(told.day).first <= as_of)


CHECKS = (reported_not_announced,)
"""Every check of what pages can have known."""

GAPS = (ends_reported,)
"""What pages announced of the end of what they report, to be looked up."""
