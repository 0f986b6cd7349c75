"""The grown stores are stores, and the same ones each time."""

from __future__ import annotations

from pathlib import Path

from csto_cli.model import TABLES
from csto_cli.store import open_store
from tests.benchmarks.growing import grown


def test_a_grown_store_is_a_store_of_so_many_times_the_records(db: Path, tmp_path: Path) -> None:
    small, large = open_store(db), open_store(grown(db, tmp_path / "large.json", 3))
    for name in TABLES:
        assert len(large.table(name)) == len(small.table(name)) * (1 if name == "meta" else 3)
        assert large.table(name)[: len(small.table(name))] == small.table(name)
    copy = large.get("kazakhstan-2")
    assert copy is not None
    assert copy["sources"] == ["odkb-page-2"]
    assert large.get("odkb-page-2") is not None
    assert grown(db, tmp_path / "again.json", 3).read_bytes() == (tmp_path / "large.json").read_bytes()
