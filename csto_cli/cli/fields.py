"""`--fields`, `--sort` and `--reverse`: which part of the rows, in which order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import typer

from csto_cli.cli.asked import Asked
from csto_cli.cli.door import note
from csto_cli.errors import WrongUsage, listed
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.views.columns import columns_of
from csto_cli.views.lists import fields_of_list, names_of_list, notes_on_fields, order_of, with_computed
from csto_cli.views.text import Reader, flat


def asked_fields(table: str, asked: Asked, valid: Sequence[str] | None = None, names: AbstractSet[str] = frozenset()) -> list[str]:
    """The paths of `--fields`, sources among them where --sources was asked; `--fields` without a value lists what there is and leaves.

    `names` are those fields that `--expand` puts beside the `valid` ones; of a list its own.
    """
    notes = [] if valid else notes_on_fields(table)
    valid, names = (valid, names) if valid else (fields_of_list(table), names_of_list(table))
    if asked.fields is None:
        return []
    shown = [*valid, *(sorted(names) if asked.expand else [])]
    if asked.fields == "?":
        typer.echo("\n".join(shown))
        for line in notes:
            note(line)
        raise typer.Exit
    chosen = [part.strip() for part in asked.fields.split(",") if part.strip()]
    wrong = [path for path in chosen if path not in valid and not (asked.expand and path in names)]
    if wrong and wrong[0] in names:
        raise WrongUsage(f"{wrong[0]!r} is a field with --expand only")
    if wrong or not chosen:
        raise WrongUsage(f"no field {(wrong or [''])[0]!r}; the fields are: {listed(shown)}")
    return [*chosen, *(["sources"] if asked.sources and "sources" in valid and "sources" not in chosen else [])]


def sorted_rows(reader: Reader, rows: Sequence[Row], table: str, criteria: Criteria, asked: Asked) -> list[Row]:
    """The rows in the order asked for, by what the list shows; rows without that come last either way."""
    result = list(rows)
    if asked.sort is not None:
        valid = fields_of_list(table)
        if asked.sort not in valid:
            raise WrongUsage(f"cannot sort by {asked.sort!r}; the fields are: {listed(valid)}")
        columns = columns_of(reader, table, criteria)
        records = [with_computed(reader.store, row, table) for row in result]
        keyed = [(row, order_of(columns, table, row, record, asked.sort)) for row, record in zip(result, records, strict=True)]
        having = sorted(((row, key) for row, key in keyed if key is not None), key=lambda pair: _comparable(pair[1]), reverse=asked.reverse)
        result = [row for row, _ in having] + [row for row, key in keyed if key is None]
    elif asked.reverse:
        result.reverse()
    return result


def _comparable(value: Any) -> tuple[int, Any]:
    """Numbers before text, so that a field that holds both can be ordered; a count by its number."""
    if isinstance(value, dict) and "count" in value:
        value = value["count"]
    return (0, value) if isinstance(value, int) else (1, _natural(flat(value)))


def _natural(text: str) -> list[tuple[int, int, str]]:
    """Text as something to compare in which the numbers count as numbers: `9 named` before `14 named`, dates as before."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.findall(r"\d+|\D+", text)]
