"""SQLite as sqlite3 and Datasette read it."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from csto_cli.errors import StoreError
from csto_cli.model import TABLES
from csto_cli.publish.sqlite import metadata_path, read_sqlite
from csto_cli.queries.acts import event_date
from csto_cli.store import Store
from tests.factories import make_store, meeting
from tests.publish.conftest import FORMULA, exported, tables_of


def ask(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The rows of a question."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(sql, values))


def test_the_same_records_come_back(either: Store, tmp_path: Path) -> None:
    assert read_sqlite(exported(either, "sqlite", tmp_path / "csto.sqlite")) == tables_of(either)
    assert read_sqlite(str(tmp_path / "csto.sqlite")) == tables_of(either)


def test_keys_hold_and_the_file_is_sound(either: Store, tmp_path: Path) -> None:
    path = exported(either, "sqlite", tmp_path / "csto.sqlite")
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "PRAGMA integrity_check") == [("ok",)]
    keyed = {name for (name,) in ask(path, "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%PRIMARY KEY%'")}
    assert set(TABLES) | {"meetings_attendees", "officials_posts_sources"} <= keyed


def test_keys_are_enforced_on_later_writes(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "sqlite", tmp_path / "csto.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE meetings SET chair = 'nobody'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE meetings SET status = 'adjourned'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE meetings SET date = NULL")


def test_views_answer(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "sqlite", tmp_path / "csto.sqlite")
    assert ask(path, "SELECT person_id, office_id, body_id, state_id, since FROM current_officials") == [
        ("stanislav-zas", "secretary-general", "csto", None, "2020-01-01")
    ]
    assert ask(path, "SELECT meeting_id, document_id, title, action, reported FROM meeting_documents") == [
        ("astana-2018-05-cssc", "action-plan-2018", FORMULA, "signed", 11)
    ]
    assert ask(path, "SELECT person, state, presence FROM attendance ORDER BY person") == [
        ("A. Nonymous", "Armenia", "absent"),
        ("Nurlan Yermekbayev", "Kazakhstan", "in-person"),
        ("Stanislav Zas", None, None),
    ]


def test_views_answer_on_the_record(whole: Store, tmp_path: Path) -> None:
    path = exported(whole, "sqlite", tmp_path / "csto.sqlite")
    seats = whole.get("astana-2018-05-cssc") or {}
    assert ask(path, "SELECT count(*) FROM attendance WHERE meeting_id = 'astana-2018-05-cssc'") == [(len(seats.get("attendees", ())),)]
    current = sum(post["status"] == "current" and "end" not in post for person in whole.table("officials") for post in person["posts"])
    assert ask(path, "SELECT count(*) FROM current_officials") == [(current,)]
    events = sum("meeting" in event for document in whole.table("documents") for event in document.get("events", ()))
    assert ask(path, "SELECT count(*) FROM meeting_documents") == [(events,)]


def test_attendance_tells_who_was_only_acting_in_his_office(whole: Store, tmp_path: Path) -> None:
    path = exported(whole, "sqlite", tmp_path / "csto.sqlite")
    assert ask(path, "SELECT person FROM attendance WHERE meeting_id = 'astana-2018-11-csc' AND acting ORDER BY person") == [
        ("Nikol Pashinyan",),
        ("Valery Semerikov",),
    ]
    assert ask(path, "SELECT \"table\" FROM pragma_foreign_key_list('acting_seats')") == [("meetings_attendees",)] * 2
    described = json.loads((tmp_path / "csto.metadata.json").read_text(encoding="utf-8"))["databases"]["csto"]["tables"]
    assert described["acting_seats"] == {"description": "The seats at meetings that somebody took who was only acting in his office"}
    later = "SELECT DISTINCT acting FROM attendance WHERE person_id = 'nikol-pashinyan' AND meeting_date > '2022'"
    assert ask(path, later) == [(0,)]


def test_the_day_of_what_was_done_at_a_meeting_is_that_of_the_lists(whole: Store, tmp_path: Path) -> None:
    path = exported(whole, "sqlite", tmp_path / "csto.sqlite")
    expected = [
        (document["id"], event["meeting"], event["action"], event_date(whole, document, event))
        for document in whole.table("documents")
        for event in document.get("events", ())
        if "meeting" in event
    ]
    assert sorted(ask(path, "SELECT document_id, meeting_id, action, date FROM meeting_documents")) == sorted(expected)


def test_full_text_finds_names_in_both_scripts(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "sqlite", tmp_path / "csto.sqlite")
    sql = "SELECT table_name, id FROM search WHERE search MATCH ?"
    assert ask(path, sql, "Ермекбаев") == [("officials", "nurlan-yermekbayev")]
    assert ask(path, sql, "ermekbaev") == [("officials", "nurlan-yermekbayev")]
    assert ask(path, sql, "second") == [("meetings", "astana-2018-05-cssc"), ("chairmanships", "chairmanship-kazakhstan-2018")]


def test_a_chosen_table_keeps_its_keys(nasty: Store, tmp_path: Path) -> None:
    path = exported(nasty, "sqlite", tmp_path / "part.sqlite", {"exercises": nasty.table("exercises")})
    assert ask(path, "PRAGMA foreign_key_check") == []
    assert ask(path, "SELECT count(*) FROM exercises") == [(2,)]
    assert ask(path, "SELECT count(*) FROM meetings") == [(0,)]
    assert ask(path, "SELECT count(*) FROM states") == [(2,)]
    assert ask(path, "SELECT * FROM chosen") == [("exercises", "rubezh-2018"), ("exercises", "rubezh-2019")]
    described = json.loads(metadata_path(path).read_text(encoding="utf-8"))["databases"]["part"]["tables"]
    assert described["chosen"] == {"description": "The records that were asked for, apart from those kept because they refer to them"}


def test_a_word_outside_a_vocabulary_is_no_valid_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"not valid.*CHECK"):
        exported(make_store(meetings=[meeting(status="adjourned")]), "sqlite", tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_export_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("not a database, but longer than a hundred bytes" * 9)
    for path in (tmp_path / "x", tmp_path / "none"):
        with pytest.raises(StoreError, match="no SQLite export"):
            read_sqlite(path)


def test_datasette_serves_the_data_with_titles_and_licence(nasty: Store, tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="datasette is not installed (pip install 'csto-cli[test]')")
    path = exported(nasty, "sqlite", tmp_path / "csto.sqlite")
    settings = json.loads(metadata_path(path).read_text(encoding="utf-8"))

    async def answers() -> tuple[Any, Any, Any, str]:
        served = app.Datasette([str(path)], metadata=settings)
        await served.invoke_startup()
        rows = await served.client.get("/csto/meetings.json?_shape=array&status=held")
        asked = await served.client.get("/csto.json", params={"sql": "select person from current_officials", "_shape": "array"})
        found = await served.client.get("/csto/search.json?_shape=array&_search=Astana")
        page = await served.client.get("/csto/meetings")
        return rows.json(), asked.json(), found.json(), page.text

    rows, asked, found, page = asyncio.run(answers())
    assert [row["id"] for row in rows] == ["astana-2018-05-cssc", "minsk-2017-06-cssc"]
    assert asked == [{"person": "Stanislav Zas"}]
    assert {row["id"] for row in found} >= {"astana-2018-05-cssc"}
    assert "CC0-1.0" in page
    assert "<script>alert(1)</script>" not in page


def test_attendance_has_the_chair_who_is_not_among_the_attendees(whole: Store, tmp_path: Path) -> None:
    path = exported(whole, "sqlite", tmp_path / "csto.sqlite")
    asked = "SELECT person_id, person, state_id, office_id, role, presence, acting FROM attendance WHERE meeting_id = ?"
    seated = ("viktor-ivanov", "Viktor Ivanov", "russia", "drug-control-head", "chair", None, 0)
    assert ask(path, asked, "moscow-2009-03-ksopn") == [seated]
    described = json.loads((tmp_path / "csto.metadata.json").read_text(encoding="utf-8"))["databases"]["csto"]["tables"]
    assert described["unlisted_chairs"] == {"description": "The chairs of meetings who are not among the attendees there"}
