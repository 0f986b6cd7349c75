"""Words typed after a command that takes none: refused, with the options that they can have been meant for."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress

from csto_cli.cli.tables import table_of
from csto_cli.errors import CstoError, WrongUsage
from csto_cli.names.fold import fold
from csto_cli.store import Store

LISTS = ("states", "officials", "meetings", "docs", "bodies", "exercises", "chairs", "sources", "timeline", "changes")
"""The commands that are lists."""

Means = Callable[[Store, str, str], bool]
"""Whether a word, in a list of a table, is a value of an option."""


def refusal(command: str, words: Sequence[str], options: Collection[str], db: str | None) -> WrongUsage:
    """The error for `words` too many after a command with these options; for a list, with what was likely meant."""
    said = " ".join(words)
    if command not in LISTS:
        return WrongUsage(f"{command} was given more words than it takes: {said!r} (see csto {command} --help)")
    refused = f"{command} takes no names, only options: {said!r} (see csto {command} --help)"
    if "-" in words:  # It stands for what is on standard input, which no guess may read.
        return WrongUsage(refused)
    try:
        from csto_cli.store import chosen_path, open_store

        meant = _meant(open_store(chosen_path(db)), command, words, options)
    except CstoError:
        meant = None
    return WrongUsage(refused, [f"did you mean csto {meant or f'search {shlex.join(words)}'}?"])


def _meant(store: Store, command: str, words: Sequence[str], options: Collection[str]) -> str | None:
    """The command with the words as values of options, together if they are one name, else one by one; `show` for an id that it cannot be
    asked about; None where one of them means nothing."""
    single = [part for word in words for part in word.split()]
    for parts in ([" ".join(words)], single):
        found = [_option(store, command, part, options) for part in parts]
        if all(found):
            return " ".join([command, *(f"--{option} {shlex.quote(part)}" for option, part in zip(found, parts, strict=True))])
    return f"show {shlex.join(words)}" if all(store.find(word) for word in words) else None


def _option(store: Store, command: str, word: str, options: Collection[str]) -> str | None:
    """The first option of the command of which the word is a value."""
    return next((option for option, means in MEANINGS.items() if option in options and means(store, table_of(command), word)), None)


def _named(table: str) -> Means:
    def means(store: Store, _: str, word: str) -> bool:
        from csto_cli.names.lookup import resolve

        return len(resolve(store, word, (table,)).matches) == 1

    return means


def _body(store: Store, _: str, word: str) -> bool:
    """Whether a word names one body as it stands: `foreign ministers`; but `foreign minister` is the office."""
    from csto_cli.names.lookup import resolve

    matches = resolve(store, word, ("bodies",)).matches
    return len(matches) == 1 and not matches[0].rule.endswith("transliterated")


def _typed(store: Store, table: str, word: str) -> bool:
    from csto_cli.cli.asking import TYPES

    return fold(word) in map(fold, TYPES.get(table, ()))


def _action(store: Store, table: str, word: str) -> bool:
    from csto_cli.cli.asking import ACTIONS

    return fold(word) in map(fold, ACTIONS)


def _presence(store: Store, table: str, word: str) -> bool:
    from csto_cli.cli.asking import presences

    return fold(word) in map(fold, presences(table))


def _moment(store: Store, table: str, word: str) -> bool:
    from csto_cli.dates import today_utc
    from csto_cli.queries.moments import days_meant

    with suppress(CstoError):
        return table == "changes" and days_meant(store, word, today_utc()) is not None
    return False


def _series(store: Store, table: str, word: str) -> bool:
    from csto_cli.names.series import series_named

    return bool(series_named(store, word))


def _place(store: Store, table: str, word: str) -> bool:
    from csto_cli.cli.asking import known_places

    with suppress(CstoError):
        return known_places(store, table, [word]) is not None
    return False


def _meeting(store: Store, table: str, word: str) -> bool:
    from csto_cli.dates import today_utc
    from csto_cli.names.meetings import find_meetings

    return bool(find_meetings(store, word, today_utc()))


MEANINGS: dict[str, Means] = {
    "year": lambda store, table, word: re.fullmatch(r"\d{4}([.-]+\d{4})?", word) is not None,
    "on": lambda store, table, word: re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", word) is not None,
    "type": _typed,
    "action": _action,
    "presence": _presence,
    "state": _named("states"),
    "topic": _named("topics"),
    "body": _body,
    "office": _named("offices"),
    "series": _series,
    "place": _place,
    "person": _named("officials"),
    "meeting": _meeting,
    "since": _moment,
}
"""What a word can have been meant for, the likeliest first."""
