"""The help pages: one for every command, with worked examples that work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from csto_cli.cli.asking import presences
from csto_cli.cli.program import COMMANDS, build
from csto_cli.cli.topics import TOPICS
from tests.cli.running import csto, process

EXAMPLE = re.compile(r"^ *(csto .*)$", re.MULTILINE)
ENDS = {"check": (0, 3)}
"""Commands whose example may end otherwise than with 0: a check ends with 3 while the record has errors."""


def help_of(command: str) -> str:
    """The help page of a command."""
    ran = csto(command, "--help", env={"COLUMNS": "80"})
    assert ran.code == 0
    assert ran.err == ""
    return ran.out


def examples(command: str) -> list[str]:
    """The command lines in a command's docstring, which its help page shows."""
    return EXAMPLE.findall(build(command, COMMANDS[command]).help or "")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_page_that_begins_with_its_line(command: str) -> None:
    page = help_of(command)
    assert page.startswith(f"Usage: csto {command} ")
    # The list of commands says the same; an explanation may follow where its line has a full stop or a semicolon.
    first = " ".join(page.partition("\n\n")[2].partition("\n\n")[0].split())
    stem = COMMANDS[command].help.rstrip(".")
    assert first.replace("  ", " ").startswith(stem[:20])
    assert csto(command, "-h", env={"COLUMNS": "80"}).out == page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_worked_example(command: str) -> None:
    lines = examples(command)
    assert lines
    page = " ".join(help_of(command).split())
    for line in lines:
        assert " ".join(line.split()) in page


@pytest.mark.parametrize("line", [line for command in COMMANDS for line in examples(command)])
def test_every_example_works(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    words, _, file = line.partition(" > ")
    command, *args = shlex.split(words, comments=True)[1:]
    assert not {"|", "&&", ";"} & set(args), "an example is one command"
    ran = csto(command, *args)
    if ran.code == 2 and "pip install" in ran.err:
        pytest.skip(ran.err.splitlines()[-1])
    assert not file or ran.out
    assert ran.code in ENDS.get(command, (0,)), ran.err
    assert ran.out or ran.err or list(tmp_path.iterdir())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_explained(command: str) -> None:
    page = help_of(command)
    for param in build(command, COMMANDS[command]).params:
        name = param.opts[0]
        if name.startswith("-"):
            assert re.search(rf"{re.escape(name)}\b.*\S", page)
        assert getattr(param, "help", None), f"{command} {name} has no help"


@pytest.mark.parametrize(("command", "table"), [("meetings", "meetings"), ("exercises", "exercises"), ("export", "timeline")])
def test_the_help_of_presence_names_what_the_command_takes_and_nothing_else(command: str, table: str) -> None:
    line = re.search(r"--presence HOW +(.*)\n", csto(command, "--help", env={"COLUMNS": "200"}).out)
    assert line
    named = set(re.findall(r"in-person|video|represented|absent|announced", line[1]))
    assert named <= set(presences(table))
    assert "..." in line[1] or named == set(presences(table))


def test_the_first_page_lists_every_command_and_the_exit_codes() -> None:
    page = csto("--help", env={"COLUMNS": "80"}).out
    for command, entry in COMMANDS.items():
        assert re.search(rf"^  {command} +\S", page, re.MULTILINE)
        assert entry.help.split(",")[0][:40].split("\n")[0].split()[0] in page
    for code in range(5):
        assert f"{code} " in page
    assert csto(env={"COLUMNS": "80"}).out == page


def test_the_version_is_said() -> None:
    assert re.fullmatch(r"csto \d+\.\d+\.\d+\n", csto("--version").out)


def test_help_needs_no_store(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    for args in (["--help"], ["--version"], ["who", "--help"], ["help", "formats"], ["states", "--help"]):
        assert process(*args, CSTO_DB=missing).code == 0


def test_every_topic_is_named_on_the_first_page() -> None:
    page = " ".join(csto("--help").out.split())
    assert all(topic in page for topic in TOPICS)
