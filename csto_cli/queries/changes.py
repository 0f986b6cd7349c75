"""What changed between two days: offices that changed hands, documents adopted or in force, memberships altered, the chair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from csto_cli.dates import ALWAYS, Certainty, Days
from csto_cli.disputes import dated_by, disputes_on, doubt, spans_given
from csto_cli.model import Record
from csto_cli.queries.acts import DATED, IN_FORCE, acts, whose
from csto_cli.queries.handovers import Handover, handovers
from csto_cli.queries.holders import all_holdings, seat_label
from csto_cli.queries.steps import LEFT, TOOK, once_told, steps
from csto_cli.store import Store, label_of

KINDS = ("office", "document", "membership", "chair")
"""What can change; `--type` takes one of them."""

CHANGING = ("signed", "approved", "adopted", "ratified", DATED, IN_FORCE)
"""What was done with a document that counts as a change: not a draft agreed for a higher organ, nor what was only expected."""


class Change(NamedTuple):
    """One change: `entry` is what JSON carries (see FIELDS), `certainty` whether it fell into the period."""

    entry: Record
    certainty: Certainty


FIELDS = (
    "date", "earliest", "latest", "kind", "event", "office", "state", "organization", "from", "from_acting", "from_until", "to",
    "to_acting", "label", "meeting", "record", "certainty", "disputed", "sources", "documents", "in_place_of",
)  # fmt: skip
"""The fields of a change. `date` is as a source states it; where none does, the change lies between `earliest` and `latest`, inclusive.
`from` and `to` are ids of officials, missing where the record has none; `record` is the id of what changed: the successor (else the
predecessor), the document, the state. `from_until` is the predecessor's last day, where it is another. `disputed` is there, and true, where
sources disagree on the change; its `label` says so too. `documents` of a membership's step are those which its instrument is.
`in_place_of` is an office that the state did not have, in whose place that of the change stood."""

REFERENCES = {
    **dict.fromkeys(("office", "state", "organization", "from", "to", "meeting", "record", "in_place_of"), False),
    "documents": True,
}
"""Those of FIELDS that hold ids of records other than sources, each with whether it holds several."""


def changes(
    store: Store,
    period: Days,
    states: frozenset[str] | None = None,
    offices: frozenset[str] | None = None,
    kinds: frozenset[str] | None = None,
) -> list[Change]:
    """The changes that are *yes* or *possibly* in `period`, by kind, then by date.

    `states` keeps changes of these states (and documents to which one of them is party), `offices` offices only. What a state did with a
    document is told once: as the document's, where both that and the state's step fit.
    """
    makers = {"office": _office_changes, "document": _document_changes, "membership": _membership_changes, "chair": _chair_changes}
    wanted = [kind for kind in KINDS if kind in kinds] if kinds else ["office"] if offices is not None else list(KINDS)
    kept = []
    for name in wanted:
        found = [change for change in makers[name](store, period) if change.certainty != "no"]
        kept += sorted(found, key=lambda change: (_when(change.entry), change.entry["record"]))
    fitting = [
        change
        for change in kept
        if (offices is None or offices & {change.entry.get("office"), change.entry.get("in_place_of")})
        and (states is None or states & set(_states(store, change.entry)))
    ]
    return once_told(fitting, lambda change: change.entry)


def undated(store: Store, states: frozenset[str] | None = None, offices: frozenset[str] | None = None) -> int:
    """How many holdings of these offices and states have no day of coming or going, nor a neighbour by whom one could be told."""
    told = {id(part.post) for handover in handovers(store, ALWAYS) for part in handover[:2] if part}
    return sum(
        id(holding.post) not in told and not {"start", "end"} & holding.post.keys()
        for holding in all_holdings(store)
        if (offices is None or holding.seats & offices) and (states is None or holding.state in states)
    )


def _when(entry: Record) -> str:
    return str(entry.get("date") or entry.get("latest") or "")


def _states(store: Store, entry: Record) -> list[str]:
    if entry["kind"] == "document" and "state" not in entry:
        return [*(whose(store, store.get(entry["record"]) or {}, entry["event"]) or ())]
    return [entry["state"]] if "state" in entry else []


def _change(certainty: Certainty, **values: object) -> Change:
    made = {field: values.get("from_" if field == "from" else field) for field in FIELDS} | {"certainty": certainty}
    return Change({field: value for field, value in made.items() if value not in (None, False)}, certainty)


def _office_changes(store: Store, period: Days) -> Iterator[Change]:
    """Each handover, arrival and departure."""
    for handover in handovers(store, period):
        event = "left office" if handover.after is None else "changed hands" if handover.before else "took office"
        yield _office_change(store, event, handover)


def _office_change(store: Store, event: str, handover: Handover) -> Change:
    before, after, date, days, certainty = handover
    holding = handover.holding
    disputed = bool(before and disputes_on(before.post, *LEFT)) or bool(after and disputes_on(after.post, *TOOK))
    sources = [source for part in (before, after) if part for source in part.post.get("sources") or part.person["sources"]]
    return _change(
        certainty,
        date=date,
        earliest=None if date else days.first.isoformat(),
        latest=None if date else days.last.isoformat(),
        kind="office",
        event=event,
        office=holding.office,
        state=holding.state,
        organization=holding.post.get("organization"),
        in_place_of=holding.post.get("in_place_of"),
        from_=before.person["id"] if before else None,
        from_acting=before.post.get("acting") if before else None,
        from_until=before.post.get("end") if before and after and before.post.get("end") != date else None,
        to=after.person["id"] if after else None,
        to_acting=after.post.get("acting") if after else None,
        label=seat_label(store, holding.office, holding.state or holding.post.get("organization")) + doubt(disputed),
        record=holding.person["id"],
        disputed=disputed,
        sources=list(dict.fromkeys(sources)),
    )


def _document_changes(store: Store, period: Days) -> Iterator[Change]:
    """Each thing that was done with a document, and its entry into force; a draft agreed for a higher organ and what was only expected are
    no change."""
    for document in store.table("documents"):
        for act in acts(store, document):
            if act.action in CHANGING:
                whose = f"{store.label(act.state)}: " if act.state else ""
                yield _change(
                    dated_by(act.spans, period),
                    date=act.date,
                    kind="document",
                    event=act.action,
                    state=act.state,
                    label=whose + label_of(document) + doubt(act.disputed),
                    meeting=act.meeting,
                    record=document["id"],
                    disputed=act.disputed,
                    sources=act.sources,
                )


def _membership_changes(store: Store, period: Days) -> Iterator[Change]:
    for step in steps(store):
        yield _change(
            dated_by(step.spans, period),
            date=step.date,
            kind="membership",
            event=step.event,
            state=step.state["id"],
            organization=step.organization,
            label=step.label + doubt(step.disputed),
            record=step.state["id"],
            disputed=step.disputed,
            sources=step.sources,
            documents=step.documents or None,
        )


def _chair_changes(store: Store, period: Days) -> Iterator[Change]:
    """Each state that took the chair, with the person who led it, and who had led the one before."""
    turns = sorted(store.table("chairmanships"), key=lambda turn: str(turn.get("start") or turn.get("end")))
    for before, turn in zip([None, *turns], turns, strict=False):
        if "start" not in turn:
            continue
        disputed = disputes_on(turn, "start")
        yield _change(
            dated_by(spans_given(turn, "start"), period),
            date=turn["start"],
            kind="chair",
            event="took the chair",
            state=turn["state"],
            from_=before.get("chair") if before else None,
            to=turn.get("chair"),
            label=store.label(turn["state"]) + doubt(disputed),
            record=turn["id"],
            disputed=disputed,
            sources=turn["sources"],
        )
