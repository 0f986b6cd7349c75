"""Tables and cards for a person at a terminal, drawn by Rich; the width is kept but by a long address, and nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from itertools import groupby

from rich.box import SIMPLE_HEAD, Box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from csto_cli.render import Screen
from csto_cli.render.layout import EXPECTED, GAP, IDS, Layout, layout, titled
from csto_cli.render.plain import visible, within
from csto_cli.render.safe import safe_for
from csto_cli.render.wrapping import ADDRESS, wrapped
from csto_cli.views.answer import Answer, Card, Grid

DASHED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
"""The line under a header where the encoding has no drawn one."""

LEAST_BESIDE = 18
"""The least room for values beside their labels."""

STYLES = {"yes": "green", "possibly": "yellow", "no": "red", "held": "green", "scheduled": "cyan", "cancelled": "red", "announced": "cyan"}


_STYLE = re.compile(r"\x1b\[[0-9;]*m")
_TRAILING = re.compile(rf"(?:\s|{_STYLE.pattern})+$")


class Paper(Console):
    """A console that knows how the line under a header is drawn."""

    head: Box = SIMPLE_HEAD


def table(answer: Answer, screen: Screen) -> Iterator[str]:
    """Cards where the answer has them, else one table, or one table a group; then the footnotes."""
    buffer = StringIO()
    console = Paper(
        file=buffer,
        width=max(screen.width, 20),
        force_terminal=screen.colour,
        color_system="standard" if screen.colour else None,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.head = SIMPLE_HEAD if within("─", screen.encoding) == "─" else DASHED
    for piece in _pieces(safe_for(answer, screen.encoding), console):
        yield piece
        buffer.seek(0)
        buffer.truncate()


def _pieces(answer: Answer, console: Paper) -> Iterator[str]:
    if answer.cards is not None:
        for number, card in enumerate(answer.cards):
            _draw_card(console, card, first=number == 0)
            yield _taken(console)
    elif answer.group:
        for heading, rows in _groups(answer):
            console.print(Text(visible_lines(heading), style="bold"))
            _draw_grid(console, [column for column in answer.columns if column != answer.group], rows)
            yield _taken(console)
    elif answer.rows:
        _draw_grid(console, answer.columns, answer.rows)
        yield _taken(console)
    if answer.footnotes:
        console.print()
        for number, note in enumerate(answer.footnotes, 1):
            _draw_text(console, f"[{number}] {visible(note)}")
        yield _taken(console)


def _taken(console: Paper) -> str:
    """What was drawn since the last time; lines lose the blanks that fill them up."""
    text = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(_TRAILING.sub(lambda end: "".join(_STYLE.findall(end[0])), line) + "\n" for line in text.splitlines())


def _draw_text(console: Paper, text: str, style: str = "", indent: int = 0) -> None:
    """Running text in lines of its own; an address that is wider than the screen is left to the terminal to wrap."""
    for line in wrapped(text, console.width - indent):
        console.print(Text.assemble(" " * indent, (line, style)), soft_wrap=True)


def visible_lines(text: str) -> str:
    """Several lines, each made safe."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _groups(answer: Answer) -> Iterator[tuple[str, list[list[str]]]]:
    """The rows of each group without the group's own column, in order of first appearance."""
    at = answer.columns.index(answer.group or "")
    groups: dict[str, list[list[str]]] = {}
    for row in answer.rows:
        groups.setdefault(row[at], []).append(row[:at] + row[at + 1 :])
    for key, rows in groups.items():
        yield answer.headings.get(key, key), rows


def _draw_grid(console: Paper, columns: list[str], rows: list[list[str]], whole: bool = False) -> None:
    """A table as `layout` shares out the width, or stacked lines where no table fits; `whole`: with the columns taken for granted."""
    shared = layout(columns, rows, console.width, whole)
    if shared is None:
        _draw_stacked(console, [titled(column) for column in columns], rows)
        return
    drawn = _columns(console, [titled(columns[index]) for index in shared.columns], shared.widths)
    for row in rows:
        cells = [_styled(row[index]) for index in shared.columns]
        if shared.host is not None and shared.beneath is not None:
            cells[shared.host].append(f"\n{visible(row[shared.beneath])}", style="dim")
        drawn.add_row(*cells)
        if shared.below:
            console.print(drawn)
            below = [(columns[index], row[index]) for index in shared.below if whole or row[index] != EXPECTED.get(columns[index])]
            _draw_below(console, below, shared)
            drawn = _columns(console, None, shared.widths)
    if not shared.below:
        console.print(drawn)
    console.print()


def _columns(console: Paper, headers: list[str] | None, widths: list[int]) -> Table:
    """An empty table of columns so wide, with a line under its headers where it has any."""
    drawn = Table(
        box=console.head if headers else None,
        show_header=headers is not None,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0) if headers else (0, 2, 0, 0),
        header_style="bold",
    )
    for header, width in zip(headers or [""] * len(widths), widths, strict=True):
        drawn.add_column(Text(header), overflow="fold", width=width)
    return drawn


def _draw_below(console: Paper, cells: list[tuple[str, str]], shared: Layout) -> None:
    """What had no room beside the others, under the row that it belongs to: the id bare, the rest with the names of their columns.

    Under what names a record the id has a line of its own, as it has in the cell. What holds an address has one too, so that nothing
    touches its end.
    """
    left = _left_of(shared, console.width)
    said = [visible(cell) if column in IDS else f"{titled(column)}: {visible(cell)}" for column, cell in cells if cell]
    if shared.host is not None and cells[0][1]:
        record_id = said.pop(0)
        _draw_text(console, record_id, "dim", max(0, min(left if shared.host else 0, console.width - cell_len(record_id))))
    addressed = [text for text in said if ADDRESS.search(text)]
    together = "; ".join(text for text in said if text not in addressed)
    for text in [together, *addressed] if together else addressed:
        _draw_text(console, text, "dim", min(left, console.width // 2))


def _left_of(shared: Layout, width: int) -> int:
    """How far in the lines below a row begin: where the naming column does, else at the second column, or nearer where that is far."""
    if not shared.host:
        return min(shared.widths[0] + GAP, width // 4)
    return sum(shared.widths[: shared.host]) + GAP * shared.host


def _styled(cell: str) -> Text:
    return Text(visible(cell), style=STYLES.get(cell, ""))


def _draw_stacked(console: Paper, columns: list[str], rows: list[list[str]]) -> None:
    """One line a field, for a terminal too narrow for columns."""
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                _draw_text(console, f"{column}: {visible(cell)}")
        console.print()


def _draw_card(console: Paper, card: Card, first: bool) -> None:
    if not first:
        console.print()
    console.print(Text(visible(card.title), style="bold"), overflow="fold")
    _draw_lines(console, card.lines)
    for grid in card.grids:
        _draw_card_grid(console, grid)


def _draw_lines(console: Paper, lines: list[tuple[str, str]]) -> None:
    """Labels on the left, values beside them; under them where there is no room beside, as for a long address."""
    longest = max((cell_len(label) for label, _ in lines), default=0)
    room = console.width - longest - GAP
    beside = room >= LEAST_BESIDE
    for fits, together in groupby(lines, lambda line: beside and not _has_wide_address(line[1], room)):
        if fits:
            drawn = Table(box=None, show_header=False, show_edge=False, pad_edge=False, padding=(0, GAP, 0, 0))
            drawn.add_column(style="dim", no_wrap=True, width=longest)
            drawn.add_column(overflow="fold")
            for label, value in together:
                drawn.add_row(Text(label), _styled(value))
            console.print(drawn)
        else:
            for label, value in together:
                _draw_text(console, f"{label}: {visible(value)}")


def _has_wide_address(text: str, room: int) -> bool:
    return any(ADDRESS.search(word) and cell_len(word) > room for word in text.split())


def _draw_card_grid(console: Paper, grid: Grid) -> None:
    console.print()
    console.print(Text(grid.label, style="bold"))
    _draw_grid(console, grid.columns, grid.rows, whole=True)
