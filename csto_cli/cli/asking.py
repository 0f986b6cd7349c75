"""What was typed -> what is asked: ids instead of names, days instead of dates; every value that means nothing is refused."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import get_args

from csto_cli import model
from csto_cli.cli.asked import Asked
from csto_cli.cli.dating import dated
from csto_cli.dates import EARLIEST, Days, days_of, today_utc
from csto_cli.errors import CstoError, NotInRecord, WrongUsage, listed
from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.names.fold import fold
from csto_cli.names.lookup import Match, Resolution, resolve
from csto_cli.names.meetings import find_meetings, meetings_named, no_meeting, refuse_impossible
from csto_cli.names.places import place_names
from csto_cli.names.series import all_series, series_named
from csto_cli.names.typed import refuse_long
from csto_cli.queries.acts import IN_FORCE
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.listings import LISTINGS
from csto_cli.queries.membership import TREATY
from csto_cli.queries.placing import placed
from csto_cli.store import Store, label_of

NOUNS = {"states": "state", "officials": "person", "offices": "office", "bodies": "body", "topics": "topic", "meetings": "meeting"}

LISTED = ("topics", "offices", "bodies")
"""Tables so short that all their ids are told where a name fits none."""

TYPES: dict[str, tuple[str, ...]] = {
    "states": ("member", "observer", *get_args(model.MembershipStatus)),
    "meetings": get_args(model.MeetingKind) + get_args(model.MeetingFormat) + get_args(model.MeetingStatus),
    "documents": get_args(model.DocumentType),
    "bodies": get_args(model.BodyKind),
    "exercises": get_args(model.ExerciseKind) + get_args(model.ExerciseStatus),
    "sources": get_args(model.SourceKind),
}
"""What `--type` takes for each list: the words of the model's vocabularies."""


LINE = 8192
"""So much of a line of standard input is read at once: a name, with many blanks around it."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
"""Characters that stand in files of other kinds than text."""

TREATY_NAMES = ("cst", "dkb", *(fold(name) for name in TREATY.values()))
"""What the treaty is called, which is no body but something to which a state can belong."""

OTHER_WORDS = {
    **dict.fromkeys(("refused", "rejected", "unsigned", "declined"), "not-signed"),
    **dict.fromkeys(("missing", "away"), "absent"),
}
"""What is also typed for a word of the vocabularies, and may say more than it: offered, never taken."""

ONLINE = ("online", "on-line", "video", "virtual", "онлайн", "видео")
"""What is typed for the place of meetings that had none."""

ACTIONS = (*get_args(model.DocumentAction), IN_FORCE)
"""What `--action` takes: what was done with a document, and its entry into force."""


def presences(table: str) -> tuple[str, ...]:
    """What `--presence` takes for a list: of a state and an exercise the record only says that it took part, or that it stayed out."""
    return ("in-person", "absent") if table == "exercises" else get_args(model.Presence)


def given(values: Iterable[str]) -> list[str]:
    """The values, with `-` replaced by the lines of standard input.

    Raises WrongUsage for an empty one, such as an unset variable of a shell gives, for one that is too long to mean anything, and where
    standard input holds no text.
    """
    result: list[str] = []
    for value in values:
        if not value.strip():
            raise WrongUsage("an empty name was typed; leave the option out, or name something")
        refuse_long(value)
        result += _lines() if value == "-" else [value]
    return result


def _lines() -> Iterator[str]:
    """The lines of standard input that hold anything; what is no text or no name is refused before the rest of it is read."""
    while read := sys.stdin.readline(LINE):
        line = read.strip()
        if _NO_TEXT.search(line):
            raise WrongUsage("what came on standard input is no text; names are read from it, one a line")
        refuse_long(line)
        if line:
            yield line


def described(match: Match) -> str:
    """What tells a match from its namesakes: name, id, and for a person the posts."""
    record = match.record
    what = ""
    if match.table == "officials":
        posts = dict.fromkeys(post["office"] for post in record["posts"])
        what = ", ".join(part for part in (record.get("state", ""), *posts) if part)
    return f"{record['id']}  {label_of(record)}" + (f" ({what})" if what else "")


def unknown(resolution: Resolution, noun: str) -> NotInRecord:
    """The error for a name that fits nothing, with the near ones."""
    near = [f"did you mean {described(match)}?" if match.rule == "near" else f"nearest: {described(match)}" for match in resolution.near]
    return NotInRecord(f"no {noun} {resolution.typed!r} in the record; that does not say that there is none", near)


def one_of(store: Store, typed: str, table: str) -> Record:
    """The one record of a table that a name fits; NotInRecord where there is none, WrongUsage where there are several."""
    resolution = resolve(store, typed, (table,))
    if not resolution.matches:
        error = unknown(resolution, NOUNS[table])
        values = [f"they are: {listed(record['id'] for record in store.table(table))}"] if table in LISTED else []
        raise NotInRecord(error.message, [*error.hints, *values])
    if len(resolution.matches) > 1:
        raise WrongUsage(f"{typed!r} fits several; name one by its id", [described(match) for match in resolution.matches])
    return resolution.matches[0].record


def ids_of(store: Store, typed: Sequence[str], table: str) -> frozenset[str] | None:
    """The ids that names mean, one each; None where no name was given."""
    names = given(typed)
    return frozenset(one_of(store, name, table)["id"] for name in names) if typed else None


def meetings_of(store: Store, references: Sequence[str], missing: list[CstoError]) -> tuple[str, ...] | None:
    """The ids of all meetings that any of the references fits; the errors of those that fit none are put into `missing`.

    Raises NotInRecord where no reference fits any, WrongUsage where the first of them has a date that does not exist.
    """
    if not references:
        return None
    found: list[str] = []
    for reference in given(references):
        try:
            found += [meeting["id"] for meeting in _meetings(store, reference)]
        except (NotInRecord, WrongUsage) as error:
            missing.append(error)
    if missing and not found:
        raise missing[0]
    return tuple(dict.fromkeys(found))


def _meetings(store: Store, reference: str) -> list[Record]:
    """The meetings that a reference fits, else those in whose names its words are."""
    found = find_meetings(store, reference, today_utc())
    if not found:
        refuse_impossible(reference)
        found = meetings_named(store, reference)
    if not found:
        raise no_meeting(store, reference)
    return found


def period_of(asked: Asked) -> Days | None:
    """The days asked about: every day option narrows the others; WrongUsage where nothing is left."""
    today = today_utc()
    parts = [asked_days(value, today) for value in (asked.on, asked.year) if value is not None]
    if asked.since is not None:
        parts.append(Days(asked_days(asked.since, today).first, date.max))
    if asked.until is not None:
        parts.append(Days(date.min, asked_days(asked.until, today).last))
    if not parts:
        return None
    period = Days(max(part.first for part in parts), min(part.last for part in parts))
    if period.first > period.last:
        raise WrongUsage("no day is left between the dates given; they exclude each other")
    return period


def period_notes(store: Store, period: Days | None) -> list[str]:
    """What a reader must know of the days asked about: the record ends on meta.as_of."""
    as_of = days_of(store.meta["as_of"]).last
    if period and period.last > as_of and (period.last != date.max or period.first > as_of):
        return [f"the record speaks for days up to {store.meta['as_of']}; for later ones nothing is sure"]
    if period and period.last < EARLIEST:
        return [f"the record speaks of nothing before {EARLIEST.year}"]
    return []


def types_of(table: str, typed: Sequence[str], also: Iterable[str] = ()) -> frozenset[str] | None:
    """`--type` values of the table's vocabulary; WrongUsage, with the valid ones, for any other; None where none was given."""
    return words_of("type", typed, (*TYPES.get(table, ()), *also))


def words_of(what: str, typed: Sequence[str], valid: Sequence[str]) -> frozenset[str] | None:
    """Words of a closed vocabulary, in any case and with blanks or hyphens; WrongUsage, with the valid ones, for any other; None where none
    was given."""
    known = {fold(word): word for word in valid}
    for word in typed:
        if fold(word) not in known:
            meant = OTHER_WORDS.get(fold(word))
            hints = [f"did you mean {meant}?"] if meant in valid else []
            raise WrongUsage(f"no {what} {word!r} here; it is one of: {listed(word.replace(' ', '-') for word in valid)}", hints)
    return frozenset(known[fold(word)] for word in typed) if typed else None


def criteria_of(store: Store, table: str, asked: Asked, missing: list[CstoError]) -> Criteria:
    """What a list was asked for, resolved; every error of a name or a date is raised here, but those of some meeting references among
    several, which are put into `missing`."""
    return Criteria(
        period=period_of(dated(store, asked)),
        states=ids_of(store, asked.state, "states"),
        bodies=_ties_of(store, asked.body) if table == "states" else ids_of(store, asked.body, "bodies"),
        places=known_places(store, table, asked.place),
        offices=ids_of(store, asked.office, "offices"),
        meetings=meetings_of(store, asked.meeting, missing),
        topics=ids_of(store, asked.topic, "topics"),
        types=types_of(table, asked.type, _languages(store) if table == "sources" else ()),
        series=known_series(store, asked.series),
        people=ids_of(store, asked.person, "officials"),
        presence=words_of("presence", asked.presence, presences(table)),
        disputed=asked.disputed,
        actions=words_of("action", asked.action, ACTIONS),
    )


def _ties_of(store: Store, typed: Sequence[str]) -> frozenset[str] | None:
    """What a state can belong to: the bodies, and the treaty, which is none."""
    names = given(typed)
    treaty = [name for name in names if fold(name) in TREATY_NAMES]
    others = ids_of(store, [name for name in names if name not in treaty], "bodies")
    return frozenset({*(others or ()), *(["cst"] if treaty else [])}) if typed else None


def _languages(store: Store) -> list[str]:
    return sorted({source["lang"] for source in store.table("sources") if "lang" in source})


def known_places(store: Store, table: str, typed: Sequence[str]) -> tuple[str, ...] | None:
    """The places as typed, if any record of the list is in each; NotInRecord, with near names, for one that has none."""
    if not typed:
        return None
    tables = [table] if table in LISTINGS else ["meetings", "documents", "exercises"]
    names: set[str] = set()
    for name in tables:
        places = LISTINGS[name].places
        names |= {place for record in store.table(name) for place in (places(store, record) if places else ())}
    return tuple(_known_place(store, place, names) for place in given(typed))


def _known_place(store: Store, typed: str, names: set[str]) -> str:
    """A place as typed, or without the name after its comma of the state in which it is (`Astana, Kazakhstan`); NotInRecord where no
    record is there."""
    if placed(typed, names):
        return typed
    city, _, country = typed.partition(",")
    states = {match.record["id"] for match in resolve(store, country, ("states",)).matches} if country.strip() else set()
    held = [record for table in ("meetings", "exercises") for record in store.table(table)]
    there = [record for record in held if states & {record.get("country"), record.get("host")}]
    if placed(city, names & {name for record in there for name in place_names(store, record.get("place"))}):
        return city
    from rapidfuzz import fuzz, process

    near = process.extract(fold(typed), {name: fold(name) for name in names}, scorer=fuzz.ratio, score_cutoff=70, limit=5)
    hints = [f"did you mean {name}?" for _, _, name in near]
    if fold(typed) in map(fold, ONLINE):
        hints.append("meetings held online: csto meetings --type online")
    raise NotInRecord(f"no place {typed!r} in the record; that does not say that there is none", hints)


def known_series(store: Store, typed: Sequence[str]) -> frozenset[str] | None:
    """Series of exercises, by their own word or by the name that the exercises bear; WrongUsage, with all of them, for any other word."""
    found: list[str] = []
    for name in given(typed):
        named = series_named(store, name)
        if not named:
            raise WrongUsage(f"no series {name!r} here; it is one of: {listed(all_series(store))}")
        found += named
    return frozenset(found) if typed else None
