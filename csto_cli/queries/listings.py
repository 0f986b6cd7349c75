"""What each list can be asked, and in what order its records come: a row of getters for every table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from csto_cli.dates import Certainty
from csto_cli.model import Record
from csto_cli.queries.acts import IN_FORCE, acting_states, document_date
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.fitting import acts_fit, part_fits, posts_fit, seat_fits, ties_fit
from csto_cli.queries.indexes import meetings_of
from csto_cli.queries.judging import (
    body_judge,
    chair_judge,
    dated_judge,
    document_judge,
    exercise_judge,
    official_judge,
    state_judge,
)
from csto_cli.queries.placing import places_of
from csto_cli.queries.seats import bodies_of, offices_of, seats_at
from csto_cli.store import Store

Values = Callable[[Store, Record], Iterable[str]]


class Listing(NamedTuple):
    """How the records of a table answer each criterion; a criterion without an entry is not offered for the table. `one` says whether one
    part of a record fits all that was asked of such parts, where each criterion is met by some."""

    when: Callable[[Store, Criteria], Callable[[Record], Certainty]]
    sort: Callable[[Store, Record], Any]
    states: Values | None = None
    bodies: Values | None = None
    places: Values | None = None
    offices: Values | None = None
    meetings: Values | None = None
    topics: Values | None = None
    types: Values | None = None
    people: Values | None = None
    presence: Values | None = None
    actions: Values | None = None
    one: Callable[[Store, Record, Criteria], bool] | None = None


def one(*fields: str) -> Values:
    """The values of plain fields that hold one id or word each."""
    return lambda store, record: [record[field] for field in fields if field in record]


def many(*fields: str) -> Values:
    """The values of fields that hold lists."""
    return lambda store, record: [value for field in fields for value in record.get(field, ())]


def both(*getters: Values) -> Values:
    """The values of several getters together."""
    return lambda store, record: [value for getter in getters for value in getter(store, record)]


def seats(field: str) -> Values:
    """A field of every seat at a meeting."""
    return lambda store, record: [seat[field] for seat in seats_at(store, record) if field in seat]


def _presence(store: Store, exercise: Record) -> list[str]:
    """What the record tells of states and an exercise: that they took part, that they stayed out."""
    return [word for word, field in (("in-person", "participants"), ("absent", "absent")) if field in exercise]


def _document_meetings(store: Store, document: Record) -> list[str]:
    return [event["meeting"] for event in document.get("events", ()) if "meeting" in event]


def _document_bodies(store: Store, document: Record) -> list[str]:
    """The body that adopted it and the bodies at whose meetings it was dealt with."""
    bodies = [document["adopted_by"]] if "adopted_by" in document else []
    for meeting_id in _document_meetings(store, document):
        meeting = store.get(meeting_id)
        bodies += meeting["bodies"] if meeting else []
    return bodies


def _document_actions(store: Store, document: Record) -> list[str]:
    return [*(event["action"] for event in document.get("events", ())), *([IN_FORCE] if "in_force" in document else [])]


def _document_places(store: Store, document: Record) -> list[str]:
    meetings = [store.get(meeting_id) for meeting_id in _document_meetings(store, document)]
    return [name for meeting in meetings if meeting for name in places_of(store, meeting)]


def _office_bodies(store: Store, official: Record) -> list[str]:
    """The bodies in which an official has or had a seat, or a post."""
    return [body for post in official["posts"] for body in bodies_of(store, post)]


def _attended_meetings(store: Store, official: Record) -> list[str]:
    return meetings_of(store).get(official["id"], [])


def _by_days(store: Store, record: Record) -> Any:
    """Sort by the first day, what has only a last one by that, then by id."""
    return [record.get("start") or record.get("end") or "9999", record["id"]]


def _by(*fields: str) -> Callable[[Store, Record], Any]:
    """Sort by these fields, records without them last, then by id."""
    return lambda store, record: [(field not in record, str(record.get(field, ""))) for field in (*fields, "id")]


def _offices(store: Store, official: Record) -> list[str]:
    """The offices of an official, and those in whose place he stood."""
    return [office for post in official["posts"] for office in offices_of(post)]


def _ties(field: str) -> Values:
    return lambda store, state: [tie[field] for tie in state["memberships"]]


def _standings(store: Store, state: Record) -> list[str]:
    """Every word for a tie of a state, on some day or other: each was current once."""
    return [word for tie in state["memberships"] for word in (tie["role"], tie["status"], "current")]


def _membership_order(store: Store, state: Record) -> Any:
    """Members of the organisation first, then those that were, then those tied only to the treaty, then the rest."""
    ties = {(tie["organization"], tie["role"]): tie for tie in state["memberships"]}
    rank = 4
    if ("csto", "member") in ties:
        rank = (
            1 if any(tie["organization"] == "csto" and "end" not in tie and tie["status"] != "ended" for tie in state["memberships"]) else 2
        )
    elif ("cst", "member") in ties:
        rank = 3
    return (rank, state["id"])


LISTINGS: dict[str, Listing] = {
    "states": Listing(
        state_judge, _membership_order, states=one("id"), bodies=_ties("organization"), types=_standings, one=ties_fit
    ),
    "officials": Listing(
        official_judge, _by("state"), states=one("state"), bodies=_office_bodies, offices=_offices, people=one("id"),
        meetings=_attended_meetings, one=posts_fit,
    ),
    "meetings": Listing(
        dated_judge("date", "end_date"), _by("date"), states=both(one("country"), seats("state")), bodies=many("bodies"),
        places=places_of, offices=seats("office"), meetings=one("id"), types=one("kind", "format", "status"),
        people=seats("person"), presence=seats("presence"), one=seat_fits,
    ),
    "documents": Listing(
        document_judge, lambda store, record: (document_date(store, record) or "9999", record["id"]), states=acting_states,
        bodies=_document_bodies, places=_document_places, meetings=_document_meetings, topics=many("topics"), types=one("type"),
        actions=_document_actions, one=acts_fit,
    ),
    "bodies": Listing(body_judge, _by("parent"), bodies=one("id", "parent"), types=one("kind")),
    "exercises": Listing(
        exercise_judge, _by("start"), states=both(one("host"), many("participants", "absent")), bodies=many("forces"), places=places_of,
        types=one("kind", "status"), presence=_presence, one=part_fits,
    ),
    "chairmanships": Listing(chair_judge, _by_days, states=one("state"), people=one("chair")),
    "sources": Listing(dated_judge("date"), _by("date"), types=one("kind", "lang")),
}  # fmt: skip
"""Every table that has a list, with the order of its records and what it can be asked."""
