"""A part of a record as a thing to cite: one list of records inside it, or one item of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from csto_cli.model import TABLES, Record, nested_of
from csto_cli.names.lookup import names_of
from csto_cli.publish.selection import cited, fields
from csto_cli.queries.membership import organization_name
from csto_cli.store import Store
from csto_cli.views.cards import label, value_text
from csto_cli.views.text import Reader, span

KEPT = ("id", "name", "title", "state", "type", "title_status", "date", "end_date", "start", "end", "place", "country", "host")
"""What a part keeps of its record: what the record is called, and when and where it was."""


OPEN = ("current", "suspended", "frozen")
"""What a post or a tie is called that has not ended."""

ITEMS = {
    "disputes": ("disputed value", "disputed values"),
    "attested": ("attested day", "attested days"),
    "aliases": ("other spelling", "other spellings"),
    "vacancies": ("vacancy", "vacancies"),
}
"""What one item of these fields is called, and several, where it is not the field's name with or without an s."""


def item_name(field: str, many: bool = False) -> str:
    """What one item of a list, or several, are called: `post`, `posts`."""
    one, several = ITEMS.get(field, (label(field).removesuffix("s"), label(field)))
    return several if many else one


class Part(dict[str, Any]):
    """A record that holds only a part of one in the store, though it may hold all that its record does."""


def part_of(table: str, record: Record, field: str, number: int | None) -> Record | None:
    """The record with nothing but one list of records inside it, or one item of that (from 1); None where it has no such part.

    A part that names no sources rests on those of the whole record, of several parts those that name none.
    """
    annotation: Any = fields(TABLES[table]).get(field)
    nested = nested_of(annotation) if annotation else None
    if not nested or not nested[1] or field not in record:
        return None
    items = record[field] if number is None else record[field][number - 1 : number] if number > 0 else []
    if not items:
        return None
    part = Part({key: record[key] for key in KEPT if key in record})
    part[field] = items
    if any("sources" not in item and not cited(nested[0], item) for item in items):
        part["sources"] = record.get("sources", [])
    return part


def parts_text(store: Store, table: str, record: Record, lang: str) -> list[str]:
    """The parts that a narrowed record holds, in words: `post: Head of state, 2010-01-01, current`."""
    reader = Reader(store, lang)
    return [
        f"{item_name(field)}: {', '.join(_item_texts(reader, kind, item))}"
        for field, kind, items in _lists(table, record)
        for item in items
    ]


def _lists(table: str, record: Record) -> Iterator[tuple[str, type, list[Record]]]:
    """The lists of records inside a record: the field, the type of its items, the items."""
    for field, annotation in fields(TABLES[table]).items():
        nested = nested_of(annotation)
        if nested and nested[1] and field in record:
            yield field, nested[0], record[field]


def _item_texts(reader: Reader, kind: type, item: Record) -> Iterator[str]:
    """What an item says, field by field: its two ends together, an affirmation by the field's name, a name as stated only where it is
    another than the person's own."""
    for key, annotation in fields(kind).items():
        if key not in item or (key == "end" and "start" in item):
            continue
        value = item[key]
        if key in ("start", "end"):
            yield span(item.get("start"), item.get("end"), item.get("status") in OPEN)
        elif key == "name_as_stated" and "person" in item:
            if value not in names_of(reader.store.get(item["person"]) or {}):
                yield f"named as {value}"
        elif key == "organization":
            yield organization_name(reader.store, value, reader.lang)
        elif value is True:
            yield label(key)
        elif not isinstance(value, list) and key != "note":
            yield value_text(reader, annotation, value)


def part_steps(store: Store, record: Record) -> list[tuple[str, int]]:
    """Which parts of a record in the store a narrowed one holds: the field, and the number (from 1) of the first item."""
    whole = store.get(record["id"]) or {}
    return [
        (field, whole[field].index(value[0]) + 1)
        for field, value in record.items()
        if isinstance(value, list) and value and isinstance(value[0], dict) and value[0] in whole.get(field, ())
    ]
