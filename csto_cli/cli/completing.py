"""The values that a shell may complete: what could stand after an option or as a name, each with what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from csto_cli.cli.tables import table_of
from csto_cli.model import Record
from csto_cli.store import Store, chosen_path, label_of, open_store

Value = tuple[str, str]

FORMATS = {
    "table": "drawn for a person",
    "json": "one array of whole records",
    "jsonl": "one record a line",
    "csv": "comma-separated, with a header",
    "tsv": "tab-separated, with a header",
    "md": "a Markdown table",
}
LANGS = {"en": "English", "ru": "Russian"}


def values(kind: str, incomplete: str, command: str = "", db: str | None = None) -> list[Value]:
    """The values of a kind that what was typed can become, each with what it is.

    `kind` is one of KINDS or PLAIN, or depends on the command (`fields`, `types`, `presence`); an unknown one has no values. What
    begins as typed is taken; where nothing does, whatever has a name or a word that begins so, in any script.
    """
    if kind == "fields":
        return field_values(incomplete, command)
    if kind == "types":
        return begun(type_values(command), incomplete)
    if kind == "presence":
        return begun(presence_values(command), incomplete)
    if kind in PLAIN:
        return begun(PLAIN[kind](), incomplete)
    if kind not in KINDS:
        return []
    store = open_store(chosen_path(db))
    wanted = incomplete.lower()
    candidates = list(KINDS[kind](store))
    if kind == "references" and not wanted:
        candidates = list(records("meetings")(store))
    return begun([(value, text) for value, text, _ in candidates], wanted) or named(candidates, incomplete)


def begun(candidates: Iterable[Value], incomplete: str) -> list[Value]:
    """The values that begin as typed."""
    return [candidate for candidate in candidates if candidate[0].startswith(incomplete)]


Named = tuple[str, str, Record]


def named(candidates: Iterable[Named], incomplete: str) -> list[Value]:
    """The values one word of whose id, names or aliases begins as typed, whatever the script."""
    from csto_cli.names.fold import fold
    from csto_cli.names.lookup import aliases_of, names_of

    wanted = fold(incomplete)
    if not wanted:
        return []
    return [
        (value, text)
        for value, text, record in candidates
        if any(f" {wanted}" in f" {fold(name)}" for name in (value, *names_of(record), *aliases_of(record)))
    ]


def records(*tables: str) -> Callable[[Store], Iterator[Named]]:
    """The ids of tables, each with its name."""

    def of_store(store: Store) -> Iterator[Named]:
        for table in tables:
            for record in store.table(table):
                yield record["id"], described(store, record), record

    return of_store


def described(store: Store, record: Record) -> str:
    """What tells a record from others: its name, and the state of a person."""
    return label_of(record) + (f" ({store.label(record['state'])})" if "state" in record else "")


def years(store: Store) -> Iterator[Named]:
    """Years with meetings, and how many there were."""
    many: dict[str, int] = {}
    for meeting in store.table("meetings"):
        many[meeting["date"][:4]] = many.get(meeting["date"][:4], 0) + 1
    for year in sorted(many):
        yield year, f"{many[year]} meeting{'s' * (many[year] > 1)}", {}


def places(store: Store) -> Iterator[Named]:
    """Cities of meetings and exercises, written as one word, with the name in Russian."""
    from csto_cli.names.fold import fold

    found: dict[str, tuple[str, Record]] = {}
    for table in ("meetings", "exercises"):
        for record in store.table(table):
            place = record.get("place")
            if place:
                found.setdefault(fold(place["en"]).replace(" ", "-"), (place.get("ru") or place["en"], place))
    for value in sorted(found):
        yield value, found[value][0], {"name": found[value][1]}


def series(store: Store) -> Iterator[Named]:
    """Series of exercises, with the number of editions."""
    many: dict[str, int] = {}
    for exercise in store.table("exercises"):
        if "series" in exercise:
            many[exercise["series"]] = many.get(exercise["series"], 0) + 1
    for name in sorted(many):
        yield name, f"{many[name]} in the record", {}


KINDS: dict[str, Callable[[Store], Iterator[Named]]] = {
    "years": years,
    "places": places,
    "series": series,
    "states": records("states"),
    "bodies": records("bodies"),
    "offices": records("offices"),
    "meetings": records("meetings"),
    "topics": records("topics"),
    "officials": records("officials"),
    "names": records("states", "offices", "bodies", "officials"),
    "references": records(
        "meetings", "states", "offices", "bodies", "officials", "documents", "exercises", "chairmanships", "topics", "sources"
    ),
}
"""Kinds of values that stand in the store."""


def tables() -> list[Value]:
    """Tables that a search can be narrowed to."""
    from csto_cli.queries.search import SEARCHED

    return [(name, "") for name in SEARCHED]


def actions() -> list[Value]:
    """What can be done with a document, as it is typed."""
    from csto_cli.cli.asking import ACTIONS

    return [(word.replace(" ", "-"), "") for word in ACTIONS]


PLAIN: dict[str, Callable[[], list[Value]]] = {
    "formats": lambda: list(FORMATS.items()),
    "langs": lambda: list(LANGS.items()),
    "actions": actions,
    "tables": tables,
}
"""Kinds of values that are the same for every store."""


def type_values(command: str) -> list[Value]:
    """What `--type` takes for a command."""
    from csto_cli.cli.asking import TYPES

    table = table_of(command)
    if table == "timeline":
        from csto_cli.queries.timeline import KINDS as TIMELINE_KINDS

        return [(word, "") for word in TIMELINE_KINDS]
    if table == "changes":
        from csto_cli.queries.changes import KINDS as CHANGE_KINDS

        return [(word, "") for word in CHANGE_KINDS]
    return [(word, "") for word in TYPES.get(table, ())]


def presence_values(command: str) -> list[Value]:
    """What `--presence` takes for a command."""
    from csto_cli.cli.asking import presences

    return [(word, "") for word in presences(table_of(command))]


def field_values(incomplete: str, command: str) -> list[Value]:
    """Field names for the last of the comma-separated words typed, with those before it kept."""
    done, comma, last = incomplete.rpartition(",")
    chosen = done.split(",")
    return [(f"{done}{comma}{path}", "") for path in valid_fields(command) if path.startswith(last) and path not in chosen]


def valid_fields(command: str) -> list[str]:
    """Every path that `--fields` takes for a command."""
    if command == "who":
        from csto_cli.views.portraits import HOLDING_FIELDS

        return list(HOLDING_FIELDS)
    if command == "changes":
        from csto_cli.queries.changes import FIELDS

        return list(FIELDS)
    if command == "search":
        from csto_cli.views.found import COLUMNS

        return list(COLUMNS)
    if command == "show":
        from csto_cli.model import TABLES
        from csto_cli.views.records import record_fields

        return record_fields(list(TABLES))
    from csto_cli.views.lists import fields_of_list

    try:
        return fields_of_list(table_of(command))
    except KeyError:
        return []
