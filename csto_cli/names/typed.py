"""What was typed, before anything is looked up for it: no longer than what the record could have."""

from __future__ import annotations

from csto_cli.errors import WrongUsage, beginning

LONGEST = 500
"""So many letters may a name, a reference, a date or a search have; the longest name in the record, a document's title, has some 330."""


def is_long(typed: str) -> bool:
    """Whether it is longer than anything that the record could have."""
    return len(typed) > LONGEST


def refuse_long(typed: str) -> None:
    """WrongUsage for what is too long to mean anything in the record: it would take long to find that out."""
    if is_long(typed):
        raise WrongUsage(f"{beginning(typed)!r} is too long; nothing of more than {LONGEST} letters is looked up")
