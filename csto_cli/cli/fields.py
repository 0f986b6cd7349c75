"""`--fields`, `--sort`, `--reverse` and `--limit`: which part of the rows, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from csto_cli.cli.asked import Asked
from csto_cli.errors import WrongUsage, listed
from csto_cli.queries.lists import Row
from csto_cli.views.lists import fields_of_list
from csto_cli.views.text import at_path, flat


def asked_fields(table: str, asked: Asked, valid: Sequence[str] | None = None) -> list[str]:
    """The paths of `--fields`; `--fields` without a value lists what there is and leaves."""
    valid = valid or fields_of_list(table)
    if asked.fields is None:
        return []
    if asked.fields == "?":
        typer.echo("\n".join(valid))
        raise typer.Exit
    chosen = [part.strip() for part in asked.fields.split(",") if part.strip()]
    wrong = [path for path in chosen if path not in valid and not (asked.expand and _beside(path) in valid)]
    if wrong or not chosen:
        raise WrongUsage(f"no field {(wrong or [''])[0]!r}; the fields are: {listed(valid)}")
    return chosen


def _beside(path: str) -> str:
    """The field that `--expand` put a name beside."""
    return path.removesuffix("_names").removesuffix("_name")


def sorted_rows(rows: Sequence[Row], table: str, asked: Asked) -> list[Row]:
    """The rows in the order asked for, and no more of them than asked for; rows without the field come last either way."""
    result = list(rows)
    if asked.sort is not None:
        valid = fields_of_list(table)
        if asked.sort not in valid:
            raise WrongUsage(f"cannot sort by {asked.sort!r}; the fields are: {listed(valid)}")
        path = asked.sort
        having = [row for row in result if _key(row, path) is not None]
        lacking = [row for row in result if _key(row, path) is None]
        having.sort(key=lambda row: _comparable(_key(row, path)), reverse=asked.reverse)
        result = having + lacking
    elif asked.reverse:
        result.reverse()
    return result if asked.limit is None else result[: asked.limit]


def _key(row: Row, path: str) -> Any:
    computed = {"certainty": row.certainty, "meeting": row.meeting}
    return computed.get(path) if path in computed and path not in row.record else at_path(row.record, path)


def _comparable(value: Any) -> tuple[int, Any]:
    """Numbers before text, so that a field that holds both can be ordered; a count by its number."""
    if isinstance(value, dict) and "count" in value:
        value = value["count"]
    return (0, value) if isinstance(value, int) else (1, flat(value))
