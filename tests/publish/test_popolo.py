"""Popolo JSON against its classes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from csto_cli.publish import export
from csto_cli.store import Store
from tests.factories import body, exercise, make_store, meeting, membership, official, post, source, state
from tests.publish.conftest import exported
from tests.publish.contracts import POPOLO, popolo_problems

CLASSES = {
    "persons": "person",
    "organizations": "organization",
    "posts": "post",
    "memberships": "membership",
    "events": "event",
    "areas": "area",
}


def read(path: Path) -> dict[str, list[Any]]:
    """The lists of an export."""
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_every_list_has_the_form_of_its_class(either: Store, tmp_path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install 'csto-cli[test]')")
    lists = read(exported(either, "popolo", tmp_path / "p.json"))
    assert set(lists) == set(POPOLO)
    for name, items in lists.items():
        jsonschema.validate(items, {"type": "array", "items": POPOLO[name]})


def test_the_published_schemas_accept_it(either: Store, tmp_path: Path) -> None:
    pytest.importorskip("jsonschema", reason="jsonschema is not installed (pip install 'csto-cli[test]')")
    lists = read(exported(either, "popolo", tmp_path / "p.json"))
    assert list(popolo_problems(lists, CLASSES)) == []
    lists["events"][0]["start_date"] = "in May"
    lists["persons"][0]["sources"] = [{"note": "no address"}]
    assert len(list(popolo_problems(lists, CLASSES))) == 2


def test_every_id_that_is_referred_to_is_there(either: Store, tmp_path: Path) -> None:
    lists = read(exported(either, "popolo", tmp_path / "p.json"))
    ids = {name: {item["id"] for item in items} for name, items in lists.items()}
    assert all(len(ids[name]) == len(items) for name, items in lists.items()), "an id twice"
    targets = {
        "person_id": "persons",
        "organization_id": "organizations",
        "post_id": "posts",
        "area_id": "areas",
        "parent_id": "organizations",
    }
    for items in lists.values():
        for item in items:
            for field, name in targets.items():
                assert item.get(field) is None or item[field] in ids[name], (item["id"], field)


def test_a_person_a_post_a_membership_and_a_meeting(nasty: Store, tmp_path: Path) -> None:
    lists = read(exported(nasty, "popolo", tmp_path / "p.json"))
    person = next(item for item in lists["persons"] if item["id"] == "stanislav-zas")
    (membership,) = (item for item in lists["memberships"] if item.get("person_id") == person["id"])
    assert membership["post_id"] == "secretary-general-of-csto"
    assert membership["start_date"] == "2020-01-01"
    assert "end_date" not in membership
    post = next(item for item in lists["posts"] if item["id"] == "secretary-general-of-csto")
    assert post["organization_id"] == "csto"
    event = next(item for item in lists["events"] if item["id"] == "astana-2018-05-cssc")
    assert [item.get("id") for item in event["attendees"]] == ["nurlan-yermekbayev", "stanislav-zas"]
    member = next(item for item in lists["memberships"] if item.get("member", {}).get("id") == "armenia")
    assert (member["organization_id"], member["role"], member["start_date"]) == ("csto", "member", "2003-09-18")


def test_a_membership_without_an_end_says_whether_it_goes_on(nasty: Store, tmp_path: Path) -> None:
    memberships = read(exported(nasty, "popolo", tmp_path / "p.json"))["memberships"]
    assert {item["id"]: (item.get("end_date"), item["status"]) for item in memberships} == {
        "armenia-membership-1": (None, "frozen"),
        "kazakhstan-membership-1": (None, "current"),
        "nurlan-yermekbayev-post-1": ("2018-12-26", "ended"),
        "nurlan-yermekbayev-post-2": (None, "unknown"),
        "stanislav-zas-post-1": (None, "current"),
    }


def test_whoever_is_in_office_in_the_record_is_told_from_who_left_on_no_known_day(whole: Store, tmp_path: Path) -> None:
    memberships = read(exported(whole, "popolo", tmp_path / "p.json"))["memberships"]
    open_ended = [item for item in memberships if "person_id" in item and "end_date" not in item]
    current = {person["id"] for person in whole.table("officials") for post in person["posts"] if post["status"] == "current"}
    assert {item["person_id"] for item in open_ended if item["status"] == "current"} == current
    (umetaliev,) = (item for item in open_ended if item["person_id"] == "dzhanybek-umetaliev")
    assert (umetaliev["start_date"], umetaliev["status"]) == ("1992-01", "ended")


def test_what_is_noted_of_anything_stays_with_it(tmp_path: Path) -> None:
    store = make_store(
        states=[state(note="A state.", memberships=[membership(note="A tie.")])],
        officials=[official("nurlan-yermekbayev", post(note="A post."), note="A person.")],
        bodies=[body("cssc", note="A body."), body("csto")],
        meetings=[meeting(note="A meeting.")],
        exercises=[exercise(note="An exercise.")],
    )
    lists = read(exported(store, "popolo", tmp_path / "p.json"))
    assert {item["id"]: item["note"] for items in lists.values() for item in items if "note" in item} == {
        "nurlan-yermekbayev": "A person.",
        "cssc": "A body.",
        "kazakhstan": "A state.",
        "kazakhstan-membership-1": "A tie.",
        "nurlan-yermekbayev-post-1": "A post.",
        "astana-2018-05-cssc": "A meeting.",
        "rubezh-2018": "An exercise.",
    }


def test_every_other_name_of_a_state_and_of_a_body_says_what_it_is(tmp_path: Path) -> None:
    states = [state(official_name={"en": "Republic of Kazakhstan", "ru": "Республика Казахстан"}, aliases=["Kazakstan"])]
    bodies = [body("cssc", abbr={"ru": "КССБ"}, aliases=["Committee of secretaries"]), body("csto")]
    lists = read(exported(make_store(states=states, bodies=bodies), "popolo", tmp_path / "p.json"))
    assert {item["id"]: item["other_names"] for item in lists["organizations"] if "other_names" in item} == {
        "kazakhstan": [
            {"name": "Republic of Kazakhstan", "note": "official name, en"},
            {"name": "Республика Казахстан", "note": "official name, ru"},
            {"name": "Kazakstan", "note": "other name"},
        ],
        "cssc": [{"name": "КССБ", "note": "abbreviation, ru"}, {"name": "Committee of secretaries", "note": "other name"}],
    }


def test_a_copy_says_whose_text_it_is(tmp_path: Path) -> None:
    store = make_store(sources=[source(text_of="Agency")])
    (person,) = read(exported(store, "popolo", tmp_path / "p.json"))["persons"]
    assert person["sources"] == [{"url": "https://example.org/odkb-page", "note": "CSTO (text of Agency), read 2020-12-31"}]


def test_a_meeting_of_two_bodies_is_counted(tmp_path: Path) -> None:
    store = make_store(bodies=[body("cfm"), body("cssc"), body("csto")], meetings=[meeting(bodies=["cfm", "cssc"])])
    assert export(store, None, "popolo", tmp_path / "p.json") == [
        "joint meetings given to the first of their bodies, as a Popolo event has one organisation: 1",
    ]
    (event,) = (item for item in read(tmp_path / "p.json")["events"] if item["id"] == "astana-2018-05-cssc")
    assert event["organization_id"] == "cfm"


def test_marks_of_doubt_are_taken_off_and_counted(nasty: Store, tmp_path: Path) -> None:
    notes = export(nasty, None, "popolo", tmp_path / "p.json")
    assert notes == [
        "dates that lost their mark of being approximate or uncertain, as Popolo has none: 2",
        "records on which sources disagree, of which popolo holds the preferred values only: 3",
    ]
    body = next(item for item in read(tmp_path / "p.json")["organizations"] if item["id"] == "csto")
    assert body["founding_date"] == "2002-10"


def test_a_chair_who_has_no_seat_of_his_own_attended(tmp_path: Path) -> None:
    lists = read(exported(make_store(meetings=[meeting(attendees=None)]), "popolo", tmp_path / "p.json"))
    event = next(item for item in lists["events"] if item["id"] == "astana-2018-05-cssc")
    assert event["attendees"] == [{"id": "nurlan-yermekbayev", "name": "Nurlan Yermekbayev"}]
