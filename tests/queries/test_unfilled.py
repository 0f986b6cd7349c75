"""Seats without a holder: which are asked after, of which states, on which days."""

from __future__ import annotations

import pytest

from csto_cli.dates import days_of
from csto_cli.model import Record
from csto_cli.queries.holders import all_holdings
from csto_cli.queries.unfilled import unfilled_in_offices, unfilled_of_state
from csto_cli.store import Store
from tests.factories import body, make_store, membership, office, official, post, state

DAY = days_of("2015-06-01")
SECRETARY = "security-council-secretary"


def held(**changed: object) -> Store:
    """A seat of Kazakhstan that somebody held before and after the day asked about, and the same of a state that was then no member."""
    earlier, later = post(start="2010", end="2012-05-01"), post(start="2018", end="2019")
    left = state("uzbekistan", memberships=[membership(end="2012-12-19", status="ended")])
    people = [official("a", earlier), official("b", later), official("c", earlier, later, state="uzbekistan")]
    return make_store(states=[state(), left], officials=people, offices=[office(**changed)], bodies=[body("csto"), body(), body("mkves")])


@pytest.mark.parametrize(
    ("changed", "unfilled"),
    [({}, [SECRETARY]), ({"seats": "several"}, []), ({"body": "mkves"}, []), ({"body": None}, [])],
)
def test_one_seat_in_a_main_body_is_asked_after(changed: Record, unfilled: list[str]) -> None:
    store = held(**changed)
    assert [seat.of for seat in unfilled_of_state(store, "kazakhstan", [], None, DAY)] == unfilled


def test_a_state_has_no_seat_in_days_in_which_it_belonged_to_nothing() -> None:
    store = held()
    assert [seat.of for seat in unfilled_of_state(store, "uzbekistan", [], None, DAY)] == []
    assert [seat.of for seat in unfilled_of_state(store, "uzbekistan", [], None, days_of("2012-10-01"))] == [SECRETARY]
    assert [seat.of for seat in unfilled_in_offices(store, [office()], [], None, DAY)] == ["kazakhstan"]
    assert [seat.of for seat in unfilled_in_offices(store, [office()], [], None, days_of("2012-10-01"))] == ["kazakhstan", "uzbekistan"]


def test_who_held_it_last_before_and_first_after() -> None:
    (seat,) = unfilled_of_state(held(), "kazakhstan", [], None, DAY)
    assert seat.before is not None
    assert seat.after is not None
    assert (seat.before.person["id"], seat.after.person["id"]) == ("a", "b")


def test_a_state_that_either_of_two_offices_seats_in_a_body_has_its_seat_filled_by_one() -> None:
    president, premier = office("head-of-state", body="csc"), office("head-of-government", body="csc")
    people = [official("a", post("head-of-state")), official("b", post("head-of-government"), state="belarus")]
    store = make_store(
        states=[state(), state("belarus")], officials=people, offices=[president, premier], bodies=[body("csc"), body("csto")]
    )
    held = [(holding, None) for holding in all_holdings(store)]
    assert unfilled_in_offices(store, [president, premier], held, None, DAY) == ()
    assert [seat.of for seat in unfilled_in_offices(store, [president, premier], held[:1], None, DAY)] == ["belarus"]
    assert [seat.of for seat in unfilled_in_offices(store, [president], held[:1], None, DAY)] == ["belarus"]


def test_before_and_after_are_named_though_none_of_their_days_is_sure() -> None:
    came, went = official("a", post(start="2012", end=None, status="ended")), official("b", post(start=None, end="2018"))
    (seat,) = unfilled_of_state(make_store(officials=[came, went], offices=[office()], meetings=[]), "kazakhstan", [], None, DAY)
    assert [holding and holding.person["id"] for holding in seat[1:]] == ["a", "b"]
