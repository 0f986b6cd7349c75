"""Streams that end, fill up, are closed or speak another encoding: no traceback, nothing lost, nothing garbled without a word."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from rich.cells import cell_len

from csto_cli.cli.door import note
from tests.cli.running import ROOT, Ran, csto, environment, process, shell

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def at_terminal(*args: str, width: int = 80, **changed: str | None) -> tuple[int, str]:
    """Run `csto` on a terminal of its own; the exit code and all that the terminal was sent."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "csto_cli", *args]
    env = environment(**{"COLUMNS": str(width), "TERM": "xterm-256color", **changed})
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env, cwd=ROOT) as child:
        os.close(slave)
        sent = bytearray()
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not piece:
                break
            sent += piece
        child.wait(timeout=30)
    os.close(master)
    return child.returncode, sent.decode("utf-8", "replace").replace("\r\n", "\n")


@pytest.mark.parametrize(
    "question",
    [
        "csto sources",
        "csto sources --json",
        "csto meetings --format md",
        "csto schema",
        "csto show kazakhstan",
        "csto export --to html /dev/stdout",
    ],
)
def test_a_reader_that_goes_away_ends_it_quietly(question: str) -> None:
    ran = shell(f"{question} | head -1 >/dev/null; echo ${{PIPESTATUS[0]}}")
    assert ran.out in ("141\n", "0\n")
    assert ran.err == ""


def test_a_pipe_closed_early_is_told_by_the_exit_code() -> None:
    assert shell("csto sources --json | head -1 >/dev/null; echo ${PIPESTATUS[0]}").out == "141\n"


def test_an_export_goes_to_standard_output_whatever_that_is(tmp_path: Path) -> None:
    made = tmp_path / "page.html"
    assert shell(f"csto export --to html --only zas {made}").err == ""
    page = made.read_text(encoding="utf-8")
    asked = "csto export --to html --only zas /dev/stdout"
    assert shell(f"{asked} | cat") == Ran(0, page.encode(), page, "")
    assert shell(f"echo before > {made}; {asked} >> {made}; echo after >> {made}").code == 0
    assert made.read_text(encoding="utf-8") == f"before\n{page}after\n"
    assert shell("csto export --to html --only zas >(cat)").out == page
    assert shell("csto export --to html --only zas /dev/null") == Ran(0, b"", "", "")
    assert at_terminal("export", "--to", "html", "--only", "zas", "/dev/stdout") == (0, page)


def test_an_export_to_a_full_or_closed_standard_output_is_said() -> None:
    ran = shell("csto export --to html --only zas /dev/full")
    assert (ran.code, ran.err) == (4, "csto: /dev/full could not be written: No space left on device\n")
    ran = shell("csto export --to html --only zas /dev/stdout >&-")
    assert (ran.code, ran.err) == (4, "csto: /dev/stdout could not be written: Bad file descriptor\n")


@pytest.mark.parametrize("question", ["states", "states --json", "show kazakhstan", "--help", "help formats", "schema", "states --fields"])
def test_a_full_disk_is_said(question: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    ran = shell(f"csto {question} > /dev/full")
    assert (ran.code, ran.err) == (4, "csto: the answer could not be written: No space left on device\n")


@pytest.mark.parametrize("question", ["states", "states --json", "show kazakhstan", "--help", "help formats", "--version"])
def test_a_closed_standard_output_is_said(question: str) -> None:
    ran = shell(f"csto {question} >&-")
    assert (ran.code, ran.err) == (4, "csto: the answer could not be written: standard output is closed\n")


def test_closed_standard_error_and_input_are_no_fault() -> None:
    assert shell("csto who atlantis 2>&-").code == 1
    assert shell("csto who atlantis 2>&-").out == ""
    assert shell("csto who - --json <&-").out == "[]\n"


def test_an_interrupt_ends_it_as_an_interrupt(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "csto_cli", "who", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=ROOT
    ) as child:
        time.sleep(0.6)  # it now waits for names
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=20)
    assert child.returncode == -signal.SIGINT
    assert (out, err) == (b"", b"")


def test_an_interrupt_while_it_starts_shows_no_traceback() -> None:
    command = [sys.executable, "-m", "csto_cli", "states"]
    for wait in (0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), cwd=ROOT) as child:
            time.sleep(wait)
            child.send_signal(signal.SIGINT)
            _, err = child.communicate(timeout=20)
        # Before the first line of this program runs, the interpreter itself answers an interrupt.
        assert b"csto_cli/cli/" not in err


@pytest.mark.parametrize(
    ("variables", "encoding"),
    [
        ({"LC_ALL": "C"}, "utf-8"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
        ({"PYTHONIOENCODING": "cp1251"}, "cp1251"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    ],
)
def test_machines_get_utf8_whatever_the_locale_says(variables: dict[str, str], encoding: str) -> None:
    for options in (["--json"], ["--format", "csv"], ["--format", "md"], []):
        ran = process("states", "--lang", "ru", *options, **variables)
        assert ran.code == 0
        assert "Казахстан" in ran.raw.decode("utf-8")
    assert process("who", "Казахстан", "--ids", **variables).code == 0
    assert process("who", "-", "--fields", "asked", stdin="Казахстан\n".encode(), **variables).out.startswith("asked\nkazakhstan\n")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "ascii"])
def test_people_get_their_encoding_with_escapes_and_a_word_about_them(encoding: str) -> None:
    ran = process("states", "--lang", "ru", "--format", "table", PYTHONIOENCODING=encoding, COLUMNS="260")
    assert ran.code == 0
    text = ran.raw.decode(encoding)
    if encoding == "cp1251":
        assert "Казахстан" in text
        assert ran.err == ""
    else:
        assert "Казахстан".encode("ascii", "backslashreplace").decode() in text
        assert f"the encoding {encoding} lacks some characters" in ran.err
    assert all(cell_len(line) <= 260 for line in text.splitlines())


def test_input_that_is_no_utf8_is_a_name_that_nobody_has() -> None:
    ran = process("who", "-", stdin=b"\xff\xfe\n")
    assert ran.code == 1
    assert ran.err.startswith("csto: no state, person, office or body")


def test_a_terminal_has_colour_and_a_dumb_one_has_none() -> None:
    code, coloured = at_terminal("who", "kazakhstan")
    assert code == 0
    assert "\x1b[" in coloured
    for variables in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"FORCE_COLOR": "0"}):
        code, plain = at_terminal("who", "kazakhstan", **variables)
        assert code == 0
        assert "\x1b" not in plain
        assert plain == ANSI.sub("", coloured)


def test_force_color_colours_only_what_is_drawn() -> None:
    assert "\x1b[" in process("states", "--format", "table", FORCE_COLOR="1").out
    assert "\x1b" not in process("states", "--format", "table", FORCE_COLOR="1", NO_COLOR="1").out
    for options in ([], ["--json"], ["--format", "md"], ["--help"], ["--bogus"]):
        ran = process("states", *options, FORCE_COLOR="1", GITHUB_ACTIONS="true")
        assert "\x1b" not in ran.out + ran.err


def words(text: str) -> str:
    """A text without anything but letters and digits, so that folding and drawing make no difference."""
    return re.sub(r"[\W_]+", "", text)


WIDTHS = [20, 24, 31, 40, 60, 80, 100, 137, 200, 400]
SCREENS = [
    ["meetings", "--year", "2018"],
    ["who", "kazakhstan"],
    ["show", "astana-2018-05-cssc", "--sources"],
    ["docs", "--meeting", "astana-2018"],
    ["states"],
]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("args", SCREENS, ids=lambda args: args[0])
def test_no_line_but_an_address_is_wider_than_the_terminal_and_nothing_is_cut(args: list[str], width: int) -> None:
    ran = csto(*args, "--format", "table", terminal=True, env={"COLUMNS": str(width), "NO_COLOR": "1"})
    assert ran.code == 0
    too_wide = [line for line in ran.out.splitlines() if cell_len(line) > width and not re.fullmatch(r"https?://\S+", line)]
    assert too_wide == []
    if width >= 400:
        return
    if "…" not in ran.out:
        widest = csto(*args, "--format", "table", terminal=True, env={"COLUMNS": "400", "NO_COLOR": "1"}).out
        letters, wanted = sorted(words(ran.out)), sorted(words(widest))
        assert len(letters) >= 0.9 * len(wanted)


def test_every_value_of_a_table_is_there_at_twenty_columns() -> None:
    drawn = words(csto("meetings", "--year", "2018", "--format", "table", env={"COLUMNS": "20"}).out)
    for meeting in json.loads(csto("meetings", "--year", "2018", "--json").out):
        assert words(meeting["id"]) in drawn


@pytest.mark.parametrize("columns", ["0", "-5", "many", "1", "99999"])
def test_columns_that_make_no_sense_do_no_harm(columns: str) -> None:
    ran = process("states", "--format", "table", COLUMNS=columns)
    assert ran.code == 0
    assert "armenia" in ran.out


def test_a_real_terminal_gets_no_line_wider_than_itself() -> None:
    for width in (40, 80, 132):
        code, sent = at_terminal("meetings", "--year", "2018", width=width)
        assert code == 0
        assert max(cell_len(ANSI.sub("", line)) for line in sent.splitlines() if not line.startswith("csto: ")) <= width


def test_json_on_a_terminal_is_json() -> None:
    code, sent = at_terminal("show", "kazakhstan", "--json")
    assert code == 0
    assert json.loads(sent)[0]["id"] == "kazakhstan"


def test_notes_go_to_standard_error_alone() -> None:
    ran: Ran = csto("docs", "--meeting", "astana-2018-05-cssc", "--json")
    assert json.loads(ran.out)
    assert all(line.startswith("csto: note: ") for line in ran.err.splitlines())
    assert ran.err


def test_a_note_at_a_terminal_breaks_between_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    note("who was there is not known in full for astana-2018-05-cssc")
    assert capsys.readouterr().err == "csto: note: who was there is not known in full for astana-2018-05-cssc\n"
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    note("who was there is not known in full for astana-2018-05-cssc")
    assert capsys.readouterr().err == "csto: note: who was there is not known\n    in full for astana-2018-05-cssc\n"


@pytest.mark.parametrize(
    "asked",
    [
        ("docs", "--meeting"),
        ("docs", "--state"),
        ("meetings", "--person"),
        ("timeline", "--state"),
        ("officials", "--office"),
        ("changes", "--since", "2018", "--state"),
        ("who", "--office"),
        ("who", "kazakhstan", "--state"),
        ("who", "--year", "2018", "--at"),
        ("docs", "--topic"),
        ("exercises", "--series"),
    ],
)
def test_a_list_that_no_name_came_for_is_empty_and_says_why(asked: tuple[str, ...]) -> None:
    ran = csto(*asked, "-", "--ids")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "csto: note: no name came on standard input, so nothing was looked up\n"


def test_an_office_that_came_on_standard_input_is_looked_up_once() -> None:
    ran = csto("who", "--office", "-", "--on", "2018-01-01", "--ids", stdin=b"secretary-general\n")
    assert (ran.code, ran.out) == (0, "yuri-khachaturov\n")


@pytest.mark.parametrize("command", ["who", "show", "search", "meetings --meeting"])
def test_input_that_is_no_text_is_refused_before_it_is_read_to_its_end(command: str) -> None:
    ran = shell(f"csto {command} - < /dev/zero")
    assert (ran.code, ran.out, ran.err) == (2, "", "csto: what came on standard input is no text; names are read from it, one a line\n")
