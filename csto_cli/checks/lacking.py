"""What the record lacks, and what somebody should look up: the list of what to research next. Gaps are no faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import combinations

from csto_cli.checks import timelines
from csto_cli.checks.problem import Problem, warning
from csto_cli.checks.spans import possible_span
from csto_cli.dates import Certainty, Days, days_of, is_exact, span_of
from csto_cli.model import Record
from csto_cli.names.fold import fold, skeleton
from csto_cli.names.lookup import names_of
from csto_cli.queries.coverage import is_firm, origin_of
from csto_cli.queries.indexes import documents_named_at
from csto_cli.queries.membership import chairs_on
from csto_cli.store import Store

Lacks = Callable[[Record], bool]


def _without(*fields: str) -> Lacks:
    return lambda record: not any(field in record for field in fields)


def _actions(document: Record) -> set[str]:
    return {event["action"] for event in document.get("events", ())}


LACKING: dict[str, Sequence[tuple[str, str, Lacks]]] = {
    "states": [("milestones", "no milestone", _without("milestones"))],
    "officials": [("name.ru", "no Russian name", lambda record: "ru" not in record["name"]), ("state", "no state", _without("state"))],
    "bodies": [("founded", "no date of foundation", _without("founded")), ("name.ru", "no Russian name", lambda r: "ru" not in r["name"])],
    "documents": [
        ("title.ru", "no Russian title", lambda record: "ru" not in record["title"]),
        ("date", "no date", _without("date")),
        ("events", "no meeting", lambda record: not any("meeting" in event for event in record.get("events", ()))),
        ("topics", "no topic", _without("topics")),
        ("events", "expected, and nobody reports it done", lambda record: _actions(record) == {"expected"}),
        ("events", "cleared, and nobody reports it done", lambda record: {"cleared"} <= _actions(record) <= {"cleared", "expected"}),
    ],
    "chairmanships": [
        ("start", "no beginning", _without("start")),
        ("priorities", "no motto and no priorities", _without("priorities", "motto")),
    ],
}
"""What is missing in records of these tables: the field, the words for it, and when it is."""

HELD: dict[str, Sequence[tuple[str, str, Lacks]]] = {
    "meetings": [
        ("date", "the day is not known", lambda record: not is_exact(record["date"])),
        ("place", "neither a place nor online", lambda record: "place" not in record and record.get("format") != "online"),
        ("chair", "no chair", _without("chair")),
        ("attendees", "nobody named who sat there", _without("attendees")),
    ],
    "exercises": [
        ("start", "the days are not known", lambda record: not (is_exact(record.get("start")) and is_exact(record.get("end")))),
        ("place", "no place", _without("place", "host")),
        ("participants", "no participants", _without("participants")),
        ("personnel", "no strength", _without("personnel")),
    ],
}
"""The same for what was held; what was only announced or was cancelled has nothing of the kind."""


def missing_fields(store: Store) -> Iterator[Problem]:
    """The fields that a reader would look for and not find."""
    for table in (*LACKING, *HELD):
        for record in store.table(table):
            if table in HELD and record["status"] != "held":
                continue
            for field, words, lacks in (*LACKING.get(table, ()), *HELD.get(table, ())):
                if lacks(record):
                    yield warning(table, record["id"], field, words)


def documents_of_meetings(store: Store) -> Iterator[Problem]:
    """Meetings of which no document is named, or fewer than sources report."""
    named = documents_named_at(store)
    for meeting in store.table("meetings"):
        reported, count = meeting.get("documents_reported"), named[meeting["id"]]
        if meeting["status"] != "held":
            continue
        if reported and count < reported["count"]:
            yield warning("meetings", meeting["id"], "documents_reported", f"{count} of {reported['count']} documents named")
        elif not count and not reported:
            yield warning("meetings", meeting["id"], "documents_reported", "no document named, no number reported")


def unnamed_seats(store: Store) -> Iterator[Problem]:
    """Seats of which the person is not known, or sat in an office that the person's record does not have."""
    for meeting in store.table("meetings"):
        for number, seat in enumerate(meeting.get("attendees", ())):
            person = store.get(seat.get("person"))
            if person is None:
                who = seat.get("name_as_stated") or seat.get("office") or "somebody"
                yield warning(
                    "meetings", meeting["id"], f"attendees[{number}].person", f"{who} of {seat.get('state', '?')} is nobody's record"
                )
            elif "office" in seat and not any(post["office"] == seat["office"] for post in person.get("posts", ())):
                path = f"attendees[{number}].office"
                yield warning("meetings", meeting["id"], path, f"sat as {seat['office']}; {person['id']} has no such post")


def posts_without_dates(store: Store) -> Iterator[Problem]:
    """Posts of which the beginning, or the end of what ended, is not known, or that may or may not have ended."""
    for official in store.table("officials"):
        for number, post in enumerate(official["posts"]):
            path = f"posts[{number}]"
            if "start" not in post:
                yield warning("officials", official["id"], f"{path}.start", f"{post['office']} since when?")
            if "end" not in post and post["status"] == "ended":
                yield warning("officials", official["id"], f"{path}.end", f"{post['office']} until when?")
            if post["status"] == "unknown":
                yield warning("officials", official["id"], f"{path}.status", f"{post['office']}: ended or not?")


def one_weak_source(store: Store) -> Iterator[Problem]:
    """Records that rest on sources of one origin, none of them the organisation's or a state's or a text of law."""
    for table in ("states", "officials", "bodies", "meetings", "documents", "exercises", "chairmanships"):
        for record in store.table(table):
            if not is_firm(store, record["sources"]):
                sources = list(dict.fromkeys(record["sources"]))
                kind = (store.get(sources[0]) or {}).get("kind", "unknown")
                told = f"one source ({kind})" if len(sources) == 1 else f"one origin ({origin_of(store, sources[0])})"
                yield warning(table, record["id"], "sources", f"rests on {told}: {', '.join(sources)}")


def chair_and_chairmanship(store: Store) -> Iterator[Problem]:
    """Meetings of the Council chaired by a person of another state than the one that surely was in the chair of the organisation."""
    chairs: dict[Days, list[tuple[Record, Certainty]]] = {}
    for meeting in store.table("meetings"):
        person = store.get(meeting.get("chair"))
        if "csc" not in meeting["bodies"] or not person or not person.get("state"):
            continue
        days = span_of(meeting["date"], meeting.get("end_date"))
        asked = chairs[days] if days in chairs else chairs.setdefault(days, chairs_on(store, days))
        sure = sorted({record["state"] for record, certainty in asked if certainty == "yes"})
        if sure and person["state"] not in {record["state"] for record, _ in asked}:
            yield warning("meetings", meeting["id"], "chair", f"{person['id']} is of {person['state']}; in the chair was {', '.join(sure)}")


def past_but_open(store: Store) -> Iterator[Problem]:
    """Meetings still scheduled and exercises still announced after their day, as it was when sources were last read."""
    last_read = max((days_of(source["accessed"]).first for source in store.table("sources")), default=date.min)
    for table, field, status in (("meetings", "date", "scheduled"), ("exercises", "start", "announced")):
        for record in store.table(table):
            if record["status"] == status and field in record and days_of(record[field]).last < last_read:
                yield warning(table, record["id"], "status", f"{status} for {record[field]}, which is past: held or cancelled?")


def possible_doubles(store: Store) -> Iterator[Problem]:
    """Records that look like one thing entered twice: a title or an exercise of one day, names that sound alike."""
    first: dict[tuple[str, ...], str] = {}
    told: set[tuple[str, str]] = set()
    for table, record, written, key in _double_keys(store):
        other = first.setdefault((table, *key), record["id"])
        if other != record["id"] and (other, record["id"]) not in told:
            told.add((other, record["id"]))
            yield warning(table, record["id"], "", f"the same as {other}? ({written})")


def _double_keys(store: Store) -> Iterator[tuple[str, Record, str, tuple[str, ...]]]:
    """Table, record, a name as it is written, and what two records of one thing would share."""
    for document in store.table("documents"):
        for title in document["title"].values():
            yield "documents", document, title, (document.get("date", ""), fold(title))
    for exercise in store.table("exercises"):
        name = exercise["name"]["en"]
        yield "exercises", exercise, name, (exercise.get("start", ""), fold(name))
    for official in store.table("officials"):
        for name in names_of(official):
            yield "officials", official, name, (" ".join(sorted(skeleton(fold(name)).split())),)


def possible_double_meetings(store: Store) -> Iterator[Problem]:
    """Two meetings held by the same bodies on one day, or on days that the record does not know well enough to tell them apart."""
    alike: dict[tuple[str, ...], list[Record]] = {}
    for meeting in store.table("meetings"):
        if meeting["status"] == "held":
            alike.setdefault((meeting["date"][:4], *sorted(meeting["bodies"])), []).append(meeting)
    for one, other in (pair for meetings in alike.values() for pair in combinations(meetings, 2)):
        if not days_of(one["date"]).overlaps(days_of(other["date"])):
            continue
        known_apart = "place" in one and "place" in other and one["place"]["en"] != other["place"]["en"]
        if one["date"] == other["date"] or not known_apart:
            yield warning("meetings", other["id"], "", f"the same as {one['id']}? ({one['date']} and {other['date']})")


def possible_double_posts(store: Store) -> Iterator[Problem]:
    """Two posts of one person in one office that can be one holding: their days do not keep them apart."""
    for official in store.table("officials"):
        for (first, one), (second, other) in combinations(enumerate(official["posts"]), 2):
            same = all(one.get(field) == other.get(field) for field in ("office", "organization", "acting"))
            spans = [possible_span(post.get("start"), post.get("end")) for post in (one, other)]
            if same and spans[0].overlaps(spans[1]):
                yield warning("officials", official["id"], f"posts[{second}]", f"{one['office']}: one holding with posts[{first}]?")


CHECKS = (
    *timelines.CHECKS,
    missing_fields,
    documents_of_meetings,
    unnamed_seats,
    posts_without_dates,
    one_weak_source,
    chair_and_chairmanship,
    past_but_open,
    possible_doubles,
    possible_double_meetings,
    possible_double_posts,
)
"""Every check of gaps, in the order in which they are listed."""
