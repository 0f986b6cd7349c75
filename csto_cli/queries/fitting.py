"""Whether one part of a record fits all that was asked of such parts: one seat the state, the person, the office and the presence, one
post the office and the body, one tie the body and the status, one act the action, the body and the place."""

from __future__ import annotations

from collections.abc import Collection

from csto_cli.dates import Certainty
from csto_cli.model import Record
from csto_cli.queries.acts import acts_of, done_there
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.membership import memberships_in, status_in
from csto_cli.queries.seats import bodies_of, is_taken, offices_of, present_at, seats_at
from csto_cli.store import Store


def seat_fits(store: Store, meeting: Record, asked: Criteria) -> bool:
    """Whether one seat at a meeting fits all that is asked of seats; of several persons asked for, one of each.

    Where neither an office nor a presence is asked for, the states are asked of the meeting, as its listing does, and the persons were
    there, whosever they are.
    """
    if not asked.offices and not asked.presence:
        return asked.people is None or asked.people <= {seat.get("person") for seat in present_at(store, meeting)}
    seats = seats_at(store, meeting)
    fitting = [
        seat
        for seat in seats
        if _is_of(seat, "state", asked.states) and _is_of(seat, "office", asked.offices) and _is_of(seat, "presence", asked.presence)
    ]
    # Where no presence is asked for, a person is looked for among those who were there.
    there = {seat.get("person") for seat in fitting if asked.presence or is_taken(seat)}
    return asked.people <= there if asked.people is not None else bool(fitting)


def part_fits(store: Store, exercise: Record, asked: Criteria) -> bool:
    """Whether a state asked for was the host of an exercise or took part in it; where a presence is asked for, whether one took part, or
    stayed out."""
    if not asked.presence:
        return asked.states is None or bool(asked.states & {exercise.get("host"), *exercise.get("participants", ())})
    told = (("in-person", exercise.get("participants", ())), ("absent", exercise.get("absent", ())))
    return any(presence in asked.presence and (asked.states is None or asked.states & set(states)) for presence, states in told if states)


def posts_fit(store: Store, official: Record, asked: Criteria) -> bool:
    """Whether one post of an official fits all that is asked of posts."""
    return any(post_fits(store, official, post, asked) for post in official["posts"])


def post_fits(store: Store, official: Record, post: Record, asked: Criteria) -> bool:
    """Whether a post is in the offices and the bodies asked about; where meetings are asked about beside those, whether its holder sat in
    it at one of them."""
    offices = offices_of(post)
    if asked.offices is not None and not offices & asked.offices:
        return False
    if asked.bodies is not None and not bodies_of(store, post) & asked.bodies:
        return False
    if asked.meetings is None or (asked.offices is None and asked.bodies is None):
        return True
    return not offices.isdisjoint(_sat_as(store, official, asked.meetings))


def _sat_as(store: Store, official: Record, meetings: Collection[str]) -> set[str]:
    """The offices in which somebody sat at these meetings."""
    held = [meeting for meeting_id in meetings if (meeting := store.get(meeting_id))]
    return {str(seat.get("office")) for meeting in held for seat in present_at(store, meeting) if seat.get("person") == official["id"]}


def ties_fit(store: Store, state: Record, asked: Criteria) -> bool:
    """Whether one tie of a state fits all that is asked of ties; on days asked about `judging.state_judge` says it."""
    if asked.period or (asked.bodies is None and asked.types is None):
        return True
    return bool(fitting_ties(store, state, asked))


def fitting_ties(store: Store, state: Record, asked: Criteria) -> list[tuple[Record, Certainty | None]]:
    """The ties of a state that fit the bodies and the words asked about (role, status), by how each stood on the days asked about, with
    the certainty that it was of those; where none were, by its status."""
    ties: list[tuple[Record, Certainty | None]] = [(tie, None) for tie in state["memberships"]]
    if asked.period:
        ties = [*memberships_in(store, state, asked.period)]
    return [(tie, certainty) for tie, certainty in ties if _tie_fits(store, state, tie, asked)]


def _tie_fits(store: Store, state: Record, tie: Record, asked: Criteria) -> bool:
    if asked.bodies is not None and tie["organization"] not in asked.bodies:
        return False
    stood = (status_in(store, state, tie, asked.period) or "current") if asked.period else tie["status"]
    return asked.types is None or not asked.types.isdisjoint((tie["role"], stood))


def acts_fit(store: Store, document: Record, asked: Criteria) -> bool:
    """Whether one thing done with a document fits all that is asked of such things: what it was, by whom, in which body and where."""
    if asked.actions is not None:
        return bool(acts_of(store, document, asked))
    apart = asked.bodies is None or asked.places is None
    return apart or any(done_there(store, document, event, asked) for event in document.get("events", ()))


def _is_of(seat: Record, field: str, values: Collection[str] | None) -> bool:
    return values is None or seat.get(field) in values
