"""A hand-out as one self-contained HTML page, to be read on a screen or printed; nothing is fetched and nothing runs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from csto_cli.model import Record
from csto_cli.publish.handout import Handout, Section, Sheet, handout
from csto_cli.publish.plainly import one_line, plain_address
from csto_cli.publish.selection import Selection
from csto_cli.store import Store
from csto_cli.views.answer import Grid
from csto_cli.views.text import publisher_of

STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "Times New Roman", serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1, h2, h3, th, dt, nav { font-family: system-ui, sans-serif; line-height: 1.25; }
nav ul { columns: 16rem; padding-left: 1.2rem; } nav li { break-inside: avoid; }
article { border-top: 1px solid #8888; margin-top: 1.5rem; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: .2rem 1rem; }
dt { color: #767676; } dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9rem; margin: .5rem 0 1rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { border: 1px solid #8888; padding: .2rem .5rem; text-align: left; vertical-align: top; }
.short { white-space: nowrap; } a { color: inherit; } .origin { color: #767676; }
@media (max-width: 40rem) { dl { display: block; } dd { margin-bottom: .5rem; } }
@media print {
  @page { margin: 2cm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; color: #000; background: #fff; }
  nav { display: none; }
  h2, h3, caption { break-after: avoid; } tr, dd { break-inside: avoid; }
  .wide { overflow: visible; } thead { display: table-header-group; }
  a { text-decoration: none; }
}
"""
SHORT = 12
"""Cells of no more characters stay on one line."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""The page allows itself nothing but its own styles, whatever a record may hold."""


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the page into `scratch`; no notes."""
    text = "".join(page(handout(store, picked, each)))
    (scratch / path.name).write_bytes(text.encode("utf-8"))
    return []


def text_of(text: str) -> str:
    """Any text of a record as HTML text."""
    return escape(one_line(text))


def page(made: Handout) -> Iterator[str]:
    """The page, piece by piece."""
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{text_of(made.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    yield f'<header><h1>{text_of(made.title)}</h1>\n<p class="origin">{text_of(made.origin)}</p></header>\n'
    if sum(len(section.sheets) for section in made.sections) > 1:
        yield from _contents(made.sections)
    yield "<main>\n" if made.sections else "<main>\n<p>No records.</p>\n"
    for section in made.sections:
        yield f"<section>\n<h2>{text_of(section.title)}</h2>\n"
        for sheet in section.sheets:
            yield from _sheet(sheet, len(made.sources))
        yield "</section>\n"
    if made.sources:
        yield '<section id="sources-cited">\n<h2>Sources cited</h2>\n<ol>\n'
        for number, source in enumerate(made.sources, 1):
            yield f'<li id="source-{number}">{_source(source)}</li>\n'
        yield "</ol>\n</section>\n"
    yield "</main>\n</body>\n</html>\n"


def _contents(sections: list[Section]) -> Iterator[str]:
    yield '<nav aria-label="Contents">\n'
    for section in sections:
        yield f"<p>{text_of(section.title)}</p>\n<ul>\n"
        for sheet in section.sheets:
            yield f'<li><a href="#{escape(sheet.record_id)}">{text_of(sheet.card.title)}</a></li>\n'
        yield "</ul>\n"
    yield "</nav>\n"


def _sheet(sheet: Sheet, sources: int) -> Iterator[str]:
    yield f'<article id="{escape(sheet.record_id)}">\n<h3>{text_of(sheet.card.title)}</h3>\n<dl>\n'
    for label, value in sheet.card.lines:
        yield f"<dt>{text_of(label)}</dt><dd>{_marks(value, sources)}</dd>\n"
    yield "</dl>\n"
    for grid in sheet.card.grids:
        yield from _grid(grid, sources)
    yield "</article>\n"


def _grid(grid: Grid, sources: int) -> Iterator[str]:
    yield f'<div class="wide"><table>\n<caption>{text_of(grid.label)}</caption>\n<thead><tr>'
    yield "".join(f'<th scope="col">{text_of(column)}</th>' for column in grid.columns) + "</tr></thead>\n<tbody>\n"
    for row in grid.rows:
        yield "<tr>" + "".join(_cell(cell, sources) for cell in row) + "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _cell(cell: str, sources: int) -> str:
    """A cell; a date or another short word is never broken."""
    shown = _marks(cell, sources)
    return f'<td class="short">{shown}</td>' if 0 < len(cell) <= SHORT else f"<td>{shown}</td>"


def _marks(text: str, sources: int) -> str:
    """Footnote marks as links to their notes."""

    def link(match: re.Match[str]) -> str:
        known = 0 < int(match[1]) <= sources
        return f'<a href="#source-{match[1]}">{match[0]}</a>' if known else match[0]

    return re.sub(r"\[(\d{1,9})\]", link, text_of(text))


def _source(source: Record) -> str:
    """A source in one line; only a web address becomes a link."""
    url = source.get("url", "")
    link = f'<a href="{escape(url)}" rel="noreferrer">{text_of(url)}</a>' if plain_address(url) else ""
    address = link or text_of(url or source.get("reference", ""))
    parts = [text_of(part) for part in (publisher_of(source), source.get("title", ""), source.get("date", ""))]
    read = f"read {text_of(source['accessed'])}" if "accessed" in source else ""
    return ". ".join(part for part in (*parts, address, read) if part)
