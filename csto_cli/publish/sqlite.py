"""SQLite: a table for each flat table, keys, full-text search, views for common questions, and metadata for Datasette beside it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from csto_cli.dates import days_of
from csto_cli.errors import OutputError, StoreError
from csto_cli.model import TABLES, Record
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.publish.describing import licence_url, table_title
from csto_cli.publish.selection import Selection, closure_note
from csto_cli.publish.shape import Column, Flat, Table, by_name, rows_of, tables, tables_of, unflatten
from csto_cli.publish.sqlite_views import ACTING, SEARCH, UNLISTED_CHAIRS, VIEW_TITLES, VIEWS
from csto_cli.queries.holders import acted
from csto_cli.queries.seats import seats_at
from csto_cli.store import Store, label_of

TYPES = {"text": "TEXT", "integer": "INTEGER", "boolean": "INTEGER"}


def metadata_path(path: Path) -> Path:
    """Where Datasette's metadata go: `csto.metadata.json` beside `csto.sqlite`."""
    return path.with_name(f"{path.stem}.metadata.json")


def targets(path: Path) -> list[Path]:
    """The files that an export to `path` makes."""
    return [path, metadata_path(path)]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the database and its metadata into `scratch`; returns notes.

    Raises StoreError for records that the model does not know, OutputError where SQLite itself cannot write.
    """
    for leftover in (path.with_name(path.name + ending) for ending in ("-wal", "-journal")):
        # SQLite would replay it into the new file.
        if leftover.exists():
            raise OutputError(f"{leftover} exists, so another program has the old database open; close that first")
    flat = rows_of(picked, each)
    database = scratch / path.name
    try:
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")
            _fill(connection, tables_of(picked), flat)
            _mark_acting(connection, store, picked)
            _seat_chairs(connection, store, picked)
            _index_text(connection, picked)
            connection.commit()
            _verify(connection, store)
            connection.execute("PRAGMA optimize")
    except (sqlite3.IntegrityError, OverflowError) as error:
        raise StoreError(f"{store.path} is not valid: {error}; `csto check` says more") from error
    except sqlite3.Error as error:
        raise OutputError(f"{path} could not be written: {error}") from error
    text = json.dumps(metadata(store, picked, path), ensure_ascii=False, indent=2) + "\n"
    (scratch / metadata_path(path).name).write_text(text, encoding="utf-8")
    return closure_note(picked)


def _fill(connection: sqlite3.Connection, written: Sequence[Table], flat: Flat) -> None:
    for table in written:
        connection.execute(create_statement(table))
        places = ", ".join("?" * len(table.header))
        connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', flat[table.name])
    for table in written:
        for column in table.columns:
            if column.refers:
                connection.execute(f'CREATE INDEX "{table.name}_by_{column.name}" ON "{table.name}" ("{column.name}")')
    for statement in VIEWS.values():
        connection.execute(statement)


def _mark_acting(connection: sqlite3.Connection, store: Store, picked: Selection) -> None:
    """The seats whose takers were only acting, which a holder's dates tell to the program and not to SQL."""
    connection.execute(ACTING)
    seats = [
        (meeting["id"], number)
        for meeting in picked.tables["meetings"]
        for number, seat in enumerate(meeting.get("attendees", ()), 1)
        if acted(store, seat.get("person"), seat.get("office"), days_of(meeting["date"]))
    ]
    connection.executemany("INSERT INTO acting_seats VALUES (?, ?)", seats)


def _seat_chairs(connection: sqlite3.Connection, store: Store, picked: Selection) -> None:
    """The chairs who are not among the attendees of their meetings, whom the view of attendance has too."""
    connection.execute(UNLISTED_CHAIRS)
    chairs = [
        (meeting["id"], seat["person"], seat.get("state"), seat.get("office"), seat.get("presence"),
         acted(store, seat["person"], seat.get("office"), days_of(meeting["date"])))
        for meeting in picked.tables["meetings"]
        for seat in seats_at(store, meeting)[len(meeting.get("attendees", ())) :]
    ]  # fmt: skip
    connection.executemany("INSERT INTO unlisted_chairs VALUES (?, ?, ?, ?, ?, ?)", chairs)


def create_statement(table: Table) -> str:
    """The CREATE TABLE of a flat table with its primary and foreign keys and vocabularies."""
    lines = []
    if table.parent is not None:
        lines = [f'"{name}" {"TEXT" if number == 0 else "INTEGER"} NOT NULL' for number, name in enumerate(table.key)]
    lines += [_definition(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_quoted(table.key)})")
    if table.parent is not None:
        parent = by_name()[table.parent]
        own = ("record_id",) if parent.parent is None else parent.key
        lines.append(f'FOREIGN KEY ({_quoted(own)}) REFERENCES "{parent.name}" ({_quoted(parent.key)})')
    lines += [f'FOREIGN KEY ("{column.name}") REFERENCES "{column.refers}" ("id")' for column in table.columns if column.refers]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _definition(column: Column) -> str:
    text = f'"{column.name}" {TYPES[column.kind]}' + (" NOT NULL" if column.required else "")
    if column.values:
        known = ", ".join("'" + value.replace("'", "''") + "'" for value in column.values)
        text += f' CHECK ("{column.name}" IN ({known}))'
    if column.kind == "boolean":
        text += f' CHECK ("{column.name}" IN (0, 1))'
    return text


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _index_text(connection: sqlite3.Connection, picked: Selection) -> None:
    """The full-text table: every record's names in every language, and all else that it says in words."""
    connection.execute(SEARCH)
    rows = [
        (name, record["id"], label_of(record), "\n".join([*names_of(record), *aliases_of(record)]), "\n".join(_words(record)))
        for name in TABLES
        for record in picked.tables[name]
        if name != "meta"
    ]
    connection.executemany("INSERT INTO search VALUES (?, ?, ?, ?, ?)", rows)


def _words(value: Any) -> list[str]:
    """Every text inside a record that has a blank in it: sentences and titles, no ids, codes or dates."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _words(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _words(inner)]
    return [value] if isinstance(value, str) and " " in value else []


def _verify(connection: sqlite3.Connection, store: Store) -> None:
    """Every key holds; a store that breaks one is not valid and gets no database."""
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        raise StoreError(f"{store.path} is not valid: a record of table {broken[0]} refers to one that is not in {broken[2]}")


def metadata(store: Store, picked: Selection, path: Path) -> dict[str, Any]:
    """What Datasette shows beside the data: titles, sources, licence. Use with `datasette csto.sqlite -m csto.metadata.json`."""
    meta = store.meta
    database = path.stem
    described = {table.name: {"description": table_title(table)} for table in tables_of(picked)}
    described |= {name: {"description": title} for name, title in VIEW_TITLES.items()}
    described["acting_seats"] = {"description": "The seats at meetings that somebody took who was only acting in his office"}
    described["unlisted_chairs"] = {"description": "The chairs of meetings who are not among the attendees there"}
    described["search"] = {"description": "Full text of every record; search it by words in any language"}
    for name in TABLES:
        described[name]["title"] = name.capitalize()
    for name, kind in (("documents", "title_en"), ("sources", "publisher"), *((n, "name_en") for n in TABLES if _named(n))):
        described[name]["label_column"] = kind
    return {
        "title": meta["title"],
        "description": f"Data version {meta['data_version']}, as of {meta['as_of']}.",
        "license": meta["licence"],
        "license_url": licence_url(meta["licence"]),
        "source": "The pages and texts in the table sources; every record names its own",
        "source_url": f"/{database}/sources",
        "databases": {database: {"tables": described}},
    }


def _named(name: str) -> bool:
    return any(column.name == "name_en" for column in by_name()[name].columns)


def read_sqlite(path: str | Path) -> dict[str, list[Record]]:
    """The tables of records from which an SQLite export was made.

    Raises StoreError where the file is no such export.
    """
    path = Path(path)
    if not path.is_file():
        raise StoreError(f"no SQLite export at {path}")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            flat = {table.name: _rows(connection, table) for table in tables()}
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{path} is no SQLite export of csto: {error}") from None
    return unflatten(flat)


def _rows(connection: sqlite3.Connection, table: Table) -> list[tuple[Any, ...]]:
    order = _quoted(table.key)
    return list(connection.execute(f'SELECT {_quoted(tuple(table.header))} FROM "{table.name}" ORDER BY {order}'))
