"""Parquet as DuckDB reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from csto_cli.publish.shape import tables
from csto_cli.store import Store
from tests.publish.conftest import exported

pytest.importorskip("pyarrow", reason="the extra parquet is not installed (pip install 'csto-cli[parquet]')")
duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (pip install 'csto-cli[test]')")


def test_every_table_is_read_with_its_rows_and_types(either: Store, tmp_path: Path) -> None:
    path = exported(either, "parquet", tmp_path / "csto")
    assert {file.stem for file in path.iterdir()} == {table.name for table in tables()}
    assert duckdb.sql(f"SELECT count(*) FROM '{path}/meetings.parquet'").fetchall() == [(len(either.table("meetings")),)]
    types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM '{path}/officials_posts.parquet')").fetchall())
    assert (types["posts_no"], types["acting"], types["title"]) == ("BIGINT", "BOOLEAN", "VARCHAR")
    many = sum(len(meeting.get("attendees", ())) for meeting in either.table("meetings"))
    joined = f"SELECT count(*) FROM '{path}/meetings_attendees.parquet' a JOIN '{path}/meetings.parquet' m ON m.id = a.record_id"
    assert duckdb.sql(joined).fetchall() == [(many,)]


def test_a_part_says_in_a_table_of_its_own_what_was_chosen(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "parquet", tmp_path / "part", {"documents": nasty.table("documents")[:1]})
    assert {file.stem for file in path.iterdir()} == {"chosen", *(table.name for table in tables())}
    read = duckdb.sql(f"SELECT * FROM '{path}/chosen.parquet'")
    assert (read.columns, read.fetchall()) == (["table_name", "id"], [("documents", "action-plan-2018")])


def test_no_records_are_empty_typed_files(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "parquet", tmp_path / "csto", {})
    assert duckdb.sql(f"SELECT count(*), max(documents_reported_count) FROM '{path}/meetings.parquet'").fetchall() == [(0, None)]
