"""An option that a command does not have: what it can have been meant for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from csto_cli.cli.program import COMMANDS, build
from csto_cli.errors import listed

DAYS = ("--on", "--year", "--since", "--until")
"""The options that take days: where a command does not have them all, the others ask for them."""


def option_hints(command: Any, option: str) -> list[str]:
    """What an option that a command does not have can have been meant for: one spelt nearly so, another that asks for days, one of other
    commands, a word with a hyphen."""
    own = _options(command)
    alike = [day for day in DAYS if day in own] if option in DAYS else get_close_matches(option, own, 2, 0.75)
    hints = [f"did you mean {near}?" for near in alike]
    owners = [name for name, entry in COMMANDS.items() if option in _options(build(name, entry))] if option.startswith("--") else []
    hints += [f"{option} is an option of {listed(owners)}"] if owners else []
    takes_words = any(parameter.param_type_name == "argument" for parameter in getattr(command, "params", ()))
    return hints + (["a word that begins with a hyphen stands after --"] if takes_words and not option.startswith("--") else [])


def _options(command: Any) -> list[str]:
    """Every spelling of every option of a command."""
    return [spelling for parameter in getattr(command, "params", ()) for spelling in parameter.opts if spelling.startswith("-")]
