"""CSV: a file for each flat table in a folder or a zip, described by a Frictionless `datapackage.json`."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from csto_cli.errors import StoreError
from csto_cli.model import Record
from csto_cli.publish.datapackage import datapackage
from csto_cli.publish.selection import Selection, closure_note
from csto_cli.publish.shape import Flat, Row, Table, rows_of, tables, tables_of, unflatten
from csto_cli.store import Store

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""A text that begins with one of these could run as a formula in a spreadsheet; it is written with an apostrophe before it."""

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip knows: the same records give the same bytes."""


def targets(path: Path) -> list[Path]:
    """The one folder or zip that an export makes."""
    return [path]


def makes_folder(path: Path) -> bool:
    """Whether an export to `path` is a folder of files, not one file."""
    return path.suffix.lower() != ".zip"


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the files into a folder of `path`'s name in `scratch`, or into a zip where the name ends in .zip; returns notes."""
    flat = rows_of(picked, each)
    files = {f"{table.name}.csv": csv_text(table.header, flat[table.name]) for table in tables_of(picked)}
    files["datapackage.json"] = json.dumps(datapackage(store, picked), ensure_ascii=False, indent=2) + "\n"
    if not makes_folder(path):
        with zipfile.ZipFile(scratch / path.name, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                entry = zipfile.ZipInfo(name, ZIP_TIME)
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    else:
        folder = scratch / path.name
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_bytes(text.encode("utf-8"))
    return closure_note(picked) + _guard_note(flat)


def csv_text(header: list[str], rows: list[Row]) -> str:
    """Comma-separated values after RFC 4180: a header, CRLF, quotes where needed, an empty cell for what is not stated."""
    from csv import writer
    from io import StringIO

    made = StringIO()
    out = writer(made)
    out.writerow(header)
    out.writerows([cell_text(value) for value in row] for row in rows)
    return made.getvalue()


def cell_text(value: Any) -> str:
    """A value as a cell: `true` and `false`, digits, text that no spreadsheet runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return str(value)


def _guard_note(flat: Flat) -> list[str]:
    many = sum(isinstance(cell, str) and cell.startswith(FORMULA) for rows in flat.values() for row in rows for cell in row)
    return [f"texts given an apostrophe, so that no spreadsheet runs them as a formula: {many}"] if many else []


def read_csv(path: str | Path) -> dict[str, list[Record]]:
    """The tables of records from which a CSV export, folder or zip, was made.

    Raises StoreError where a file is missing or is not what the model says.
    """
    path = Path(path)
    try:
        flat = {table.name: [_values(table, row) for row in _read(path, table)] for table in tables()}
        return unflatten(flat)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise StoreError(f"{path} is no CSV export of csto: {error}") from None


def _read(path: Path, table: Table) -> Iterator[list[str]]:
    from csv import reader
    from io import StringIO

    name = f"{table.name}.csv"
    if path.is_dir():
        data = (path / name).read_bytes()
    else:
        with zipfile.ZipFile(path) as archive:
            data = archive.read(name)
    rows = reader(StringIO(data.decode("utf-8"), newline=""), strict=True)
    if next(rows, None) != table.header:
        raise ValueError(f"{name} has another header")
    yield from rows


def _values(table: Table, row: list[str]) -> Row:
    numbers = len(row) - len(table.columns)
    key = tuple(int(cell) if position else cell for position, cell in enumerate(row[:numbers]))
    return key + tuple(_value(column.kind, cell) for column, cell in zip(table.columns, row[numbers:], strict=True))


def _value(kind: str, cell: str) -> Any:
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "boolean":
        return cell == "true"
    return cell[1:] if cell.startswith("'") else cell
