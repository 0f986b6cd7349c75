"""The dated steps of a state towards, within or away from the treaty, the organisation or the Assembly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from csto_cli.model import Record
from csto_cli.store import Store, label_of

_BEGAN = {"member": "became member", "observer": "became observer"}
_ENDED = {"member": "ceased to be member", "observer": "ceased to be observer"}


class Step(NamedTuple):
    """One step: the state, what happened when, in words, by which instrument or to which organisation, and who says so."""

    state: Record
    event: str
    date: str
    label: str
    organization: str | None
    sources: list[str]


def steps(store: Store) -> Iterator[Step]:
    """The milestones of each state, and the begins and ends of its ties of which no milestone on the same day tells."""
    for state in store.table("states"):
        milestones = state.get("milestones", [])
        told = {milestone["date"] for milestone in milestones}
        for milestone in milestones:
            yield _step(state, milestone["event"], milestone["date"], milestone.get("instrument", "membership"), None, milestone)
        for tie in state["memberships"]:
            for field, words in (("start", _BEGAN), ("end", _ENDED)):
                if field in tie and tie[field] not in told:
                    yield _step(state, words[tie["role"]], tie[field], tie["organization"], tie["organization"], tie)


def _step(state: Record, event: str, date: str, label: str, organization: str | None, part: Record) -> Step:
    return Step(state, event, date, f"{label_of(state)}: {label}", organization, part.get("sources") or state["sources"])
