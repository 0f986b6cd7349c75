"""Every option, declared once; a command names the ones it takes and receives them as one `Asked`."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from contextlib import suppress
from copy import copy
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from csto_cli.cli.asked import Asked
from csto_cli.errors import CstoError, WrongUsage, listed

if TYPE_CHECKING:
    from csto_cli.store import Store
    from csto_cli.views.answer import Answer


class _Fitting(str):
    """A completion that was chosen already, by whatever rule; Typer would drop it where it does not begin as typed."""

    def startswith(self, *args: Any) -> bool:
        return True


def _completed(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """A completion of values of one kind, loaded only while completing."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        from csto_cli.cli.completing import values

        return [
            (_Fitting(value), text) for value, text in values(kind, incomplete, ctx.info_name or "", (ctx.params.get("db") or [None])[-1])
        ]

    return complete


def _option(*names: str, help: str, metavar: str | None = None, completes: str | None = None) -> Any:
    return typer.Option(*names, help=help, metavar=metavar, autocompletion=_completed(completes) if completes else None)


Many = list[str]
OPTIONS: dict[str, tuple[Any, Any]] = {
    "on": (str | None, _option("--on", help="On this day: 2018-05-24, 2018-05, 2018, '24 May 2018', today.", metavar="DATE")),
    "year": (str | None, _option("--year", help="In this year, or years: 2018, 2016..2018.", metavar="Y", completes="years")),
    "since": (str | None, _option("--since", help="On or after this day.", metavar="DATE")),
    "until": (str | None, _option("--until", help="On or before this day.", metavar="DATE")),
    "state": (Many, _option("--state", help="That concerns this state; may be repeated.", metavar="STATE", completes="states")),
    "body": (Many, _option("--body", help="Of this body; may be repeated.", metavar="BODY", completes="bodies")),
    "place": (Many, _option("--place", help="In this city or country.", metavar="PLACE", completes="places")),
    "office": (Many, _option("--office", help="In this office; may be repeated.", metavar="OFFICE", completes="offices")),
    "meeting": (Many, _option("--meeting", help="At meetings that this fits; '-' reads them.", metavar="REF", completes="meetings")),
    "topic": (Many, _option("--topic", help="On this topic; may be repeated.", metavar="TOPIC", completes="topics")),
    "type": (Many, _option("--type", help="Of this type, kind, format, role or status.", metavar="TYPE", completes="types")),
    "series": (Many, _option("--series", help="Of this series.", metavar="SERIES", completes="series")),
    "person": (Many, _option("--person", help="In which this person took part; all, if repeated.", metavar="NAME", completes="officials")),
    "presence": (Many, _option("--presence", help="in-person, video, represented, absent ...", metavar="HOW", completes="presence")),
    "action": (Many, _option("--action", help="To which this was done: signed, approved ...", metavar="DONE", completes="actions")),
    "at": (Many, _option("--at", help="Who sat there at the meetings that this reference fits.", metavar="REF", completes="meetings")),
    "history": (bool, _option("--history", help="Every holder in the record, not only those of one day.")),
    "table": (str | None, _option("--table", help="Only in this table.", metavar="TABLE", completes="tables")),
    "explain": (bool, _option("--explain", help="Say by which rule a name was matched.")),
    "certain": (bool, _option("--certain", help="Leave out what is only possibly so on the day asked about.")),
    "disputed": (bool, _option("--disputed", help="Only that on which sources disagree.")),
    "sort": (str | None, _option("--sort", help="Order by this field; records without it come last.", metavar="FIELD", completes="fields")),
    "reverse": (bool, _option("--reverse", help="The other way round.")),
    "limit": (int | None, _option("--limit", help="At most so many.", metavar="N")),
    "format": (str | None, _option("--format", help="table, json, jsonl, csv, tsv or md.", metavar="FORMAT", completes="formats")),
    "json": (bool, _option("--json", help="Short for --format json.")),
    "fields": (str | None, _option("--fields", help="Only these: a,b.c; with no value, list them.", metavar="FIELDS", completes="fields")),
    "ids": (bool, _option("--ids", help="Bare ids, one a line.")),
    "expand": (bool, _option("--expand", help="In JSON, names beside ids.")),
    "sources": (bool, _option("--sources", help="Show where it was read.")),
    "exit_status": (bool, _option("--exit-status", help="Exit 1 when the list is empty.")),
    "lang": (str, _option("--lang", help="Names in en or ru.", metavar="LANG", completes="langs")),
    "coverage": (bool, _option("--coverage", help="How many records there are by table, body or office, and year, and how many are firm.")),
    "gaps": (bool, _option("--gaps", help="Also what the record lacks; gaps are no errors.")),
    "fix": (bool, _option("--fix", help="Rewrite the file in canonical form first, if the form of its records is right.")),
    "db": (str | None, _option("--db", help="Another store; also CSTO_DB.", metavar="PATH")),
}  # fmt: skip
"""The type and the declaration of every option; defaults stand in `Asked`."""

SINGLE = (str | None, str, int | None)
"""The types of options that take one value."""

OUTPUT = ("format", "json", "fields", "ids", "expand", "sources", "exit_status", "lang", "db")
ORDER = ("sort", "reverse", "limit")
DAYS = ("on", "year", "since", "until", "certain")
ANY_CASE = ("format", "fields", "sort", "lang")
"""The options whose values are words of the program, all of them in small letters, which may be typed in any."""


def names_argument(help: str, metavar: str, completes: str) -> Any:
    """The declaration of a command's names or references."""
    return typer.Argument(help=help, metavar=metavar, autocompletion=_completed(completes), show_default=False)


Question = Callable[["Store", Asked], "Answer"]


def takes(
    *options: str,
    names: Any = None,
    names_required: bool = True,
    opens: Callable[[Path], Store] | None = None,
    helps: Mapping[str, str] | None = None,
) -> Callable[[Question], Callable[..., None]]:
    """Make a question of `(store, asked)` a command with these options: its answer is delivered as the output options say.

    Typer reads a command's options from the function's signature, so the wrapper is given one that lists them.
    `opens` opens the store where a command does it in a way of its own; `helps` is what the help says of options that take other values
    here than elsewhere.
    """
    unasked = Asked()

    def decorate(question: Question) -> Callable[..., None]:
        @wraps(question)
        def command(**typed: Any) -> None:
            from csto_cli.cli.delivery import deliver

            asked = asked_of(typed)
            answer_with(asked, lambda store: deliver(question(store, asked), asked), opens)

        parameters = []
        if names is not None:
            default: Any = inspect.Parameter.empty if names_required else []
            parameters.append(parameter("names", list[str], names, default))
        parameters += [_shared(key, getattr(unasked, key), (helps or {}).get(key)) for key in options]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        return command

    return decorate


def parameter(name: str, kind: Any, declared: Any, default: Any) -> inspect.Parameter:
    """A parameter as Typer reads it; an option with one value is taken as a list, so that a second value can be refused, not lost, and a
    number as text, so that it is refused in this program's own words."""
    if name in OPTIONS and kind in SINGLE:
        kind, default = Many, [] if default is None else [default]
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, declared])


def _shared(key: str, default: Any, help: str | None) -> inspect.Parameter:
    """The parameter of an option, with a help of its own where a command has one."""
    kind, declared = OPTIONS[key]
    if help is not None:
        declared = copy(declared)
        declared.help = help
    return parameter(key, kind, declared, default)


def asked_of(typed: dict[str, Any]) -> Asked:
    """What was typed, as an `Asked`; WrongUsage for a second value of an option that takes one, and for what is no number where one is."""
    asked: dict[str, Any] = {}
    for key, value in typed.items():
        if value is None:
            continue
        if key in OPTIONS and OPTIONS[key][0] in SINGLE:
            if len(value) > 1:
                raise WrongUsage(f"--{key.replace('_', '-')} takes one value; it was given {listed(value)}")
            value = value[0] if value else None
            if value is not None and OPTIONS[key][0] == int | None:
                value = _number(key, value)
        if value is not None:
            asked[key] = value.lower() if key in ANY_CASE else value
    return Asked(**asked)


def _number(option: str, typed: str) -> int:
    """The number that was typed; WrongUsage where it is none, or less than 0."""
    with suppress(ValueError):
        number = int(typed)
        if number >= 0:
            return number
    raise WrongUsage(f"--{option} takes a number, 0 or more; it was given {typed!r}")


_answering: Store | None = None
"""The store of the last question, kept until the process ends: it would be taken apart only to be thrown away."""


def answer_with(asked: Asked, work: Callable[[Store], None], opens: Callable[[Path], Store] | None = None) -> None:
    """Open the store and do the work; where the work fails on records of a wrong form, say that the store is not valid."""
    from csto_cli.store import chosen_path, open_store

    global _answering
    store = _answering = (opens or open_store)(chosen_path(asked.db))
    try:
        work(store)
    except (CstoError, OSError, typer.Exit):
        raise
    except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError):
        from csto_cli.checks import refuse_invalid

        refuse_invalid(store)
        raise
