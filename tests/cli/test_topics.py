"""`csto help`: topics that say what the program does, commands, and the man page."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from csto_cli import errors
from csto_cli.cli.door import INTERRUPTED, PIPE_CLOSED, WRITE_FAILED
from csto_cli.cli.program import COMMANDS
from csto_cli.cli.topics import SUMMARIES, TOPICS
from csto_cli.dates import today_utc
from csto_cli.names.days import asked_days
from csto_cli.render import FORMATS
from tests.cli.running import csto


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_is_plain_text_within_eighty_columns(topic: str) -> None:
    ran = csto("help", topic)
    assert (ran.code, ran.err, ran.out) == (0, "", TOPICS[topic])
    assert ran.out.startswith(topic.upper().replace("-", " ") + "\n\n")
    assert max(len(line) for line in ran.out.splitlines()) <= 80
    assert not re.search(r"[\x00-\x08\x0b-\x1f]|[ \t]\n|\t", ran.out)


def test_help_alone_lists_the_topics() -> None:
    ran = csto("help")
    assert list(SUMMARIES) == list(TOPICS)
    assert [line.split()[0] for line in ran.out.splitlines() if line.startswith("    ")] == list(TOPICS)
    assert max(len(line) for line in ran.out.splitlines()) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_is_its_own_page(command: str) -> None:
    page = csto(command, "--help", env={"COLUMNS": "80"}).out
    assert csto("help", command, env={"COLUMNS": "80"}).out.split() == page.split()


def test_exit_codes_are_those_of_the_program() -> None:
    documented = {int(code) for code in re.findall(r"^    (\d+) ", TOPICS["exit-codes"], re.MULTILINE)}
    family = {kind.exit_code for kind in (errors.NotInRecord, errors.WrongUsage, errors.StoreError, errors.OutputError)}
    assert documented == {0, *family, WRITE_FAILED, INTERRUPTED, PIPE_CLOSED}


def test_formats_are_those_that_are_taken() -> None:
    listed = TOPICS["formats"].split("\n\n")[1]
    assert [line.split()[0] for line in listed.splitlines()] == list(FORMATS)


def test_dates_that_the_help_names_are_understood() -> None:
    first = TOPICS["dates"].split("\n\n")[1]
    typed = [word for word in re.findall(r"'[^']+'|[\d.\-]*\d[\d.\-]*\.*|today|yesterday|tomorrow", first) if len(word) > 3]
    assert "2018-02-30" in typed[-1]
    for word in typed[:-1]:
        text = word.strip("'")
        assert asked_days(text if text.endswith("..") else text.rstrip("."), today_utc())


def test_names_that_the_help_gives_mean_what_it_says() -> None:
    for name in ("kazakhstan", "Kazakhstan", "Казахстан", "Қазақстан", "KZ", "KAZ"):
        assert csto("who", name, "--fields", "asked").out.splitlines()[1] == "kazakhstan"
    for reference in ("astana-2018", "2018-05", "cssc-2018", "2018-05-24", "astana may 2018", "latest", "latest-csc", "first-cfm"):
        assert reference in TOPICS["names"]
        assert csto("meetings", "--meeting", reference, "--ids", "--exit-status").code == 0


@pytest.fixture(scope="module")
def page() -> str:
    """The man page."""
    ran = csto("help", "--man")
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_man_page_has_every_command_option_and_topic(page: str) -> None:
    for command in COMMANDS:
        assert f".SS csto {command}" in page
    assert page.startswith(".TH CSTO 1 ")
    assert "\\-\\-meeting REF" in page
    for topic in TOPICS:
        assert f".SH {topic.upper().replace('-', ' ')}\n" in page
    assert csto("help", "--man").out == page


def test_mandoc_finds_no_fault_in_the_man_page(page: str, tmp_path: Path) -> None:
    mandoc = shutil.which("mandoc")
    if not mandoc:
        pytest.skip("mandoc is not installed here")
    done = subprocess.run([mandoc, "-T", "lint", "-W", "warning"], input=page, text=True, capture_output=True, check=False)
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


def test_man_shows_the_page(page: str, tmp_path: Path) -> None:
    man = shutil.which("man")
    if not man:
        pytest.skip("man is not installed here")
    path = tmp_path / "csto.1"
    path.write_text(page, encoding="utf-8")
    env = {"MANWIDTH": "80", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run([man, "-l", str(path)], text=True, capture_output=True, check=False, env=env)
    if "not found" in done.stderr or "minimized" in done.stdout:
        pytest.skip("man cannot show pages here")
    assert (done.returncode, done.stderr) == (0, "")
    assert "csto who kazakhstan --on 2018-05-24" in done.stdout.replace("\u2010", "-")
