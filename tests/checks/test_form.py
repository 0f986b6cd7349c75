"""Each check of form catches a record made wrong, and passes one that is right."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.checks import form
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import SOURCE, document, event, make_store, meeting, official, post, seat, source, topic


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in form.CHECKS for found in check(store)] == []


@pytest.mark.parametrize(
    ("record", "field", "words"),
    [
        (topic("Bad Id"), "id", "expected lower-case words joined by hyphens"),
        (topic(colour="red"), "", "Object contains unknown field `colour`"),
        (topic(name=None), "", "Object missing required field `name`"),
        (topic(name={"en": " x"}), "name.en", "expected text without blanks at its ends, on one line"),
        (topic(name={"en": ""}), "name.en", "expected text without blanks at its ends, on one line"),
        (topic(sources=[]), "sources", "Expected `array` of length >= 1"),
        (topic(sources=[1]), "sources[0]", "Expected `str`, got `int`"),
    ],
)
def test_right_types(record: Record, field: str, words: str) -> None:
    assert list(form.right_types(make_store(topics=[record]))) == [problem("topics", record["id"], field, words)]


def test_a_word_outside_a_vocabulary_is_answered_with_the_vocabulary() -> None:
    store = make_store(meetings=[meeting(attendees=[seat(role="boss")])])
    words = "Invalid enum value 'boss'; expected one of: chair, member, secretary-general, guest"
    assert list(form.right_types(store)) == [problem("meetings", "astana-2018-05-cssc", "attendees[0].role", words)]


def test_a_date_of_another_form_is_answered_with_the_form() -> None:
    words = "expected YYYY, YYYY-MM or YYYY-MM-DD, then ~ (about) or ? (uncertain)"
    found = list(form.right_types(make_store(meetings=[meeting(date="24.05.2018")])))
    assert found == [problem("meetings", "astana-2018-05-cssc", "date", words)]


def test_ids_are_unique_in_the_whole_store_former_ones_too() -> None:
    topics = [topic("csto"), topic("a", former_ids=["b", "kazakhstan"]), topic("c", former_ids=["b"])]
    assert list(form.unique_ids(make_store(topics=topics))) == [
        problem("topics", "csto", "id", "the id stands in bodies too"),
        problem("topics", "a", "former_ids[1]", "'kazakhstan' is taken in states"),
        problem("topics", "c", "former_ids[0]", "'b' is taken in topics"),
    ]


@pytest.mark.parametrize(
    ("tables", "table", "record_id", "field", "words"),
    [
        ({"documents": [document(topics=["cheese"])]}, "documents", "action-plan-2018", "topics[0]", "no record 'cheese'"),
        ({"documents": [document(topics=["csto"])]}, "documents", "action-plan-2018", "topics[0]", "'csto' is in bodies, not in topics"),
        ({"documents": [document(events=[event("x")])]}, "documents", "action-plan-2018", "events[0].meeting", "no record 'x'"),
        ({"meetings": [meeting(attendees=[seat("x")])]}, "meetings", "astana-2018-05-cssc", "attendees[0].person", "no record 'x'"),
        ({"meetings": [meeting(sources=[SOURCE, "x"])]}, "meetings", "astana-2018-05-cssc", "sources[1]", "no record 'x'"),
        (
            {"officials": [official("nurlan-yermekbayev", post(attested=[{"date": "2017", "source": "x"}]))]},
            "officials",
            "nurlan-yermekbayev",
            "posts[0].attested[0].source",
            "no record 'x'",
        ),
        (
            {"topics": [topic("new", former_ids=["old"])], "documents": [document(topics=["old"])]},
            "documents",
            "action-plan-2018",
            "topics[0]",
            "'old' is now 'new'",
        ),
    ],
)
def test_known_references(tables: dict[str, Any], table: str, record_id: str, field: str, words: str) -> None:
    assert list(form.known_references(make_store(**tables))) == [problem(table, record_id, field, words)]


def test_sources_of_disputes_are_references_too() -> None:
    dispute = {"field": "date", "value": "2018-05-24", "sources": ["x"], "reason": "r"}
    found = list(form.known_references(make_store(meetings=[meeting(disputes=[dispute])])))
    assert found == [problem("meetings", "astana-2018-05-cssc", "disputes[0].sources[0]", "no record 'x'")]


def test_nothing_is_named_twice_in_a_list() -> None:
    found = list(form.no_doubles(make_store(meetings=[meeting(sources=[SOURCE, SOURCE])])))
    assert found == [problem("meetings", "astana-2018-05-cssc", "sources", f"{SOURCE!r} is named twice")]


SEEN = {"date": "2018-05-24", "source": SOURCE}


@pytest.mark.parametrize(
    ("changed", "field", "first"),
    [
        ({"meetings": [meeting(attendees=[seat(), seat("other"), seat()])]}, "attendees[2]", 0),
        ({"meetings": [meeting(agenda=["One", "Two", "Two"])]}, "agenda[2]", 1),
        ({"officials": [official("one-man", post(), post())]}, "posts[1]", 0),
        ({"officials": [official("one-man", post(attested=[SEEN, SEEN]))]}, "posts[0].attested[1]", 0),
        ({"documents": [document(events=[event(), event()])]}, "events[1]", 0),
        ({"documents": [document(events=[event(), event(action="approved")])]}, None, 0),
    ],
)
def test_no_part_of_a_record_stands_twice_in_a_list(changed: dict[str, list[Record]], field: str | None, first: int) -> None:
    found = [(one.table, one.field, one.problem) for one in form.no_part_twice(make_store(**changed))]
    assert found == ([(next(iter(changed)), field, f"the same as [{first}]")] if field else [])


@pytest.mark.parametrize("stored", ["2018-02-29", "2018-02-30", "2018-13", "2018-04-31", "2018-00", "0000", "2018-05-24\n"])
def test_days_are_days_of_the_calendar(stored: str) -> None:
    found = list(form.real_days(make_store(meetings=[meeting(date=stored)])))
    assert found == [problem("meetings", "astana-2018-05-cssc", "date", f"{stored!r} is not a date that exists")]


@pytest.mark.parametrize("stored", ["2016-02-29", "2018-05", "2018", "2018-05-24?", "1992~"])
def test_real_days_pass(stored: str) -> None:
    assert list(form.real_days(make_store(meetings=[meeting(date=stored)]))) == []


@pytest.mark.parametrize(
    ("start", "end", "wrong"), [("2018-05-24", "2018-05-23", True), ("2018-05", "2018-05-01", False), ("2018-06", "2018-05", True)]
)
def test_nothing_ends_before_it_begins(start: str, end: str, wrong: bool) -> None:
    store = make_store(meetings=[meeting(date=start, end_date=end)], officials=[official("a", post(start=start, end=end))])
    expected = [
        problem("officials", "a", "posts[0].end", f"{end} lies before start {start}"),
        problem("meetings", "astana-2018-05-cssc", "end_date", f"{end} lies before date {start}"),
    ]
    assert sorted(form.ends_after_starts(store)) == (sorted(expected) if wrong else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("=1+1", "begins with '=', which a spreadsheet takes for a formula"),
        ("+7", "begins with '+', which a spreadsheet takes for a formula"),
        ("-x", "begins with '-', which a spreadsheet takes for a formula"),
        ("@x", "begins with '@', which a spreadsheet takes for a formula"),
        ("Су" + "и\u0306" + "с", "is not in Unicode's composed form (NFC)"),
        ("a\tb", "has invisible characters: U+0009"),
        ("a\x1b[31m", "has invisible characters: U+001B"),
        ("a\u202eb", "has invisible characters: U+202E"),
        ("a\u200bb\u2028", "has invisible characters: U+200B, U+2028"),
    ],
)
def test_clean_text(text: str, words: str) -> None:
    found = list(form.clean_text(make_store(meetings=[meeting(agenda=["fine", text])])))
    assert found == [problem("meetings", "astana-2018-05-cssc", "agenda[1]", words)]


@pytest.mark.parametrize("text", ["Сейфуллин", "a - b", "می\u200cخواهم", "1 = 1", "Қаҳҳоров"])
def test_clean_text_passes(text: str) -> None:
    assert list(form.clean_text(make_store(meetings=[meeting(agenda=[text])]))) == []


def test_a_source_can_be_found() -> None:
    store = make_store(sources=[source("a", url=None), source("b", url=None, reference="A book, 1992")])
    assert list(form.sources_can_be_found(store)) == [problem("sources", "a", "url", "neither an address nor a reference")]


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("date", False), ("place.en", False), ("attendees", False), ("attendees.2.person", False), ("attendees[2].person", False),
     ("dates", True), ("place.fr", True), ("date.en", True), ("posts.start", True)],
)  # fmt: skip
def test_a_dispute_names_a_field_of_its_record(field: str, wrong: bool) -> None:
    dispute = {"field": field, "value": "x", "sources": [SOURCE], "reason": "r"}
    expected = [problem("meetings", "astana-2018-05-cssc", "disputes[0].field", f"no field {field!r} there")]
    assert list(form.disputes_of_own_fields(make_store(meetings=[meeting(disputes=[dispute])]))) == (expected if wrong else [])


@pytest.mark.parametrize("value", [None, 3, "x", [3], {"x": 1}])
@pytest.mark.parametrize(
    "field", ["date", "bodies", "attendees", "place", "sources", "disputes", "former_ids", "chair", "documents_reported"]
)
def test_checks_of_form_take_any_shape_and_report_it(field: str, value: Any) -> None:
    store = make_store(meetings=[{**meeting(), field: value}])
    found = [item for check in form.CHECKS for item in check(store)]
    assert found
