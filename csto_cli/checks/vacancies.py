"""The times in which offices of states stood empty: who cannot have held them then."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import beyond_handover
from csto_cli.dates import ALWAYS, said
from csto_cli.queries.holders import Holding, all_holdings
from csto_cli.queries.vacancies import sure_days
from csto_cli.store import Store


def nobody_in_an_empty_office(store: Store) -> Iterator[Problem]:
    """While sources say that an office stood empty, nobody surely held it but who acted in it; its first and last day are shared."""
    held: dict[tuple[str, str | None], list[Holding]] = {}
    for holding in all_holdings(store):
        if holding.sure and not holding.post.get("acting"):
            held.setdefault((holding.office, holding.state), []).append(holding)
    for state in store.table("states"):
        for number, vacancy in enumerate(state.get("vacancies", ())):
            empty = sure_days(vacancy)
            for holding in held.get((vacancy["office"], state["id"]), []) if empty else []:
                shared = beyond_handover(empty or ALWAYS, holding.sure or ALWAYS)
                if shared:
                    words = f"said to be vacant while {holding.person['id']} held it, {said(shared)}"
                    yield error("states", state["id"], f"vacancies[{number}]", words)


CHECKS = (nobody_in_an_empty_office,)
"""Every check of vacancies."""
