"""Cities under every name that they bear or bore."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from csto_cli.model import Record
from csto_cli.names.fold import fold
from csto_cli.names.vocabulary import CITIES
from csto_cli.store import Store

_KNOWN: WeakKeyDictionary[Store, dict[str, list[str]]] = WeakKeyDictionary()


def place_names(store: Store, place: Record | None) -> list[str]:
    """A place's names and, where the place is or begins with a city that has other names, those too."""
    if not place:
        return []
    known = _KNOWN.get(store)
    if known is None:
        known = _KNOWN[store] = _cities(store)
    names = list(place.values())
    for name in tuple(names):
        names += known.get(fold(name.split(",")[0]), ())
    return list(dict.fromkeys(names))


def _cities(store: Store) -> dict[str, list[str]]:
    """By each folded name of a city: all its names."""
    found: dict[str, list[str]] = {}
    for names in (*_capitals(store), *(row.split() for row in CITIES)):
        together = list(names)
        for name in names:
            together += found.get(fold(name), ())
        together = list(dict.fromkeys(together))
        for name in together:
            found[fold(name)] = together
    return found


def _capitals(store: Store) -> Iterator[list[str]]:
    for state in store.table("states"):
        names = [*state.get("capital", {}).values()]
        for former in state.get("capital_names", ()):
            names += former["name"].values()
        if names:
            yield names
