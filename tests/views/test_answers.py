"""Records and rows as answers: what each format is given."""

from __future__ import annotations

import pytest

from csto_cli.model import TABLES
from csto_cli.names.days import asked_days
from csto_cli.names.lookup import Match
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.lists import select
from csto_cli.queries.who import WhoAsked, portrait
from csto_cli.views.cards import sources_text
from csto_cli.views.expand import expanded, expanded_entry
from csto_cli.views.lists import list_answer
from csto_cli.views.portraits import who_answer
from csto_cli.views.records import records_answer
from csto_cli.views.text import Reader
from tests.factories import body, document, make_store, meeting, official, post, seat, source, state


def test_a_list_has_its_columns_and_whole_records_with_what_was_computed() -> None:
    store = make_store()
    asked = Criteria(period=asked_days("2018", None))  # type: ignore[arg-type]
    answer = list_answer(Reader(store), "meetings", select(store, "meetings", asked), asked, [], False)
    assert answer.columns == ["date", "body", "place", "kind", "status", "chair", "documents", "id", "certainty", "sources_disagree"]
    assert answer.rows == [["2018-05-24", "cssc", "Astana", "", "held", "Nurlan Yermekbayev", "1 named", "astana-2018-05-cssc", "yes", ""]]
    assert answer.records == [{**meeting(), "documents_named": 1, "certainty": "yes"}]
    assert answer.ids == ["astana-2018-05-cssc"]


def test_chosen_fields_replace_columns_and_records() -> None:
    store = make_store()
    answer = list_answer(Reader(store), "meetings", [Row(meeting())], Criteria(), ["id", "attendees.person", "kind"], False)
    assert answer.columns == ["id", "attendees.person", "kind"]
    assert answer.rows == [["astana-2018-05-cssc", "nurlan-yermekbayev", ""]]
    assert answer.records == [{"id": "astana-2018-05-cssc", "attendees.person": ["nurlan-yermekbayev"], "kind": None}]


def test_documents_are_grouped_by_meeting_under_a_heading_that_counts_them() -> None:
    store = make_store()
    rows = [Row(document(), meeting="astana-2018-05-cssc")]
    answer = list_answer(Reader(store), "documents", rows, Criteria(meetings=("astana-2018-05-cssc",)), [], False)
    assert answer.group == "meeting"
    assert answer.headings == {"astana-2018-05-cssc": "astana-2018-05-cssc  Meeting of the Committee of Secretaries, Astana: 1 named"}
    assert answer.records[0]["meeting"] == "astana-2018-05-cssc"


def test_expand_puts_names_beside_ids_everywhere() -> None:
    store = make_store(meetings=[meeting(attendees=[seat()])])
    record = expanded(Reader(store), TABLES["meetings"], meeting(attendees=[seat()], agenda=["a"]))
    assert record["chair_name"] == "Nurlan Yermekbayev"
    assert record["bodies_names"] == ["The CSSC"]
    assert record["attendees"] == [
        {
            "person": "nurlan-yermekbayev", "person_name": "Nurlan Yermekbayev", "state": "kazakhstan", "state_name": "Kazakhstan",
            "office": "security-council-secretary", "office_name": "Security council secretary", "role": "member",
        }
    ]  # fmt: skip


def test_a_card_shows_every_field_with_names_for_ids_and_explains_disputes() -> None:
    disputes = [
        {"field": "date", "value": "2018-05-24", "sources": ["odkb-page"], "reason": "the official site"},
        {"field": "date", "value": "2018-05-25", "sources": ["odkb-page"], "reason": "the press, a day later"},
    ]
    store = make_store()
    [card] = records_answer(Reader(store), [("meetings", meeting(disputes=disputes, agenda=["One", "Two"]))], [], False).cards or []
    assert card.title == "Meeting of the Committee of Secretaries, Astana"
    assert card.lines == [
        ("id", "astana-2018-05-cssc"), ("bodies", "The CSSC"), ("status", "held"), ("date", "2018-05-24"), ("place", "Astana"),
        ("country", "Kazakhstan"), ("chair", "Nurlan Yermekbayev"), ("agenda", "One; Two"), ("documents", "1 named"),
        ("sources", "1 official-csto (with those of each part: --sources)"),
    ]  # fmt: skip
    assert [grid.label for grid in card.grids] == ["attendees", "documents", "sources disagree"]
    assert card.grids[2].rows == [
        ["date", "2018-05-24", "1", "the official site"], ["date", "2018-05-25", "1", "the press, a day later"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sources", "text"),
    [
        (["agency", "press", "odkb-page"], "1 official-csto, 1 agency, 1 press"),
        (["agency", "press"], "1 agency, 1 press"),
        (["agency", "reprint"], "1 agency, 1 press, of one origin"),
        (["press"], "1 press"),
        (["gone"], "1 unknown"),
    ],
)
def test_a_card_tells_on_sources_of_which_kind_it_rests(sources: list[str], text: str) -> None:
    known = [
        source(),
        source("press", kind="press", publisher="Gazette"),
        source("agency", kind="agency", publisher="Agency"),
        source("reprint", kind="press", publisher="Digest", text_of="Agency"),
    ]
    assert sources_text(Reader(make_store(sources=known)), sources) == f"{text} (shown with --sources)"
    assert sources_text(Reader(make_store(sources=known)), sources, True) == f"{text} (with those of each part: --sources)"


def test_who_in_json_says_which_answer_it_is_and_carries_holdings() -> None:
    store = make_store(officials=[official("a", post(acting=True))])
    found = store.find("kazakhstan")
    assert found
    day = asked_days("2018-05-01", None)  # type: ignore[arg-type]
    item = portrait(store, Match(*found, "id", "kazakhstan"), WhoAsked(day))
    answer = who_answer(Reader(store), [item], False, False, [])
    [told] = answer.records
    assert {key: told[key] for key in ("kind", "id", "rule", "matched", "answer", "on")} == {
        "kind": "state", "id": "kazakhstan", "rule": "id", "matched": "kazakhstan", "answer": "found", "on": "2018-05-01",
    }  # fmt: skip
    assert told["holders"] == [
        {
            "asked": "kazakhstan", "person": "a", "name": "A", "office": "security-council-secretary", "state": "kazakhstan",
            "start": "2016-12-28", "end": "2018-12-26", "status": "ended", "acting": True, "certainty": "yes", "member": "yes",
            "sources": ["odkb-page"],
        }
    ]  # fmt: skip
    assert answer.columns == [
        "asked", "person", "name", "office", "state", "start", "end", "acting", "certainty", "status", "attested", "disputed",
        "in_place_of", "member",
    ]  # fmt: skip
    assert answer.rows == [
        [
            "kazakhstan",
            "a",
            "A",
            "security-council-secretary",
            "kazakhstan",
            "2016-12-28",
            "2018-12-26",
            "true",
            "yes",
            "ended",
            "",
            "",
            "",
            "yes",
        ],
    ]
    assert answer.ids == ["a"]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "member of the The CSTO (since 2003-09-18)"),
        ("ru", "ОДКБ: member (since 2003-09-18)"),
    ],
)
def test_a_state_belongs_in_words_that_fit_the_language_of_the_name(lang: str, line: str) -> None:
    store = make_store(bodies=[body("csto", name={"en": "The CSTO", "ru": "ОДКБ"})], states=[state()])
    found = portrait(store, Match("states", state(), "id", "kazakhstan"), WhoAsked(asked_days("2018", None)))
    cards = who_answer(Reader(store, lang), [found], explain=False, expand=False, fields=[]).cards or []
    assert ("membership", line) in cards[0].lines


def test_expand_names_what_entries_refer_to_in_the_readers_language() -> None:
    store = make_store(states=[state(name={"en": "Kazakhstan", "ru": "Казахстан"})])
    entry = {"date": "2018", "state": "kazakhstan", "documents": ["action-plan-2018"], "label": "Kazakhstan: ratified"}
    assert expanded_entry(Reader(store, "ru"), entry, ("state", "documents")) == {
        "date": "2018", "state": "kazakhstan", "state_name": "Казахстан", "documents": ["action-plan-2018"],
        "documents_names": ["План действий"], "label": "Kazakhstan: ratified",
    }  # fmt: skip
