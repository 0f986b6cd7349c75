"""RIS, the tagged format that every reference manager imports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from csto_cli.publish.bibliography import targets, write_entries
from csto_cli.publish.entries import Entry, date_parts, is_qualified
from csto_cli.publish.plainly import one_line
from csto_cli.publish.selection import Selection
from csto_cli.store import Store

__all__ = ["render", "targets", "write"]

TYPES = {"dataset": "DATA", "record": "DATA", "event": "DATA", "treaty": "GEN", "document": "GEN", "source": "ELEC"}


def render(entries: list[Entry]) -> str:
    """Entries as UTF-8 RIS, each from TY to ER; nothing where there are none."""
    return "\n".join(_entry(entry) for entry in entries)


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the bibliography into `scratch`; in a file lines end in CRLF, as the format says."""
    return write_entries(lambda entries: render(entries).replace("\n", "\r\n"), store, picked, scratch, path, each)


def _entry(entry: Entry) -> str:
    parts = date_parts(entry.date)
    kind = "GEN" if entry.kind == "source" and not entry.url else TYPES[entry.kind]
    lines = [
        ("TY", kind),
        ("ID", entry.key),
        ("TI", entry.named),
        ("AU", entry.author if "," not in entry.author else ""),
        ("PB", entry.author),
        ("T2", entry.container),
        ("ET", entry.version),
        ("PY", str(parts[0]) if parts else ""),
        ("DA", ris_date(entry.date)),
        ("CY", entry.place),
        ("UR", entry.url),
        ("Y2", ris_date(entry.accessed)),
        ("LA", entry.lang),
        *(("N1", note) for note in _notes(entry)),
    ]
    return "".join(f"{tag}  - {one_line(value)}\n" for tag, value in lines if value) + "ER  - \n"


def _notes(entry: Entry) -> list[str]:
    """What no tag holds. A comma in AU would part a surname from a first name, so such an institution is in PB alone."""
    about = f"The date is {'uncertain' if entry.date.endswith('?') else 'approximate'}" if is_qualified(entry.date) else ""
    held = f"{'Held' if entry.held else 'Planned'} {entry.event_date}" if entry.event_date else ""
    return [held, about, entry.note, entry.stated]


def ris_date(stored: str) -> str:
    """`2018/05/24/`, `2018/05//` or `2018///`: the slashes stand even where month or day is not known."""
    parts = [f"{part:02}" for part in date_parts(stored)]
    return "/".join([*parts, *[""] * (4 - len(parts))]) if parts else ""
