"""Any record as a card: what a person reads after `csto show`."""

from __future__ import annotations

from collections import Counter
from typing import Any, get_args

from csto_cli.model import TABLES, Record, SourceKind, fields_of, nested_of, ref_of
from csto_cli.queries.coverage import is_firm
from csto_cli.queries.indexes import documents_at
from csto_cli.views.answer import Card, Grid
from csto_cli.views.text import Reader, documents_line, figure, flat, undone_line

LABELS = {
    "iso2": "ISO 3166 alpha-2", "iso3": "ISO 3166 alpha-3", "abbr": "abbreviation", "in_force": "in force", "adopted_by": "adopted by",
    "official_name": "official name", "title_status": "title", "end_date": "end date", "documents_reported": "documents reported",
    "next_chair": "next in the chair", "attendees_scope": "attendees named", "former_ids": "former ids", "capital_names": "capital's names",
    "name_as_stated": "as stated",
}  # fmt: skip
SKIPPED = {"id", "name", "title", "sources", "disputes", "schema_version"}


def card(reader: Reader, table: str, record: Record) -> Card:
    """The card of a record: every field it has, names in place of ids, lists of records as grids, disputes explained."""
    lines: list[tuple[str, str]] = [("id", record["id"])]
    grids: list[Grid] = []
    name = record.get("name") or record.get("title")
    if isinstance(name, dict):
        lines += [(f"in {LANGS[lang]}", name[lang]) for lang in name if name[lang] != reader.label(record)]
    for key, annotation in fields_of(TABLES[table]).items():
        if key in SKIPPED or key not in record:
            continue
        nested = nested_of(annotation)
        if nested and nested[1]:
            grids.append(grid(reader, label(key), nested[0], record[key]))
            grids += parts_disputed(reader, label(key), record[key])
        else:
            lines.append((label(key), value_text(reader, annotation, record[key])))
    lines += _computed(reader, table, record)
    if table == "meetings":
        grids += _documents_grid(reader, record)
    if "disputes" in record:
        grids.append(disputes_grid(reader, record["disputes"]))
    if record.get("sources"):
        parts = [part for value in record.values() if isinstance(value, list) for part in value if isinstance(part, dict)]
        lines.append(("sources", sources_text(reader, record["sources"], any("sources" in part for part in parts))))
    return Card(reader.label(record), lines, grids)


LANGS = {"en": "English", "ru": "Russian", "native": "the state language"}


def label(key: str) -> str:
    """A field's name as a person reads it."""
    return LABELS.get(key, key.replace("_", " "))


def value_text(reader: Reader, annotation: Any, value: Any) -> str:
    """A plain field as text: references as names, counts with their qualifier, names in the reader's language."""
    if value is True:
        return "yes"
    if ref_of(annotation):
        return reader.names(value) if isinstance(value, list) else reader.name(value)
    if isinstance(value, dict):
        if "count" in value:
            return reader.with_marks(figure(value), value.get("sources", ()))
        return reader.words(value) if "en" in value else flat(value)
    return flat(value)


def sources_text(reader: Reader, sources: list[str], parts: bool = False) -> str:
    """How many sources of which kind, or their footnote marks or ids where sources were asked for; `parts`: its parts have more."""
    if reader.cites:
        return reader.marks(sources)
    kinds = Counter((reader.store.get(source) or {}).get("kind", "unknown") for source in sources)
    counted = ", ".join(f"{kinds[kind]} {kind}" for kind in (*get_args(SourceKind), "unknown") if kinds[kind])
    alone = "" if len(sources) == 1 or is_firm(reader.store, sources) else ", of one origin"
    return f"{counted}{alone} ({'with those of each part:' if parts else 'shown with'} --sources)"


def grid(reader: Reader, title: str, kind: type, items: list[Record]) -> Grid:
    """A list of records inside a record: a column for each field that any of them has."""
    annotations = {key: annotation for key, annotation in fields_of(kind).items() if any(key in item for item in items)}
    if not reader.cites:
        annotations.pop("sources", None)
    annotations.pop("disputes", None)
    rows = [[_cell(reader, key, annotation, item) for key, annotation in annotations.items()] for item in items]
    return Grid(title, [label(key) for key in annotations], rows)


def parts_disputed(reader: Reader, title: str, items: list[Record]) -> list[Grid]:
    """What sources disagree on in the parts of a record: which part, then as for a record."""
    rows = [
        [_part_name(reader, number, item), *_dispute_row(reader, dispute)]
        for number, item in enumerate(items, 1)
        for dispute in item.get("disputes", ())
    ]
    return [Grid(f"sources disagree on {title}", ["of", "field", "value", "sources", "reason"], rows)] if rows else []


def _part_name(reader: Reader, number: int, item: Record) -> str:
    """What tells a part from the others beside it: its place and the first thing that it says."""
    first = next((item[key] for key in ("office", "organization", "event", "property", "person") if key in item), "")
    return f"{number}: {reader.name(first)}" if first else str(number)


def _cell(reader: Reader, key: str, annotation: Any, item: Record) -> str:
    if key not in item:
        return ""
    if key == "name_as_stated" and item[key] == reader.name(item.get("person")):
        return ""
    if key == "sources":
        return reader.marks(item["sources"])
    if key == "documents":  # their names stand beside them as the instrument; the ids are what `show` takes
        return "; ".join(item["documents"])
    nested = nested_of(annotation)
    if nested and nested[1]:
        return "; ".join(dict.fromkeys(_inner(reader, nested[0], part) for part in item[key]))
    return value_text(reader, annotation, item[key])


def _inner(reader: Reader, kind: type, part: Record) -> str:
    """A record two levels down in a few words, its own sources as marks."""
    cited = [part["source"]] if "source" in part else part.get("sources", [])
    words = [value_text(reader, fields_of(kind)[key], value) for key, value in part.items() if key not in ("source", "sources")]
    return reader.with_marks(", ".join(words), cited)


def disputes_grid(reader: Reader, disputes: list[Record]) -> Grid:
    """What sources disagree on: every value with who gives it and why one is preferred."""
    return Grid("sources disagree", ["field", "value", "sources", "reason"], [_dispute_row(reader, item) for item in disputes])


def _dispute_row(reader: Reader, dispute: Record) -> list[str]:
    return [dispute["field"], flat(dispute["value"]), reader.marks(dispute["sources"]) or str(len(dispute["sources"])), dispute["reason"]]


def _computed(reader: Reader, table: str, record: Record) -> list[tuple[str, str]]:
    """What the record does not store but follows from it."""
    if table == "meetings":
        line = ", ".join(part for part in (documents_line(reader.store, record), undone_line(reader.store, record)) if part)
        return [("documents", line)] if line else []
    if table == "offices":
        posts = [(official, post) for official in reader.store.table("officials") for post in official["posts"]]
        return [("holders in the record", str(len({official["id"] for official, post in posts if post["office"] == record["id"]})))]
    return []


def _documents_grid(reader: Reader, meeting: Record) -> list[Grid]:
    """The documents of a meeting, with what was done with each there."""
    rows = [
        [document.get("type", ""), event["action"], reader.label(document), document["id"]]
        for document, event in documents_at(reader.store).get(meeting["id"], ())
    ]
    return [Grid("documents", ["type", "action", "title", "id"], rows)] if rows else []
