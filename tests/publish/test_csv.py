"""CSV as the Frictionless validator, DuckDB and this program read it."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from csto_cli.errors import StoreError
from csto_cli.publish import export
from csto_cli.publish.csv import read_csv
from csto_cli.publish.shape import tables
from csto_cli.store import Store
from tests.publish.conftest import FORMULA, LINES, exported, tables_of


@pytest.mark.parametrize("name", ["csto", "csto.zip"])
def test_the_same_records_come_back(either: Store, tmp_path: Path, name: str) -> None:
    assert read_csv(exported(either, "csv", tmp_path / name)) == tables_of(either)
    assert read_csv(str(tmp_path / name)) == tables_of(either)


@pytest.mark.parametrize("name", ["csto/datapackage.json", "csto.zip"])
def test_the_frictionless_validator_accepts_it(either: Store, tmp_path: Path, name: str) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (pip install 'csto-cli[test]')")
    exported(either, "csv", tmp_path / name.partition("/")[0])
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / name), type="package")
    assert report.valid, report.flatten(["title", "message"])[:5]
    assert report.stats["tasks"] == len(tables())


def test_a_part_says_in_a_table_of_its_own_what_was_chosen(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "csv", tmp_path / "part", {"documents": nasty.table("documents")[:1], "topics": nasty.table("topics")})
    assert (path / "chosen.csv").read_bytes() == b"table_name,id\r\ndocuments,action-plan-2018\r\ntopics,information-policy\r\n"
    assert json.loads((path / "datapackage.json").read_text(encoding="utf-8"))["resources"][-1] == {
        "profile": "tabular-data-resource",
        "name": "chosen",
        "path": "chosen.csv",
        "description": "The records that were asked for, apart from those kept because they refer to them",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "fields": [
                {"name": "table_name", "type": "string", "constraints": {"required": True}},
                {"name": "id", "type": "string", "constraints": {"required": True}},
            ],
            "missingValues": [""],
            "primaryKey": ["id"],
        },
    }
    assert [record["id"] for record in read_csv(path)["documents"]] == ["action-plan-2018"]
    assert not (exported(nasty, "csv", tmp_path / "whole") / "chosen.csv").exists()


def test_the_frictionless_validator_accepts_a_part(nasty: Store, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (pip install 'csto-cli[test]')")
    exported(nasty, "csv", tmp_path / "part.zip", {"documents": nasty.table("documents")[:1]})
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(tmp_path / "part.zip"), type="package")
    assert report.valid, report.flatten(["title", "message"])[:5]
    assert report.stats["tasks"] == len(tables()) + 1


def test_the_validator_would_notice_a_broken_key(nasty: Store, tmp_path: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed (pip install 'csto-cli[test]')")
    path = exported(nasty, "csv", tmp_path / "csto")
    file = path / "meetings_bodies.csv"
    file.write_bytes(file.read_bytes().replace(b",cssc", b",nobody", 1))
    with frictionless.system.use_context(trusted=True):
        report = frictionless.validate(str(path / "datapackage.json"))
    assert [row[0] for row in report.flatten(["type"])] == ["foreign-key"]


def test_the_descriptor_names_licence_sources_and_keys(nasty: Store, tmp_path: Path) -> None:
    package = json.loads((exported(nasty, "csv", tmp_path / "csto") / "datapackage.json").read_text(encoding="utf-8"))
    assert package["licenses"][0]["name"] == "CC0-1.0"
    assert {"title": "Страница", "path": "https://example.org/odkb-page"} in package["sources"]
    resources = {resource["name"]: resource["schema"] for resource in package["resources"]}
    assert resources["meetings"]["primaryKey"] == ["id"]
    assert {"fields": ["chair"], "reference": {"resource": "officials", "fields": ["id"]}} in resources["meetings"]["foreignKeys"]
    fields = {field["name"]: field for field in resources["officials-posts"]["fields"]}
    assert fields["acting"]["type"] == "boolean"
    assert fields["status"]["constraints"] == {"required": True, "enum": ["current", "ended", "unknown"]}


def test_a_formula_cannot_run_and_is_counted(nasty: Store, tmp_path: Path) -> None:
    notes = export(nasty, None, "csv", tmp_path / "csto")
    text = (tmp_path / "csto" / "documents.csv").read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows[0]["title_en"] == "'" + FORMULA
    assert notes == ["texts given an apostrophe, so that no spreadsheet runs them as a formula: 3"]


def test_line_breaks_and_quotes_stay_in_their_cell(nasty: Store, tmp_path: Path) -> None:
    text = (exported(nasty, "csv", tmp_path / "csto") / "meetings.csv").read_bytes().decode("utf-8")
    assert next(csv.DictReader(io.StringIO(text, newline="")))["summary"] == LINES


def test_duckdb_joins_the_files(either: Store, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed (pip install 'csto-cli[test]')")
    path = exported(either, "csv", tmp_path / "csto")
    sql = f"""SELECT count(*) FROM read_csv('{path}/officials_posts_sources.csv', header = true, all_varchar = true)
              JOIN read_csv('{path}/officials_posts.csv', header = true, all_varchar = true) USING (record_id, posts_no)"""
    many = sum(len(post.get("sources", ())) for person in either.table("officials") for post in person["posts"])
    assert duckdb.sql(sql).fetchall() == [(many,)]


def test_files_that_are_no_export_are_refused(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "csv", tmp_path / "csto")
    (path / "topics.csv").write_text("id,name\n")
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("a.csv", "a")
    (tmp_path / "text").write_text("x")
    for wrong in (path, tmp_path / "x.zip", tmp_path / "text", tmp_path / "none"):
        with pytest.raises(StoreError, match="no CSV export"):
            read_csv(wrong)
