"""The form of records: types, vocabularies, ids, references, calendar days and clean text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, get_args

from csto_cli import model
from csto_cli.checks.problem import Problem, error
from csto_cli.checks.walking import everything, field_at, holders_of, records, references, strings, walk
from csto_cli.dates import days_of, is_date
from csto_cli.errors import listed
from csto_cli.store import Store

FORMS = (model.ID, model.DATE, model.DAY, model.TEXT, model.URL, model.SEMVER, model.CODE2, model.CODE3)
FORMULA = ("=", "+", "-", "@")
JOINERS = "\u200c\u200d"
"""The zero-width joiners: invisible, but part of how Persian is spelt."""


def right_types(store: Store) -> Iterator[Problem]:
    """Every field is known, has its type, its form and a word of its vocabulary, and none that is required is missing."""
    from csto_cli.schema import problem_in

    for table, record in records(store):
        message = problem_in(table, record)
        if message:
            what, _, path = message.partition(" - at `$")
            path = path.strip("`.")
            yield error(table, record["id"], path, _in_words(what, model.TABLES[table], record, path))


def _in_words(message: str, kind: type, record: model.Record, path: str) -> str:
    """The validator's message, with a form's own words instead of its pattern and with the vocabulary that was not kept."""
    for form in FORMS:
        if repr(form.pattern) in message:
            return f"expected {form.means}"
    if message.startswith("Invalid enum value"):
        words = next((get_args(found.field.annotation) for found in walk(kind, record) if found.path == path), ())
        return f"{message}; expected one of: {listed(words)}"
    return message


def unique_ids(store: Store) -> Iterator[Problem]:
    """No id stands twice in the whole store, former ids included."""
    owners: dict[str, str] = {}
    for table, record in records(store):
        if record["id"] in owners:
            yield error(table, record["id"], "id", f"the id stands in {owners[record['id']]} too")
        owners.setdefault(record["id"], table)
    former: dict[str, str] = {}
    for table, record in records(store):
        for index, old in enumerate(_strings_of(record, "former_ids")):
            taken = owners.get(old) or former.get(old)
            if taken:
                yield error(table, record["id"], f"former_ids[{index}]", f"{old!r} is taken in {taken}")
            former.setdefault(old, table)


def _strings_of(record: model.Record, field: str) -> list[str]:
    value = record.get(field)
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def known_references(store: Store) -> Iterator[Problem]:
    """Every reference hits a record of the right table, by the id that it has now."""
    tables = {record["id"]: table for table, record in records(store)}
    renamed = {old: record["id"] for _, record in records(store) for old in _strings_of(record, "former_ids")}
    for table, record, path, wanted, target in references(store):
        if target not in tables:
            now = renamed.get(target)
            yield error(table, record["id"], path, f"{target!r} is now {now!r}" if now else f"no record {target!r}")
        elif tables[target] != wanted:
            yield error(table, record["id"], path, f"{target!r} is in {tables[target]}, not in {wanted}")


def no_doubles(store: Store) -> Iterator[Problem]:
    """No list names one record twice."""
    for table, record, found in everything(store):
        if found.field.refers_to and isinstance(found.value, list):
            doubles = sorted({str(item) for item in found.value if found.value.count(item) > 1})
            for item in doubles:
                yield error(table, record["id"], found.path, f"{item!r} is named twice")


def no_part_twice(store: Store) -> Iterator[Problem]:
    """Nothing that is no reference stands twice in a list: no post, no seat, no event, no line of an agenda."""
    for table, record, found in everything(store):
        if isinstance(found.value, list) and not found.field.refers_to:
            for number, part in enumerate(found.value):
                first = found.value.index(part)
                if first < number:
                    yield error(table, record["id"], f"{found.path}[{number}]", f"the same as [{first}]")


def real_days(store: Store) -> Iterator[Problem]:
    """Every date is a day, month or year of the calendar."""
    for table, record, found in everything(store):
        if found.field.is_date and isinstance(found.value, str) and not is_date(found.value):
            yield error(table, record["id"], found.path, f"{found.value!r} is not a date that exists")


def ends_after_starts(store: Store) -> Iterator[Problem]:
    """Nothing ends before it begins."""
    for first, last in (("start", "end"), ("date", "end_date")):
        for table, record, path, holder, _ in holders_of(store, last):
            start, end = holder.get(first), holder[last]
            if is_date(start) and is_date(end) and days_of(start).first > days_of(end).last:
                yield error(table, record["id"], path + last, f"{end} lies before {first} {start}")


def clean_text(store: Store) -> Iterator[Problem]:
    """Text is in NFC, has no invisible characters, and nothing that a spreadsheet would take for a formula."""
    for table, record in records(store):
        for path, text in strings(record):
            for problem in _text_problems(text):
                yield error(table, record["id"], path, problem)


def _text_problems(text: str) -> Iterator[str]:
    if text.startswith(FORMULA):
        yield f"begins with {text[0]!r}, which a spreadsheet takes for a formula"
    if text.isascii() and text.isprintable():
        return
    if not unicodedata.is_normalized("NFC", text):
        yield "is not in Unicode's composed form (NFC)"
    hidden = sorted({char for char in text if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in JOINERS})
    if hidden:
        yield f"has invisible characters: {', '.join(f'U+{ord(char):04X}' for char in hidden)}"


def sources_can_be_found(store: Store) -> Iterator[Problem]:
    """A source has an address or, on paper, a full reference."""
    for record in store.table("sources"):
        if "url" not in record and "reference" not in record:
            yield error("sources", record["id"], "url", "neither an address nor a reference")


def disputes_of_own_fields(store: Store) -> Iterator[Problem]:
    """A dispute names a field that its record can have."""
    for table, record, path, holder, kind in holders_of(store, "disputes"):
        for index, dispute in enumerate(_dicts(holder["disputes"])):
            field = dispute.get("field")
            if isinstance(field, str) and field_at(kind, field) is None:
                yield error(table, record["id"], f"{path}disputes[{index}].field", f"no field {field!r} there")


def _dicts(value: Any) -> list[model.Record]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


CHECKS = (
    right_types,
    unique_ids,
    known_references,
    no_doubles,
    no_part_twice,
    real_days,
    ends_after_starts,
    clean_text,
    sources_can_be_found,
    disputes_of_own_fields,
)
"""Every check of form, in the order in which they are made."""

SHAPE = (right_types, real_days)
"""What must hold before a question, or a check of logic, can be asked of the records at all."""
