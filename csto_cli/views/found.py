"""What a search found as an answer: a row each, grouped by table on a screen, with the words found marked where marks can be seen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from csto_cli.model import TABLES, Record
from csto_cli.queries.search import Hit, is_hit
from csto_cli.views.answer import Answer
from csto_cli.views.expand import expanded
from csto_cli.views.text import Reader, flat

COLUMNS = ["table", "id", "name", "excerpt"]
"""The columns of `search`; in JSON each hit has `record` beside them, the whole record."""

NOTHING = "nothing in the record has all of these words; that does not say that there is nothing"


def found_answer(reader: Reader, hits: Sequence[Hit], fields: Sequence[str], expand: bool, grouped: bool, marked: bool) -> Answer:
    """The answer of `search`; `grouped` brings hits of a table together, `marked` marks the words found."""
    if grouped and not fields:
        order = list(dict.fromkeys(hit.table for hit in hits))
        hits = sorted(hits, key=lambda hit: order.index(hit.table))
    entries = [_entry(reader, hit, expand) for hit in hits]
    headers = [*(fields or COLUMNS), *(["sources"] if reader.cites and not fields else [])]
    return Answer(
        headers,
        [
            [_cell(reader, entry, header, hit.stems if marked else ()) for header in headers]
            for entry, hit in zip(entries, hits, strict=True)
        ],
        [{field: entry[field] for field in fields} for entry in entries] if fields else entries,
        list(dict.fromkeys(hit.record["id"] for hit in hits)),
        group=None if fields else "table",
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
        notes=[] if hits else [NOTHING],
    )


def _entry(reader: Reader, hit: Hit, expand: bool) -> Record:
    record = expanded(reader, TABLES[hit.table], hit.record) if expand else hit.record
    return {"table": hit.table, "id": hit.record["id"], "name": reader.label(hit.record), "excerpt": hit.excerpt, "record": record}


def _cell(reader: Reader, entry: Record, header: str, stems: Sequence[str]) -> str:
    if header == "sources":
        return reader.marks(entry["record"]["sources"])
    text = flat(entry[header])
    return _marked(text, stems) if header == "excerpt" and stems else text


def _marked(text: str, stems: Sequence[str]) -> str:
    """The text with the words found between marks."""
    return re.sub(r"\w+", lambda word: f"«{word.group()}»" if is_hit(word.group(), stems) else word.group(), text)
