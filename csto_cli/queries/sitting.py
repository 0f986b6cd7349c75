"""Which of two offices of one state had its seat in a body on a day: a president or a prime minister in the Council.

Who stood in at a single meeting, as a prime minister for his president, had a seat at that meeting and none in the body.
"""

from __future__ import annotations

from datetime import date

from csto_cli.dates import Certainty, Days, days_of
from csto_cli.queries.holders import Held, Holding
from csto_cli.queries.membership import belonged
from csto_cli.queries.seats import present_at
from csto_cli.store import Store


def is_seat(store: Store, office_id: str) -> bool:
    """Whether an office is the one seat of its state in a body of the organisation."""
    office = store.get(office_id) or {}
    return "body" in office and office.get("seats") != "several"


def seated(store: Store, body: str, held: list[Held], period: Days) -> list[Held]:
    """The holdings of a body's seats in these days: of the states that belonged then, no surer than that, and where two offices of one can
    sit there, of the one that did; the organisation's own officials all."""
    kept: list[Held] = []
    for holding, certainty in held:
        state = store.get(holding.state)
        told = belonged(store, state, period) if state and "memberships" in state else "yes" if holding.state is None else "no"
        if told != "no":
            kept.append((holding, "possibly" if "possibly" in (told, certainty) else certainty))
    return sitting(store, body, kept, period)


def sitting(store: Store, body: str, held: list[Held], period: Days) -> list[Held]:
    """Of two offices of one state that have a seat in a body (a president and a prime minister), the holders of the one that sat there
    then: of both, each only possibly, where one sat before and the other after. All where the record shows no meeting."""
    offices: dict[str, set[str]] = {}
    for holding, _ in held:
        if holding.state and is_seat(store, holding.office):
            offices.setdefault(holding.state, set()).add(holding.office)
    seen = {state: _seen(store, body, state, several) for state, several in offices.items() if len(several) > 1}
    kept: list[Held] = []
    for holding, certainty in held:
        sittings = seen.get(holding.state or "") if is_seat(store, holding.office) else None
        sat = _sat(sittings, holding, period) if sittings else certainty
        if sat != "no":
            kept.append((holding, certainty if sat == "yes" else sat))
    return kept


NEAREST = 3
"""How many meetings before a day, and how many after it, tell who sat for a state: somebody may have stood in at two running."""


def _seen(store: Store, body: str, state: str, offices: set[str]) -> list[tuple[date, str]]:
    """On which days which of the offices sat for the state in the body, in order, without those who only stood in."""
    seen = sorted(
        (days_of(meeting["date"]).first, seat["office"])
        for meeting in store.table("meetings")
        if body in meeting["bodies"] and meeting["status"] == "held"
        for seat in present_at(store, meeting)
        if seat.get("state") == state and seat.get("office") in offices and seat.get("role") != "guest"
    )
    return [(when, office) for when, office in seen if not _stood_in(seen, when, office)]


def _stood_in(seen: list[tuple[date, str]], when: date, office: str) -> bool:
    """Whether an office sat at one meeting alone: the other sat at the meetings before it and after it."""
    before, after = [day for day, _ in seen if day < when], [day for day, _ in seen if day > when]
    if not before or not after:
        return False
    return all(other != office for day, other in seen if day in (before[-1], after[0]))


def _sat(seen: list[tuple[date, str]], holding: Holding, period: Days) -> Certainty:
    """Whether a holder had the seat in these days: *yes* if the office sat at a meeting in them while he can have held it, or sat on
    both sides of the first or the last of them; *possibly* if on one side only."""
    inside = [(when, office) for when, office in seen if period.first <= when <= period.last]
    if any(office == holding.office and _held_on(holding, when) for when, office in inside):
        return "yes"
    if inside and period.first == period.last:
        return "no"
    ends = [_around(seen, day) for day in period if _held_on(holding, day)]
    if {holding.office} in ends:
        return "yes"
    between = {office for _, office in inside}.union(*(_around(seen, day) for day in period)) if not ends else set().union(*ends)
    return "possibly" if holding.office in between else "no"


def _held_on(holding: Holding, day: date) -> bool:
    """Whether the office can have been held on a day."""
    return holding.possible.first <= day <= holding.possible.last


def _around(seen: list[tuple[date, str]], day: date) -> set[str]:
    """The office that sat at the meetings next to a day, or, where these differ, at most of the next few on each side of it."""
    before, after = [office for when, office in seen if when <= day][-NEAREST:], [office for when, office in seen if when > day][:NEAREST]
    next_to_it = {*before[-1:], *after[:1]}
    if len(next_to_it) < 2:
        return next_to_it
    return {max(sorted(set(side)), key=side.count) for side in (before, after)}
