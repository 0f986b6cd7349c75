"""Values as text."""

from __future__ import annotations

from typing import Any

import pytest

from csto_cli.views.text import Reader, at_path, count, documents_line, flat, seen, source_line, span
from tests.factories import chairmanship, document, event, exercise, make_store, meeting, source


@pytest.mark.parametrize(
    ("start", "end", "current", "text"),
    [
        ("2016", "2018", False, "2016 to 2018"), ("2018-05-24", "2018-05-24", False, "2018-05-24"), ("2016", None, True, "since 2016"),
        ("2016", None, False, "from 2016"), (None, "2018", False, "until 2018"), (None, None, True, ""),
    ],
)  # fmt: skip
def test_spans(start: str | None, end: str | None, current: bool, text: str) -> None:
    assert span(start, end, current) == text


def test_where_a_thing_was_is_the_place_and_the_country_in_the_language_of_the_reader() -> None:
    store = make_store()
    assert Reader(store).where(meeting()) == "Astana, Kazakhstan"
    assert Reader(store, "ru").where(meeting()) == "Астана, Kazakhstan"
    assert [Reader(store).where(made) for made in (exercise(), meeting(country=None), exercise(host=None))] == ["Kazakhstan", "Astana", ""]


@pytest.mark.parametrize(
    ("attested", "text"),
    [
        ([], ""),
        (["2012-08-28"], "seen in office 2012-08-28"),
        (["2012-08", "2013", "2014-05-24?"], "seen in office 2012-08 to 2014-05-24?"),
        (["2022-04", "2022-04-14?"], "seen in office 2022-04 (2022-04-14?)"),
    ],
)
def test_when_somebody_was_seen(attested: list[str], text: str) -> None:
    assert seen(attested) == text


def test_a_count_is_never_without_its_qualifier() -> None:
    assert [count({"count": 2000, "qualifier": word}) for word in ("exactly", "about", "more-than", "up-to")] == [
        "2,000", "about 2,000", "more than 2,000", "up to 2,000",
    ]  # fmt: skip


def test_documents_named_of_reported_do_not_count_those_only_expected() -> None:
    reported = {"count": 11, "qualifier": "exactly", "sources": ["odkb-page"]}
    astana = meeting(documents_reported=reported)
    store = make_store(meetings=[astana], documents=[document(), document("expected-2018", events=[event(action="expected")])])
    assert documents_line(store, astana) == "1 of 11 named"
    assert documents_line(store, meeting()) == "1 named"
    assert documents_line(make_store(documents=[]), meeting()) == ""
    none = meeting(documents_reported={"count": 0, "qualifier": "exactly", "sources": ["odkb-page"]})
    assert documents_line(make_store(meetings=[none], documents=[]), none) == "0 reported"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "astana-2018-05-cssc"), ("name.en", "Meeting of the Committee of Secretaries, Astana"),
        ("attendees.person", ["nurlan-yermekbayev"]), ("people.post", ["first", None]), ("people.end", None),
        ("attendees.presence", None), ("name.fr", None), ("id.en", None), ("nothing", None),
    ],
)  # fmt: skip
def test_dotted_paths_reach_through_objects_and_lists(path: str, value: Any) -> None:
    assert at_path(meeting() | {"people": [{"post": "first"}, {"name": "second"}]}, path) == value


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "true"), (False, "false"), (3, "3"), (["a", "b"], "a; b"), ({"en": "x", "n": [1]}, "en=x, n=1")]
)
def test_any_value_is_one_cell(value: Any, text: str) -> None:
    assert flat(value) == text


def test_footnotes_are_numbered_in_the_order_in_which_they_are_needed() -> None:
    store = make_store(sources=[source("a", title="First", date="2018-05"), source("b")])
    reader = Reader(store, cites="marks")
    assert [reader.marks(["b"]), reader.marks(["a", "b"])] == ["[1]", "[1][2]"]
    assert reader.footnotes() == [
        "CSTO. https://example.org/b (read 2020-12-31; b)",
        "CSTO. First. 2018-05. https://example.org/a (read 2020-12-31; a)",
    ]
    assert Reader(store).marks(["a"]) == ""
    assert Reader(store, cites="ids").marks(["a", "b"]) == "a; b"


def test_a_source_on_paper_shows_its_reference() -> None:
    assert source_line(source("p", url=None, reference="Gazette 5/1994")) == "CSTO. Gazette 5/1994 (read 2020-12-31; p)"


def test_a_copy_shows_whose_text_it_is() -> None:
    copy = source("p", url=None, reference="A mirror", publisher="Digest", text_of="TASS")
    assert source_line(copy) == "Digest (text of TASS). A mirror (read 2020-12-31; p)"


def test_names_are_in_the_language_asked_for_where_the_record_has_it() -> None:
    store = make_store(meetings=[meeting(name={"en": "Meeting", "ru": "Заседание"})])
    assert [Reader(store, lang).name("astana-2018-05-cssc") for lang in ("en", "ru")] == ["Meeting", "Заседание"]
    assert Reader(store, "ru").name("kazakhstan") == "Kazakhstan"
    assert Reader(store).name("not-in-the-record") == "not-in-the-record"


def test_a_turn_in_the_chair_is_named_by_its_state_and_its_days() -> None:
    reader = Reader(make_store())
    assert (
        reader.label(chairmanship("kazakhstan", 2018, start="2017-11-30", end="2018-11-08"))
        == "Kazakhstan in the chair, 2017-11-30 to 2018-11-08"
    )
    assert reader.label(chairmanship("kazakhstan", 2018, start=None, end=None)) == "Kazakhstan in the chair"
