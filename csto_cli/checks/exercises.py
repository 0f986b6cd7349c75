"""The logic of who took part in an exercise and who stayed out of it."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import possible_span
from csto_cli.dates import span_of
from csto_cli.store import Store


def nobody_took_part_and_stayed_out(store: Store) -> Iterator[Problem]:
    """No state both took part in an exercise, or was its host, and stayed out of it."""
    for exercise in store.table("exercises"):
        for state in exercise.get("absent", ()):
            if state in exercise.get("participants", ()):
                yield error("exercises", exercise["id"], "absent", f"{state} is among the participants too")
            elif state == exercise.get("host"):
                yield error("exercises", exercise["id"], "absent", f"{state} is the host")


def who_stayed_out_belonged(store: Store) -> Iterator[Problem]:
    """A state that stayed out of an exercise can have been a member of the organisation or the treaty then; nobody else is missed."""
    for exercise in store.table("exercises"):
        if "start" not in exercise:
            continue
        days = span_of(exercise["start"], exercise.get("end"))
        for state in filter(None, map(store.get, exercise.get("absent", ()))):
            ties = [tie for tie in state["memberships"] if tie["organization"] in ("cst", "csto") and tie["role"] == "member"]
            if not any(possible_span(tie.get("start"), tie.get("end")).overlaps(days) for tie in ties):
                yield error("exercises", exercise["id"], "absent", f"{state['id']} was no member on {exercise['start']}")


CHECKS = (nobody_took_part_and_stayed_out, who_stayed_out_belonged)
"""Every check of exercises."""
