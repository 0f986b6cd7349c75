"""Gaps in time: what is found between holders, and what is no gap."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import timelines
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from csto_cli.store import Store
from tests.factories import body, chairmanship, make_store, meeting, membership, meta, office, official, post, state, vacancy


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("warning", table, record_id, field, words)


def secretaries(*officials: Record, **tables: Any) -> Store:
    """A store that speaks for the years from 2003-09-18 to 2004-12-31."""
    return make_store(meta=[meta(as_of="2004-12-31")], officials=list(officials), meetings=[], **tables)


def test_gaps_before_between_and_after_holders() -> None:
    store = secretaries(
        official("a", post(start="2003-10-01", end="2004-01-31")),
        official("b", post(start="2004-03", end="2004-06-30")),
    )
    assert list(timelines.offices_without_holder(store)) == [
        problem("states", "kazakhstan", "security-council-secretary", "nobody surely in office 2003-09-18 to 2003-09-30, before a"),
        problem(
            "states", "kazakhstan", "security-council-secretary", "nobody surely in office 2004-02-01 to 2004-03-30, after a, before b"
        ),
        problem("states", "kazakhstan", "security-council-secretary", "nobody surely in office 2004-07-01 to 2004-12-31, after b"),
    ]


@pytest.mark.parametrize(
    "officials",
    [
        [official("a", post(start="2002", end="2004-05-31")), official("b", post(start="2004-06-08", end=None, status="current"))],
        [official("a", post(start="2002", end="2004-05-31")), official("b", post(start="2004-05-31", end="2005", acting=True))],
        [official("a", post(start="2002", end=None, status="current"))],
    ],
    ids=["a week", "acting", "current"],
)
def test_an_office_that_is_filled(officials: list[Record]) -> None:
    assert list(timelines.offices_without_holder(secretaries(*officials))) == []


def test_a_known_vacancy_is_no_gap() -> None:
    officials = [official("a", post(start="2002", end="2004-01-31")), official("b", post(start="2004-06-01", end="2005"))]
    empty, another = vacancy(start="2004-01-31", end="2004-05-01"), vacancy("foreign-minister", start="2004-04-01", end="2004-06-01")
    belarus = state("belarus", memberships=[], vacancies=[vacancy(start="2004-04-01", end="2004-06-01")])
    store = secretaries(*officials, states=[state(vacancies=[empty, another]), belarus])
    assert [found.problem for found in timelines.offices_without_holder(store)] == [
        "nobody surely in office 2004-05-01 to 2004-05-31, after a, before b"
    ]


def test_eight_days_are_a_gap() -> None:
    officials = [official("a", post(start="2002", end="2004-05-31")), official("b", post(start="2004-06-09", end="2005"))]
    assert [found.problem for found in timelines.offices_without_holder(secretaries(*officials))] == [
        "nobody surely in office 2004-06-01 to 2004-06-08, after a, before b"
    ]


@pytest.mark.parametrize(
    "memberships",
    [
        [membership(organization="csto-pa", role="observer")],
        [membership(organization="cst")],
        [membership(status="ended", end="2003-09-20")],
        [],
    ],
)
def test_offices_of_others_are_not_missed(memberships: list[Record]) -> None:
    assert list(timelines.offices_without_holder(secretaries(states=[state(memberships=memberships)]))) == []


def test_membership_of_the_treaty_counts_for_members_of_the_organisation() -> None:
    ties = [membership(organization="cst", start="1994-04-20"), membership(end="2003-12-31", status="ended")]
    assert [found.problem for found in timelines.offices_without_holder(secretaries(states=[state(memberships=ties)]))] == [
        "nobody surely in office 2002-01-01 to 2004-12-31"
    ]


def test_the_head_of_government_sits_for_armenia_since_2018() -> None:
    store = make_store(
        states=[state("armenia", memberships=[membership(start="2018-01-01")])],
        offices=[office("head-of-state"), office("head-of-government")],
        officials=[],
        meetings=[],
    )
    assert list(timelines.offices_without_holder(store)) == [
        problem("states", "armenia", "head-of-state", "nobody surely in office 2018-01-01 to 2018-04-08"),
        problem("states", "armenia", "head-of-government", "nobody surely in office 2018-04-09 to 2020-12-31"),
    ]


def test_whoever_sat_in_place_of_an_office_fills_it() -> None:
    chief = official(
        "a", post("chief-of-general-staff", start="2002", end=None, status="current", in_place_of="defence-minister"), state="kyrgyzstan"
    )
    tables: dict[str, Any] = {"states": [state("kyrgyzstan")], "offices": [office("defence-minister"), office("chief-of-general-staff")]}
    assert list(timelines.offices_without_holder(secretaries(chief, **tables))) == []
    assert len(list(timelines.offices_without_holder(secretaries(**tables)))) == 1


def test_secretaries_general() -> None:
    holder = official("a", post("secretary-general", organization="csto", start="2003-04-28", end="2003-12-31"))
    assert list(timelines.offices_without_holder(secretaries(holder, offices=[office("secretary-general")]))) == [
        problem("offices", "secretary-general", "", "nobody surely in office 2004-01-01 to 2004-12-31, after a")
    ]


def test_years_without_meeting() -> None:
    meetings = [
        meeting("a", date="2003-05", bodies=["cssc", "cfm"]),
        meeting("b", date="2004-05", status="cancelled"),
        meeting("c", date="2005-05", status="scheduled"),
    ]
    store = make_store(meta=[meta(as_of="2006-01-01")], bodies=[body("cssc"), body("csto")], meetings=meetings)
    assert list(timelines.years_without_meeting(store)) == [
        problem("bodies", "cssc", "2004", "no meeting of that year in the record"),
        problem("bodies", "cssc", "2006", "no meeting of that year in the record"),
    ]


def test_years_without_chairmanship() -> None:
    chairs = [
        chairmanship("armenia", 2003),
        chairmanship("belarus", 2005, start=None, end="2005-06"),
        chairmanship("russia", 2007, end=None),
    ]
    store = make_store(meta=[meta(as_of="2008-01-01")], chairmanships=[*chairs, chairmanship("x", 2006, start=None, end=None)])
    assert [found.field for found in timelines.years_without_chairmanship(store)] == ["2004", "2006", "2008"]


@pytest.mark.parametrize(
    ("ties", "found"),
    [
        (
            [membership(organization="cst", start="1994", end="1999", status="ended"), membership(start="2004-06-01")],
            ["2004-06-01 to 2004-12-31"],
        ),
        ([membership(start=None, status="ended")], []),
        ([membership(end="2004-03-01", status="ended")], ["2003-09-18 to 2004-03-01"]),
        ([membership(start="2005-01-01")], []),
    ],
)
def test_only_the_days_of_membership_are_asked_for(ties: list[Record], found: list[str]) -> None:
    store = secretaries(states=[state(memberships=ties)])
    assert [gap.problem for gap in timelines.offices_without_holder(store)] == [f"nobody surely in office {days}" for days in found]
