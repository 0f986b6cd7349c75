"""Whether one part of a record fits all that was asked of such parts: one seat the state, the office, the person and the presence."""

from __future__ import annotations

from collections.abc import Collection

from csto_cli.model import UNSEEN, Record
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.seats import seats_at
from csto_cli.store import Store


def seat_fits(store: Store, meeting: Record, asked: Criteria) -> bool:
    """Whether one seat at a meeting fits all that is asked of seats; of several persons asked for, one of each.

    A meeting is of the state in which it was held too, unless an office or a presence is asked for, which only a seat has.
    """
    hosted = not asked.offices and not asked.presence and asked.states is not None and meeting.get("country") in asked.states
    states = None if hosted else asked.states
    if (states, asked.offices, asked.people, asked.presence) == (None, None, None, None):
        return True
    seats = [
        seat
        for seat in seats_at(store, meeting)
        if _is_of(seat, "state", states) and _is_of(seat, "office", asked.offices) and _is_of(seat, "presence", asked.presence)
    ]
    # Who is asked for by name and nothing else is looked for among those who were there.
    there = {seat.get("person") for seat in seats if asked.presence or seat.get("presence") not in UNSEEN}
    return asked.people <= there if asked.people is not None else bool(seats)


def part_fits(store: Store, exercise: Record, asked: Criteria) -> bool:
    """Whether a state asked for was the host of an exercise or took part in it; where a presence is asked for, whether one took part, or
    stayed out."""
    if not asked.presence:
        return asked.states is None or bool(asked.states & {exercise.get("host"), *exercise.get("participants", ())})
    told = (("in-person", exercise.get("participants", ())), ("absent", exercise.get("absent", ())))
    return any(presence in asked.presence and (asked.states is None or asked.states & set(states)) for presence, states in told if states)


def _is_of(seat: Record, field: str, values: Collection[str] | None) -> bool:
    return values is None or seat.get(field) in values
