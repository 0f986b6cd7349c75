"""Hands an answer to its renderer: which format, how wide, in colour or not; notes to stderr, the answer to stdout."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import typer

from csto_cli.cli.asked import Asked
from csto_cli.cli.door import note, say
from csto_cli.errors import WrongUsage, listed
from csto_cli.render import FORMATS, PIPED, Renderer, Screen
from csto_cli.views.answer import Answer

LANGS = ("en", "ru")
ROWS = ("csv", "tsv", "md")
"""Formats of rows for scripts."""
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection)."""


def check_output(asked: Asked, whole_parts: bool = False) -> None:
    """WrongUsage for output options that contradict each other, that would do nothing or that nobody knows; `whole_parts`: the cells of
    this answer hold parts of records whole, in which --expand puts names too."""
    if asked.format is not None and asked.format not in FORMATS:
        raise WrongUsage(f"no format {asked.format!r}; the formats are: {listed(FORMATS)}")
    if asked.json and asked.format not in (None, "json"):
        raise WrongUsage(f"--json and --format {asked.format} ask for two formats; choose one")
    beside = [f"--{option}" for option in ("json", "format", "fields", "expand", "sources") if getattr(asked, option)]
    if asked.ids and beside:
        instead = ", or take --fields instead of --ids" if asked.expand or asked.sources else ""
        raise WrongUsage(f"--ids is a format of its own; leave out {listed(beside)}{instead}")
    expanding = ("json", "jsonl", *(ROWS if whole_parts else ()))
    if asked.expand and not asked.fields and format_of(asked) not in expanding:
        raise WrongUsage("--expand puts names beside ids in JSON; ask for --json, or name the fields with --fields")
    if asked.lang not in LANGS:
        raise WrongUsage(f"no language {asked.lang!r}; the languages are: {listed(LANGS)}")


def format_of(asked: Asked) -> str | None:
    """The format asked for by name; None where the place that the answer goes to decides."""
    return "json" if asked.json else asked.format


def for_screen(asked: Asked) -> bool:
    """Whether a person will read a drawn table."""
    chosen = format_of(asked)
    return chosen == "table" or (chosen is None and not asked.ids and sys.stdout.isatty())


def citing(asked: Asked, cards: bool = False) -> Any:
    """How sources are shown: as footnote marks where footnotes follow, else as ids; `cards`: the answer is one of cards, which carry their
    footnotes into a pipe too."""
    if not asked.sources:
        return ""
    followed = for_screen(asked) or format_of(asked) == "md" or (cards and format_of(asked) is None and not asked.fields)
    return "marks" if followed else "ids"


def deliver(answer: Answer, asked: Asked) -> None:
    """Write the answer, then its notes; exit 1 for an empty one where --exit-status asks for that."""
    renderer = renderer_of(answer, asked)
    emit(renderer(answer, screen_now()), text_for_people=for_screen(asked))
    for line in (*answer.notes, *encoding_notes(answer), *formula_notes(answer, renderer)):
        note(line)
    for error in answer.missing:
        say(error.message, error.hints)
    if answer.missing:
        raise typer.Exit(answer.missing[0].exit_code)
    if asked.exit_status and (answer.none or not (answer.records or answer.rows)):
        raise typer.Exit(1)


def renderer_of(answer: Answer, asked: Asked) -> Renderer:
    """The renderer for the format asked for, else for the place that the answer goes to."""
    if asked.ids:
        return PIPED["ids"]
    chosen = format_of(asked)
    if chosen:
        return FORMATS[chosen]
    if sys.stdout.isatty():
        return FORMATS["table"]
    return FORMATS["tsv"] if answer.cards is None else PIPED["lines"]


def formula_notes(answer: Answer, renderer: Renderer) -> list[str]:
    """A warning where a cell of CSV or TSV would be run by a spreadsheet; the cell itself is never changed."""
    if renderer not in (FORMATS["csv"], FORMATS["tsv"]):
        return []
    risky = sum(cell.startswith(FORMULA_STARTS) for row in answer.rows for cell in row)
    return [f"{risky} of the values begin as a formula does (= + - @); import them into a spreadsheet as text"] if risky else []


def emit(pieces: Iterator[str], text_for_people: bool = False) -> None:
    """Write pieces to stdout as they come: as UTF-8 for machines whatever the locale says, in the terminal's encoding for people."""
    if not (text_for_people or sys.stdout.isatty()) and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def encoding_notes(answer: Answer) -> list[str]:
    """A warning where what was just written had characters that the encoding of stdout lacks, and shows as escapes."""
    encoding = sys.stdout.encoding or "utf-8"
    if encoding.lower().startswith("utf"):
        return []
    from csto_cli.render.safe import texts_of

    if all(encodes(text, encoding) for text in texts_of(answer)):
        return []
    return [f"the encoding {encoding} lacks some characters, which are written as escapes; set PYTHONIOENCODING=utf-8, or ask for --json"]


def encodes(text: str, encoding: str) -> bool:
    """Whether an encoding has every character of the text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def screen_now() -> Screen:
    """What the place that the answer goes to can show."""
    return Screen(screen_width(), in_colour(), sys.stdout.isatty(), sys.stdout.encoding or "utf-8")


def screen_width() -> int:
    """COLUMNS, else the terminal's width, else 80."""
    import shutil

    return shutil.get_terminal_size((80, 24)).columns


def in_colour() -> bool:
    """Colour on a terminal that is not dumb, unless NO_COLOR is set; FORCE_COLOR asks for it off a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR", "")
    if forced:
        return forced != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def with_notes(answer: Answer, notes: list[str]) -> Answer:
    """The answer with these notes after its own."""
    return replace(answer, notes=[*answer.notes, *notes])
