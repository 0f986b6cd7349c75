"""Who sat at a meeting: the seats of the record, and a chair who has none of his own."""

from __future__ import annotations

import pytest

from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.holders import all_holdings
from csto_cli.queries.indexes import meetings_of
from csto_cli.queries.lists import select
from csto_cli.queries.seats import present_at, seats_at
from tests.factories import body, make_store, meeting, office, official, post, seat

CHAIR = "nurlan-yermekbayev"
SEAT = {"person": CHAIR, "state": "kazakhstan", "office": "security-council-secretary", "role": "chair"}


@pytest.mark.parametrize(
    ("changed", "seats", "present"),
    [
        ({"attendees": None}, [SEAT], [CHAIR]),
        ({"attendees": [seat("valery-semerikov")]}, [seat("valery-semerikov"), SEAT], ["valery-semerikov", CHAIR]),
        ({"attendees": [seat(role="chair")]}, [SEAT], [CHAIR]),
        ({"attendees": [seat(presence="announced")]}, [seat(presence="announced")], []),
        ({"attendees": None, "status": "scheduled"}, [{**SEAT, "presence": "announced"}], []),
        ({"attendees": None, "chair": None}, [], []),
    ],
)
def test_a_chair_without_a_seat_of_his_own_sat_in_the_chair(changed: Record, seats: list[Record], present: list[str]) -> None:
    store = make_store(meetings=[meeting(**changed)])
    [met] = store.table("meetings")
    assert seats_at(store, met) == seats
    assert [taken["person"] for taken in present_at(store, met)] == present
    assert list(meetings_of(store)) == present
    for person in {CHAIR, "valery-semerikov"}:
        assert bool(select(store, "meetings", Criteria(people=frozenset({person})))) == (person in present)


@pytest.mark.parametrize(
    ("posts", "known"),
    [
        ([post(end=None, status="current")], {"state": "kazakhstan", "office": "security-council-secretary"}),
        ([post(organization="cssc")], {"office": "security-council-secretary"}),
        ([post(), post("cssc-chair", organization="cssc")], {}),
        ([post(start="2018")], {}),
        ([post(end=None, status="unknown")], {}),
        ([post("defence-minister")], {}),
    ],
)
def test_in_what_office_he_sat_is_known_where_he_surely_held_one_seat_in_what_met(posts: list[Record], known: Record) -> None:
    offices = [office(), office("cssc-chair"), office("defence-minister", body="cdm")]
    store = make_store(offices=offices, officials=[official(CHAIR, *posts)], meetings=[meeting(attendees=None)])
    assert seats_at(store, store.table("meetings")[0]) == [{"person": CHAIR, **known, "role": "chair"}]


def test_the_chair_of_a_meeting_attests_the_office() -> None:
    store = make_store(bodies=[body(), body("csto")], meetings=[meeting(attendees=None)])
    [holding] = all_holdings(store)
    assert holding.attested == ["2018-05-24"]
    assert holding.on(asked_days("2018-05-24", None)) == "yes"  # type: ignore[arg-type]
