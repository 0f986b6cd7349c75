"""Each check of states' steps catches what cannot have been so, and passes what can."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import milestones
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import document, event, make_store, state

DOCUMENT = "action-plan-2018"
BARE = {"event": "frozen", "date": "2018"}


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in milestones.CHECKS for found in check(store)] == []


def step(done: str = "ratified", day: str = "2018-12-30", **changed: Any) -> Record:
    return {"event": done, "date": day, "documents": [DOCUMENT]} | changed


def act(done: str = "ratified", day: str | None = "2018-12-30", who: str | None = "kazakhstan") -> Record:
    return event(None, action=done, state=who, date=day)


@pytest.mark.parametrize(
    ("acts", "words"),
    [
        ([act()], None),
        ([act(day="2018-12-29"), act()], None),
        ([act(day=None)], None),
        ([act(day="2018-12-29")], "says 2018-12-29"),
        ([act(day="2019"), act(day="2018-12-29"), act(who="belarus")], "says 2018-12-29, 2019"),
        ([act(who="belarus")], "tells of no ratification by kazakhstan"),
        ([act(who=None)], "tells of no ratification by kazakhstan"),
        ([act("signed")], "tells of no ratification by kazakhstan"),
        (None, "tells of no ratification by kazakhstan"),
    ],
)
def test_what_a_state_ratified_the_document_tells(acts: list[Record] | None, words: str | None) -> None:
    store = make_store(states=[state(milestones=[step()])], documents=[document(events=acts)])
    said = f"ratified 2018-12-30, but action-plan-2018 {words}"
    expected = [problem("states", "kazakhstan", "milestones[0].documents[0]", said)] if words else []
    assert list(milestones.states_acts_agree(store)) == expected


@pytest.mark.parametrize(
    ("done", "changed", "words"),
    [
        ("signed", {"date": "2018-12-29"}, "has date 2018-12-29"),
        ("signed", {"date": "2019"}, "has date 2019"),
        ("signed", {"date": "2018-12"}, None),
        ("signed", {"date": "2018-12-31~"}, None),
        ("signed", {"date": None}, None),
        ("signed", {"date": "2018-05-24", "events": [act("signed")]}, None),
        ("signed", {"date": "2018-05-24", "events": [act("signed", None)]}, None),
        ("signed", {"date": "2018-12-30", "events": [act("signed", "2018-12-29")]}, "says 2018-12-29"),
        ("in-force", {"in_force": "2018-12-29"}, "has in_force 2018-12-29"),
        ("in-force", {"in_force": "2018"}, None),
        ("in-force", {}, None),
        ("acceded", {"in_force": "2018-12-29"}, None),
        ("extended", {}, None),
    ],
)
def test_a_step_has_the_day_of_its_document(done: str, changed: Record, words: str | None) -> None:
    store = make_store(states=[state(milestones=[step(done)])], documents=[document(**changed)])
    said = f"{done} 2018-12-30, but action-plan-2018 {words}"
    expected = [problem("states", "kazakhstan", "milestones[0].documents[0]", said)] if words else []
    assert list(milestones.states_acts_agree(store)) == expected


def test_each_document_of_each_step_is_judged() -> None:
    steps = [step("signed", "2018-05-24"), BARE, step("signed", "2018-05-24", documents=["gone", DOCUMENT, "b"])]
    store = make_store(states=[state(milestones=steps)], documents=[document(), document("b", date="2017")])
    assert list(milestones.states_acts_agree(store)) == [
        problem("states", "kazakhstan", "milestones[2].documents[2]", "signed 2018-05-24, but b has date 2017")
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (step(), step(), True),
        (step(), step(documents=["b", DOCUMENT]), True),
        (step(instrument="Plan"), step(instrument="Action plan"), True),
        (BARE, BARE, True),
        (BARE | {"instrument": "Note"}, BARE | {"instrument": "Note"}, True),
        (BARE | {"instrument": "Note"}, BARE | {"instrument": "Note", "documents": [DOCUMENT]}, True),
        (step(), step(documents=["b"]), False),
        (step(instrument="Laws"), step(instrument="Laws", documents=["b"]), False),
        (step(), step("signed"), False),
        (step(), step(day="2018-12-31"), False),
        (BARE | {"instrument": "Note"}, BARE | {"instrument": "Decision"}, False),
    ],
)
def test_no_step_stands_twice(one: Record, other: Record, same: bool) -> None:
    store = make_store(states=[state(milestones=[step("signed", "1992"), one, other]), state("belarus", milestones=[one])])
    expected = [problem("states", "kazakhstan", "milestones[2]", "the same step as milestones[1]")] if same else []
    assert list(milestones.no_step_twice(store)) == expected


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        (["2018-12-30", "2018-12-29"], {1: 0}),
        (["1992", "1999-04-02", "1994", "2000", "1999-04-01"], {2: 1, 4: 3}),
        (["2018-12-30", "2018-12-28~"], {1: 0}),
        (["2018-12-30", "2018-12-29~"], {}),
        (["2018-12-30", "2018"], {}),
        (["2018", "2018-12-30", "2018-12-30"], {}),
        ([], {}),
    ],
)
def test_steps_stand_in_order_of_time(days: list[str], wrong: dict[int, int]) -> None:
    store = make_store(states=[state(milestones=[step(day=day) for day in days])])
    assert list(milestones.steps_in_order(store)) == [
        problem(
            "states", "kazakhstan", f"milestones[{place}].date", f"{days[place]}, but stands after milestones[{before}] of {days[before]}"
        )
        for place, before in wrong.items()
    ]
