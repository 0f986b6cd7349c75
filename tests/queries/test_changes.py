"""What changed between two days: handovers and how sure their days are, documents, memberships."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from csto_cli.dates import Days
from csto_cli.model import Record
from csto_cli.queries.changes import FIELDS, changes, undated
from csto_cli.store import Store
from tests.factories import SOURCE, disputed, document, event, make_store, membership, office, official, post, state

YEAR = Days(date(2018, 1, 1), date(2018, 12, 31))


def made(store: Store, period: Days = YEAR, **asked: Any) -> list[Record]:
    return [change.entry for change in changes(store, period, **asked)]


def offices(*officials: Record) -> list[Record]:
    """The changes of office in 2018 of a store with these officials."""
    return made(make_store(officials=list(officials), offices=[office()]), kinds=frozenset({"office"}))


def handover(entry: Record) -> tuple[Any, ...]:
    return tuple(entry.get(field) for field in ("event", "from", "to", "date", "certainty"))


def test_a_seat_changes_hands_is_left_and_taken() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-02-06"))
    second = official("second-man", post(start="2018-02-07", end="2018-05-01"))
    third = official("third-man", post(start="2018-08-07", end=None, status="current"))
    assert [handover(entry) for entry in offices(second, first, third)] == [
        ("changed hands", "first-man", "second-man", "2018-02-07", "yes"),
        ("left office", "second-man", None, "2018-05-01", "yes"),
        ("took office", None, "third-man", "2018-08-07", "yes"),
    ]


def test_acting_is_marked_on_both_sides_and_an_acting_holder_confirmed_is_a_change() -> None:
    acting = official("one-man", post(start="2018-03-01", end="2018-06-01", acting=True), post(start="2018-06-02", end="2019-01-01"))
    before = official("other-man", post(start="2015-01-01", end="2018-02-28"))
    one, two = offices(before, acting)
    assert (one["from"], one.get("from_acting"), one["to"], one["to_acting"]) == ("other-man", None, "one-man", True)
    assert (two["from"], two["from_acting"], two["to"], two.get("to_acting")) == ("one-man", True, "one-man", None)


def test_an_undated_handover_lies_between_the_last_and_the_first_sure_day() -> None:
    attested = [{"date": "2017-06-01", "source": "odkb-page"}]
    first = official("first-man", post(start="2015-01-01", end=None, status="unknown", attested=attested))
    second = official("second-man", post(start=None, end="2019-05-01", attested=[{"date": "2018-05-24", "source": "odkb-page"}]))
    (entry,) = offices(first, second)
    assert (entry["earliest"], entry["latest"], entry["certainty"]) == ("2017-06-01", "2018-05-24", "possibly")
    assert "date" not in entry


def test_what_sources_disagree_on_says_so() -> None:
    first = official("first-man", post(start="2016-01-01", end="2018-08-06", disputes=disputed("start", "2016", "2015")))
    second = official("second-man", post(start="2018-08-07", end="2018-11-01", disputes=disputed("end")))
    handed, left = offices(first, second)
    assert (handed.get("disputed"), handed["label"]) == (None, "Security council secretary, Kazakhstan")
    assert (left["disputed"], left["label"]) == (True, "Security council secretary, Kazakhstan (sources disagree)")
    plan = document("plan", date="2018-05-24", events=None, disputes=disputed("date"))
    (entry,) = made(make_store(documents=[plan]), kinds=frozenset({"document"}))
    assert (entry["disputed"], entry["label"]) == (True, "Action plan (sources disagree)")


@pytest.mark.parametrize(("field", "doubted"), [("status", True), ("end", True), ("start", False)])
def test_a_freeze_is_as_disputed_as_the_membership(field: str, doubted: bool) -> None:
    steps = [{"event": name, "date": "2018-02-22", "instrument": "Words"} for name in ("frozen", "signed")]
    armenia = state("armenia", memberships=[membership(status="frozen", disputes=disputed(field, "2003", "2002"))], milestones=steps)
    found = made(make_store(states=[armenia]), kinds=frozenset({"membership"}))
    assert [(entry["event"], "disputed" in entry, "sources disagree" in entry["label"]) for entry in found] == [
        ("frozen", doubted, doubted),
        ("signed", False, False),
    ]


def test_a_state_asked_for_has_its_own_seats_only() -> None:
    one = official("kazakh-man", post(start="2016-01-01", end="2018-08-06"))
    two = official("russian-man", post(start="2018-08-07", end="2019-01-01"), state="russia")
    russian = made(make_store(officials=[one, two], states=[state(), state("russia")]), states=frozenset({"russia"}))
    assert [entry["record"] for entry in russian] == ["russian-man"]


def test_holdings_without_any_day_are_counted() -> None:
    store = make_store(officials=[official("dateless-man", post(start=None, end=None, status="unknown"))], meetings=[])
    assert undated(store) == 1 and made(store, kinds=frozenset({"office"})) == []
    asked = [("kazakhstan", "security-council-secretary"), ("belarus", None), (None, "foreign-minister")]
    assert [undated(store, state and frozenset({state}), office and frozenset({office})) for state, office in asked] == [1, 0, 0]


def test_each_thing_done_with_a_document_is_told_once() -> None:
    events = [
        event(None, action="expected", date="2018-01-05"),
        event(None, action="cleared", date="2018-03-05"),
        event(None, action="signed", date="2018-05-24"),
        event(None, action="signed", date="2018-05-24", sources=[SOURCE]),
        event(None, action="approved", date="2018-11-08"),
    ]
    store = make_store(documents=[document("plan", date=None, events=events), document("draft", events=[event(action="expected")])])
    found = made(store, kinds=frozenset({"document"}))
    assert [(entry["record"], entry["event"], entry["date"]) for entry in found] == [
        ("plan", "signed", "2018-05-24"),
        ("plan", "approved", "2018-11-08"),
    ]
    (later,) = made(store, Days(date(2018, 6, 1), date(2018, 12, 31)), kinds=frozenset({"document"}))
    assert (later["event"], later["date"]) == ("approved", "2018-11-08")
    assert made(store, Days(date(2019, 1, 1), date(2019, 12, 31)), kinds=frozenset({"document"})) == []


def test_a_document_comes_into_force_once_and_one_of_which_nothing_is_told_is_dated() -> None:
    pact = document("pact", date="2016-10-14", in_force="2018-04-01", events=None, disputes=disputed("in_force", "2018-04-01", "2018-05"))
    plan = document("plan", date="2018-02-03", events=None)
    dated, in_force = made(make_store(documents=[pact, plan]), kinds=frozenset({"document"}))
    assert (dated["record"], dated["event"], dated["date"], "disputed" in dated) == ("plan", "dated", "2018-02-03", False)
    assert (in_force["record"], in_force["event"], in_force["date"], in_force["disputed"]) == ("pact", "in force", "2018-04-01", True)


def test_a_document_signed_at_a_meeting_has_the_meetings_day() -> None:
    (entry,) = made(make_store(), Days(date(2018, 5, 24), date(2018, 5, 24)), kinds=frozenset({"document"}))
    assert (entry["meeting"], entry["date"], entry["certainty"]) == ("astana-2018-05-cssc", "2018-05-24", "yes")


def test_memberships_are_told_once_by_their_milestones() -> None:
    uzbekistan = state(
        "uzbekistan",
        memberships=[
            membership(start="2006-08-16", end="2018-12-19", status="ended"),
            membership(organization="csto-pa", start="2018-02-02"),
        ],
        milestones=[{"event": "withdrew", "date": "2018-12-19", "instrument": "Decision of the Council"}],
    )
    found = made(make_store(states=[uzbekistan]), kinds=frozenset({"membership"}))
    assert [(entry["date"], entry["event"]) for entry in found] == [("2018-02-02", "became member"), ("2018-12-19", "withdrew")]


@pytest.mark.parametrize("kind", ["office", "document", "membership", None])
def test_entries_have_the_documented_fields_in_their_order_and_only_these(kind: str | None) -> None:
    for entry in made(make_store(), Days(date(1990, 1, 1), date(2030, 1, 1)), kinds=frozenset({kind}) if kind else None):
        assert list(entry) == [field for field in FIELDS if field in entry]
        assert entry["sources"]


def test_kinds_come_one_after_the_other_each_by_date() -> None:
    found = made(make_store(), Days(date(1990, 1, 1), date(2030, 1, 1)))
    assert [entry["kind"] for entry in found] == ["office", "office", "document", "membership", "chair"]
    assert made(make_store(), Days(date(1990, 1, 1), date(2030, 1, 1)), offices=frozenset({"foreign-minister"})) == []


def test_the_act_of_one_state_is_a_change_of_its_own_and_of_that_state() -> None:
    acts = [event(action="signed", date="2018-05-24"), event(None, action="ratified", state="kazakhstan", date="2018-12-30")]
    store = make_store(documents=[document(events=acts, parties=["kazakhstan", "armenia"])])
    found = made(store, kinds=frozenset({"document"}))
    assert [(entry["date"], entry["event"], entry.get("state")) for entry in found] == [
        ("2018-05-24", "signed", None),
        ("2018-12-30", "ratified", "kazakhstan"),
    ]
    assert [entry["event"] for entry in made(store, kinds=frozenset({"document"}), states=frozenset({"armenia"}))] == ["signed"]


def test_what_a_state_did_with_a_document_is_told_once() -> None:
    act = event(None, action="ratified", state="kazakhstan", date="2018-12-30")
    step = {"event": "ratified", "date": "2018-12-30", "documents": ["action-plan-2018"]}
    store = make_store(states=[state(milestones=[step])], documents=[document(events=[act])])
    period = Days(date(2018, 12, 1), date(2018, 12, 31))
    assert [entry["kind"] for entry in made(store, period) if entry["event"] == "ratified"] == ["document"]
    (alone,) = made(store, period, kinds=frozenset({"membership"}))
    assert (alone["event"], alone["documents"]) == ("ratified", ["action-plan-2018"])


def test_a_change_is_possibly_of_the_days_that_only_other_sources_give() -> None:
    day = Days(date(2018, 10, 9), date(2018, 10, 9))
    one = official("one-man", post(start="2018-08-07", end="2018-12-31", disputes=disputed("start", "2018-08-07", "2018-10-09")))
    two = official(
        "two-man", post("foreign-minister", start="2017", end="2018-08-07", disputes=disputed("end", "2018-08-07", "2018-10-09"))
    )
    plan = document("plan", date="2018-05-24", events=None, disputes=disputed("date", "2018-05-24", "2018-10-08/09"))
    joined = membership(organization="csto-pa", start="2018-02-02", disputes=disputed("start", "2018-02-02", "2018-10-09"))
    store = make_store(officials=[one, two], documents=[plan], states=[state(memberships=[membership(), joined])])
    assert [(entry["event"], entry["date"], entry["certainty"]) for entry in made(store, day)] == [
        ("took office", "2018-08-07", "possibly"),
        ("left office", "2018-08-07", "possibly"),
        ("dated", "2018-05-24", "possibly"),
        ("became member", "2018-02-02", "possibly"),
    ]


def test_holdings_of_which_no_coming_or_going_is_known_are_counted() -> None:
    seen = {"start": None, "end": None, "status": "unknown"}
    attested = [{"date": "2018-05-24", "source": "odkb-page"}]
    alone = official("alone", post("foreign-minister", **seen, attested=attested))
    unseen = official("unseen", post(**seen))
    follows = official("follows", post(**seen, attested=attested))
    before = official("before", post(start="2015-01-01", end="2018-01-31"))
    store = make_store(officials=[alone, unseen, follows, before], offices=[office(), office("foreign-minister")])
    assert undated(store) == 2
    assert (undated(store, offices=frozenset({"foreign-minister"})), undated(store, states=frozenset({"russia"}))) == (1, 0)
