"""Dates and spans: what a stored date can be, and what can be said of a period."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.dates import ALWAYS, Days, certainty_in, dated_in, dates_in, days_of, is_exact, lasted_in, span_of, sure_span

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


@pytest.mark.parametrize(
    ("start", "end", "sure"),
    [
        ("2018-05-20", "2018-07-03", ("2018-05-20", "2018-07-03")),
        ("2017", "2018-05", ("2017-12-31", "2018-05-01")),
        ("2018-05-20", "2018-05", ("2018-05-20", "2018-05-20")),
        ("2018-05", "2018-05-20", ("2018-05-20", "2018-05-20")),
        ("2018-05-20", None, ("2018-05-20", "2018-05-20")),
        (None, "2018-05-20", ("2018-05-20", "2018-05-20")),
        ("2018-05", "2018", None),
        ("2018", None, None),
        (None, "2018-05-20?", None),
        ("2018-05-20", "2018-04", None),
        (None, None, None),
    ],
)
def test_both_ends_are_days_of_a_span_and_of_a_coarse_one_no_day_is_sure(
    start: str | None, end: str | None, sure: tuple[str, str] | None
) -> None:
    assert sure_span(start, end) == (Days(date.fromisoformat(sure[0]), date.fromisoformat(sure[1])) if sure else None)


@pytest.mark.parametrize(("asked", "answer"), [("2018", "yes"), ("2018-12-31", "possibly"), ("2019", "possibly"), ("2017", "no")])
def test_what_began_in_a_year_was_there_in_it_and_on_no_day_surely(asked: str, answer: str) -> None:
    assert lasted_in("2018", None, Days(date(2018, 1, 1), date.max), days_of(asked)) == answer


@given(days.filter(lambda day: date.min < day < date.max))
def test_a_day_is_not_in_the_days_beside_it(day: date) -> None:
    period = Days(day, day)
    assert dated_in((day + timedelta(1)).isoformat(), None, period) == dated_in((day - timedelta(1)).isoformat(), None, period) == "no"
