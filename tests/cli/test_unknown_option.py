"""An option that a command has not is refused with what it can have been meant for."""

from __future__ import annotations

import shlex

import pytest

from tests.cli.running import csto


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("meetings --series rubezh", "--series is an option of exercises, export"),
        ("meetings --yaer 2018", "did you mean --year?"),
        ("search -treaty", "a word that begins with a hyphen stands after --"),
    ],
)
def test_an_option_that_a_command_has_not_is_refused_with_what_was_meant(typed: str, told: str) -> None:
    ran = csto(*shlex.split(typed))
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
