"""Everything dated in the record as one list of entries, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from csto_cli.dates import ALWAYS, Certainty
from csto_cli.disputes import Span, dated_by, disputes_on, doubt, spans_given
from csto_cli.model import Record
from csto_cli.queries.acts import IN_FORCE, Act, act_fits, acts, whose
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.holders import seat_label
from csto_cli.queries.judging import exercise_judge, if_held
from csto_cli.queries.listings import LISTINGS
from csto_cli.queries.lists import fits
from csto_cli.queries.steps import LEFT, TOOK, once_told, steps
from csto_cli.store import Store, label_of

KINDS = ("meeting", "document", "in-force", "exercise", "milestone", "chair", "office", "body")
"""What an entry can be of; `--type` takes one of them."""

FIELDS = ("date", "end", "kind", "event", "label", "state", "record", "disputed", "documents", "sources")
"""The fields of an entry. `record` is the id of its record; `disputed` is there, and true, where sources disagree: `label` says so too.
`documents` of a milestone are those which its instrument is."""

REFERENCES = {"state": False, "record": False, "documents": True}
"""Those of FIELDS that hold ids, each with whether it holds several."""


class _Told(NamedTuple):
    """An entry; the table and the record, or what of it the entry is of, that tell whether it fits; when it was, as sources give it;
    whether it happened, or was only expected; whose it is (None: as the list of its table has it); what was done with a document."""

    entry: Record
    table: str
    record: Record
    spans: list[Span]
    done: bool = True
    states: frozenset[str] | None = None
    act: Act | None = None


def timeline(store: Store, asked: Criteria, lang: str = "en") -> list[Row]:
    """The entries that fit, by date, names in `lang` where the record has them so. See FIELDS for what an entry has.

    What a state did with a document is told once: as the document's where both that and the state's step fit.
    """
    unkinded = replace(asked, types=None)
    rows = []
    for told in _entries(store, lang):
        if (asked.types is not None and told.entry["kind"] not in asked.types) or (asked.disputed and "disputed" not in told.entry):
            continue
        if asked.actions is not None and not (told.act and act_fits(store, told.record, told.act, asked)):
            continue
        if asked.meetings is not None and told.table == "officials":
            continue  # who sat there took office on other days, which are no part of the meeting
        if asked.offices is not None and told.table == "meetings" and not asked.presence:
            continue  # that a holder sat there is no event of the office
        if asked.states is not None and told.states is not None and not asked.states & told.states:
            continue
        if not fits(store, LISTINGS[told.table], told.record, unkinded if told.states is None else replace(unkinded, states=None)):
            continue
        certainty = _certainty(store, told, asked) if asked.period else None
        if certainty != "no":
            rows.append(Row(told.entry, if_held(told.record, certainty)))
    rows = once_told(rows, lambda row: row.record)
    return sorted(rows, key=lambda row: (row.record["date"], row.record["kind"], row.record["record"]))


def _certainty(store: Store, told: _Told, asked: Criteria) -> Certainty:
    """Whether an entry is of the days asked about: an exercise as the list of exercises has it, what was only expected at most possibly."""
    if told.table == "exercises":
        return exercise_judge(store, asked)(told.record)
    certainty = dated_by(told.spans, asked.period or ALWAYS)
    return "possibly" if certainty == "yes" and not told.done else certainty


def _entry(
    date: str,
    kind: str,
    event: str,
    label: str,
    record: str,
    sources: list[str],
    state: str | None = None,
    end: str | None = None,
    disputed: bool = False,
    documents: list[str] | None = None,
) -> Record:
    values = (date, end, kind, event, label + doubt(disputed), state, record, disputed or None, documents or None, sources)
    entry = dict(zip(FIELDS, values, strict=True))
    return {key: value for key, value in entry.items() if value is not None}


Entries = Iterator[_Told]


def _entries(store: Store, lang: str) -> Entries:
    for make in (_meetings, _documents, _exercises, _milestones, _chairs, _offices, _bodies):
        yield from make(store, lang)


def _meetings(store: Store, lang: str) -> Entries:
    for meeting in store.table("meetings"):
        label, disputed = label_of(meeting, lang), disputes_on(meeting, "date", "end_date")
        where, end = meeting.get("country"), meeting.get("end_date")
        entry = _entry(meeting["date"], "meeting", meeting["status"], label, meeting["id"], meeting["sources"], where, end, disputed)
        yield _Told(entry, "meetings", meeting, spans_given(meeting, "date", "end_date"))


def _documents(store: Store, lang: str) -> Entries:
    """Each day on which something was done with a document, one state's own act as that state's; its own date where the record tells of
    nothing done."""
    for document in store.table("documents"):
        label = label_of(document, lang)
        for act in acts(store, document):
            kind = "in-force" if act.action == IN_FORCE else "document"
            entry = _entry(act.date, kind, act.action, label, document["id"], act.sources, act.state, disputed=act.disputed)
            done, of = act.action != "expected", whose(store, document, act.action, act.state)
            yield _Told(entry, "documents", document, act.spans, done, of, act)


def _exercises(store: Store, lang: str) -> Entries:
    for exercise in store.table("exercises"):
        start = exercise.get("start") or exercise.get("end")
        if start:
            label, disputed = label_of(exercise, lang), disputes_on(exercise, "start", "end")
            where, end = exercise.get("host"), exercise.get("end")
            entry = _entry(start, "exercise", exercise["status"], label, exercise["id"], exercise["sources"], where, end, disputed)
            yield _Told(entry, "exercises", exercise, spans_given(exercise, "start", "end"))


def _milestones(store: Store, lang: str) -> Entries:
    for step in steps(store, lang):
        state = step.state["id"]
        entry = _entry(
            step.date, "milestone", step.event, step.label, state, step.sources, state, disputed=step.disputed, documents=step.documents
        )
        yield _Told(entry, "states", step.state, step.spans)


def _bodies(store: Store, lang: str) -> Entries:
    for body in store.table("bodies"):
        if "founded" in body:
            disputed = disputes_on(body, "founded")
            entry = _entry(body["founded"], "body", "founded", label_of(body, lang), body["id"], body["sources"], disputed=disputed)
            yield _Told(entry, "bodies", body, spans_given(body, "founded"))


def _chairs(store: Store, lang: str) -> Entries:
    for turn in store.table("chairmanships"):
        if "start" in turn:
            state, disputed = turn["state"], disputes_on(turn, "start")
            label = f"{store.label(state, lang)} in the chair"
            entry = _entry(turn["start"], "chair", "took the chair", label, turn["id"], turn["sources"], state, turn.get("end"), disputed)
            yield _Told(entry, "chairmanships", turn, spans_given(turn, "start"))


def _offices(store: Store, lang: str) -> Entries:
    for official in store.table("officials"):
        for post in official["posts"]:
            acting = "acting " if post.get("acting") else ""
            seat = seat_label(store, post["office"], post.get("organization") or official.get("state"), lang)
            label = f"{label_of(official, lang)}, {acting}{seat}"
            state = None if "organization" in post else official.get("state")
            only = {key: value for key, value in official.items() if key != "state" or state} | {"posts": [post]}
            sources = post.get("sources") or official["sources"]
            for field, event, deciding in (("start", "took office", TOOK), ("end", "left office", LEFT)):
                if field in post:
                    disputed = disputes_on(post, *deciding)
                    entry = _entry(post[field], "office", event, label, official["id"], sources, state, disputed=disputed)
                    yield _Told(entry, "officials", only, spans_given(post, field))
