"""How much the record holds, and how much of it is firm."""

from __future__ import annotations

from datetime import date

import pytest

from csto_cli.dates import Days
from csto_cli.model import Record
from csto_cli.queries.coverage import COVERED, Covered, Tally, coverage, covered_in, dated_span, is_firm, tally_of
from csto_cli.store import Store
from tests.factories import KINDS_OF_SOURCE, SOURCE, chairmanship, document, event, exercise, make_store, meeting, official, post


@pytest.fixture
def small() -> Store:
    """Three meetings, of which one rests on a press report alone."""
    return make_store(
        sources=KINDS_OF_SOURCE,
        meetings=[
            meeting(sources=["press"]),
            meeting("astana-2018-11-joint", date="2018-11", bodies=["cfm", "cssc"], sources=["press", "agency"]),
            meeting("minsk-2019-11-cssc", date="2019-11-27"),
        ],
        documents=[document(date=None), document("b", date=None, events=None), document("c", events=[event()], date="2017")],
    )


@pytest.mark.parametrize(
    ("sources", "tally"),
    [
        (["press"], Tally(1, 0, 0, 0)),
        (["press", "press"], Tally(1, 0, 0, 0)),
        (["press", "agency"], Tally(1, 1, 0, 1)),
        (["press", "reprint"], Tally(1, 1, 0, 1)),
        (["agency", "reprint"], Tally(1, 0, 0, 0)),
        (["law"], Tally(1, 0, 1, 1)),
        (["site"], Tally(1, 0, 1, 1)),
        ([SOURCE, "press"], Tally(1, 1, 1, 1)),
        (["gone"], Tally(1, 0, 0, 0)),
    ],
)
def test_what_is_firm(small: Store, sources: list[str], tally: Tally) -> None:
    assert tally_of(small, sources) == tally
    assert is_firm(small, sources) == bool(tally.firm)


def test_meetings_by_year_and_body(small: Store) -> None:
    assert [row for row in coverage(small) if row.table == "meetings"] == [
        Covered("meetings", "", None, Tally(3, 1, 1, 2)),
        Covered("meetings", "", 2018, Tally(2, 1, 0, 1)),
        Covered("meetings", "", 2019, Tally(1, 0, 1, 1)),
        Covered("meetings", "cfm", None, Tally(1, 1, 0, 1)),
        Covered("meetings", "cfm", 2018, Tally(1, 1, 0, 1)),
        Covered("meetings", "cssc", None, Tally(3, 1, 1, 2)),
        Covered("meetings", "cssc", 2018, Tally(2, 1, 0, 1)),
        Covered("meetings", "cssc", 2019, Tally(1, 0, 1, 1)),
    ]


def test_documents_are_counted_by_their_meeting_where_they_have_no_date(small: Store) -> None:
    assert [(row.year, row.tally.records) for row in coverage(small) if row.table == "documents"] == [
        (None, 3),
        (2017, 1),
        (2018, 1),
        (0, 1),
    ]


def test_posts_are_counted_by_start_and_office_on_their_own_sources() -> None:
    posts = [post(sources=["press"]), post("foreign-minister", start="2018")]
    store = make_store(sources=KINDS_OF_SOURCE, officials=[official("a", *posts)])
    assert [row for row in coverage(store) if row.table == "posts"] == [
        Covered("posts", "", None, Tally(2, 0, 1, 1)),
        Covered("posts", "", 2016, Tally(1, 0, 0, 0)),
        Covered("posts", "", 2018, Tally(1, 0, 1, 1)),
        Covered("posts", "foreign-minister", None, Tally(1, 0, 1, 1)),
        Covered("posts", "foreign-minister", 2018, Tally(1, 0, 1, 1)),
        Covered("posts", "security-council-secretary", None, Tally(1, 0, 0, 0)),
        Covered("posts", "security-council-secretary", 2016, Tally(1, 0, 0, 0)),
    ]


def test_an_empty_table_is_told() -> None:
    assert [row for row in coverage(make_store(exercises=[])) if row.table == "exercises"] == [
        Covered("exercises", "", None, Tally(0, 0, 0, 0))
    ]


def test_tables_without_years_have_none() -> None:
    rows = coverage(make_store())
    assert list(dict.fromkeys(row.table for row in rows)) == list(COVERED)
    assert [row.year for row in rows if row.table == "states"] == [None]


@pytest.mark.parametrize(
    ("first", "last", "tally"),
    [
        (date(2018, 1, 1), date(2018, 12, 31), Tally(2, 1, 0, 1)),
        (date(2018, 11, 8), date(2018, 11, 8), Tally(1, 1, 0, 1)),
        (date(1950, 1, 1), date(1950, 12, 31), Tally(0, 0, 0, 0)),
    ],
)
def test_covered_in(small: Store, first: date, last: date, tally: Tally) -> None:
    assert covered_in(small, "meetings", Days(first, last)) == tally


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("meetings", meeting(date="2018-05-20", end_date="2018-05-25")),
        ("exercises", exercise(start="2018-05-20", end="2018-05-25")),
        ("chairmanships", chairmanship(start="2018-01-01", end="2018-12-31")),
    ],
)
def test_what_began_before_the_days_is_of_them_too(table: str, record: Record) -> None:
    day = date(2018, 5, 24)
    assert covered_in(make_store(**{table: [record]}), table, Days(day, day)).records == 1


def test_dated_span() -> None:
    assert dated_span(make_store(chairmanships=[chairmanship(start="1995?")])) == ("1995", "2018-10-10")
    nothing = make_store(officials=[], meetings=[], documents=[], exercises=[], chairmanships=[])
    assert dated_span(nothing) is None


def test_of_the_years_asked_about_each_group_has_a_row_though_it_is_empty() -> None:
    store = make_store(meetings=[meeting(), meeting("minsk-2017-11-csc", bodies=["csc"], date="2017-11-30")])
    rows = coverage(store, ["meetings", "states"], range(2016, 2018))
    assert [(row.table, row.group, row.year, row.tally.records) for row in rows] == [
        ("meetings", "", 2016, 0),
        ("meetings", "", 2017, 1),
        ("meetings", "csc", 2016, 0),
        ("meetings", "csc", 2017, 1),
        ("meetings", "cssc", 2016, 0),
        ("meetings", "cssc", 2017, 0),
    ]


def test_what_is_announced_for_later_is_no_last_date() -> None:
    announced = meeting("minsk-2021-11-csc", bodies=["csc"], date="2021-11-30", status="scheduled")
    assert dated_span(make_store(meetings=[meeting(), announced])) == dated_span(make_store())
