"""What changed between two days: offices that changed hands, documents adopted, memberships that began, ended or were altered.

A handover is known as days on which it can have happened: the day on which the successor began, else any from the last on which the
predecessor surely sat to the first on which the successor surely did. It is *yes* where all of those lie in the period asked about,
*possibly* where only some do. Who left long before a successor came handed nothing over: the one left office, the other took it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from csto_cli.dates import ALWAYS, Certainty, Days, certainty_in, days_of
from csto_cli.disputes import dated_by, disputes_on, doubt, spans_given
from csto_cli.model import Record
from csto_cli.queries.acts import act_day, act_spans
from csto_cli.queries.holders import Holding, all_holdings, seat_label
from csto_cli.queries.steps import LEFT, TOOK, once_told, steps
from csto_cli.store import Store, label_of

KINDS = ("office", "document", "membership", "chair")
"""What can change; `--type` takes one of them."""

GAP = 31
"""Days between two posts that are still one time in office of one person, and between two persons one handover."""

ADOPTING = ("signed", "approved", "adopted", "ratified")


class Change(NamedTuple):
    """One change: `entry` is what JSON carries (see FIELDS), `certainty` whether it fell into the period."""

    entry: Record
    certainty: Certainty


FIELDS = (
    "date", "earliest", "latest", "kind", "event", "office", "state", "organization", "from", "from_acting", "from_until", "to",
    "to_acting", "label", "meeting", "record", "certainty", "disputed", "sources", "documents",
)  # fmt: skip
"""The fields of a change. `date` is as a source states it; where none does, the change lies between `earliest` and `latest`, inclusive.
`from` and `to` are ids of officials, missing where the record has none; `record` is the id of what changed: the successor (else the
predecessor), the document, the state. `from_until` is the predecessor's last day, where it is another. `disputed` is there, and true, where
sources disagree on the change; its `label` says so too. `documents` of a membership's step are those which its instrument is."""

REFERENCES = ("office", "state", "organization", "from", "to", "meeting", "record", "documents")
"""Those of FIELDS that hold ids of records other than sources."""


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
        if (offices is None or change.entry.get("office") in offices) and (states is None or states & set(_states(store, change.entry)))
    ]
    return once_told(fitting, lambda change: change.entry)


def undated(store: Store, states: frozenset[str] | None = None, offices: frozenset[str] | None = None) -> int:
    """How many holdings of these offices and states have no day at all, and so can be no part of an answer."""
    return sum(
        holding.sure is None and not ({"start", "end"} & holding.post.keys())
        for holding in all_holdings(store)
        if (offices is None or holding.office in offices) and (states is None or holding.state in states)
    )


def _when(entry: Record) -> str:
    return str(entry.get("date") or entry.get("latest") or "")


def _states(store: Store, entry: Record) -> list[str]:
    if entry["kind"] == "document" and "state" not in entry:
        return [*(store.get(entry["record"]) or {}).get("parties", ())]
    return [entry["state"]] if "state" in entry else []


def _change(certainty: Certainty, **values: object) -> Change:
    made = {field: values.get("from_" if field == "from" else field) for field in FIELDS} | {"certainty": certainty}
    return Change({field: value for field, value in made.items() if value not in (None, False)}, certainty)


def _office_changes(store: Store, period: Days) -> Iterator[Change]:
    seats: dict[tuple[str, str], list[Holding]] = {}
    for holding in all_holdings(store):
        whose = holding.state or holding.post.get("organization", "")
        seats.setdefault((holding.office, whose), []).append(holding)
    several = {office["id"] for office in store.table("offices") if office.get("seats") == "several"}
    for (office, _), held in seats.items():
        if office in several:
            for holding in held:
                yield from _arrival(store, None, holding, period)
                yield from _departure(store, holding, period)
        else:
            yield from _handovers(store, held, period)


def _handovers(store: Store, held: list[Holding], period: Days) -> Iterator[Change]:
    """Each holder of a seat for one after the one before; who left with nobody after him in the period; undated ones are no part."""
    line = sorted((holding for holding in held if holding.sure), key=lambda holding: _known(holding))
    for before, after in zip([None, *line], [*line, None], strict=True):
        if before and after and _goes_on(before, after):
            continue
        same = before is not None and after is not None and before.person["id"] == after.person["id"]
        handed = before is not None and after is not None and _handed_over(before, after)
        predecessor = before if handed and (not same or _confirmed(before, after)) else None
        arrived = list(_arrival(store, predecessor, after, period)) if after else []
        yield from arrived
        if before and not (predecessor and any(change.certainty != "no" for change in arrived)):
            yield from _departure(store, before, period)


def _confirmed(before: Holding | None, after: Holding | None) -> bool:
    """Whether a person holds an office on in another way: acting, then not."""
    return bool(before and after and before.person["id"] == after.person["id"] and before.post.get("acting") != after.post.get("acting"))


def _goes_on(before: Holding, after: Holding) -> bool:
    """Whether two posts are one time in office: the same person in the same way, with no gap of more than a month that dates show."""
    if before.person["id"] != after.person["id"] or _confirmed(before, after):
        return False
    end, start = before.post.get("end"), after.post.get("start")
    return not (end and start) or (days_of(start).first - days_of(end).last).days <= GAP


def _handed_over(before: Holding, after: Holding) -> bool:
    """Whether `after` can have followed `before` at once, or surely did within a month; one whose start nobody states can have."""
    touching = "start" not in after.post or after.possible.first - before.possible.last <= timedelta(1)
    return touching or (before.sure is not None and after.sure is not None and (after.sure.first - before.sure.last).days <= GAP)


def _known(holding: Holding) -> tuple[Days, str]:
    return holding.sure or ALWAYS, str(holding.person["id"])


def _arrival(store: Store, before: Holding | None, after: Holding, period: Days) -> Iterator[Change]:
    """`after` in the seat of `before` (None: the record names nobody before); nothing where no day of it is known."""
    start = after.post.get("start")
    if start is None and (before is None or before.sure is None or after.sure is None):
        return
    if start is not None:
        days = days_of(start)
    else:
        assert before is not None and before.sure is not None and after.sure is not None
        days = Days(min(before.sure.last, after.sure.first), after.sure.first)
    event = "changed hands" if before else "took office"
    certainty = dated_by(spans_given(after.post, "start"), period) if start else certainty_in(days, None, period)
    yield _office_change(store, event, before, after, start, days, certainty)


def _departure(store: Store, before: Holding, period: Days) -> Iterator[Change]:
    """Who left office on a stated day."""
    end = before.post.get("end")
    if end is not None:
        yield _office_change(store, "left office", before, None, end, days_of(end), dated_by(spans_given(before.post, "end"), period))


def _office_change(
    store: Store, event: str, before: Holding | None, after: Holding | None, date: str | None, days: Days, certainty: Certainty
) -> Change:
    holding = after or before
    assert holding is not None
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
    """Each thing that was done with a document, once; a draft agreed for a higher organ and what was only expected are no change."""
    for document in store.table("documents"):
        told: dict[tuple[object, ...], Change] = {}
        for event in _done(document):
            change = _document_change(store, document, event, period)
            told.setdefault(tuple(change.entry.get(field) for field in ("date", "event", "state")), change)
        yield from told.values()


def _done(document: Record) -> list[Record]:
    """What was done with the document; one without events was made on its own date."""
    events: list[Record] = document.get("events", [])
    if not events:
        return [{"action": "made", "date": document["date"]}] if "date" in document else []
    return [event for event in events if event["action"] in ADOPTING]


def _document_change(store: Store, document: Record, event: Record, period: Days) -> Change:
    date = act_day(store, event) or (None if "state" in event else document.get("date"))
    disputed = date == document.get("date") and disputes_on(document, "date")
    return _change(
        dated_by(act_spans(document, date), period) if date else "no",
        date=date,
        kind="document",
        event=event["action"],
        state=event.get("state"),
        label=(f"{store.label(event['state'])}: " if "state" in event else "") + label_of(document) + doubt(disputed),
        meeting=event.get("meeting"),
        record=document["id"],
        disputed=disputed,
        sources=event.get("sources") or document["sources"],
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
    """Each state that took the chair, with the person who led it."""
    for turn in store.table("chairmanships"):
        if "start" in turn:
            disputed = disputes_on(turn, "start")
            yield _change(
                dated_by(spans_given(turn, "start"), period),
                date=turn["start"],
                kind="chair",
                event="took the chair",
                state=turn["state"],
                to=turn.get("chair"),
                label=store.label(turn["state"]) + doubt(disputed),
                record=turn["id"],
                disputed=disputed,
                sources=turn["sources"],
            )
