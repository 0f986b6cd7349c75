"""Every field of every record with its path, by the model; whatever does not have the model's shape is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from csto_cli.model import DATE, DAY, TABLES, Record, fields_of, nested_of, ref_of
from csto_cli.store import Store


class Field(NamedTuple):
    """One field of a type: its annotation, the table it refers to, the record type inside it and whether that is a list."""

    name: str
    annotation: Any
    refers_to: str | None
    inside: type | None
    is_list: bool
    is_date: bool


class Found(NamedTuple):
    """A field that a record has; `holder` is the record, or the one inside it, that carries it."""

    field: Field
    path: str
    value: Any
    holder: Record


@cache
def fields(kind: type) -> tuple[Field, ...]:
    """The fields of a record type, looked up once."""
    made = []
    for name, annotation in fields_of(kind).items():
        nested = nested_of(annotation)
        is_date = bool({DATE, DAY} & {mark for mark in get_args(annotation) if isinstance(mark, tuple)})
        made.append(Field(name, annotation, ref_of(annotation), nested[0] if nested else None, bool(nested and nested[1]), is_date))
    return tuple(made)


def field_at(kind: type, path: str) -> Field | None:
    """The field of a type at a path whose numbers lead into lists (`attendees.0.person`); None where the type has none there."""
    name, _, rest = re.sub(r"\[\d+\]|\.\d+(?=\.|$)", "", path).partition(".")
    field = next((field for field in fields(kind) if field.name == name), None)
    if field is None or not rest:
        return field
    return field_at(field.inside, rest) if field.inside else None


def walk(kind: type, record: Any, prefix: str = "") -> Iterator[Found]:
    """Every field of a record and of the records inside it, parents before children."""
    if not isinstance(record, dict):
        return
    for field in fields(kind):
        if field.name not in record:
            continue
        path, value = prefix + field.name, record[field.name]
        yield Found(field, path, value, record)
        if field.inside and field.is_list and isinstance(value, list):
            for index, item in enumerate(value):
                yield from walk(field.inside, item, f"{path}[{index}].")
        elif field.inside:
            yield from walk(field.inside, value, f"{path}.")


def records(store: Store) -> Iterator[tuple[str, Record]]:
    """Every record with its table."""
    for table in TABLES:
        for record in store.table(table):
            yield table, record


def everything(store: Store) -> Iterator[tuple[str, Record, Found]]:
    """Every field of every record."""
    for table, record in records(store):
        for found in walk(TABLES[table], record):
            yield table, record, found


def references(store: Store) -> Iterator[tuple[str, Record, str, str, str]]:
    """Every reference: table, record, path, the table it must hit, the id."""
    for table, record, found in everything(store):
        wanted = found.field.refers_to
        if not wanted:
            continue
        if isinstance(found.value, str):
            yield table, record, found.path, wanted, found.value
        elif isinstance(found.value, list):
            for index, item in enumerate(found.value):
                if isinstance(item, str):
                    yield table, record, f"{found.path}[{index}]", wanted, item


def holders_of(store: Store, inside: str) -> Iterator[tuple[str, Record, str, Record, type]]:
    """Every record, or record inside one, that has the field `inside`: table, record, path to the holder, holder and its type."""
    for table, record in records(store):
        yield from ((table, record, path, holder, kind) for path, holder, kind in _having(TABLES[table], record, inside, ""))


def _having(kind: type, record: Any, name: str, prefix: str) -> Iterator[tuple[str, Record, type]]:
    if not isinstance(record, dict):
        return
    if name in record:
        yield prefix, record, kind
    for field in fields(kind):
        value = record.get(field.name)
        if field.inside and field.is_list and isinstance(value, list):
            for index, item in enumerate(value):
                yield from _having(field.inside, item, name, f"{prefix}{field.name}[{index}].")
        elif field.inside and value is not None:
            yield from _having(field.inside, value, name, f"{prefix}{field.name}.")


def strings(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every string inside a JSON value with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from strings(item, f"{path}[{index}]")
