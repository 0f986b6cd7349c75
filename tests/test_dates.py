"""Dates and spans: what a stored date can be, what a typed one means, and what can be said of a period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.dates import ALWAYS, Days, asked_days, certainty_in, dated_in, dates_in, days_of, is_exact, month_named, span_of
from csto_cli.errors import WrongUsage

TODAY = date(2026, 11, 23)
MAY_24 = Days(date(2018, 5, 24), date(2018, 5, 24))

days = st.dates()
periods = st.tuples(days, days).map(lambda pair: Days(min(pair), max(pair)))
forms = st.sampled_from([4, 7, 10])
marks = st.sampled_from(["", "~", "?"])


def stored_from(day: date, length: int, mark: str) -> str:
    """A stored date of this precision that the day fits."""
    return day.isoformat()[:length] + mark


stored_dates = st.builds(stored_from, days, forms, marks)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-05", "2018-05-01", "2018-05-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-05-24", "2018-05-24", "2018-05-24"),
        ("24 May 2018", "2018-05-24", "2018-05-24"),
        ("24th May 2018", "2018-05-24", "2018-05-24"),
        ("May 24, 2018", "2018-05-24", "2018-05-24"),
        ("may 2018", "2018-05-01", "2018-05-31"),
        ("Sept. 2018", "2018-09-01", "2018-09-30"),
        ("24 мая 2018", "2018-05-24", "2018-05-24"),
        ("24 мая 2018 г.", "2018-05-24", "2018-05-24"),
        ("Ноябрь 2018", "2018-11-01", "2018-11-30"),
        ("24.05.2018", "2018-05-24", "2018-05-24"),
        ("24/05/2018", "2018-05-24", "2018-05-24"),
        ("05/24/2018", "2018-05-24", "2018-05-24"),
        ("24-05-2018", "2018-05-24", "2018-05-24"),
        ("05/05/2018", "2018-05-05", "2018-05-05"),
        ("2018-05-24T10:00", "2018-05-24", "2018-05-24"),
        ("2018-05-24 10:00:00+03:00", "2018-05-24", "2018-05-24"),
        ("Thu 24 May 2018", "2018-05-24", "2018-05-24"),
        ("четверг, 24 мая 2018", "2018-05-24", "2018-05-24"),
        ("2016—2018", "2016-01-01", "2018-12-31"),
        ("2016−2018", "2016-01-01", "2018-12-31"),
        ("May 2018 – November 2018", "2018-05-01", "2018-11-30"),
        ("24.05.2018–08.11.2018", "2018-05-24", "2018-11-08"),
        ("4.5.2018", "2018-05-04", "2018-05-04"),
        ("2018-5-24", "2018-05-24", "2018-05-24"),
        ("2018/05/24", "2018-05-24", "2018-05-24"),
        ("20180524", "2018-05-24", "2018-05-24"),
        ("2018/5", "2018-05-01", "2018-05-31"),
        ("2016..2018", "2016-01-01", "2018-12-31"),
        ("2016-2018", "2016-01-01", "2018-12-31"),
        ("2016/2018", "2016-01-01", "2018-12-31"),
        ("2016-05 .. 24 May 2018", "2016-05-01", "2018-05-24"),
        ("2018..", "2018-01-01", "9999-12-31"),
        ("..2018", "0001-01-01", "2018-12-31"),
        ("today", "2026-11-23", "2026-11-23"),
        ("сегодня", "2026-11-23", "2026-11-23"),
        ("yesterday", "2026-11-22", "2026-11-22"),
        ("2018-05~", "2018-04-01", "2018-06-30"),
    ],
)
def test_typed_forms_mean_their_days(typed: str, first: str, last: str) -> None:
    assert asked_days(typed, TODAY) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["05/06/2018", "5-6-2018"])
def test_what_can_be_of_two_days_is_refused_with_both(typed: str) -> None:
    with pytest.raises(WrongUsage, match="can be of two days") as caught:
        asked_days(typed, TODAY)
    assert caught.value.hints == ("write 2018-06-05 or 2018-05-06",)


@pytest.mark.parametrize(
    "typed",
    [
        *("2018-02-29", "2018-13", "31.04.2018", "32 May 2018", "24 May 2018 25", "24 May", "May", "18", "", " ", "0000"),
        *("2018-5-32", "201805", "2018..2016", "2018-05-24T", "next week", "２０１８", "24 ma 2018", "5 мая 6 2018"),
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(WrongUsage):
        asked_days(typed, TODAY)


def test_a_refusal_says_which_forms_there_are() -> None:
    with pytest.raises(WrongUsage) as caught:
        asked_days("24 Foo 2018", TODAY)
    assert "24 May 2018" in caught.value.hints[0]


@pytest.mark.parametrize(
    ("stored", "first", "last"),
    [
        ("2018?", "2017-01-01", "2019-12-31"),
        ("2018-01~", "2017-12-01", "2018-02-28"),
        ("2018-03-01?", "2018-02-28", "2018-03-02"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9999~", "9998-01-01", "9999-12-31"),
    ],
)
def test_a_qualified_date_is_one_unit_wider_on_either_side(stored: str, first: str, last: str) -> None:
    assert days_of(stored) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("stored", ["2018-02-30", "2018-00", "2018-5", "18", "2018~?", "2018-05-24 ", "٢٠١٨", "2018\n"])
def test_a_stored_date_of_another_form_is_refused(stored: str) -> None:
    with pytest.raises(ValueError):
        days_of(stored)


@pytest.mark.parametrize(
    ("given", "dates"),
    [
        ("2000-05-24", ["2000-05-24"]),
        ("2000-05~", ["2000-05~"]),
        ("2000-05-24/25", ["2000-05-24", "2000-05-25"]),
        ("after August 2015", []),
        (["2000-05-24"], []),
        (2000, []),
    ],
)
def test_a_value_of_a_source_that_disagrees_holds_its_dates(given: object, dates: list[str]) -> None:
    assert dates_in(given) == dates


def test_only_a_bare_day_is_exact() -> None:
    assert is_exact("2018-05-24")
    assert not any(is_exact(stored) for stored in ("2018-05", "2018-05-24?", None))


@pytest.mark.parametrize(
    ("start", "end", "period", "expected"),
    [
        ("2018-05-24", None, MAY_24, "yes"),
        ("2018-05", None, MAY_24, "possibly"),
        ("2018-05", None, Days(date(2018, 1, 1), date(2018, 12, 31)), "yes"),
        ("2018-06", None, MAY_24, "no"),
        ("2018-05-23", "2018-05-25", MAY_24, "yes"),
        ("2018-05", "2018-06", MAY_24, "possibly"),
        ("2018-04", "2018-06", MAY_24, "yes"),
        ("2018", None, MAY_24, "possibly"),
        ("2018-05-23~", None, MAY_24, "possibly"),
        (None, None, MAY_24, "possibly"),
        (None, "2018-05-24", MAY_24, "yes"),
    ],
)
def test_a_coarse_date_is_only_possibly_on_a_day(start: str | None, end: str | None, period: Days, expected: str) -> None:
    assert dated_in(start, end, period) == expected


@pytest.mark.parametrize(("word", "month"), [("may", 5), ("MAY", 5), ("nov.", 11), ("июн", 6), ("мая", 5), ("декабря", 12)])
def test_months_are_known_by_name_and_by_beginning(word: str, month: int) -> None:
    assert month_named(word) == month


@pytest.mark.parametrize("word", ["ma", "ju", "мар1", "maybe", "astana", "", "."])
def test_other_words_are_no_months(word: str) -> None:
    assert month_named(word) is None


@given(days, forms, marks)
def test_a_date_holds_every_day_that_it_was_made_from(day: date, length: int, mark: str) -> None:
    found = days_of(stored_from(day, length, mark))
    assert found.first <= day <= found.last


@given(days, forms, marks)
def test_a_qualifier_widens_and_less_precision_widens(day: date, length: int, mark: str) -> None:
    bare, marked = days_of(stored_from(day, length, "")), days_of(stored_from(day, length, mark))
    assert bare.within(marked)
    assert (bare == marked) == (mark == "") or day.year in (1, 9999)
    assert days_of(stored_from(day, 10, "")).within(days_of(stored_from(day, 7, ""))) and bare.within(days_of(stored_from(day, 4, "")))


@given(stored_dates)
def test_typing_a_stored_date_means_its_days(stored: str) -> None:
    assert asked_days(stored, TODAY) == days_of(stored)


@given(days)
def test_every_way_to_write_a_day_means_that_day(day: date) -> None:
    year = f"{day.year:04}"
    written = [day.isoformat(), f"{day.day}.{day.month}.{year}", f"{day.day} {day:%B} {year}", f"{day:%B} {day.day}, {year}"]
    assert {asked_days(text, TODAY) for text in written} == {Days(day, day)}


@given(periods, periods)
def test_overlapping_is_mutual_and_within_means_overlapping(one: Days, other: Days) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.within(one) and one.overlaps(one) and one.within(ALWAYS)
    if one.within(other):
        assert one.overlaps(other)
    if one.within(other) and other.within(one):
        assert one == other


@given(stored_dates, periods)
def test_a_single_date_is_certain_exactly_where_no_day_of_it_is_outside(stored: str, period: Days) -> None:
    can_be = days_of(stored)
    expected = "yes" if can_be.within(period) else "possibly" if can_be.overlaps(period) else "no"
    assert dated_in(stored, None, period) == expected


@given(stored_dates, stored_dates, periods, periods)
def test_a_wider_question_is_never_answered_less_surely(start: str, end: str, period: Days, more: Days) -> None:
    wider = Days(min(period.first, more.first), max(period.last, more.last))
    rank = ["no", "possibly", "yes"]
    if days_of(start).first <= days_of(end).last:
        assert rank.index(dated_in(start, end, wider)) >= rank.index(dated_in(start, end, period))


@given(periods, periods, periods)
def test_certainty_is_no_exactly_outside_the_span(span: Days, core: Days, period: Days) -> None:
    sure = core if core.within(span) else None
    answer = certainty_in(span, sure, period)
    assert (answer == "no") == (not span.overlaps(period))
    if sure and sure.overlaps(period):
        assert answer == "yes"


@given(stored_dates, stored_dates)
def test_a_span_holds_its_start_and_reaches_its_end(start: str, end: str) -> None:
    span = span_of(start, end)
    assert span.first == days_of(start).first and span.last >= max(days_of(start).last, days_of(end).last)


@given(days, days)
def test_a_period_between_two_days_holds_both(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert asked_days(f"{first.isoformat()}..{last.isoformat()}", TODAY) == Days(first, last)
    if first < last:
        with pytest.raises(WrongUsage):
            asked_days(f"{last.isoformat()}..{first.isoformat()}", TODAY)


@given(days.filter(lambda day: date.min < day < date.max))
def test_a_day_is_not_in_the_days_beside_it(day: date) -> None:
    period = Days(day, day)
    assert dated_in((day + timedelta(1)).isoformat(), None, period) == dated_in((day - timedelta(1)).isoformat(), None, period) == "no"
