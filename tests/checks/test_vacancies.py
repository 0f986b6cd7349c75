"""The check of vacancies catches who cannot have held an office that stood empty, and passes who can."""

from __future__ import annotations

import pytest

from csto_cli.checks import vacancies
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, make_store, office, official, post, state, vacancy

EMPTY = [state(vacancies=[vacancy()]), state("belarus")]


def test_nobody_surely_holds_an_office_while_it_is_empty() -> None:
    store = make_store(states=EMPTY, officials=[official("a", post(end="2019-02-01"))])
    assert list(vacancies.nobody_in_an_empty_office(store)) == [
        Problem("error", "states", "kazakhstan", "vacancies[0]", "said to be vacant while a held it, 2018-12-27 to 2019-02-01")
    ]


@pytest.mark.parametrize(
    "holder",
    [
        official("a", post(start=None, end=None, attested=[{"date": "2019-06-01", "source": SOURCE}])),
        official("a", post("chief-of-general-staff", start="2019-01-01", end="2019-02-01", in_place_of="security-council-secretary")),
    ],
    ids=["seen on one day of it", "in another office in its place"],
)
def test_who_filled_the_seat_on_any_day_between_is_refused(holder: Record) -> None:
    assert len(list(vacancies.nobody_in_an_empty_office(make_store(states=EMPTY, officials=[holder])))) == 1


def test_an_office_of_several_can_have_one_seat_empty() -> None:
    seats = [office(seats="several")]
    store = make_store(states=EMPTY, officials=[official("a", post(end="2019-02-01"))], offices=seats)
    assert list(vacancies.nobody_in_an_empty_office(store)) == []


def test_a_vacancy_has_a_day_and_ends_before_the_next_of_the_office() -> None:
    dated = vacancy(start="2019-01-01", end="2019-06-01")
    several = [vacancy(start=None, end=None), vacancy(), dated, vacancy("foreign-minister"), vacancy(start="2020-03-01", end="2021-01-01")]
    store = make_store(states=[state(vacancies=several)])
    assert list(vacancies.vacancies_have_days(store)) == [
        Problem("error", "states", "kazakhstan", "vacancies[0]", "neither start nor end"),
    ]
    assert list(vacancies.one_vacancy_at_a_time(store)) == [
        Problem("error", "states", "kazakhstan", "vacancies[2]", "overlaps vacancies[1]"),
    ]


@pytest.mark.parametrize(
    "holder",
    [
        official("a", post(end="2018-12-26")),
        official("a", post(start="2020-03-01", end=None, status="current")),
        official("a", post(end="2019-02-01", acting=True)),
        official("a", post(end="2019-02-01"), state="belarus"),
        official("a", post("foreign-minister", end="2019-02-01")),
        official("a", post(start=None, end=None, status="unknown")),
    ],
    ids=["before", "after", "acting", "another state", "another office", "days not known"],
)
def test_who_can_have_held_it_is_passed(holder: Record) -> None:
    assert list(vacancies.nobody_in_an_empty_office(make_store(states=EMPTY, officials=[holder]))) == []


def test_a_vacancy_without_both_ends_contradicts_nobody() -> None:
    store = make_store(states=[state(vacancies=[vacancy(end=None)])], officials=[official("a", post(end="2019-02-01"))])
    assert list(vacancies.nobody_in_an_empty_office(store)) == []
