"""The dated steps of a state towards, within or away from the treaty, the organisation or the Assembly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from csto_cli.disputes import Span, disputes_on, spans_given
from csto_cli.model import Record
from csto_cli.queries.membership import organization_name
from csto_cli.store import Store, label_of

T = TypeVar("T")

_BEGAN = {"member": "became member", "observer": "became observer"}
_ENDED = {"member": "ceased to be member", "observer": "ceased to be observer"}
_TELLING = {"rejoined": ("start",), "observer-granted": ("start",), "withdrew": ("end",)}
"""Milestones that tell the beginning or the end of a tie in words of their own."""

_LEAVING = ("suspended", "frozen", "withdrew")
"""Steps that are as doubtful as what became of the membership."""

_DECIDING = {"start": ("start", "role"), "end": ("end", "status")}
"""What must be agreed on for the beginning, or the end, of a tie to be so."""

TOOK = ("start", "office", "title", "acting")
LEFT = ("end", "office", "title", "acting")
"""What must be agreed on for the beginning, or the end, of a post to be so."""


class Step(NamedTuple):
    """One step: the state, what happened when, in words, by which instrument or to which organisation, who says so, who disagrees.

    `documents` are those of the record that the instrument is; `spans` its day as sources give it.
    """

    state: Record
    event: str
    date: str
    label: str
    organization: str | None
    documents: list[str]
    sources: list[str]
    disputed: bool
    spans: list[Span]


def steps(store: Store, lang: str = "en") -> Iterator[Step]:
    """The milestones of each state, and the beginnings and ends of its ties, but for those that a milestone on the same day tells in
    words of its own (`rejoined`, `withdrew`)."""
    for state in store.table("states"):
        milestones = state.get("milestones", [])
        told = {(milestone["date"], field) for milestone in milestones for field in _TELLING.get(milestone["event"], ())}
        for milestone in milestones:
            instrument = _instrument(store, milestone, lang)
            step = _step(state, milestone["event"], milestone["date"], instrument, None, milestone, lang)
            doubted = milestone["event"] in _LEAVING and any(disputes_on(tie, "status", "end") for tie in state["memberships"])
            yield step._replace(disputed=doubted or "disputes" in milestone, spans=spans_given(milestone, "date"))
        for tie in state["memberships"]:
            for field, words in (("start", _BEGAN), ("end", _ENDED)):
                if field in tie and (tie[field], field) not in told:
                    name = organization_name(store, tie["organization"], lang)
                    step = _step(state, words[tie["role"]], tie[field], name, tie["organization"], tie, lang)
                    yield step._replace(disputed=disputes_on(tie, *_DECIDING[field]), spans=spans_given(tie, field))


def _instrument(store: Store, milestone: Record, lang: str) -> str:
    """By what a step was taken, in the record's English words; in another language the documents that it was, if they have titles so."""
    documents = [store.get(document) or {} for document in milestone.get("documents", ())]
    if lang != "en" and documents and all(lang in document.get("title", {}) for document in documents):
        return "; ".join(str(document["title"][lang]) for document in documents)
    return str(milestone.get("instrument") or milestone.get("note", "membership"))


def _step(state: Record, event: str, date: str, label: str, organization: str | None, part: Record, lang: str) -> Step:
    words, documents = f"{label_of(state, lang)}: {label}", part.get("documents", [])
    return Step(state, event, date, words, organization, documents, part.get("sources") or state["sources"], False, [(date, None)])


def once_told(rows: Sequence[T], entry_of: Callable[[T], Record]) -> list[T]:
    """Rows without the steps of which others of them tell as what the same state did with the same documents, on the same day."""
    acts = {_act(entry, entry["record"]) for row in rows if (entry := entry_of(row))["kind"] == "document"}

    def again(entry: Record) -> bool:
        return "documents" in entry and all(_act(entry, document) in acts for document in entry["documents"])

    return [row for row in rows if not again(entry_of(row))]


def _act(entry: Record, document: str) -> tuple[str | None, str, str | None, str]:
    return entry.get("state"), entry["event"], entry.get("date"), document
