"""Offices that sources say stood empty: on which days surely, on which possibly, and that nobody is thought to have held them then."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.dates import Days, days_of
from csto_cli.queries.holders import holders_on
from csto_cli.queries.vacancies import sure_days, vacancies
from csto_cli.store import Store
from tests.factories import disputed, make_store, official, post, state, vacancy


def emptied(*officials: Any, **changed: Any) -> Store:
    """Kazakhstan without a secretary from 2018-12-26 to 2020-03-01, but for the changes."""
    return make_store(states=[state(vacancies=[vacancy(**changed)])], officials=list(officials))


@pytest.mark.parametrize(
    ("changed", "day", "certainties"),
    [
        ({}, "2018-12-25", []),
        ({}, "2018-12-26", ["yes"]),
        ({}, "2019", ["yes"]),
        ({}, "2020-03-01", ["yes"]),
        ({}, "2020-03-02", []),
        ({"end": "2020-03"}, "2020-03-15", ["possibly"]),
        ({"end": None}, "2020-03-15", ["possibly"]),
        ({"start": None}, "2018-01-01", ["possibly"]),
        ({"disputes": disputed("end", "2020-03-01", "2020-06-01")}, "2020-05-01", ["possibly"]),
    ],
)
def test_a_vacancy_has_the_days_that_its_dates_allow(changed: dict[str, Any], day: str, certainties: list[str]) -> None:
    assert [vacant.certainty for vacant in vacancies(emptied(**changed), days_of(day))] == certainties


def test_without_days_every_vacancy_is_told() -> None:
    (vacant,) = vacancies(emptied())
    assert (vacant.state, vacant.office, vacant.certainty) == ("kazakhstan", "security-council-secretary", None)


def test_the_sure_days_lie_between_two_known_ends() -> None:
    assert sure_days(vacancy(start="2019-01", end="2020-03")) == Days(days_of("2019-01-31").first, days_of("2020-03-01").first)
    assert sure_days(vacancy(start="2019", end="2019")) is None
    assert sure_days(vacancy(end=None)) is None


def test_nobody_can_have_held_an_office_that_surely_stood_empty_but_who_acted_in_it() -> None:
    undated, acting = official("undated", post(start=None, end=None)), official("acting", post(start=None, end=None, acting=True))

    def held(store: Store, day: str) -> list[tuple[str, str]]:
        return [(str(holding.person["id"]), certainty) for holding, certainty in holders_on(store, days_of(day))]

    both = [("acting", "possibly"), ("undated", "possibly")]
    store = emptied(undated, acting)
    assert sorted(held(store, "2019-06-01")) == both[:1]
    assert sorted(held(store, "2018-06-01")) == both
    assert sorted(held(store, "2018-12")) == both
    assert sorted(held(emptied(undated, acting, end=None), "2019-06-01")) == both
