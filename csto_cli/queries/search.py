"""Ranked full text over the record, by SQLite's FTS5 in memory.

The index is built from the store at each search. Texts are folded to ASCII in one go, words asked for are folded too and lose their
endings, and a stem finds every word that begins with it: so `peacekeeper` finds peacekeeping and `наркотики` finds the anti-drug strategy.
A word of up to three letters is found whole, for it begins too much: `Zas` is no заседание. All words must be found, but for those that
only link others; `"a phrase"` as it stands; `-word` and `-"a phrase"` must not be; the last letters of a word may be missing. Where nothing
has all the words, a shorter beginning of each long one is tried, once: so `миротворцы` finds what is миротворческий, which no ending tells.
A term of the field also finds its equals (`UN` the United Nations), after what has the words themselves. What has all the words in its
names comes before what has them in a note or an agenda.

A word typed in Cyrillic or another script is looked for in what is written so; in Latin letters only the whole word counts, as `Рубеж` in
Rubezh, for a stem of it can sound like another word: статья like state.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from csto_cli.model import Record
from csto_cli.names.fold import ascii_texts, fold
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.names.meetings import meeting_phrases
from csto_cli.queries.excerpts import excerpt_of, is_hit
from csto_cli.queries.meanings import Meaning, meanings
from csto_cli.queries.stems import LINKING, SHORT, beginning, stem, whole_forms
from csto_cli.store import Store

__all__ = ["SEARCHED", "Found", "Hit", "Words", "is_hit", "parse", "search", "stem"]

SEARCHED = ("states", "officials", "offices", "bodies", "meetings", "documents", "exercises", "chairmanships", "topics")
"""The tables that a search looks through, in the order in which equal hits are shown."""


class Hit(NamedTuple):
    """A record found: its table, how well it fits (lower is better), the stems that it was found by, and the text around them."""

    table: str
    record: Record
    rank: float
    stems: list[str]
    excerpt: str


class Words(NamedTuple):
    """A search taken apart: words and phrases that must be found, and those that must not; words are stems.

    `whole` are the words that were typed in another script than Latin, by their stems; `meanings` the terms among the words that have
    equals.
    """

    words: list[str]
    phrases: list[str]
    without: list[str]
    phrases_without: list[str]
    whole: dict[str, str]
    meanings: list[Meaning]

    def stems(self) -> list[str]:
        """What to look for when marking hits."""
        return [*self.words, *(word for phrase in self.phrases for word in phrase.split())]

    def shorter(self) -> Words:
        """The same search with a shorter beginning of each long word that must be found."""
        whole = {beginning(word): typed for word, typed in self.whole.items()}
        told = [meaning._replace(words=[beginning(word) for word in meaning.words]) for meaning in self.meanings]
        return self._replace(words=[beginning(word) for word in self.words], whole=whole, meanings=told)


class Found(NamedTuple):
    """What a search found, best first; `alike` says that it was found by shorter words than were typed."""

    hits: list[Hit]
    alike: bool


_NATIVE = re.compile(r"[\u0370-\u10ff]")
"""A letter of a script of the member states other than Latin: Cyrillic, Armenian, Georgian."""

_PHRASE = re.compile(r'(?<!\S)(-?)["«“„]([^"«»“”„]*)["»”“]')


def parse(typed: str) -> Words:
    """Take a search apart; quotes that are not closed are read as none, and linking words count only where no other word is."""
    quoted = [(mark, fold(phrase)) for mark, phrase in _PHRASE.findall(typed)]
    words: list[str] = []
    without: list[str] = []
    whole: dict[str, str] = {}
    for raw in _PHRASE.sub(" ", typed).split():
        target = without if raw.startswith("-") and len(raw) > 1 else words
        target += fold(raw).split()
        whole |= {stem(word): word for word in fold(raw).split()} if _NATIVE.search(raw) else {}
    phrases = [phrase for mark, phrase in quoted if phrase and not mark]
    telling = [word for word in words if word not in LINKING]
    terms = meanings(words)
    kept = {word for term in terms for word in term.words if len(term.words) > 1}
    return Words(
        [word if word in kept else stem(word) for word in (telling if telling or phrases else words)],
        phrases,
        [stem(word) for word in without],
        [phrase for mark, phrase in quoted if phrase and mark],
        whole,
        terms,
    )


def search(store: Store, typed: str, tables: Sequence[str] = SEARCHED) -> Found:
    """The records that fit, best first; none where nothing fits or no word was typed."""
    words = parse(typed)
    if not words.words and not words.phrases:
        return Found([], False)
    texts = [(table, record, _texts(store, table, record)) for table in tables for record in store.table(table)]
    index = _index([text for _, _, text in texts], apart=bool(words.whole))
    ranked = _ranked(index, words)
    shorter = words.shorter()
    alike = not ranked and shorter != words and bool(ranked := _ranked(index, shorter))
    words = shorter if alike else words
    # What has the very words in its names comes before what only begins like them: Khachaturov before Khachaturyan.
    typed_words = {word for word in fold(typed).split() if word not in LINKING}
    lacking = {one.number: len(typed_words.difference(*map(_words_of, texts[one.number][2].names()))) for one in ranked}
    ranked.sort(key=lambda one: (one.by_equals, not one.named, lacking[one.number], one.rank, one.number))
    hits = []
    for one in ranked:
        table, record, text = texts[one.number]
        parts = [part for column in text for part in column]
        stems = [*words.stems(), *(_equal_words(words, parts) if one.by_equals else ())]
        hits.append(Hit(table, record, one.rank, stems, excerpt_of(parts, stems)))
    return Found(hits, alike)


def _words_of(text: str) -> list[str]:
    return fold(text).split()


def _equal_words(words: Words, texts: Sequence[str]) -> list[str]:
    """The words of the equals, of terms that were typed, which stand in the texts of a record."""
    folded = [f" {fold(text)} " for text in texts]
    standing = (equal for meaning in words.meanings for equal in meaning.equals if any(f" {equal} " in text for text in folded))
    return [word for equal in standing for word in equal.split() if word not in LINKING]


class Text(NamedTuple):
    """What is searched of a record: its names proper with its id, its other names and those of its facts, and everything else."""

    title: list[str]
    aliases: list[str]
    body: list[str]

    def names(self) -> list[str]:
        """Whatever names the record."""
        return [*self.title, *self.aliases]


LATIN = Text._fields
NATIVE = tuple(f"native_{column}" for column in LATIN)
COLUMNS = (*LATIN, *NATIVE)
"""The columns of the index: what is in Latin letters, and what is written otherwise."""
NAMES = ("title", "aliases", "native_title", "native_aliases")
"""The columns of what names a record."""


def _index(texts: Sequence[Text], apart: bool) -> sqlite3.Connection:
    """The index of the texts, each under its number; parts that many texts share are folded once, and no text is kept.

    `apart`: what is in another script than Latin has columns of its own, which only a search in such a script needs.
    """
    parts = list(dict.fromkeys(part for text in texts for column in text for part in column))
    folded = dict(zip(parts, ascii_texts(parts), strict=True))

    # A sign that no search can hold stands between the parts, so that no phrase reaches from one into the next.
    def joined(parts: Sequence[str], native: bool) -> str:
        chosen = [part for part in parts if native == (apart and _NATIVE.search(part) is not None)]
        return " ␞ ".join([folded[part] for part in chosen])

    rows = [(n, *(joined(column, native) for native in (False, True) for column in text)) for n, text in enumerate(texts)]
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(COLUMNS)}, content = '', tokenize = 'ascii')")
    database.executemany(f"INSERT INTO texts (rowid, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})", rows)
    return database


class _Fit(NamedTuple):
    """The number of a text that a search fits, whether only by equals of terms that were typed, whether its names alone fit, its rank."""

    number: int
    by_equals: bool
    named: bool
    rank: float


def _ranked(index: sqlite3.Connection, words: Words) -> list[_Fit]:
    """The texts that a search fits; a word in a title counts ten times one in the body."""
    ranked = "SELECT rowid, bm25(texts, 10.0, 1.0, 1.0, 10.0, 1.0, 1.0) AS rank FROM texts WHERE texts MATCH ?"
    found: dict[int, _Fit] = {}
    for by_equals in (False, True) if words.meanings else (False,):
        query = _query(words, by_equals)
        named = {number for number, _ in index.execute(ranked, (f"{_columns(NAMES)} : ({query})",))}
        for number, rank in index.execute(ranked, (query,)):
            found.setdefault(number, _Fit(number, by_equals, number in named, rank))
    return list(found.values())


def _query(words: Words, with_equals: bool) -> str:
    """The search in FTS5's own language; every word was folded to letters and digits, so none can be taken for an operator."""
    terms = words.meanings if with_equals else []
    apart = [word for word in words.words if not any(word in term.words for term in terms)]
    parts = [*(_word(word, words.whole.get(word)) for word in apart), *(f'"{phrase}"' for phrase in words.phrases)]
    parts += [_term(term, words.whole) for term in terms]
    query = " AND ".join(f"({part})" for part in parts)
    for part in (*(_word(word, words.whole.get(word)) for word in words.without), *(f'"{phrase}"' for phrase in words.phrases_without)):
        query = f"({query}) NOT ({part})"
    return query


def _term(term: Meaning, whole: dict[str, str]) -> str:
    """The words of a term, or one of its equals as it stands."""
    own = " AND ".join(f"({_word(word, whole.get(word))})" for word in term.words)
    return " OR ".join([f"({own})", *(f'"{equal}"' for equal in term.equals)])


def _word(word: str, whole: str | None) -> str:
    """A word to be found by its beginning, a short one whole; of one typed in another script than Latin, in Latin texts only the whole
    word."""
    if len(word) <= SHORT:
        return " OR ".join(f'"{form}"' for form in whole_forms(word))
    return f'"{word}" *' if whole is None else f'{_columns(NATIVE)} : "{word}" * OR {_columns(LATIN)} : "{whole}"'


def _columns(names: Sequence[str]) -> str:
    """In FTS5's language what limits a search to these columns."""
    return f"{{{' '.join(names)}}}"


_REFERENCES = ("topics", "host", "chair", "state", "forces", "adopted_by")

_KINDS = {
    "treaty": "договор", "charter": "устав", "agreement": "соглашение", "protocol": "протокол", "declaration": "декларация",
    "statement": "заявление", "decision": "решение", "regulation": "положение", "strategy": "стратегия", "concept": "концепция",
    "plan": "план", "programme": "программа", "model-law": "модельный закон", "memorandum": "меморандум", "list": "перечень",
    "appeal": "обращение", "exercise": "учения", "operation": "операция", "mission": "миссия",
}  # fmt: skip
"""What a kind of document or exercise is called in Russian, for records that have no Russian title or one without that word."""


def _texts(store: Store, table: str, record: Record) -> Text:
    """What is searched of a record: its names, and everything else that is text, with the names of what it refers to."""
    title = list(dict.fromkeys([*names_of(record), record["id"].replace("-", " ")]))
    aliases = [*aliases_of(record), *(str(fact["property"]) for fact in record.get("facts", ()))]
    body = [record[field] for field in ("summary", "note", "series") if field in record]
    body += record.get("agenda", []) + record.get("priorities", [])
    for field in ("place", "motto"):
        body += record.get(field, {}).values()
    for field in _REFERENCES:
        values = record.get(field, [])
        for value in values if isinstance(values, list) else [values]:
            body += names_of(store.get(value) or {})
    kind = record.get("type") or (record["kind"] if table == "exercises" else "")
    body += [kind, _KINDS.get(kind, "")]
    if table == "meetings":
        body += meeting_phrases(store, record)[1:]
    if table == "officials":
        for office in dict.fromkeys(post["office"] for post in record["posts"]):
            body += names_of(store.get(office) or {"name": {"en": office}})
        body += [post[field] for post in record["posts"] for field in ("title", "note") if field in post]
    if table == "states":
        parts = [*record["memberships"], *record.get("milestones", ())]
        body += [part[field] for part in parts for field in ("status", "event", "instrument", "note") if field in part]
        for vacancy in record.get("vacancies", ()):
            office = vacancy["office"]
            body += [f"vacant: {store.label(office)}", f"вакансия: {store.label(office, 'ru')}", vacancy.get("note", "")]
    if table == "bodies":
        body += [str(fact["value"]) for fact in record.get("facts", ())]
    return Text(title, aliases, body)
