"""Calendars as icalendar reads them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from csto_cli.dates import is_exact
from csto_cli.model import Record
from csto_cli.publish import export
from csto_cli.store import Store
from tests.factories import SOURCE, exercise, make_store, meeting
from tests.publish.conftest import exported

icalendar = pytest.importorskip("icalendar", reason="the extra ics is not installed (pip install 'csto-cli[ics]')")


def events(path: Path) -> dict[str, Any]:
    """Events by UID."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_a_meeting_is_an_all_day_event_with_an_exclusive_end(nasty: Store, tmp_path: Path) -> None:
    event = events(exported(nasty, "ics", tmp_path / "c.ics"))["astana-2018-05-cssc@csto-cli"]
    assert event["DTSTART"].dt == date(2018, 5, 24)
    assert event["DTEND"].dt == date(2018, 5, 26)
    assert str(event["SUMMARY"]) == "Meeting of the Committee of Secretaries, Astana"
    assert str(event["LOCATION"]) == "Astana, Kazakhstan"
    assert str(event["URL"]) == "https://example.org/odkb-page"
    assert "First line\nsecond line" in str(event["DESCRIPTION"])


def test_what_is_known_to_the_month_is_left_out_and_counted(nasty: Store, tmp_path: Path) -> None:
    notes = export(nasty, None, "ics", tmp_path / "c.ics")
    assert notes == ["meetings left out, because their day is not known: 1"]
    assert set(events(tmp_path / "c.ics")) == {"astana-2018-05-cssc@csto-cli", "rubezh-2018@csto-cli", "rubezh-2019@csto-cli"}


def test_events_come_in_order_of_time(tmp_path: Path) -> None:
    meetings = [meeting(), meeting("minsk-2017-11-csc", date="2017-11-30"), meeting("later", date="2018-10-11")]
    store = make_store(meetings=meetings, exercises=[exercise()])
    assert list(events(exported(store, "ics", tmp_path / "c.ics"))) == [
        "minsk-2017-11-csc@csto-cli",
        "astana-2018-05-cssc@csto-cli",
        "rubezh-2018@csto-cli",
        "later@csto-cli",
    ]


def test_a_choice_of_what_no_calendar_holds_says_so(nasty: Store, tmp_path: Path) -> None:
    notes = export(nasty, {"officials": nasty.table("officials")}, "ics", tmp_path / "c.ics")
    assert notes == ["the calendar is empty: none of the records chosen can stand in one, only meetings and exercises can"]
    both = {"officials": nasty.table("officials"), "exercises": nasty.table("exercises")}
    assert export(nasty, both, "ics", tmp_path / "d.ics") == []


@pytest.mark.parametrize("vague", ["2018-05", "2018", "2018-05-24~", "2018-05?"])
def test_no_day_is_invented(tmp_path: Path, vague: str) -> None:
    store = make_store(meetings=[meeting(date=vague)], exercises=[])
    assert export(store, None, "ics", tmp_path / "c.ics") == ["meetings left out, because their day is not known: 1"]
    assert events(tmp_path / "c.ics") == {}


def test_an_uncertain_day_makes_a_tentative_event_that_says_so(tmp_path: Path) -> None:
    spells = [meeting(date="2018-05-24?"), meeting("minsk-2018-06-cssc", date="2018-06-01", end_date="2018-06-02?")]
    assert export(make_store(meetings=spells, exercises=[]), None, "ics", tmp_path / "c.ics") == []
    found = events(tmp_path / "c.ics")
    assert [(str(event["STATUS"]), event["DTSTART"].dt, event["DTEND"].dt) for event in found.values()] == [
        ("TENTATIVE", date(2018, 5, 24), date(2018, 5, 25)),
        ("TENTATIVE", date(2018, 6, 1), date(2018, 6, 3)),
    ]
    assert all("Its days are uncertain." in str(event["DESCRIPTION"]) for event in found.values())


def test_an_end_known_to_the_month_is_said_not_drawn(nasty: Store, tmp_path: Path) -> None:
    event = events(exported(nasty, "ics", tmp_path / "c.ics"))["rubezh-2019@csto-cli"]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2019, 9, 1), date(2019, 9, 2))
    assert "until 2019-10" in str(event["DESCRIPTION"])
    assert str(event["STATUS"]) == "CANCELLED"


def test_an_end_that_is_not_known_makes_a_tentative_event_that_says_so(tmp_path: Path) -> None:
    spells = [
        exercise(end=None),
        exercise("rubezh-2017", start="2017-09-01", end="2017-10"),
        exercise("rubezh-2016", start="2016-09-01", end="2016-09-02"),
    ]
    announced = exercise("rubezh-2020", status="announced", start="2020-09-01", end="2020-10")
    store = make_store(meetings=[meeting()], exercises=[*spells, announced])
    found = events(exported(store, "ics", tmp_path / "c.ics"))
    assert {
        uid.partition("@")[0]: (str(event["STATUS"]), event["DTEND"].dt, str(event["DESCRIPTION"]).splitlines()[0])
        for uid, event in found.items()
    } == {
        "rubezh-2018": ("TENTATIVE", date(2018, 10, 11), "Its last day is not in the record."),
        "rubezh-2017": ("TENTATIVE", date(2017, 9, 2), "It lasted until 2017-10; its last day is not known."),
        "rubezh-2016": ("CONFIRMED", date(2016, 9, 3), "Record rubezh-2016"),
        "rubezh-2020": ("TENTATIVE", date(2020, 9, 2), "It was to last until 2020-10; its last day is not known."),
        "astana-2018-05-cssc": ("CONFIRMED", date(2018, 5, 25), "Record astana-2018-05-cssc"),
    }


def test_no_exercise_of_the_record_is_confirmed_for_one_day_because_its_end_is_missing(whole: Store, tmp_path: Path) -> None:
    found = events(exported(whole, "ics", tmp_path / "c.ics"))
    endless = [record["id"] for record in whole.table("exercises") if "end" not in record and f"{record['id']}@csto-cli" in found]
    assert "unbreakable-brotherhood-2012" in endless
    for event in (found[f"{record_id}@csto-cli"] for record_id in endless):
        assert str(event["STATUS"]) == "TENTATIVE"
        assert "Its last day is not in the record." in str(event["DESCRIPTION"]).splitlines()


def disputed(*fields: str) -> list[Record]:
    """A value that another source gives for each of these fields."""
    return [{"field": field, "value": "2018-05-25", "sources": [SOURCE], "reason": "Another source."} for field in fields]


def test_an_event_says_on_what_sources_disagree(tmp_path: Path) -> None:
    astana = meeting(disputes=disputed("date", "date", "place.en"), summary="What was said.", note="A note.")
    counted = exercise(disputes=disputed("personnel.count"))
    found = events(exported(make_store(meetings=[astana], exercises=[counted]), "ics", tmp_path / "c.ics"))
    assert str(found["astana-2018-05-cssc@csto-cli"]["DESCRIPTION"]).splitlines() == [
        "What was said.",
        "Sources disagree on date, place",
        "A note.",
        "Record astana-2018-05-cssc",
        "https://example.org/odkb-page",
    ]
    assert str(found["rubezh-2018@csto-cli"]["DESCRIPTION"]).splitlines()[0] == "Sources disagree on personnel"


@pytest.mark.parametrize(
    ("status", "field", "shown"),
    [
        ("held", "date", "TENTATIVE"),
        ("held", "end_date", "TENTATIVE"),
        ("held", "place.en", "CONFIRMED"),
        ("scheduled", "date", "TENTATIVE"),
        ("cancelled", "date", "CANCELLED"),
    ],
)
def test_a_meeting_of_a_disputed_day_is_not_confirmed(tmp_path: Path, status: str, field: str, shown: str) -> None:
    store = make_store(meetings=[meeting(status=status, disputes=disputed(field))], exercises=[])
    (event,) = events(exported(store, "ics", tmp_path / "c.ics")).values()
    assert str(event["STATUS"]) == shown


@pytest.mark.parametrize(("field", "shown"), [("start", "TENTATIVE"), ("end", "TENTATIVE"), ("host", "CONFIRMED")])
def test_an_exercise_of_disputed_days_is_not_confirmed(tmp_path: Path, field: str, shown: str) -> None:
    store = make_store(meetings=[], documents=[], exercises=[exercise(disputes=disputed(field))])
    (event,) = events(exported(store, "ics", tmp_path / "c.ics")).values()
    assert str(event["STATUS"]) == shown


def test_a_name_cannot_add_lines_to_the_file(tmp_path: Path) -> None:
    store = make_store(meetings=[], documents=[], exercises=[exercise(name={"en": "A\r\nATTENDEE:x;b,c\\"})])
    (event,) = events(exported(store, "ics", tmp_path / "c.ics")).values()
    assert str(event["SUMMARY"]) == "A ATTENDEE:x;b,c\\"
    assert "ATTENDEE" not in event


def test_lines_are_folded_and_end_in_crlf(whole: Store, tmp_path: Path) -> None:
    data = exported(whole, "ics", tmp_path / "c.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75


def test_the_record_has_an_event_for_every_known_day(whole: Store, tmp_path: Path) -> None:
    found = events(exported(whole, "ics", tmp_path / "c.ics"))
    days = [record["date"] for record in whole.table("meetings")] + [record.get("start") for record in whole.table("exercises")]
    assert len(found) == sum(is_exact(day and day.removesuffix("?")) for day in days)
    assert all(event["DTEND"].dt > event["DTSTART"].dt for event in found.values())


def test_an_empty_calendar_still_holds_a_component(nasty: Store, tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(exported(nasty, "ics", tmp_path / "c.ics", {}).read_bytes())
    assert [part.name for part in calendar.subcomponents] == ["VTIMEZONE"]
