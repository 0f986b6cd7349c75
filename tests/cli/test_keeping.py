"""`info`, `check` and `schema`: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from csto_cli import __version__
from csto_cli.schema import json_schema
from tests.factories import chairmanship, keyed, meeting, meta, minimal, topic, write_json, write_store

ROOT = Path(__file__).parents[2]


class Ran(NamedTuple):
    """What a run left behind."""

    code: int
    out: str
    err: str


def csto(*args: object, **environment: str) -> Ran:
    """Run the program in a process of its own."""
    command = [sys.executable, "-m", "csto_cli", *map(str, args)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=60, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def test_info_is_one_record(db: Path) -> None:
    ran = csto("info", "--json", "--db", db)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == [
        {
            "program_version": __version__,
            "schema_version": 1,
            "data_version": "1.0.0",
            "as_of": "2020-12-31",
            "title": "A small record",
            "licence": "CC0-1.0",
            "path": str(db),
            "first_date": "2016-12-28",
            "last_date": "2018-10-10",
            "counts": {
                "meta": 1,
                "states": 1,
                "officials": 1,
                "offices": 1,
                "bodies": 2,
                "meetings": 1,
                "documents": 1,
                "exercises": 1,
                "chairmanships": 1,
                "topics": 1,
                "sources": 1,
                "posts": 1,
                "seats": 1,
            },
        }
    ]


def test_info_off_a_terminal_is_lines_of_field_and_value(db: Path) -> None:
    lines = csto("info", "--db", db).out.splitlines()
    assert lines[:4] == ["name\tA small record", f"program\t{__version__}", "schema\t1", "data\t1.0.0"]
    assert "meetings\t1" in lines


def test_info_takes_the_store_from_the_environment(db: Path) -> None:
    assert csto("info", "--fields", "path,counts.meetings", CSTO_DB=str(db)).out == f"path\tcounts.meetings\n{db}\t1\n"


def test_fields_are_listed_and_unknown_ones_refused(db: Path) -> None:
    assert csto("info", "--db", db, "--fields").out.splitlines()[:2] == ["program_version", "schema_version"]
    ran = csto("check", "--db", db, "--fields", "colour")
    assert ran == (2, "", "csto: no field 'colour'; the fields are: level, table, id, field, problem\n")


def test_coverage_is_a_list(db: Path) -> None:
    ran = csto("info", "--coverage", "--db", db, "--format", "csv")
    assert (ran.code, ran.err) == (
        0,
        "csto: note: firm: on sources of two origins or more, or on one of the organisation, of a state or a text of law\n",
    )
    lines = ran.out.splitlines()
    assert lines[:2] == ["table,group,year,records,two_sources,official,firm", "states,all,all,1,0,1,1"]
    assert [line for line in lines if line.startswith("meetings")] == [
        "meetings,all,all,1,0,1,1",
        "meetings,all,2018,1,0,1,1",
        "meetings,cssc,all,1,0,1,1",
        "meetings,cssc,2018,1,0,1,1",
    ]


def test_coverage_as_json_and_on_a_screen(db: Path) -> None:
    records = json.loads(csto("info", "--coverage", "--json", "--db", db).out)
    assert records[0] == {"table": "states", "group": "all", "year": "all", "records": 1, "two_sources": 0, "official": 1, "firm": 1}
    assert "meetings: 1, 1 of them firm (100%)" in csto("info", "--coverage", "--format", "table", "--db", db).out


def test_check_of_a_store_in_order(db: Path) -> None:
    assert csto("check", "--db", db) == (0, "level\ttable\tid\tfield\tproblem\n", f"csto: note: 0 problems in 12 records of {db}\n")
    assert csto("check", "--json", "--db", db) == (0, "[]\n", f"csto: note: 0 problems in 12 records of {db}\n")


def spoilt(tmp_path: Path, **tables: list[dict[str, Any]]) -> Path:
    return write_store(tmp_path / "db.json", {**minimal(), **tables})


def test_check_lists_problems_and_exits_3(tmp_path: Path) -> None:
    path = spoilt(
        tmp_path, topics=[topic(broader="cheese")], chairmanships=[chairmanship(), chairmanship("kazakhstan", 2019, start="2018-06-01")]
    )
    ran = csto("check", "--json", "--db", path)
    assert (ran.code, ran.err) == (3, f"csto: note: 2 problems in 13 records of {path}\n")
    assert json.loads(ran.out) == [
        {"level": "error", "table": "topics", "id": "information-policy", "field": "broader", "problem": "no record 'cheese'"},
        {
            "level": "error",
            "table": "chairmanships",
            "id": "chairmanship-kazakhstan-2019",
            "field": "start",
            "problem": "shares 2018-06-01 to 2018-12-31 with chairmanship-kazakhstan-2018",
        },
    ]
    assert csto("check", "--ids", "--db", path).out == "information-policy\nchairmanship-kazakhstan-2019\n"
    assert (
        csto("check", "--table", "topics", "--fields", "id,problem", "--db", path).out
        == "id\tproblem\ninformation-policy\tno record 'cheese'\n"
    )
    assert len(csto("check", "--limit", "1", "--db", path).out.splitlines()) == 2
    assert csto("check", "--table", "states", "--db", path).code == 0


def test_gaps_are_listed_counted_and_no_error(db: Path) -> None:
    ran = csto("check", "--gaps", "--table", "exercises", "--db", db)
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == [
        "warning\texercises\trubezh-2018\tparticipants\tno participants",
        "warning\texercises\trubezh-2018\tpersonnel\tno strength",
    ]
    assert ran.err == f"csto: note: 0 problems in 12 records of {db}\ncsto: note: 2 gaps: exercises 2\n"


def test_an_unknown_table_is_refused(db: Path) -> None:
    ran = csto("check", "--table", "treaties", "--db", db)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("csto: no table 'treaties' here; it is one of: meta, states, officials")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda t: t.pop("topics"), "error\ttopics\t\t\tthe table is missing"),
        (lambda t: t.update(treaties={}), "error\ttreaties\t\t\tno such table in a store"),
        (lambda t: t.update(topics=[1]), "error\ttopics\t\t\tthe table is no object of records"),
        (lambda t: t["topics"]["1"].pop("id"), "error\ttopics\t\tid\tthe record under the storage key '1' has no id"),
        (lambda t: t["meta"].clear(), "error\tmeta\t\t\tmust hold one record, holds 0"),
        (lambda t: t["meta"].update({"2": meta(id="second")}), "error\tmeta\t\t\tmust hold one record, holds 2"),
        (lambda t: t["meta"]["1"].update(schema_version="one"), "error\tmeta\tmeta\tschema_version\tExpected `int`, got `str`"),
        (lambda t: t["meetings"]["1"].update(attendees=7), "error\tmeetings\tastana-2018-05-cssc\tattendees\tExpected `array`, got `int`"),
    ],
)
def test_check_looks_into_a_store_that_no_question_can_be_asked_of(tmp_path: Path, change: Any, line: str) -> None:
    tables = keyed(minimal())
    change(tables)
    ran = csto("check", "--db", write_json(tmp_path, tables))
    assert ran.code == 3
    assert line in ran.out.splitlines()
    assert "Traceback" not in ran.err


def test_a_key_that_stands_twice_is_told_with_its_place(db: Path) -> None:
    db.write_text(db.read_text().replace('"iso2": "KA",', '"iso2": "KA", "iso2": "KZ",'))
    ran = csto("check", "--db", db)
    assert ran.code == 3
    assert "error\tstates\t\t1\tthe key 'iso2' stands twice in one object" in ran.out.splitlines()


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"a": 1}', "{", '{"meta": {"1": {"id": "meta", "schema_version": 99}}}', "NaN"])
def test_what_is_no_store_is_one_line_and_exit_3(tmp_path: Path, content: str) -> None:
    path = tmp_path / "db.json"
    path.write_text(content)
    ran = csto("info", "--db", path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (3, "", 1)
    assert ran.err.startswith("csto: ")
    looked = csto("check", "--db", path)
    assert looked.code == 3
    assert "Traceback" not in looked.err


def test_a_newer_schema_is_not_judged(tmp_path: Path) -> None:
    path = write_store(tmp_path, {**minimal(), "meta": [meta(schema_version=99)]})
    assert csto("check", "--db", path) == (3, "", f"csto: {path} has schema version 99, this csto knows 1: update csto to read it\n")


@pytest.mark.parametrize("command", ["info", "check"])
def test_a_missing_file_and_a_folder(tmp_path: Path, command: str) -> None:
    assert csto(command, "--db", tmp_path / "none.json").code == 3
    assert csto(command, "--db", tmp_path).code == 3
    assert list(tmp_path.iterdir()) == []


def test_fix_says_what_it_did(db: Path) -> None:
    wanted = db.read_bytes()
    db.write_text(json.dumps(json.loads(wanted)), encoding="utf-8")
    assert csto("check", "--db", db).code == 3
    ran = csto("check", "--fix", "--db", db)
    assert ran.code == 0
    assert ran.err.startswith(f"csto: note: {db} rewritten in canonical form, from line 1 on (")
    assert db.read_bytes() == wanted
    assert csto("check", "--fix", "--db", db).err.startswith(f"csto: note: {db} is in canonical form; nothing was written\n")


def test_fix_leaves_what_is_wrong_in_form(tmp_path: Path) -> None:
    path = spoilt(tmp_path, topics=[topic(broader="cheese")])
    path.write_text(json.dumps(json.loads(path.read_text())))
    before = path.read_bytes()
    ran = csto("check", "--fix", "--db", path)
    assert (ran.code, ran.out) == (3, "")
    words = "topics/information-policy broader: no record 'cheese'; mend what `csto check` lists, then --fix"
    assert ran.err == f"csto: {path} is not rewritten: {words}\n"
    assert path.read_bytes() == before


def test_nothing_but_fix_writes(tmp_path: Path) -> None:
    path = spoilt(tmp_path, meetings=[meeting(date="2018-02-30")])
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    for args in (["info"], ["check"], ["check", "--gaps"], ["info", "--coverage"]):
        csto(*args, "--db", path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [file.name for file in tmp_path.iterdir()] == ["db.json"]


def test_schema_is_the_json_schema() -> None:
    ran = csto("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == json.loads(json.dumps(json_schema()))
    assert ran.out.startswith('{\n  "$schema": "https://json-schema.org/draft/2020-12/schema",\n')


def test_coverage_of_a_year_of_one_table(db: Path) -> None:
    assert csto("info", "--coverage", "--table", "meetings", "--year", "1996", "--db", db).out.splitlines() == [
        "table\tgroup\tyear\trecords\ttwo_sources\tofficial\tfirm",
        "meetings\tall\t1996\t0\t0\t0\t0",
        "meetings\tcssc\t1996\t0\t0\t0\t0",
    ]
    assert csto("info", "--coverage", "--table", "topics", "--db", db).code == 2
    refused = csto("info", "--year", "1996", "--db", db)
    assert (refused.code, refused.err) == (2, "csto: --table and --year go with --coverage\n")
