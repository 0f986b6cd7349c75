"""BibTeX that both BibTeX and biblatex take without a warning: every entry is `@misc`, names of institutions in double braces."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from csto_cli.publish.bibliography import targets, write_entries
from csto_cli.publish.entries import Entry, date_parts, is_qualified
from csto_cli.publish.plainly import capitalised, one_line
from csto_cli.publish.selection import Selection
from csto_cli.store import Store

__all__ = ["render", "targets", "write"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The month macros, which every style defines in its own language."""

ESCAPES = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}",
}  # fmt: skip
BABEL = {
    "en": "english", "ru": "russian", "uk": "ukrainian", "de": "german", "fr": "french", "es": "spanish", "it": "italian",
    "pl": "polish", "tr": "turkish", "pt": "portuguese", "hy": "armenian", "be": "belarusian", "bg": "bulgarian", "ro": "romanian",
}  # fmt: skip
"""Names by which biblatex knows languages; a language without one is left out."""


def render(entries: list[Entry]) -> str:
    """Entries as UTF-8 BibTeX, Cyrillic as it is; a comment and no entry where there are none."""
    if not entries:
        return "% no entries\n"
    return "\n".join(_entry(entry) for entry in entries)


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the bibliography into `scratch`."""
    return write_entries(render, store, picked, scratch, path, each)


def _entry(entry: Entry) -> str:
    lines = [f"  {name} = {value}," for name, value in _fields(entry) if value]
    return f"@misc{{{entry.key},\n" + "\n".join(lines) + "\n}\n"


def _fields(entry: Entry) -> list[tuple[str, str]]:
    """Year, month and day instead of biblatex's `date`, which old readers do not know; a year that is only about right says so."""
    parts = date_parts(entry.date)
    return [
        ("author", f"{{{{{escaped(entry.author)}}}}}" if entry.author else ""),
        ("title", f"{{{{{escaped(entry.named)}}}}}"),
        ("howpublished", f"{{{escaped(_where(entry))}}}" if _where(entry) else ""),
        ("year", f"{{{parts[0]}}}" if parts else ""),
        ("month", MONTHS[parts[1] - 1] if len(parts) > 1 else ""),
        ("day", f"{{{parts[2]}}}" if len(parts) > 2 else ""),
        ("url", f"{{{address(entry.url)}}}" if entry.url else ""),
        ("urldate", f"{{{entry.accessed}}}" if entry.accessed and entry.url else ""),
        ("langid", f"{{{BABEL[entry.lang]}}}" if entry.lang in BABEL else ""),
        ("note", f"{{{escaped(_note(entry))}}}" if _note(entry) else ""),
    ]


def _where(entry: Entry) -> str:
    return f"In: {entry.container}, version {entry.version}" if entry.container else ""


def _note(entry: Entry) -> str:
    """What no field holds: the data version, when and where an event was, that a date is uncertain, what the source states."""
    about = "The date is uncertain" if entry.date.endswith("?") else "The date is approximate" if is_qualified(entry.date) else ""
    event = ", ".join(part for part in (entry.event_date, entry.place) if part)
    version = f"Version {entry.version}" if entry.kind == "dataset" else ""
    read = f"Read {entry.accessed}" if entry.accessed and not entry.url else ""
    return ". ".join(part for part in (version, capitalised(event), about, entry.note, read, entry.stated) if part)


def escaped(text: str) -> str:
    """The text with what TeX would take for commands written as characters."""
    return re.sub(r"[\\{}$&#%_^~]", lambda match: ESCAPES[match.group()], one_line(text))


def address(url: str) -> str:
    """An address for a verbatim field: braces and backslashes, which would end it, percent-encoded."""
    return re.sub(r"[\\{}\s]", lambda match: f"%{ord(match.group()):02X}", url)
