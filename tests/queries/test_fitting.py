"""One seat, one post, one tie, one act fits all that was asked of it."""

from __future__ import annotations

import pytest

from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from csto_cli.store import Store
from tests.factories import exercise, make_store, meeting, seat


def ids(store: Store, table: str, **asked: str) -> list[str]:
    """The ids that fit; of each criterion one value, or several with a blank between."""
    criteria = Criteria(**{field: frozenset(values.split()) for field, values in asked.items()})  # type: ignore[arg-type]
    return [row.record["id"] for row in select(store, table, criteria)]


@pytest.fixture
def session() -> Store:
    """A session in Kazakhstan: its president there, that of Russia and its premier away, the premier of Armenia by video."""
    seats = [
        seat("nazarbayev", office="head-of-state", role="chair", presence="in-person"),
        seat("medvedev", state="russia", office="head-of-state", presence="absent"),
        seat("putin", state="russia", office="head-of-government", presence="represented"),
        seat("pashinyan", state="armenia", office="head-of-government", presence="video"),
        seat("lukashenko", state="belarus", office="head-of-state", presence=None),
    ]
    return make_store(meetings=[meeting("astana", chair="nazarbayev", attendees=seats)])


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"states": "russia", "offices": "head-of-government"}, True),
        ({"states": "belarus", "offices": "head-of-government"}, False),
        ({"states": "kazakhstan", "offices": "head-of-government"}, False),
        ({"states": "russia", "offices": "head-of-government", "presence": "absent"}, False),
        ({"states": "russia", "offices": "head-of-state", "presence": "absent"}, True),
        ({"states": "russia armenia", "offices": "head-of-government", "presence": "video"}, True),
        ({"offices": "head-of-state", "presence": "video"}, False),
        ({"people": "pashinyan", "offices": "head-of-government"}, True),
        ({"people": "pashinyan", "offices": "head-of-state"}, False),
        ({"people": "putin", "offices": "head-of-government"}, False),
        ({"people": "putin", "offices": "head-of-government", "presence": "represented"}, True),
        ({"people": "nazarbayev pashinyan"}, True),
        ({"people": "nazarbayev pashinyan", "offices": "head-of-state"}, False),
        ({"people": "nazarbayev pashinyan", "offices": "head-of-state head-of-government"}, True),
        ({"people": "nazarbayev pashinyan", "presence": "video"}, False),
        ({"people": "pashinyan", "states": "armenia"}, True),
        ({"people": "pashinyan", "states": "belarus"}, False),
        ({"people": "pashinyan", "states": "kazakhstan"}, True),
        ({"states": "kazakhstan", "presence": "video"}, False),
        ({"states": "russia"}, True),
    ],
)
def test_one_seat_fits_all_that_is_asked_of_seats(session: Store, asked: dict[str, str], fits: bool) -> None:
    assert ids(session, "meetings", **asked) == (["astana"] if fits else [])


def test_a_meeting_without_a_seat_is_still_of_the_state_that_held_it() -> None:
    store = make_store(meetings=[meeting("astana", chair=None, attendees=None)])
    assert ids(store, "meetings", states="kazakhstan") == ["astana"]
    assert ids(store, "meetings", states="kazakhstan", offices="head-of-state") == []


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"states": "russia"}, True),
        ({"states": "kazakhstan"}, True),
        ({"states": "armenia"}, False),
        ({"states": "armenia", "presence": "absent"}, True),
        ({"states": "armenia", "presence": "in-person"}, False),
        ({"states": "kazakhstan", "presence": "in-person"}, False),
        ({"states": "russia", "presence": "in-person"}, True),
        ({"presence": "absent"}, True),
        ({"presence": "absent", "offices": "head-of-state"}, False),
    ],
)
def test_a_state_took_part_in_an_exercise_or_stayed_out(asked: dict[str, str], fits: bool) -> None:
    store = make_store(exercises=[exercise(participants=["russia"], absent=["armenia"])])
    assert ids(store, "exercises", **asked) == (["rubezh-2018"] if fits else [])


def test_nobody_is_present_in_a_table_without_seats() -> None:
    assert ids(make_store(), "documents", presence="in-person") == []
