"""The rows of a list -> an answer: columns or chosen fields, records with what was computed, groups and notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from csto_cli.model import TABLES, Record, name_paths, paths_of
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.indexes import documents_named_at
from csto_cli.queries.timeline import FIELDS as TIMELINE_FIELDS
from csto_cli.queries.timeline import REFERENCES
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.columns import DISPUTED, columns_of, headers_of
from csto_cli.views.expand import entry_names, expanded, expanded_entry
from csto_cli.views.text import Reader, at_path, cell, documents_line, undone_line

COMPUTED = {"documents": ("meeting",), "meetings": ("documents_named",)}
"""What a list adds to the records of a table alone."""

SHOWN = {"documents": {"date_shown": "date"}}
"""Columns that have the name of a field and show more than that: the names under which `--fields` takes what they show."""


def list_answer(reader: Reader, table: str, rows: Sequence[Row], asked: Criteria, fields: Sequence[str], expand: bool) -> Answer:
    """The answer of a list command; `fields` replaces the columns, and in JSON the whole records."""
    columns: dict[str, Callable[[Row], str]] = columns_of(reader, table, asked)
    records = [with_computed(reader.store, row, table) for row in rows]
    if expand:
        records = [
            expanded(reader, TABLES[table], record) if table in TABLES else expanded_entry(reader, record, REFERENCES) for record in records
        ]
    if fields:
        records = [
            {field: value_of(columns, table, row, record, field) for field in fields} for row, record in zip(rows, records, strict=True)
        ]
        cells = [[cell(reader, value) for value in record.values()] for record in records]
        headers = list(fields)
    else:
        cells = [[made(row) for made in columns.values()] for row in rows]
        headers = list(columns)
    grouped = table == "documents" and not fields
    ids = [str(row.record.get("id") or row.record["record"]) for row in rows]
    return Answer(
        headers,
        cells,
        records,
        list(dict.fromkeys(ids)),
        group="meeting" if grouped else None,
        headings={row.meeting or "": _heading(reader, row.meeting) for row in rows} if grouped else {},
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
    )


def value_of(columns: Mapping[str, Callable[[Row], str]], table: str, row: Row, record: Record, field: str) -> Any:
    """What a row has under a field of its record, or under the name of a column of the list that is no field."""
    column = SHOWN.get(table, {}).get(field, field)
    if column in columns and field not in stored_fields(table):
        return columns[column](row) or None
    return at_path(record, field)


def order_of(columns: Mapping[str, Callable[[Row], str]], table: str, row: Row, record: Record, field: str) -> Any:
    """That by which a row is ordered: what the list shows in the column, but of a count the count itself; of a field that it does not show
    what the record has."""
    value = value_of(columns, table, row, record, field)
    if field not in headers_of(table) or (isinstance(value, dict) and "count" in value):
        return value
    return columns[field](row) or None


def with_computed(store: Store, row: Row, table: str) -> Record:
    """The whole record, then what was computed: how many documents of a meeting the record names, the group, the certainty, and on which
    fields sources disagree."""
    record = dict(row.record)
    if table == "meetings":
        record["documents_named"] = documents_named_at(store)[row.record["id"]]
    if row.meeting:
        record["meeting"] = row.meeting
    if row.certainty:
        record["certainty"] = row.certainty
    if row.disputed:
        record["sources_disagree"] = list(row.disputed)
    return record


@cache
def stored_fields(table: str) -> tuple[str, ...]:
    """Every path of the records of a list, and what a list adds to them."""
    own = paths_of(TABLES[table]) if table in TABLES else TIMELINE_FIELDS
    disputed = ("sources_disagree",) if table in DISPUTED else ()
    return (*own, "certainty", *COMPUTED.get(table, ()), *disputed)


def names_of_list(table: str) -> frozenset[str]:
    """The paths of the names that `--expand` puts beside ids in a list."""
    return name_paths(TABLES[table]) if table in TABLES else entry_names(REFERENCES, TIMELINE_FIELDS)


def fields_of_list(table: str) -> list[str]:
    """Every path that `--fields` takes for a list; its columns that are no fields too."""
    stored = stored_fields(table)
    return [*stored, *(header for header in headers_of(table) if header not in stored), *SHOWN.get(table, ())]


def notes_on_fields(table: str) -> list[str]:
    """What is to be said of fields that the list shows more of than the record has under their name."""
    shown = SHOWN.get(table, {})
    return [f"{column} is the record's own; what the list shows as {column} is {name}" for name, column in shown.items()]


def _heading(reader: Reader, meeting_ids: str | None) -> str:
    """What stands above the documents of a meeting on a screen."""
    if not meeting_ids:
        return "outside meetings, or at none in the record"
    lines = []
    for meeting_id in meeting_ids.split("; "):
        meeting = reader.store.get(meeting_id)
        if meeting:
            counts = [part for part in (documents_line(reader.store, meeting), undone_line(reader.store, meeting)) if part]
            lines.append(f"{meeting_id}  {reader.label(meeting)}" + (f": {', '.join(counts)}" if counts else ""))
    return "\n".join(lines)
