"""Handovers: who followed whom, on which days it can have been, and who left with nobody after him."""

from __future__ import annotations

from datetime import date

import pytest

from csto_cli.dates import Days
from csto_cli.model import Record
from csto_cli.queries.handovers import Handover, handovers
from tests.factories import SOURCE, make_store, office, official, post, state

YEAR = Days(date(2018, 1, 1), date(2018, 12, 31))
TWO_YEARS = Days(date(2017, 1, 1), date(2018, 12, 31))


def of(*officials: Record, period: Days = YEAR, seats: str | None = None) -> list[Handover]:
    """The handovers of a store with these officials that are yes or possibly in the period."""
    store = make_store(states=[state(), state("russia")], officials=list(officials), offices=[office(seats=seats)], meetings=[])
    return [handover for handover in handovers(store, period) if handover.certainty != "no"]


def told(handover: Handover) -> tuple[str | None, str | None, str | None, str]:
    """Whose seat, to whom, on which stated day, how sure."""
    before, after = (holding and holding.person["id"] for holding in (handover.before, handover.after))
    return before, after, handover.date, handover.certainty


def test_who_replaced_whom_on_a_stated_day() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-08-06"))
    second = official("second-man", post(start="2018-08-07", end=None, status="current"))
    assert [told(handover) for handover in of(second, first)] == [("first-man", "second-man", "2018-08-07", "yes")]


def test_an_acting_holder_confirmed_follows_himself() -> None:
    acting = official("one-man", post(start="2018-03-01", end="2018-06-01", acting=True), post(start="2018-06-02", end="2019-01-01"))
    before = official("other-man", post(start="2015-01-01", end="2018-02-28"))
    assert [told(handover)[:3] for handover in of(before, acting)] == [
        ("other-man", "one-man", "2018-03-01"),
        ("one-man", "one-man", "2018-06-02"),
    ]


def test_a_post_continued_by_the_same_person_is_no_change() -> None:
    assert of(official("one-man", post(start="2015-01-01", end="2018-05-01"), post(start="2018-05-02", end="2019-01-01"))) == []


def test_a_return_after_a_gap_is_leaving_and_taking_office_again() -> None:
    found = of(official("one-man", post(start="2015-01-01", end="2018-02-01"), post(start="2018-10-02", end="2019-01-01")))
    assert [told(handover)[:3] for handover in found] == [("one-man", None, "2018-02-01"), (None, "one-man", "2018-10-02")]


def test_a_return_is_told_though_nobody_says_when_the_first_time_ended() -> None:
    seen = [{"date": "2011-10-11", "source": SOURCE}]
    twice = official("one-man", post(start=None, end=None, status="ended", attested=seen), post(start="2018-02", end="2018-12-13"))
    assert [told(handover)[:3] for handover in of(twice)] == [(None, "one-man", "2018-02"), ("one-man", None, "2018-12-13")]


def test_an_undated_handover_lies_between_the_last_and_the_first_sure_day() -> None:
    attested = [{"date": "2017-06-01", "source": "odkb-page"}]
    first = official("first-man", post(start="2015-01-01", end=None, status="unknown", attested=attested))
    second = official("second-man", post(start=None, end="2019-05-01", attested=[{"date": "2018-05-24", "source": "odkb-page"}]))
    (handover,) = of(first, second)
    assert told(handover) == ("first-man", "second-man", None, "possibly")
    assert handover.days == Days(date(2017, 6, 1), date(2018, 5, 24))
    (sure,) = of(first, second, period=TWO_YEARS)
    assert sure.certainty == "yes"


def test_a_month_is_only_possibly_in_half_of_it() -> None:
    second = official("second-man", post(start="2018-05", end="2019-01-01"))
    (handover,) = of(second, period=Days(date(2018, 5, 15), date(2018, 12, 1)))
    assert told(handover) == (None, "second-man", "2018-05", "possibly")


def test_leaving_with_nobody_after_in_the_period_is_told() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-08-06"))
    later = official("later-man", post(start="2019-02-01", end=None, status="current"))
    assert [told(handover) for handover in of(first, later)] == [("first-man", None, "2018-08-06", "yes")]


def test_a_sure_departure_is_told_beside_an_arrival_that_is_only_possible() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-12-10"))
    attested = [{"date": "2019-01-09", "source": SOURCE}]
    second = official("second-man", post(start=None, end="2020-01-01", attested=attested))
    assert [told(handover) for handover in of(first, second)] == [
        ("first-man", None, "2018-12-10", "yes"),
        ("first-man", "second-man", None, "possibly"),
    ]


def test_who_left_long_before_handed_nothing_over() -> None:
    first = official("first-man", post(start="2015-01-01", end="2017-05-02"))
    second = official("second-man", post(start="2018-05", end="2019-01-01"))
    assert [told(handover) for handover in of(first, second)] == [(None, "second-man", "2018-05", "yes")]
    both = of(first, second, period=TWO_YEARS)
    assert [told(handover)[:3] for handover in both] == [("first-man", None, "2017-05-02"), (None, "second-man", "2018-05")]


@pytest.mark.parametrize(
    ("end", "start", "handed"),
    [
        ("2018-03-01", "2018-04-01", True),
        ("2018-03-01", "2018-04-02", False),
        ("2018-03", "2018-03-20", True),
        ("2018-03", "2018-04", True),
        ("2018-03", "2018-04-10", False),
        ("2018", "2018-08", True),
        (None, "2018-08-07", True),
        ("2018-03-01", None, True),
    ],
)
def test_a_handover_has_no_gap_or_surely_one_of_a_month(end: str | None, start: str | None, handed: bool) -> None:
    first = official("first-man", post(start="2015-01-01", end=end, status="ended" if end else "unknown"))
    seen = [{"date": "2018-09-01", "source": SOURCE}]
    second = official("second-man", post(start=start, end="2019-01-01", attested=seen))
    arrived = [told(handover)[0] for handover in of(first, second) if handover.after]
    assert arrived == ["first-man" if handed else None]


def test_whom_no_source_shows_for_years_before_is_no_predecessor() -> None:
    first = official("first-man", post(start="1992-01-13", end=None, status="ended"))
    dated = official("second-man", post(start="2018-04-21", end="2021-02-03"))
    assert [told(handover) for handover in of(first, dated)] == [(None, "second-man", "2018-04-21", "yes")]
    undated = official("second-man", post(start=None, end=None, status="unknown", attested=[{"date": "2018-04-21", "source": SOURCE}]))
    (handover,) = of(first, undated)
    assert (told(handover), handover.days) == ((None, "second-man", None, "possibly"), Days(date(1992, 1, 13), date(2018, 4, 21)))


def test_the_last_day_of_a_holding_without_a_start_makes_its_holder_the_predecessor() -> None:
    first = official("first-man", post(start="1992-01-13", end=None, status="ended"))
    second = official("second-man", post(start=None, end="2018-04-21"))
    third = official("third-man", post(start="2018-04-21", end="2021-02-03"))
    assert ("second-man", "third-man", "2018-04-21", "yes") in [told(handover) for handover in of(first, second, third)]


def test_an_office_of_several_has_arrivals_and_departures_and_no_handovers() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-08-06"))
    second = official("second-man", post(start="2018-08-07", end="2019-01-01"))
    assert [told(handover)[:2] for handover in of(first, second, seats="several")] == [("first-man", None), (None, "second-man")]


def test_seats_of_two_states_do_not_follow_each_other() -> None:
    one = official("kazakh-man", post(start="2016-01-01", end="2018-08-06"))
    two = official("russian-man", post(start="2018-08-07", end="2019-01-01"), state="russia")
    assert {told(handover)[:2] for handover in of(one, two)} == {("kazakh-man", None), (None, "russian-man")}


def test_a_holding_too_coarse_for_a_sure_day_is_told_by_itself_and_parts_those_around_it() -> None:
    first = official("first-man", post(start="2015-01-01", end="2018-03-31"))
    short = official("short-man", post(start="2018", end="2018"))
    second = official("second-man", post(start="2018-04-01", end=None, status="current"))
    assert sorted((told(handover)[:3] for handover in of(first, short, second)), key=str) == [
        ("first-man", None, "2018-03-31"),
        ("short-man", None, "2018"),
        (None, "second-man", "2018-04-01"),
        (None, "short-man", "2018"),
    ]


def test_who_came_in_a_month_has_a_place_in_the_line_though_no_day_of_his_is_sure() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-05-20"))
    second = official("second-man", post(start="2018-05", end=None, status="ended"))
    third = official("third-man", post(start="2018-08-07", end=None, status="current"))
    assert [told(handover) for handover in of(third, second, first)] == [
        ("first-man", "second-man", "2018-05", "yes"),
        ("second-man", "third-man", "2018-08-07", "yes"),
    ]


def test_an_undated_handover_can_have_been_on_any_day_since_the_month_in_which_the_one_before_came() -> None:
    second = official("second-man", post(start=None, end="2018-12-01", attested=[{"date": "2018-11-08", "source": SOURCE}]))
    (handover, _) = of(official("first-man", post(start="2018-05", end=None, status="ended")), second)[1:]
    assert (told(handover), handover.days) == (("first-man", "second-man", None, "yes"), Days(date(2018, 5, 1), date(2018, 11, 8)))


def test_the_first_secretary_general_of_the_organisation_followed_that_of_the_council_and_none_of_another_body() -> None:
    former = official("one-man", post(organization="csc", start="2016-01-01", end="2018-05-23"))
    other = official("other-man", post(organization="csto-pa", start="2016-01-01", end="2018-05-24"))
    first = official("first-man", post(organization="csto", start="2018-05-24", end=None, status="current"))
    assert [told(handover) for handover in of(former, other, first)] == [
        ("one-man", "first-man", "2018-05-24", "yes"),
        ("other-man", None, "2018-05-24", "yes"),
    ]
