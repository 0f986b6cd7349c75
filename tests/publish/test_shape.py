"""The flat tables follow from the model, and lose nothing."""

from __future__ import annotations

import pytest

from csto_cli.errors import StoreError
from csto_cli.model import TABLES, fields_of, nested_of, ref_of
from csto_cli.publish.shape import by_name, flatten, tables, unflatten
from csto_cli.store import Store
from tests.factories import make_store, meeting, official, post
from tests.publish.conftest import tables_of


def test_every_table_of_the_model_is_there_and_names_are_unique() -> None:
    names = [table.name for table in tables()]
    assert set(TABLES) <= set(names)
    assert len(names) == len(set(names))
    for table in tables():
        assert len(table.header) == len(set(table.header)), table.name


def test_every_list_of_ids_is_a_child_table_with_a_key_of_its_own() -> None:
    for name, kind in TABLES.items():
        for field, annotation in fields_of(kind).items():
            if str(annotation).startswith("list[") and nested_of(annotation) is None:
                child = by_name()[f"{name}_{field}"]
                assert child.header == ["record_id", f"{field}_no", "value"]
                assert child.columns[0].refers == ref_of(annotation)


def test_grandchildren_carry_the_whole_key() -> None:
    child = by_name()["officials_posts_disputes_sources"]
    assert child.key == ("record_id", "posts_no", "disputes_no", "sources_no")
    assert child.parent == "officials_posts_disputes"


def test_flat_and_back_is_the_same(nasty: Store) -> None:
    assert unflatten(flatten(tables_of(nasty))) == tables_of(nasty)


def test_values_of_several_types_stay_apart(nasty: Store) -> None:
    flat = flatten(tables_of(nasty))
    columns = by_name()["meetings_disputes"].header
    row = dict(zip(columns, flat["meetings_disputes"][0], strict=True))
    assert (row["value_text"], row["value_number"]) == (None, 12)
    assert [row[-1] for row in flat["officials_posts_disputes_value"]] == ["a", "b"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (meeting(nickname="x"), "no such field as nickname"),
        (meeting(date=None), "no date"),
        (meeting(summary=5), "summary is no text"),
        (
            meeting(documents_reported={"count": True, "qualifier": "about", "sources": ["odkb-page"]}),
            r"documents_reported.count is no integer",
        ),
        (meeting(agenda=[5]), "is no text"),
    ],
)
def test_what_the_model_does_not_know_is_refused_by_name(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(StoreError, match=rf"astana-2018-05-cssc \(table meetings\) is not valid: .*{said}"):
        flatten(tables_of(make_store(meetings=[wrong])))


def test_a_required_field_deep_down_is_missed() -> None:
    broken = official("x", post(attested=[{"date": "2018"}]))
    with pytest.raises(StoreError, match=r"x .*no source"):
        flatten(tables_of(make_store(officials=[broken])))
