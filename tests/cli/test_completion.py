"""Completion of commands, options and values, asked as the scripts ask and in bash, zsh and fish themselves."""

from __future__ import annotations

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from csto_cli.cli.completing import FORMATS as FORMAT_VALUES
from csto_cli.cli.completing import LANGS as LANG_VALUES
from csto_cli.cli.completing import values
from csto_cli.cli.completion import SCRIPTS, taken_apart
from csto_cli.cli.delivery import LANGS
from csto_cli.cli.program import COMMANDS
from csto_cli.render import FORMATS
from tests.cli.running import ROOT, csto, environment, process

KINDS = [
    "years",
    "states",
    "bodies",
    "places",
    "offices",
    "meetings",
    "topics",
    "types",
    "series",
    "officials",
    "presence",
    "tables",
    "fields",
    "formats",
    "langs",
    "names",
    "references",
]


def completed(shell: str, *words: str, **changed: str) -> list[tuple[str, str]]:
    """What a script of that shell is told for these words, the last one unfinished."""
    ran = process(*words, _CSTO_COMPLETE=shell, **changed)
    assert (ran.code, ran.err) == (0, "")
    pairs = [line.partition("\t") for line in ran.out.splitlines()]
    return [(value, text) for value, _, text in pairs]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_values_and_narrows_them(kind: str) -> None:
    found = values(kind, "", "meetings")
    assert found
    value = found[-1][0]
    assert value in [word for word, _ in values(kind, value[:3], "meetings")]
    assert all(word.startswith(value[:3]) for word, _ in values(kind, value[:3], "meetings"))
    assert values(kind, "zzzz-nothing", "meetings") == []


def test_presence_completes_to_what_the_command_takes() -> None:
    assert values("presence", "", "exercises") == [("in-person", ""), ("absent", "")]
    assert values("presence", "v", "meetings") == [("video", "")]


def test_an_unknown_kind_has_no_values() -> None:
    assert values("none", "") == []


def test_values_have_descriptions() -> None:
    assert ("kazakhstan", "Kazakhstan") in values("states", "kaz")
    assert ("stanislav-zas", "Stanislav Zas (Belarus)") in values("officials", "stanislav-z")
    assert all(text for kind in ("states", "bodies", "offices", "topics", "meetings", "formats") for _, text in values(kind, ""))


def test_a_name_in_any_script_completes_to_its_id() -> None:
    assert [value for value, _ in values("names", "Зас")] == ["stanislav-zas"]
    assert [value for value, _ in values("states", "Қаз")] == ["kazakhstan"]


def test_formats_and_languages_are_those_that_are_taken() -> None:
    assert list(FORMAT_VALUES) == list(FORMATS)
    assert tuple(LANG_VALUES) == LANGS


def test_fields_are_completed_after_a_comma_and_for_each_command() -> None:
    assert ("id,place.en", "") in values("fields", "id,place", "meetings")
    assert ("id,id", "") not in values("fields", "id,i", "meetings")
    for command, *names in (["who", "x"], ["search", "x"], ["docs"], ["chairs"], ["timeline"]):
        assert csto(command, *names, "--fields").out.split() == [value for value, _ in values("fields", "", command)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["who", "kaz"], (["who"], "kaz", "")),
        (["docs", "--meeting=ast"], (["docs", "--meeting"], "ast", "--meeting=")),
        (["docs", "--meeting", "=", "ast"], (["docs", "--meeting"], "ast", "")),
        (["docs", "--meeting", "="], (["docs", "--meeting"], "", "")),
        (["who", "'Зас"], (["who"], "Зас", "")),
    ],
)
def test_words_are_taken_apart(words: list[str], expected: tuple[list[str], str, str]) -> None:
    assert taken_apart(words) == expected


def test_commands_and_options_come_with_their_help() -> None:
    assert completed("zsh", "") == [(name, entry.help) for name, entry in COMMANDS.items()]
    assert completed("fish", "meet") == [("meetings", COMMANDS["meetings"].help)]
    assert ("--year", "In this year, or years: 2018, 2016..2018.") in completed("zsh", "meetings", "--ye")


def test_an_option_and_its_value_in_one_word() -> None:
    assert ("--state=kazakhstan", "Kazakhstan") in completed("fish", "meetings", "--state=kaz")
    assert completed("bash", "meetings", "--state", "=", "kaz") == [("kazakhstan", "")]


def test_bash_lists_with_descriptions_and_inserts_without() -> None:
    plain = completed("bash", "states", "--format", "")
    assert plain == [(name, "") for name in FORMATS]
    listed = completed("bash", "states", "--format", "", _CSTO_LISTING="63", _CSTO_WIDTH="60")
    assert listed[0] == ("table  drawn for a person", "")
    narrow = completed("bash", "docs", "--meeting", "astana-2018", _CSTO_LISTING="63", _CSTO_WIDTH="40")
    assert all(len(line) <= 37 for line, _ in narrow)
    assert any(line.endswith("…") for line, _ in narrow)


def test_a_path_is_left_to_the_shell() -> None:
    assert completed("bash", "states", "--db", "") == [("", "files")]
    assert completed("zsh", "states", "--db", "") == [("files", "")]


def test_the_store_named_on_the_line_is_completed_from(db: Path) -> None:
    assert [value for value, _ in completed("zsh", "show", "--db", str(db), "kazakh")] == ["kazakhstan"]


def test_a_broken_store_completes_to_nothing_and_says_nothing(tmp_path: Path) -> None:
    assert completed("zsh", "who", "kaz", CSTO_DB=str(tmp_path / "none.json")) == []


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a `csto` to find on the path, and nothing else."""
    program = tmp_path / "bin" / "csto"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m csto_cli "$@"\n')
    program.chmod(0o755)
    return tmp_path


def in_home(home: Path, **changed: str) -> dict[str, str]:
    """The environment of a shell in that home."""
    path = f"{home / 'bin'}:{os.environ['PATH']}"
    return environment(HOME=str(home), PATH=path, XDG_CONFIG_HOME=str(home), TERM="xterm", PS1="> ", **changed)


def needed(shell: str) -> str:
    """The shell's program; the test is skipped, with the reason, where it is not installed."""
    found = shutil.which(shell)
    if not found:
        pytest.skip(f"{shell} is not installed here")
    return found


@pytest.mark.parametrize("shell", SCRIPTS)
def test_the_shell_takes_the_script(shell: str, home: Path) -> None:
    script = csto("completion", shell).out
    done = subprocess.run([needed(shell), "-n"], input=script, text=True, capture_output=True, env=in_home(home), check=False)
    assert (done.returncode, done.stderr) == (0, "")


def typed_in(command: list[str], home: Path, prepare: str, keys: str, until: str) -> str:
    """Type into an interactive shell; everything it showed until `until` was seen after the keys were pressed."""
    pid, master = pty.fork()
    if pid == 0:
        os.chdir(home)
        os.execve(command[0], command, in_home(home, COLUMNS="160", LINES="50"))
    seen = ""

    def read(enough: Callable[[str], bool], seconds: float) -> str:
        shown, end = "", time.monotonic() + seconds
        while time.monotonic() < end and not enough(shown):
            if select.select([master], [], [], 0.1)[0]:
                try:
                    shown += os.read(master, 65536).decode("utf-8", "replace")
                except OSError:
                    break
        return shown

    try:
        os.write(master, f"{prepare}; echo rea''dy\n".encode())
        read(lambda shown: "ready" in shown, 20)
        os.write(master, keys.encode())
        seen = read(lambda shown: until in shown, 15)
    finally:
        os.write(master, b"\x03\nexit\n")
        os.kill(pid, 9)
        os.waitpid(pid, 0)
        os.close(master)
    return seen


INTERACTIVE = {
    "bash": (["--norc", "--noprofile", "-i"], 'eval "$(csto completion bash)"'),
    "zsh": (["-f", "-i"], 'autoload -Uz compinit; compinit -u -D; eval "$(csto completion zsh)"'),
}


@pytest.mark.parametrize("shell", INTERACTIVE)
def test_the_tab_key_completes_an_id_that_the_command_then_takes(shell: str, home: Path) -> None:
    options, prepare = INTERACTIVE[shell]
    keys = "csto show astana-2018-05-css\t --fields date\n"
    assert "2018-05-24" in typed_in([needed(shell), *options], home, prepare, keys, "2018-05-24")


@pytest.mark.parametrize("shell", INTERACTIVE)
def test_the_tab_key_lists_meetings_with_descriptions(shell: str, home: Path) -> None:
    options, prepare = INTERACTIVE[shell]
    keys = "csto docs --meeting astana-2018-\t\t"
    shown = typed_in([needed(shell), *options], home, prepare, keys, "Committee of Secretaries")
    assert "astana-2018-05-cssc" in shown
    assert "Committee of Secretaries" in shown


def test_fish_completes_commands_options_and_values(home: Path) -> None:
    fish = needed("fish")

    def asked(line: str) -> Iterator[tuple[str, str]]:
        script = f"csto completion fish | source; complete -C '{line}'"
        done = subprocess.run([fish, "-N", "-c", script], text=True, capture_output=True, env=in_home(home), check=False, timeout=60)
        assert done.stderr == ""
        for shown in done.stdout.splitlines():
            value, _, text = shown.partition("\t")
            yield value, text

    assert ("meetings", COMMANDS["meetings"].help) in asked("csto mee")
    assert ("--year", "In this year, or years: 2018, 2016..2018.") in asked("csto meetings --y")
    assert ("kazakhstan", "Kazakhstan") in asked("csto who kaz")
    assert ("--state=kazakhstan", "Kazakhstan") in asked("csto meetings --state=kaz")
    assert any(value == "astana-2018-05-cssc" and "Secretaries" in text for value, text in asked("csto docs --meeting astana-2018-05"))
