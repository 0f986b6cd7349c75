"""What is taken with what was chosen, and which sources state a record."""

from __future__ import annotations

from csto_cli.model import TABLES
from csto_cli.publish.selection import cited, closure_note, references, selection
from csto_cli.store import Store


def test_the_whole_store_is_taken_as_it_is(nasty: Store) -> None:
    picked = selection(nasty, None)
    assert picked.whole
    assert picked.notes == []
    assert {name: len(rows) for name, rows in picked.tables.items()} == {name: len(nasty.table(name)) for name in TABLES}


def test_chosen_records_bring_what_they_refer_to_however_far(nasty: Store) -> None:
    picked = selection(nasty, {"documents": nasty.table("documents")[:1]})
    assert [record["id"] for record in picked.chosen["documents"]] == ["action-plan-2018"]
    ids = {name: {record["id"] for record in rows} for name, rows in picked.tables.items()}
    assert ids["documents"] == {"action-plan-2018"}
    assert ids["meetings"] == {"astana-2018-05-cssc"}
    assert "stanislav-zas" in ids["officials"]
    assert ids["exercises"] == set()
    assert ids["meta"] == {"meta"}
    for name, kind in TABLES.items():
        for record in picked.tables[name]:
            for _, table, wanted in references(kind, record):
                assert wanted in ids[table]
    assert closure_note(picked)[0].startswith("records chosen: 1; records kept because those refer to them: ")
    assert closure_note(picked, ("meetings",)) == [
        "records chosen: 0; records kept because those refer to them: 1",
        "records chosen that have no place in this format: 1",
    ]


def test_every_reference_of_a_meeting_is_seen(nasty: Store) -> None:
    found = {path: wanted for path, _, wanted in references(TABLES["meetings"], nasty.table("meetings")[0])}
    assert found["bodies"] == "cssc"
    assert found["attendees.sources"] == "book"
    assert found["documents_reported.sources"] == "book"
    assert found["disputes.sources"] == "book"
    assert found["sources"] == "odkb-page"


def test_nested_sources_are_cited_with_what_they_state(nasty: Store) -> None:
    person = nasty.get("nurlan-yermekbayev")
    assert person is not None
    assert cited(TABLES["officials"], person) == {
        "odkb-page": ["", "posts 1"],
        "book": ["aliases 1", "posts 1, attested 1", "posts 2, disputes 1"],
    }
