"""What a record type says of itself: its fields, what they refer to, the records inside it, its paths."""

from __future__ import annotations

from functools import cache
from typing import Any, Required, get_args, get_origin, get_type_hints, is_typeddict

from csto_cli.model.forms import Ref


@cache
def fields_of(kind: type) -> dict[str, Any]:
    """The fields of a record type in order, with annotations resolved and `Required` taken off."""
    hints = get_type_hints(kind, include_extras=True)
    return {name: get_args(hint)[0] if get_origin(hint) is Required else hint for name, hint in hints.items()}


def ref_of(annotation: Any) -> str | None:
    """The table that a field's values refer to, for `StateId` as for `list[StateId]`; None for any other field."""
    for part in get_args(annotation):
        if isinstance(part, Ref):
            return part.table
        found = ref_of(part) if get_origin(annotation) is list else None
        if found:
            return found
    return None


def nested_of(annotation: Any) -> tuple[type, bool] | None:
    """The record type inside a field and whether the field is a list of them; None where the field is plain."""
    if is_typeddict(annotation):
        return annotation, False
    if get_origin(annotation) is list and is_typeddict(get_args(annotation)[0]):
        return get_args(annotation)[0], True
    return None


@cache
def name_paths(kind: type, prefix: str = "") -> frozenset[str]:
    """Beside every dotted path of a record type that holds an id, or a list of them, the path of its name, or of their names."""
    paths: set[str] = set()
    for name, annotation in fields_of(kind).items():
        nested = nested_of(annotation)
        if nested:
            paths |= name_paths(nested[0], f"{prefix}{name}.")
        elif ref_of(annotation):
            paths.add(name_beside(prefix + name, several=get_origin(annotation) is list))
    return frozenset(paths)


def name_beside(path: str, several: bool) -> str:
    """What the names of the records are called whose ids a path holds: `chair_name`, `bodies_names`."""
    return f"{path}_{'names' if several else 'name'}"


@cache
def paths_of(kind: type, prefix: str = "") -> tuple[str, ...]:
    """Every dotted path that `--fields` takes for a record type, parents before children."""
    paths: list[str] = []
    for name, annotation in fields_of(kind).items():
        paths.append(prefix + name)
        nested = nested_of(annotation)
        if nested:
            paths.extend(paths_of(nested[0], f"{prefix}{name}."))
    return tuple(paths)
