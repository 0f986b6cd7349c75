"""Seats that nobody in the record held on a day, or in a time, with who surely held them last before it and first after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from csto_cli.dates import Days, days_of
from csto_cli.model import Record
from csto_cli.queries import membership
from csto_cli.queries.holders import Held, Holding, all_holdings
from csto_cli.queries.vacancies import Vacant, vacancies
from csto_cli.store import Store

MAIN_BODIES = ("csc", "cfm", "cdm", "cssc")
"""The bodies whose seats are asked after: the Council, the ministers' two and the Committee of Secretaries (Charter, article 11)."""


class Unfilled(NamedTuple):
    """A seat without a holder: `of` is the office of a state, or the state of an office or a body; None where the record has nobody on
    that side."""

    of: str
    before: Holding | None
    after: Holding | None


def unfilled_of_state(store: Store, state: str, held: list[Held], offices: frozenset[str] | None, days: Days) -> tuple[Unfilled, ...]:
    """Of a state that belonged then, or can have: its seats in the main bodies, or those of them asked about, that nobody in `held` held
    and that somebody did on other days or could have, the body being there."""
    if membership.belonged(store, store.get(state) or {"memberships": []}, days) == "no":
        return ()
    known = [holding for holding in all_holdings(store, state) if holding.state]
    filled = {office for holding, _ in held for office in holding.seats}
    seats = [
        office
        for office in sorted(store.table("offices"), key=lambda item: item.get("order", 999))
        if office.get("body") in MAIN_BODIES and office.get("seats") != "several" and (offices is None or office["id"] in offices)
    ]
    open_ = [(office, [holding for holding in known if office["id"] in holding.seats]) for office in seats if office["id"] not in filled]
    return tuple(Unfilled(office["id"], *beside(holdings, days)) for office, holdings in open_ if holdings or _met(store, office, days))


def unfilled_in_offices(
    store: Store, offices: list[Record], held: list[Held], states: frozenset[str] | None, days: Days
) -> tuple[Unfilled, ...]:
    """Of an office that is a seat in a main body, or of those any of which is (a president or a prime minister): the states that belonged
    then, or can have (or those of them asked about), for which nobody in `held` held one and somebody did on other days or could have,
    the body being there."""
    seats = {office["id"] for office in offices if office.get("body") in MAIN_BODIES}
    if not seats:
        return ()
    seated = {holding.state for holding, _ in held}
    members = [
        state["id"]
        for state in store.table("states")
        if state["id"] not in seated and (states is None or state["id"] in states) and membership.belonged(store, state, days) != "no"
    ]
    by_state = {state: [holding for holding in all_holdings(store, state) if seats & holding.seats] for state in members}
    met = any(_met(store, office, days) for office in offices)
    return tuple(Unfilled(state, *beside(holdings, days)) for state, holdings in by_state.items() if holdings or met)


def _met(store: Store, office: Record, days: Days) -> bool:
    """Whether the body in which an office is a seat was there from the first of these days on."""
    founded = (store.get(office["body"]) or {}).get("founded")
    return founded is None or days_of(founded).first <= days.first


def stood_empty(store: Store, held: Iterable[Held], period: Days | None) -> list[Vacant]:
    """The vacancies of the days asked about, but on one day those whose seat somebody surely held: he left, or came, on a day that the
    vacancy shares with him."""
    one_day = period is not None and period.first == period.last
    sure = {holding.seat for holding, certainty in held if certainty == "yes" and not holding.post.get("acting")}
    return [vacant for vacant in vacancies(store, period) if not (one_day and vacant.seat in sure)]


def beside(holdings: Iterable[Holding], days: Days) -> tuple[Holding | None, Holding | None]:
    """Who surely held a seat last before these days, and first after them, though it may be on no day that is sure."""
    sure = [(holding.around, str(holding.person["id"]), holding) for holding in holdings if holding.around]
    before = max((item for item in sure if item[0].last < days.first), key=lambda item: (item[0].last, item[1]), default=None)
    after = min((item for item in sure if item[0].first > days.last), key=lambda item: (item[0].first, item[1]), default=None)
    return before and before[2], after and after[2]
