"""When an office of a state stood empty, as sources say: on those days the record's answer is that nobody held it."""

from __future__ import annotations

from typing import NamedTuple

from csto_cli.dates import Certainty, Days, days_of
from csto_cli.disputes import by_all_dates
from csto_cli.model import Record
from csto_cli.queries.membership import span_certainty
from csto_cli.store import Store


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


def sure_days(vacancy: Record) -> Days | None:
    """The days on which an office surely stood empty, from the day on which it fell vacant to that on which it was filled; None where
    one of the two is not known."""
    if "start" not in vacancy or "end" not in vacancy:
        return None
    first, last = days_of(vacancy["start"]).last, days_of(vacancy["end"]).first
    return Days(first, last) if first <= last else None
