"""An option that a command does not have: what it can have been meant for."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from csto_cli.cli.asking import NOUNS
from csto_cli.cli.program import COMMANDS, build
from csto_cli.cli.tables import table_of
from csto_cli.errors import listed

DAYS = ("--on", "--year", "--since", "--until")
"""The options that take days: where a command does not have them all, the others ask for them."""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "--kind": ("--type",),
    "--status": ("--type",),
    "--host": ("--place", "--state"),
    "--country": ("--place", "--state"),
    "--city": ("--place",),
    "--chair": ("--person", "csto chairs"),
    "--in-force": ("--action in-force", "csto docs --action in-force"),
    "--date": ("--on",),
    "--from": ("--since",),
    "--after": ("--since",),
    "--to": ("--until",),
    "--before": ("--until",),
    "--name": ("csto search",),
    "--title": ("csto search",),
}
"""Options that no list has, though its columns or its users call things so: the options, and the other commands, that do what was meant."""

OF_SEARCH = (
    "-WORD leaves out what has the word, but only after --: csto search -- WORDS -WORD",
    "to find the word itself, leave out the hyphen before it",
)
"""What is said of a hyphen before a word of a search, where it has a meaning of its own."""


def option_hints(command: Any, option: str) -> list[str]:
    """What an option that a command does not have can have been meant for: one that does the same or is spelt nearly so, another that asks
    for days, one of other commands, a word with a hyphen."""
    own = _options(command)
    name = str(getattr(command, "name", ""))
    hints = [f"did you mean {meant}?" for meant in _meant(name, own, option)]
    owners = [name for name, entry in COMMANDS.items() if option in _options(build(name, entry))] if option.startswith("--") else []
    hints += [f"{option} is an option of {listed(owners)}"] if owners else []
    takes_words = any(parameter.param_type_name == "argument" for parameter in getattr(command, "params", ()))
    if takes_words and not option.startswith("--"):
        hints += OF_SEARCH if name == "search" else ["a word that begins with a hyphen stands after --"]
    return hints


def _meant(name: str, own: Sequence[str], option: str) -> list[str]:
    """The options of the command of this name, `own` being all of them, and the other commands that do what was meant."""
    meant = SYNONYMS.get(option, ())
    if option == "--name" and table_of(name) in NOUNS:
        meant = (f"--{NOUNS[table_of(name)]}", *meant)
    if option in DAYS or set(meant) & set(DAYS):
        return [day for day in meant if day in own] or [day for day in DAYS if day in own]
    if not meant:
        return get_close_matches(option, own, 2, 0.75)
    return [thing for thing in meant if thing.split()[0] in (*own, "csto") and thing.split()[:2] != ["csto", name]]


def _options(command: Any) -> list[str]:
    """Every spelling of every option of a command."""
    return [spelling for parameter in getattr(command, "params", ()) for spelling in parameter.opts if spelling.startswith("-")]
