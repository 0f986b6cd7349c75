"""What a check returns: where something is wrong, and what."""

from __future__ import annotations

from typing import Literal, NamedTuple

Level = Literal["error", "warning"]


class Problem(NamedTuple):
    """One fault (`error`) or gap (`warning`); `field` is a path inside the record, empty where the whole record is meant."""

    level: Level
    table: str
    id: str
    field: str
    problem: str

    @property
    def where(self) -> str:
        """`meetings/astana-2018-05-cssc attendees[0].person`."""
        return f"{self.table}/{self.id} {self.field}".rstrip(" /")


def error(table: str, record_id: str, field: str, problem: str) -> Problem:
    """Something that is wrong, whatever the sources say."""
    return Problem("error", table, record_id, field, problem)


def warning(table: str, record_id: str, field: str, problem: str) -> Problem:
    """Something that is missing, or that somebody should look up."""
    return Problem("warning", table, record_id, field, problem)
