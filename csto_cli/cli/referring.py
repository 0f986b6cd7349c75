"""A reference as typed -> the records that it means: an id, a meeting reference or a name; several words as one name or as one each."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress

from csto_cli.cli.asking import given
from csto_cli.dates import today_utc
from csto_cli.errors import CstoError, NotInRecord, WrongUsage, listed
from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.names.fold import fold
from csto_cli.names.lookup import NAMED_TABLES, Resolution, exactly_named, resolve, sounding_states
from csto_cli.names.meetings import find_meetings, meetings_named, nearest_meetings, no_meeting, parse_reference, refuse_impossible
from csto_cli.names.typed import is_long
from csto_cli.names.vocabulary import CHAIR, COUNCIL, LINKING, ORGANISATION
from csto_cli.store import Store

SHOWN_TABLES = (*NAMED_TABLES, "topics", "documents", "exercises")
"""The tables whose records a name means, where any thing of the record is asked for."""

MANY = 9
"""A word that fits more records than these is no name of its own where it was typed beside others: `agreement`, `the`."""


def given_names(typed: list[str]) -> bool:
    """Whether anything but blanks was typed."""
    return any(name.strip() for name in typed)


def resolutions(store: Store, typed: list[str]) -> tuple[list[Resolution], list[str]]:
    """What the words typed mean: all of them as one name if they fit something so, else each as a name of its own; nothing where one of
    them is too loose for that, which is said beside it."""
    names = given(typed)
    if len(names) == 1 or "-" in typed:
        return [resolve(store, name) for name in names], []
    together = " ".join(names)
    whole = Resolution(together, [], []) if is_long(together) else resolve(store, together)
    if whole.matches:
        return [whole], []
    single = [resolve(store, name) for name in names]
    loose = [hint for item in single for hint in _loose(item.typed, len(item.matches))]
    return ([whole], loose) if loose else (single, [])


def _loose(word: str, fits: int) -> list[str]:
    """What is said of a word that fits too much to be a name of its own; a date may fit many meetings."""
    is_loose = fits > MANY and not any(character.isdigit() for character in word)
    return [f"{word!r} by itself fits {fits} records"] if is_loose else []


def _is_date(reference: str) -> bool:
    """Whether a reference is a day, or days, and no more."""
    with suppress(WrongUsage):
        asked_days(reference, today_utc())
        return True
    return False


def chair_note(name: str, on: str | None = None) -> list[str]:
    """For who asks for the chair and names no body in which somebody has it: that a state is in the chair of the organisation."""
    day = f" --on {shlex.quote(on)}" if on else ""
    words = set(fold(name).split()) - LINKING - ORGANISATION
    meant = words & CHAIR and words <= CHAIR | COUNCIL
    return [f"a state is in the chair of the organisation, and its head presides: csto chairs{day}"] if meant else []


def all_referred(store: Store, typed: list[str]) -> tuple[list[tuple[str, Record]], list[CstoError]]:
    """The records that the words mean (all of them as one reference if they fit something so, and are not each a reference of its own),
    and an error for each that means nothing.

    Raises NotInRecord where none of them means anything, or one is too loose to be a reference beside the others, WrongUsage where only
    blanks were typed.
    """
    if not given_names(typed):
        raise WrongUsage("name an id, a meeting or anything in the record")
    references = given(typed)
    together: CstoError | None = None
    phrase = " ".join(references)
    if len(references) > 1 and "-" not in typed and not is_long(phrase) and not all(stands_alone(store, part) for part in references):
        try:
            return referred(store, phrase), []
        except (NotInRecord, WrongUsage) as error:
            together = error
        if _is_date(phrase):
            raise together
    found: list[tuple[str, Record]] = []
    missing: list[CstoError] = []
    for reference in references:
        try:
            records = referred(store, reference)
        except (NotInRecord, WrongUsage) as error:
            missing.append(error)
            continue
        if together and (loose := _loose(reference, len(records))):
            raise NotInRecord(together.message, [*together.hints, *loose])
        found += records
    if missing and not found:
        raise together or missing[0]
    return found, missing


def stands_alone(store: Store, reference: str) -> bool:
    """Whether a word is a reference of its own, not a part of one with those beside it: an id, a whole name, `latest-csc`."""
    parsed = parse_reference(reference)
    return bool(store.find(reference.strip()) or exactly_named(store, reference, NAMED_TABLES) or (parsed.pick and parsed.words))


def referred(store: Store, reference: str) -> list[tuple[str, Record]]:
    """The records that a reference means: by id or full name, else as a meeting reference, else by part of a name.

    Raises NotInRecord, with what is near, where it means none.
    """
    exact = store.find(reference.strip())
    if exact:
        return [exact]
    named = exactly_named(store, reference, SHOWN_TABLES) or sounding_states(store, reference)
    if named:
        return [(match.table, match.record) for match in named]
    meetings = find_meetings(store, reference, today_utc())
    if meetings:
        return [("meetings", meeting) for meeting in meetings]
    if parse_reference(reference).pick:
        raise no_meeting(store, reference)
    resolution = resolve(store, reference, SHOWN_TABLES)
    if resolution.matches:
        return [(match.table, match.record) for match in resolution.matches]
    refuse_impossible(reference)
    if meetings := meetings_named(store, reference):
        return [("meetings", meeting) for meeting in meetings]
    near = [match.record["id"] for match in resolution.near if match.rule == "near"]
    meetings_near = [meeting["id"] for meeting in nearest_meetings(store, reference)]
    dated = any(character.isdigit() for character in reference)
    offered = (meetings_near + near if dated else near + meetings_near)[:6]
    hints = [*other_ways(store, reference), *(f"did you mean {record_id}?" for record_id in offered)]
    if re.fullmatch(r"[^:]+:[a-z_]+(:\d+)?", reference):
        hints.insert(0, f"a part of a record is cited: csto cite {reference}")
    raise NotInRecord(f"nothing in the record fits {reference!r}", hints)


def other_ways(store: Store, reference: str) -> list[str]:
    """The command that finds what a reference can have meant that is no name: a day, or words of a text."""
    from csto_cli.queries.search import search  # loads SQLite, of which no other answer has need

    if _is_date(reference):
        return [f"what happened then: csto timeline --on {shlex.quote(reference)}"]
    found = search(store, reference) if len(reference.split()) > 1 else None
    if not found or found.alike or not found.hits:
        return []
    best = listed(hit.record["id"] for hit in found.hits[:3])
    return [f"csto search {shlex.quote(reference)} finds {len(found.hits)}, first {best}"]
