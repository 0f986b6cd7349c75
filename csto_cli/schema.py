"""The model as strict msgspec types: closed keys, vocabularies, forms; and as JSON Schema.

msgspec's `Struct` can forbid unknown keys and a TypedDict cannot, so each record type of `model.py` becomes a Struct here.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Required, get_args, get_origin, get_type_hints, is_typeddict

import msgspec

from csto_cli.model import TABLES, Form, Record, Ref


@cache
def struct_of(kind: type) -> type:
    """The strict twin of a record type."""
    hints = get_type_hints(kind, include_extras=True)
    fields: list[Any] = []
    for name, hint in hints.items():
        required = get_origin(hint) is Required or name in getattr(kind, "__required_keys__", ())
        plain = _strict(get_args(hint)[0] if get_origin(hint) is Required else hint)
        fields.append((name, plain) if required else (name, plain | msgspec.UnsetType, msgspec.UNSET))
    fields.sort(key=len)
    return msgspec.defstruct(kind.__name__, fields, forbid_unknown_fields=True, kw_only=True)


def _strict(hint: Any) -> Any:
    """A field's annotation with record types made strict and forms made patterns."""
    if is_typeddict(hint):
        return struct_of(hint)
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marks = [_meta(mark) for mark in args[1:]]
        return Annotated[(_strict(args[0]), *marks)]
    if origin is list:
        return Annotated[list[_strict(args[0])], msgspec.Meta(min_length=1)]  # type: ignore[misc]
    return hint


def _meta(mark: Form | Ref) -> msgspec.Meta:
    if isinstance(mark, Form):
        return msgspec.Meta(pattern=mark.pattern, description=mark.means)
    return msgspec.Meta(description=f"the id of a record in {mark.table}")


def problem_in(table: str, record: Record) -> str | None:
    """What is wrong with the form of a record, with the path of the field (`$.attendees[0].role`); None if nothing is."""
    try:
        msgspec.convert(record, struct_of(TABLES[table]), strict=True)
    except msgspec.ValidationError as error:
        return str(error)
    return None


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a whole store."""
    kinds = {name: struct_of(kind) for name, kind in TABLES.items()}
    schemas, definitions = msgspec.json.schema_components(kinds.values(), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "csto store",
        "type": "object",
        "properties": {name: {"type": "object", "additionalProperties": schema} for name, schema in zip(kinds, schemas, strict=True)},
        "required": list(kinds),
        "additionalProperties": False,
        "$defs": definitions,
    }
