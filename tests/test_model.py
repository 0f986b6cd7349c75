"""The model describes itself: fields, references, paths."""

from __future__ import annotations

import pytest

from csto_cli.model import DATE, ID, TABLES, TEXT, Form, Meeting, Post, fields_of, matches, nested_of, paths_of, ref_of


def test_references_know_their_table_and_lists_of_references_too() -> None:
    fields = fields_of(Meeting)
    assert {name: ref_of(kind) for name, kind in fields.items() if ref_of(kind)} == {
        "bodies": "bodies", "country": "states", "chair": "officials", "previous": "meetings", "next_chair": "states", "sources": "sources",
    }  # fmt: skip


def test_records_inside_records_are_found() -> None:
    fields = fields_of(Meeting)
    assert {name for name, kind in fields.items() if nested_of(kind)} == {"name", "place", "attendees", "documents_reported", "disputes"}
    assert nested_of(fields_of(TABLES["officials"])["posts"]) == (Post, True)


def test_paths_name_every_field_down_to_the_last() -> None:
    assert list(paths_of(TABLES["topics"])) == [
        "id",
        "name",
        "name.en",
        "name.ru",
        "name.native",
        "broader",
        "former_ids",
        "sources",
        "note",
    ]


def test_no_reference_leads_to_a_table_that_is_not_there() -> None:
    def referred(kind: type) -> set[str]:
        found = set()
        for annotation in fields_of(kind).values():
            nested = nested_of(annotation)
            found |= referred(nested[0]) if nested else {ref_of(annotation)} - {None}  # type: ignore[arg-type]
        return found

    assert {table for kind in TABLES.values() for table in referred(kind)} <= set(TABLES)


@pytest.mark.parametrize(
    ("form", "text", "fits"),
    [
        (ID, "astana-2018-05-cssc", True), (ID, "Astana", False), (ID, "a--b", False), (ID, "-a", False), (ID, "", False),
        (DATE, "2018", True), (DATE, "2018-05", True), (DATE, "2018-05-24", True), (DATE, "2018~", True), (DATE, "2018-05?", True),
        (DATE, "2018-5", False), (DATE, "18", False), (DATE, "2018-05-24~?", False), (DATE, "unknown", False),
        (TEXT, "a", True), (TEXT, "a b", True), (TEXT, " a", False), (TEXT, "a ", False), (TEXT, "", False), (TEXT, "a\nb", False),
    ],
)  # fmt: skip
def test_forms(form: Form, text: str, fits: bool) -> None:
    assert matches(form, text) is fits
