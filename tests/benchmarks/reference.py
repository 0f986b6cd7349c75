"""The least program of its kind: two commands of Typer that open the same db.json with TinyDB and print one record, or one Rich table."""

from __future__ import annotations

import json
import os

import typer

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@app.command()
def record(wanted: str) -> None:
    """One record as JSON."""
    from tinydb import TinyDB, where

    database = TinyDB(os.environ["CSTO_DB"], access_mode="r")
    print(json.dumps(database.table("states").get(where("id") == wanted), ensure_ascii=False))


@app.command()
def table() -> None:
    """One Rich table."""
    from rich.console import Console
    from rich.table import Table
    from tinydb import TinyDB

    drawn = Table("id", "name", "iso2")
    for state in TinyDB(os.environ["CSTO_DB"], access_mode="r").table("states"):
        drawn.add_row(state["id"], state["name"]["en"], state["iso2"])
    Console().print(drawn)


if __name__ == "__main__":
    app()
