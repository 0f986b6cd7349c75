"""What only the file itself can tell: its tables, its bytes, its keys. A store that is on no disk has none of these problems."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from csto_cli.checks.problem import Problem, error
from csto_cli.model import TABLES
from csto_cli.store import Store, canonical_bytes, read_bytes, read_json


def right_tables(store: Store) -> Iterator[Problem]:
    """Every table is there and no other, each an object of records, each record an object with an id."""
    tables = _read(store)
    for name in TABLES if store.path.is_file() else ():
        if name not in tables:
            yield error(name, "", "", "the table is missing")
    for name, table in tables.items():
        if name not in TABLES:
            yield error(name, "", "", "no such table in a store")
        elif not isinstance(table, dict):
            yield error(name, "", "", "the table is no object of records")
        else:
            yield from _right_records(name, table)


def _right_records(name: str, table: dict[str, Any]) -> Iterator[Problem]:
    if name == "meta" and len(table) != 1:
        yield error(name, "", "", f"must hold one record, holds {len(table)}")
    for key, record in table.items():
        if not isinstance(record, dict):
            yield error(name, "", "", f"what stands under the storage key {key!r} is no record")
        elif not isinstance(record.get("id"), str):
            yield error(name, "", "id", f"the record under the storage key {key!r} has no id")


def positive_keys(store: Store) -> Iterator[Problem]:
    """The keys under which TinyDB stores records are positive integers without leading zeros."""
    for name, table in _read(store).items():
        for key, record in table.items() if isinstance(table, dict) else ():
            if not (key.isascii() and key.isdigit() and not key.startswith("0")):
                record_id = record.get("id", "") if isinstance(record, dict) else ""
                yield error(name, str(record_id), "", f"the storage key {key!r} is no positive integer")


def no_double_keys(store: Store) -> Iterator[Problem]:
    """No object has a key twice: JSON readers keep one of the two in silence. Doubled storage keys are found here too."""
    if store.path.is_file():
        tree = json.loads(read_bytes(store.path), object_pairs_hook=_Pairs)
        yield from _doubled(tree, ())


class _Pairs(dict[str, Any]):
    """An object that remembers which keys it was given more than once."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        names = [name for name, _ in pairs]
        self.doubled = [] if len(names) == len(self) else sorted({name for name in names if names.count(name) > 1})


def _doubled(value: Any, path: tuple[Any, ...]) -> Iterator[Problem]:
    if isinstance(value, _Pairs):
        for name in value.doubled:
            yield error(str(path[0]) if path else "", "", ".".join(map(str, path[1:])), f"the key {name!r} stands twice in one object")
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from _doubled(item, (*path, key))


def canonical(store: Store) -> Iterator[Problem]:
    """The file has the one byte-form that `csto check --fix` writes; told only of files whose records have the right shape."""
    if not store.path.is_file():
        return
    have = read_bytes(store.path)
    try:
        wanted = canonical_bytes(read_json(store.path))
    except (KeyError, TypeError, AttributeError):
        return
    if have != wanted:
        yield error(
            "", "", "", f"not in canonical form from line {first_difference(have, wanted)} on; `csto check --fix` rewrites the file"
        )


def first_difference(have: bytes, wanted: bytes) -> int:
    """The number of the first line in which two files differ."""
    left, right = have.splitlines(keepends=True), wanted.splitlines(keepends=True)
    for number, (one, other) in enumerate(zip(left, right, strict=False), 1):
        if one != other:
            return number
    return min(len(left), len(right)) + 1


def _read(store: Store) -> dict[str, Any]:
    return dict(read_json(store.path)) if store.path.is_file() else {}


CHECKS = (right_tables, no_double_keys, positive_keys, canonical)
"""Every check of the file, in the order in which they are made."""
