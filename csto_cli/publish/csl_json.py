"""CSL-JSON, the input of citation processors and of Zotero."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from csto_cli.publish.bibliography import targets, write_entries
from csto_cli.publish.entries import Entry, date_parts, is_qualified
from csto_cli.publish.selection import Selection
from csto_cli.store import Store

__all__ = ["render", "targets", "write"]

TYPES = {"dataset": "dataset", "record": "entry", "event": "event", "treaty": "treaty", "document": "document", "source": "webpage"}


def render(entries: list[Entry]) -> str:
    """Entries as a JSON array."""
    return json.dumps([item(entry) for entry in entries], ensure_ascii=False, indent=2) + "\n"


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the bibliography into `scratch`."""
    return write_entries(render, store, picked, scratch, path, each)


def item(entry: Entry) -> dict[str, Any]:
    """One entry as a CSL item; a text on paper is a document, not a page."""
    on_paper = entry.kind == "source" and not entry.url
    made: dict[str, Any] = {
        "id": entry.key,
        "type": "document" if on_paper else TYPES[entry.kind],
        "title": entry.named,
        "author": [{"literal": entry.author}] if entry.author else None,
        "publisher": entry.author if entry.kind in ("source", "dataset") else None,
        "container-title": entry.container,
        "version": entry.version,
        "issued": csl_date(entry.date),
        "event-date": csl_span(entry),
        "event-place": entry.place,
        "accessed": csl_date(entry.accessed),
        "URL": entry.url,
        "language": entry.lang,
        "note": ". ".join(part for part in (entry.note, entry.stated) if part),
    }
    return {name: value for name, value in made.items() if value}


def csl_span(entry: Entry) -> dict[str, Any] | None:
    """When an event was: a day, or the first and the last; in words where only one of them is known, as a CSL date has no open end."""
    first, last = entry.event_first, entry.event_last
    if first == last:
        return csl_date(first)
    if not first or not last:
        return {"literal": entry.event_date}
    parts = {"date-parts": [date_parts(first), date_parts(last)]}
    return {**parts, "circa": True} if is_qualified(first) or is_qualified(last) else parts


def csl_date(stored: str) -> dict[str, Any] | None:
    """A stored date as far as it is known; one that is only about right says so."""
    parts = date_parts(stored)
    if not parts:
        return None
    return {"date-parts": [parts], "circa": True} if is_qualified(stored) else {"date-parts": [parts]}
