"""The dated steps of a state towards, within or away from the treaty, the organisation or the Assembly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from csto_cli.model import Record
from csto_cli.queries.disputes import disputes_on
from csto_cli.store import Store, label_of

_BEGAN = {"member": "became member", "observer": "became observer"}
_ENDED = {"member": "ceased to be member", "observer": "ceased to be observer"}
_LEAVING = ("suspended", "frozen", "withdrew")
"""Steps that are as doubtful as what became of the membership."""

_DECIDING = {"start": ("start", "role"), "end": ("end", "status")}
"""What must be agreed on for the begin, or the end, of a tie to be so."""

TOOK = ("start", "office", "title", "acting")
LEFT = ("end", "office", "title", "acting")
"""What must be agreed on for the begin, or the end, of a post to be so."""


class Step(NamedTuple):
    """One step: the state, what happened when, in words, by which instrument or to which organisation, who says so, who disagrees."""

    state: Record
    event: str
    date: str
    label: str
    organization: str | None
    sources: list[str]
    disputed: bool


def steps(store: Store, lang: str = "en") -> Iterator[Step]:
    """The milestones of each state, and the begins and ends of its ties of which no milestone on the same day tells."""
    for state in store.table("states"):
        milestones = state.get("milestones", [])
        told = {milestone["date"] for milestone in milestones}
        for milestone in milestones:
            step = _step(
                state,
                milestone["event"],
                milestone["date"],
                milestone.get("instrument") or milestone.get("note", "membership"),
                None,
                milestone,
                lang,
            )
            doubted = milestone["event"] in _LEAVING and any(disputes_on(tie, "status", "end") for tie in state["memberships"])
            yield step._replace(disputed=doubted or "disputes" in milestone)
        for tie in state["memberships"]:
            for field, words in (("start", _BEGAN), ("end", _ENDED)):
                if field in tie and tie[field] not in told:
                    step = _step(state, words[tie["role"]], tie[field], tie["organization"], tie["organization"], tie, lang)
                    yield step._replace(disputed=disputes_on(tie, *_DECIDING[field]))


def _step(state: Record, event: str, date: str, label: str, organization: str | None, part: Record, lang: str) -> Step:
    return Step(state, event, date, f"{label_of(state, lang)}: {label}", organization, part.get("sources") or state["sources"], False)
