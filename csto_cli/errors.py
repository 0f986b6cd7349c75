"""One family of errors, each with the exit code that the README promises."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from pathlib import Path

SHOWN = 80
"""So many letters of a long text does an error line show."""


class CstoError(Exception):
    """What stops an answer: one line that says what is wrong and what to do.

    `hints` are further lines for a person (near misses, valid values); they go to stderr too.
    """

    exit_code = 1

    def __init__(self, message: str, hints: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hints = tuple(hints)


class NotInRecord(CstoError):
    """The thing named is not in this record, which does not say that it does not exist."""

    exit_code = 1


class WrongUsage(CstoError):
    """An option, a value or a reference that cannot be understood, or that fits several things."""

    exit_code = 2


class StoreError(CstoError):
    """The store cannot be read, or is not a valid store."""

    exit_code = 3


class OutputError(CstoError):
    """The answer, or an exported file, could not be written."""

    exit_code = 4


def beginning(text: str) -> str:
    """The text as an error line shows it: of a long one only how it begins."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def failure(path: Path, what: str, error: OSError | ValueError) -> str:
    """`db.json cannot be read: Input/output error`; of a path that the system finds too long only how it begins."""
    shown = beginning(str(path)) if getattr(error, "errno", None) == errno.ENAMETOOLONG else path
    return f"{shown} {what}: {getattr(error, 'strerror', None) or error}"


def listed(values: Iterable[str]) -> str:
    """Valid values for an error line: `a, b, c`."""
    return ", ".join(values)
