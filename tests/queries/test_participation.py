"""Which states stayed out of an exercise, and which are only not named."""

from __future__ import annotations

from csto_cli.model import Record
from csto_cli.queries.participation import left_unnamed, stayed_out
from csto_cli.store import Store
from tests.factories import exercise, make_store, membership, state

STATES = [
    state("armenia", memberships=[membership(start="2003-09-18")]),
    state("uzbekistan", memberships=[membership(start="2006-08-16", end="2012-12-19", status="ended")]),
    state("georgia", memberships=[]),
]

EXERCISES = [
    exercise("named", participants=["kazakhstan"]),
    exercise("stayed-out", participants=["kazakhstan"], absent=["armenia"]),
    exercise("hosted", participants=["kazakhstan"], host="armenia"),
    exercise("took-part", participants=["armenia", "kazakhstan"]),
    exercise("nobody-named"),
    exercise("of-no-day", participants=["kazakhstan"], start=None, end=None),
    exercise("only-an-end", participants=["kazakhstan"], start=None),
    exercise("in-2010", participants=["kazakhstan"], start="2010-10-25", end="2010-10-28"),
    exercise("in-the-month-of-leaving", participants=["kazakhstan"], start="2012-12", end="2012-12"),
]


def store() -> Store:
    return make_store(states=[state(), *STATES], exercises=EXERCISES)


def ids(exercises: list[Record]) -> list[str]:
    return [item["id"] for item in exercises]


def test_only_a_source_says_that_a_state_stayed_out() -> None:
    assert ids(stayed_out(EXERCISES, "armenia")) == ["stayed-out"]
    assert ids(stayed_out(EXERCISES, "kazakhstan")) == []


def test_a_member_can_be_none_of_those_named_on_days_on_which_it_surely_was_one() -> None:
    assert ids(left_unnamed(store(), EXERCISES, "armenia")) == ["named", "only-an-end", "in-2010", "in-the-month-of-leaving"]
    assert ids(left_unnamed(store(), EXERCISES, "uzbekistan")) == ["in-2010"]
    assert ids(left_unnamed(store(), EXERCISES, "georgia")) == []
    assert ids(left_unnamed(store(), EXERCISES, "nowhere")) == []
