"""Of a president and a prime minister, a body has the one that sat there."""

from __future__ import annotations

from csto_cli.names.days import asked_days
from csto_cli.names.lookup import Match
from csto_cli.queries.who import Portrait, WhoAsked, portrait
from csto_cli.store import Store
from tests.factories import body, make_store, meeting, office, official, post, seat, state

DAY = asked_days("2018-05-24", None)  # type: ignore[arg-type]


def answered(store: Store, table: str, record_id: str, asked: WhoAsked) -> Portrait:
    """The portrait of a record matched by its id."""
    found = store.find(record_id)
    assert found and found[0] == table
    return portrait(store, Match(*found, "id", record_id), asked)


def people(item: Portrait) -> list[tuple[str, str | None]]:
    """Who is shown, with the certainty."""
    return [(holding.person["id"], certainty) for holding, certainty in item.held]


def test_of_a_president_and_a_prime_minister_the_council_has_the_one_that_sat_there() -> None:
    seats = [
        seat("president", office="head-of-state", role="member"),
        seat("premier", office="head-of-government", role="guest"),
        seat("armenian-president", state="armenia", office="head-of-state", presence="absent"),
        seat("armenian-premier", state="armenia", office="head-of-government", role="member"),
    ]
    store = make_store(
        states=[state(), state("armenia")],
        bodies=[body("csc")],
        offices=[office("head-of-state", body="csc"), office("head-of-government", body="csc")],
        officials=[
            official("president", post("head-of-state")),
            official("premier", post("head-of-government")),
            official("armenian-president", post("head-of-state"), state="armenia"),
            official("armenian-premier", post("head-of-government"), state="armenia"),
        ],
        meetings=[meeting("astana-2018-11-csc", bodies=["csc"], date="2018-11-08", attendees=seats)],
    )
    found = answered(store, "bodies", "csc", WhoAsked(period=DAY))
    assert sorted(people(found)) == [("armenian-premier", "yes"), ("president", "yes")]


def test_in_a_stretch_of_time_both_the_president_and_the_prime_minister_can_have_sat() -> None:
    sat = [("2017-11-30", "head-of-state"), ("2019-11-28", "head-of-government")]
    store = make_store(
        bodies=[body("csc")],
        offices=[office("head-of-state", body="csc"), office("head-of-government", body="csc")],
        officials=[
            official("president", post("head-of-state", end="2020-01-01")),
            official("premier", post("head-of-government", end="2020-01-01")),
        ],
        meetings=[
            meeting(f"m-{day}-{number}", bodies=["csc"], date=day, attendees=[seat(office=seated)])
            for day, seated in sat
            for number in range(3)
        ],
    )
    asked = {
        "2017-11-30": [("president", "yes")],
        "2017-12-01": [("premier", "possibly"), ("president", "possibly")],
        "2019-12-01": [("premier", "yes")],
        "2017-11..2019-12": [("premier", "yes"), ("president", "yes")],
        "2017-12..2019-10": [("premier", "possibly"), ("president", "possibly")],
    }
    found = {days: answered(store, "bodies", "csc", WhoAsked(period=asked_days(days, None))) for days in asked}  # type: ignore[arg-type]
    assert {days: sorted(people(item)) for days, item in found.items()} == asked


def test_who_stood_in_at_one_meeting_did_not_take_the_seat() -> None:
    sat = dict.fromkeys(("2016-10-14", "2017-11-30", "2018-11-08", "2019-11-28", "2019-12-20"), "head-of-state")
    sat["2018-11-08"] = "head-of-government"
    store = make_store(
        bodies=[body("csc")],
        offices=[office("head-of-state", body="csc"), office("head-of-government", body="csc")],
        officials=[
            official("president", post("head-of-state", start="2010-01-01", end="2020-01-01")),
            official("premier", post("head-of-government", start="2010-01-01", end="2020-01-01")),
        ],
        meetings=[meeting(f"m-{day}", bodies=["csc"], date=day, attendees=[seat(office=seated)]) for day, seated in sat.items()],
    )
    for asked in ("2018-06-01", "2018-11-08", "2018-12-01"):
        found = answered(store, "bodies", "csc", WhoAsked(period=asked_days(asked, None)))  # type: ignore[arg-type]
        assert people(found) == [("president", "yes")], asked
