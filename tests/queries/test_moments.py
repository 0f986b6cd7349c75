"""Days meant by a date, or by a thing of the record that has one."""

from __future__ import annotations

from datetime import date

import pytest

from csto_cli.dates import Days
from csto_cli.errors import NotInRecord, WrongUsage
from csto_cli.queries.moments import days_meant, thing_meant
from csto_cli.store import Store
from tests.factories import document, event, exercise, make_store, meeting

TODAY = date(2020, 12, 31)


@pytest.fixture
def store() -> Store:
    """Two meetings, a document dated by its meeting, one without a date, an exercise of several days."""
    force = {"title": {"en": "Agreement on the rapid reaction forces"}, "date": None, "events": [event("minsk-2018-06-cssc")]}
    return make_store(
        meetings=[meeting(), meeting("minsk-2018-06-cssc", date="2018-06-01", end_date="2018-06-03", place={"en": "Minsk"}, country=None)],
        documents=[
            document("force-agreement-2018", **force),
            document("dateless-plan", title={"en": "Dateless plan"}, date=None, events=None),
        ],
        exercises=[exercise("mission-2018", name={"en": "Mission to a member"}, kind="mission")],
    )


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018-05", "2018-05-01", "2018-05-31"),
        ("24 May 2018", "2018-05-24", "2018-05-24"),
        ("2017..2018", "2017-01-01", "2018-12-31"),
        ("astana-2018-05-cssc", "2018-05-24", "2018-05-24"),
        ("minsk 2018", "2018-06-01", "2018-06-03"),
        ("latest", "2018-06-01", "2018-06-03"),
        ("force-agreement-2018", "2018-06-01", "2018-06-01"),
        ("rapid reaction force agreement", "2018-06-01", "2018-06-01"),
        ("mission-2018", "2018-10-10", "2018-10-13"),
        ("Mission to a member", "2018-10-10", "2018-10-13"),
        ("chairmanship-kazakhstan-2018", "2018-01-01", "2018-12-31"),
    ],
)
def test_dates_and_dated_things_mean_their_days(store: Store, typed: str, first: str, last: str) -> None:
    assert days_meant(store, typed, TODAY) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "typed", ["nonsense", "24 May", "may", "2018-02-30", "5", "", "2018..minsk", "nurlan-yermekbayev", "kazakhstan 1999"]
)
def test_what_is_neither_is_refused_with_the_forms_of_dates(store: Store, typed: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        days_meant(store, typed, TODAY)
    assert "write a date as" in caught.value.hints[0]


@pytest.mark.parametrize("typed", ["nonsense", "next week", "nurlan-yermekbayev"])
def test_words_are_refused_with_what_can_be_named_beside_a_date(store: Store, typed: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        days_meant(store, typed, TODAY)
    assert caught.value.message == f"'{typed}' is no date that exists or that can be read"
    assert caught.value.hints[1:] == (f"or name a meeting, a document or an exercise that has a date; none fits '{typed}'",)


@pytest.mark.parametrize("typed", ["24 May", "24.05", "18", "2018-02-30", "2018..minsk"])
def test_dates_that_went_wrong_are_refused_as_dates(store: Store, typed: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        days_meant(store, typed, TODAY)
    assert len(caught.value.hints) == 1


def test_the_next_meeting_where_none_is_announced_is_not_in_the_record(store: Store) -> None:
    with pytest.raises(NotInRecord) as caught:
        days_meant(store, "next", TODAY)
    assert caught.value.message == "no meeting fits 'next' in the record"
    store = make_store(meetings=[meeting("minsk-2020-06-cssc", date="2020-06-01", status="scheduled", attendees=None)])
    with pytest.raises(NotInRecord) as caught:
        days_meant(store, "next", TODAY)
    assert caught.value.hints == ("the last one announced in the record: minsk-2020-06-cssc, 2020-06-01",)


def test_a_title_that_names_a_year_does_not_mean_a_thing_of_another_year() -> None:
    amended = document("amendment-2025", title={"en": "Decision amending the decision of 2015"}, date="2025-11-27", events=None)
    store = make_store(documents=[amended])
    assert days_meant(store, "decision amending the decision", TODAY).first == date(2025, 11, 27)
    with pytest.raises(WrongUsage):
        days_meant(store, "decision 2015", TODAY)


def test_a_whole_title_means_its_document_whatever_words_are_in_it() -> None:
    first = document("badge-2017", title={"en": "Decision to award the badge, first class"}, date="2017-04-14", events=None)
    assert days_meant(make_store(documents=[first]), "decision to award the badge, first class", TODAY).first == date(2017, 4, 14)


def test_the_thing_meant_is_told_of_words_and_not_of_a_date(store: Store) -> None:
    assert thing_meant(store, "2018-05", TODAY) is None
    thing = thing_meant(store, "rapid reaction force agreement", TODAY)
    assert thing and thing["id"] == "force-agreement-2018"


def test_several_fitting_things_are_listed_and_none_is_chosen(store: Store) -> None:
    with pytest.raises(WrongUsage) as caught:
        days_meant(store, "cssc 2018", TODAY)
    assert [hint.split()[0] for hint in caught.value.hints] == ["astana-2018-05-cssc", "minsk-2018-06-cssc"]


@pytest.mark.parametrize("typed", ["atlantis-2018", "astana-2031-05-cssc", "dateless-plan"])
def test_an_id_of_nothing_and_a_thing_without_a_date_are_not_in_the_record(store: Store, typed: str) -> None:
    with pytest.raises(NotInRecord):
        days_meant(store, typed, TODAY)
