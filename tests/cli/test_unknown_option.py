"""An option that a command has not is refused with what it can have been meant for."""

from __future__ import annotations

import shlex

import pytest

from csto_cli.cli.program import COMMANDS, build
from csto_cli.cli.unknown_option import SYNONYMS
from tests.cli.running import csto


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("meetings --series rubezh", "--series is an option of exercises, timeline, export"),
        ("meetings --yaer 2018", "did you mean --year?"),
        ("who -zas", "a word that begins with a hyphen stands after --"),
    ],
)
def test_an_option_that_a_command_has_not_is_refused_with_what_was_meant(typed: str, told: str) -> None:
    ran = csto(*shlex.split(typed))
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("meetings --kind regular", ["--type"]),
        ("exercises --kind mission", ["--type"]),
        ("changes --kind chair", ["--type"]),
        ("meetings --status=held", ["--type"]),
        ("exercises --host russia", ["--place", "--state"]),
        ("meetings --country russia", ["--place", "--state"]),
        ("states --country russia", ["--state"]),
        ("meetings --city minsk", ["--place"]),
        ("states --city minsk", []),
        ("meetings --chair putin", ["--person", "csto chairs"]),
        ("docs --chair putin", ["csto chairs"]),
        ("chairs --chair putin", ["--person"]),
        ("docs --in-force", ["--action in-force"]),
        ("meetings --in-force", ["csto docs --action in-force"]),
        ("meetings --date 2018", ["--on"]),
        ("changes --date 2018", ["--year", "--since", "--until"]),
        ("meetings --from 2018", ["--since"]),
        ("meetings --after 2018", ["--since"]),
        ("export --before 2018", ["--until"]),
        ("docs --title charter", ["csto search"]),
        ("search --title charter", []),
        ("officials --name putin", ["--person", "csto search"]),
        ("states --name russia", ["--state", "csto search"]),
        ("docs --name charter", ["csto search"]),
    ],
)
def test_an_option_by_another_word_is_refused_with_what_does_it(typed: str, meant: list[str]) -> None:
    command, option, *_ = typed.replace("=", " ").split()
    ran = csto(*typed.split())
    refused = f"csto: csto {command} has no option {option} (see csto {command} --help)\n"
    assert (ran.code, ran.out, ran.err) == (2, "", refused + "".join(f"  did you mean {word}?\n" for word in meant))


def test_an_option_that_another_command_has_keeps_being_told_beside_what_was_meant() -> None:
    assert csto("meetings", "--to", "2018").err.splitlines()[1:] == ["  did you mean --until?", "  --to is an option of export"]


def test_what_stands_for_another_word_is_an_option_or_a_command_that_there_is() -> None:
    built = {name: build(name, entry) for name, entry in COMMANDS.items()}
    options = {spelling for command in built.values() for parameter in command.params for spelling in parameter.opts}
    for meant in SYNONYMS.values():
        for thing in meant:
            first, *rest = thing.split()
            assert first in options or (first == "csto" and rest[0] in COMMANDS)
    assert all(csto(*typed.split(), "--year", "2012").code == 0 for typed in ("docs --action in-force", "chairs"))


def test_a_word_to_be_left_out_of_a_search_is_refused_before_the_mark_and_taken_after_it() -> None:
    ran = csto("search", "peacekeeping", "-kazakhstan")
    assert (ran.code, ran.out, ran.err) == (
        2,
        "",
        "csto: csto search has no option -k (see csto search --help)\n"
        "  -WORD leaves out what has the word, but only after --: csto search -- WORDS -WORD\n"
        "  to find the word itself, leave out the hyphen before it\n",
    )
    every = set(csto("search", "--ids", "peacekeeping").out.split())
    without = set(csto("search", "--ids", "--", "peacekeeping", "-kazakhstan").out.split())
    assert without < every
    assert "peacekeeping-mission-kazakhstan-2022" in every - without
