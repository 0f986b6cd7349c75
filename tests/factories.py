"""Tiny records and stores for tests: every factory gives a valid record of which a test changes only what it is about.

`meeting(date="2018-05-24")` sets a field, `meeting(chair=None)` leaves it out. `make_store(meetings=[...])` is the minimal store with
that table replaced; nothing of it is on a disk. `write_store(path, tables)` writes a file in canonical form.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from csto_cli.model import TABLES, Record
from csto_cli.store import Store, canonical_bytes

AS_OF = "2020-12-31"
SOURCE = "odkb-page"

Tables = dict[str, list[Record]]


def _made(standard: Record, changed: Mapping[str, Any]) -> Record:
    """The standard record with fields changed, and those changed to None left out."""
    return {key: value for key, value in {**standard, **changed}.items() if value is not None}


def meta(**changed: Any) -> Record:
    """The record of `meta`, as of AS_OF."""
    standard = {"id": "meta", "schema_version": 1, "data_version": "1.0.0", "as_of": AS_OF, "title": "A small record", "licence": "CC0-1.0"}
    return _made(standard, changed)


def membership(**changed: Any) -> Record:
    """A current membership of the organisation since 2003-09-18."""
    return _made({"organization": "csto", "role": "member", "start": "2003-09-18", "status": "current"}, changed)


def state(record_id: str = "kazakhstan", **changed: Any) -> Record:
    """A member state with an invented ISO code made of its id."""
    code = record_id.replace("-", "").upper()
    standard = {
        "id": record_id,
        "name": {"en": record_id.title()},
        "iso2": code[:2],
        "iso3": code[:3],
        "memberships": [membership()],
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def vacancy(office: str = "security-council-secretary", **changed: Any) -> Record:
    """An office that stood empty from 2018-12-26 to 2020-03-01."""
    return _made({"office": office, "start": "2018-12-26", "end": "2020-03-01", "sources": [SOURCE]}, changed)


def post(office: str = "security-council-secretary", **changed: Any) -> Record:
    """A post held from 2016-12-28 to 2018-12-26."""
    return _made({"office": office, "start": "2016-12-28", "end": "2018-12-26", "status": "ended"}, changed)


def official(record_id: str = "nurlan-yermekbayev", *posts: Record, **changed: Any) -> Record:
    """An official of Kazakhstan named as its id says, with these posts or with the standard one."""
    standard = {
        "id": record_id,
        "name": {"en": record_id.replace("-", " ").title()},
        "state": "kazakhstan",
        "posts": list(posts) or [post()],
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def office(record_id: str = "security-council-secretary", **changed: Any) -> Record:
    """An office that is a seat in `cssc`."""
    standard = {"id": record_id, "name": {"en": record_id.replace("-", " ").capitalize()}, "body": "cssc", "order": 5, "sources": [SOURCE]}
    return _made(standard, changed)


def body(record_id: str = "cssc", **changed: Any) -> Record:
    """An organ of the organisation; `csto` itself has no parent."""
    whole = record_id == "csto"
    standard = {
        "id": record_id,
        "name": {"en": f"The {record_id.upper()}"},
        "kind": "organization" if whole else "organ",
        "parent": None if whole else "csto",
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def seat(person: str | None = "nurlan-yermekbayev", **changed: Any) -> Record:
    """A seat of Kazakhstan's secretary of the security council."""
    return _made({"person": person, "state": "kazakhstan", "office": "security-council-secretary", "role": "member"}, changed)


def meeting(record_id: str = "astana-2018-05-cssc", **changed: Any) -> Record:
    """The meeting of the secretaries in Astana on 2018-05-24, chaired by the standard official."""
    standard = {
        "id": record_id,
        "name": {"en": "Meeting of the Committee of Secretaries, Astana"},
        "bodies": ["cssc"],
        "status": "held",
        "date": "2018-05-24",
        "place": {"en": "Astana", "ru": "Астана"},
        "country": "kazakhstan",
        "chair": "nurlan-yermekbayev",
        "attendees": [seat(role="chair")],
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def event(meeting_id: str | None = "astana-2018-05-cssc", **changed: Any) -> Record:
    """A document signed at a meeting."""
    return _made({"meeting": meeting_id, "action": "signed"}, changed)


def document(record_id: str = "action-plan-2018", **changed: Any) -> Record:
    """A plan signed at the standard meeting, on its day."""
    standard = {
        "id": record_id,
        "title": {"en": "Action plan", "ru": "План действий"},
        "title_status": "descriptive",
        "type": "plan",
        "date": "2018-05-24",
        "events": [event()],
        "topics": ["information-policy"],
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def exercise(record_id: str = "rubezh-2018", **changed: Any) -> Record:
    """An exercise held in October 2018."""
    standard = {
        "id": record_id,
        "name": {"en": "Rubezh-2018"},
        "kind": "exercise",
        "series": "rubezh",
        "status": "held",
        "start": "2018-10-10",
        "end": "2018-10-13",
        "host": "kazakhstan",
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def chairmanship(state_id: str = "kazakhstan", year: int = 2018, **changed: Any) -> Record:
    """A state's turn from 1 January to 31 December."""
    standard = {
        "id": f"chairmanship-{state_id}-{year}",
        "state": state_id,
        "start": f"{year}-01-01",
        "end": f"{year}-12-31",
        "sources": [SOURCE],
    }
    return _made(standard, changed)


def disputed(field: str, *values: str) -> list[Record]:
    """Several values of a field."""
    return [{"field": field, "value": value, "sources": [SOURCE], "reason": "It says so."} for value in values or ("2018", "2019")]


def topic(record_id: str = "information-policy", **changed: Any) -> Record:
    """A subject of documents."""
    return _made({"id": record_id, "name": {"en": record_id.replace("-", " ").capitalize()}, "sources": [SOURCE]}, changed)


def source(record_id: str = SOURCE, **changed: Any) -> Record:
    """A page of the organisation's own site."""
    standard = {
        "id": record_id,
        "url": f"https://example.org/{record_id}",
        "publisher": "CSTO",
        "kind": "official-csto",
        "accessed": "2020-12-31",
    }
    return _made(standard, changed)


KINDS_OF_SOURCE = [
    source(),
    source("press", kind="press", publisher="Gazette"),
    source("agency", kind="agency", publisher="Agency"),
    source("reprint", kind="press", publisher="Digest", text_of="Agency"),
    source("law", kind="legal", publisher="Law"),
    source("site", kind="state", publisher="Ministry"),
]
"""The standard source and one of each other kind; one is a copy of another's text."""


def minimal() -> Tables:
    """A store in which every table has a record and nothing is wrong; new lists and records at each call."""
    return {
        "meta": [meta()],
        "states": [state()],
        "officials": [official()],
        "offices": [office()],
        "bodies": [body("cssc"), body("csto")],
        "meetings": [meeting()],
        "documents": [document()],
        "exercises": [exercise()],
        "chairmanships": [chairmanship()],
        "topics": [topic()],
        "sources": [source()],
    }


def keyed(tables: Mapping[str, Sequence[Record]]) -> dict[str, dict[str, Record]]:
    """Tables as TinyDB stores them: each record under a number of its own."""
    return {name: {str(number): record for number, record in enumerate(rows, 1)} for name, rows in tables.items()}


def make_store(**tables: list[Record]) -> Store:
    """The minimal store with these tables replaced; its path names no file."""
    unknown = set(tables) - set(TABLES)
    if unknown:
        raise ValueError(f"no table {sorted(unknown)}")
    return Store(Path("in-memory.json"), keyed({**minimal(), **tables}))


def write_store(path: Path, tables: Mapping[str, Sequence[Record]] | None = None) -> Path:
    """Write these tables, or the minimal ones, in canonical form; a path that is a folder gets a `db.json`."""
    file = path / "db.json" if path.is_dir() else path
    file.write_bytes(canonical_bytes(keyed(minimal() if tables is None else tables)))
    return file


def write_json(path: Path, value: object) -> Path:
    """Write any JSON value, for files that are no valid store."""
    file = path / "db.json" if path.is_dir() else path
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return file
