"""`cite` and `export` as they are typed."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from csto_cli.publish import FORMATS, STYLES
from tests.cli.running import csto as in_process
from tests.factories import document, event, exercise, meeting, membership, minimal, seat, source, state, write_store

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """The minimal store with a second meeting and a document of its own."""
    tables = minimal()
    tables["meetings"].append(meeting("minsk-2017-11-csc", date="2017-11-30", place={"en": "Minsk"}, chair=None, attendees=None))
    tables["documents"].append(document("statement-2017", date="2017-11-30", events=[event("minsk-2017-11-csc")]))
    return write_store(tmp_path / "db.json", tables)


def csto(db: Path, *args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """Run the program on that store."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "csto_cli", *args, "--db", str(db)], capture_output=True, text=True, input=stdin, env=env, encoding="utf-8"
    )


def test_cite_without_a_reference_cites_the_data_set(db: Path) -> None:
    result = csto(db, "cite")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("The csto maintainers. A small record. Data version 1.0.0, as of 2020-12-31. Licence: CC0-1.0")


@pytest.mark.parametrize("style", STYLES)
def test_cite_takes_every_style(db: Path, style: str) -> None:
    result = csto(db, "cite", "astana-2018", "--style", style)
    assert result.returncode == 0
    assert "https://example.org/odkb-page" in result.stdout


def test_cite_takes_ids_names_meeting_references_and_standard_input(db: Path) -> None:
    result = csto(db, "cite", "action-plan-2018", "-", "--style", "csl-json", stdin="minsk\nYermekbayev\n")
    ids = [item["id"] for item in json.loads(result.stdout)]
    assert ids == ["action-plan-2018", "odkb-page", "minsk-2017-11-csc", "nurlan-yermekbayev"]


ADDRESS = "https://example.org/" + "page-" * 8
WRAPPED = f"""\
Action plan. 2018-05-24. The title is a
description. Record action-plan-2018 of
A small record, data version 1.0.0, as
of 2020-12-31.
[1] CSTO.
{ADDRESS}
Read 2020-12-31. Cited for: the record
as a whole.
"""
PLAIN = f"""\
Action plan. 2018-05-24. The title is a description. Record action-plan-2018 of A small record, data version 1.0.0, as of 2020-12-31.
[1] CSTO. {ADDRESS} Read 2020-12-31. Cited for: the record as a whole.
"""


def test_cite_is_wrapped_for_a_terminal_with_addresses_whole_and_nowhere_else(tmp_path: Path) -> None:
    asked = ("cite", "action-plan-2018", "--db", str(write_store(tmp_path / "db.json", minimal() | {"sources": [source(url=ADDRESS)]})))
    assert in_process(*asked, terminal=True, env={"COLUMNS": "40"}).out == WRAPPED
    assert in_process(*asked, env={"COLUMNS": "40"}).out == PLAIN
    for style in set(STYLES) - {"text"}:
        on_a_terminal = in_process(*asked, "--style", style, terminal=True, env={"COLUMNS": "40"}).out
        assert on_a_terminal == in_process(*asked, "--style", style).out


def test_cite_takes_a_part_of_a_record(db: Path) -> None:
    result = csto(db, "cite", "kazakhstan:memberships:1")
    assert result.stdout.startswith("Kazakhstan; membership: The CSTO, member, since 2003-09-18, current. In: A small record")
    wrong = csto(db, "cite", "kazakhstan:memberships:2")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == "csto: kazakhstan has no part memberships 2; its parts: memberships (1 to 1)\n"


def test_cite_takes_a_part_from_whichever_fitting_record_has_it(tmp_path: Path) -> None:
    longer = document("longer-plan-2018", events=[event(action="approved"), event(action="signed")])
    db = write_store(tmp_path / "db.json", minimal() | {"documents": [document(), longer]})
    result = csto(db, "cite", "Action plan:events:2")
    assert result.stdout.startswith("Action plan; event: Meeting of the Committee of Secretaries, Astana, signed. 2018-05-24.")
    assert result.stdout.count("[1]") == 1
    assert csto(db, "cite", "Action plan:events:3").stderr == "csto: action-plan-2018 has no part events 3; its parts: events (1 to 1)\n"


def test_cite_of_nothing_on_standard_input_cites_nothing(db: Path) -> None:
    for typed in ("", "\n  \n"):
        result = csto(db, "cite", "-", stdin=typed)
        assert (result.returncode, result.stdout) == (0, "")
        assert result.stderr == "csto: note: no reference came through standard input, so nothing is cited\n"


def test_cite_says_how_many_records_a_reference_fits(db: Path) -> None:
    result = csto(db, "cite", "Action plan", "--style", "csl-json")
    assert [item["id"] for item in json.loads(result.stdout)] == ["action-plan-2018", "odkb-page", "statement-2017"]
    assert result.stderr == "csto: note: 'Action plan' fits 2 records, all cited; an id names one\n"
    assert csto(db, "cite", "statement-2017", "action-plan-2018").stderr == ""


def test_cite_says_what_it_cannot_do(db: Path) -> None:
    unknown = csto(db, "cite", "atlantis")
    assert (unknown.returncode, unknown.stdout) == (1, "")
    assert "atlantis" in unknown.stderr
    style = csto(db, "cite", "--style", "apa")
    assert (style.returncode, style.stderr) == (2, "csto: no style 'apa'; the styles are: text, bibtex, csl-json, ris, markdown\n")


def rows(path: Path, table: str) -> list[str]:
    """The ids in a table of an SQLite export."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] for row in connection.execute(f"SELECT id FROM {table} ORDER BY id")]


def test_export_writes_the_whole_store_and_nothing_to_stdout(db: Path, tmp_path: Path) -> None:
    result = csto(db, "export", "--to", "sqlite", str(tmp_path / "c.sqlite"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert rows(tmp_path / "c.sqlite", "meetings") == ["astana-2018-05-cssc", "minsk-2017-11-csc"]


def test_the_format_of_an_export_is_read_in_any_case(db: Path, tmp_path: Path) -> None:
    result = csto(db, "export", "--to", "SQLite", str(tmp_path / "c.sqlite"))
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert rows(tmp_path / "c.sqlite", "meetings") == ["astana-2018-05-cssc", "minsk-2017-11-csc"]


@pytest.mark.parametrize(
    ("asked", "meetings", "documents"),
    [
        (["--table", "meetings", "--year", "2017"], ["minsk-2017-11-csc"], []),
        (["--year", "2017"], ["minsk-2017-11-csc"], ["statement-2017"]),
        (["--meeting", "astana-2018"], ["astana-2018-05-cssc"], ["action-plan-2018"]),
        (["--table", "docs", "--type", "plan", "--until", "2017"], ["minsk-2017-11-csc"], ["statement-2017"]),
        (["--only", "minsk"], ["minsk-2017-11-csc"], []),
        (["--table", "topics"], [], []),
        (["--place", "minsk", "--only", "statement-2017"], ["minsk-2017-11-csc"], ["statement-2017"]),
        (["--action", "signed", "--year", "2017"], ["minsk-2017-11-csc"], ["statement-2017"]),
        (["--table", "docs", "--action", "ratified"], [], []),
    ],
)
def test_filters_choose_and_references_come_along(
    db: Path, tmp_path: Path, asked: list[str], meetings: list[str], documents: list[str]
) -> None:
    result = csto(db, "export", "--to", "sqlite", str(tmp_path / "c.sqlite"), *asked)
    assert result.returncode == 0, result.stderr
    assert rows(tmp_path / "c.sqlite", "meetings") == meetings
    assert rows(tmp_path / "c.sqlite", "documents") == documents


DISPUTES = [{"field": "date", "value": "2018-05-25", "sources": ["odkb-page"], "reason": "Another source."}]


def cards(db: Path, path: Path, *asked: str) -> list[str]:
    """The ids of the records in a hand-out."""
    result = csto(db, "export", "--to", "md", "--force", *asked, str(path))
    assert result.returncode == 0, result.stderr
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("- id: ") for line in lines if line.startswith("- id: ")]


def test_export_takes_every_option_by_which_a_list_chooses(tmp_path: Path) -> None:
    seats = [seat(presence="in-person"), seat(None, state="armenia", presence="absent")]
    tables = minimal()
    tables["states"] = [state("armenia"), state(memberships=[membership(disputes=[{**DISPUTES[0], "field": "start"}])])]
    tables["meetings"] = [meeting(disputes=DISPUTES, attendees=seats), meeting("minsk-2017-11-csc", date="2017-11-30", attendees=[seat()])]
    tables["exercises"].append(exercise("search-2017", series="search", absent=["armenia"]))
    db, path = write_store(tmp_path / "db.json", tables), tmp_path / "c.md"
    assert cards(db, path, "--disputed") == ["kazakhstan", "astana-2018-05-cssc"]
    assert cards(db, path, "--disputed", "--table", "meetings") == ["astana-2018-05-cssc"]
    assert cards(db, path, "--disputed", "--only", "minsk") == []
    assert cards(db, path, "--presence", "absent", "--state", "armenia") == ["astana-2018-05-cssc", "search-2017"]
    assert cards(db, path, "--series", "search") == ["search-2017"]
    assert cards(db, path, "--action", "signed") == ["action-plan-2018"]


def test_documents_at_named_meetings_are_those_with_which_the_act_asked_for_was_done_there(tmp_path: Path) -> None:
    tables = minimal()
    tables["meetings"].append(meeting("minsk-2017-11-csc", date="2017-11-30"))
    tables["documents"].append(document("treaty", events=[event("minsk-2017-11-csc", action="approved"), event()]))
    db, path = write_store(tmp_path / "db.json", tables), tmp_path / "c.md"
    assert cards(db, path, "--table", "docs", "--meeting", "minsk-2017") == ["treaty"]
    assert cards(db, path, "--table", "docs", "--meeting", "minsk-2017", "--action", "approved") == ["treaty"]
    assert cards(db, path, "--table", "docs", "--meeting", "minsk-2017", "--action", "signed") == []
    assert csto(db, "docs", "--meeting", "minsk-2017", "--action", "signed", "--ids").stdout == ""


def test_a_filter_that_fits_nothing_makes_an_empty_file_and_a_note(db: Path, tmp_path: Path) -> None:
    result = csto(db, "export", "--to", "csl-json", str(tmp_path / "c.json"), "--table", "meetings", "--year", "1970")
    assert (result.returncode, result.stdout) == (0, "")
    assert result.stderr == "csto: note: nothing fits: what is written is valid and holds no records\n"
    assert (tmp_path / "c.json").read_text() == "[]\n"
    again = csto(db, "export", "--to", "csl-json", str(tmp_path / "d.json"), "--table", "meetings", "--year", "1970", "--exit-status")
    assert again.returncode == 1
    assert (tmp_path / "d.json").exists()


def test_export_does_not_overwrite_without_force(db: Path, tmp_path: Path) -> None:
    (tmp_path / "c.ris").write_text("mine")
    result = csto(db, "export", "--to", "ris", str(tmp_path / "c.ris"))
    assert (result.returncode, result.stderr) == (4, f"csto: {tmp_path / 'c.ris'} exists; give --force to replace it\n")
    assert (tmp_path / "c.ris").read_text() == "mine"
    assert csto(db, "export", "--to", "ris", str(tmp_path / "c.ris"), "--force").returncode == 0
    assert (tmp_path / "c.ris").read_text().startswith("TY  - ")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--to", "xlsx", "x"], f"no format 'xlsx'; the formats are: {', '.join(FORMATS)}"),
        (["--to", "ris", "-"], "export makes a file; give it a name"),
        (["--to", "ris", "x", "--type", "plan"], "--type means something else in every table; name one with --table"),
        (["--to", "ris", "x", "--table", "meta"], "no table 'meta' here; it is one of: states, "),
        (["--to", "ris", "x", "--table", "topics", "--year", "2018"], "topics has no list to filter"),
        (["x"], "Missing option '--to'"),
    ],
)
def test_wrong_usage_is_exit_2_and_writes_nothing(db: Path, tmp_path: Path, args: list[str], said: str) -> None:
    result = csto(db, "export", *[str(tmp_path / "x") if arg == "x" else arg for arg in args])
    assert (result.returncode, result.stdout) == (2, "")
    assert said in result.stderr
    assert not (tmp_path / "x").exists()


def on_terminal(db: Path, *args: str) -> str:
    """What the program shows where all its streams are a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
    shown: list[bytes] = []

    def read(descriptor: int) -> bytes:
        data = os.read(descriptor, 1024)
        shown.append(data)
        return data

    before = dict(os.environ)
    os.environ.update({"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "80"})
    try:
        pty.spawn([sys.executable, *args, "--db", str(db)], read, lambda descriptor: b"")
    finally:
        os.environ.clear()
        os.environ.update(before)
    return b"".join(shown).decode()


def test_a_progress_bar_is_drawn_on_a_terminal_when_it_takes_long(db: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    patient = "import sys, csto_cli.cli.progress as p; from csto_cli.cli import main; p.SLOW = {}; main(sys.argv[1:])"
    shown = on_terminal(db, "-c", patient.format(0), "export", "--to", "ris", str(tmp_path / "slow.ris"))
    assert "slow.ris" in shown
    assert "100%" in shown
    quick = on_terminal(db, "-c", patient.format(60), "export", "--to", "ris", str(tmp_path / "quick.ris"))
    assert quick == ""
    capfd.readouterr()


def test_notes_speak_only_of_what_the_format_holds(tmp_path: Path) -> None:
    pytest.importorskip("icalendar", reason="the extra ics is not installed (pip install 'csto-cli[ics]')")
    tables = minimal()
    tables["meetings"].append(meeting("minsk-2017-csc", date="2017", place={"en": "Minsk"}, chair=None, attendees=None))
    tables["documents"].append(document("statement-2017", date="2017", events=None))
    db = write_store(tmp_path / "db.json", tables)
    notes = csto(db, "export", "--to", "ics", "--year", "2017-11", str(tmp_path / "c.ics")).stderr.splitlines()
    assert [line.removeprefix("csto: note: ") for line in notes] == [
        "meetings of which it is only possible that they are of those days: 1 (--certain leaves them out)",
        "meetings left out, because their day is not known: 1",
    ]
    assert "documents of which" in csto(db, "export", "--to", "html", "--year", "2017-11", str(tmp_path / "c.html")).stderr


def test_what_is_only_possibly_meant_is_counted_and_can_be_left_out(tmp_path: Path) -> None:
    tables = minimal()
    tables["meetings"].append(meeting("minsk-2017-csc", date="2017", place={"en": "Minsk"}, chair=None, attendees=None))
    db = write_store(tmp_path / "db.json", tables)
    asked = ["export", "--to", "csl-json", "--table", "meetings", "--year", "2017-11"]
    result = csto(db, *asked, str(tmp_path / "a.json"))
    assert "meetings of which it is only possible that they are of those days: 1 (--certain leaves them out)" in result.stderr
    assert "nothing fits" in csto(db, *asked, "--certain", str(tmp_path / "b.json")).stderr


def test_a_store_with_a_day_that_does_not_exist_is_not_exported(tmp_path: Path) -> None:
    db = write_store(tmp_path / "db.json", minimal() | {"documents": [document(date="2018-02-30")]})
    result = csto(db, "export", "--to", "csv", str(tmp_path / "out"))
    assert result.returncode == 3
    assert "documents/action-plan-2018 date: '2018-02-30' is not a date that exists" in result.stderr
    assert list(tmp_path.iterdir()) == [db]
