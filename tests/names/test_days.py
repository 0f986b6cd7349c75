"""Typed dates: every common way to write one means its days, and what cannot be read in one way only is refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from csto_cli.dates import Days, days_of
from csto_cli.errors import WrongUsage
from csto_cli.names.days import FORMS, asked_days, month_named

TODAY = date(2026, 11, 23)

days = st.dates()


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        ("2018-05", "2018-05-01", "2018-05-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2018-05-24", "2018-05-24", "2018-05-24"),
        ("24 May 2018", "2018-05-24", "2018-05-24"),
        ("2018 May 24", "2018-05-24", "2018-05-24"),
        ("8-9 November 2018", "2018-11-08", "2018-11-09"),
        ("8–9 ноября 2018 года", "2018-11-08", "2018-11-09"),
        ("8-9 ноября 2018 г.", "2018-11-08", "2018-11-09"),
        ("8 - 9.11.2018", "2018-11-08", "2018-11-09"),
        ("November 8-9, 2018", "2018-11-08", "2018-11-09"),
        ("11.2018", "2018-11-01", "2018-11-30"),
        ("5/2018", "2018-05-01", "2018-05-31"),
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
        ("24-May-2018", "2018-05-24", "2018-05-24"),
        ("24.мая.2018", "2018-05-24", "2018-05-24"),
        ("may-2018", "2018-05-01", "2018-05-31"),
        ("24 мая 2018г.", "2018-05-24", "2018-05-24"),
        ("27 June - 2 July 2017", "2017-06-27", "2017-07-02"),
        ("27 июня – 2 июля 2017 года", "2017-06-27", "2017-07-02"),
        ("June 27 - July 2, 2017", "2017-06-27", "2017-07-02"),
        ("27.06-02.07.2017", "2017-06-27", "2017-07-02"),
        ("27.06.2017-02.07.2017", "2017-06-27", "2017-07-02"),
        ("24 May 2018 - 26 May 2018", "2018-05-24", "2018-05-26"),
        ("May-July 2018", "2018-05-01", "2018-07-31"),
        ("from 24 to 26 May 2018", "2018-05-24", "2018-05-26"),
        ("с 27 июня по 2 июля 2017 г.", "2017-06-27", "2017-07-02"),
        ("с 2016 г. по 2018 г.", "2016-01-01", "2018-12-31"),
        ("2016-2018 гг.", "2016-01-01", "2018-12-31"),
        ("from 2018 to today", "2018-01-01", "2026-11-23"),
        ("со 2 по 5 мая 2018", "2018-05-02", "2018-05-05"),
        ("from 24 May until 26 May 2018", "2018-05-24", "2018-05-26"),
        ("с 24 до 26 мая 2018", "2018-05-24", "2018-05-26"),
        ("from 27th June till 2nd July 2017", "2017-06-27", "2017-07-02"),
        ("27-June - 2-July-2017", "2017-06-27", "2017-07-02"),
        ("27 June 2017-2 July 2017", "2017-06-27", "2017-07-02"),
        ("24 Sept. - 2 Oct. 2018", "2018-09-24", "2018-10-02"),
        ("Sept. 24 - Oct. 2, 2018", "2018-09-24", "2018-10-02"),
        ("24/May/2018", "2018-05-24", "2018-05-24"),
        ("в 2018 году", "2018-01-01", "2018-12-31"),
        ("24 May to 26 May 2018", "2018-05-24", "2018-05-26"),
        ("May 2018-July 2019", "2018-05-01", "2019-07-31"),
        ("24.-26.05.2018", "2018-05-24", "2018-05-26"),
        ("2018-05-24/2018-05-26", "2018-05-24", "2018-05-26"),
        ("2018-05/2018-07", "2018-05-01", "2018-07-31"),
        ("24th of May 2018", "2018-05-24", "2018-05-24"),
        ("в мае 2018", "2018-05-01", "2018-05-31"),
        ("in May 2018", "2018-05-01", "2018-05-31"),
        ("05-2018", "2018-05-01", "2018-05-31"),
        ("с 2016 по 2018", "2016-01-01", "2018-12-31"),
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
        ("Tomorrow", "2026-11-24", "2026-11-24"),
        ("завтра", "2026-11-24", "2026-11-24"),
        ("yesterday..tomorrow", "2026-11-22", "2026-11-24"),
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


@pytest.mark.parametrize("typed", ["8.11.18", "08/11/18", "18-05-24", "24-May-18", "24 May 18"])
def test_a_year_of_two_digits_is_refused_with_the_reason(typed: str) -> None:
    with pytest.raises(WrongUsage, match=f"^'{typed}' does not say which century it is in$") as caught:
        asked_days(typed, TODAY)
    assert caught.value.hints == ("write the year with four digits",)
    with pytest.raises(WrongUsage, match="century"):
        asked_days(f"Thursday {typed}", TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        *("8.11/18", "2 July - 27 June 2017", "31 June - 2 July 2017", "from 2018", "24мая2018"),
        *("2018-02-29", "2018-13", "31.04.2018", "32 May 2018", "24 May 2018 25", "24 May", "May", "18", "", " ", "0000"),
        *("2018-5-32", "201805", "2018..2016", "2018-05-24T", "next week", "２０１８", "24 ma 2018", "5 мая 6 2018"),
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(WrongUsage):
        asked_days(typed, TODAY)


@pytest.mark.parametrize("typed", ["24 May", "May 24th", "мая", "24 мая", "24-26 May", "24.05", "5/24", "Thu 24 May"])
def test_a_day_without_a_year_is_refused_with_the_reason(typed: str) -> None:
    with pytest.raises(WrongUsage, match=f"^'{typed}' does not say which year it is in$") as caught:
        asked_days(typed, TODAY)
    assert caught.value.hints == (f"write a date as {FORMS}; `csto help dates` has more",)
    with pytest.raises(WrongUsage, match="which year it is in, in"):
        asked_days(f"2017..{typed}", TODAY)


@pytest.mark.parametrize("typed", ["18", "05-24", "2018-02-30", "24 Foo", "24 May Foo", "24мая2018", "Mayday"])
def test_what_is_no_date_for_another_reason_is_not_said_to_lack_its_year(typed: str) -> None:
    with pytest.raises(WrongUsage, match="is no date that exists or that can be read"):
        asked_days(typed, TODAY)


def test_a_refusal_says_which_forms_there_are() -> None:
    with pytest.raises(WrongUsage) as caught:
        asked_days("24 Foo 2018", TODAY)
    assert "24 May 2018" in caught.value.hints[0]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Friday 24 May 2018", "2018-05-24 was a Thursday, not a Friday"),
        ("сб, 24 мая 2018", "2018-05-24 was a Thursday, not a Saturday"),
        ("Thu 2018-05-24 .. Thu 2018-05-25", "2018-05-25 was a Friday, not a Thursday"),
    ],
)
def test_a_day_of_another_day_of_the_week_is_refused(typed: str, said: str) -> None:
    with pytest.raises(WrongUsage, match=said):
        asked_days(typed, TODAY)


@pytest.mark.parametrize(("word", "month"), [("may", 5), ("MAY", 5), ("nov.", 11), ("июн", 6), ("мая", 5), ("декабря", 12)])
def test_months_are_known_by_name_and_by_beginning(word: str, month: int) -> None:
    assert month_named(word) == month


@pytest.mark.parametrize("word", ["ma", "ju", "мар1", "maybe", "astana", "", "."])
def test_other_words_are_no_months(word: str) -> None:
    assert month_named(word) is None


@given(days, st.sampled_from([4, 7, 10]), st.sampled_from(["", "~", "?"]))
def test_typing_a_stored_date_means_its_days(day: date, length: int, mark: str) -> None:
    stored = day.isoformat()[:length] + mark
    assert asked_days(stored, TODAY) == days_of(stored)


@given(days)
def test_every_way_to_write_a_day_means_that_day(day: date) -> None:
    year = f"{day.year:04}"
    written = [day.isoformat(), f"{day.day}.{day.month}.{year}", f"{day.day} {day:%B} {year}", f"{day:%B} {day.day}, {year}"]
    assert {asked_days(text, TODAY) for text in written} == {Days(day, day)}


@given(days, days)
def test_a_period_between_two_days_holds_both(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert asked_days(f"{first.isoformat()}..{last.isoformat()}", TODAY) == Days(first, last)
    if first < last:
        with pytest.raises(WrongUsage):
            asked_days(f"{last.isoformat()}..{first.isoformat()}", TODAY)
