"""One family of errors, each with the exit code that the README promises."""

from __future__ import annotations

from collections.abc import Iterable


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


def listed(values: Iterable[str]) -> str:
    """Valid values for an error line: `a, b, c`."""
    return ", ".join(values)
