"""What exports say about the data: titles of tables, the licence's address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from csto_cli.model import TABLES

if TYPE_CHECKING:
    from csto_cli.publish.shape import Table


def licence_url(licence: str) -> str:
    """The address of a licence by its SPDX identifier."""
    return f"https://spdx.org/licenses/{licence}.html"


def table_title(table: Table) -> str:
    """A flat table in a sentence: a record type's own description, which list of which table it holds, or what `chosen` is."""
    from csto_cli.publish.shape import CHOSEN, by_name

    if table is CHOSEN:
        return "The records that were asked for, apart from those kept because they refer to them"
    if table.parent is None:
        return (TABLES[table.name].__doc__ or table.name).strip().splitlines()[0]
    owner = by_name()[table.parent]
    return f"The {' '.join(table.path).replace('_', ' ')} of {owner.name}, one row an item, numbered from 1"
