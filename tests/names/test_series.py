"""A series of exercises is found by its own word and by the name that its editions bear."""

from __future__ import annotations

import pytest

from csto_cli.names.series import all_series, series_named
from tests.factories import exercise, make_store

NAMES = {
    "unbreakable-brotherhood": [{"en": "Unbreakable Brotherhood-2018", "ru": "Нерушимое братство-2018"}],
    "channel": [
        {"en": "Operation Channel", "ru": "Операция «Канал»"},
        {"en": "Channel 2018, Issyk-Kul stage", "ru": "Канал 2018, этап в Иссык-Кульской области"},
    ],
    "center": [{"en": "Center-2011 (CSTO part)", "ru": "Центр-2011"}],
}
STORE = make_store(
    exercises=[
        *(exercise(f"{series}-{number}", series=series, name=name) for series, names in NAMES.items() for number, name in enumerate(names)),
        exercise("alone", series=None, name={"en": "Alone-2018"}),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("unbreakable-brotherhood", ["unbreakable-brotherhood"]),
        ("Unbreakable Brotherhood", ["unbreakable-brotherhood"]),
        ("нерушимое братство", ["unbreakable-brotherhood"]),
        ("Nerushimoye bratstvo", ["unbreakable-brotherhood"]),
        ("Indestructible Brotherhood", ["unbreakable-brotherhood"]),
        ("Канал", ["channel"]),
        ("Center", ["center"]),
        ("Alone", []),
        ("Unbreakable", []),
        ("", []),
    ],
)
def test_a_series_is_found_by_its_word_and_its_names(typed: str, found: list[str]) -> None:
    assert series_named(STORE, typed) == found


def test_every_series_is_known_once() -> None:
    assert all_series(STORE) == ["center", "channel", "unbreakable-brotherhood"]
