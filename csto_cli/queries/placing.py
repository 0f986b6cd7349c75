"""Where a meeting or an exercise was, and whether a typed place means that."""

from __future__ import annotations

from collections.abc import Iterable

from csto_cli.model import Record
from csto_cli.names.fold import fold
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.names.places import place_names
from csto_cli.store import Store


def places_of(store: Store, record: Record) -> list[str]:
    """The names of the place of a meeting or an exercise and of the country around it."""
    country = store.get(record.get("country") or record.get("host"))
    return [*place_names(store, record.get("place")), *([*names_of(country), *aliases_of(country)] if country else [])]


def placed(typed: str, names: Iterable[str]) -> bool:
    """Whether every word of a typed place begins a word of one of the names."""
    words = fold(typed).split()
    return any(all(any(have.startswith(word) for have in fold(name).split()) for word in words) for name in names) if words else False
