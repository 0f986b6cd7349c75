"""How a table shares out the width of a screen: no word is broken and no date wrapped while there is room to avoid it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

GAP = 2
"""Blanks between two columns."""
LONGEST_WORDS = (24, 15, 12, 9)
"""A word longer than the first may be broken; where the table does not fit so, one longer than the next."""
_WHOLE = re.compile(r"([0-9]{4}(-[0-9]{2}){1,2}[~?]?|[a-z0-9]+(-[a-z0-9]+)+);?")
"""A date or an id: what a reader copies whole, and so no column breaks it."""
ADDRESSES = "url"
"""A column whose words are as whole, and have the line below a row where the column has no room."""
EXPECTED = {"certainty": "yes", "status": "held"}
"""What a reader takes for granted; a column of nothing else is not drawn."""
IDS = ("id", "record")
NAMING = ("title", "name", "label")
"""Columns that name a record, the first that the table has: the id stands under it where it has no room of its own."""

STAYING = ("date", "start", "end", "title", "name", "label", "person", "state", "body", "event", "problem", "certainty")
"""Columns that stay in their row: when, what, how sure."""
LEAVING = ("end", "state", "kind")
"""Columns that are moved below it all the same, in this order, where a label, a whole sentence, is left too little room beside them."""


class Layout(NamedTuple):
    """The columns to draw with their widths; `host`, by its place among them, is that under which the id stands.

    `beneath`, by its place in the answer, is the id in the host's own cell. The columns in `below`, by their places in the answer, stand on
    lines of their own under each row, first the id.
    """

    columns: list[int]
    widths: list[int]
    host: int | None = None
    beneath: int | None = None
    below: tuple[int, ...] = ()


def layout(headers: Sequence[str], rows: Sequence[Sequence[str]], width: int, whole: bool = False) -> Layout | None:
    """The widest drawing that fits: every column; else the ids beneath the names; else the ids, and then whatever else has no
    room, on lines of their own below each row; None where lines must be stacked.

    A column of what a reader takes for granted is left out of a list, but not of the `whole` table in a card.
    """
    used = [
        index
        for index in range(len(headers))
        if any(row[index] for row in rows) and (whole or not _says_nothing(headers[index], [r[index] for r in rows]))
    ]
    for longest in LONGEST_WORDS:
        beside = _side_by_side(headers, rows, used, width, longest)
        if beside and _leaving(headers, rows, beside.columns, beside.widths) is None:
            return beside
        if found := _with_lines_below(headers, rows, used, width, longest) or beside:
            return found
    return None


def _side_by_side(headers: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], width: int, longest: int) -> Layout | None:
    """Every column in a row, the ids in a column of their own or beneath the names."""
    beneath = next((index for index in used if headers[index] in IDS), None)
    host = _naming(headers, used)
    every = _widths(headers, rows, used, width, longest)
    if every and (beneath is None or host is None or _comfortable(rows, used, every)):
        return Layout(list(used), every)
    if beneath is not None and host is not None:
        rest = [index for index in used if index != beneath]
        merged = [[f"{cell}\n{row[beneath]}" if at == host else cell for at, cell in enumerate(row)] for row in rows]
        widths = _widths(headers, merged, rest, width, longest)
        if widths:
            return Layout(rest, widths, rest.index(host), beneath)
    return Layout(list(used), every) if every else None


def _with_lines_below(
    headers: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], width: int, longest: int
) -> Layout | None:
    """As few columns as it takes moved to lines below each row: the ids first, then whatever needs most room; then those that leave theirs
    to a label."""
    rest, below = list(used), []
    while movable := [index for index in rest if headers[index] not in STAYING and index != used[0]]:
        moved = max(movable, key=lambda index: (headers[index] in IDS, headers[index] == "note", _needed(headers, rows, index, longest)))
        rest.remove(moved)
        below.append(moved)
        if len(rest) < 2:
            return None
        widths = _widths(headers, rows, rest, width, longest)
        while widths and (leaving := _leaving(headers, rows, rest, widths)) is not None:
            rest.remove(leaving)
            below.append(leaving)
            widths = _widths(headers, rows, rest, width, longest)
        if widths:
            host = _naming(headers, rest) if headers[below[0]] in IDS else None
            return Layout(rest, widths, None if host is None else rest.index(host), below=(below[0], *sorted(below[1:])))
    return None


def _leaving(headers: Sequence[str], rows: Sequence[Sequence[str]], shown: Sequence[int], widths: Sequence[int]) -> int | None:
    """The next column that leaves its room to a label, where that takes more than two lines in many rows."""
    label = next((index for index in shown if headers[index] == "label"), None)
    if label is None or _comfortable(rows, [label], [widths[shown.index(label)]]):
        return None
    return next((index for name in LEAVING for index in shown[1:] if headers[index] == name), None)


def _naming(headers: Sequence[str], shown: Sequence[int]) -> int | None:
    """The column that names a record, where these have one."""
    return next((index for name in NAMING for index in shown if headers[index] == name), None)


def titled(column: str) -> str:
    """A column's name as it stands above it on a screen."""
    return column.replace("_", " ")


def _says_nothing(header: str, cells: Sequence[str]) -> bool:
    """Whether a column tells a person nothing: every answer is a plain yes, every meeting was held."""
    return set(cells) == {EXPECTED.get(header)}


def _comfortable(rows: Sequence[Sequence[str]], used: Sequence[int], widths: Sequence[int]) -> bool:
    """Whether few cells take more than two lines."""
    tall = sum(any(cell_len(row[index]) > 2 * width for index, width in zip(used, widths, strict=True)) for row in rows)
    return tall <= len(rows) // 5


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]], used: Sequence[int], width: int, longest: int) -> list[int] | None:
    """A width for each column: its longest word at least, its longest cell at most; None where the words alone are too wide."""
    least = [_needed(headers, rows, index, longest) for index in used]
    most = [
        max(cell_len(line) for cell in (titled(headers[index]), *(row[index] for row in rows)) for line in cell.split("\n"))
        for index in used
    ]
    room = width - GAP * (len(used) - 1) - sum(least)
    if room < 0:
        return None
    wanted = [most_ - least_ for most_, least_ in zip(most, least, strict=True)]
    return [low + extra for low, extra in zip(least, _shared(room, wanted), strict=True)]


def _needed(headers: Sequence[str], rows: Sequence[Sequence[str]], index: int, longest: int) -> int:
    """The narrowest that a column may be: its longest word, or so much of it as may stand alone."""
    words = (word for cell in (titled(headers[index]), *(row[index] for row in rows)) for word in cell.split())
    whole = headers[index] == ADDRESSES
    return max((cell_len(word) if whole or _WHOLE.fullmatch(word) else min(cell_len(word), longest) for word in words), default=0)


def _shared(room: int, wanted: Sequence[int]) -> list[int]:
    """Room dealt out to those who want it, smallest wish first, so that short columns are whole before long ones grow."""
    given = [0] * len(wanted)
    for position, index in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        fair = room // (len(wanted) - position)
        given[index] = min(wanted[index], fair)
        room -= given[index]
    return given
