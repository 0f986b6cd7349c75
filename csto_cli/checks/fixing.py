"""Rewrites a store's file in canonical form: the only thing that this program ever writes into a store."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from csto_cli.checks import FORM, of
from csto_cli.checks.file import first_difference, no_double_keys, positive_keys, right_tables
from csto_cli.errors import OutputError, StoreError, failure
from csto_cli.store import Store, canonical_bytes, read_bytes, read_json

FIRST = (right_tables, no_double_keys, positive_keys, *FORM)
"""What must hold before a rewrite: it would otherwise drop or hide what is wrong."""


def rewrite(store: Store) -> str:
    """Bring the file of the store into canonical form, unless it is so; returns what was done, in words.

    Raises StoreError where the form of the records is wrong, OutputError where the file may not or cannot be written. A reader never
    sees half of the new file: it takes the place of the old one in one step.
    """
    found = of(FIRST, store)
    if found:
        raise StoreError(f"{store.path} is not rewritten: {found[0].where}: {found[0].problem}; mend what `csto check` lists, then --fix")
    have, wanted = read_bytes(store.path), canonical_bytes(read_json(store.path))
    if have == wanted:
        return f"{store.path} is in canonical form; nothing was written"
    replace(store.path.resolve(), wanted)
    return f"{store.path} rewritten in canonical form, from line {first_difference(have, wanted)} on ({len(have)} to {len(wanted)} bytes)"


def replace(path: Path, data: bytes) -> None:
    """Put `data` in the place of the file in one step, with the permissions that it had."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise OutputError(f"no permission to rewrite {path}; copy it to a place of yours and name that with --db")
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(path.stat().st_mode)
        Path(temporary).replace(path)
    except OSError as error:
        raise OutputError(failure(path, "could not be rewritten", error)) from None
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)
