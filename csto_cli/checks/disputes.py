"""The logic of disputes: two values at least, one of them preferred, that one the plain value, and each what its field can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.walking import Field, field_at, holders_of, records, strings
from csto_cli.dates import is_date, two_days
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
    """A dispute has two different values at least, the preferred one among them."""
    for table, record, path, field, _, given in _disputed(store):
        values = [dispute["value"] for dispute in given]
        if len(values) < 2:
            yield error(table, record["id"], f"{path}disputes", f"{field} has one disputed value; a dispute holds all of them")
        elif all(_equal(values[0], value) for value in values):
            yield error(table, record["id"], f"{path}disputes", f"{field}: every disputed value is {_short(values[0])}; nobody disagrees")


def _equal(one: Any, other: Any) -> bool:
    """Whether two values are equal, lists in any order."""
    return set(one) == set(other) if isinstance(one, list) and isinstance(other, list) else bool(one == other)


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


def disputed_dates_exist(store: Store) -> Iterator[Problem]:
    """A source that disagrees on a date gives one that exists, two days of a month in their order, or words (`after August 2015`)."""
    for table, record, path, field, value in _values(store):
        wrong = _wrong_date(value) if field.is_date else None
        if wrong:
            yield error(table, record["id"], path, wrong)


def _values(store: Store) -> Iterator[tuple[str, Record, str, Field, Any]]:
    """Every value of a dispute: table, record, its path, the field that is disputed, the value."""
    for table, record, path, holder, kind in holders_of(store, "disputes"):
        for index, dispute in enumerate(holder["disputes"]):
            field = field_at(kind, dispute["field"])
            if field:
                yield table, record, f"{path}disputes[{index}].value", field, dispute["value"]


LIKE_A_DATE = re.compile(r"[0-9][0-9./~? –-]*")
"""Digits and what stands between those of a date; anything else is words."""


def _wrong_date(value: Any) -> str | None:
    """What is wrong with a value on a date; None of a date, of two days (`2000-05-24/25`) and of words."""
    if not isinstance(value, str):
        return f"{_short(value)} is neither a date nor words"
    days = two_days(value)
    if days:
        first, last = days
        if is_date(first) and is_date(last):
            return f"{value!r} runs backwards" if last < first else None
    elif is_date(value) or not LIKE_A_DATE.fullmatch(value):
        return None
    return f"{value!r} is not a date that exists"


def disputed_references_hit(store: Store) -> Iterator[Problem]:
    """A source that disagrees on a person, a state or a body gives an id of the right table, or words (`joint meeting of ministers`).

    What has no blank is an id: nobody types words so, and a misspelt id or a bare name (`Russia`) would match no record.
    """
    tables = {record["id"]: table for table, record in records(store)}
    for table, record, path, field, value in _values(store):
        for where, text in strings(value, path) if field.refers_to else ():
            hit = tables.get(text)
            if hit != field.refers_to and " " not in text:
                words = f"{text!r} is in {hit}, not in {field.refers_to}" if hit else f"no record {text!r}"
                yield error(table, record["id"], where, words)


CHECKS = (
    disputes_hold_the_plain_value,
    disputes_have_two_values,
    disputes_say_what_is_preferred,
    disputed_dates_exist,
    disputed_references_hit,
)
"""Every check of disputes."""
