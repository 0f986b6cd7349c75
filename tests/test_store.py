"""The store: read once, never written, refused in one line where it is no store; whatever bytes it is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from csto_cli import store as store_module
from csto_cli.errors import StoreError
from csto_cli.model import TABLES
from csto_cli.store import Store, canonical_bytes, chosen_path, default_path, label_of, open_store, read_json
from tests.factories import keyed, make_store, minimal, state, write_store

CANONICAL = canonical_bytes(keyed(minimal()))


def test_a_store_is_read_as_it_was_written(db: Path) -> None:
    opened = open_store(db)
    for name in TABLES:
        assert opened.table(name) == sorted(minimal()[name], key=lambda record: str(record["id"]))
    assert opened.path == db
    assert opened.meta["id"] == "meta"


def test_an_id_and_a_former_id_find_the_record_and_an_id_is_stronger() -> None:
    first, second = state("kazakhstan", former_ids=["kazakh-ssr", "armenia"]), state("armenia")
    made = make_store(states=[first, second])
    assert made.find("kazakh-ssr") == ("states", first)
    assert made.find("armenia") == ("states", second)
    assert made.find("atlantis") is None
    assert made.get(None) is None
    assert made.label("kazakhstan") == "Kazakhstan"
    assert made.label("atlantis") == "atlantis"
    assert made.label(None) == ""


def test_a_label_is_the_name_in_the_language_or_what_comes_nearest() -> None:
    assert label_of({"id": "a", "name": {"en": "One", "ru": "Один"}}, "ru") == "Один"
    assert label_of({"id": "a", "title": {"en": "One"}}, "ru") == "One"
    assert label_of({"id": "a", "publisher": "RIA"}) == "RIA"
    assert label_of({"id": "a"}) == "a"


def test_which_store_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    checkout = Path(store_module.__file__).parent.parent / "db.json"
    monkeypatch.delenv("CSTO_DB", raising=False)
    assert default_path() == checkout
    assert chosen_path(None) == checkout
    monkeypatch.setenv("CSTO_DB", "")
    assert chosen_path(None) == checkout
    monkeypatch.setenv("CSTO_DB", "/elsewhere/db.json")
    assert chosen_path(None) == Path("/elsewhere/db.json")
    assert chosen_path("/given/db.json") == Path("/given/db.json")
    monkeypatch.setattr(store_module, "PACKAGE", tmp_path / "site-packages" / "csto_cli")
    assert default_path() == tmp_path / "site-packages" / "csto_cli" / "db.json"


def test_canonical_bytes_are_their_own_canonical_form_and_leave_empty_fields_out() -> None:
    assert canonical_bytes(json.loads(CANONICAL)) == CANONICAL
    assert CANONICAL.endswith(b"}\n")
    shuffled = {name: dict(reversed(table.items())) for name, table in reversed(json.loads(CANONICAL).items())}
    next(iter(shuffled["states"].values()))["aliases"] = []
    assert canonical_bytes(shuffled) == CANONICAL


def test_nothing_is_written_when_a_store_is_opened(db: Path) -> None:
    db.chmod(0o444)
    before = (db.read_bytes(), db.stat().st_mtime_ns, sorted(db.parent.iterdir()))
    open_store(db).find("kazakhstan")
    assert (db.read_bytes(), db.stat().st_mtime_ns, sorted(db.parent.iterdir())) == before


def test_a_key_twice_is_refused_only_where_a_question_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    path.write_text('{"a": 1, "a": 2}')
    assert read_json(path) == {"a": 2}
    with pytest.raises(StoreError, match="has the key 'a' twice"):
        read_json(path, unique_keys=True)


@pytest.mark.parametrize("rest", [b"", b"{}", CANONICAL])
def test_a_byte_order_mark_is_refused_by_its_name(tmp_path: Path, rest: bytes) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(b"\xef\xbb\xbf" + rest)
    with pytest.raises(StoreError) as raised:
        open_store(path)
    assert raised.value.message == f"{path} begins with a UTF-8 byte order mark; it must be saved as UTF-8 without one"
    assert raised.value.exit_code == 3


def test_a_whole_surrogate_pair_is_text(tmp_path: Path) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(b'{"a": "\\ud83d\\ude00"}')
    assert read_json(path) == {"a": "\U0001f600"}


def opened_or_refused(path: Path) -> Store | StoreError:
    """What comes of opening a file: a store, or the error that says what is wrong; anything else fails the test."""
    try:
        return open_store(path)
    except StoreError as error:
        assert "\n" not in error.message
        assert error.exit_code == 3
        return error


KEYS = st.sampled_from([*TABLES, "1", "id", "schema_version"]) | st.text(max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=20,
)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf{}")
@example(b"{}")
@example(b'{"meta": {}}')
def test_any_bytes_are_a_store_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(data)
    assert isinstance(opened_or_refused(path), StoreError)


@FUZZ
@given(JSON)
def test_any_json_is_a_store_or_refused(tmp_path: Path, value: Any) -> None:
    path = tmp_path / "db.json"
    path.write_text(json.dumps(value))
    assert isinstance(opened_or_refused(path), StoreError)


@FUZZ
@given(st.integers(0, len(CANONICAL) - 1), st.binary(max_size=3), st.integers(0, 4))
def test_a_store_with_bytes_changed_is_read_or_refused(tmp_path: Path, at: int, put: bytes, taken: int) -> None:
    path = tmp_path / "db.json"
    path.write_bytes(CANONICAL[:at] + put + CANONICAL[at + taken :])
    result = opened_or_refused(path)
    if isinstance(result, Store):
        assert all(isinstance(record["id"], str) for name in TABLES for record in result.table(name))
        assert len(result.table("meta")) == 1


@FUZZ
@given(st.sampled_from(sorted(TABLES)), JSON)
def test_a_store_with_a_table_replaced_is_read_or_refused(tmp_path: Path, table: str, value: Any) -> None:
    path = tmp_path / "db.json"
    path.write_text(json.dumps({**json.loads(CANONICAL), table: value}))
    result = opened_or_refused(path)
    assert isinstance(result, StoreError) or all(isinstance(record["id"], str) for record in result.table(table))


def test_writing_through_tinydb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tinydb

    made: list[Any] = []
    original = tinydb.TinyDB.__init__

    def remember(self: Any, *args: Any, **kwargs: Any) -> None:
        made.append(self)
        original(self, *args, **kwargs)

    monkeypatch.setattr(tinydb.TinyDB, "__init__", remember)
    path = write_store(tmp_path / "db.json")
    before = path.read_bytes()
    open_store(path)
    with pytest.raises(StoreError, match="for reading only"):
        made[0].table("states").insert({"id": "atlantis"})
    assert path.read_bytes() == before
