"""Seats with nobody in them: what stood empty and what is only not known, in words and as far as it is sure."""

from __future__ import annotations

import pytest

from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.names.lookup import Match
from csto_cli.queries.who import Portrait, WhoAsked, portrait
from csto_cli.store import Store
from csto_cli.views.empty_seats import empty_seats, none_note, rows_note
from csto_cli.views.portraits import json_of
from csto_cli.views.text import Reader
from tests.factories import disputed, make_store, official, post, state, vacancy

TODAY = asked_days("2020-12-31", None).first  # type: ignore[arg-type]
OFFICE = "security-council-secretary"


def about(
    store: Store,
    day: str,
    table: str = "states",
    record_id: str = "kazakhstan",
    offices: frozenset[str] | None = None,
    certain: bool = False,
) -> Portrait:
    """What `who` finds of a record on a day."""
    asked = WhoAsked(asked_days(day, TODAY), offices=offices, certain=certain)
    return portrait(store, Match(table, store.get(record_id) or {}, "id", record_id), asked)


def empty(*officials: Record, **changed: object) -> Store:
    """Kazakhstan, whose secretary left on 2018-12-26, with the vacancy after him changed so."""
    return make_store(states=[state(vacancies=[vacancy(**changed)])], officials=[official(), *officials], meetings=[], documents=[])


@pytest.mark.parametrize(
    ("changed", "day", "said"),
    [
        ({}, "2019-06-01", "2018-12-26 to 2020-03-01"),
        ({"end": "2020-03"}, "2020-03-15", "2018-12-26 to 2020-03, possibly"),
        ({"end": None}, "2019-06-01", "from 2018-12-26, possibly"),
        ({"start": None, "end": None}, "2019-06-01", "possibly"),
        ({"disputes": disputed("end", "2020-03-01", "2020-06-01")}, "2019-06-01", "2018-12-26 to 2020-03-01, sources disagree"),
        ({"disputes": disputed("end", "2020-03-01", "2020-06-01")}, "2020-05-01", "2018-12-26 to 2020-03-01, possibly, sources disagree"),
    ],
)
def test_a_vacancy_is_told_with_its_days_and_how_sure_they_are(changed: dict[str, object], day: str, said: str) -> None:
    store = empty(**changed)
    lines = empty_seats(Reader(store), about(store, day))
    after = "after Nurlan Yermekbayev (2016-12-28 to 2018-12-26)"
    assert lines == [("vacant", f"Security council secretary, {said}; {after}")]


def test_a_vacancy_has_its_note_and_the_marks_of_its_sources() -> None:
    store = empty(note="A deputy acted.")
    assert empty_seats(Reader(store, cites="marks"), about(store, "2019-06-01"))[0][1].endswith(
        "[1]; after Nurlan Yermekbayev (2016-12-28 to 2018-12-26); A deputy acted"
    )


def test_a_seat_without_a_vacancy_is_one_in_which_nobody_is_known() -> None:
    store = empty()
    lines = empty_seats(Reader(store), about(store, "2020-06-01"))
    assert lines == [
        ("nobody known", "Security council secretary: no known holder on that day; after Nurlan Yermekbayev (2016-12-28 to 2018-12-26)")
    ]


def test_a_seat_whose_possible_holder_is_left_out_is_one_without_a_certain_holder() -> None:
    coarse = official(posts=[post(start="2018", end="2019")])
    store = make_store(officials=[coarse], meetings=[], documents=[])
    sides = "before Nurlan Yermekbayev (2018 to 2019)"
    item = about(store, "2018-05-24", certain=True)
    assert empty_seats(Reader(store), item) == [("nobody certain", f"Security council secretary: no certain holder on that day; {sides}")]
    assert rows_note(Reader(store), item) == "kazakhstan: nobody certain: Security council secretary"
    assert [json_of(Reader(store), item, False)[key] for key in ("vacant", "nobody_known")] == [[OFFICE], []]
    assert empty_seats(Reader(store), about(store, "2018-05-24")) == []


def test_that_there_was_nobody_is_said_only_where_all_that_was_asked_about_surely_stood_empty() -> None:
    store = empty()
    caveat = "no office-holder in the record for what was asked; that does not say there was none"
    when = "2018-12-26 to 2020-03-01"

    def note(of: Store, day: str, *asked: str, offices: frozenset[str] | None = None) -> str:
        return none_note(Reader(of), about(of, day, *asked, offices=offices))

    sure = f"security-council-secretary: no office-holder then; vacant: Kazakhstan, {when}"
    assert note(store, "2019-06-01", "offices", OFFICE) == sure
    only = frozenset({OFFICE})
    assert note(store, "2019-06-01", offices=only) == f"kazakhstan: no office-holder then; vacant: Security council secretary, {when}"
    assert note(store, "2019-06-01") == f"kazakhstan: {caveat}; vacant: Security council secretary, {when}"
    assert note(store, "2019-06-01..2020-12-01", "offices", OFFICE) == f"{OFFICE}: {caveat}; vacant: Kazakhstan, {when}"
    assert note(store, "2020-06-01", "offices", OFFICE) == f"{OFFICE}: {caveat}; nobody known: Kazakhstan"
    open_ended = empty(end=None)
    assert note(open_ended, "2019-06-01", "offices", OFFICE) == f"{OFFICE}: {caveat}; vacant: Kazakhstan, from 2018-12-26, possibly"
    two = make_store(states=[*store.table("states"), state("belarus")], officials=[official()], meetings=[], documents=[])
    assert note(two, "2019-06-01", "offices", OFFICE) == f"{OFFICE}: {caveat}; vacant: Kazakhstan, {when}; nobody known: Belarus"
    acting = empty(official("deputy", post(start=None, end=None, acting=True)))
    assert note(acting, "2019-06-01", "offices", OFFICE) == f"{OFFICE}: {caveat}; vacant: Kazakhstan, {when}"


def test_json_has_vacancies_with_whose_they_are_apart_from_seats_in_which_nobody_is_known() -> None:
    store = empty()
    vacancies = [{"state": "kazakhstan", **vacancy(), "certainty": "yes"}]
    told = json_of(Reader(store), about(store, "2019-06-01"), expand=False)
    assert (told["vacant"], told["nobody_known"], told["vacancies"]) == ([OFFICE], [], vacancies)
    told = json_of(Reader(store), about(store, "2020-06-01"), expand=False)
    assert (told["vacant"], told["nobody_known"], "vacancies" in told) == ([OFFICE], [OFFICE], False)


def test_where_every_seat_has_somebody_there_is_nothing_to_say() -> None:
    store = empty()
    assert rows_note(Reader(store), about(store, "2018-05-24")) is None


def test_two_vacancies_of_one_office_are_both_told() -> None:
    twice = [vacancy(), vacancy(start="2016-01-01", end="2016-12-28")]
    store = make_store(states=[state(vacancies=twice)], officials=[official()], meetings=[], documents=[])
    told = f"{OFFICE}: vacant: Kazakhstan, 2018-12-26 to 2020-03-01; Kazakhstan, 2016-01-01 to 2016-12-28"
    assert rows_note(Reader(store), about(store, "2016..2019", "offices", OFFICE)) == told


def test_who_can_have_held_a_seat_on_days_that_no_source_tells_is_named_beside_it() -> None:
    store = empty(official("undated", post(start=None, end=None, note="In office for 3 years.")), start="2030-01-01", end="2031-01-01")
    for table, record_id in (("states", "kazakhstan"), ("offices", OFFICE), ("bodies", "cssc")):
        told = about(store, "2020-06-01", table, record_id)
        [(what, line)] = empty_seats(Reader(store), told)
        assert (what, line.rpartition("; ")[2]) == ("nobody known", "possibly Undated (In office for 3 years)"), table
        assert [item["person"] for item in json_of(Reader(store), told, expand=False)["also_possible"]] == ["undated"], table


def test_of_a_person_without_an_office_then_it_is_said_which_he_held_before_and_after() -> None:
    store = empty(official("b", post(start="2012-01-01", end="2012-12-31"), post("foreign-minister", start="2015-01-01")))
    note = none_note(Reader(store), about(store, "2014-01-01", "officials", "b"))
    assert note == (
        "b: no office in the record for what was asked; that does not say there was none; "
        "after Security council secretary (2012-01-01 to 2012-12-31), before foreign-minister (2015-01-01 to 2018-12-26)"
    )
