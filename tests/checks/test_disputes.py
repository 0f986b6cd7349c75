"""Each check of disputes catches what is wrong, and passes what is right."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import disputes
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, body, chairmanship, document, exercise, make_store, meeting, official, post, seat


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def given(field: str, *values: Any) -> list[Record]:
    return [{"field": field, "value": value, "sources": [SOURCE], "reason": "two sources"} for value in values]


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in disputes.CHECKS for found in check(store)] == []


def test_the_plain_value_is_among_the_disputed_ones() -> None:
    record = meeting(disputes=given("date", "2018-05-22", "2018-05-23"))
    assert list(disputes.disputes_hold_the_plain_value(make_store(meetings=[record]))) == [
        problem("meetings", "astana-2018-05-cssc", "date", "'2018-05-24' is not among the disputed values ['2018-05-22', '2018-05-23']")
    ]


def test_a_dispute_inside_a_post() -> None:
    record = official("a", post(disputes=given("start", "2017", "2018")))
    assert list(disputes.disputes_hold_the_plain_value(make_store(officials=[record]))) == [
        problem("officials", "a", "posts[0].start", "'2016-12-28' is not among the disputed values ['2017', '2018']")
    ]


REPORTED = {"count": 11, "qualifier": "exactly", "sources": [SOURCE]}


@pytest.mark.parametrize(
    "changed",
    [
        {"date": "2018-05-24?", "disputes": given("date", "2018-05-24", "2018-05-25")},
        {"disputes": given("end_date", "2018-05-24", "2018-05-25")},
        {"disputes": given("place.en", "Astana", "Minsk")},
        {"disputes": given("place", "Astana", "Minsk")},
        {"disputes": given("attendees", "all six", "five")},
        {"disputes": given("bodies", ["cssc"], ["csc"])},
        {"bodies": ["cssc", "cfm"], "disputes": given("bodies", ["cfm", "cssc"], ["csc"])},
        {"documents_reported": REPORTED, "disputes": given("documents_reported.count", 11, 12)},
        {"documents_reported": REPORTED, "disputes": given("documents_reported", 11, 12)},
        {"attendees": [seat()], "disputes": given("attendees.0.person", "nurlan-yermekbayev", "x")},
    ],
)
def test_disputes_that_hold_the_plain_value(changed: dict[str, Any]) -> None:
    assert list(disputes.disputes_hold_the_plain_value(make_store(meetings=[meeting(**changed)]))) == []


@pytest.mark.parametrize(
    ("field", "values"),
    [("place", ["Minsk", "Yerevan"]), ("bodies", [["csc"], ["cfm"]]), ("attendees.0.person", ["a", "b"]), ("country", ["a", 3])],
)
def test_disputes_that_do_not(field: str, values: list[Any]) -> None:
    found = list(disputes.disputes_hold_the_plain_value(make_store(meetings=[meeting(disputes=given(field, *values))])))
    assert [item.field for item in found] == [field]


def test_a_dispute_has_two_values() -> None:
    record = meeting(disputes=[*given("date", "2018-05-24"), *given("chair", "a", "b")])
    assert list(disputes.disputes_have_two_values(make_store(meetings=[record]))) == [
        problem("meetings", "astana-2018-05-cssc", "disputes", "date has one disputed value; a dispute holds all of them")
    ]


@pytest.mark.parametrize(
    ("field", "values", "words"),
    [
        ("date", ["2018-05-24", "2018-05-24"], "date: every disputed value is '2018-05-24'; nobody disagrees"),
        ("bodies", [["cssc", "cfm"], ["cfm", "cssc"]], "bodies: every disputed value is ['cssc', 'cfm']; nobody disagrees"),
        ("documents_reported.count", [11, 11, 11], "documents_reported.count: every disputed value is 11; nobody disagrees"),
        ("date", ["2018-05-24", "2018-05-24", "2018-05-25"], None),
        ("date", ["2018-05-24", "2018-05-24?"], None),
        ("bodies", [["cssc"], ["cssc", "cfm"]], None),
        ("bodies", [["cssc"], "all"], None),
        ("documents_reported.count", [11, "about 11"], None),
    ],
)
def test_two_values_of_a_dispute_differ(field: str, values: list[Any], words: str | None) -> None:
    expected = [problem("meetings", "astana-2018-05-cssc", "disputes", words)] if words else []
    assert list(disputes.disputes_have_two_values(make_store(meetings=[meeting(disputes=given(field, *values))]))) == expected


def test_values_of_two_parts_are_not_held_together() -> None:
    record = official("a", post(disputes=given("start", "2016-12-28", "2017")), post(disputes=given("start", "2016-12-28", "2016-12-28")))
    assert list(disputes.disputes_have_two_values(make_store(officials=[record]))) == [
        problem("officials", "a", "posts[1].disputes", "start: every disputed value is '2016-12-28'; nobody disagrees")
    ]


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (["Preferred: agency on the day", "Press"], None),
        (["Agency on the day", "Press"], "date: one reason begins 'Preferred: ', not 0"),
        (["Preferred: agency on the day", "Preferred: press"], "date: one reason begins 'Preferred: ', not 2"),
        (["Agency on the day", "Preferred: press"], "date: '2018-05-23' is preferred and '2018-05-24' stands"),
    ],
)
def test_a_dispute_says_which_value_is_preferred(reasons: list[str], said: str | None) -> None:
    values = [{**one, "reason": reason} for one, reason in zip(given("date", "2018-05-24", "2018-05-23"), reasons, strict=True)]
    found = list(disputes.disputes_say_what_is_preferred(make_store(meetings=[meeting(disputes=values)])))
    assert found == ([problem("meetings", "astana-2018-05-cssc", "disputes", said)] if said else [])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2016-02-30", "'2016-02-30' is not a date that exists"),
        ("2016-13-45", "'2016-13-45' is not a date that exists"),
        ("2014-13-25", "'2014-13-25' is not a date that exists"),
        ("2016-13", "'2016-13' is not a date that exists"),
        ("2016-02-30~", "'2016-02-30~' is not a date that exists"),
        ("0000", "'0000' is not a date that exists"),
        ("2016-2-3", "'2016-2-3' is not a date that exists"),
        ("24.11.2016", "'24.11.2016' is not a date that exists"),
        ("2016-11-24/20", "'2016-11-24/20' runs backwards"),
        ("2016-11-30/31", "'2016-11-30/31' is not a date that exists"),
        ("2016-11-24/2016-11-25", "'2016-11-24/2016-11-25' is not a date that exists"),
        (2016, "2016 is neither a date nor words"),
        (["2016-11-24", "2016-11-25"], "['2016-11-24', '2016-11-25'] is neither a date nor words"),
        ("2016-02-29", None),
        ("2016-11", None),
        ("2016", None),
        ("2016-11-24?", None),
        ("2016~", None),
        ("2016-11-24/25", None),
        ("after August 2015", None),
        ("2016 or 2017", None),
    ],
)
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_disputed_date_exists_or_is_words(field: str, value: Any, words: str | None) -> None:
    record = official("a", post(disputes=given(field, "2016-12-28", value)))
    expected = [problem("officials", "a", "posts[0].disputes[1].value", words)] if words else []
    assert list(disputes.disputed_dates_exist(make_store(officials=[record]))) == expected


@pytest.mark.parametrize(
    ("tables", "table", "record_id"),
    [
        ({"meetings": [meeting(disputes=given("date", 2018))]}, "meetings", "astana-2018-05-cssc"),
        ({"meetings": [meeting(disputes=given("end_date", 2018))]}, "meetings", "astana-2018-05-cssc"),
        ({"documents": [document(disputes=given("in_force", 2018))]}, "documents", "action-plan-2018"),
        ({"documents": [document(disputes=given("events.0.date", 2018))]}, "documents", "action-plan-2018"),
        ({"bodies": [body("csto", disputes=given("founded", 2002))]}, "bodies", "csto"),
        ({"officials": [official("a", disputes=given("posts[0].start", 2018))]}, "officials", "a"),
    ],
)
def test_every_date_field_is_one(tables: dict[str, Any], table: str, record_id: str) -> None:
    found = list(disputes.disputed_dates_exist(make_store(**tables)))
    assert [(item.table, item.id, item.field) for item in found] == [(table, record_id, "disputes[0].value")]


@pytest.mark.parametrize(("field", "value"), [("documents_reported.count", 11), ("place.en", "2016-02-30"), ("no_such_field", 2018)])
def test_what_is_no_date_field_is_not_read_as_one(field: str, value: Any) -> None:
    record = meeting(disputes=given(field, value))
    assert list(disputes.disputed_dates_exist(make_store(meetings=[record]))) == []


@pytest.mark.parametrize(
    ("field", "value", "where", "words"),
    [
        ("chair", "nobody", "disputes[1].value", "no record 'nobody'"),
        ("chair", "Yermekbayev", "disputes[1].value", "no record 'Yermekbayev'"),
        ("chair", "kazakhstan", "disputes[1].value", "'kazakhstan' is in states, not in officials"),
        ("attendees.0.person", "nobody", "disputes[1].value", "no record 'nobody'"),
        ("attendees[0].state", "atlantis", "disputes[1].value", "no record 'atlantis'"),
        ("country", "Kazakhstan", "disputes[1].value", "no record 'Kazakhstan'"),
        ("previous", "minsk-2017-11-csc", "disputes[1].value", "no record 'minsk-2017-11-csc'"),
        ("bodies", ["cssc", "cheese"], "disputes[1].value[1]", "no record 'cheese'"),
        ("chair", "nurlan-yermekbayev", "", None),
        ("chair", "the president of Kazakhstan", "", None),
        ("bodies", ["cssc", "csto"], "", None),
        ("bodies", "all of them", "", None),
        ("attendees", ["armenia"], "", None),
        ("place.en", "Minsk", "", None),
        ("status", "nobody", "", None),
    ],
)
def test_a_disputed_reference_hits_a_record_or_is_words(field: str, value: Any, where: str, words: str | None) -> None:
    record = meeting(disputes=given(field, 3, value))
    expected = [problem("meetings", "astana-2018-05-cssc", where, words)] if words else []
    assert list(disputes.disputed_references_hit(make_store(meetings=[record]))) == expected


@pytest.mark.parametrize(
    ("tables", "table", "record_id", "where"),
    [
        ({"exercises": [exercise(disputes=given("host", "nobody"))]}, "exercises", "rubezh-2018", "disputes[0].value"),
        ({"documents": [document(disputes=given("parties", ["nobody"]))]}, "documents", "action-plan-2018", "disputes[0].value[0]"),
        (
            {"chairmanships": [chairmanship(disputes=given("state", "nobody"))]},
            "chairmanships",
            "chairmanship-kazakhstan-2018",
            "disputes[0].value",
        ),
        ({"officials": [official("a", post(disputes=given("office", "nobody")))]}, "officials", "a", "posts[0].disputes[0].value"),
    ],
)
def test_every_reference_is_one(tables: dict[str, Any], table: str, record_id: str, where: str) -> None:
    assert list(disputes.disputed_references_hit(make_store(**tables))) == [problem(table, record_id, where, "no record 'nobody'")]
