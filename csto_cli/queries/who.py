"""What `who` answers for a state, a person, an office or a body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from csto_cli.dates import ALWAYS, Certainty, Days, days_of
from csto_cli.disputes import dated_by, spans_given
from csto_cli.model import Record
from csto_cli.names.lookup import Match
from csto_cli.queries import holders, membership
from csto_cli.queries.holders import NEAR_DAYS, Held, Holding
from csto_cli.queries.seats import bodies_of, seats_at
from csto_cli.queries.sitting import seated
from csto_cli.queries.unfilled import Unfilled, stood_empty, unfilled_in_offices, unfilled_of_state
from csto_cli.queries.vacancies import Vacant
from csto_cli.store import Store

KINDS = {"states": "state", "officials": "person", "offices": "office", "bodies": "body"}


class Seat(NamedTuple):
    """A seat that somebody took (or left empty) at a meeting; `acting`: in a caretaker's role."""

    meeting: Record
    attendee: Record
    acting: bool = False


class Portrait(NamedTuple):
    """One record that a name meant, with what `who` says of it; `period` is the day or days it speaks of (None: all).

    `unshown` are holdings that are only possible on that day and tell little: of a state in offices that belong to no body of the
    organisation, or of people whom no source shows in office within some years. `unfilled`: the seats of a state, an office or a body that
    nobody shown held then; `vacancies`: those that sources say stood empty then. `chair_known`: some state surely was in the chair.
    `seated`: only seats were asked about; `wanted`: of an office the states, of a state the offices asked about (None: all).
    `unseated`: the meetings asked about at which the record has no seat of it. `left_out`: possible holders, where only
    what is certain was asked for.
    """

    match: Match
    kind: str
    period: Days | None
    held: list[Held]
    memberships: list[tuple[Record, Certainty | None]]
    chairmanships: list[tuple[Record, Certainty | None]]
    seats: list[Seat]
    unshown: tuple[Held, ...] = ()
    unfilled: tuple[Unfilled, ...] = ()
    vacancies: tuple[Vacant, ...] = ()
    chair_known: bool = True
    seated: bool = False
    wanted: frozenset[str] | None = None
    unseated: tuple[Record, ...] = ()
    left_out: tuple[Held, ...] = ()


class WhoAsked(NamedTuple):
    """What narrows the answer: the days, the offices and states, the whole history instead of one day, meetings; `certain`: without what
    is only possibly so."""

    period: Days | None = None
    history: bool = False
    offices: frozenset[str] | None = None
    states: frozenset[str] | None = None
    meetings: tuple[str, ...] | None = None
    certain: bool = False

    def keeps(self, certainty: Certainty | None) -> bool:
        """Whether what is so sure is to be shown."""
        return not self.certain or certainty != "possibly"


def portrait(store: Store, match: Match, asked: WhoAsked) -> Portrait:
    """The answer for one record. With no day asked, a state and a body are shown on meta.as_of, a person and an office in full;
    the history of a stretch of time is everybody who can have held office in it."""
    kind = KINDS[match.table]
    whole = asked.period is None and (asked.history or kind in ("person", "office"))
    period = None if whole else asked.period or days_of(store.meta["as_of"])
    held = [item for item in _held(store, period, match) if _concerns(store, item[0], match) and _wanted(item[0], asked)]
    if kind == "office":
        held = holders.by_seat(held)
    if kind == "person":
        held = holders.by_time(held)
    if kind == "body" and period:
        held = seated(store, match.record["id"], held, period)
    left_out = tuple(item for item in held if not asked.keeps(item[1]))
    held = [item for item in held if asked.keeps(item[1])]
    day = asked.period or (ALWAYS if asked.history else days_of(store.meta["as_of"]))
    in_bodies = kind == "state" and not asked.offices
    kept = [
        item for item in held if kind == "person" or asked.history or item[1] != "possibly" or _tells(store, item[0], period, in_bodies)
    ]
    seats = _seats(store, match, asked)
    return Portrait(
        match,
        kind,
        period,
        kept,
        _memberships(store, match.record, asked, period) if kind == "state" else [],
        _chairmanships(store, match, asked, day) if kind in ("state", "body") else [],
        seats,
        tuple(item for item in held if item not in kept),
        _unfilled(store, match, kept, asked, period) if period else (),
        tuple(vacant for vacant in stood_empty(store, held, period) if _in_question(store, vacant, match, asked)),
        any(certainty == "yes" for _, certainty in membership.chairs_on(store, day)),
        wanted=asked.offices if kind == "state" else _states(match, asked),
        unseated=_unseated(store, seats, asked),
        left_out=left_out,
    )


def only_seats(item: Portrait) -> Portrait:
    """A portrait narrowed to seats at meetings."""
    return item._replace(held=[], memberships=[], chairmanships=[], period=None, unshown=(), unfilled=(), vacancies=(), seated=True)


def in_days(store: Store, meetings: Sequence[str], period: Days) -> tuple[str, ...]:
    """Those of the meetings that were, or can have been, in the days asked about."""
    return tuple(meeting_id for meeting_id in meetings if (meeting := store.get(meeting_id)) and _can_be_in(meeting, period))


def _can_be_in(meeting: Record, period: Days) -> bool:
    return dated_by(spans_given(meeting, "date", "end_date"), period) != "no"


def _states(match: Match, asked: WhoAsked) -> frozenset[str] | None:
    """The states asked about: the one to which the name narrowed an office, else those of --state."""
    return frozenset((match.within,)) if match.within else asked.states


def _tells(store: Store, holding: Holding, period: Days | None, in_bodies: bool) -> bool:
    """Whether a possible holder is worth showing: in an office of a body (`in_bodies`: where none was asked about), and seen in office
    within some years."""
    if in_bodies and not bodies_of(store, holding.post):
        return False
    days = holding.around or holding.seen
    if days is None or period is None:
        return False
    first, last = days
    return (period.first - last).days <= NEAR_DAYS and (first - period.last).days <= NEAR_DAYS


def _unfilled(store: Store, match: Match, shown: list[Held], asked: WhoAsked, period: Days) -> tuple[Unfilled, ...]:
    """The seats in question in which nobody is shown on any day: of a state, or of an office or a body in the states asked about."""
    if match.table == "states":
        return unfilled_of_state(store, match.record["id"], shown, asked.offices, period)
    if match.table == "offices":
        return unfilled_in_offices(store, [match.record], shown, _states(match, asked), period)
    if asked.offices is not None:
        return ()
    own = [office for office in store.table("offices") if office.get("body") == match.record["id"] and office.get("seats") != "several"]
    return unfilled_in_offices(store, own, shown, asked.states, period)


def _in_question(store: Store, vacant: Vacant, match: Match, asked: WhoAsked) -> bool:
    """Whether a vacancy is one of the state, of the office, or of a seat in the body, of the offices and states asked about, and as sure
    as asked."""
    if not asked.keeps(vacant.certainty):
        return False
    if match.table == "states":
        return vacant.state == match.record["id"] and (asked.offices is None or vacant.office in asked.offices)
    if asked.states is not None and vacant.state not in asked.states:
        return False
    if match.table == "bodies":
        body = str((store.get(vacant.office) or {}).get("body"))
        return match.record["id"] in (body, "csto") and (asked.offices is None or vacant.office in asked.offices)
    return match.table == "offices" and vacant.office == match.record["id"] and match.within in (None, vacant.state)


def _held(store: Store, period: Days | None, match: Match) -> list[Held]:
    """The holdings in question: for a state only those of its officials, for who sat in its seats were all its own."""
    state = str(match.record["id"]) if match.table == "states" else None
    if period is None:
        return [(holding, None) for holding in holders.in_order(store, holders.all_holdings(store, state))]
    return [*holders.holders_on(store, period, state)]


def _concerns(store: Store, holding: Holding, match: Match) -> bool:
    """Whether a holding belongs in the answer for the record: the state's, the person's, of the office or in the body."""
    record_id = str(match.record["id"])
    if match.table == "states":
        return holding.state == record_id
    if match.table == "officials":
        return str(holding.person["id"]) == record_id
    if match.table == "offices":
        return record_id in holding.seats and match.within in (None, holding.state)
    return record_id in bodies_of(store, holding.post)


def _wanted(holding: Holding, asked: WhoAsked) -> bool:
    if asked.offices is not None and not holding.seats & asked.offices:
        return False
    # Of a post of the organisation the state is that of the person, who was sent by it.
    return asked.states is None or (holding.state or holding.person.get("state")) in asked.states


def member_then(store: Store, item: Portrait, holding: Holding) -> Certainty | None:
    """Whether a holder's state belonged to the treaty or the organisation on the days asked about; None where none were, or of no state."""
    state = store.get(holding.state)
    return membership.belonged(store, state, item.period) if state and item.period and item.kind != "person" else None


def _memberships(store: Store, state: Record, asked: WhoAsked, period: Days | None) -> list[tuple[Record, Certainty | None]]:
    if period is None:
        return [(tie, None) for tie in state["memberships"]]
    return [(tie, certainty) for tie, certainty in membership.memberships_in(store, state, period) if asked.keeps(certainty)]


def _chairmanships(store: Store, match: Match, asked: WhoAsked, period: Days) -> list[tuple[Record, Certainty | None]]:
    """The chair on the days asked about: for a state only its own, for the organisation and its Council whoever had it."""
    if match.table == "bodies" and match.record["id"] not in ("csto", "csc"):
        return []
    chairs = [pair for pair in membership.chairs_on(store, period) if asked.keeps(pair[1])]
    return [pair for pair in chairs if match.table == "bodies" or pair[0]["state"] == match.record["id"]]


def _seats(store: Store, match: Match, asked: WhoAsked) -> list[Seat]:
    """Seats at meetings: all of a person's in the period, and those of whatever was asked at the meetings named."""
    if match.table != "officials" and asked.meetings is None:
        return []
    found = []
    for meeting in sorted(store.table("meetings"), key=lambda item: (item["date"], item["id"])):
        if asked.meetings is not None and meeting["id"] not in asked.meetings:
            continue
        if asked.period and not _can_be_in(meeting, asked.period):
            continue
        seats = [seat for seat in seats_at(store, meeting) if _sits(seat, match) and _seat_wanted(seat, asked)]
        days = days_of(meeting["date"])
        found += [Seat(meeting, seat, holders.acted(store, seat.get("person"), seat.get("office"), days)) for seat in seats]
    return found


def _unseated(store: Store, seats: list[Seat], asked: WhoAsked) -> tuple[Record, ...]:
    """The meetings asked about at which none of these seats is."""
    seated = {seat.meeting["id"] for seat in seats}
    return tuple(meeting for meeting_id in asked.meetings or () if meeting_id not in seated and (meeting := store.get(meeting_id)))


def _seat_wanted(seat: Record, asked: WhoAsked) -> bool:
    if asked.offices is not None and seat.get("office") not in asked.offices:
        return False
    return asked.states is None or seat.get("state") in asked.states


def _sits(seat: Record, match: Match) -> bool:
    """Whether a seat is the state's, the person's, or of the office (of the state that the name narrowed it to); of a body all are."""
    field = {"states": "state", "officials": "person", "offices": "office"}.get(match.table)
    return (field is None or seat.get(field) == match.record["id"]) and match.within in (None, seat.get("state"))
