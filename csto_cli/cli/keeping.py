"""Keeping the store: `info`, `check`, `schema`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from csto_cli import __version__
from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import period_of
from csto_cli.cli.delivery import check_output, deliver, emit
from csto_cli.cli.door import note
from csto_cli.cli.fields import asked_fields
from csto_cli.cli.options import takes
from csto_cli.cli.tables import table_named
from csto_cli.dates import EARLIEST, days_of
from csto_cli.errors import StoreError, WrongUsage
from csto_cli.model import SCHEMA_VERSION, TABLES, Record
from csto_cli.queries.coverage import COVERED, Covered, coverage, dated_span
from csto_cli.store import Store, open_store, read_json
from csto_cli.views.answer import Answer, Card
from csto_cli.views.notes import limit_note
from csto_cli.views.text import at_path, flat

SHOWN = ("format", "json", "fields", "ids", "db")
"""The output options of answers that are about the store and not records of it."""

NOT_VALID = 3

INFO_FIELDS = [
    "program_version", "schema_version", "data_version", "as_of", "title", "licence", "path", "first_date", "last_date", "counts",
    *(f"counts.{table}" for table in (*TABLES, "posts", "seats")),
]  # fmt: skip
COVERAGE_FIELDS = ["table", "group", "year", "records", "two_sources", "official", "firm"]
PROBLEM_FIELDS = ["level", "table", "id", "field", "problem"]


@takes("coverage", "table", "year", *SHOWN)
def info(store: Store, asked: Asked) -> Answer:
    """Versions, counts and coverage of the record.

    The first and last date are those of meetings, documents, exercises, posts and turns in the chair; what is only announced for days
    after the record's own is left out.

    With --coverage, for each table, each year of it, and each body or office: how many records there are, and how many rest on two
    sources or on an official one (of the organisation, of a state, or a text of law). Posts, exercises and turns in the chair count in
    the year in which they began. With --year, what there is of that year, nothing included: how far an empty answer can be trusted.

    csto info

    csto info --coverage --format csv

    csto info --coverage --year 1996 --table meetings
    """
    check_output(asked)
    if asked.coverage:
        rows = coverage(store, covered_tables(asked.table), covered_years(store, asked))
        return coverage_answer(rows, asked_fields("info", asked, COVERAGE_FIELDS))
    if asked.table or asked.year:
        raise WrongUsage("--table and --year go with --coverage")
    return info_answer(facts(store), asked_fields("info", asked, INFO_FIELDS))


def covered_tables(typed: str | None) -> Sequence[str]:
    """What --table leaves of what is counted; WrongUsage, with the valid ones, for any other word."""
    table = table_named(typed, COVERED)
    return (table,) if table else COVERED


def covered_years(store: Store, asked: Asked) -> Sequence[int] | None:
    """The years that --year names, as far as the record can speak of them; None where it was not given."""
    period = period_of(asked)
    if period is None:
        return None
    first, last = max(period.first, EARLIEST), min(period.last, days_of(store.meta["as_of"]).last)
    return range(first.year, last.year + 1)


def facts(store: Store) -> Record:
    """What the store is, in one record."""
    meta, dated = store.meta, dated_span(store)
    counts = {table: len(store.table(table)) for table in TABLES}
    counts["posts"] = sum(len(official["posts"]) for official in store.table("officials"))
    counts["seats"] = sum(len(meeting.get("attendees", ())) for meeting in store.table("meetings"))
    return {
        "program_version": __version__,
        "schema_version": meta["schema_version"],
        "data_version": meta["data_version"],
        "as_of": meta["as_of"],
        "title": meta["title"],
        "licence": meta["licence"],
        "path": str(store.path),
        **({"first_date": dated[0], "last_date": dated[1]} if dated else {}),
        "counts": counts,
    }


INFO_LABELS = {
    "program_version": "program", "schema_version": "schema", "data_version": "data", "as_of": "as of", "licence": "licence of the data",
    "first_date": "first date", "last_date": "last date",
}  # fmt: skip


def info_answer(record: Record, fields: list[str]) -> Answer:
    """The facts as a card, or the fields asked for as one row."""
    columns = fields or [field for field in INFO_FIELDS if field != "counts"]
    row = [flat(at_path(record, field)) for field in columns]
    if fields:
        return Answer(columns, [row], [{field: at_path(record, field) for field in fields}], ["meta"])
    lines = [(INFO_LABELS.get(key, key), str(value)) for key, value in record.items() if key not in ("title", "counts")]
    lines += [(table, str(count)) for table, count in record["counts"].items() if table != "meta"]
    return Answer(columns, [row], [record], ["meta"], cards=[Card(record["title"], lines)])


def coverage_answer(rows: list[Covered], fields: list[str]) -> Answer:
    """The tallies as a list, grouped by table on a screen; the year of what has no date is `undated`, of all years `all`."""
    records = [covered_record(row) for row in rows]
    columns = fields or COVERAGE_FIELDS
    cells = [[flat(record.get(field)) for field in columns] for record in records]
    headings = {row.table: f"{row.table}: {row.tally.records}, {_share(row)}" for row in rows if not row.group and row.year is None}
    headings = headings or {row.table: row.table for row in rows}
    if fields:
        records = [{field: record.get(field) for field in fields} for record in records]
    notes = ["firm: on sources of two origins or more, or on one of the organisation, of a state or a text of law"]
    return Answer(columns, cells, records, list(headings), group=None if fields else "table", headings=headings, notes=notes)


def covered_record(row: Covered) -> Record:
    """A tally as a flat record."""
    year = {None: "all", 0: "undated"}.get(row.year, row.year)
    return {"table": row.table, "group": row.group or "all", "year": year, **row.tally._asdict()}


def _share(row: Covered) -> str:
    if not row.tally.records:
        return "none firm"
    return f"{row.tally.firm} of them firm ({100 * row.tally.firm // row.tally.records}%)"


def open_to_look(path: Path) -> Store:
    """The store as a check sees it: of one that no question could be asked of, whatever records can be made out.

    Raises StoreError where there is nothing to look at: no file, no JSON, no object, or another schema version.
    """
    try:
        return open_store(path)
    except StoreError:
        value = read_json(path)
        if not isinstance(value, dict) or not set(value) & set(TABLES) or _other_version(value):
            raise
    return Store(path, {name: _records(table) for name, table in value.items() if name in TABLES})


def _other_version(tables: dict[str, Any]) -> bool:
    versions = [record.get("schema_version") for record in _records(tables.get("meta")).values()]
    return len(versions) == 1 and type(versions[0]) is int and versions[0] != SCHEMA_VERSION


def _records(table: Any) -> dict[str, Record]:
    """What of a table has the look of a record."""
    items = table.items() if isinstance(table, dict) else ()
    return {key: record for key, record in items if isinstance(record, dict) and isinstance(record.get("id"), str)}


@takes("gaps", "fix", "table", "limit", *SHOWN, opens=open_to_look)
def check(store: Store, asked: Asked) -> Answer:
    """What is wrong with the record, and what is missing in it.

    Each problem names its table, id and field. Faults of form and of logic are errors. With --gaps, what the record lacks is listed
    after them as warnings: the list of what to research next. With --fix, a file whose form is right is rewritten in canonical form.

    Exit codes: 0 no errors (gaps are none); 3 errors, or no store that can be read; 4 the file could not be rewritten.

    csto check

    csto check --gaps --table meetings --json
    """
    from csto_cli import checks

    check_output(asked)
    fields = asked_fields("check", asked, PROBLEM_FIELDS)
    table = table_named(asked.table, TABLES)
    if asked.fix:
        store = fixed(store)
    errors = checks.problems(store)
    warnings = checks.gaps(store) if asked.gaps else []
    found = [problem for problem in (*errors, *warnings) if table in (None, problem.table)]
    answer = problems_answer(found[: asked.limit], fields)
    answer.notes.extend(limit_note(len(found), asked.limit))
    answer.notes.extend(summary(store, found, asked.gaps, checks.has_shape(store)))
    if any(problem.level == "error" for problem in found):
        deliver(answer, asked)
        raise typer.Exit(NOT_VALID)
    return answer


def fixed(store: Store) -> Store:
    """The store after its file was rewritten in canonical form, or found to be so; says which."""
    from csto_cli.checks.fixing import rewrite

    note(rewrite(store))
    return open_store(store.path)


def problems_answer(found: list[Any], fields: list[str]) -> Answer:
    """Problems as a list; the ids are those of the records concerned."""
    records: list[Record] = [problem._asdict() for problem in found]
    columns = fields or PROBLEM_FIELDS
    rows = [[record[field] for field in columns] for record in records]
    if fields:
        records = [{field: record[field] for field in fields} for record in records]
    return Answer(columns, rows, records, list(dict.fromkeys(problem.id for problem in found if problem.id)))


def summary(store: Store, found: list[Any], with_gaps: bool, judged: bool) -> list[str]:
    """How many problems in how many records; with gaps, how many in each table; what could not be judged."""
    levels = Counter(problem.level for problem in found)
    records = sum(len(store.table(table)) for table in TABLES)
    notes = [f"{_many(levels['error'], 'problem')} in {_many(records, 'record')} of {store.path}"]
    if with_gaps:
        tables = Counter(problem.table for problem in found if problem.level == "warning")
        parts = ", ".join(f"{table} {tables[table]}" for table in TABLES if tables[table])
        notes.append(_many(levels["warning"], "gap") + (f": {parts}" if parts else ""))
    if not judged:
        notes.append("the logic of the records, and what they lack, can be judged only once their types and days are right")
    return notes


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def schema() -> None:
    """The JSON Schema of db.json.

    It tells the types, vocabularies and forms of every field (draft 2020-12); what it cannot say, `csto check` does.

    csto schema > schema.json
    """
    from csto_cli.schema import json_schema

    emit(iter([json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"]))
