"""The lists: which records of a table fit what was asked, each with its certainty where a day was asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from csto_cli.dates import Certainty
from csto_cli.disputes import disputed_fields
from csto_cli.model import UNSEEN, Record
from csto_cli.names.fold import fold
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.names.places import place_names
from csto_cli.queries.acts import acting_states, document_date, events_done
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.indexes import meetings_of
from csto_cli.queries.judging import (
    body_judge,
    chair_judge,
    dated_judge,
    document_judge,
    exercise_judge,
    fitting_holdings,
    official_judge,
    state_judge,
)
from csto_cli.store import Store

DATE_FIELDS = {"meetings": ("date",), "exercises": ("start", "end"), "sources": ("date",)}
"""Where the records of a table have their dates; documents have theirs from events and meetings too."""


def undated(store: Store, table: str, asked: Criteria) -> int:
    """How many records fit all that was asked but the days, and have no date by which those could be judged."""
    if not asked.period or (table not in DATE_FIELDS and table != "documents"):
        return 0
    fitting = [record for record in store.table(table) if fits(store, LISTINGS[table], record, asked)]
    if table == "documents":
        return sum(document_date(store, record) is None for record in fitting)
    return sum(not any(field in record for field in DATE_FIELDS[table]) for record in fitting)


Values = Callable[[Store, Record], Iterable[str]]


class Listing(NamedTuple):
    """How the records of a table answer each criterion; a criterion without an entry is not offered for the table."""

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
    together: bool = False


def select(store: Store, table: str, asked: Criteria) -> list[Row]:
    """The records of `table` that fit, in the table's own order: *yes* or *possibly*, never *no*."""
    listing = LISTINGS[table]
    judge = listing.when(store, asked) if asked.period else None
    disputed_in = _disputes(store, table, asked)
    rows = []
    for record in sorted(store.table(table), key=lambda item: listing.sort(store, item)):
        if not fits(store, listing, record, asked):
            continue
        certainty, disputed = judge(record) if judge else None, disputed_in(record)
        if certainty != "no" and (disputed or not asked.disputed):
            rows.append(Row(record, certainty, disputed=disputed))
    return rows


def _disputes(store: Store, table: str, asked: Criteria) -> Callable[[Record], tuple[str, ...]]:
    """Says on which fields of a record and of its parts sources disagree; of an official the posts that fit what was asked, of a state the
    ties, for those are what their lists show."""
    fitting = fitting_holdings(store, asked) if table == "officials" else {}

    def disputed(record: Record) -> tuple[str, ...]:
        lists = {field: value for field, value in record.items() if isinstance(value, list)}
        if table == "officials":
            lists["posts"] = [holding.post for holding, _ in fitting.get(record["id"], ())]
        elif table == "states":
            ties = record["memberships"]
            lists = {"memberships": [tie for tie in ties if asked.bodies is None or tie["organization"] in asked.bodies]}
        inside = [
            path for field, parts in lists.items() for part in parts if isinstance(part, dict) for path in disputed_fields(part, field)
        ]
        return tuple(dict.fromkeys([*disputed_fields(record), *inside]))

    return disputed


def fits(store: Store, listing: Listing, record: Record, asked: Criteria) -> bool:
    """Whether a record fits all that was asked but the days; what its table cannot be asked fits nothing."""
    wanted: list[tuple[Iterable[str] | None, Values | None]] = [
        (asked.bodies, listing.bodies),
        (asked.offices, listing.offices),
        (asked.meetings, listing.meetings),
        (asked.topics, listing.topics),
        (asked.types, listing.types),
        (asked.series, _series),
    ]
    if asked.actions is not None and not events_done(record, asked.actions, asked.states):
        return False
    if asked.presence:
        if not _seats_fit(record, listing, asked):
            return False
    else:
        wanted.append((asked.states, listing.states))
    for values, of_record in wanted:
        if values is not None and not (of_record and set(values) & set(of_record(store, record))):
            return False
    there = set(listing.people(store, record)) if listing.people else set()
    if asked.people is not None and not asked.presence and not _people_fit(asked.people, there, listing):
        return False
    if asked.places is None:
        return True
    names = listing.places(store, record) if listing.places else ()
    return any(placed(place, names) for place in asked.places)


def _people_fit(asked: frozenset[str], there: set[str], listing: Listing) -> bool:
    """Several persons were asked for: a meeting fits where all of them sat; any other record where it is of one of them."""
    return asked <= there if listing.together else bool(asked & there)


def _seats_fit(record: Record, listing: Listing, asked: Criteria) -> bool:
    """Whether somebody had the presence asked for; of several persons asked for at a meeting, each of them."""
    groups = [frozenset((person,)) for person in asked.people] if asked.people and listing.together else [asked.people]
    return all(any(_seat_fits(seat, asked, people) for seat in seats_of(record)) for people in groups)


def _seat_fits(seat: Record, asked: Criteria, people: frozenset[str] | None) -> bool:
    """Whether one seat has the presence asked for, and is the state's that was asked for and one of these persons'."""
    if asked.presence is not None and seat.get("presence") not in asked.presence:
        return False
    if asked.states is not None and seat.get("state") not in asked.states:
        return False
    return people is None or seat.get("person") in people


def seats_of(record: Record) -> list[Record]:
    """The seats of a meeting; of an exercise the states that took part and those that stayed out, in the same form."""
    if "attendees" in record:
        return list(record["attendees"])
    took_part = [{"state": state, "presence": "in-person"} for state in record.get("participants", ())]
    return took_part + [{"state": state, "presence": "absent"} for state in record.get("absent", ())]


def placed(typed: str, names: Iterable[str]) -> bool:
    """Whether every word of a typed place begins a word of one of the names."""
    words = fold(typed).split()
    return any(all(any(have.startswith(word) for have in fold(name).split()) for word in words) for name in names) if words else False


def _series(store: Store, record: Record) -> Iterable[str]:
    return [record["series"]] if "series" in record else []


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
    return lambda store, record: [seat[field] for seat in record.get("attendees", ()) if field in seat]


def _present(store: Store, meeting: Record) -> list[str]:
    """Who sat at a meeting, in the room or by video; who stayed away, sent another or was only announced did not."""
    seats_taken = meeting.get("attendees", ())
    return [seat["person"] for seat in seats_taken if "person" in seat and seat.get("presence") not in UNSEEN]


def _document_meetings(store: Store, document: Record) -> list[str]:
    return [event["meeting"] for event in document.get("events", ()) if "meeting" in event]


def _document_bodies(store: Store, document: Record) -> list[str]:
    """The body that adopted it and the bodies at whose meetings it was dealt with."""
    bodies = [document["adopted_by"]] if "adopted_by" in document else []
    for meeting_id in _document_meetings(store, document):
        meeting = store.get(meeting_id)
        bodies += meeting["bodies"] if meeting else []
    return bodies


def _document_places(store: Store, document: Record) -> list[str]:
    meetings = [store.get(meeting_id) for meeting_id in _document_meetings(store, document)]
    return [name for meeting in meetings if meeting for name in _places(store, meeting)]


def _places(store: Store, record: Record) -> list[str]:
    """The names of the place and of the country around it."""
    country = store.get(record.get("country") or record.get("host"))
    return [*place_names(store, record.get("place")), *([*names_of(country), *aliases_of(country)] if country else [])]


def _office_bodies(store: Store, official: Record) -> list[str]:
    offices = [store.get(office) for office in _offices(store, official)]
    return [office["body"] for office in offices if office and "body" in office] + [
        post["organization"] for post in official["posts"] if "organization" in post
    ]


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
    return [post[field] for post in official["posts"] for field in ("office", "in_place_of") if field in post]


def _ties(field: str) -> Values:
    return lambda store, state: [tie[field] for tie in state["memberships"]]


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
        state_judge, _membership_order, states=one("id"), bodies=_ties("organization"), types=both(_ties("role"), _ties("status"))
    ),
    "officials": Listing(
        official_judge, _by("state"), states=one("state"), bodies=_office_bodies, offices=_offices, people=one("id"),
        meetings=_attended_meetings,
    ),
    "meetings": Listing(
        dated_judge("date", "end_date"), _by("date"), states=both(one("country"), seats("state")), bodies=many("bodies"),
        places=_places, offices=seats("office"), meetings=one("id"), types=one("kind", "format", "status"),
        people=both(one("chair"), _present), together=True,
    ),
    "documents": Listing(
        document_judge, lambda store, record: (document_date(store, record) or "9999", record["id"]), states=acting_states,
        bodies=_document_bodies, places=_document_places, meetings=_document_meetings, topics=many("topics"), types=one("type"),
    ),
    "bodies": Listing(body_judge, _by("parent"), bodies=one("id", "parent"), types=one("kind")),
    "exercises": Listing(
        exercise_judge, _by("start"), states=both(one("host"), many("participants")), bodies=many("forces"), places=_places,
        types=one("kind", "status"),
    ),
    "chairmanships": Listing(chair_judge, _by_days, states=one("state"), people=one("chair")),
    "sources": Listing(dated_judge("date"), _by("date"), types=one("kind", "lang")),
}  # fmt: skip
"""Every table that has a list, with the order of its records and what it can be asked."""
