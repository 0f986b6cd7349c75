"""Meeting references: any parts in any order, by any name of the place, and the words that pick one by its day."""

from __future__ import annotations

from datetime import date

import pytest

from csto_cli.names.meetings import find_meetings, nearest_meetings
from csto_cli.store import Store
from tests.factories import body, make_store, meeting, state

TODAY = date(2020, 12, 31)


@pytest.fixture
def store() -> Store:
    """Meetings in two cities of a state whose capital was renamed, one online, one only scheduled, one cancelled."""
    former = [{"name": {"en": "Nur-Sultan", "ru": "Нур-Султан"}, "start": "2019-03-23"}, {"name": {"en": "Tselinograd"}, "end": "1992"}]
    kazakhstan = state(name={"en": "Kazakhstan", "ru": "Казахстан"}, capital={"en": "Astana", "ru": "Астана"}, capital_names=former)
    nowhere = {"place": None, "country": None}
    return make_store(
        states=[kazakhstan],
        bodies=[
            body("csc", abbr={"en": "CSC", "ru": "СКБ"}),
            body("cssc", abbr={"en": "CSSC", "ru": "КССБ"}, name={"en": "Committee of Secretaries of Security Councils"}),
            body("csto"),
        ],
        meetings=[
            meeting("astana-2018-05-cssc"),
            meeting("astana-2018-11-csc", bodies=["csc"], date="2018-11-08", end_date="2018-11-09"),
            meeting("nur-sultan-2019-06-csc", bodies=["csc"], date="2019-06", place={"en": "Nur-Sultan", "ru": "Нур-Султан"}),
            meeting("minsk-2017-11-csc", bodies=["csc"], date="2017-11-30", place={"en": "Minsk", "ru": "Минск"}, country=None),
            meeting("online-2020-12-csc", bodies=["csc"], date="2020-12-02", format="online", kind="extraordinary", **nowhere),
            meeting("moscow-2021-03-csc", bodies=["csc"], date="2021-03-15", status="scheduled", place={"en": "Moscow"}, country=None),
            meeting("gomel-2016-12-cssc", date="2016-12-30", end_date="2017-01-02", place={"en": "Gomel"}, country=None),
            meeting("brest-2017-06-cssc", date="2017-06-27", end_date="2017-07-02", place={"en": "Brest"}, country=None),
            meeting("moscow-2020-05-cssc", date="2020-05-10", status="cancelled", place={"en": "Moscow"}, country=None),
        ],
    )


CSSC, NOVEMBER, RENAMED = "astana-2018-05-cssc", "astana-2018-11-csc", "nur-sultan-2019-06-csc"
ACROSS, OVER_NEW_YEAR = "brest-2017-06-cssc", "gomel-2016-12-cssc"
MINSK, ONLINE, NEXT, CANCELLED = "minsk-2017-11-csc", "online-2020-12-csc", "moscow-2021-03-csc", "moscow-2020-05-cssc"


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("astana-2018-05-cssc", [CSSC]),
        ("astana-2018", [CSSC, NOVEMBER]),
        ("2018 astana", [CSSC, NOVEMBER]),
        ("cssc astana", [CSSC]),
        ("csc-astana", [NOVEMBER, RENAMED]),
        ("КССБ 2018", [CSSC]),
        ("secretaries 2018", [CSSC]),
        ("2018-05", [CSSC]),
        ("2018-05-24", [CSSC]),
        ("24.05.2018", [CSSC]),
        ("24 May 2018", [CSSC]),
        ("24 мая 2018 года", [CSSC]),
        ("astana may 2018", [CSSC]),
        ("May Astana 2018", [CSSC]),
        ("Астана, ноябрь 2018", [NOVEMBER]),
        ("в Астане в ноябре 2018", [NOVEMBER]),
        ("в Астане, ноябрь 2018", [NOVEMBER]),
        ("2018-11-09", [NOVEMBER]),
        ("9 November 2018", [NOVEMBER]),
        ("Astana 8-9 November 2018", [NOVEMBER]),
        ("8-10 November 2018", []),
        ("astana 2018 05", [CSSC]),
        ("astana 2018 5", []),
        ("28 June 2017", [ACROSS]),
        ("1 July 2017", [ACROSS]),
        ("3 July 2017", []),
        ("July 2017", [ACROSS]),
        ("January 2017", [OVER_NEW_YEAR]),
        ("December 2016", [OVER_NEW_YEAR]),
        ("December 2017", []),
        ("January 2016", []),
        ("astana-2019", [RENAMED]),
        ("nur-sultan-2019", [RENAMED]),
        ("Нур-Султан 2019", [RENAMED]),
        ("Tselinograd 2018", [CSSC, NOVEMBER]),
        ("kazakhstan 2019", [RENAMED]),
        ("kazakh 2019", [RENAMED]),
        ("Moskva 2021", [NEXT]),
        ("online", [ONLINE]),
        ("extraordinary 2020", [ONLINE]),
        ("latest", [ONLINE]),
        ("latest-csc", [ONLINE]),
        ("csc latest 2018", [NOVEMBER]),
        ("last cssc meeting", [CSSC]),
        ("next", [NEXT]),
        ("next csc", [NEXT]),
        ("next cssc", []),
        ("first", [OVER_NEW_YEAR]),
        ("first astana", [CSSC]),
        ("последняя сессия СКБ", [ONLINE]),
        ("cancelled", []),
        ("atlantis-2018", []),
        ("astana-2031", []),
        ("2018-2019", []),
        ("cscc 2018", []),
        ("25 May 2018", []),
        ("astana 24", []),
        ("", []),
        (" - ", []),
        ("the session", []),
    ],
)
def test_a_reference_means_every_meeting_that_it_fits(store: Store, typed: str, wanted: list[str]) -> None:
    assert [found["id"] for found in find_meetings(store, typed, TODAY)] == wanted


def test_a_former_id_still_means_its_meeting() -> None:
    store = make_store(meetings=[meeting(former_ids=["astana-2018-05"]), meeting("minsk-2018-05-csc")])
    assert [found["id"] for found in find_meetings(store, "astana-2018-05", TODAY)] == ["astana-2018-05-cssc"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("astana-2017", [CSSC, NOVEMBER, RENAMED]),
        ("atlantis 2017", [OVER_NEW_YEAR, ACROSS, MINSK]),
        ("minsk cssc", []),
        ("2018-06-csc", [NOVEMBER]),
        ("28 May 2018", [CSSC]),
    ],
)
def test_the_nearest_share_the_place_the_body_or_the_year(store: Store, typed: str, near: list[str]) -> None:
    assert [found["id"] for found in nearest_meetings(store, typed)] == near


def test_latest_leaves_out_what_was_not_held(store: Store) -> None:
    assert [found["id"] for found in find_meetings(store, "latest 2020 moscow", TODAY)] == []
    assert [found["id"] for found in find_meetings(store, "moscow 2020", TODAY)] == [CANCELLED]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [("2018-05-24", ["astana-2018-05-cssc"]), ("2018-05-25", ["astana-2018-05-cssc"]), ("2018-05-26", []), ("2018-05-23", ["minsk"])],
)
def test_a_day_that_fits_no_meeting_means_those_of_which_another_source_gives_it(typed: str, wanted: list[str]) -> None:
    disputes = [
        {"field": "date", "value": value, "sources": ["odkb-page"], "reason": "It says so."} for value in ("2018-05-24", "2018-05-25")
    ]
    store = make_store(meetings=[meeting(disputes=disputes), meeting("minsk", date="2018-05-23")])
    assert [found["id"] for found in find_meetings(store, typed, TODAY)] == wanted
