"""What was done with documents is found by who did it and when."""

from __future__ import annotations

import pytest

from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.queries.acts import acts, events_done
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from csto_cli.store import Store
from tests.factories import SOURCE, document, event, make_store

TODAY = asked_days("2020-12-31", None).first  # type: ignore[arg-type]


def found(store: Store, states: set[str] | None, actions: set[str] | None) -> int:
    """How many documents fit."""
    asked = Criteria(states=states and frozenset(states), actions=actions and frozenset(actions))  # type: ignore[arg-type]
    return len(select(store, "documents", asked))


def ratified(state_id: str, day: str) -> Record:
    """One state's own ratification."""
    return event(None, action="ratified", state=state_id, date=day)


def test_the_act_of_one_state_is_no_act_of_the_others() -> None:
    events = [event(action="signed"), ratified("kazakhstan", "2018-12-30")]
    store = make_store(documents=[document(events=events, parties=["kazakhstan", "belarus"])])
    asked = [("kazakhstan", "ratified"), ("belarus", "ratified"), ("belarus", "signed")]
    assert [found(store, {one}, {other}) for one, other in asked] == [1, 0, 1]


def test_a_document_is_of_the_states_whose_own_acts_are_recorded_though_its_parties_are_not() -> None:
    store = make_store(documents=[document(events=[event(), ratified("belarus", "2011-06-30")], parties=None)])
    assert [found(store, {"belarus"}, actions) for actions in (None, {"ratified"}, {"approved"})] == [1, 1, 0]


@pytest.mark.parametrize(
    ("action", "asked", "found"),
    [
        ("ratified", "2019-12", ["yes"]),
        ("ratified", "2018", []),
        ("approved", "2018-05-24", ["yes"]),
        ("expected", "2018-05", ["possibly"]),
    ],
)
def test_an_action_has_the_days_on_which_it_was_done(action: str, asked: str, found: list[str]) -> None:
    events = [event(action="expected", date="2018-05-03"), event(action="approved"), ratified("kazakhstan", "2019-12-30")]
    store = make_store(documents=[document(events=events, date="2018-05-24")])
    rows = select(store, "documents", Criteria(actions=frozenset({action}), period=asked_days(asked, TODAY)))
    assert [row.certainty for row in rows] == found


def test_a_states_own_act_without_a_day_is_of_no_day() -> None:
    undated = event(None, action="ratified", state="kazakhstan")
    store = make_store(documents=[document(events=[event(), undated], date="2018-05-24")])
    asked = Criteria(actions=frozenset({"ratified"}), period=asked_days("2018", TODAY))
    assert select(store, "documents", asked) == []


def test_the_days_that_other_sources_give_a_document_are_possible_for_what_was_done_on_its_day() -> None:
    disputes = [
        {"field": "date", "value": value, "sources": ["odkb-page"], "reason": "It says so."} for value in ("2018-05-24", "2018-05-23")
    ]
    acts = [event(None, action="signed", date="2018-05-24"), ratified("kazakhstan", "2018-12-30")]
    store = make_store(documents=[document(date="2018-05-24", events=acts, disputes=disputes)])

    def certainties(action: str, day: str) -> list[str | None]:
        asked = Criteria(actions=frozenset({action}), period=asked_days(day, TODAY))
        return [row.certainty for row in select(store, "documents", asked)]

    assert certainties("signed", "2018-05-24") == ["yes"]
    assert certainties("signed", "2018-05-23") == ["possibly"]
    assert certainties("ratified", "2018-05-23") == []


def test_each_thing_done_on_each_day_is_told_once_with_all_its_sources_then_the_entry_into_force() -> None:
    events = [
        event(action="signed"),
        event(None, action="signed", date="2018-05-24", sources=["tass-page"]),
        ratified("kazakhstan", "2019"),
    ]
    told = acts(make_store(), document(events=events, date="2018-05-24", in_force="2019-12"))
    assert [(act.date, act.action, act.state) for act in told] == [
        ("2018-05-24", "signed", None),
        ("2019", "ratified", "kazakhstan"),
        ("2019-12", "in force", None),
    ]
    assert told[0].sources == [*events[0].get("sources", [SOURCE]), "tass-page"]


def test_what_others_did_is_no_act_of_the_states_asked_for() -> None:
    events = [event(action="signed"), ratified("kazakhstan", "2019"), ratified("belarus", "2020")]
    treaty = document(events=events, parties=["kazakhstan", "belarus"])
    asked = {"kazakhstan": ["signed", "ratified"], "uzbekistan": []}
    assert {one: [item["action"] for item in events_done(treaty, None, frozenset({one}))] for one in asked} == asked
    unnamed = document(events=events, parties=None)
    assert [item["action"] for item in events_done(unnamed, None, frozenset({"uzbekistan"}))] == ["signed"]


def test_of_a_document_with_nothing_done_but_a_date_the_date_is_told() -> None:
    dated = document(events=None, date="2018-05")
    assert [(act.date, act.action) for act in acts(make_store(), dated)] == [("2018-05", "dated")]
    assert acts(make_store(), document(events=None, date=None)) == []
