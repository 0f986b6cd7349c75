"""What published formats ask of a file, in our own words: the parts of CSL-JSON and Popolo that the exports use, as JSON Schema.

The published schemas themselves are not copied here. Where `CSTO_SCHEMAS` names a folder that has them (`csl-data.json`, `popolo/*.json`,
from citation-style-language/schema and popolo-project/popolo-spec), the tests hold the exports to those as well.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
DAY: Schema = {"type": "string", "pattern": r"^[0-9]{4}(-[0-9]{2}){0,2}$"}
LINK: Schema = {"type": "object", "required": ["url"], "properties": {"url": TEXT, "note": TEXT}, "additionalProperties": False}
NAME: Schema = {"type": "object", "required": ["name"], "properties": {"name": TEXT, "note": TEXT}, "additionalProperties": False}
CODE: Schema = {
    "type": "object",
    "required": ["identifier"],
    "properties": {"identifier": TEXT, "scheme": TEXT},
    "additionalProperties": False,
}


def _several(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _class(texts: str, days: str = "", **others: Schema) -> Schema:
    fields = dict.fromkeys(texts.split(), TEXT) | dict.fromkeys(days.split(), DAY) | others
    return {"type": "object", "required": ["id"], "properties": fields, "additionalProperties": False}


_SOURCES = _several(LINK)
POPOLO: dict[str, Schema] = {
    "persons": _class("id name national_identity note", other_names=_several(NAME), sources=_SOURCES),
    "organizations": _class(
        "id name classification parent_id area_id abstract note",
        "founding_date",
        other_names=_several(NAME),
        identifiers=_several(CODE),
        sources=_SOURCES,
    ),
    "posts": _class("id label role organization_id area_id"),
    "memberships": _class(
        "id label role person_id organization_id post_id area_id status note",
        "start_date end_date",
        member={"type": "object"},
        sources=_SOURCES,
    ),
    "events": _class(
        "id name description location status classification organization_id note",
        "start_date end_date",
        attendees=_several(
            {"type": "object", "required": ["name"], "properties": {"id": TEXT, "name": TEXT}, "additionalProperties": False}
        ),
        sources=_SOURCES,
    ),
    "areas": _class("id name identifier classification"),
}
"""A schema for each list of a Popolo export."""

_DATE: Schema = {
    "type": "object",
    "oneOf": [{"required": ["date-parts"]}, {"required": ["literal"]}],
    "properties": {
        "literal": TEXT,
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "integer"}},
        },
        "circa": {"type": "boolean"},
    },
    "additionalProperties": False,
}
_CSL_TEXTS = "id title publisher container-title version event-place URL language note"
CSL: Schema = _several({
    "type": "object",
    "required": ["id", "type", "title"],
    "properties": {
        "type": {"enum": ["dataset", "entry", "event", "treaty", "document", "webpage"]},
        "author": _several({"type": "object", "required": ["literal"], "properties": {"literal": TEXT}, "additionalProperties": False}),
        **dict.fromkeys(_CSL_TEXTS.split(), TEXT),
        **dict.fromkeys(("issued", "accessed", "event-date"), _DATE),
    },
    "additionalProperties": False,
})  # fmt: skip
"""A schema for CSL-JSON."""


def published(name: str) -> Path:
    """The published schema of that name; skips the test where there is none here."""
    folder = os.environ.get("CSTO_SCHEMAS")
    if not folder:
        pytest.skip("CSTO_SCHEMAS names no folder with the published schemas (csl-data.json, popolo/*.json)")
    return Path(folder) / name


def popolo_problems(lists: dict[str, list[Any]], classes: dict[str, str]) -> Iterable[str]:
    """What the published Popolo schemas (JSON Schema draft 3) say against an export."""
    import jsonschema
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT3

    schemas = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in published("popolo").glob("*.json")}
    found = [(schema["id"], Resource.from_contents(schema, DRAFT3)) for schema in schemas.values()]
    registry: Any = Registry().with_resources([*found, *((uri.rstrip("#"), resource) for uri, resource in found)])
    for name, items in lists.items():
        validator = jsonschema.Draft3Validator(schemas[classes[name]], registry=registry)
        for item in items:
            yield from (f"{name} {item['id']}: {error.message}" for error in validator.iter_errors(item))
