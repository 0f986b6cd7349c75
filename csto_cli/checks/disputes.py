"""The logic of disputes: two values at least, one of them preferred, and that one the plain value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.walking import holders_of
from csto_cli.model import Record
from csto_cli.store import Store

Disputed = tuple[str, Record, str, str, Any, list[Record]]
"""A field on which sources disagree: table, record, the path of the part that holds it, its name, its value, what each source gives."""


def _disputed(store: Store) -> Iterator[Disputed]:
    for table, record, path, holder, _ in holders_of(store, "disputes"):
        for field in dict.fromkeys(dispute["field"] for dispute in holder["disputes"]):
            given = [dispute for dispute in holder["disputes"] if dispute["field"] == field]
            yield table, record, path, field, _at(holder, field.split(".")), given


def disputes_hold_the_plain_value(store: Store) -> Iterator[Problem]:
    """The plain field's value is one of those that its disputes give; where it is left out, nothing is preferred."""
    for table, record, path, field, plain, given in _disputed(store):
        values = [dispute["value"] for dispute in given]
        if plain is not None and not any(_same(plain, value) for value in values):
            yield error(table, record["id"], path + field, f"{_short(plain)} is not among the disputed values {_short(values)}")


def disputes_have_two_values(store: Store) -> Iterator[Problem]:
    """A dispute has two values at least, the preferred one among them."""
    for table, record, path, field, _, given in _disputed(store):
        if len(given) < 2:
            yield error(table, record["id"], f"{path}disputes", f"{field} has one disputed value; a dispute holds all of them")


def disputes_say_what_is_preferred(store: Store) -> Iterator[Problem]:
    """Of the values of a dispute one is preferred: its reason says so (`Preferred: ...`) and it is the plain value."""
    for table, record, path, field, plain, given in _disputed(store):
        chosen = [dispute["value"] for dispute in given if dispute["reason"].startswith(PREFERRED)]
        if len(chosen) != 1:
            yield error(table, record["id"], f"{path}disputes", f"{field}: one reason begins {PREFERRED!r}, not {len(chosen)}")
        elif plain is not None and not _same(plain, chosen[0]):
            yield error(table, record["id"], f"{path}disputes", f"{field}: {_short(chosen[0])} is preferred and {_short(plain)} stands")


PREFERRED = "Preferred: "
"""How the reason of the preferred value begins."""


def _at(value: Any, parts: list[str]) -> Any:
    """The value at a dotted path, numbers leading into lists; None where there is none or where it is a list of records."""
    for part in parts:
        if isinstance(value, list) and part.isdigit() and int(part) < len(value):
            value = value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            return None
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return None
    return value


def _same(plain: Any, value: Any) -> bool:
    """Whether a disputed value is the plain one: of a name any language, of a date also without its mark of doubt."""
    if isinstance(plain, dict):
        return value in plain.values()
    if isinstance(plain, list) and isinstance(value, list):
        return set(plain) == set(value)
    if isinstance(plain, str) and isinstance(value, str):
        return plain.rstrip("~?") == value.rstrip("~?")
    return bool(plain == value)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 120 else text[:117] + "..."


CHECKS = (
    disputes_hold_the_plain_value,
    disputes_have_two_values,
    disputes_say_what_is_preferred,
)
"""Every check of disputes."""
