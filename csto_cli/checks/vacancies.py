"""The times in which offices of states stood empty: when that can have been, and who cannot have held them then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import beyond_handover
from csto_cli.dates import Days, said, sure_span
from csto_cli.queries.holders import Holding, all_holdings
from csto_cli.queries.indexes import offices_of_several
from csto_cli.queries.vacancies import SeatKey, empty_days
from csto_cli.store import Store


def nobody_in_an_empty_office(store: Store) -> Iterator[Problem]:
    """While sources say that an office stood empty, nobody surely held it, or filled its seat in another, but who acted in it."""
    several = offices_of_several(store)
    held: dict[SeatKey, list[Holding]] = {}
    for holding in all_holdings(store):
        if holding.sure and not holding.post.get("acting"):
            for seat in holding.filled:
                held.setdefault(seat, []).append(holding)
    for state in store.table("states"):
        for number, vacancy in enumerate(state.get("vacancies", ())):
            empty = empty_days(vacancy) if vacancy["office"] not in several else None
            for holding in held.get((vacancy["office"], state["id"]), ()):
                if empty and holding.sure and empty.overlaps(holding.sure):
                    shared = Days(max(empty.first, holding.sure.first), min(empty.last, holding.sure.last))
                    words = f"said to be vacant while {holding.person['id']} held it, {said(shared)}"
                    yield error("states", state["id"], f"vacancies[{number}]", words)


def vacancies_have_days(store: Store) -> Iterator[Problem]:
    """A vacancy has a first or a last day, else it says of no day that the office stood empty."""
    for state in store.table("states"):
        for number, vacancy in enumerate(state.get("vacancies", ())):
            if "start" not in vacancy and "end" not in vacancy:
                yield error("states", state["id"], f"vacancies[{number}]", "neither start nor end")


def one_vacancy_at_a_time(store: Store) -> Iterator[Problem]:
    """An office does not fall vacant again before it was filled; the day of both may be one."""
    for state in store.table("states"):
        for (before, one), (number, other) in combinations(enumerate(state.get("vacancies", ())), 2):
            spans = [sure_span(vacancy.get("start"), vacancy.get("end")) for vacancy in (one, other)]
            if one["office"] == other["office"] and spans[0] and spans[1] and beyond_handover(spans[0], spans[1]):
                yield error("states", state["id"], f"vacancies[{number}]", f"overlaps vacancies[{before}]")


CHECKS = (nobody_in_an_empty_office, vacancies_have_days, one_vacancy_at_a_time)
"""Every check of vacancies."""
