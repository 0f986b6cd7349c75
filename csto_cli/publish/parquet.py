"""Parquet: a file for each flat table in a folder, typed columns, for DuckDB and data frames; needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from csto_cli.publish.extras import extra
from csto_cli.publish.selection import Selection, closure_note
from csto_cli.publish.shape import rows_of, tables_of
from csto_cli.store import Store


def targets(path: Path) -> list[Path]:
    """The one folder that an export makes."""
    return [path]


def makes_folder(path: Path) -> bool:
    """Whether an export to `path` is a folder of files; always."""
    return True


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the files into a folder of `path`'s name in `scratch`; returns notes. Raises PackageNeeded without pyarrow."""
    arrow = extra("pyarrow", "parquet")
    parquet = extra("pyarrow.parquet", "parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "boolean": arrow.bool_()}
    flat = rows_of(picked, each)
    meta = {f"csto.{key}": str(value) for key, value in store.meta.items() if key != "id"}
    folder = scratch / path.name
    folder.mkdir()
    for table in tables_of(picked):
        keys = len(table.header) - len(table.columns)
        kinds = [arrow.int64() if number else arrow.string() for number in range(keys)]
        kinds += [types[column.kind] for column in table.columns]
        schema = arrow.schema(list(zip(table.header, kinds, strict=True)), metadata=meta)
        columns = list(zip(*flat[table.name], strict=True)) or [()] * len(table.header)
        arrays = [arrow.array(values, type=kind) for values, kind in zip(columns, kinds, strict=True)]
        parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), folder / f"{table.name}.parquet")
    return closure_note(picked)
