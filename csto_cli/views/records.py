"""Whole records of any tables as an answer: a card each for a person, their fields for a table or a script."""

from __future__ import annotations

from collections.abc import Sequence

from csto_cli.model import TABLES, Record, fields_of, name_paths, paths_of
from csto_cli.views.answer import Answer
from csto_cli.views.cards import card
from csto_cli.views.expand import expanded
from csto_cli.views.text import Reader, at_path, cell


def record_fields(tables: Sequence[str]) -> list[str]:
    """Every path that records of these tables have."""
    return list(dict.fromkeys(path for table in tables for path in paths_of(TABLES[table])))


def record_names(tables: Sequence[str]) -> frozenset[str]:
    """The paths of the names that `--expand` puts beside ids in records of these tables."""
    return frozenset().union(*(name_paths(TABLES[table]) for table in tables))


def records_answer(reader: Reader, found: Sequence[tuple[str, Record]], fields: Sequence[str], expand: bool) -> Answer:
    """The records in the order found; as rows they have the fields asked for, else every field that any of them has."""
    cards = [card(reader, table, record) for table, record in found]
    records = [expanded(reader, TABLES[table], record) if expand else record for table, record in found]
    ids = [record["id"] for record in records]
    headers = list(fields) or [
        field for field in dict.fromkeys(f for table, _ in found for f in fields_of(TABLES[table])) if any(field in r for r in records)
    ]
    rows = [[cell(reader, at_path(record, field)) for field in headers] for record in records]
    if fields:
        records = [{field: at_path(record, field) for field in fields} for record in records]
    return Answer(
        headers,
        rows,
        records,
        ids,
        cards=None if fields else cards,
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
    )
