"""What `who` answers for a state, a person, an office and a body."""

from __future__ import annotations

from csto_cli.names.days import asked_days
from csto_cli.names.lookup import Match
from csto_cli.queries.who import Portrait, WhoAsked, in_days, only_seats, portrait
from csto_cli.store import Store
from tests.factories import body, chairmanship, make_store, meeting, membership, office, official, post, seat, state, vacancy

DAY = asked_days("2018-05-24", None)  # type: ignore[arg-type]


def full() -> Store:
    """Two states, an organ with its office, the Secretary General, a chair of 2018."""
    return make_store(
        states=[state(), state("armenia")],
        bodies=[body("csto"), body("csc"), body("cssc"), body("secretariat", kind="secretariat")],
        offices=[office(), office("secretary-general", body="secretariat", order=7), office("deputy-minister", body=None, order=20)],
        officials=[
            official("nurlan-yermekbayev"),
            official("armen-grigoryan", post(start="2018-05", end=None, status="current"), state="armenia"),
            official(
                "yuri-khachaturov", post("secretary-general", organization="csto", start="2017-05-02", end="2018-11-02"), state="armenia"
            ),
            official("vague-deputy", post("deputy-minister", start=None, end=None, status="unknown")),
        ],
        chairmanships=[chairmanship("kazakhstan", 2018)],
    )


def answered(store: Store, table: str, record_id: str, asked: WhoAsked | None = None) -> Portrait:
    """The portrait of a record matched by its id."""
    found = store.find(record_id)
    assert found and found[0] == table
    return portrait(store, Match(table, found[1], "id", record_id), asked or WhoAsked())


def people(item: Portrait) -> list[tuple[str, str | None]]:
    """Who is shown, with the certainty."""
    return [(holding.person["id"], certainty) for holding, certainty in item.held]


def test_a_state_is_shown_on_the_record_day_unless_another_day_is_asked() -> None:
    store = full()
    assert people(answered(store, "states", "armenia")) == [("armen-grigoryan", "yes")]
    assert people(answered(store, "states", "kazakhstan")) == []
    assert people(answered(store, "states", "kazakhstan", WhoAsked(DAY))) == [("nurlan-yermekbayev", "yes")]


def test_the_organisations_officials_are_not_their_states() -> None:
    store = full()
    assert ("yuri-khachaturov", "yes") not in people(answered(store, "states", "armenia", WhoAsked(DAY)))
    assert people(answered(store, "bodies", "csto", WhoAsked(DAY))) == [("yuri-khachaturov", "yes")]
    assert people(answered(store, "bodies", "secretariat", WhoAsked(DAY))) == [("yuri-khachaturov", "yes")]


def test_possible_holders_of_offices_that_are_no_seat_are_counted_not_shown_and_the_history_shows_them() -> None:
    store = full()
    assert len(answered(store, "states", "kazakhstan", WhoAsked(DAY)).unshown) == 1
    history = answered(store, "states", "kazakhstan", WhoAsked(history=True))
    assert people(history) == [("nurlan-yermekbayev", None), ("vague-deputy", None)]


def test_an_office_and_a_person_are_shown_in_full_and_on_a_day_only_if_asked() -> None:
    store = full()
    assert people(answered(store, "offices", "security-council-secretary")) == [("armen-grigoryan", None), ("nurlan-yermekbayev", None)]
    assert people(answered(store, "offices", "security-council-secretary", WhoAsked(states=frozenset({"kazakhstan"})))) == [
        ("nurlan-yermekbayev", None)
    ]
    assert answered(store, "officials", "nurlan-yermekbayev").period is None
    assert people(answered(store, "officials", "nurlan-yermekbayev", WhoAsked(asked_days("2019", None)))) == []  # type: ignore[arg-type]


def test_the_chair_is_named_for_its_state_and_for_the_organisation() -> None:
    store = full()

    def chairs(table: str, record_id: str) -> list[str]:
        return [chair["state"] for chair, _ in answered(store, table, record_id, WhoAsked(DAY)).chairmanships]

    assert chairs("states", "kazakhstan") == ["kazakhstan"]
    assert chairs("states", "armenia") == []
    assert chairs("bodies", "csto") == chairs("bodies", "csc") == ["kazakhstan"]
    assert chairs("bodies", "cssc") == []


def test_memberships_are_those_of_the_day() -> None:
    ties = [membership(organization="cst", start="1994-04-20", end="1999-04-20", status="ended"), membership(start="2006-08-16")]
    store = make_store(states=[state("uzbekistan", memberships=ties)])
    held = [answered(store, "states", "uzbekistan", WhoAsked(asked_days(day, None))).memberships for day in ("1995", "2001", "2010")]  # type: ignore[arg-type]
    assert [[tie["organization"] for tie, _ in ties] for ties in held] == [["cst"], [], ["csto"]]


def test_a_persons_seats_are_all_shown_and_a_states_only_at_the_meetings_named() -> None:
    other = meeting("minsk-2017-06-cssc", date="2017-06-15", attendees=[seat(name_as_stated="N. Ermekbaev")])
    store = make_store(meetings=[meeting(), other])
    assert [seat.meeting["id"] for seat in answered(store, "officials", "nurlan-yermekbayev").seats] == [
        "minsk-2017-06-cssc", "astana-2018-05-cssc",
    ]  # fmt: skip
    assert answered(store, "states", "kazakhstan").seats == []
    at = answered(store, "states", "kazakhstan", WhoAsked(meetings=("minsk-2017-06-cssc",)))
    assert [seat.attendee["name_as_stated"] for seat in at.seats] == ["N. Ermekbaev"]


def test_a_body_shows_the_seats_of_those_who_belonged_that_day_only() -> None:
    left = state("uzbekistan", memberships=[membership(start="2006-08-16", end="2012-12-19", status="ended")])
    karimov = official("karimov", post(start="1991-01-01", end="2016-09-02"), state="uzbekistan")
    store = make_store(states=[state(), left], officials=[official(), karimov], bodies=[body("csto"), body("cssc")])
    on = {day: people(answered(store, "bodies", "cssc", WhoAsked(asked_days(day, None)))) for day in ("2010-01-01", "2014-01-01")}  # type: ignore[arg-type]
    assert on == {"2010-01-01": [("karimov", "yes")], "2014-01-01": []}


def unfilled(item: Portrait) -> list[tuple[str, str | None, str | None]]:
    """The seats that nobody held, with who held each before and after."""
    return [(seat.of, seat.before and seat.before.person["id"], seat.after and seat.after.person["id"]) for seat in item.unfilled]


def test_what_nobody_held_is_named_for_a_state_and_for_an_office_with_who_held_it_before_and_after() -> None:
    first, second = official("a", post(start="2016-12-28", end="2018-12-26")), official("b", post(start="2020-03-01", end="2021-01-01"))
    store = make_store(officials=[first, second])
    gap = WhoAsked(asked_days("2019-06-01", None))  # type: ignore[arg-type]
    assert unfilled(answered(store, "states", "kazakhstan", gap)) == [("security-council-secretary", "a", "b")]
    office = "security-council-secretary"
    for asked in (gap, gap._replace(states=frozenset({"kazakhstan"}))):
        assert unfilled(answered(store, "offices", office, asked)) == [("kazakhstan", "a", "b")]
    assert unfilled(answered(store, "offices", office, gap._replace(states=frozenset({"armenia"})))) == []
    earlier = WhoAsked(asked_days("2016-01-01", None))  # type: ignore[arg-type]
    assert unfilled(answered(store, "states", "kazakhstan", earlier)) == [("security-council-secretary", None, "a")]
    assert unfilled(answered(store, "states", "kazakhstan", WhoAsked(DAY))) == []


def test_whoever_filled_a_seat_in_place_of_its_office_is_its_holder() -> None:
    minister = official("a", post("minister", start="2010-01-01", end="2014-01-01"))
    general = official("b", post("general", start="2014-02-01", end="2021-01-01", in_place_of="minister"))
    offices = [office("minister", body="cdm", order=4), office("general", body=None, order=16)]
    store = make_store(officials=[minister, general], offices=offices, bodies=[body("cdm")], meetings=[], documents=[])
    whole = answered(store, "states", "kazakhstan", WhoAsked(DAY))
    assert (people(whole), whole.unfilled) == ([("b", "yes")], ())
    narrowed = WhoAsked(DAY, offices=frozenset({"minister"}))
    asked = [("states", "kazakhstan", narrowed), ("offices", "minister", WhoAsked(DAY)), ("bodies", "cdm", WhoAsked(DAY))]
    assert [people(answered(store, *one)) for one in asked] == [[("b", "yes")]] * 3
    gap = WhoAsked(asked_days("2014-01-15", None))  # type: ignore[arg-type]
    assert unfilled(answered(store, "states", "kazakhstan", gap)) == [("minister", "a", "b")]


def test_a_possible_holder_is_shown_within_five_years_of_the_day_and_counted_beyond() -> None:
    seen = [{"date": "2010-01-01", "source": "odkb-page"}]
    store = make_store(officials=[official("a", post(start=None, end=None, status="unknown", attested=seen))], meetings=[], documents=[])

    def shown(day: str) -> tuple[list[tuple[str, str | None]], int]:
        item = answered(store, "states", "kazakhstan", WhoAsked(asked_days(day, None)))  # type: ignore[arg-type]
        return people(item), len(item.unshown)

    assert shown("2014-12-31") == ([("a", "possibly")], 0)
    assert shown("2015-06-01") == ([], 1)
    store = make_store(officials=[official("a", post(start="2010", end=None, status="ended"))], meetings=[], documents=[])
    assert [shown(day) for day in ("2010-12-31", "2015-12-31", "2016-06-01")] == [([("a", "possibly")], 0)] * 2 + [([], 1)]


def test_a_possible_holder_in_an_office_of_several_that_sits_in_a_body_is_shown() -> None:
    seen = [{"date": "2018-05-20", "source": "odkb-page"}]
    vague = post("speaker", start=None, end=None, status="unknown", attested=seen)
    offices = [office("speaker", body="council", seats="several"), office("deputy", body=None, seats="several")]
    deputy = official("b", {**vague, "office": "deputy"})
    bodies = [body("csto"), body("council")]
    store = make_store(officials=[official("a", vague), deputy], offices=offices, bodies=bodies, meetings=[], documents=[])
    item = answered(store, "states", "kazakhstan", WhoAsked(DAY))
    assert (people(item), len(item.unshown)) == ([("a", "possibly")], 1)


def test_a_gap_between_chairs_is_no_no() -> None:
    store = full()
    assert answered(store, "states", "armenia", WhoAsked(DAY)).chair_known
    assert not answered(store, "states", "armenia", WhoAsked(asked_days("2017-06-01", None))).chair_known  # type: ignore[arg-type]
    store.table("chairmanships")[0]["end"] = "2018-05-24~"
    assert not answered(store, "states", "armenia", WhoAsked(DAY)).chair_known


def test_a_seat_taken_in_a_caretakers_role_is_an_acting_one() -> None:
    posts = (post(start="2016-01-01", end="2018-03-01"), post(start="2018-03-02", end="2019-01-01", acting=True))
    early = meeting("minsk-2017-06-cssc", date="2017-06-01", attendees=[seat("a")], chair=None)
    store = make_store(officials=[official("a", *posts)], meetings=[early, meeting(attendees=[seat("a")], chair=None)])
    assert [(found.meeting["id"], found.acting) for found in answered(store, "officials", "a").seats] == [
        ("minsk-2017-06-cssc", False),
        ("astana-2018-05-cssc", True),
    ]


def test_possible_holders_of_an_office_whom_no_source_shows_near_the_day_are_counted() -> None:
    late = official("late", post(start=None, end=None, status="unknown", attested=[{"date": "2018-05-24", "source": "odkb-page"}]))
    store = make_store(officials=[late])
    shown = [answered(store, "offices", "security-council-secretary", WhoAsked(period=asked_days(year, None))) for year in ("2005", "2017")]  # type: ignore[arg-type]
    assert [(people(item), len(item.unshown)) for item in shown] == [([], 1), ([("late", "possibly")], 0)]


def vacant(item: Portrait) -> list[tuple[str, str, str | None]]:
    """The vacancies of an answer: whose, of which office, how sure."""
    return [(found.state, found.office, found.certainty) for found in item.vacancies]


def test_a_vacancy_is_told_of_its_state_and_its_office_and_of_no_other() -> None:
    secretary, minister = "security-council-secretary", "foreign-minister"
    states = [state(vacancies=[vacancy(), vacancy(minister)]), state("belarus", vacancies=[vacancy()])]
    store = make_store(states=states, officials=[official()], offices=[office(), office(minister, body="cfm")])
    day = WhoAsked(asked_days("2019-06-01", None))  # type: ignore[arg-type]
    own, other = ("kazakhstan", secretary, "yes"), ("belarus", secretary, "yes")
    assert vacant(answered(store, "states", "kazakhstan", day)) == [own, ("kazakhstan", minister, "yes")]
    assert vacant(answered(store, "states", "kazakhstan", day._replace(offices=frozenset({secretary})))) == [own]
    assert vacant(answered(store, "offices", secretary, day)) == [own, other]
    assert vacant(answered(store, "offices", secretary, day._replace(states=frozenset({"belarus"})))) == [other]
    within = Match("offices", store.get(secretary) or {}, "id", secretary, "belarus")
    assert vacant(portrait(store, within, day)) == [other]
    assert vacant(answered(store, "officials", "nurlan-yermekbayev", day)) == []
    assert vacant(answered(store, "states", "belarus")) == []
    assert vacant(answered(store, "offices", secretary)) == [("kazakhstan", secretary, None), ("belarus", secretary, None)]


def test_certain_leaves_out_every_possible_part() -> None:
    tie, chair = membership(start="2018"), chairmanship(start="2018", end="2019")
    store = make_store(states=[state(memberships=[tie])], chairmanships=[chair], officials=[official("a", post(start="2018", end="2019"))])
    found = answered(store, "states", "kazakhstan", WhoAsked(DAY))
    assert [[sure for _, sure in parts] for parts in (found.held, found.memberships, found.chairmanships)] == [["possibly"]] * 3
    certain = answered(store, "states", "kazakhstan", WhoAsked(DAY, certain=True))
    assert (certain.held, certain.memberships, certain.chairmanships) == ([], [], [])


def test_of_a_portrait_narrowed_to_seats_only_the_seats_are_left() -> None:
    found = answered(make_store(), "states", "kazakhstan", WhoAsked(DAY, meetings=("astana-2018-05-cssc",)))
    assert all((found.held, found.memberships, found.chairmanships, found.seats, found.period))
    assert only_seats(found) == Portrait(found.match, "state", None, [], [], [], found.seats, seated=True)


def test_the_meetings_of_some_days_are_those_that_can_have_been_held_then() -> None:
    later = meeting("minsk-2018-06-csc", date="2018-06")
    astana = meeting(date="2018-05-24", end_date="2018-05-25")
    store = make_store(meetings=[astana, later])
    named = ("minsk-2018-06-csc", "astana-2018-05-cssc", "gone")
    found = [in_days(store, named, asked_days(day, None)) for day in ("2018", "2018-05-25", "2018-06-15", "2018-07")]  # type: ignore[arg-type]
    assert found == [("minsk-2018-06-csc", "astana-2018-05-cssc"), ("astana-2018-05-cssc",), ("minsk-2018-06-csc",), ()]
