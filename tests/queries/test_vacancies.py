"""Offices that sources say stood empty: on which days surely, on which possibly, and that nobody is thought to have held them then."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.dates import Days, days_of
from csto_cli.queries.holders import holders_on
from csto_cli.queries.vacancies import empty_days, vacancies
from csto_cli.store import Store
from tests.factories import disputed, make_store, office, official, post, state, vacancy


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
        ({"start": "2018", "end": None}, "2018-12-31", ["possibly"]),
        ({"start": "2018", "end": None}, "2018", ["yes"]),
        ({"disputes": disputed("end", "2020-03-01", "2020-06-01")}, "2020-05-01", ["possibly"]),
        ({"disputes": disputed("start", "2018-12-26", "2018-06-01")}, "2018-07-01", ["possibly"]),
    ],
)
def test_a_vacancy_has_the_days_that_its_dates_allow(changed: dict[str, Any], day: str, certainties: list[str]) -> None:
    assert [vacant.certainty for vacant in vacancies(emptied(**changed), days_of(day))] == certainties


def test_without_days_every_vacancy_is_told() -> None:
    (vacant,) = vacancies(emptied())
    assert (vacant.state, vacant.office, vacant.certainty) == ("kazakhstan", "security-council-secretary", None)


@pytest.mark.parametrize(
    ("changed", "first", "last"),
    [
        ({}, "2018-12-27", "2020-02-29"),
        ({"start": "2019-01", "end": "2020-03"}, "2019-02-01", "2020-02-29"),
        ({"start": "2019-01-01", "end": "2019-01-03"}, "2019-01-02", "2019-01-02"),
    ],
)
def test_an_office_surely_stood_empty_on_the_days_between_those_that_it_shares(changed: dict[str, Any], first: str, last: str) -> None:
    assert empty_days(vacancy(**changed)) == Days(days_of(first).first, days_of(last).first)


@pytest.mark.parametrize("changed", [{"start": None}, {"end": None}, {"start": "2019", "end": "2019"}, {"end": "2018-12-27"}])
def test_on_no_day_is_it_sure_where_an_end_is_not_known_or_no_day_lies_between(changed: dict[str, Any]) -> None:
    assert empty_days(vacancy(**changed)) is None


def held(store: Store, day: str) -> list[tuple[str, str]]:
    """Who held an office on a day, surely or possibly, by name."""
    return sorted((str(holding.person["id"]), certainty) for holding, certainty in holders_on(store, days_of(day)))


def test_nobody_can_have_held_an_office_that_surely_stood_empty_but_who_acted_in_it() -> None:
    undated, acting = official("undated", post(start=None, end=None)), official("acting", post(start=None, end=None, acting=True))
    both = [("acting", "possibly"), ("undated", "possibly")]
    store = emptied(undated, acting)
    assert held(store, "2019-06-01") == both[:1]
    assert [held(store, day) for day in ("2018-06-01", "2018-12", "2018-12-26", "2020-03-01")] == [both] * 4
    assert held(emptied(undated, acting, end=None), "2019-06-01") == both


def test_the_vacancy_of_one_seat_says_nothing_of_another() -> None:
    others = [
        official("state", post(start=None, end=None), state="belarus"),
        official("office", post("foreign-minister", start=None, end=None)),
    ]
    states = [state(vacancies=[vacancy()]), state("belarus")]
    store = make_store(states=states, officials=others, offices=[office(), office("foreign-minister", body="cfm")])
    assert held(store, "2019-06-01") == [("office", "possibly"), ("state", "possibly")]


def test_nobody_held_on_through_a_vacancy() -> None:
    store = emptied(official("a", post(start="2015-05-01", end=None)))
    assert [held(store, day) for day in ("2018-12-26", "2018-12-27", "2020-06-01")] == [[("a", "possibly")], [], []]
    acting = emptied(official("a", post(start="2015-05-01", end=None, acting=True)))
    assert held(acting, "2020-06-01") == [("a", "possibly")]


def test_a_holder_and_a_vacancy_after_him_leave_no_day_for_anybody_else() -> None:
    store = emptied(official("a", post(start="2016-01-01", end="2018-12-26")), official("undated", post(start=None, end=None)))
    assert held(store, "2018-12") == [("a", "yes")]
