"""`--expand`: names beside ids, everywhere that the model, or an entry's fields, say that a reference is held."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from csto_cli.model import Record, fields_of, name_beside, nested_of, ref_of
from csto_cli.views.text import Reader


def expanded(reader: Reader, kind: type, record: Record) -> Record:
    """The record with `<field>_name` after each field that holds an id, and `<field>_names` after each list of ids.

    The names are in the reader's language where the record has them so.
    """
    result: Record = {}
    annotations = fields_of(kind)
    for key, value in record.items():
        annotation = annotations.get(key)
        nested = nested_of(annotation) if annotation else None
        if nested:
            result[key] = [expanded(reader, nested[0], item) for item in value] if nested[1] else expanded(reader, nested[0], value)
        else:
            result |= _named(reader, key, value) if annotation and ref_of(annotation) else {key: value}
    return result


def expanded_entry(reader: Reader, entry: Record, references: Mapping[str, bool]) -> Record:
    """An entry that is no record of a table, expanded in the same way.

    `references` are its fields that hold ids, each with whether it holds several.
    """
    result: Record = {}
    for key, value in entry.items():
        result |= _named(reader, key, value) if key in references else {key: value}
    return result


def entry_names(references: Mapping[str, bool], fields: Collection[str]) -> frozenset[str]:
    """The fields of names that expanding puts into entries with these fields."""
    return frozenset(name_beside(field, several) for field, several in references.items() if field in fields)


def _named(reader: Reader, key: str, value: str | list[str]) -> Record:
    if isinstance(value, list):
        return {key: value, name_beside(key, several=True): [reader.name(item) for item in value]}
    return {key: value, name_beside(key, several=False): reader.name(value)}
