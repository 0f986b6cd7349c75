"""A page can announce what is to come, but not report it."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import hindsight
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import (
    body,
    chairmanship,
    document,
    event,
    exercise,
    make_store,
    meeting,
    membership,
    official,
    post,
    source,
    state,
    vacancy,
)

ALONE = ["before"]


def sources(day: str | None = "2018-05-23") -> list[dict[str, Any]]:
    return [source("odkb-page"), source("before", url="https://example.org/before", date=day), source("after", date="2018-05-25")]


CASES = [
    ({"meetings": [meeting(sources=ALONE)]}, "meetings", "astana-2018-05-cssc", "status"),
    (
        {"meetings": [meeting(attendees=[{"person": "nurlan-yermekbayev", "sources": ALONE}])]},
        "meetings",
        "astana-2018-05-cssc",
        "attendees[0]",
    ),
    ({"exercises": [exercise(start="2018-05-24", sources=ALONE)]}, "exercises", "rubezh-2018", "status"),
    ({"documents": [document(events=[event(date="2018-05-24", sources=ALONE)])]}, "documents", "action-plan-2018", "events[0].action"),
    ({"documents": [document(events=[event(sources=ALONE)])]}, "documents", "action-plan-2018", "events[0].action"),
    (
        {"officials": [official("a", post(attested=[{"date": "2018-05-24", "source": "before"}]))]},
        "officials",
        "a",
        "posts[0].attested[0]",
    ),
    (
        {"states": [state(milestones=[{"event": "signed", "date": "2018-05-24", "sources": ALONE}])]},
        "states",
        "kazakhstan",
        "milestones[0]",
    ),
    # without sources of its own a part rests on those of its record
    ({"documents": [document(date=None, sources=ALONE)]}, "documents", "action-plan-2018", "events[0].action"),
    ({"documents": [document(events=None, sources=ALONE)]}, "documents", "action-plan-2018", "date"),
    ({"documents": [document(date=None, events=None, in_force="2018-05-24", sources=ALONE)]}, "documents", "action-plan-2018", "in_force"),
    (
        {"states": [state(memberships=[], milestones=[{"event": "signed", "date": "2018-05-24"}], sources=ALONE)]},
        "states",
        "kazakhstan",
        "milestones[0]",
    ),
    *(
        ({"officials": [official("a", post(**{**days, **own}), **of)]}, "officials", "a", f"posts[0].{field}")
        for field, days in (("start", {"start": "2018-05-24", "end": None}), ("end", {"start": None, "end": "2018-05-24"}))
        for own, of in (({}, {"sources": ALONE}), ({"sources": ALONE}, {}))
    ),
    (
        {"states": [state(memberships=[membership(start="2018-05-24", sources=ALONE)])]},
        "states",
        "kazakhstan",
        "memberships[0].start",
    ),
    (
        {"states": [state(memberships=[membership(start=None, end="2018-05-24", status="ended")], sources=ALONE)]},
        "states",
        "kazakhstan",
        "memberships[0].end",
    ),
    (
        {"states": [state(vacancies=[vacancy(start="2018-05-24", end=None, sources=ALONE)])]},
        "states",
        "kazakhstan",
        "vacancies[0].start",
    ),
    (
        {"states": [state(memberships=[], capital_names=[{"name": {"en": "Astana"}, "start": "2018-05-24"}], sources=ALONE)]},
        "states",
        "kazakhstan",
        "capital_names[0].start",
    ),
    ({"bodies": [body(founded="2018-05-24", sources=ALONE)]}, "bodies", "cssc", "founded"),
    (
        {"chairmanships": [chairmanship(start="2018-05-24", end=None, sources=ALONE)]},
        "chairmanships",
        "chairmanship-kazakhstan-2018",
        "start",
    ),
    (
        {"chairmanships": [chairmanship(start=None, end="2018-05-24", sources=ALONE)]},
        "chairmanships",
        "chairmanship-kazakhstan-2018",
        "end",
    ),
]


@pytest.mark.parametrize(("tables", "table", "record_id", "field"), CASES)
def test_what_only_older_pages_tell_was_announced(tables: dict[str, Any], table: str, record_id: str, field: str) -> None:
    store = make_store(sources=sources(), **tables)
    words = "of 2018-05-24, but its newest source is of 2018-05-23: announced, not reported"
    assert list(hindsight.reported_not_announced(store)) == [Problem("error", table, record_id, field, words)]


@pytest.mark.parametrize("day", [None, "2018-05-24", "2018-05-25", "2018-05", "2018", "2018-05-23?"])
@pytest.mark.parametrize(("tables", "table", "record_id", "field"), CASES)
def test_a_page_of_that_day_or_later_or_without_a_date_may_report(
    tables: dict[str, Any], table: str, record_id: str, field: str, day: str | None
) -> None:
    assert list(hindsight.reported_not_announced(make_store(sources=sources(day), **tables))) == []


@pytest.mark.parametrize(
    "tables",
    [
        {"meetings": [meeting(sources=["before", "after"])]},
        {"meetings": [meeting(status="scheduled", sources=ALONE)]},
        {"meetings": [meeting(attendees=[{"state": "armenia", "presence": "absent", "sources": ALONE}])]},
        {"meetings": [meeting(attendees=[{"person": "nurlan-yermekbayev", "presence": "announced", "sources": ALONE}])]},
        {"exercises": [exercise(start="2018-05-24", status="announced", sources=ALONE)]},
        {"exercises": [exercise(start=None, end=None, sources=ALONE)]},
        {"documents": [document(events=[event(action="expected", sources=ALONE)])]},
        {"documents": [document(events=[event(None, sources=ALONE)])]},
        {"documents": [document(events=[event(action="expected")], sources=ALONE)]},
        {"documents": [document(date=None, events=None, in_force="2021-01-01", sources=ALONE)]},
        {"officials": [official("a", post(start=None, end="2021-01-01", status="current"), sources=ALONE)]},
        {"chairmanships": [chairmanship(year=2021, sources=ALONE)]},
    ],
)
def test_announcements_may_be_older(tables: dict[str, Any]) -> None:
    assert list(hindsight.reported_not_announced(make_store(sources=sources(), **tables))) == []


def test_a_meeting_that_was_only_announced_is_told_once_and_not_for_every_seat_that_rests_on_its_sources() -> None:
    seats = [{"person": "nurlan-yermekbayev"}, {"state": "armenia"}]
    store = make_store(sources=sources(), meetings=[meeting(attendees=seats, sources=ALONE)])
    assert [problem.field for problem in hindsight.reported_not_announced(store)] == ["status"]


ENDS = [
    ("meetings", meeting(date="2018-05-23", end_date="2018-05-24", sources=ALONE), "end_date"),
    ("exercises", exercise(start="2018-05-23", end="2018-05-24", sources=ALONE), "end"),
]


@pytest.mark.parametrize(("table", "record", "field"), ENDS)
def test_the_last_day_of_what_was_held_is_looked_up_where_only_pages_of_its_first_tell_it(table: str, record: Record, field: str) -> None:
    store = make_store(sources=sources(), **{table: [record]})
    words = "of 2018-05-24, but its newest source is of 2018-05-23: announced, not reported"
    assert list(hindsight.ends_reported(store)) == [Problem("warning", table, record["id"], field, words)]
    assert list(hindsight.reported_not_announced(store)) == []


@pytest.mark.parametrize(("table", "record", "field"), ENDS)
def test_the_last_day_of_what_was_reported_later_or_is_only_announced_is_no_gap(table: str, record: Record, field: str) -> None:
    announced = "scheduled" if table == "meetings" else "announced"
    for found in (record | {"sources": ["before", "after"]}, record | {"status": announced}, record | {field: "2018-05-23"}):
        assert list(hindsight.ends_reported(make_store(sources=sources(), **{table: [found]}))) == []
