"""What a person typed -> series of exercises: by the series' word or by the name that its editions bear, in any script."""

from __future__ import annotations

import re

from csto_cli.names.fold import fold, skeleton
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.store import Store

_EDITION = re.compile(r"[-–\s]*\b\d{4}.*|\s*[,(].*")
"""What makes a series' name that of one edition: the year and whatever comes after it."""
_KIND = re.compile(r"^(operation|операция)\s+", re.IGNORECASE)


def all_series(store: Store) -> list[str]:
    """Every series of the record."""
    return sorted({exercise["series"] for exercise in store.table("exercises") if "series" in exercise})


def series_named(store: Store, typed: str) -> list[str]:
    """The series that are called so; an empty list where none is."""
    wanted = skeleton(fold(_plain(typed)))
    return [series for series, names in _names(store).items() if wanted in names] if wanted else []


def _names(store: Store) -> dict[str, set[str]]:
    """The skeletons of each series' word and of the names of its editions without what tells the edition."""
    names: dict[str, set[str]] = {}
    for exercise in store.table("exercises"):
        if "series" in exercise:
            told = names.setdefault(exercise["series"], {skeleton(fold(exercise["series"]))})
            told |= {skeleton(fold(_plain(name))) for name in (*names_of(exercise), *aliases_of(exercise))}
    return names


def _plain(name: str) -> str:
    """The name of an edition without what makes it one, and without the word for its kind."""
    return _KIND.sub("", _EDITION.sub("", name))
