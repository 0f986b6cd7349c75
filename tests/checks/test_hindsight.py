"""A page can announce what is to come, but not report it."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import hindsight
from csto_cli.checks.problem import Problem
from tests.factories import document, event, exercise, make_store, meeting, official, post, source, state

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
    ],
)
def test_announcements_may_be_older(tables: dict[str, Any]) -> None:
    assert list(hindsight.reported_not_announced(make_store(sources=sources(), **tables))) == []
