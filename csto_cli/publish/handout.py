"""The readable hand-out that `md` and `html` write: a section a table, a card a record, the sources as numbered notes."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from csto_cli.model import TABLES, Record
from csto_cli.publish.entries import record_title
from csto_cli.publish.selection import Selection
from csto_cli.store import Store
from csto_cli.views.answer import Card
from csto_cli.views.cards import card
from csto_cli.views.text import Reader


class Sheet(NamedTuple):
    """One record as it is read."""

    record_id: str
    card: Card


class Section(NamedTuple):
    """The records of one table."""

    title: str
    sheets: list[Sheet]


class Handout(NamedTuple):
    """A whole page: its title, what it is taken from, its sections, the sources in the order of their numbers."""

    title: str
    origin: str
    sections: list[Section]
    sources: list[Record]


class _Noting(Reader):
    """A reader who also tells which sources were noted, not only their lines."""

    def noted(self) -> list[Record]:
        return [self.store.get(source) or {"id": source} for source in self._noted]


def handout(store: Store, picked: Selection, each: Callable[[], None]) -> Handout:
    """The hand-out of the chosen records; sources have a section of their own only where nothing else was chosen."""
    reader = _Noting(store, cites="marks")
    others = any(picked.chosen[name] for name in TABLES if name not in ("meta", "sources"))
    sections = []
    for name in TABLES:
        if name == "meta" or (name == "sources" and others):
            continue
        sheets = []
        for record in picked.chosen[name]:
            made = card(reader, name, record)
            sheets.append(Sheet(record["id"], Card(record_title(store, name, record), made.lines, made.grids)))
            each()
        if sheets:
            sections.append(Section(name.capitalize(), sheets))
    meta = store.meta
    origin = f"{meta['title']}, data version {meta['data_version']}, as of {meta['as_of']}. Licence: {meta['licence']}."
    return Handout(_title(meta["title"], sections), origin, sections, reader.noted())


def _title(whole: str, sections: list[Section]) -> str:
    """The one record's or the one table's name, where the page holds no more than that."""
    if len(sections) == 1:
        sheets = sections[0].sheets
        return sheets[0].card.title if len(sheets) == 1 else sections[0].title
    return whole
