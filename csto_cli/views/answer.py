"""What the door hands to a renderer: rows of text, whole records, and cards for a person to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from csto_cli.errors import CstoError
from csto_cli.model import Record


@dataclass(frozen=True)
class Grid:
    """A small table inside a card."""

    label: str
    columns: list[str]
    rows: list[list[str]]


@dataclass(frozen=True)
class Card:
    """One record for a person: a title, labelled lines, small tables."""

    title: str
    lines: list[tuple[str, str]] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)


@dataclass(frozen=True)
class Answer:
    """The same answer in every shape a format may want.

    `records` are what JSON carries; `rows` are as many, but for cards, whose rows are parts of records. `group` is the column by which a
    screen groups the rows, `headings` what stands above each group; `footnotes` are numbered from 1. `missing` are the
    names, among several, that mean nothing: the rest is answered, and the exit code tells. `none`: nothing of what was asked was found,
    though the answer has records that say so.
    """

    columns: list[str]
    rows: list[list[str]]
    records: list[Record]
    ids: list[str]
    cards: list[Card] | None = None
    group: str | None = None
    headings: dict[str, str] = field(default_factory=dict)
    footnotes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[CstoError] = field(default_factory=list)
    none: bool = False
