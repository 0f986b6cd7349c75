"""Each check of people catches what cannot have been, and passes what can."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import people
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, body, make_store, meeting, membership, office, official, post, seat, state

MEETING = "astana-2018-05-cssc"


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in people.CHECKS for found in check(store)] == []


def pair(one: Record, other: Record, **more: Any) -> list[Record]:
    return [official("a", one, **more), official("b", other, **more)]


def test_two_holders_of_a_seat_for_one_do_not_overlap() -> None:
    officials = pair(post(start="2016-01-01", end="2018-06-01"), post(start="2018-05-01", end="2019-01-01"))
    assert list(people.one_holder_at_a_time(make_store(officials=officials, meetings=[]))) == [
        problem("officials", "b", "posts[0]", "shares the seat with a, 2018-05-01 to 2018-06-01")
    ]


@pytest.mark.parametrize(
    "officials",
    [
        pair(post(start="2016-01-01", end="2018-06-01"), post(start="2018-06-01", end="2019-01-01")),
        pair(post(start="2016", end="2018-06"), post(start="2018-06", end="2019")),
        pair(post(start="2016-01-01", end="2018-06-01"), post(start="2018-05-01", end="2019-01-01", acting=True)),
        pair(post(start="2016-01-01", end=None), post(start="2018-05-01", end="2019-01-01")),
        [official("a", post(start="2016", end="2018-06-01")), official("b", post(start="2017", end="2019"), state="armenia")],
        pair(post("deputy", start="2016", end="2018-06-01"), post("deputy", start="2017-01", end="2019")),
        pair(post(start="2016", end="2018-06-01", organization="csto"), post(start="2017-01", end="2019", organization="csto-pa")),
    ],
    ids=["handover day", "coarse dates", "acting", "open end", "another state", "an office for several", "another organisation"],
)
def test_holders_that_may_stand_beside_each_other(officials: list[Record]) -> None:
    offices = [office(), office("deputy", seats="several")]
    assert list(people.one_holder_at_a_time(make_store(officials=officials, offices=offices, meetings=[]))) == []


def test_the_secretary_general_of_the_council_shares_his_seat_with_that_of_the_organisation() -> None:
    officials = pair(
        post("secretary-general", organization="csc", start="2000-01-01", end="2004-01-01"),
        post("secretary-general", organization="csto", start="2003-04-28", end="2016-12-31"),
    )
    assert list(people.one_holder_at_a_time(make_store(officials=officials, meetings=[]))) == [
        problem("officials", "b", "posts[0]", "shares the seat with a, 2003-04-28 to 2004-01-01")
    ]


def test_each_holder_who_shares_a_seat_is_told_once() -> None:
    years = [("2010-01-01", "2018-01-01"), ("2011-01-01", "2012-01-01"), ("2013-01-01", "2014-01-01"), ("2018-01-01", "2019-01-01")]
    officials = [official(f"p{number}", post(start=start, end=end)) for number, (start, end) in enumerate(years)]
    assert list(people.one_holder_at_a_time(make_store(officials=officials, meetings=[]))) == [
        problem("officials", "p1", "posts[0]", "shares the seat with p0, 2011-01-01 to 2012-01-01"),
        problem("officials", "p2", "posts[0]", "shares the seat with p0, 2013-01-01 to 2014-01-01"),
    ]


def test_a_meeting_attests_an_office_beyond_the_successor() -> None:
    officials = pair(post(start="2016-01-01", end=None), post(start="2018-05-01", end="2019-01-01"))
    store = make_store(officials=officials, meetings=[meeting(attendees=[seat("a")])])
    assert list(people.one_holder_at_a_time(store)) == [
        problem("officials", "b", "posts[0]", "shares the seat with a, 2018-05-01 to 2018-05-24")
    ]


def test_nobody_stands_in_place_of_an_office_that_another_holds() -> None:
    minister = official("a", post("minister", start="2016-01-01", end="2018-06-01"))
    general = official("b", post("general", start="2017-01-01", end="2019-01-01", in_place_of="minister"))
    later = official("c", post("general", start="2018-06-01", end="2019-01-01", in_place_of="minister"))
    abroad = official("d", post("general", start="2017-01-01", end="2019-01-01", in_place_of="minister"), state="armenia")
    store = make_store(officials=[minister, general, later, abroad], offices=[office("minister"), office("general")], meetings=[])
    assert list(people.stood_in_for_nobody(store)) == [
        problem("officials", "b", "posts[0].in_place_of", "in place of minister, which a held 2017-01-01 to 2018-06-01")
    ]


@pytest.mark.parametrize(("day", "wrong"), [("2016-12-27", True), ("2018-12-27", True), ("2016-12-28", False), ("2018-12", False)])
def test_attested_days_lie_in_the_post(day: str, wrong: bool) -> None:
    store = make_store(officials=[official("a", post(attested=[{"date": day, "source": SOURCE}]))])
    words = f"{day} lies outside the post, 2016-12-28 to 2018-12-26"
    expected = [problem("officials", "a", "posts[0].attested[0].date", words)] if wrong else []
    assert list(people.attested_while_in_office(store)) == expected


def test_the_holdings_of_a_person_stand_in_order_of_time() -> None:
    early, late = post(start="2010", end="2012"), post("foreign-minister", start="2018-05", end=None, status="unknown")
    undated = post("defence-minister", start=None, end=None, status="unknown")
    store = make_store(officials=[official("a", late, undated, early), official("b", early, late, undated)])
    assert list(people.posts_in_order(store)) == [
        problem("officials", "a", "posts[2].start", "2010, but stands after posts[0] of 2018-05"),
    ]


def test_what_ended_is_not_current() -> None:
    store = make_store(
        officials=[official("a", post(status="current")), official("b", post(status="current", end="2024-01-01"))],
        states=[state(memberships=[membership(end="2012-12-19"), membership(organization="cst", end="2012", status="frozen")])],
    )
    assert list(people.ended_is_not_current(store)) == [
        problem("officials", "a", "posts[0].status", "current, but it ended on 2018-12-26"),
        problem("states", "kazakhstan", "memberships[0].status", "current, but it ended on 2012-12-19"),
    ]


@pytest.mark.parametrize(
    ("posts", "wrong"),
    [
        ([post(start="2018-05-25")], "2018-05-25 to 2018-12-26"),
        ([post(end="2018-05-23"), post(start="2019", end=None)], "2016-12-28 to 2018-05-23; 2019 to ?"),
        ([post(end="2018-05-24")], None),
        ([post(start="2018-05", end=None)], None),
        ([post(end="2018-01-01"), post(start="2018-05-24", end=None)], None),
        ([post("foreign-minister", start="2019")], None),
    ],
)
def test_seats_fit_posts(posts: list[Record], wrong: str | None) -> None:
    store = make_store(officials=[official("nurlan-yermekbayev", *posts)])
    words = f"nurlan-yermekbayev was security-council-secretary {wrong}, not on 2018-05-24"
    expected = [problem("meetings", MEETING, "attendees[0].office", words)] if wrong else []
    assert list(people.seats_fit_posts(store)) == expected


def test_nobody_sits_for_another_state() -> None:
    store = make_store(meetings=[meeting(attendees=[seat(state="armenia"), seat("x"), seat(None)])])
    assert list(people.seats_fit_posts(store)) == [
        problem("meetings", MEETING, "attendees[0].state", "nurlan-yermekbayev is of kazakhstan")
    ]


def test_nobody_is_listed_twice() -> None:
    store = make_store(meetings=[meeting(attendees=[seat(), seat(None), seat(None), seat(presence="absent")])])
    assert list(people.one_seat_each(store)) == [problem("meetings", MEETING, "attendees[3].person", "nurlan-yermekbayev is listed twice")]


@pytest.mark.parametrize(
    ("memberships", "milestones", "role", "wrong"),
    [
        ([membership(start="2019-01-01")], [], "member", True),
        ([membership(end="2012-12-19", status="ended")], [], "chair", True),
        ([], [], "member", True),
        ([], [], "guest", False),
        ([membership()], [], "member", False),
        ([membership(organization="csto-pa", role="observer")], [], "member", False),
        ([membership(start="2019-01-01")], [{"event": "signed", "date": "2018-05-24"}], "member", False),
        (
            [membership(start="1994", end="1999", status="ended"), membership(start="2019")],
            [{"event": "signed", "date": "1992"}],
            "member",
            True,
        ),
    ],
)
def test_seated_states_belonged(memberships: list[Record], milestones: list[Record], role: str, wrong: bool) -> None:
    states = [state(memberships=memberships, milestones=milestones)]
    store = make_store(states=states, meetings=[meeting(attendees=[seat(role=role)])])
    expected = [problem("meetings", MEETING, "attendees[0].state", "kazakhstan was no member on 2018-05-24")] if wrong else []
    assert list(people.seated_states_belonged(store)) == expected


@pytest.mark.parametrize(
    ("posts", "wrong"),
    [
        ([post(end="2018-05-23")], "security-council-secretary 2016-12-28 to 2018-05-23"),
        ([post("foreign-minister", end="2018-01-01")], "foreign-minister 2016-12-28 to 2018-01-01"),
        ([post(end="2018-05-23"), post("foreign-minister", end=None)], "security-council-secretary 2016-12-28 to 2018-05-23"),
        ([post("foreign-minister", end=None)], None),
        ([post(end="2018-05")], None),
        ([], None),
    ],
)
def test_chair_in_office(posts: list[Record], wrong: str | None) -> None:
    store = make_store(officials=[official("nurlan-yermekbayev", posts=posts)], offices=[office(), office("foreign-minister", body="cfm")])
    words = f"nurlan-yermekbayev was not in office on 2018-05-24: {wrong}"
    assert list(people.chair_in_office(store)) == ([problem("meetings", MEETING, "chair", words)] if wrong else [])


def test_chair_in_office_goes_by_the_office_in_which_he_sat() -> None:
    posts = [post("deputy-interior-minister", end=None), post(start="2020-09-11", end=None)]
    offices = [office("deputy-interior-minister", body=None), office()]
    sat = [seat(office="deputy-interior-minister", role="chair")]
    store = make_store(officials=[official("nurlan-yermekbayev", posts=posts)], offices=offices, meetings=[meeting(attendees=sat)])
    assert list(people.chair_in_office(store)) == []


@pytest.mark.parametrize(
    ("seats", "field", "words"),
    [
        ([seat(role="chair"), seat("b", role="chair")], "attendees[1].role", "a second chair"),
        ([seat("b", role="chair")], "attendees[0].role", "b sits in the chair, nurlan-yermekbayev is named as chair"),
        ([seat(presence="absent")], "attendees[0].presence", "in the chair, but not there"),
        ([seat(None, role="chair", presence="represented")], "attendees[0].presence", "in the chair, but not there"),
        (
            [seat(role="chair", presence="announced")],
            "chair",
            "nurlan-yermekbayev was only announced as chair of a meeting that was held",
        ),
    ],
)
def test_one_chair(seats: list[Record], field: str, words: str) -> None:
    assert list(people.one_chair(make_store(meetings=[meeting(attendees=seats)]))) == [problem("meetings", MEETING, field, words)]


def test_one_chair_passes_seats_that_agree() -> None:
    meetings = [meeting(chair=None, attendees=[seat(role="chair"), seat("b", presence="absent")]), meeting("x", attendees=None)]
    assert list(people.one_chair(make_store(meetings=meetings))) == []


def test_one_chair_passes_who_was_only_announced_where_the_meeting_does_not_name_him() -> None:
    announced = [seat(role="chair", presence="announced")]
    meetings = [meeting(chair=None, attendees=announced), meeting("x", status="scheduled", attendees=announced)]
    assert list(people.one_chair(make_store(meetings=meetings))) == []


@pytest.mark.parametrize(("presence", "passes"), [("announced", True), ("absent", True), (None, False), ("video", False)])
def test_nobody_sat_at_a_meeting_that_was_only_announced(presence: str | None, passes: bool) -> None:
    meetings = [meeting(status="scheduled", attendees=[seat(presence=presence)]), meeting("x", attendees=[seat(presence=presence)])]
    found = list(people.nobody_at_what_was_only_announced(make_store(meetings=meetings)))
    words = "the meeting is only scheduled, so who is named for it is announced"
    assert found == ([] if passes else [problem("meetings", MEETING, "attendees[0].presence", words)])


def test_spellings_that_fold_together_mean_one_person() -> None:
    officials = [
        official("a", name={"en": "Abdurahim Kahhorov", "ru": "Абдурахим Каххоров"}),
        official("b", aliases=[{"name": "Abdurahim KAHHOROV", "kind": "variant"}]),
    ]
    assert list(people.one_person_a_name(make_store(officials=officials))) == [
        problem("officials", "b", "name", "'Abdurahim KAHHOROV' and 'Abdurahim Kahhorov' of a fold to the same 'abdurahim kahhorov'")
    ]


def test_a_name_that_two_share_is_written_alike() -> None:
    officials = [official("a", name={"en": "Ivan Ivanov", "ru": "Иван Иванов"}), official("b", name={"en": "Ivan Ivanov"}), official("c")]
    assert list(people.one_person_a_name(make_store(officials=officials))) == []


def test_a_misspelling_is_not_displayed() -> None:
    aliases = [{"name": "Stanislav Zassev", "kind": "misspelling"}, {"name": "Stanislav ZAS", "kind": "misspelling"}]
    officials = [official("a", name={"en": "Stanislav Zas"}, aliases=[*aliases, {"name": "Stanislav Zas", "kind": "variant"}])]
    assert list(people.misspellings_are_not_names(make_store(officials=officials))) == [
        problem("officials", "a", "aliases[1]", "the misspelling 'Stanislav ZAS' is displayed as the name")
    ]


def test_an_alias_is_another_name() -> None:
    name = {"en": "Stanislav Zas", "ru": "Станислав Зась"}
    aliases = [{"name": "Stanislau Zas", "kind": "transliteration"}, {"name": "Станислав Зась", "kind": "variant"}]
    assert list(people.aliases_are_other_names(make_store(officials=[official("a", name=name, aliases=aliases)]))) == [
        problem("officials", "a", "aliases[1]", "'Станислав Зась' is the name itself")
    ]


@pytest.mark.parametrize(
    ("stated", "wrong"),
    [
        ("Stanislav Zassev", False),
        ("С. В. Зась", False),
        ("Stanislav Vasilievich Zas", False),
        ("Zas", False),
        ("Zasevich", True),
        ("Igor Zas", True),
    ],
)
def test_stated_names_lead_to_the_person(stated: str, wrong: bool) -> None:
    name = {"en": "Stanislav Zas", "ru": "Станислав Зась"}
    aliases = [{"name": "Stanislav Zassev", "kind": "misspelling"}, {"name": "Станислав Васильевич Зась", "kind": "full"}]
    store = make_store(
        officials=[official("zas", name=name, aliases=aliases)],
        meetings=[meeting(chair="zas", attendees=[seat("zas", name_as_stated=stated)])],
    )
    words = f"{stated!r} is no name or alias of zas"
    expected = [problem("meetings", MEETING, "attendees[0].name_as_stated", words)] if wrong else []
    assert list(people.stated_names_are_known(store)) == expected


def test_checks_of_people_take_references_that_hit_nothing() -> None:
    store = make_store(officials=[], offices=[], states=[], bodies=[body("csto")])
    assert [found for check in people.CHECKS for found in check(store)] == []
