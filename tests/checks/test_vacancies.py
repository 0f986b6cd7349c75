"""The check of vacancies catches who cannot have held an office that stood empty, and passes who can."""

from __future__ import annotations

import pytest

from csto_cli.checks import vacancies
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import make_store, official, post, state, vacancy

EMPTY = [state(vacancies=[vacancy()]), state("belarus")]


def test_nobody_surely_holds_an_office_while_it_is_empty() -> None:
    store = make_store(states=EMPTY, officials=[official("a", post(end="2019-02-01"))])
    assert list(vacancies.nobody_in_an_empty_office(store)) == [
        Problem("error", "states", "kazakhstan", "vacancies[0]", "said to be vacant while a held it, 2018-12-26 to 2019-02-01")
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
