"""The Frictionless Data Package that describes a CSV export: types, keys, references, licence, sources."""

from __future__ import annotations

from typing import Any

from csto_cli.model import DATE, DAY, ID, URL
from csto_cli.publish.describing import licence_url, table_title
from csto_cli.publish.selection import Selection, chosen_ids
from csto_cli.publish.shape import Column, Table, by_name, tables_of
from csto_cli.store import Store


def datapackage(store: Store, picked: Selection) -> dict[str, Any]:
    """The descriptor (Data Package v1, as the reference validator reads it); `chosen`, a property of our own, has the ids by table of
    which a filtered export was asked."""
    meta = store.meta
    return {
        "profile": "tabular-data-package",
        "name": "csto",
        "title": meta["title"],
        "version": meta["data_version"],
        "created": f"{meta['as_of']}T00:00:00Z",
        "description": (
            "Dates are YYYY, YYYY-MM or YYYY-MM-DD, then ~ (about) or ? (uncertain). Lists are tables of their own, joined by record_id. "
            "A text that begins with a character by which spreadsheets know a formula has an apostrophe before it."
        ),
        "licenses": [{"name": meta["licence"], "path": licence_url(meta["licence"])}],
        "sources": [_source(record) for record in picked.tables["sources"]],
        "resources": [_resource(table) for table in tables_of(picked)],
        **({"chosen": chosen} if (chosen := chosen_ids(picked)) is not None else {}),
    }


def _source(record: dict[str, Any]) -> dict[str, Any]:
    source = {"title": record.get("title") or record["publisher"]}
    if "url" in record:
        source["path"] = record["url"]
    return source


def _resource(table: Table) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name.replace("_", "-"),
        "path": f"{table.name}.csv",
        "description": table_title(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    keys = [] if table.parent is None else [_key_field(name, number) for number, name in enumerate(table.key)]
    schema: dict[str, Any] = {"fields": keys + [_field(column) for column in table.columns], "missingValues": [""]}
    schema["primaryKey"] = list(table.key)
    references = []
    if table.parent is not None:
        parent = by_name()[table.parent]
        own = ["record_id"] if parent.parent is None else list(parent.key)
        references.append(_reference(own, parent.name, list(parent.key), table))
    references += [_reference([column.name], column.refers, ["id"], table) for column in table.columns if column.refers]
    if references:
        schema["foreignKeys"] = references
    return schema


def _reference(own: list[str], wanted: str, key: list[str], table: Table) -> dict[str, Any]:
    return {"fields": own, "reference": {"resource": "" if wanted == table.name else wanted.replace("_", "-"), "fields": key}}


def _key_field(name: str, number: int) -> dict[str, Any]:
    return {"name": name, "type": "integer" if number else "string", "constraints": {"required": True}}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": {"text": "string"}.get(column.kind, column.kind)}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    if column.form == DAY:
        field["type"] = "date"
    elif column.form == URL:
        field["format"] = "uri"
    elif column.form in (DATE, ID):
        constraints["pattern"] = column.form.pattern
        field["description"] = column.form.means
    if constraints:
        field["constraints"] = constraints
    return field
