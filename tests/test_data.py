"""The record itself: canonical bytes, no problems, and the article that it began with, answerable fact by fact."""

from __future__ import annotations

import json
from functools import cache

import pytest

from csto_cli.checks import problems
from csto_cli.dates import Days, days_of
from csto_cli.model import TABLES, Record
from csto_cli.queries.membership import belonged
from csto_cli.store import Store, canonical_bytes, default_path, open_store

ASTANA = "astana-2018-05-cssc"
ARTICLE = "kazakhstannewsgazette-2018-05-24"


@cache
def record() -> Store:
    """The store of this checkout."""
    return open_store(default_path())


def get(record_id: str) -> Record:
    """A record that must be there."""
    found = record().get(record_id)
    assert found is not None, record_id
    return found


def test_the_file_is_canonical_to_the_byte() -> None:
    data = default_path().read_bytes()
    assert data == canonical_bytes(json.loads(data))


def test_the_record_has_no_problem() -> None:
    assert [str(problem) for problem in problems(record())] == []


def test_every_table_is_there_and_none_is_empty() -> None:
    assert [table for table in TABLES if not record().table(table)] == []


@pytest.mark.parametrize(
    ("person", "state", "role", "stated"),
    [
        ("nurlan-yermekbayev", "kazakhstan", "chair", "Nurlan Yermekbayev"),
        ("armen-grigoryan", "armenia", "member", "Armen Grigoryan"),
        ("stanislav-zas", "belarus", "member", "Stanislav Zassev"),
        ("damir-sagynbayev", "kyrgyzstan", "member", "Damir Sagynbayev"),
        ("nikolai-patrushev", "russia", "member", "Nikolai Patrushev"),
        ("abdurahim-kahhorov", "tajikistan", "member", "Abdurakhim Kakhharov"),
        ("yuri-khachaturov", None, "secretary-general", "Yuri Khachaturov"),
    ],
)
def test_the_seven_at_the_table_in_astana(person: str, state: str | None, role: str, stated: str) -> None:
    [seat] = [seat for seat in get(ASTANA)["attendees"] if seat.get("person") == person]
    assert (seat.get("state"), seat["role"], seat.get("name_as_stated", stated)) == (state, role, stated)
    assert seat["office"] == ("secretary-general" if state is None else "security-council-secretary")


def test_eleven_documents_were_signed_and_one_is_named() -> None:
    meeting = get(ASTANA)
    assert (meeting["date"], meeting["chair"]) == ("2018-05-24", "nurlan-yermekbayev")
    reported = meeting["documents_reported"]
    assert (reported["count"], reported["qualifier"], ARTICLE in reported["sources"]) == (11, "exactly", True)
    plan = get("information-policy-action-plan-2018")
    assert [event["action"] for event in plan["events"] if event["meeting"] == ASTANA] == ["signed"]


def test_the_chairmanship_of_kazakhstan_had_five_priorities() -> None:
    [chair] = [item for item in record().table("chairmanships") if item["state"] == "kazakhstan" and item.get("end", "")[:4] == "2018"]
    assert chair["chair"] == "nursultan-nazarbayev"
    assert len(chair["priorities"]) == 5


@pytest.mark.parametrize(
    ("record_id", "field", "value"),
    [
        ("collective-security-treaty-1992", "date", "1992-05-15"),
        ("charter-2002", "date", "2002-10-07"),
        ("charter-2002", "in_force", "2003-09-18"),
        ("moscow-2002-05-csc", "date", "2002-05-14"),
        ("moscow-2002-05-csc", "status", "held"),
        ("minsk-2017-06-cssc", "status", "held"),
        ("yerevan-2016-06-cssc", "status", "held"),
        ("minsk-2017-11-csc", "date", "2017-11-30"),
        ("astana-2018-11-csc", "date", "2018-11-08"),
        ("crrf", "kind", "forces"),
        ("collective-aviation-forces", "kind", "forces"),
        ("peacekeeping-forces", "kind", "forces"),
        ("operation-channel", "kind", "operation"),
        ("operation-illegal", "kind", "operation"),
        ("operation-proxy", "kind", "operation"),
    ],
)
def test_the_dates_forces_and_operations_of_the_article(record_id: str, field: str, value: str) -> None:
    assert get(record_id)[field] == value


@pytest.mark.parametrize("state", ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"])
def test_the_six_members_of_2018(state: str) -> None:
    day = days_of("2018-05-24")
    assert belonged(record(), get(state), day, ("csto",)) == "yes"


@pytest.mark.parametrize(("day", "answer"), [("2007-01-01", "yes"), ("2013-01-01", "no")])
def test_uzbekistan_belonged_in_2007_and_no_longer_in_2013(day: str, answer: str) -> None:
    first, last = days_of(day)
    assert belonged(record(), get("uzbekistan"), Days(first, last)) == answer
