"""What was done with documents is found by who did it and when."""

from __future__ import annotations

import pytest

from csto_cli.dates import days_of
from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.queries.acts import IN_FORCE, acted_on, acts, acts_asked, document_date, done_date, events_done
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from csto_cli.store import Store
from tests.factories import SOURCE, disputed, document, event, make_store, meeting, state

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
    treaty, store = document(events=events, parties=["kazakhstan", "belarus"]), make_store()
    asked = {"kazakhstan": ["signed", "ratified"], "uzbekistan": []}
    assert {one: [item["action"] for item in events_done(store, treaty, None, frozenset({one}))] for one in asked} == asked
    unnamed = document(events=events, parties=None)
    assert [item["action"] for item in events_done(store, unnamed, None, frozenset({"uzbekistan"}))] == ["signed"]


def test_of_a_document_with_nothing_done_but_a_date_the_date_is_told() -> None:
    dated = document(events=None, date="2018-05")
    assert [(act.date, act.action) for act in acts(make_store(), dated)] == [("2018-05", "dated")]
    assert acts(make_store(), document(events=None, date=None)) == []


def test_what_the_parties_did_is_no_act_of_those_that_acceded_later_or_did_it_on_another_day() -> None:
    acceded = {"event": "acceded", "date": "2019-03-01", "documents": ["treaty"]}
    later = event(None, action="signed", state="belarus", date="2018-10~")
    treaty = document("treaty", events=[event(action="signed"), later], parties=["armenia", "belarus", "kazakhstan"])
    store = make_store(states=[state(milestones=[acceded]), state("armenia")], documents=[treaty])
    assert {one: found(store, {one}, {"signed"}) for one in treaty["parties"]} == {"armenia": 1, "belarus": 1, "kazakhstan": 0}
    assert [item.get("date") for item in events_done(store, treaty, {"signed"}, frozenset({"belarus"}))] == ["2018-10~"]
    assert found(store, {"kazakhstan"}, None) == 1


def test_entry_into_force_is_found_by_its_day() -> None:
    disputes = disputed("in_force", "2019-12", "2020-03-01")
    store = make_store(documents=[document(in_force="2019-12", disputes=disputes)])
    asked = {"2019": ["yes"], "2018": [], "2020": ["possibly"], "2019-12-05": ["possibly"]}
    for days, certainties in asked.items():
        rows = select(store, "documents", Criteria(actions=frozenset({IN_FORCE}), period=asked_days(days, TODAY)))
        assert [row.certainty for row in rows] == certainties


def test_a_day_for_which_a_document_was_only_expected_is_no_day_on_which_it_was_adopted() -> None:
    law = document(date=None, events=[event(action="expected"), event(None, action="adopted")])
    (row,) = select(make_store(documents=[law]), "documents", Criteria(period=asked_days("2018", TODAY)))
    assert row.certainty == "possibly"
    assert (done_date(make_store(), law), document_date(make_store(), law)) == (None, "2018-05-24")


def test_who_signed_later_by_himself_had_no_part_in_signing_together_though_no_parties_are_known() -> None:
    own = {"action": "signed", "state": "belarus", "date": "2009-10"}
    record = document("force-2009", date="2009-06-14", parties=None, events=[event(), own])
    store = make_store(documents=[record], states=[state(), state("belarus")])
    assert events_done(store, record, None, frozenset({"belarus"})) == [own]
    assert events_done(store, record, None, frozenset({"kazakhstan"})) == [event()]
    assert events_done(store, record, None, frozenset({"belarus", "kazakhstan"})) == [event(), own]


def test_what_one_state_did_in_some_days_is_no_act_of_another_then() -> None:
    record = document(
        "force-2009", date="2009-06-14", parties=None, events=[event(), {"action": "ratified", "state": "belarus", "date": "2010"}]
    )
    store = make_store(documents=[record], states=[state(), state("belarus")])
    year = days_of("2010")
    assert acted_on(store, record, year)
    assert acted_on(store, record, year, frozenset({"belarus"}))
    assert not acted_on(store, record, year, frozenset({"kazakhstan"}))


def test_where_acts_are_asked_for_those_of_other_days_are_left_out() -> None:
    signed, first, second = event(action="signed"), ratified("kazakhstan", "2018-12-30"), ratified("belarus", "2019-06-11")
    treaty = document(events=[signed, first, second], parties=["kazakhstan", "belarus"])
    store, year = make_store(documents=[treaty]), days_of("2019")
    assert acts_asked(store, treaty, Criteria(actions=frozenset({"ratified"}), period=year)) == [second]
    assert acts_asked(store, treaty, Criteria(actions=frozenset({"ratified"}))) == [first, second]
    assert acts_asked(store, treaty, Criteria(period=year)) == [signed, first, second]


def test_the_acts_asked_for_are_those_in_the_body_and_those_since() -> None:
    cleared, adopted = event(action="cleared"), event("minsk-2018-06-csc", action="adopted")
    ratified = {"action": "ratified", "state": "kazakhstan", "date": "2019-01-01"}
    sittings = [meeting(), meeting("minsk-2018-06-csc", bodies=["csc"], date="2018-06-01")]
    decision = document(events=[cleared, adopted, ratified])
    store = make_store(documents=[decision], meetings=sittings)
    words = frozenset({"cleared", "adopted", "ratified"})
    assert acts_asked(store, decision, Criteria(actions=words, bodies=frozenset({"cssc"}))) == [cleared, ratified]
    assert acts_asked(store, decision, Criteria(actions=words, bodies=frozenset({"csc"}))) == [adopted, ratified]
    assert acts_asked(store, decision, Criteria(bodies=frozenset({"csc"}))) == [cleared, adopted, ratified]
