"""How a table shares out the width of a screen: no word is broken and no date wrapped while there is room to avoid it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

GAP = 2
"""Blanks between two columns."""
LONGEST_WORDS = (22, 15, 12, 9)
"""A word longer than the first may be broken; where the table does not fit so, one longer than the next."""
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}[~?]?;?")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+;?")
"""What a reader copies whole; a date is never broken, an id only where lines would have to be stacked for it."""
EXPECTED = {"certainty": "yes", "status": "held"}
"""What a reader takes for granted; a column of nothing else is not drawn."""
IDS = ("id", "record")
HOSTS = ("title", "name", "label", "place", "state", "publisher")
"""Columns that take the id beneath their text where it has no room of its own, the first that the table has."""


class Layout(NamedTuple):
    """The columns to draw with their widths; `host`, by its place among them, carries `beneath`, by its place in the answer."""

    columns: list[int]
    widths: list[int]
    host: int | None = None
    beneath: int | None = None


def layout(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, whole: bool = False) -> Layout | None:
    """The widest drawing that fits: every column, else with the ids beneath the names; None where lines must be stacked.

    A column of what a reader takes for granted is left out of a list, but not of the `whole` table in a card.
    """
    used = [
        index
        for index in range(len(headers))
        if any(row[index] for row in rows) and (whole or not _says_nothing(headers[index], [r[index] for r in rows]))
    ]
    beneath = next((index for index in used if headers[index] in IDS), None)
    host = next((index for name in HOSTS for index in used if headers[index] == name), None)
    for ids_whole, longest in ((whole_ids, longest) for whole_ids in (True, False) for longest in LONGEST_WORDS):
        every = _widths(headers, rows, used, width, longest, ids_whole)
        if every and (beneath is None or host is None or _comfortable(rows, used, every)):
            return Layout(used, every)
        if beneath is not None and host is not None:
            rest = [index for index in used if index != beneath]
            merged = [[f"{cell} {row[beneath]}" if at == host else cell for at, cell in enumerate(row)] for row in rows]
            widths = _widths(headers, merged, rest, width, longest, ids_whole)
            if widths:
                return Layout(rest, widths, rest.index(host), beneath)
        if every:
            return Layout(used, every)
    return None


def _says_nothing(header: str, cells: Sequence[str]) -> bool:
    """Whether a column tells a person nothing: every answer is a plain yes, every meeting was held."""
    return set(cells) == {EXPECTED.get(header)}


def _comfortable(rows: Sequence[Sequence[str]], used: Sequence[int], widths: Sequence[int]) -> bool:
    """Whether few cells take more than two lines."""
    tall = sum(any(cell_len(row[index]) > 2 * width for index, width in zip(used, widths, strict=True)) for row in rows)
    return tall <= len(rows) // 5


def _widths(
    headers: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], width: int, longest: int, ids_whole: bool
) -> list[int] | None:
    """A width for each column: its longest word at least, its longest cell at most; None where the words alone are too wide."""
    least, most = [], []
    for index in used:
        cells = [headers[index], *(row[index] for row in rows)]
        least.append(max(_least(cell, longest, ids_whole) for cell in cells))
        most.append(max(cell_len(cell) for cell in cells))
    room = width - GAP * (len(used) - 1) - sum(least)
    if room < 0:
        return None
    wanted = [most_ - least_ for most_, least_ in zip(most, least, strict=True)]
    return [low + extra for low, extra in zip(least, _shared(room, wanted), strict=True)]


def _least(cell: str, longest: int, ids_whole: bool) -> int:
    """The narrowest that a cell may be: its longest word, or so much of it as may stand alone."""
    return max((cell_len(word) if _whole(word, ids_whole) else min(cell_len(word), longest) for word in cell.split()), default=0)


def _whole(word: str, ids_whole: bool) -> bool:
    """Whether a word must not be broken: a date never, an id while there is another way."""
    return _DATE.fullmatch(word) is not None or (ids_whole and _ID.fullmatch(word) is not None)


def _shared(room: int, wanted: Sequence[int]) -> list[int]:
    """Room dealt out to those who want it, smallest wish first, so that short columns are whole before long ones grow."""
    given = [0] * len(wanted)
    for position, index in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        fair = room // (len(wanted) - position)
        given[index] = min(wanted[index], fair)
        room -= given[index]
    return given
