"""Finds and opens db.json, read-only; the only room that knows TinyDB.

TinyDB parses its whole file at each read of a table, so the storage here reads once and keeps what it read.
"""

from __future__ import annotations

import codecs
import json
import os
import re
import stat
from functools import cached_property
from pathlib import Path
from typing import Any

from csto_cli.errors import StoreError, failure
from csto_cli.model import SCHEMA_VERSION, TABLES, Record

PACKAGE = Path(__file__).resolve().parent


def default_path() -> Path:
    """The checkout's db.json where this code runs from a checkout, else the copy inside the installed package.

    An editable install leaves a second copy among the installed packages; it is never looked at.
    """
    checkout = PACKAGE.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout / "db.json"
    return PACKAGE / "db.json"


def chosen_path(given: str | None) -> Path:
    """`--db`, else `CSTO_DB` (an empty one counts as not set), else the default.

    Raises StoreError for an empty `--db`: what a script meant by it was another store than the default.
    """
    if given is not None and not given.strip():
        raise StoreError("--db is empty; name a db.json with it, or leave it out")
    return Path(given or os.environ.get("CSTO_DB") or default_path())


class Store:
    """The tables of one db.json as lists of plain records, each read once."""

    def __init__(self, path: Path, tables: dict[str, dict[str, Record]]) -> None:
        self.path = path
        self._tables = tables
        self._rows: dict[str, list[Record]] = {}
        self._by_id: dict[str, dict[str, Record]] = {}

    def table(self, name: str) -> list[Record]:
        """The records of a table in the order of the file."""
        if name not in self._rows:
            self._rows[name] = list(self._tables.get(name, {}).values())
        return self._rows[name]

    @cached_property
    def meta(self) -> Record:
        """The one record of `meta`."""
        return self.table("meta")[0]

    def _ids(self, name: str) -> dict[str, Record]:
        """The records of a table by id."""
        if name not in self._by_id:
            self._by_id[name] = {record["id"]: record for record in self.table(name)}
        return self._by_id[name]

    @cached_property
    def _former(self) -> dict[str, tuple[str, Record]]:
        """Where the ids that records had before lead to."""
        found: dict[str, tuple[str, Record]] = {}
        for name in TABLES:
            for record in self.table(name):
                for former in record.get("former_ids", ()):
                    found.setdefault(former, (name, record))
        return found

    def find(self, record_id: str) -> tuple[str, Record] | None:
        """The table and the record of an id, or of an id that a record had before; an id of today is stronger."""
        for name in TABLES:
            record = self._ids(name).get(record_id)
            if record is not None:
                return name, record
        return self._former.get(record_id)

    def get(self, record_id: str | None) -> Record | None:
        """The record of an id, in whatever table it stands."""
        found = self.find(record_id) if record_id else None
        return found[1] if found else None

    def label(self, record_id: str | None, lang: str = "en") -> str:
        """The name of the record, in `lang` where it has one; the id itself where it is not in the record."""
        record = self.get(record_id)
        return label_of(record, lang) if record else record_id or ""


def label_of(record: Record, lang: str = "en") -> str:
    """What a reader sees as a record's name: its name or title, else its id."""
    name = record.get("name", record.get("title"))
    if isinstance(name, dict):
        return str(name.get(lang) or name["en"])
    if name is not None and not isinstance(name, str):
        raise TypeError(f"the name of {record['id']} is no text")
    return name or str(record.get("publisher") or record["id"])


def open_store(path: Path) -> Store:
    """Read the store; nothing is ever written to it.

    Raises StoreError where the file is missing, no file, unreadable, not JSON or of another shape or schema version.
    """
    from tinydb import TinyDB
    from tinydb.storages import Storage

    class ReadOnce(Storage):
        """TinyDB's storage of one read; it has no way to write."""

        def __init__(self) -> None:
            self._read: dict[str, dict[str, Any]] = read_json(path, unique_keys=True)

        def read(self) -> dict[str, dict[str, Any]]:
            return self._read

        def write(self, data: dict[str, dict[str, Any]]) -> None:
            raise StoreError("the store is opened for reading only")

    database = TinyDB(storage=ReadOnce)
    tables: Any = database.storage.read()
    _check_shape(path, tables)
    return Store(path, tables)


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file; StoreError for anything else, before a FIFO or a device could block."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise StoreError(f"{path} is a folder, not a store; name the db.json inside it")
        if not stat.S_ISREG(mode):
            raise StoreError(f"{path} is not a regular file; name a db.json with --db or CSTO_DB")
        return path.read_bytes()
    except FileNotFoundError:
        raise StoreError(f"no store at {path}; name a db.json with --db or CSTO_DB") from None
    except PermissionError:
        raise StoreError(f"no permission to read {path}") from None
    except MemoryError:
        raise StoreError(f"{path} is too large for the memory of this machine") from None
    except (OSError, ValueError) as error:
        raise StoreError(failure(path, "cannot be read", error)) from None


def read_json(path: Path, unique_keys: bool = False) -> Any:
    """The file's JSON value; with `unique_keys` an object that has a key twice is refused, for one of the two would be lost without a word.

    Raises StoreError for an empty file, a byte order mark, bytes that are not UTF-8, text that is not JSON (RFC 8259; so no NaN),
    numbers and nesting that cannot be held, and strings that no UTF-8 output could carry (lone surrogates).
    """
    data = read_bytes(path)
    if not data or data.isspace():
        raise StoreError(f"{path} is empty; a store is a JSON object of tables")
    if data.startswith(codecs.BOM_UTF8):
        raise StoreError(f"{path} begins with a UTF-8 byte order mark; it must be saved as UTF-8 without one")
    try:
        value = json.loads(
            data.decode("utf-8"), parse_constant=_no_constant, parse_float=_finite, object_pairs_hook=_unique if unique_keys else None
        )
        # Only an escape can bring in half of a pair, and a canonical file has none; so the second look is seldom paid for.
        if b"\\u" in data and re.search(rb"\\u[dD][89a-fA-F]", data):
            json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise StoreError(f"{path} holds half of a surrogate pair, which is no text") from None
    except UnicodeDecodeError as error:
        raise StoreError(f"{path} is not UTF-8 (byte {error.start})") from None
    except json.JSONDecodeError as error:
        raise StoreError(f"{path} is not JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise StoreError(f"{path} is nested too deep to be a store") from None
    except MemoryError:
        raise StoreError(f"{path} is too large for the memory of this machine") from None
    except ValueError as error:
        raise StoreError(f"{path} is not JSON that can be read: {error}") from None
    return value


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object all of whose keys differ."""
    made = dict(pairs)
    if len(made) != len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"an object has the key {double!r} twice; `csto check` says where")
    return made


def _finite(text: str) -> float:
    """A number with a point or an exponent; one that is too large would be read as infinite, which JSON cannot say."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"the number {text[:20]} is too large")
    return number


def _check_shape(path: Path, tables: Any) -> None:
    """The cheap look that every question pays for; `csto check` looks at everything."""
    remedy = "`csto check` says what is wrong with it"
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise StoreError(f"{path} is JSON of another shape: a store is an object of tables, each an object of records")
    missing = [name for name in TABLES if name not in tables]
    if missing:
        raise StoreError(f"{path} is no csto store: no table {missing[0]!r}")
    for name in TABLES:
        for record in tables[name].values():
            if not isinstance(record, dict) or not isinstance(record.get("id"), str):
                raise StoreError(f"{path} is not valid: a record of table {name!r} has no id; {remedy}")
    if len(tables["meta"]) != 1:
        raise StoreError(f"{path} is not valid: table 'meta' must hold one record; {remedy}")
    version = next(iter(tables["meta"].values())).get("schema_version")
    if type(version) is not int:
        raise StoreError(f"{path} is not valid: meta.schema_version is not a number; {remedy}")
    if version != SCHEMA_VERSION:
        advice = "update csto to read it" if version > SCHEMA_VERSION else "this csto no longer reads it"
        raise StoreError(f"{path} has schema version {version}, this csto knows {SCHEMA_VERSION}: {advice}")


def canonical_bytes(tables: dict[str, dict[str, Record]]) -> bytes:
    """The one byte-form of a store: tables and keys in the model's order, records by id, two-space indent, a final newline.

    The key of a record inside its table is TinyDB's own number; it is minted once and means nothing, so that a new record
    changes no other line of the file.
    """
    from csto_cli.model import fields_of

    ordered = {}
    for name, kind in TABLES.items():
        rows = sorted(tables.get(name, {}).items(), key=lambda item: item[1]["id"])
        ordered[name] = {key: in_order(record, kind, fields_of) for key, record in rows}
    return (json.dumps(ordered, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def in_order(record: Record, kind: type, fields_of: Any) -> Record:
    """The record with its keys, and those of records inside it, in the model's order and empty fields left out."""
    from csto_cli.model import nested_of

    result: Record = {}
    for name, annotation in fields_of(kind).items():
        value = record.get(name)
        if value is None or value == [] or value == {} or value == "":
            continue
        nested = nested_of(annotation)
        if nested and nested[1]:
            value = [in_order(item, nested[0], fields_of) for item in value]
        elif nested:
            value = in_order(value, nested[0], fields_of)
        result[name] = value
    return result
