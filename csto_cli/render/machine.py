"""The formats that scripts read: JSON, JSON lines, CSV, TSV, Markdown, bare ids, and a card's `field<TAB>value` lines.

Each yields its answer piece by piece, so that the first line is out before the last is made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from csto_cli.render import Screen
from csto_cli.render.plain import visible, visible_json
from csto_cli.views.answer import Answer

_QUOTED_IN_CSV = re.compile(r'[",\r\n]|^\s|\s$')
_URL = re.compile(r"(https?://[^\s<>]*[^\s<>.,;:()])")
# Every mark that GitHub Flavored Markdown gives a meaning inside a table cell; an underscore inside a word has none.
_MARKUP = re.compile(r"[\\`*\[\]<>|~&$]|(?<![^\W_])_|_(?![^\W_])")


def json_array(answer: Answer, screen: Screen) -> Iterator[str]:
    """One UTF-8 JSON array of records (RFC 8259), two blanks an indent."""
    separator = "[\n"
    for record in answer.records:
        yield f"{separator}  {visible_json(_indented(record, '  '))}"
        separator = ",\n"
    yield "\n]\n" if answer.records else "[]\n"


def json_lines(answer: Answer, screen: Screen) -> Iterator[str]:
    """One JSON value a line."""
    for record in answer.records:
        yield visible_json(json.dumps(record, ensure_ascii=False)) + "\n"


def _indented(value: Any, margin: str) -> str:
    """JSON as `json.dumps(indent=2)` writes it, which has no fast way to do so."""
    inner = margin + "  "
    if isinstance(value, dict) and value:
        members = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {_indented(item, inner)}" for key, item in value.items()]
        return "{\n" + ",\n".join(members) + f"\n{margin}}}"
    if isinstance(value, (list, tuple)) and value:
        return "[\n" + ",\n".join(f"{inner}{_indented(item, inner)}" for item in value) + f"\n{margin}]"
    return json.dumps(value, ensure_ascii=False)


def csv(answer: Answer, screen: Screen) -> Iterator[str]:
    """Comma-separated values with a header (RFC 4180, but lines end in a bare newline, as shell tools expect).

    In a pipe or a file every value is exactly what the record holds; on a terminal control characters are shown as escapes.
    """
    for row in (answer.columns, *answer.rows):
        cells = [visible(cell) for cell in row] if screen.terminal else row
        yield (",".join(_csv_cell(cell) for cell in cells) or '""') + "\n"


def _csv_cell(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _QUOTED_IN_CSV.search(cell) else cell


def tsv(answer: Answer, screen: Screen) -> Iterator[str]:
    """Tab-separated values with a header and no quoting (the IANA type allows no tabs in a value: they are shown as `\\t`)."""
    for row in (answer.columns, *answer.rows):
        yield "\t".join(visible(cell) for cell in row) + "\n"


def markdown(answer: Answer, screen: Screen) -> Iterator[str]:
    """A pipe table of GitHub Flavored Markdown; what Markdown would take for markup is escaped, addresses are links."""
    yield _markdown_row(answer.columns)
    yield "|" + " --- |" * len(answer.columns) + "\n"
    for row in answer.rows:
        yield _markdown_row(row)
    if answer.footnotes:
        yield "\n"
        for number, note in enumerate(answer.footnotes, 1):
            yield f"{number}. {_markdown_text(note)}\n"


def _markdown_row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_markdown_text(cell) for cell in cells) + " |\n"


def _markdown_text(text: str) -> str:
    """A value as Markdown; the pieces between addresses are text, the addresses autolinks."""
    pieces = _URL.split(visible(text.replace("\n", " ")))
    return "".join(
        "<" + piece.replace("|", "\\|") + ">" if number % 2 else _MARKUP.sub(r"\\\g<0>", piece) for number, piece in enumerate(pieces)
    )


def ids(answer: Answer, screen: Screen) -> Iterator[str]:
    """Bare ids, one a line."""
    for record_id in answer.ids:
        yield visible(record_id) + "\n"


def card_lines(answer: Answer, screen: Screen) -> Iterator[str]:
    """Cards as `field<TAB>value` lines, a blank line between cards; a grid's rows repeat its label.

    A cell of a grid says its column, because an empty one has no place: a lone day would read as the first of a span when it is the last.
    """
    for number, card in enumerate(answer.cards or []):
        if number:
            yield "\n"
        yield f"name\t{visible(card.title)}\n"
        for label, value in card.lines:
            yield f"{label}\t{visible(value)}\n"
        for grid in card.grids:
            for row in grid.rows:
                cells = (f"{column}: {cell}" for column, cell in zip(grid.columns, row, strict=True) if cell)
                yield f"{grid.label}\t{visible('; '.join(cells))}\n"
    for number, note in enumerate(answer.footnotes, 1):
        yield f"[{number}]\t{visible(note)}\n"
