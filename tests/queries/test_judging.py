"""Which records are of the days asked about, where their own dates do not say it all."""

from __future__ import annotations

import pytest

from csto_cli.dates import Certainty
from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.judging import has_open_end, if_held
from csto_cli.queries.lists import select
from tests.factories import body, chairmanship, document, exercise, make_store, meeting, membership, state

TODAY = asked_days("2020-12-31", None).first  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changed", "certain"),
    [
        ({"end": None}, {"2018-07-20": "possibly", "2018-12-31": "possibly", "2019-01-01": None}),
        (
            {"end": None, "id": "operation-rubezh", "kind": "operation"},
            {"2018-07-20": "possibly", "2020-12-31": "possibly", "2021-01-01": None},
        ),
        ({"end": "2018-07-21"}, {"2018-07-20": "yes", "2018-07-22": None}),
    ],
)
def test_an_exercise_whose_end_nobody_states_can_have_gone_on(changed: dict[str, object], certain: dict[str, str | None]) -> None:
    store = make_store(exercises=[exercise(start="2018-07-18", **changed)])
    for day, expected in certain.items():
        rows = select(store, "exercises", Criteria(period=asked_days(day, TODAY)))
        assert [row.certainty for row in rows] == ([expected] if expected else []), day


@pytest.mark.parametrize(
    ("event", "open_ended"),
    [
        (exercise(end=None), True),
        (exercise(end=None, start="2018-10"), True),
        (exercise(end=None, start="2018"), False),
        (exercise("operation-rubezh", kind="operation", end=None, start="2018"), True),
        (exercise(start=None), False),
        (exercise(), False),
        (meeting(), False),
    ],
)
def test_an_exercise_of_a_year_is_of_all_of_it_and_no_longer(event: Record, open_ended: bool) -> None:
    assert has_open_end(make_store(), event) is open_ended


@pytest.mark.parametrize(
    ("status", "day", "certainty"),
    [("held", "yes", "yes"), ("announced", "yes", "possibly"), ("announced", "possibly", "possibly"), ("cancelled", "possibly", "no")],
)
def test_what_is_of_some_days_took_place_on_them_only_if_it_was_held(status: str, day: Certainty, certainty: Certainty) -> None:
    assert if_held(exercise(status=status), day) == certainty
    assert if_held(exercise(status=status), None) is None


def test_a_list_has_what_was_cancelled_on_the_days_for_which_it_was_planned_and_on_no_others() -> None:
    store = make_store(exercises=[exercise(start="2018-07-18", end="2018-07-20", status="cancelled")])
    found = [select(store, "exercises", Criteria(period=asked_days(day, TODAY))) for day in ("2018-07-20", "2018-07-21")]
    assert [[row.certainty for row in rows] for rows in found] == [["no"], []]


@pytest.mark.parametrize(
    ("table", "record", "field"),
    [
        ("meetings", meeting(), "date"),
        ("meetings", meeting(), "end_date"),
        ("exercises", exercise(start="2018-07-18", end="2018-07-20"), "start"),
        ("exercises", exercise(start="2018-07-18", end="2018-07-20"), "end"),
        ("documents", document(), "date"),
        ("bodies", body(founded="2019-05"), "founded"),
        ("chairmanships", chairmanship(start="2018-08-01", end="2018-08-31"), "start"),
        ("chairmanships", chairmanship(start="2018-01-01", end="2018-06-30"), "end"),
    ],
)
def test_days_that_only_a_source_not_preferred_gives_are_possible(table: str, record: Record, field: str) -> None:
    latest, asked = ("2018-07-21/22", "2018-07-22") if field in ("end_date", "end") else ("2018-07-10/11", "2018-07-11")
    disputes = [
        {"field": field, "value": value, "sources": ["odkb-page"], "reason": "It says so."} for value in (record.get(field), latest)
    ]

    def certainties(record: Record, day: str) -> list[str | None]:
        found = select(make_store(**{table: [record]}), table, Criteria(period=asked_days(day, TODAY)))
        return [row.certainty for row in found if row.record["id"] == record["id"]]

    assert certainties(record, asked) == []
    assert certainties({**record, "disputes": disputes}, asked) == ["possibly"]
    assert certainties({**record, "disputes": disputes}, "1991") == []


def test_an_observer_of_anything_is_an_observer_on_its_days() -> None:
    observing = membership(organization="csto-pa", role="observer", start="2013-04-11")
    store = make_store(states=[state(), state("afghanistan", memberships=[observing])], bodies=[body(), body("csto-pa")])
    for day, expected in {"2012-01-01": [], "2014-01-01": ["afghanistan"]}.items():
        rows = select(store, "states", Criteria(types=frozenset({"observer"}), period=asked_days(day, TODAY)))
        assert [row.record["id"] for row in rows] == expected, day
