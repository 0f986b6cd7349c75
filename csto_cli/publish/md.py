"""A hand-out in Markdown (CommonMark with GitHub's tables)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from csto_cli.model import Record
from csto_cli.publish.handout import Handout, Sheet, handout
from csto_cli.publish.plainly import markdown_text, plain_address
from csto_cli.publish.selection import Selection
from csto_cli.store import Store
from csto_cli.views.answer import Grid
from csto_cli.views.text import publisher_of


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the hand-out into `scratch`; no notes."""
    text = "".join(page(handout(store, picked, each)))
    (scratch / path.name).write_bytes(text.encode("utf-8"))
    return []


def page(made: Handout) -> Iterator[str]:
    """The page, piece by piece."""
    yield f"# {markdown_text(made.title)}\n\n{markdown_text(made.origin)}\n"
    if not made.sections:
        yield "\nNo records.\n"
    for section in made.sections:
        yield f"\n## {markdown_text(section.title)}\n"
        for sheet in section.sheets:
            yield from _sheet(sheet)
    if made.sources:
        yield "\n## Sources cited\n\n"
        for number, source in enumerate(made.sources, 1):
            yield f"{number}. {_source(source)}\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"\n### {markdown_text(sheet.card.title)}\n\n"
    for label, value in sheet.card.lines:
        yield f"- {markdown_text(label)}: {markdown_text(value)}\n"
    for grid in sheet.card.grids:
        yield from _grid(grid)


def _grid(grid: Grid) -> Iterator[str]:
    yield f"\n**{markdown_text(grid.label)}**\n\n"
    yield _row(grid.columns)
    yield "|" + " --- |" * len(grid.columns) + "\n"
    for row in grid.rows:
        yield _row(row)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(markdown_text(cell) for cell in cells) + " |\n"


def _source(source: Record) -> str:
    """A source in one line, its address as a link."""
    url = source.get("url", "")
    address = f"<{url}>" if plain_address(url) else markdown_text(url or source.get("reference", ""))
    parts = [markdown_text(part) for part in (publisher_of(source), source.get("title", ""), source.get("date", ""))]
    read = f"read {source['accessed']}" if "accessed" in source else ""
    return ". ".join(part for part in (*parts, address, read) if part)
