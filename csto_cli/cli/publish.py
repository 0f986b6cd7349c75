"""Taking the record away: `cite`, `export`."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Collection
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import typer

from csto_cli import publish
from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import criteria_of, given
from csto_cli.cli.delivery import check_output, emit, screen_now
from csto_cli.cli.door import note
from csto_cli.cli.options import DAYS, OPTIONS, answer_with, asked_of, names_argument, parameter
from csto_cli.cli.progress import progress_bar
from csto_cli.cli.referring import referred
from csto_cli.cli.tables import table_named
from csto_cli.errors import CstoError, WrongUsage, listed
from csto_cli.model import TABLES, Record, fields_of, nested_of
from csto_cli.publish.streams import is_stream
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.listings import LISTINGS
from csto_cli.queries.lists import documents_by_meeting, select
from csto_cli.store import Store

FILTERS = (*DAYS, "state", "body", "place", "office", "meeting", "topic", "type", "series", "person", "presence", "action", "disputed")


def _words(words: dict[str, str]) -> Callable[[str], list[tuple[str, str]]]:
    return lambda incomplete: [(word, means) for word, means in words.items() if word.startswith(incomplete)]


OWN: dict[str, tuple[Any, Any, Any]] = {
    "names": (
        list[str],
        names_argument("An id, a meeting reference, a name, or a part of a record (ID:posts:1); '-' reads them.", "[REF...]", "references"),
        [],
    ),
    "style": (
        str,
        typer.Option("--style", help=f"{listed(publish.STYLES)}.", metavar="STYLE", autocompletion=_words(publish.STYLES)),
        "text",
    ),
    "to": (
        str,
        typer.Option("--to", help=f"{listed(publish.FORMATS)}.", metavar="FORMAT", autocompletion=_words(publish.FORMATS)),
        inspect.Parameter.empty,
    ),
    "path": (
        str,
        typer.Argument(
            help="The file or folder to make; a zip of CSV where it ends in .zip. Or /dev/stdout.", metavar="PATH", show_default=False
        ),
        inspect.Parameter.empty,
    ),
    "force": (bool, typer.Option("--force", help="Replace what stands there."), False),
    "only": (list[str], typer.Option("--only", help="Only the records that this fits, as for show; may be repeated.", metavar="REF"), []),
}
"""Type, declaration and default of what only these two commands take."""


def _taking(*keys: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a function the signature that Typer reads: own options and shared ones, in this order."""
    unasked = Asked()

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        parameters = []
        for key in keys:
            parameters.append(parameter(key, *(OWN[key] if key in OWN else (*OPTIONS[key], getattr(unasked, key)))))
        function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return function

    return decorate


@_taking("names", "style", "lang", "db")
def cite(names: list[str], style: str, **typed: Any) -> None:
    """Citations of a record, or of the data set itself.

    A record comes with every source that states it, the day it was read and the version of the data.

    csto cite

    csto cite astana-2018-05-cssc --style bibtex

    csto cite kazakhstan:memberships:1
    """

    asked = asked_of(typed)
    check_output(asked)

    def work(store: Store) -> None:
        references = given(names)
        if names and not references:
            note("no reference came through standard input, so nothing is cited")
            return
        found = [(reference, cited_records(store, reference)) for reference in references]
        made = publish.cite(store, [record for _, records in found for record in records], style, asked.lang)
        emit(iter([for_terminal(made) if style == "text" and sys.stdout.isatty() else made]))
        for reference, records in found:
            if len(records) > 1:
                note(f"{reference!r} fits {len(records)} records, all cited; an id names one")

    style = style.lower()
    if style not in publish.STYLES:
        raise WrongUsage(f"no style {style!r}; the styles are: {listed(publish.STYLES)}")
    answer_with(asked, work)


def for_terminal(text: str) -> str:
    """Text for a person at a terminal, its lines broken at blanks to the width, addresses whole. Styles that programs read keep theirs."""
    from csto_cli.render.plain import within
    from csto_cli.render.wrapping import wrapped

    screen = screen_now()
    lines = [line for long in text.splitlines() for line in wrapped(within(long, screen.encoding), max(screen.width, 20))]
    return "".join(f"{line}\n" for line in lines)


def cited_records(store: Store, reference: str) -> list[Record]:
    """What a reference means: the records that it fits, or the part that it names after a colon of each that has such a part.

    Raises WrongUsage, with the parts that there are, where none has.
    """
    from csto_cli.publish.parts import part_of

    match = re.fullmatch(r"([^:]+):([a-z_]+)(?::(\d+))?", reference.strip())
    if not match:
        return [record for _, record in referred(store, reference)]
    wanted, number = match[2], int(match[3]) if match[3] else None
    fitting = referred(store, match[1])
    parts = [part for table, record in fitting if (part := part_of(table, record, wanted, number))]
    if parts:
        return parts
    table, record = next(((table, record) for table, record in fitting if wanted in record), fitting[0])
    lists = [f"{field} (1 to {len(record[field])})" for field in _lists(table) if field in record]
    raise WrongUsage(f"{record['id']} has no part {wanted}{'' if number is None else f' {number}'}; its parts: {listed(lists) or 'none'}")


def _lists(table: str) -> list[str]:
    """The fields of a table that are lists of records."""
    nested = {field: nested_of(annotation) for field, annotation in fields_of(TABLES[table]).items()}
    return [field for field, inner in nested.items() if inner and inner[1]]


@_taking("path", "to", "force", "table", "only", *FILTERS, "exit_status", "db")
def export(path: str, to: str, force: bool, only: list[str], **typed: Any) -> None:
    """The record as a file that other programs open.

    The whole record, or what --table, --only and the options by which lists choose leave of it; --sort, --limit, --fields and
    the like are not taken, for each format has its own order and fields. Formats with keys (sqlite, csv, parquet, popolo, jsonld,
    graphml) also get whatever the chosen records refer to; the table chosen of sqlite, csv and parquet says which were chosen. csv and
    parquet make a folder, with a file for each table. A store with a day that does not exist is refused.

    csto export --to sqlite csto.sqlite

    csto export --to ics --year 2018 meetings.ics

    csto export --to html --only astana-2018-05-cssc page.html
    """
    to = to.lower()
    if to not in publish.FORMATS:
        raise WrongUsage(f"no format {to!r}; the formats are: {listed(publish.FORMATS)}")
    if path in ("", "-"):
        raise WrongUsage("export makes a file; give it a name, or /dev/stdout")
    asked = asked_of(typed)
    empty = False

    def work(store: Store) -> None:
        nonlocal empty
        chosen = chosen_records(store, asked, only, publish.HELD.get(to, tuple(TABLES)))
        empty = chosen is not None and not any(chosen.values())
        # A bar would be drawn into what a terminal is sent.
        with nullcontext() if is_stream(Path(path)) else progress_bar(path) as progress:
            notes = publish.export(store, chosen, to, Path(path), force, progress)
        for line in notes:
            note(line)

    answer_with(asked, work)
    if empty and asked.exit_status:
        raise typer.Exit(1)


def chosen_records(store: Store, asked: Asked, only: list[str], held: Collection[str] = tuple(TABLES)) -> dict[str, list[Record]] | None:
    """The records by table that fit what was asked; None where nothing was, which is the whole store.

    With no table named, a filter chooses from every list but the sources: those that records rest on come with them. Notes speak only of
    tables in `held`, of which the format can hold records.
    """
    table = table_named(asked.table, [name for name in TABLES if name != "meta"])
    filtered = any(getattr(asked, key) for key in FILTERS)
    if not filtered and table is None and not only:
        return None
    if asked.type and table is None:
        raise WrongUsage("--type means something else in every table; name one with --table")
    chosen = _fitting(store, asked, table, held) if filtered else _whole(store, table)
    if only:
        wanted = {record["id"] for reference in given(only) for _, record in referred(store, reference)}
        chosen = {name: [record for record in records if record["id"] in wanted] for name, records in chosen.items()}
    return chosen


def _whole(store: Store, table: str | None) -> dict[str, list[Record]]:
    return {name: store.table(name) for name in TABLES if name != "meta" and table in (None, name)}


def _fitting(store: Store, asked: Asked, table: str | None, held: Collection[str]) -> dict[str, list[Record]]:
    if table is not None and table not in LISTINGS:
        raise WrongUsage(f"{table} has no list to filter; export it whole, or one of: {listed(LISTINGS)}")
    missing: list[CstoError] = []
    criteria = criteria_of(store, table or "timeline", asked, missing)
    if missing:
        raise missing[0]
    chosen = {}
    for name in [table] if table else [name for name in LISTINGS if name != "sources"]:
        rows = _rows(store, name, criteria)
        kept = [row for row in rows if not asked.certain or row.certainty in (None, "yes")]
        chosen[name] = [row.record for row in kept]
        possibly = sum(row.certainty == "possibly" for row in kept)
        if possibly and name in held:
            note(f"{name} of which it is only possible that they are of those days: {possibly} (--certain leaves them out)")
    return chosen


def _rows(store: Store, table: str, criteria: Criteria) -> list[Row]:
    """What the list of a table shows of it, each record once.

    Of documents at named meetings it has those with which the act asked for was done there, not at another meeting.
    """
    if table != "documents":
        return select(store, table, criteria)
    return list({row.record["id"]: row for row in documents_by_meeting(store, criteria)}.values())
