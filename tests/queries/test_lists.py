"""The lists: every criterion narrows, days answer yes or possibly, orders are stable."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.names.days import asked_days
from csto_cli.queries.acts import document_date
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.listings import LISTINGS
from csto_cli.queries.lists import documents_by_meeting, select, undated
from csto_cli.store import Store
from tests.factories import SOURCE, chairmanship, document, event, exercise, make_store, meeting, membership, official, post, seat, state

TODAY = asked_days("2020-12-31", None).first  # type: ignore[arg-type]


def ids(store: Store, table: str, **asked: object) -> list[str]:
    """The ids that fit."""
    return [row.record["id"] for row in select(store, table, Criteria(**asked))]  # type: ignore[arg-type]


@pytest.fixture
def two_meetings() -> Store:
    """One meeting in Astana with one seat and one stayed away from, and one in Minsk known to the month."""
    astana = meeting(attendees=[seat(role="chair", presence="in-person"), seat("nikol-pashinyan", state="armenia", presence="absent")])
    minsk = meeting(
        "minsk-2017-06-cdm",
        bodies=["cdm"],
        date="2017-06",
        place={"en": "Minsk"},
        country="belarus",
        chair=None,
        attendees=None,
        kind="regular",
    )
    return make_store(meetings=[astana, minsk], states=[state(), state("belarus"), state("armenia")])


def test_a_list_is_in_the_order_of_its_days(two_meetings: Store) -> None:
    assert ids(two_meetings, "meetings") == ["minsk-2017-06-cdm", "astana-2018-05-cssc"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"states": frozenset({"belarus"})}, ["minsk-2017-06-cdm"]),
        ({"states": frozenset({"kazakhstan"})}, ["astana-2018-05-cssc"]),
        ({"bodies": frozenset({"cdm"})}, ["minsk-2017-06-cdm"]),
        ({"places": ("minsk",)}, ["minsk-2017-06-cdm"]),
        ({"places": ("Астана",)}, ["astana-2018-05-cssc"]),
        ({"places": ("Belarus",)}, ["minsk-2017-06-cdm"]),
        ({"people": frozenset({"nurlan-yermekbayev"})}, ["astana-2018-05-cssc"]),
        ({"types": frozenset({"regular"})}, ["minsk-2017-06-cdm"]),
        ({"offices": frozenset({"security-council-secretary"})}, ["astana-2018-05-cssc"]),
        ({"presence": frozenset({"absent"})}, ["astana-2018-05-cssc"]),
        ({"presence": frozenset({"absent"}), "states": frozenset({"armenia"})}, ["astana-2018-05-cssc"]),
        ({"presence": frozenset({"absent"}), "states": frozenset({"kazakhstan"})}, []),
        ({"presence": frozenset({"absent"}), "people": frozenset({"nikol-pashinyan"})}, ["astana-2018-05-cssc"]),
        ({"presence": frozenset({"absent"}), "people": frozenset({"nikol-pashinyan", "nurlan-yermekbayev"})}, []),
        (
            {"presence": frozenset({"absent", "in-person"}), "people": frozenset({"nikol-pashinyan", "nurlan-yermekbayev"})},
            ["astana-2018-05-cssc"],
        ),
        ({"places": ("minsk",), "bodies": frozenset({"cssc"})}, []),
    ],
)
def test_each_criterion_narrows_and_all_must_fit(two_meetings: Store, asked: dict[str, object], found: list[str]) -> None:
    assert ids(two_meetings, "meetings", **asked) == found


@pytest.mark.parametrize(
    ("period", "answer"),
    [
        ("2017", [("minsk-2017-06-cdm", "yes")]),
        ("2017-06", [("minsk-2017-06-cdm", "yes")]),
        ("2017-06-15", [("minsk-2017-06-cdm", "possibly")]),
        ("2018-05-24", [("astana-2018-05-cssc", "yes")]),
        ("2018-05-25", []),
        ("2017..2018", [("minsk-2017-06-cdm", "yes"), ("astana-2018-05-cssc", "yes")]),
    ],
)
def test_a_month_is_yes_for_its_year_and_only_possible_for_one_of_its_days(
    two_meetings: Store, period: str, answer: list[tuple[str, str]]
) -> None:
    rows = select(two_meetings, "meetings", Criteria(period=asked_days(period, TODAY)))
    assert [(row.record["id"], row.certainty) for row in rows] == answer


def test_a_criterion_that_a_table_cannot_be_asked_fits_nothing() -> None:
    assert LISTINGS["bodies"].topics is None
    assert ids(make_store(), "bodies", topics=frozenset({"information-policy"})) == []


def test_officials_are_asked_by_office_body_state_and_day() -> None:
    store = make_store(
        officials=[official("a"), official("b", post("foreign-minister", start="2017-01-01", end="2017-12-31"), state="russia")]
    )
    assert ids(store, "officials", offices=frozenset({"foreign-minister"})) == ["b"]
    assert ids(store, "officials", bodies=frozenset({"cssc"})) == ["a"]
    assert ids(store, "officials", states=frozenset({"russia"})) == ["b"]
    assert ids(store, "officials", period=asked_days("2018-06-01", TODAY)) == ["a"]
    assert ids(store, "officials", meetings=("astana-2018-05-cssc",)) == []


def test_documents_are_found_by_meeting_topic_body_and_place_of_the_meeting() -> None:
    store = make_store(documents=[document(), document("treaty-1992", type="treaty", date="1992-05-15", events=None, topics=None)])
    assert ids(store, "documents") == ["treaty-1992", "action-plan-2018"]
    for asked in (
        {"meetings": ("astana-2018-05-cssc",)},
        {"topics": frozenset({"information-policy"})},
        {"bodies": frozenset({"cssc"})},
        {"places": ("astana",)},
    ):
        assert ids(store, "documents", **asked) == ["action-plan-2018"], asked


def test_documents_have_a_row_for_each_meeting_named_at_which_that_was_done_which_was_asked() -> None:
    astana, minsk = "astana-2018-05-cssc", "minsk-2018-06-csc"
    store = make_store(
        meetings=[meeting(), meeting(minsk, bodies=["csc"], date="2018-06-01")],
        documents=[
            document("cleared", date="2018-06-01", events=[event(action="cleared"), event(minsk)]),
            document("signed"),
            document("outside", date="2018-01-01", events=None),
        ],
    )

    def found(**asked: Any) -> list[tuple[str, str | None]]:
        return [(row.record["id"], row.meeting) for row in documents_by_meeting(store, Criteria(**asked))]

    assert found() == [("outside", ""), ("signed", astana), ("cleared", f"{astana}; {minsk}")]
    assert found(meetings=(minsk, astana)) == [("cleared", minsk), ("signed", astana), ("cleared", astana)]
    assert found(meetings=(minsk, astana), actions=frozenset({"signed"})) == [("cleared", minsk), ("signed", astana)]
    assert found(actions=frozenset({"cleared"})) == [("cleared", astana)]


def test_a_document_without_a_date_has_the_first_day_on_which_something_was_done_with_it() -> None:
    undated = document(date=None, events=[event(date="2018-11-08"), event()])
    store = make_store(documents=[undated])
    assert document_date(store, undated) == "2018-05-24"
    assert document_date(store, document(date=None, events=None)) is None


def test_exercises_are_found_by_series_host_and_participant() -> None:
    store = make_store(
        exercises=[exercise(participants=["russia"]), exercise("cobalt-2010", series="cobalt", host="armenia", start="2010-06")]
    )
    assert ids(store, "exercises") == ["cobalt-2010", "rubezh-2018"]
    assert ids(store, "exercises", series=frozenset({"rubezh"})) == ["rubezh-2018"]
    assert ids(store, "exercises", states=frozenset({"russia"})) == ["rubezh-2018"]
    assert ids(store, "exercises", states=frozenset({"armenia"})) == ["cobalt-2010"]


def test_a_record_without_a_date_fits_no_day_and_is_counted() -> None:
    store = make_store(documents=[document(), document("undated", date=None, events=None)])
    asked = Criteria(period=asked_days("2018", TODAY))
    assert [row.record["id"] for row in select(store, "documents", asked)] == ["action-plan-2018"]
    assert undated(store, "documents", asked) == 1
    assert undated(store, "documents", Criteria()) == 0


def test_a_document_only_expected_that_day_is_no_more_than_possible() -> None:
    store = make_store(documents=[document(date=None, events=[event(action="expected")])])
    [row] = select(store, "documents", Criteria(period=asked_days("2018-05-24", TODAY)))
    assert row.certainty == "possibly"


def test_who_was_only_announced_is_found_as_that_and_not_as_there() -> None:
    store = make_store(meetings=[meeting(chair=None, attendees=[seat(presence="announced")])])
    assert ids(store, "meetings", people=frozenset({"nurlan-yermekbayev"})) == []
    assert ids(store, "meetings", presence=frozenset({"announced"})) == ["astana-2018-05-cssc"]


def test_states_stay_away_from_exercises_as_from_meetings() -> None:
    store = make_store(exercises=[exercise(participants=["belarus", "kazakhstan"], absent=["armenia"])])
    asked = [("armenia", "absent"), ("armenia", "in-person"), ("belarus", "in-person"), ("belarus", "absent")]
    found = [ids(store, "exercises", states=frozenset({one}), presence=frozenset({how})) for one, how in asked]
    assert [len(rows) for rows in found] == [1, 0, 1, 0]


def test_rows_name_the_fields_on_which_sources_disagree_and_can_be_kept_to_these() -> None:
    def disputes(*fields: str) -> dict[str, Any]:
        return {"disputes": [{"field": field, "value": "2018", "sources": [SOURCE], "reason": "It says so."} for field in fields]}

    minister = post("foreign-minister", start="2010-01-01", end="2011-01-01", **disputes("end"))
    store = make_store(
        states=[state(memberships=[membership(**disputes("start", "end")), membership(organization="cst")]), state("belarus")],
        officials=[official("one-man", post(), minister), official("two-man", post())],
        meetings=[meeting(**disputes("date", "chair", "date")), meeting("minsk-2018-06-csc")],
    )

    def rows(table: str, **asked: Any) -> dict[str, tuple[str, ...]]:
        return {row.record["id"]: row.disputed for row in select(store, table, Criteria(**asked))}

    assert rows("meetings") == {"astana-2018-05-cssc": ("date", "chair"), "minsk-2018-06-csc": ()}
    assert rows("meetings", disputed=True) == {"astana-2018-05-cssc": ("date", "chair")}
    assert rows("states") == {"kazakhstan": ("memberships.start", "memberships.end"), "belarus": ()}
    assert rows("states", bodies=frozenset({"cst"}), disputed=True) == {}
    assert rows("officials", disputed=True) == {"one-man": ("posts.end",)}
    assert rows("officials", offices=frozenset({"security-council-secretary"}), disputed=True) == {}


def test_what_is_undated_is_judged_by_the_acts_asked_for_and_by_disputes() -> None:
    ratified = document("ratified", events=[event(), {"action": "ratified", "state": "kazakhstan"}])
    told = document("told", events=[{"action": "ratified", "state": "kazakhstan", "date": "2019-01-01"}])
    store = make_store(documents=[ratified, told], exercises=[exercise(start=None, end=None)])
    year = asked_days("2018", TODAY)
    assert undated(store, "documents", Criteria(period=year)) == 0
    assert undated(store, "documents", Criteria(period=year, actions=frozenset({"ratified"}))) == 1
    assert undated(store, "exercises", Criteria(period=year)) == 1
    assert undated(store, "exercises", Criteria(period=year, disputed=True)) == 0


def test_a_turn_in_the_chair_of_which_only_the_end_is_known_stands_by_that() -> None:
    turns = [chairmanship(year=2018), chairmanship(year=2012, start=None), chairmanship(year=2005)]
    store = make_store(chairmanships=turns)
    assert ids(store, "chairmanships") == ["chairmanship-kazakhstan-2005", "chairmanship-kazakhstan-2012", "chairmanship-kazakhstan-2018"]
