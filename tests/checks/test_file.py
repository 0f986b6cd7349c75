"""What only the bytes of a store's file tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from csto_cli.checks.file import CHECKS, canonical, no_double_keys, positive_keys, right_tables
from csto_cli.checks.problem import Problem
from csto_cli.store import Store
from tests.factories import keyed, make_store, minimal, state, write_json, write_store


def on_disk(path: Path, value: Any) -> Store:
    return Store(write_json(path, value), {})


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_a_canonical_file_passes_every_check(tmp_path: Path) -> None:
    store = Store(write_store(tmp_path), {})
    assert [found for check in CHECKS for found in check(store)] == []


def test_a_store_on_no_disk_has_no_file_to_check() -> None:
    assert [found for check in CHECKS for found in check(make_store())] == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda t: t.pop("topics"), problem("topics", "", "", "the table is missing")),
        (lambda t: t.update(treaties={}), problem("treaties", "", "", "no such table in a store")),
        (lambda t: t.update(topics=[]), problem("topics", "", "", "the table is no object of records")),
        (lambda t: t.update(meta={}), problem("meta", "", "", "must hold one record, holds 0")),
        (lambda t: t["topics"].update({"7": 3}), problem("topics", "", "", "what stands under the storage key '7' is no record")),
        (lambda t: t["topics"].update({"7": {"id": 3}}), problem("topics", "", "id", "the record under the storage key '7' has no id")),
    ],
)
def test_right_tables(tmp_path: Path, change: Any, expected: Problem) -> None:
    tables = keyed(minimal())
    change(tables)
    assert list(right_tables(on_disk(tmp_path, tables))) == [expected]


@pytest.mark.parametrize("key", ["0", "01", "-1", "one", "", "²"])
def test_positive_keys(tmp_path: Path, key: str) -> None:
    tables = {**keyed(minimal()), "states": {key: state("kazakhstan")}}
    expected = problem("states", "kazakhstan", "", f"the storage key {key!r} is no positive integer")
    assert list(positive_keys(on_disk(tmp_path, tables))) == [expected]


def test_a_key_that_stands_twice_is_found_wherever_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "db.json"
    file.write_text('{"states": {"1": {"id": "a", "id": "b"}, "1": {"name": {"en": "x", "en": "y"}}}, "topics": {}, "topics": {}}')
    assert list(no_double_keys(Store(file, {}))) == [
        problem("", "", "", "the key 'topics' stands twice in one object"),
        problem("states", "", "", "the key '1' stands twice in one object"),
        problem("states", "", "1.name", "the key 'en' stands twice in one object"),
    ]


def test_canonical_names_the_first_line_that_differs(tmp_path: Path) -> None:
    file = write_store(tmp_path)
    text = file.read_text()
    line = text[: text.index('"as_of"')].count("\n") + 1
    file.write_text(text.replace('"as_of": "2020', '"as_of":  "2020'))
    words = f"not in canonical form from line {line} on; `csto check --fix` rewrites the file"
    assert list(canonical(Store(file, {}))) == [problem("", "", "", words)]


@pytest.mark.parametrize(
    "spoil", [lambda text: text.rstrip("\n"), lambda text: json.dumps(json.loads(text)), lambda text: text.replace("\n", "\r\n")]
)
def test_canonical_sees_every_other_byte_form(tmp_path: Path, spoil: Any) -> None:
    file = write_store(tmp_path)
    file.write_bytes(spoil(file.read_text()).encode())
    assert len(list(canonical(Store(file, {})))) == 1


def test_canonical_leaves_records_of_a_wrong_shape_to_the_checks_of_form(tmp_path: Path) -> None:
    assert list(canonical(on_disk(tmp_path, {**keyed(minimal()), "topics": {"1": 3}}))) == []
