"""One seat, one post, one tie, one act fits all that was asked of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from csto_cli.names.days import asked_days
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.judging import fitting_holdings
from csto_cli.queries.lists import select
from csto_cli.store import Store
from tests.factories import body, document, event, exercise, make_store, meeting, membership, office, official, post, seat, state


def ids(store: Store, table: str, **asked: str) -> list[str]:
    """The ids that fit what is asked for."""
    return [row.record["id"] for row in select(store, table, criteria(**asked))]


def criteria(**asked: str) -> Criteria:
    """What is asked for; of each criterion one value, or several with a blank between."""
    return Criteria(**{field: frozenset(values.split()) for field, values in asked.items()})  # type: ignore[arg-type]


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
        ({"people": "pashinyan", "states": "belarus"}, True),
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


@pytest.fixture
def careers() -> Store:
    """A minister who became president and sat in the Council, a president, one whose premier sat there in his place, and a meeting."""
    seats = [
        seat("tokayev", office="head-of-state"),
        seat("lukashenko", state="belarus", office="head-of-state"),
        seat("atambayev", state="kyrgyzstan", office="head-of-government", presence="absent"),
        seat("kozhomkulov", state="kyrgyzstan", office="chief-of-staff"),
    ]
    officials = [
        official("tokayev", post("foreign-minister"), post("head-of-state")),
        official("lukashenko", post("head-of-state"), state="belarus"),
        official("atambayev", post("head-of-government"), state="kyrgyzstan"),
        official("kozhomkulov", post("chief-of-staff", in_place_of="defence-minister"), state="kyrgyzstan"),
        official("bordyuzha", post("secretary-general", organization="csc")),
    ]
    seated = {"head-of-state": "csc", "head-of-government": "csc", "foreign-minister": "cfm", "defence-minister": "cdm"}
    offices = [office(record_id, body=of) for record_id, of in seated.items()]
    offices += [office("chief-of-staff", body=None), office("secretary-general", body=None)]
    bodies = [body(record_id) for record_id in ("csc", "cfm", "cdm", "csto")]
    sessions = [meeting("astana", bodies=["csc"], chair=None, attendees=seats)]
    return make_store(officials=officials, offices=offices, bodies=bodies, meetings=sessions)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"offices": "foreign-minister", "bodies": "csc"}, []),
        ({"offices": "foreign-minister", "bodies": "cfm"}, ["tokayev"]),
        ({"offices": "foreign-minister"}, ["tokayev"]),
        ({"bodies": "csc"}, ["atambayev", "bordyuzha", "lukashenko", "tokayev"]),
        ({"offices": "defence-minister", "bodies": "cdm"}, ["kozhomkulov"]),
        ({"meetings": "astana"}, ["kozhomkulov", "lukashenko", "tokayev"]),
        ({"meetings": "astana", "offices": "head-of-state"}, ["lukashenko", "tokayev"]),
        ({"meetings": "astana", "offices": "foreign-minister"}, []),
        ({"meetings": "astana", "offices": "head-of-government"}, []),
        ({"meetings": "astana", "offices": "defence-minister"}, ["kozhomkulov"]),
        ({"meetings": "astana", "bodies": "cfm"}, []),
        ({"meetings": "astana", "bodies": "cdm"}, ["kozhomkulov"]),
    ],
)
def test_one_post_fits_all_that_is_asked_of_posts(careers: Store, asked: dict[str, str], found: list[str]) -> None:
    assert sorted(ids(careers, "officials", **asked)) == found
    if asked != {"meetings": "astana"}:  # by itself it is asked of persons, of whom all posts are shown
        assert sorted(fitting_holdings(careers, criteria(**asked))) == found


@pytest.fixture
def members() -> Store:
    """A member whose seat is frozen since 2018, though not that in the Assembly; one that left in 2012, suspended at the end."""
    frozen = [{"event": "frozen", "date": "2018-02", "sources": ["odkb-page"]}]
    suspended = [{"event": "suspended", "date": "2012-06-28", "sources": ["odkb-page"]}]
    treaty = membership(organization="cst", start="1994-04-20", end="1999-04-20", status="ended")
    left = membership(start="2006-08-16", end="2012-12-19", status="suspended")
    assembly = membership(organization="csto-pa", start="2006-11-16")
    return make_store(
        states=[
            state("armenia", memberships=[membership(status="frozen"), assembly], milestones=frozen),
            state("uzbekistan", memberships=[treaty, left], milestones=suspended),
        ],
        bodies=[body("csto"), body("csto-pa")],
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"types": "current"}, ["armenia"]),
        ({"types": "frozen"}, ["armenia"]),
        ({"types": "ended"}, ["uzbekistan"]),
        ({"types": "current", "bodies": "csto"}, []),
        ({"types": "frozen", "bodies": "csto-pa"}, []),
        ({"types": "ended", "bodies": "csto"}, []),
        ({"types": "member", "bodies": "csto"}, ["armenia", "uzbekistan"]),
        ({"types": "current", "on": "2010"}, ["armenia", "uzbekistan"]),
        ({"types": "current", "on": "1995"}, ["uzbekistan"]),
        ({"types": "current", "on": "2019"}, []),
        ({"types": "current", "on": "2019", "bodies": "csto-pa"}, ["armenia"]),
        ({"types": "frozen", "on": "2019", "bodies": "csto-pa"}, []),
        ({"types": "frozen", "on": "2010"}, []),
        ({"types": "suspended", "on": "2012-11"}, ["uzbekistan"]),
        ({"types": "suspended", "on": "2010"}, []),
    ],
)
def test_one_tie_fits_all_that_is_asked_of_ties_as_it_stood_then(members: Store, asked: dict[str, str], found: list[str]) -> None:
    words = {field: values for field, values in asked.items() if field != "on"}
    judged = replace(criteria(**words), period=asked_days(asked["on"], None) if "on" in asked else None)
    assert sorted(row.record["id"] for row in select(members, "states", judged)) == found


@pytest.fixture
def decision() -> Store:
    """A decision cleared by the secretaries in Astana, adopted by the Council in Minsk, ratified and in force; one adopted by a letter."""
    events = [
        event("astana", action="cleared"),
        event("minsk", action="adopted"),
        event(None, action="ratified", state="kazakhstan", date="2019-01-01"),
    ]
    return make_store(
        bodies=[body("cssc"), body("csc"), body("csto")],
        meetings=[meeting("astana"), meeting("minsk", bodies=["csc"], place={"en": "Minsk"}, country="belarus")],
        documents=[
            document("decision", adopted_by="csc", in_force="2019-02-01", events=events),
            document("letter", adopted_by="cssc", events=[event(None, action="adopted"), event("minsk", action="signed")]),
        ],
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actions": "adopted", "bodies": "cssc"}, ["letter"]),
        ({"actions": "cleared", "bodies": "cssc"}, ["decision"]),
        ({"actions": "adopted", "bodies": "csc"}, ["decision"]),
        ({"actions": "cleared adopted", "bodies": "csc"}, ["decision"]),
        ({"actions": "cleared", "bodies": "csc"}, []),
        ({"actions": "adopted", "places": "astana"}, []),
        ({"actions": "adopted", "places": "minsk"}, ["decision"]),
        ({"actions": "signed", "places": "minsk"}, ["letter"]),
        ({"actions": "adopted", "places": "minsk", "bodies": "cssc"}, []),
        ({"actions": "ratified", "bodies": "cssc"}, ["decision"]),
        ({"actions": "ratified", "places": "minsk"}, ["decision"]),
        ({"actions": "in force", "bodies": "csc"}, ["decision"]),
        ({"bodies": "cssc"}, ["decision", "letter"]),
        ({"bodies": "cssc", "places": "astana"}, ["decision"]),
        ({"bodies": "cssc", "places": "minsk"}, []),
    ],
)
def test_one_act_fits_all_that_is_asked_of_acts(decision: Store, asked: dict[str, str], found: list[str]) -> None:
    words = {field: frozenset([values] if values == "in force" else values.split()) for field, values in asked.items()}
    assert sorted(row.record["id"] for row in select(decision, "documents", Criteria(**words))) == found  # type: ignore[arg-type]
