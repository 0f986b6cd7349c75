"""The timeline: every dated thing, in order, filtered like every list."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from csto_cli.dates import Days
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.timeline import FIELDS, KINDS, timeline
from csto_cli.store import Store
from tests.factories import (
    SOURCE,
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
    seat,
    state,
)


@pytest.fixture
def store() -> Store:
    """Something of every kind."""
    milestones = [{"event": "signed", "date": "1992-05-15", "instrument": "Treaty"}]
    general = post("secretary-general", organization="csto", start="2020-01-01", end=None, status="current")
    elsewhere = {"country": "belarus", "place": {"en": "Minsk"}, "chair": None, "attendees": [seat("stanislav-zas")]}
    minsk = meeting("minsk-2017-06-cssc", date="2017-06", **elsewhere)
    return make_store(
        states=[state(memberships=[membership(start="2003-09-18")], milestones=milestones), state("belarus", memberships=[membership()])],
        bodies=[body("cssc", founded="1999-05"), body("csto")],
        officials=[
            official(),
            official("stanislav-zas", general, state="belarus"),
        ],
        meetings=[meeting(), minsk],
        documents=[document(in_force="2019-04-01", events=[event(), event(None, action="ratified", date="2018-12-30")])],
    )


def shown(store: Store, **asked: Any) -> list[tuple[str, str, str]]:
    return [(row.record["date"], row.record["kind"], row.record["event"]) for row in timeline(store, Criteria(**asked))]


def test_everything_dated_is_there_in_order(store: Store) -> None:
    assert shown(store) == [
        ("1992-05-15", "milestone", "signed"),
        ("1999-05", "body", "founded"),
        ("2003-09-18", "milestone", "became member"),
        ("2003-09-18", "milestone", "became member"),
        ("2016-12-28", "office", "took office"),
        ("2017-06", "meeting", "held"),
        ("2018-01-01", "chair", "took the chair"),
        ("2018-05-24", "document", "signed"),
        ("2018-05-24", "meeting", "held"),
        ("2018-10-10", "exercise", "held"),
        ("2018-12-26", "office", "left office"),
        ("2018-12-30", "document", "ratified"),
        ("2019-04-01", "in-force", "in force"),
        ("2020-01-01", "office", "took office"),
    ]
    assert {kind for _, kind, _ in shown(store)} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_keeps_its_entries_only(store: Store, kind: str) -> None:
    assert {found for _, found, _ in shown(store, types=frozenset({kind}))} == {kind}


def test_days_keep_what_surely_or_possibly_falls_on_them(store: Store) -> None:
    rows = timeline(store, Criteria(period=Days(date(2017, 6, 15), date(2018, 5, 24))))
    assert [(row.record["date"], row.certainty) for row in rows] == [
        ("2017-06", "possibly"),
        ("2018-01-01", "yes"),
        ("2018-05-24", "yes"),
        ("2018-05-24", "yes"),
    ]


def test_an_entry_with_an_end_covers_the_days_between(store: Store) -> None:
    period = Days(date(2018, 10, 11), date(2018, 10, 11))
    assert shown(store, period=period) == [("2018-10-10", "exercise", "held")]


def test_a_state_keeps_its_own_entries_and_not_the_organisations_posts_of_its_people(store: Store) -> None:
    found = shown(store, states=frozenset({"belarus"}))
    assert found == [("2003-09-18", "milestone", "became member"), ("2017-06", "meeting", "held")]


def test_a_person_keeps_posts_and_meetings(store: Store) -> None:
    found = shown(store, people=frozenset({"stanislav-zas"}))
    assert found == [("2017-06", "meeting", "held"), ("2020-01-01", "office", "took office")]


def test_a_meeting_keeps_itself_and_its_documents_and_not_the_careers_of_who_sat_there(store: Store) -> None:
    found = shown(store, meetings=("astana-2018-05-cssc",))
    assert {kind for _, kind, _ in found} == {"meeting", "document", "in-force"}
    assert ("2018-05-24", "meeting", "held") in found


def test_what_sources_disagree_on_says_so() -> None:
    def disputed(field: str) -> list[dict[str, Any]]:
        return [{"field": field, "value": value, "sources": [SOURCE], "reason": "It says so."} for value in ("2018", "2019")]

    steps = [{"event": "frozen", "date": "2018-02-22"}, {"event": "signed", "date": "1992-05-15", "disputes": disputed("date")}]
    store = make_store(
        states=[state(memberships=[membership(disputes=disputed("status"))], milestones=steps)],
        officials=[official("one-man", post(disputes=disputed("end")))],
        meetings=[meeting(disputes=disputed("date"))],
        documents=[document(in_force="2019-04-01", disputes=disputed("in_force"))],
        exercises=[exercise(disputes=disputed("personnel.count"))],
        bodies=[body("cssc", founded="1999", disputes=disputed("founded")), body("csto")],
        chairmanships=[chairmanship(disputes=disputed("start"))],
    )
    rows = [row.record for row in timeline(store, Criteria())]
    assert [(row["kind"], row["event"]) for row in rows if row.get("disputed")] == [
        ("milestone", "signed"),
        ("body", "founded"),
        ("chair", "took the chair"),
        ("milestone", "frozen"),
        ("meeting", "held"),
        ("office", "left office"),
        ("in-force", "in force"),
    ]
    assert all(row["label"].endswith(" (sources disagree)") is ("disputed" in row) for row in rows)
    assert all(list(row) == [field for field in FIELDS if field in row] for row in rows)


def test_a_place_and_a_topic_keep_what_was_there_or_on_it(store: Store) -> None:
    assert shown(store, places=("minsk",)) == [("2017-06", "meeting", "held")]
    assert {kind for _, kind, _ in shown(store, topics=frozenset({"information-policy"}))} == {"document", "in-force"}


def test_the_act_of_one_state_stands_under_that_state_alone() -> None:
    acts = [event(action="signed"), event(None, action="ratified", state="kazakhstan", date="2018-12-30")]
    store = make_store(documents=[document(events=acts, parties=["kazakhstan", "armenia"])])
    asked = {None: ["signed", "ratified"], "kazakhstan": ["signed", "ratified"], "armenia": ["signed"]}
    for one, events in asked.items():
        rows = timeline(store, Criteria(types=frozenset({"document"}), states=frozenset({one}) if one else None))
        assert [row.record["event"] for row in rows] == events
        assert [row.record.get("state") for row in rows] == [None, "kazakhstan"][: len(rows)]


def test_what_was_done_by_all_is_told_of_the_parties_and_what_one_did_of_that_one() -> None:
    acts = [event(action="signed"), event(None, action="ratified", state="armenia", date="2019-01-01")]
    pact = document("pact", parties=["kazakhstan", "armenia"], events=acts)
    refused = {"event": "not-extended", "date": "2018-05-24", "instrument": "Pact", "documents": ["pact"]}
    store = make_store(states=[state(), state("armenia"), state("uzbekistan", milestones=[refused])], documents=[pact], officials=[])
    told = {one: [kind for _, kind, _ in shown(store, states=frozenset({one})) if kind != "meeting"] for one in ("armenia", "kazakhstan")}
    assert {one: kinds.count("document") for one, kinds in told.items()} == {"armenia": 2, "kazakhstan": 1}
    assert "document" not in [kind for _, kind, _ in shown(store, states=frozenset({"uzbekistan"}))]


def test_names_in_russian_where_the_record_has_them() -> None:
    store = make_store(
        meetings=[meeting(name={"en": "A meeting", "ru": "Заседание"}), meeting("minsk-2019-05-cssc", name={"en": "Another"})]
    )
    rows = timeline(store, Criteria(types=frozenset({"meeting"})), "ru")
    assert [row.record["label"] for row in rows] == ["Заседание", "Another"]


RATIFIED = {"event": "ratified", "date": "2018-12-30", "documents": ["action-plan-2018"]}


@pytest.mark.parametrize(
    ("step", "act", "times"),
    [
        (RATIFIED, event(None, action="ratified", state="kazakhstan", date="2018-12-30"), 1),
        (RATIFIED, event(None, action="ratified", state="belarus", date="2018-12-30"), 2),
        (RATIFIED, event(None, action="ratified", date="2018-12-30"), 2),
        (RATIFIED, event(None, action="ratified", state="kazakhstan", date="2018-12-29"), 2),
        (
            RATIFIED | {"documents": ["action-plan-2018", "another-plan"]},
            event(None, action="ratified", state="kazakhstan", date="2018-12-30"),
            2,
        ),
        ({"event": "ratified", "date": "2018-12-30"}, event(None, action="ratified", state="kazakhstan", date="2018-12-30"), 2),
    ],
)
def test_what_a_state_did_with_a_document_is_told_once(step: dict[str, Any], act: dict[str, Any], times: int) -> None:
    store = make_store(states=[state(milestones=[step])], documents=[document(events=[act])])
    assert [row.record["event"] for row in timeline(store, Criteria())].count("ratified") == times
    assert ("2018-12-30", "milestone", "ratified") in shown(store, types=frozenset({"milestone"}))


def test_an_entry_is_possibly_of_the_days_that_only_other_sources_give() -> None:
    def disputed(field: str, value: str = "2018-10-09") -> list[dict[str, Any]]:
        return [{"field": field, "value": value, "sources": [SOURCE], "reason": "It says so."}]

    store = make_store(
        states=[state(memberships=[membership(disputes=disputed("start"))], milestones=[])],
        officials=[official("one-man", post(disputes=disputed("end")))],
        meetings=[meeting(disputes=disputed("date", "2018-10-08/09"))],
        documents=[document(in_force="2019-04-01", events=None, disputes=[*disputed("in_force"), *disputed("date")])],
        exercises=[exercise(start="2018-10-01", end="2018-10-02", disputes=disputed("end"))],
        bodies=[body("cssc", founded="1999", disputes=disputed("founded")), body("csto")],
        chairmanships=[chairmanship(disputes=disputed("start"))],
    )
    found = timeline(store, Criteria(period=Days(date(2018, 10, 9), date(2018, 10, 9))))
    assert {(row.record["kind"], row.record["event"]) for row in found} == {
        ("milestone", "became member"),
        ("office", "left office"),
        ("meeting", "held"),
        ("document", "dated"),
        ("in-force", "in force"),
        ("exercise", "held"),
        ("body", "founded"),
        ("chair", "took the chair"),
    }
    assert {row.certainty for row in found} == {"possibly"}


def test_entries_carry_their_sources_and_expected_acts_are_only_possible() -> None:
    acts = [event(None, action="expected", date="2018-05-24", sources=["other-page"]), event(None, action="signed", date="2018-05-24")]
    store = make_store(documents=[document(events=acts)])
    found = timeline(store, Criteria(types=frozenset({"document"}), period=Days(date(2018, 5, 24), date(2018, 5, 24))))
    assert [(row.record["event"], row.certainty, row.record["sources"]) for row in found] == [
        ("expected", "possibly", ["other-page"]),
        ("signed", "yes", [SOURCE]),
    ]
    assert all(row.record["sources"] for row in timeline(store, Criteria()))


def test_only_the_act_of_the_disputed_day_is_disputed() -> None:
    disputes = [{"field": "date", "value": value, "sources": [SOURCE], "reason": "It says so."} for value in ("2018-05-24", "2018-05-23")]
    acts = [event(None, action="signed", date="2018-05-24"), event(None, action="ratified", state="kazakhstan", date="2018-12-30")]
    store = make_store(documents=[document(date="2018-05-24", events=acts, disputes=disputes)])
    found = timeline(store, Criteria(types=frozenset({"document"})))
    assert [(row.record["event"], "disputed" in row.record) for row in found] == [("signed", True), ("ratified", False)]


@pytest.mark.parametrize(("event_", "told"), [("withdrew", False), ("suspended", True), ("in-force", True)])
def test_the_end_of_a_tie_is_told_but_where_a_step_of_that_day_says_it(event_: str, told: bool) -> None:
    steps = [{"event": event_, "date": "2018-12-19"}]
    store = make_store(states=[state(memberships=[membership(start="2006-08-16", end="2018-12-19", status="ended")], milestones=steps)])
    found = shown(store, types=frozenset({"milestone"}))
    assert (("2018-12-19", "milestone", "ceased to be member") in found) is told
    assert ("2006-08-16", "milestone", "became member") in found
