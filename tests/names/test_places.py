"""Cities under every name that they bear or bore."""

from __future__ import annotations

import pytest

from csto_cli.names.places import place_names
from tests.factories import make_store, state


def test_the_records_own_names_of_a_capital_belong_together() -> None:
    store = make_store(
        states=[state(capital={"en": "Newtown"}, capital_names=[{"name": {"en": "Oldtown", "ru": "Старград"}, "end": "1999"}])]
    )
    assert set(place_names(store, {"en": "Oldtown"})) == {"Newtown", "Oldtown", "Старград"}
    assert set(place_names(store, {"en": "newtown", "ru": "Новград"})) == {"newtown", "Новград", "Newtown", "Oldtown", "Старград"}


@pytest.mark.parametrize(
    ("place", "other"),
    [
        ("Astana", "Nur-Sultan"),
        ("Nur-Sultan", "Astana"),
        ("Bishkek", "Frunze"),
        ("St Petersburg", "Leningrad"),
        ("Ashgabat, Turkmenistan", "Ашхабад"),
    ],
)
def test_former_names_of_cities_are_known(place: str, other: str) -> None:
    assert other in place_names(make_store(), {"en": place})


def test_a_capital_with_names_in_the_record_keeps_those_that_are_not_in_it() -> None:
    store = make_store(states=[state(capital={"en": "Astana", "ru": "Астана"}, capital_names=[{"name": {"en": "Akmolinsk"}}])])
    assert {"Nur-Sultan", "Akmolinsk"} <= set(place_names(store, {"en": "Astana"}))


def test_other_places_have_only_their_own_names() -> None:
    assert place_names(make_store(), {"en": "Sochi", "ru": "Сочи"}) == ["Sochi", "Сочи"]
    assert place_names(make_store(), None) == []
