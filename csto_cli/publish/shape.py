"""The model as flat tables, derived from its types: a table for each record type, a child table for each list inside it.

A field that holds one small record becomes columns (`name_en`, `personnel_count`). A list becomes a child table named after its path
(`states_memberships_sources`), whose key is the key of its parent and a number that counts from 1: `record_id, memberships_no,
sources_no`; so `JOIN ... USING (record_id, memberships_no)` finds a child's parent. A value that may be text or a number has a column for
each (`value_text`, `value_number`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, Required, get_args, get_origin, get_type_hints

from csto_cli.errors import StoreError
from csto_cli.model import TABLES, Form, Record, nested_of, ref_of
from csto_cli.publish.selection import Selection, chosen_ids, fields

Kind = Literal["text", "integer", "boolean"]
Row = tuple[Any, ...]
Flat = dict[str, list[Row]]


class Column(NamedTuple):
    """A column: where its value stands in the record, its type, what its values must be; `one_of`: another column may hold it instead."""

    name: str
    path: tuple[str, ...]
    kind: Kind
    required: bool = False
    refers: str | None = None
    form: Form | None = None
    values: tuple[str, ...] = ()
    one_of: bool = False


class Table(NamedTuple):
    """A flat table; `parent` and `field` say which list of which table it holds (None and "" for a table of the model)."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    parent: str | None
    path: tuple[str, ...]
    of_records: bool

    @property
    def header(self) -> list[str]:
        """Every column's name: the key's first, then the others."""
        own = [column.name for column in self.columns]
        return own if self.parent is None else [*self.key, *own]


@cache
def tables() -> tuple[Table, ...]:
    """Every flat table, parents before their children, in the order of the model."""
    return tuple(table for name, kind in TABLES.items() for table in _tables(name, ("id",), kind, None, ()))


@cache
def by_name() -> dict[str, Table]:
    """Every flat table by its name."""
    return {table.name: table for table in tables()}


_CHOSEN_COLUMNS = tuple(Column(name, (name,), "text", required=True) for name in ("table_name", "id"))
CHOSEN = Table("chosen", ("id",), _CHOSEN_COLUMNS, None, (), True)
"""The records of which a part of the store was asked, apart from those kept because they refer to them; in no table of the model."""


def tables_of(picked: Selection) -> tuple[Table, ...]:
    """Every flat table of an export: those of the model, and of a part of the store `chosen`."""
    return tables() if picked.whole else (*tables(), CHOSEN)


def rows_of(picked: Selection, each: Callable[[], None]) -> Flat:
    """The rows of every table of `tables_of`; calls `each` and raises as `flatten` does."""
    chosen = chosen_ids(picked)
    flat = flatten(picked.tables, each)
    return flat if chosen is None else flat | {CHOSEN.name: [(name, record_id) for name, ids in chosen.items() for record_id in ids]}


def _tables(name: str, key: tuple[str, ...], kind: type, parent: str | None, path: tuple[str, ...]) -> Iterator[Table]:
    yield Table(name, key, tuple(_columns(kind, (), True)), parent, path, True)
    child_key = ("record_id",) if parent is None else key
    for inner, annotation in _lists(kind, ()):
        child, number = "_".join((name, *inner)), (*child_key, f"{inner[-1]}_no")
        item = get_args(annotation)[0]
        nested = nested_of(annotation)
        if nested:
            yield from _tables(child, number, nested[0], name, inner)
        else:
            yield Table(child, number, (_column("value", (), item, True),), name, inner, False)


def _columns(kind: type, path: tuple[str, ...], required: bool) -> Iterator[Column]:
    """The plain fields of a record type, and those of single records inside it."""
    needed = _required(kind)
    for field, annotation in fields(kind).items():
        here, must = (*path, field), required and field in needed
        nested = nested_of(annotation)
        if nested and not nested[1]:
            yield from _columns(nested[0], here, must)
        elif get_origin(annotation) is list:
            continue
        elif _alternatives(annotation):
            yield Column("_".join(here) + "_text", here, "text", one_of=True)
            yield Column("_".join(here) + "_number", here, "integer", one_of=True)
        else:
            yield _column("_".join(here), here, annotation, must)


def _required(kind: type) -> set[str]:
    """The fields that a record of this type must have."""
    hints = get_type_hints(kind, include_extras=True)
    return {field for field, hint in hints.items() if get_origin(hint) is Required or field in getattr(kind, "__required_keys__", ())}


def _column(name: str, path: tuple[str, ...], annotation: Any, required: bool) -> Column:
    base, form = annotation, None
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        form = next((mark for mark in marks if isinstance(mark, Form)), None)
    values = get_args(base) if get_origin(base) is Literal else ()
    kind: Kind = "boolean" if base is bool else "integer" if base is int else "text"
    return Column(name, path, kind, required, ref_of(annotation), form, tuple(str(value) for value in values))


def _alternatives(annotation: Any) -> tuple[Any, ...]:
    """The types of a field that may hold one of several; empty for any other field."""
    return get_args(annotation) if get_origin(annotation) not in (None, list, Annotated, Literal) else ()


def _lists(kind: type, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """The lists inside a record type, those of single records inside it too, with their paths."""
    for field, annotation in fields(kind).items():
        nested = nested_of(annotation)
        if nested and not nested[1]:
            yield from _lists(nested[0], (*path, field))
        elif get_origin(annotation) is list:
            yield (*path, field), annotation
        else:
            for one in _alternatives(annotation):
                if get_origin(one) is list:
                    yield (*path, field), one


def flatten(records: dict[str, list[Record]], each: Callable[[], None] = lambda: None) -> Flat:
    """The rows of every flat table, in the order of its header; `each` is called after every record.

    Raises StoreError for a record that has a field the model has not, or lacks one that it must have.
    """
    flat: Flat = {table.name: [] for table in tables()}
    for name in TABLES:
        for record in records.get(name, ()):
            try:
                _known(TABLES[name], record, "")
                _flatten(flat, by_name()[name], (), record)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                what = error.args[0] if error.args else "its shape"
                raise StoreError(f"{record['id']} (table {name}) is not valid: {what}; `csto check` says more") from None
            each()
    return flat


def _flatten(flat: Flat, table: Table, key: Row, item: Any) -> None:
    cells = tuple(_cell(column, item if table.of_records else {"": item}) for column in table.columns)
    flat[table.name].append((*key, *cells))
    if not table.of_records:
        return
    own_key = (item["id"],) if table.parent is None else key
    for child in _children()[table.name]:
        values = _at(item, child.path)
        if isinstance(values, list):
            for number, value in enumerate(values, 1):
                _flatten(flat, child, (*own_key, number), value)


@cache
def _children() -> dict[str, list[Table]]:
    return {table.name: [child for child in tables() if child.parent == table.name] for table in tables()}


def _at(item: Record, path: tuple[str, ...]) -> Any:
    value: Any = item
    for step in path:
        value = value.get(step)
        if value is None:
            return None
    return value


def _cell(column: Column, item: Record) -> Any:
    value = _at(item, column.path or ("",))
    if value is None and column.required:
        raise ValueError(f"no {'.'.join(column.path)}")
    fits = type(value) is {"text": str, "integer": int, "boolean": bool}[column.kind]
    if column.one_of:
        return value if fits else None
    if value is not None and not fits:
        raise ValueError(f"{'.'.join(column.path) or 'a value in a list'} is no {column.kind}")
    return value


def _known(kind: type, item: Record, path: str) -> None:
    """ValueError for a key that the model has not: it would be lost without a word."""
    for field, value in item.items():
        annotation = fields(kind).get(field)
        if annotation is None:
            raise ValueError(f"no such field as {path}{field}")
        nested = nested_of(annotation)
        if _alternatives(annotation) and type(value) not in (str, int, list):
            raise ValueError(f"{path}{field} is of no type that the model knows")
        if nested:
            for inner in value if nested[1] else [value]:
                _known(nested[0], inner, f"{path}{field}.")


def unflatten(flat: Flat) -> dict[str, list[Record]]:
    """The records again, keys in the model's order and empty fields left out; the opposite of `flatten`."""
    from csto_cli.store import in_order

    made: dict[str, dict[Row, Record]] = {}
    result: dict[str, list[Record]] = {}
    for table in tables():
        made[table.name] = {}
        for row in flat[table.name]:
            key_length = 0 if table.parent is None else len(table.key)
            cells = row[key_length:]
            item: Any = _record(table, cells) if table.of_records else cells[0]
            key = (item["id"],) if table.parent is None else row[:key_length]
            made[table.name][key] = item
            if table.parent is not None:
                _put_in_list(made[table.parent][key[:-1]], table.path, item)
        if table.parent is None:
            result[table.name] = list(made[table.name].values())
    return {name: [in_order(record, TABLES[name], fields) for record in records] for name, records in result.items()}


def _record(table: Table, cells: Row) -> Record:
    record: Record = {}
    for column, value in zip(table.columns, cells, strict=True):
        if value is not None:
            inner = record
            for step in column.path[:-1]:
                inner = inner.setdefault(step, {})
            inner[column.path[-1]] = bool(value) if column.kind == "boolean" else value
    return record


def _put_in_list(record: Record, path: tuple[str, ...], item: Any) -> None:
    for step in path[:-1]:
        record = record.setdefault(step, {})
    record.setdefault(path[-1], []).append(item)
