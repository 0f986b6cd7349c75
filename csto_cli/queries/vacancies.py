"""When an office of a state stood empty, as sources say: on those days the record's answer is that nobody held it."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from csto_cli.dates import Certainty, Days, sure_span
from csto_cli.disputes import by_all_dates
from csto_cli.model import Record
from csto_cli.queries.membership import span_certainty
from csto_cli.store import Store

SeatKey = tuple[str, str | None]
"""What tells one seat from all others: the office and whose it is, a state or an organisation (None: the record does not say)."""

Seats = dict[SeatKey, list[Days]]
"""Days of seats."""


class Vacant(NamedTuple):
    """A time in which an office of a state stood empty (the record of it), and how sure that is on the days asked about (None: none
    were)."""

    state: str
    vacancy: Record
    certainty: Certainty | None

    @property
    def office(self) -> str:
        """The id of the office."""
        return str(self.vacancy["office"])

    @property
    def seat(self) -> SeatKey:
        """The seat that stood empty."""
        return self.office, self.state


def vacancies(store: Store, period: Days | None = None) -> list[Vacant]:
    """Every time in which an office stood empty on some of these days, surely or possibly, by state and then as recorded."""
    found = []
    for state in store.table("states"):
        for vacancy in state.get("vacancies", ()):
            certainty = vacant_in(store, vacancy, period) if period else None
            if certainty != "no":
                found.append(Vacant(state["id"], vacancy, certainty))
    return found


def vacant_in(store: Store, vacancy: Record, period: Days) -> Certainty:
    """Whether an office stood empty on any of these days: by its preferred dates, and possibly where by others that sources give."""
    as_of = store.meta["as_of"]
    return by_all_dates(vacancy, lambda dated: span_certainty(dated.get("start"), dated.get("end"), False, as_of, period), "start", "end")


def empty_days(vacancy: Record) -> Days | None:
    """The days on which surely nobody held the office: those between the day on which it fell vacant and that on which it was filled,
    which it shares with holders; None where there are none, or one of the two is not known."""
    sure = sure_span(vacancy.get("start"), vacancy.get("end"))
    if sure is None or (sure.last - sure.first).days < 2:
        return None
    return Days(sure.first + timedelta(1), sure.last - timedelta(1))


def empty_seats(store: Store) -> Seats:
    """The days on which seats surely stood empty."""
    spans: Seats = {}
    for vacant in vacancies(store):
        if days := empty_days(vacant.vacancy):
            spans.setdefault(vacant.seat, []).append(days)
    return spans
