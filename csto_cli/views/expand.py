"""`--expand`: names beside ids, everywhere in a record that the model says holds a reference."""

from __future__ import annotations

from csto_cli.model import Record, fields_of, nested_of, ref_of
from csto_cli.store import Store


def expanded(store: Store, kind: type, record: Record) -> Record:
    """The record with `<field>_name` after each field that holds an id, and `<field>_names` after each list of ids."""
    result: Record = {}
    annotations = fields_of(kind)
    for key, value in record.items():
        annotation = annotations.get(key)
        nested = nested_of(annotation) if annotation else None
        if nested:
            result[key] = [expanded(store, nested[0], item) for item in value] if nested[1] else expanded(store, nested[0], value)
            continue
        result[key] = value
        if annotation and ref_of(annotation):
            if isinstance(value, list):
                result[f"{key}_names"] = [store.label(item) for item in value]
            else:
                result[f"{key}_name"] = store.label(value)
    return result
