"""Who held an office on a day: yes, possibly, no."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.dates import Days, days_of
from csto_cli.model import Record
from csto_cli.queries.holders import all_holdings, holders_on, seat_label
from csto_cli.store import Store
from tests.factories import AS_OF, SOURCE, body, make_store, meeting, office, official, post, seat


def on(store: Store, day: str) -> dict[str, str]:
    """Person -> certainty on a day, those with *no* left out."""
    wanted = date.fromisoformat(day)
    return {holding.person["id"]: certainty for holding, certainty in holders_on(store, Days(wanted, wanted))}


def held_by(*officials: Record, **tables: list[Record]) -> Store:
    """A store with these officials and no meetings, unless given."""
    return make_store(officials=list(officials), **{"meetings": [], "documents": [], **tables})


def test_a_holder_is_in_office_from_the_first_to_the_last_day_inclusive() -> None:
    store = held_by(official("a", post(start="2016-12-28", end="2018-12-26")))
    assert [on(store, day) for day in ("2016-12-27", "2016-12-28", "2018-12-26", "2018-12-27")] == [{}, {"a": "yes"}, {"a": "yes"}, {}]


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2016-12-31", {}),
        ("2017-06-15", {"a": "possibly"}),
        ("2018-02-10", {"a": "yes"}),
        ("2018-05-10", {"a": "possibly"}),
        ("2018-06-01", {}),
    ],
)
def test_a_start_known_to_the_year_and_an_end_known_to_the_month_leave_their_own_days_open(day: str, answer: dict[str, str]) -> None:
    store = held_by(official("a", post(start="2017", end="2018-05")))
    assert on(store, day) == answer


def test_a_current_holder_is_sure_up_to_the_record_day_and_possible_after_it() -> None:
    store = held_by(official("a", post(start="2019-01-01", end=None, status="current")))
    assert on(store, AS_OF) == {"a": "yes"}
    assert on(store, "2021-01-01") == {"a": "possibly"}


def test_a_post_that_ended_nobody_says_when_had_ended_by_the_record_day() -> None:
    store = held_by(official("a", post(start="2019-01-01", end=None, status="ended")))
    assert on(store, "2019-01-01") == {"a": "yes"}
    assert on(store, "2020-01-01") == {"a": "possibly"}
    assert on(store, "2021-06-01") == {}


def test_a_post_without_dates_is_sure_only_on_the_days_that_sources_attest_and_between_them() -> None:
    attested = [{"date": "2018-05-24", "source": SOURCE}, {"date": "2018-11-08", "source": SOURCE}]
    store = held_by(official("a", post(start=None, end=None, status="unknown", attested=attested)))
    assert [on(store, day) for day in ("2018-05-23", "2018-05-24", "2018-08-01", "2018-11-08", "2018-11-09")] == [
        {"a": "possibly"}, {"a": "yes"}, {"a": "yes"}, {"a": "yes"}, {"a": "possibly"},
    ]  # fmt: skip


def test_a_seat_at_a_held_meeting_attests_the_office_on_its_day() -> None:
    person = official("a", post(start=None, end=None, status="unknown"))
    sat = held_by(person, meetings=[meeting(chair=None, attendees=[seat("a")])])
    stayed_away = held_by(person, meetings=[meeting(chair=None, attendees=[seat("a", presence="absent")])])
    announced = held_by(person, meetings=[meeting(chair=None, attendees=[seat("a", presence="announced")])])
    scheduled = held_by(person, meetings=[meeting(chair=None, status="scheduled", attendees=[seat("a")])])
    assert on(sat, "2018-05-24") == {"a": "yes"}
    assert [on(store, "2018-05-24") for store in (stayed_away, announced, scheduled)] == [{"a": "possibly"}] * 3


def test_an_unbroken_holding_cannot_reach_across_somebody_elses() -> None:
    later = official("later", post(start=None, end="2020-01-01"), state="kazakhstan")
    later["posts"][0]["attested"] = [{"date": "2019-06-01", "source": SOURCE}]
    between = official("between", post(start="2016-01-01", end="2018-01-01"))
    store = held_by(later, between)
    assert on(store, "2015-06-01") == {}
    assert on(store, "2018-06-01") == {"later": "possibly"}


def test_a_seat_surely_filled_leaves_no_possible_holder() -> None:
    vague = official("vague", post(start=None, end=None, status="unknown", attested=[{"date": "2010-01-01", "source": SOURCE}]))
    store = held_by(official("sure", post(start="2016-01-01", end="2018-01-01")), vague)
    assert on(store, "2017-01-01") == {"sure": "yes"}


def test_a_holder_known_to_the_year_can_have_changed_with_a_sure_one_on_his_first_day_only() -> None:
    vague = official("vague", post(start="2016", end="2016"))
    store = held_by(official("sure", post(start="2016-03-01", end="2018-01-01")), vague)
    assert on(store, "2016-03-01") == {"vague": "possibly", "sure": "yes"}
    assert on(store, "2016-03-02") == {"sure": "yes"}


def test_on_a_day_of_change_both_the_leaving_and_the_coming_holder_are_shown() -> None:
    store = held_by(official("out", post(start="2016-01-01", end="2018-01-15")), official("in", post(start="2018-01-15", end="2019-01-01")))
    assert on(store, "2018-01-15") == {"out": "yes", "in": "yes"}


def test_the_days_that_other_sources_give_are_possible() -> None:
    disputes = [
        {"field": "start", "value": "2020-10-14", "sources": [SOURCE], "reason": "Preferred: approval"},
        {"field": "start", "value": "2020-10-10", "sources": [SOURCE], "reason": "First vote"},
        {"field": "start", "value": "2020-10-10/14", "sources": [SOURCE], "reason": "No day of its own"},
        {"field": "end", "value": "2020-11", "sources": [SOURCE], "reason": "Month only"},
    ]
    store = held_by(official("a", post(start="2020-10-14", end="2020-11-14", disputes=disputes)))
    days = ("2020-10-09", "2020-10-10", "2020-10-14", "2020-11-14", "2020-11-30", "2020-12-01")
    assert [on(store, day).get("a") for day in days] == [None, "possibly", "yes", "yes", "possibly", None]


def test_nobody_served_an_organisation_before_it_was_founded() -> None:
    posts = [post("secretary-general", organization="csto", start=None, end=None, status="unknown")]
    store = held_by(official("a", *posts), bodies=[body("csto", founded="2002-10-07")])
    assert [on(store, day) for day in ("1995-01-01", "2002-10-06", "2002-10-07")] == [{}, {}, {"a": "possibly"}]


def test_an_exact_start_is_a_day_in_office_though_the_end_is_only_a_month() -> None:
    store = held_by(official("a", post(start="2018-02-16", end="2018-02")))
    assert [on(store, day) for day in ("2018-02-15", "2018-02-16", "2018-02-17")] == [{}, {"a": "yes"}, {"a": "possibly"}]


def test_an_office_with_several_seats_keeps_every_possible_holder() -> None:
    deputies = [
        official("sure", post("deputy", start="2016-01-01", end="2018-01-01")),
        official("vague", post("deputy", start=None, end=None, status="unknown")),
    ]
    store = held_by(*deputies, offices=[office("deputy", seats="several")])
    assert on(store, "2017-01-01") == {"sure": "yes", "vague": "possibly"}


def test_the_states_of_two_persons_make_two_seats_and_the_organisation_a_third() -> None:
    store = held_by(
        official("a", post(start="2016-01-01", end="2018-01-01"), state="kazakhstan"),
        official("b", post(start="2016-01-01", end="2018-01-01"), state="russia"),
        official("c", post(start="2016-01-01", end="2018-01-01", organization="csto"), state="russia"),
    )
    assert {(holding.person["id"], holding.state) for holding in all_holdings(store)} == {("a", "kazakhstan"), ("b", "russia"), ("c", None)}


def test_attendance_goes_to_the_spell_of_the_office_that_holds_its_day() -> None:
    spells = (post(start="2016-01-01", end="2017-01-01"), post(start="2018-01-01", end="2019-01-01"))
    store = held_by(official("a", *spells), meetings=[meeting(chair=None, attendees=[seat("a")])])
    assert [holding.attested for holding in all_holdings(store)] == [[], ["2018-05-24"]]


dates = st.dates(min_value=date(1992, 1, 1), max_value=date(2020, 1, 1))


@given(start=dates, length=st.integers(0, 4000), asked=dates)
def test_with_both_days_known_there_is_no_doubt(start: date, length: int, asked: date) -> None:
    end = start + timedelta(length)
    store = held_by(official("a", post(start=start.isoformat(), end=end.isoformat())))
    assert on(store, asked.isoformat()) == ({"a": "yes"} if start <= asked <= end else {})


@given(start=dates, length=st.integers(0, 4000), asked=dates, digits=st.sampled_from([4, 7]))
def test_blunter_dates_never_turn_no_into_yes_nor_yes_into_no(start: date, length: int, asked: date, digits: int) -> None:
    end = start + timedelta(length)
    exact = held_by(official("a", post(start=start.isoformat(), end=end.isoformat())))
    blunt = held_by(official("a", post(start=start.isoformat()[:digits], end=end.isoformat()[:digits])))
    truth, told = on(exact, asked.isoformat()), on(blunt, asked.isoformat())
    if told == {}:
        assert truth == {}
    if told == {"a": "yes"}:
        assert truth == {"a": "yes"}


@pytest.mark.parametrize(
    ("held", "whose", "label"),
    [
        ("security-council-secretary", "kazakhstan", "Security council secretary, Kazakhstan"),
        ("security-council-secretary", None, "Security council secretary"),
        ("joint-staff-chief", "joint-staff", "Chief of the Joint Staff"),
    ],
)
def test_a_seat_names_whose_it_is_once(held: str, whose: str | None, label: str) -> None:
    offices = [office("security-council-secretary"), office("joint-staff-chief", name={"en": "Chief of the Joint Staff"})]
    store = make_store(offices=offices, bodies=[body("joint-staff", name={"en": "Joint Staff"})])
    assert seat_label(store, held, whose) == label


@pytest.mark.parametrize(("end", "sure"), [("2018-04-21", True), ("2018-04", False), ("2018-04-21?", False)])
def test_the_last_day_in_office_is_sure_where_it_is_known_to_the_day(end: str, sure: bool) -> None:
    (holding,) = all_holdings(make_store(officials=[official("a", post(start=None, end=end))], meetings=[]))
    assert holding.sure == (Days(date(2018, 4, 21), date(2018, 4, 21)) if sure else None)


def test_a_coarse_start_adds_no_sure_day_to_those_on_which_sources_show_the_holder() -> None:
    seen = [{"date": "2012-08-28", "source": SOURCE}]
    (holding,) = all_holdings(
        make_store(officials=[official("a", post(start="2012", end=None, status="ended", attested=seen))], meetings=[])
    )
    assert holding.sure == Days(date(2012, 8, 28), date(2012, 8, 28))


def test_a_seat_surely_filled_all_through_a_period_leaves_no_possible_holder() -> None:
    first = official("first", post(start="2017-01-01", end="2018-06-01"))
    second = official("second", post(start="2018-06-02", end="2019-12-31"))
    stray = official("stray", post(start=None, end=None, status="unknown"))
    store = make_store(officials=[first, second, stray], meetings=[])
    year, gap = Days(date(2018, 1, 1), date(2018, 12, 31)), Days(date(2018, 1, 1), date(2020, 12, 31))
    assert [holding.person["id"] for holding, _ in holders_on(store, year)] == ["first", "second"]
    assert [holding.person["id"] for holding, _ in holders_on(store, gap)] == ["first", "second", "stray"]


def test_who_sat_in_place_of_an_office_leaves_no_possible_holder_of_it() -> None:
    released = official("released", post("defence-minister", start="2015-10-12", end=None, status="ended"))
    instead = official("instead", post("chief-of-general-staff", in_place_of="defence-minister", start="2015-11-30", end="2017-12-31"))
    offices = [office("defence-minister"), office("chief-of-general-staff")]
    store = make_store(officials=[released, instead], offices=offices, meetings=[])
    days = ("2015-10-12", "2015-11-15", "2016-06-01", "2018-06-01")
    assert [on(store, day) for day in days] == [{"released": "yes"}, {"released": "possibly"}, {"instead": "yes"}, {}]


def seen_at(person: str, *dates: str, **changed: Any) -> Record:
    """An official of whose post no first and no last day is known, but at which dates sources show him in it."""
    return official(person, post(start=None, end=None, attested=[{"date": date, "source": SOURCE} for date in dates], **changed))


def test_a_month_in_which_he_was_seen_is_a_time_in_office_though_none_of_its_days_is_sure() -> None:
    store = held_by(seen_at("a", "2018-05"))
    may = holders_on(store, Days(date(2018, 5, 1), date(2018, 5, 31)))
    assert [certainty for _, certainty in may] == ["yes"]
    assert (on(store, "2018-05-24"), on(store, "2018-06-01")) == ({"a": "possibly"}, {"a": "possibly"})
    (holding,) = all_holdings(store)
    assert (holding.sure, holding.seen, holding.attested) == (None, Days(date(2018, 5, 1), date(2018, 5, 31)), ["2018-05"])


def test_between_two_months_in_which_he_was_seen_he_held_the_office() -> None:
    store = held_by(seen_at("a", "2018-07", "2018-05"))
    days = ("2018-05-30", "2018-05-31", "2018-06-15", "2018-07-01", "2018-07-02")
    assert [on(store, day)["a"] for day in days] == ["possibly", "yes", "yes", "yes", "possibly"]


def test_a_sharper_date_takes_the_place_of_the_month_and_the_year_in_which_it_lies() -> None:
    (holding,) = all_holdings(held_by(seen_at("a", "2018", "2018-05", "2018-05-24", "2019")))
    assert holding.attested == ["2018-05-24", "2019"]


def test_an_uncertain_day_leaves_the_certain_month_in_which_it_lies_standing() -> None:
    seen = [{"date": "2018-05", "source": SOURCE}]
    known = official("a", post(end=None, status="ended", attested=seen))
    store = held_by(known, meetings=[meeting(chair=None, date="2018-05-24?", attendees=[seat("a")])])
    asked = [holders_on(store, days_of(days)) for days in ("2018-05", "2018-04-01", "2018-05-24")]
    assert [[certainty for _, certainty in found] for found in asked] == [["yes"], ["yes"], ["possibly"]]
    (holding,) = all_holdings(store)
    assert holding.attested == ["2018-05", "2018-05-24?"]
    (holding,) = all_holdings(held_by(seen_at("a", "2018-05?", "2018-05-24?")))
    assert holding.attested == ["2018-05-24?"]


def test_who_was_seen_in_a_month_only_cannot_have_held_the_office_beyond_those_who_surely_did_before_and_after() -> None:
    before, after = official("b", post(start="2016", end="2018-04-30")), official("c", post(start="2018-08-07", end="2019"))
    store = held_by(before, seen_at("a", "2018-05", acting=True), after)
    days = ("2017-06-01", "2018-04-29", "2018-05-01", "2018-08-06", "2018-09-01")
    assert [on(store, day).get("a") for day in days] == [None, None, "possibly", "possibly", None]


def test_one_who_held_an_office_twice_did_not_hold_it_the_first_time_once_the_second_had_begun() -> None:
    twice = official(
        "a",
        post("deputy-secretary-general", start=None, end=None, attested=[{"date": "2018-05-24", "source": SOURCE}]),
        post("deputy-secretary-general", start="2019-03-01", end="2020-01-01"),
    )
    store = held_by(twice, offices=[office("deputy-secretary-general", seats="several")])
    day = Days(date(2019, 6, 1), date(2019, 6, 1))
    assert [(holding.post.get("start"), certainty) for holding, certainty in holders_on(store, day)] == [("2019-03-01", "yes")]


def test_a_meeting_of_a_month_attests_the_office_in_it() -> None:
    astana = meeting(date="2018-05", attendees=[seat("a")])
    (holding,) = all_holdings(make_store(officials=[official("a", post(start=None, end=None))], meetings=[astana], documents=[]))
    assert holding.attested == ["2018-05"]


def test_a_first_day_is_sure_though_only_its_year_is_attested() -> None:
    known = official("a", post(start="2018-05-24", end=None, status="unknown", attested=[{"date": "2018", "source": SOURCE}]))
    assert on(held_by(known), "2018-05-24") == {"a": "yes"}


def test_an_uncertain_sighting_makes_nothing_sure_and_bounds_nobody() -> None:
    doubtful = official("a", post(start="2017-12", end=None, status="ended", attested=[{"date": "2018-05-24?", "source": SOURCE}]))
    (holding,) = all_holdings(held_by(doubtful))
    assert (holding.sure, holding.attested) == (None, ["2018-05-24?"])
    assert [on(held_by(doubtful), day) for day in ("2018-03-01", "2018-05-24")] == [{"a": "possibly"}] * 2
    store = held_by(seen_at("b", "2018-05-24?"), official("c", post(start="2016", end="2018-01-31")))
    assert on(store, "2016-01-01")["b"] == "possibly"


@pytest.mark.parametrize(("start", "last"), [("2017", "2017-12-31"), ("2017-05", "2017-05-31"), ("2017-05-24~", "2017-05-25")])
def test_a_start_known_to_the_month_makes_none_of_its_days_sure_and_the_month_itself(start: str, last: str) -> None:
    store = held_by(official("a", post(start=start, end=None, status="ended")))
    (holding,) = all_holdings(store)
    assert (holding.sure, holding.around, on(store, last)) == (None, days_of(start), {"a": "possibly"})
    assert [certainty for _, certainty in holders_on(store, days_of(start))] == ["yes"]


def test_who_came_in_a_month_held_the_office_on_the_record_day_if_he_still_does() -> None:
    store = held_by(official("a", post(start=AS_OF[:7], end=None, status="current")))
    assert [on(store, day) for day in ("2020-12-30", AS_OF, "2021-01-01")] == [{"a": "possibly"}, {"a": "yes"}, {"a": "possibly"}]


def test_who_came_or_went_in_a_month_cannot_have_held_the_office_beyond_those_who_surely_did_before_and_after() -> None:
    before, after = official("b", post(start="2016", end="2018-04-30")), official("c", post(start="2018-08-07", end="2019"))
    came, went = official("a", post(start="2018-05", end=None, status="ended")), official("a", post(start=None, end="2018-05"))
    days = ("2017-06-01", "2018-05-01", "2018-08-06", "2018-09-01")
    assert [on(held_by(before, came, after), day).get("a") for day in days] == [None, "possibly", "possibly", None]
    assert [on(held_by(before, went, after), day).get("a") for day in days] == [None, "possibly", None, None]


def test_a_day_on_which_nobody_is_sure_cuts_nobody_else() -> None:
    coarse, other = official("a", post(start="2017", end=None, status="ended")), official("b", post(start=None, end="2018-05-24"))
    assert on(held_by(coarse, other), "2016-06-01") == {"b": "possibly"}


def test_posts_in_one_office_of_two_organisations_are_two_seats() -> None:
    chair = {"office": "chair", "start": None, "end": None, "attested": [{"date": "2018-05-24", "source": SOURCE}]}
    assembly = official("a", post(organization="csto-pa", **chair))
    commission = official("b", post("chair", organization="mkves", start="2016-01-01", end="2018-01-01"))
    store = held_by(assembly, commission, offices=[office("chair", body=None)])
    assert [on(store, day) for day in ("2015-01-01", "2017-01-01")] == [{"a": "possibly"}, {"a": "possibly", "b": "yes"}]
    assert [holding.seat for holding in all_holdings(store)] == [("chair", "csto-pa"), ("chair", "mkves")]


def test_the_secretaries_general_of_the_council_and_of_the_organisation_have_one_seat() -> None:
    former = post("secretary-general", organization="csc", start=None, end=None, attested=[{"date": "2002-04-09", "source": SOURCE}])
    first = post("secretary-general", organization="csto", start="2003-04-28", end="2016-12-31")
    store = held_by(official("a", former), official("b", first), offices=[office("secretary-general")])
    assert [on(store, day) for day in ("2003-04-27", "2003-06-01")] == [{"a": "possibly"}, {"b": "yes"}]
    assert {holding.seat for holding in all_holdings(store)} == {("secretary-general", "csto")}


def test_whoever_sat_in_place_of_an_office_filled_two_seats() -> None:
    instead = official("a", post("chief-of-general-staff", in_place_of="defence-minister"))
    (holding,) = all_holdings(held_by(instead))
    assert holding.seat == ("chief-of-general-staff", "kazakhstan")
    assert holding.filled == {("chief-of-general-staff", "kazakhstan"), ("defence-minister", "kazakhstan")}
