"""Which states stayed out of an exercise, by a source's word or by being none of those named."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from csto_cli.dates import Days, days_of
from csto_cli.model import Record
from csto_cli.queries.membership import belonged
from csto_cli.store import Store


def stayed_out(exercises: Iterable[Record], state: str) -> list[Record]:
    """The exercises of which a source says that the state stayed out."""
    return [exercise for exercise in exercises if state in exercise.get("absent", ())]


def left_unnamed(store: Store, exercises: Iterable[Record], state: str) -> list[Record]:
    """The exercises of a member's days of which the record names who took part, and the state neither there nor as the host nor among
    those that stayed out; that does not say that it did."""
    member = store.get(state)
    return [
        exercise
        for exercise in exercises
        if member
        and "memberships" in member
        and exercise.get("participants")
        and ("start" in exercise or "end" in exercise)
        and state not in (*exercise["participants"], *exercise.get("absent", ()), exercise.get("host"))
        and all(belonged(store, member, Days(day, day)) == "yes" for day in _ends_of(exercise))
    ]


def _ends_of(exercise: Record) -> tuple[date, date]:
    """The first and the last day that are stated of an exercise, each as far as it is known."""
    return days_of(exercise.get("start") or exercise["end"]).first, days_of(exercise.get("end") or exercise["start"]).last
