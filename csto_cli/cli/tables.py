"""The tables as a user names them: by their own names, in any case, or by the command that lists one."""

from __future__ import annotations

from collections.abc import Collection

from csto_cli.errors import WrongUsage, listed

LISTED_BY = {"docs": "documents", "chairs": "chairmanships", "who": "officials"}
"""The tables that a command of another name lists or looks up."""


def table_of(command: str) -> str:
    """The table that a command lists: its own name, but for those in LISTED_BY."""
    return LISTED_BY.get(command, command)


def table_named(typed: str | None, valid: Collection[str]) -> str | None:
    """The table that `--table` names; None where it was not given. WrongUsage, with the valid ones, for any other word."""
    if typed is None:
        return None
    table = table_of(typed.strip().lower())
    if table not in valid:
        raise WrongUsage(f"no table {typed!r} here; it is one of: {listed(valid)}")
    return table
