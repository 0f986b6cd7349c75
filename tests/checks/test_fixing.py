"""`rewrite` brings a file into canonical form, in one step or not at all."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from csto_cli.checks.fixing import rewrite
from csto_cli.errors import OutputError, StoreError
from csto_cli.store import Store, open_store
from tests.factories import keyed, minimal, topic, write_json, write_store


def one_line(db: Path) -> bytes:
    """The store on one line: right in form, not canonical."""
    wanted = db.read_bytes()
    db.write_text(json.dumps(json.loads(wanted)), encoding="utf-8")
    return wanted


def test_a_file_is_rewritten(db: Path) -> None:
    wanted = one_line(db)
    before = db.stat().st_size
    assert rewrite(open_store(db)) == f"{db} rewritten in canonical form, from line 1 on ({before} to {len(wanted)} bytes)"
    assert db.read_bytes() == wanted
    assert [path.name for path in db.parent.iterdir()] == ["db.json"]


def test_a_canonical_file_is_left_alone(db: Path) -> None:
    before = db.stat()
    assert rewrite(open_store(db)) == f"{db} is in canonical form; nothing was written"
    after = db.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_permissions_are_kept_and_a_link_stays_a_link(db: Path, tmp_path: Path) -> None:
    wanted = one_line(db)
    db.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(db)
    rewrite(open_store(link))
    assert link.is_symlink()
    assert (stat.S_IMODE(db.stat().st_mode), db.read_bytes()) == (0o640, wanted)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda t: t["topics"]["1"].update(colour="red"), "topics/information-policy: Object contains unknown field `colour`"),
        (lambda t: t["documents"]["1"].update(topics=["x"]), "documents/action-plan-2018 topics[0]: no record 'x'"),
        (lambda t: t["topics"].update({"01": topic("b")}), "topics/b: the storage key '01' is no positive integer"),
        (lambda t: t.update(treaties={}), "treaties: no such table in a store"),
    ],
)
def test_a_file_of_wrong_form_is_left_as_it_is(tmp_path: Path, change: Any, words: str) -> None:
    tables = keyed(minimal())
    change(tables)
    path = write_json(tmp_path, tables)
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        rewrite(open_store(path))
    assert caught.value.message == f"{path} is not rewritten: {words}; mend what `csto check` lists, then --fix"
    assert path.read_bytes() == before


def test_a_double_key_is_not_dropped_in_silence(db: Path) -> None:
    text = db.read_text().replace('"id": "csto",', '"id": "csto", "id": "csto",')
    db.write_text(text)
    with pytest.raises(StoreError, match="the key 'id' stands twice"):
        rewrite(Store(db, json.loads(text)))
    assert db.read_text() == text


def test_no_permission(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_line(db)
    before = db.read_bytes()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(OutputError) as caught:
        rewrite(open_store(db))
    assert caught.value.message == f"no permission to rewrite {db}; copy it to a place of yours and name that with --db"
    assert (caught.value.exit_code, db.read_bytes()) == (4, before)


def test_a_disk_that_gives_up_leaves_the_old_file(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one_line(db)
    before = db.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="could not be rewritten: No space left on device"):
        rewrite(open_store(db))
    assert db.read_bytes() == before
    assert [path.name for path in db.parent.iterdir()] == ["db.json"]


def test_what_was_rewritten_is_the_same_store(tmp_path: Path) -> None:
    path = write_store(tmp_path)
    one_line(path)
    before: Store = open_store(path)
    rewrite(before)
    assert open_store(path).table("meetings") == before.table("meetings")
