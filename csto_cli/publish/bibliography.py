"""A bibliography file: all sources and documents, or the chosen documents with the sources of all that was chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from csto_cli.model import TABLES
from csto_cli.publish.entries import Entry, document, source
from csto_cli.publish.selection import Selection, cited
from csto_cli.store import Store


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write_entries(
    render: Callable[[list[Entry]], str], store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]
) -> list[str]:
    """Write the bibliography, rendered, into `scratch`; no notes."""
    (scratch / path.name).write_bytes(render(entries(store, picked, each)).encode("utf-8"))
    return []


def entries(store: Store, picked: Selection, each: Callable[[], None]) -> list[Entry]:
    """Documents, then sources, each once."""
    wanted: set[str] = set()
    for name in TABLES:
        for record in picked.chosen[name]:
            wanted.update([record["id"]] if name == "sources" else cited(TABLES[name], record))
            each()
    made = [document(store, record) for record in picked.chosen["documents"]]
    rows = store.table("sources")
    return made + [source(record) for record in rows if picked.whole or record["id"] in wanted]
