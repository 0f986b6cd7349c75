"""What an export takes: the whole store, or chosen records with all that they refer to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from csto_cli.errors import StoreError
from csto_cli.model import TABLES, Record, fields_of, nested_of, ref_of
from csto_cli.store import Store

Chosen = dict[str, list[Record]]
"""Records by table."""


class Selection(NamedTuple):
    """The records to write (`tables`, every table of the model), which of them were chosen, and what is to be said about it."""

    tables: Chosen
    chosen: Chosen
    whole: bool
    notes: list[str]


def selection(store: Store, chosen: Chosen | None) -> Selection:
    """The chosen records by table in the store's order; in `tables` also every record they refer to, however far, so that keys hold.

    Raises StoreError where a record refers to one that the store has not.
    """
    if chosen is None:
        tables = {name: store.table(name) for name in TABLES}
        _closure(store, [(name, record) for name in TABLES for record in tables[name]])
        return Selection(tables, tables, True, [])
    ids = {record["id"] for records in chosen.values() for record in records}
    start = [(name, record) for name in TABLES for record in store.table(name) if record["id"] in ids]
    kept = _closure(store, start)
    picked = {name: [record for record in store.table(name) if record["id"] in ids] for name in TABLES}
    tables = {name: [record for record in store.table(name) if record["id"] in kept or name == "meta"] for name in TABLES}
    return Selection(tables, picked, False, [] if start else ["nothing fits: what is written is valid and holds no records"])


def chosen_ids(picked: Selection) -> dict[str, list[str]] | None:
    """Of a part of the store the ids chosen, by table, apart from the records kept because those refer to them; None of the whole."""
    if picked.whole:
        return None
    return {name: [record["id"] for record in records] for name, records in picked.chosen.items() if records and name != "meta"}


def closure_note(picked: Selection, held: Collection[str] | None = None) -> list[str]:
    """How many records were written beside the chosen ones, for formats whose keys must hold; `held` are the tables that have a place in
    the format (None: all), of the others it is said how many were chosen in vain."""
    if picked.whole:
        return []
    has_place = {name for name in picked.tables if name != "meta" and (held is None or name in held)}
    many = sum(len(records) for name, records in picked.chosen.items() if name in has_place)
    more = sum(len(records) for name, records in picked.tables.items() if name in has_place) - many
    vain = sum(len(records) for name, records in picked.chosen.items() if name != "meta" and name not in has_place)
    notes = [f"records chosen: {many}; records kept because those refer to them: {more}"] if more > 0 else []
    return notes + ([f"records chosen that have no place in this format: {vain}"] if vain else [])


def _closure(store: Store, start: list[tuple[str, Record]]) -> set[str]:
    kept = {record["id"] for _, record in start}
    queue = list(start)
    while queue:
        name, record = queue.pop()
        for field, table, wanted in references(TABLES[name], record):
            found = store.find(wanted)
            if found is None or found[0] != table or found[1]["id"] != wanted:
                remedy = "`csto check` says more"
                raise StoreError(
                    f"{store.path} is not valid: {field} of {record['id']} names {wanted!r}, which is not in {table}; {remedy}"
                )
            if wanted not in kept:
                kept.add(wanted)
                queue.append(found)
    return kept


def references(kind: type, record: Record, prefix: str = "") -> Iterator[tuple[str, str, str]]:
    """Every reference inside a record, nested ones too: the path of the field, the table, the id."""
    for field, annotation in fields(kind).items():
        value: Any = record.get(field)
        if value is None:
            continue
        table, nested = ref_of(annotation), nested_of(annotation)
        if table:
            for wanted in value if isinstance(value, list) else [value]:
                yield prefix + field, table, wanted
        elif nested:
            for item in value if nested[1] else [value]:
                yield from references(nested[0], item, f"{prefix}{field}.")


_fields: dict[type, dict[str, Any]] = {}


def fields(kind: type) -> dict[str, Any]:
    """`fields_of`, asked once for each record type: it resolves annotations anew each time, and exports ask for every record."""
    if kind not in _fields:
        _fields[kind] = fields_of(kind)
    return _fields[kind]


def cited(kind: type, record: Record) -> dict[str, list[str]]:
    """The sources that a record rests on, nested ones too, in order of first mention: for each the paths of what it states.

    The path is "" for the record as a whole, `memberships 2` for the second membership.
    """
    found: dict[str, list[str]] = {}
    for source, path in _cited(kind, record, ""):
        paths = found.setdefault(source, [])
        if path not in paths:
            paths.append(path)
    return found


def _cited(kind: type, record: Record, path: str) -> Iterator[tuple[str, str]]:
    later: list[tuple[type, Record, str]] = []
    for field, annotation in fields(kind).items():
        value: Any = record.get(field)
        nested = nested_of(annotation)
        if value is None:
            continue
        if ref_of(annotation) == "sources":
            yield from ((source, path) for source in (value if isinstance(value, list) else [value]))
        elif nested:
            items = value if nested[1] else [value]
            for number, item in enumerate(items, 1):
                step = f"{field} {number}" if nested[1] else field
                later.append((nested[0], item, f"{path}, {step}" if path else step))
    for inner, item, step in later:
        yield from _cited(inner, item, step)
