"""Everything dated in the record as one list of entries, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from csto_cli.dates import dated_in
from csto_cli.model import Record
from csto_cli.queries.lists import LISTINGS, Criteria, Row, fits
from csto_cli.queries.steps import steps
from csto_cli.store import Store, label_of

KINDS = ("meeting", "document", "in-force", "exercise", "milestone", "chair", "office", "body")
"""What an entry can be of; `--type` takes one of them."""


def timeline(store: Store, asked: Criteria) -> list[Row]:
    """The entries that fit, by date. An entry has `date`, `end`, `kind`, `event`, `label`, `state`, `record` (the id of its record)."""
    unkinded = replace(asked, type=None)
    rows = []
    for entry, table, record in _entries(store):
        if asked.type and entry["kind"] != asked.type:
            continue
        if not fits(store, LISTINGS[table], record, unkinded):
            continue
        certainty = dated_in(entry["date"], entry.get("end"), asked.period) if asked.period else None
        if certainty != "no":
            rows.append(Row(entry, certainty))
    return sorted(rows, key=lambda row: (row.record["date"], row.record["kind"], row.record["record"]))


def _entry(date: str, kind: str, event: str, label: str, record: str, state: str | None = None, end: str | None = None) -> Record:
    entry = {"date": date, "end": end, "kind": kind, "event": event, "label": label, "state": state, "record": record}
    return {key: value for key, value in entry.items() if value is not None}


Entries = Iterator[tuple[Record, str, Record]]


def _entries(store: Store) -> Entries:
    for make in (_meetings, _documents, _exercises, _milestones, _chairs, _offices, _bodies):
        yield from make(store)


def _meetings(store: Store) -> Entries:
    for meeting in store.table("meetings"):
        label = label_of(meeting)
        entry = _entry(meeting["date"], "meeting", meeting["status"], label, meeting["id"], meeting.get("country"), meeting.get("end_date"))
        yield entry, "meetings", meeting


def _documents(store: Store) -> Entries:
    """Each day on which something was done with a document; its own date where the record tells of nothing done."""
    for document in store.table("documents"):
        label = label_of(document)
        done = dict.fromkeys((when, event["action"]) for event in document.get("events", ()) if (when := _day_of(store, event)))
        if not done and "date" in document:
            done = {(document["date"], "dated"): None}
        for when, action in done:
            yield _entry(when, "document", action, label, document["id"]), "documents", document
        if "in_force" in document:
            yield _entry(document["in_force"], "in-force", "in force", label, document["id"]), "documents", document


def _day_of(store: Store, event: Record) -> str | None:
    """The day of something done with a document: its own, else that of the meeting."""
    meeting = store.get(event.get("meeting"))
    return event.get("date") or (meeting["date"] if meeting else None)


def _exercises(store: Store) -> Entries:
    for exercise in store.table("exercises"):
        start = exercise.get("start") or exercise.get("end")
        if start:
            entry = _entry(
                start, "exercise", exercise["status"], label_of(exercise), exercise["id"], exercise.get("host"), exercise.get("end")
            )
            yield entry, "exercises", exercise


def _milestones(store: Store) -> Entries:
    for step in steps(store):
        yield _entry(step.date, "milestone", step.event, step.label, step.state["id"], step.state["id"]), "states", step.state


def _bodies(store: Store) -> Entries:
    for body in store.table("bodies"):
        if "founded" in body:
            yield _entry(body["founded"], "body", "founded", label_of(body), body["id"]), "bodies", body


def _chairs(store: Store) -> Entries:
    for chairmanship in store.table("chairmanships"):
        if "start" in chairmanship:
            label = f"{store.label(chairmanship['state'])} in the chair"
            yield (
                _entry(chairmanship["start"], "chair", "took the chair", label, chairmanship["id"], chairmanship["state"]),
                "chairmanships",
                chairmanship,
            )


def _offices(store: Store) -> Entries:
    for official in store.table("officials"):
        for post in official["posts"]:
            whose = store.label(post.get("organization") or official.get("state"))
            acting = "acting " if post.get("acting") else ""
            label = f"{label_of(official)}, {acting}{store.label(post['office'])}, {whose}"
            state = None if "organization" in post else official.get("state")
            only = {key: value for key, value in official.items() if key != "state" or state} | {"posts": [post]}
            if "start" in post:
                yield _entry(post["start"], "office", "took office", label, official["id"], state), "officials", only
            if "end" in post:
                yield _entry(post["end"], "office", "left office", label, official["id"], state), "officials", only
