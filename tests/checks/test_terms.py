"""Memberships and turns in the chair: one at a time, by whom it should be, in the order that the sessions announced."""

from __future__ import annotations

import pytest

from csto_cli.checks import terms
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import chairmanship, make_store, meeting, membership, state


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in terms.CHECKS for found in check(store)] == []


def test_two_chairmanships_of_one_day() -> None:
    chairs = [chairmanship("kazakhstan", 2018), chairmanship("armenia", 2018, start="2018-12-01", end="2019-01-31")]
    assert list(terms.one_chairmanship_at_a_time(make_store(chairmanships=chairs))) == [
        problem("chairmanships", "chairmanship-armenia-2018", "start", "shares 2018-12-01 to 2018-12-31 with chairmanship-kazakhstan-2018")
    ]


@pytest.mark.parametrize(("start", "end"), [("2018-12-31", "2019-12-31"), ("2018", "2019"), ("2018-06-01", None)])
def test_chairmanships_that_follow_each_other(start: str, end: str | None) -> None:
    chairs = [chairmanship("kazakhstan", 2018), chairmanship("armenia", 2019, start=start, end=end)]
    assert list(terms.one_chairmanship_at_a_time(make_store(chairmanships=chairs))) == []


def test_the_chair_is_of_the_chairing_state() -> None:
    chairs = [chairmanship("armenia", 2018, chair="nurlan-yermekbayev"), chairmanship(chair="nurlan-yermekbayev")]
    assert list(terms.chair_is_of_the_chairing_state(make_store(chairmanships=chairs))) == [
        problem("chairmanships", "chairmanship-armenia-2018", "chair", "nurlan-yermekbayev is of kazakhstan, not of armenia")
    ]


@pytest.mark.parametrize(
    ("other", "wrong"),
    [
        (membership(start="2010", end="2012", status="ended"), "2010-12-31 to 2012-01-01"),
        (membership(start="2019-01-01", role="observer"), "2019-01-01 to 2020-12-31"),
        (membership(start="2010", organization="cst"), None),
        (membership(start="1994", end="2003-09-18", status="ended"), None),
        (membership(start="2010", end=None, status="ended"), None),
    ],
)
def test_one_membership_at_a_time(other: Record, wrong: str | None) -> None:
    store = make_store(states=[state(memberships=[membership(), other])])
    expected = [problem("states", "kazakhstan", "memberships[1]", f"a second tie to csto, {wrong}")] if wrong else []
    assert list(terms.one_membership_at_a_time(store)) == expected


SESSION = "astana-2018-11-csc"


@pytest.mark.parametrize(
    ("turns", "next_comes"),
    [
        ([chairmanship("kyrgyzstan", 2019, start="2018-11-08")], None),
        ([chairmanship("kyrgyzstan", 2019, start="2019-01-01"), chairmanship("armenia", 2018, start="2018-01-01")], None),
        ([chairmanship("kyrgyzstan", 2019, start="2018")], None),
        ([], None),
        ([chairmanship("armenia", 2019, start="2018-11-08")], "chairmanship-armenia-2019"),
        ([chairmanship("kyrgyzstan", 2020, start="2020"), chairmanship("russia", 2019, start="2019")], "chairmanship-russia-2019"),
    ],
)
def test_who_is_next_in_the_chair_takes_it(turns: list[Record], next_comes: str | None) -> None:
    session = meeting(SESSION, bodies=["csc"], date="2018-11-08", next_chair="kyrgyzstan")
    expected = [problem("meetings", SESSION, "next_chair", f"kyrgyzstan, but next comes {next_comes}")] if next_comes else []
    assert list(terms.next_chair_takes_the_chair(make_store(meetings=[session], chairmanships=turns))) == expected


def test_a_working_body_has_an_order_of_its_own() -> None:
    council = meeting("sochi-2015-09-kschs", bodies=["kschs"], date="2015-09-22", next_chair="armenia")
    turns = [chairmanship("belarus", 2017, start="2016-10-14")]
    assert list(terms.next_chair_takes_the_chair(make_store(meetings=[council], chairmanships=turns))) == []
