"""The changes between two days as an answer: a row each, grouped by what changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from csto_cli.dates import days_of, is_exact
from csto_cli.disputes import doubt
from csto_cli.model import Record
from csto_cli.queries.changes import REFERENCES, Change
from csto_cli.queries.holders import seat_label
from csto_cli.views.answer import Answer
from csto_cli.views.expand import expanded_entry
from csto_cli.views.text import Reader, at_path, flat

COLUMNS = ["kind", "date", "event", "what", "from", "to", "certainty", "record"]
"""The columns of `changes`: the kind of change, its date (`earliest to latest` where no source states it), what happened, to which office,
document or membership, from whom to whom (acting marked), how sure it is that it fell between the days, the id of what changed."""

HEADINGS = {
    "office": "offices that changed hands",
    "document": "what was done with documents",
    "membership": "memberships",
    "chair": "the chair",
}


def changes_answer(reader: Reader, found: Sequence[Change], fields: Sequence[str], expand: bool) -> Answer:
    """The answer of `changes`; `fields` replaces the columns, and in JSON the whole entries."""
    records = [expanded_entry(reader, change.entry, REFERENCES) if expand else change.entry for change in found]
    headers = list(fields) or [*COLUMNS, *(["sources"] if reader.cites else [])]
    if fields:
        records = [{field: at_path({**record, "what": _what(reader, record)}, field) for field in fields} for record in records]
        rows = [[flat(value) for value in record.values()] for record in records]
    else:
        rows = [_row(reader, change.entry) for change in found]
    return Answer(
        headers,
        rows,
        records,
        list(dict.fromkeys(str(change.entry["record"]) for change in found)),
        group=None if fields else "kind",
        headings=HEADINGS,
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
    )


def _row(reader: Reader, entry: Record) -> list[str]:
    cells = [
        entry["kind"],
        entry.get("date") or f"{entry['earliest']} to {entry['latest']}",
        entry["event"],
        _what(reader, entry),
        _person(reader, entry, "from"),
        _person(reader, entry, "to"),
        entry["certainty"],
        entry["record"],
    ]
    return [*cells, reader.marks(entry["sources"])] if reader.cites else cells


def _what(reader: Reader, entry: Record) -> str:
    """The office with the state whose it is, the document's title, or the state with its tie; and whether sources disagree."""
    disputed = doubt("disputed" in entry)
    if entry["kind"] == "office":
        return seat_label(reader.store, entry["office"], entry.get("state") or entry.get("organization"), reader.lang) + disputed
    if entry["kind"] == "document":
        by = f"{reader.name(entry['state'])}: " if "state" in entry else ""
        return by + reader.name(entry["record"]) + disputed
    return str(entry["label"])


def _person(reader: Reader, entry: Record, side: str) -> str:
    """Who held the office; the day on which a predecessor left is said where it is not that of the change, nor the one before."""
    name = reader.name(entry.get(side))
    said = ["acting"] if entry.get(f"{side}_acting") else []
    until = entry.get(f"{side}_until")
    said += [f"until {until}"] if until and not _eve(until, entry.get("date")) else []
    return f"{name} ({', '.join(said)})" if said else name


def _eve(day: str, of: str | None) -> bool:
    """Whether a date is that of the day before another."""
    return of is not None and is_exact(day) and is_exact(of) and days_of(day).first == days_of(of).first - timedelta(1)
