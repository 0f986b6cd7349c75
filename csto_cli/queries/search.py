"""Ranked full text over the record, by SQLite's FTS5 in memory.

The index is built from the store at each search. Texts are folded to ASCII in one go, words asked for are folded too and lose their
endings, and a stem finds every word that begins with it: so `peacekeeper` finds peacekeeping and `наркотики` finds the anti-drug strategy.
All words must be found; `"a phrase"` as it stands; `-word` and `-"a phrase"` must not be; the last letters of a word may be missing.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

from csto_cli.model import Record
from csto_cli.names.fold import ascii_texts, fold
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.names.meetings import meeting_phrases
from csto_cli.queries.excerpts import excerpt_of, is_hit
from csto_cli.queries.stems import stem
from csto_cli.store import Store

__all__ = ["SEARCHED", "Hit", "Words", "is_hit", "parse", "search", "stem"]

SEARCHED = ("states", "officials", "offices", "bodies", "meetings", "documents", "exercises", "chairmanships", "topics")
"""The tables that a search looks through, in the order in which equal hits are shown."""


class Hit(NamedTuple):
    """A record found: its table, how well it fits (lower is better), and the text around the words found."""

    table: str
    record: Record
    rank: float
    excerpt: str


class Words(NamedTuple):
    """A search taken apart: words and phrases that must be found, and those that must not; words are stems."""

    words: list[str]
    phrases: list[str]
    without: list[str]
    phrases_without: list[str]

    def stems(self) -> list[str]:
        """What to look for when marking hits."""
        return [*self.words, *(word for phrase in self.phrases for word in phrase.split())]


_PHRASE = re.compile(r'(?<!\S)(-?)["«“„]([^"«»“”„]*)["»”“]')


def parse(typed: str) -> Words:
    """Take a search apart; quotes that are not closed are read as none."""
    quoted = [(mark, fold(phrase)) for mark, phrase in _PHRASE.findall(typed)]
    words: list[str] = []
    without: list[str] = []
    for raw in _PHRASE.sub(" ", typed).split():
        target = without if raw.startswith("-") and len(raw) > 1 else words
        target += [stem(word) for word in fold(raw).split()]
    return Words(
        words,
        [phrase for mark, phrase in quoted if phrase and not mark],
        without,
        [phrase for mark, phrase in quoted if phrase and mark],
    )


def search(store: Store, typed: str, tables: Sequence[str] = SEARCHED, limit: int | None = None) -> list[Hit]:
    """The records that fit, best first, at most `limit`. An empty list where nothing fits or no word was typed."""
    words = parse(typed)
    if not words.words and not words.phrases:
        return []
    texts = [(table, record, _texts(store, table, record)) for table in tables for record in store.table(table)]
    found = _ranked([text for _, _, text in texts], _query(words), limit)
    hits = []
    for number, rank in found:
        table, record, (title, body) = texts[number]
        hits.append(Hit(table, record, rank, excerpt_of([*title, *body], words.stems())))
    return hits


Text = tuple[list[str], list[str]]


def _ranked(texts: Sequence[Text], query: str, limit: int | None) -> list[tuple[int, float]]:
    """The numbers of the texts that a query fits, with their ranks; a word in a title counts ten times one in the body."""
    folded = iter(ascii_texts([part for title, body in texts for part in (*title, *body)]))
    rows = ((n, _joined(islice(folded, len(title))), _joined(islice(folded, len(body)))) for n, (title, body) in enumerate(texts))
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(title, body, tokenize = 'ascii')")
    database.executemany("INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)", rows)
    ranked = "SELECT rowid, bm25(texts, 10.0, 1.0) AS rank FROM texts WHERE texts MATCH ? ORDER BY 2, 1 LIMIT ?"
    return database.execute(ranked, (query, -1 if limit is None else limit)).fetchall()


def _joined(parts: Iterable[str]) -> str:
    """Parts of a text with a sign between them that no search can hold, so that no phrase reaches from one into the next."""
    return " ␞ ".join(parts)


def _query(words: Words) -> str:
    """The search in FTS5's own language; every word was folded to letters and digits, so none can be taken for an operator."""
    parts = [f'"{word}" *' for word in words.words] + [f'"{phrase}"' for phrase in words.phrases]
    query = " AND ".join(f"({part})" for part in parts)
    for part in (*(f'"{word}" *' for word in words.without), *(f'"{phrase}"' for phrase in words.phrases_without)):
        query = f"({query}) NOT ({part})"
    return query


_REFERENCES = ("topics", "host", "chair", "state", "forces")


def _texts(store: Store, table: str, record: Record) -> Text:
    """What is searched of a record: its names, and everything else that is text, with the names of what it refers to."""
    title = list(dict.fromkeys([*names_of(record), record["id"].replace("-", " ")]))
    body = [*aliases_of(record), *(record[field] for field in ("summary", "note", "series", "type") if field in record)]
    body += record.get("agenda", []) + record.get("priorities", [])
    for field in ("place", "motto"):
        body += record.get(field, {}).values()
    for field in _REFERENCES:
        values = record.get(field, [])
        for value in values if isinstance(values, list) else [values]:
            body += names_of(store.get(value) or {})
    if table == "meetings":
        body += meeting_phrases(store, record)[1:]
    if table == "officials":
        body += dict.fromkeys(store.label(post["office"]) for post in record["posts"])
        body += [post["title"] for post in record["posts"] if "title" in post]
    if table == "bodies":
        body += [str(fact[field]) for fact in record.get("facts", ()) for field in ("property", "value")]
    return title, body
