"""Which state belonged to what on a day, and who was in the chair."""

from __future__ import annotations

from datetime import date

import pytest

from csto_cli.dates import Days, days_of
from csto_cli.queries.membership import belonged, chair_certainty, chairs_on, memberships_in, status_in
from tests.factories import AS_OF, chairmanship, make_store, membership, official, post, state


def day(text: str) -> Days:
    """One day."""
    return Days(date.fromisoformat(text), date.fromisoformat(text))


@pytest.mark.parametrize(("asked", "answer"), [("2006-08-15", "no"), ("2006-08-16", "yes"), ("2012-12-19", "yes"), ("2012-12-20", "no")])
def test_a_membership_covers_its_first_and_its_last_day(asked: str, answer: str) -> None:
    uzbekistan = state("uzbekistan", memberships=[membership(start="2006-08-16", end="2012-12-19", status="suspended")])
    assert belonged(make_store(states=[uzbekistan]), uzbekistan, day(asked)) == answer


def test_a_frozen_membership_is_still_one() -> None:
    armenia = state("armenia", memberships=[membership(status="frozen")])
    assert belonged(make_store(states=[armenia]), armenia, day("2020-06-01")) == "yes"


def test_the_treaty_counts_as_belonging_and_a_seat_of_an_observer_does_not() -> None:
    georgia = state("georgia", memberships=[membership(organization="cst", start="1994-04-20", end="1999-04-20", status="ended")])
    serbia = state("serbia", memberships=[membership(organization="csto-pa", role="observer", start="2013")])
    store = make_store(states=[georgia, serbia])
    assert belonged(store, georgia, day("1995-01-01")) == "yes"
    assert belonged(store, serbia, day("2015-01-01")) == "no"
    assert belonged(store, serbia, day("2015-01-01"), ("csto-pa",)) == "yes"
    assert [certainty for _, certainty in memberships_in(store, serbia, day("2013-06-01"))] == ["possibly"]


def test_a_chair_whose_end_nobody_states_can_have_lasted_until_the_next_one_began() -> None:
    first = chairmanship("kazakhstan", 2018, end=None)
    second = chairmanship("kyrgyzstan", 2019, start="2018-11-08", end=None)
    store = make_store(chairmanships=[first, second])

    def chair(asked: str) -> list[tuple[str, str]]:
        return [(record["state"], certainty) for record, certainty in chairs_on(store, day(asked))]

    assert chair("2018-01-01") == [("kazakhstan", "yes")]
    assert chair("2018-06-01") == [("kazakhstan", "possibly")]
    assert chair("2018-11-09") == [("kyrgyzstan", "yes")]
    assert chair("2018-11-08") == [("kazakhstan", "possibly"), ("kyrgyzstan", "yes")]
    assert chair("2017-12-31") == []
    assert chair("2021-01-01") == [("kyrgyzstan", "possibly")]


def test_a_date_that_sources_dispute_is_never_a_flat_no() -> None:
    disputes = [
        {"field": "start", "value": "2006-08-16", "sources": ["odkb-page"], "reason": "the protocol"},
        {"field": "start", "value": "2006-06-23", "sources": ["odkb-page"], "reason": "the decision"},
    ]
    uzbekistan = state("uzbekistan", memberships=[membership(start="2006-08-16", end="2012-12-19", status="ended", disputes=disputes)])
    store = make_store(states=[uzbekistan])
    assert [belonged(store, uzbekistan, day(asked)) for asked in ("2006-06-22", "2006-06-23", "2006-08-15", "2006-08-16")] == [
        "no", "possibly", "possibly", "yes",
    ]  # fmt: skip


def test_a_status_is_told_from_the_first_milestone_that_says_it() -> None:
    frozen = membership(status="frozen")
    armenia = state("armenia", memberships=[frozen], milestones=[{"event": "frozen", "date": "2019-02-22"}])
    store = make_store(states=[armenia])
    assert [status_in(store, armenia, frozen, day(asked)) for asked in ("2019-02-21", "2019-02-22", "2020-06-01")] == [
        "",
        "frozen",
        "frozen",
    ]
    assert status_in(store, armenia, frozen, None) == "frozen"
    assert status_in(store, armenia, membership(), day("2020-06-01")) == ""
    unmarked = state("armenia", memberships=[frozen])
    assert [status_in(store, unmarked, frozen, day(asked)) for asked in ("2020-12-30", "2020-12-31")] == ["", "frozen"]


def test_a_chair_whose_start_nobody_states_began_no_sooner_than_its_holder_could_lead_a_state() -> None:
    president = official("nursultan-nazarbayev", post("head-of-state", start="1998-02-04", end="2008-04-09"))
    store = make_store(
        officials=[president], chairmanships=[chairmanship("kazakhstan", 2002, start=None, end="2002-05-14", chair=president["id"])]
    )
    asked = {"1998-02-03": [], "1998-02-04": ["possibly"], "2002-05-14": ["yes"], "2002-05-15": []}
    assert {asked_day: [certainty for _, certainty in chairs_on(store, day(asked_day))] for asked_day in asked} == asked


@pytest.mark.parametrize(
    ("asked", "answer"), [("2013-01-01", "possibly"), ("2013-12-31", "possibly"), ("2013", "yes"), ("2014-06-01", "possibly")]
)
def test_a_tie_of_which_only_the_year_of_its_start_is_known_is_sure_on_no_day(asked: str, answer: str) -> None:
    serbia = state("serbia", memberships=[membership(start="2013", status="ended")])
    assert belonged(make_store(states=[serbia]), serbia, days_of(asked)) == answer


def test_what_is_current_since_a_month_was_so_on_the_record_day() -> None:
    armenia = state("armenia", memberships=[membership(start=AS_OF[:7])])
    store = make_store(states=[armenia])
    assert [belonged(store, armenia, day(asked)) for asked in ("2020-12-30", AS_OF, "2021-01-01")] == ["possibly", "yes", "possibly"]


@pytest.mark.parametrize(
    ("turn", "answers"),
    [
        ({"start": "2018-05-20", "end": "2018-05"}, ["no", "yes", "possibly", "no"]),
        ({"start": "2018-05", "end": "2018-05-20"}, ["possibly", "yes", "no", "no"]),
        ({"start": None, "end": "2018-05"}, ["possibly", "possibly", "possibly", "no"]),
        ({"start": "2018-05", "end": None}, ["possibly", "possibly", "possibly", "possibly"]),
    ],
)
def test_a_first_or_last_day_in_the_chair_is_sure_where_it_is_known_to_the_day(turn: dict[str, str | None], answers: list[str]) -> None:
    store = make_store(chairmanships=[chairmanship(**turn), chairmanship("russia", 2019)])
    (kazakhstan, _) = store.table("chairmanships")
    days = ("2018-05-19", "2018-05-20", "2018-05-21", "2018-06-01")
    assert [chair_certainty(store, kazakhstan, day(asked)) for asked in days] == answers
