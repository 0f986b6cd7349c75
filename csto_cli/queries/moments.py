"""The days that a date, or a thing of the record that has one, stands for: `--on crrf-agreement-2009`, `--since astana-2018-05`."""

from __future__ import annotations

import re
from datetime import date

from csto_cli.dates import Days, days_of
from csto_cli.errors import CstoError, NotInRecord, WrongUsage
from csto_cli.model import Record
from csto_cli.names.days import asked_days
from csto_cli.names.lookup import exactly_named, resolve
from csto_cli.names.meetings import find_meetings, nearest_meetings, no_meeting, parse_reference, refuse_impossible
from csto_cli.names.typed import refuse_long
from csto_cli.queries.acts import document_date
from csto_cli.store import Store, label_of

_LIKE_AN_ID = re.compile(r"[a-z]+(-[a-z]+)*-\d{4}")
DATED_TABLES = ("meetings", "documents", "exercises", "chairmanships")
NAMED_TABLES = ("documents", "exercises")


def days_meant(store: Store, typed: str, today: date) -> Days:
    """The days of a date in any form that `names.days.FORMS` lists, else those of the one meeting, document, exercise or turn that fits.

    Raises WrongUsage for what is no date and fits nothing, or fits several things, all listed; NotInRecord for what has the form of an
    id and is none, and for what has no date.
    """
    refuse_long(typed)
    try:
        return asked_days(typed, today)
    except WrongUsage as error:
        table, record = _meant(store, typed, today, error)
    days = _days(store, table, record)
    if days is None:
        raise NotInRecord(f"the record has no date for {record['id']}")
    return days


def thing_meant(store: Store, typed: str, today: date) -> Record | None:
    """The record whose days a day option means; None where it is a plain date. Raises as `days_meant` does."""
    try:
        asked_days(typed, today)
    except WrongUsage as error:
        return _meant(store, typed, today, error)[1]
    return None


def _meant(store: Store, typed: str, today: date, error: WrongUsage) -> tuple[str, Record]:
    """The one thing that fits what is no date, with its table, or of several of the same days the first; `error` says that it is none,
    for what fits nothing."""
    found = _fitting(store, typed, today)
    if not found and _LIKE_AN_ID.match(typed):
        near = [f"did you mean {meeting['id']}?" for meeting in nearest_meetings(store, typed)]
        raise NotInRecord(f"nothing dated in the record fits {typed!r}", near)
    if not found:
        raise _nothing_meant(store, typed, error)
    if len({_days(store, table, record) for table, record in found}) > 1:
        listing = [f"{record['id']}  {label_of(record)}" for _, record in found]
        raise WrongUsage(f"{typed!r} fits {len(found)} things; name one by its id", listing)
    return found[0]


def _nothing_meant(store: Store, typed: str, error: WrongUsage) -> CstoError:
    """The error for what is no date and fits nothing: for `next` alone that there is no such meeting, for words that they could have
    named a thing of the record, else `error` as it is.

    Raises WrongUsage for words with a date that does not exist.
    """
    reference = parse_reference(typed)
    if reference.pick and not reference.words:
        return no_meeting(store, typed)
    if reference.words:
        refuse_impossible(typed)
    if ".." in typed or not any(word[0].isalpha() for word in reference.words):
        return error
    allowed = f"or name a meeting, a document or an exercise that has a date; none fits {typed!r}"
    return WrongUsage(error.message, [*error.hints, allowed])


def _fitting(store: Store, typed: str, today: date) -> list[tuple[str, Record]]:
    """What a reference that is no date can mean: an id, else a whole title, else meetings, else documents and exercises by part of a name.

    Where it has only numbers and months, it is a date that went wrong, and means nothing.
    """
    reference = parse_reference(typed)
    if ".." in typed or not (reference.words or reference.pick):
        return []
    exact = store.find(typed.strip())
    if exact and exact[0] in DATED_TABLES:
        return [exact]
    titled = exactly_named(store, typed, NAMED_TABLES)
    if titled:
        return [(match.table, match.record) for match in titled]
    meetings = find_meetings(store, typed, today)
    if meetings or reference.pick:
        return [("meetings", meeting) for meeting in meetings]
    named = [(match.table, match.record) for match in resolve(store, typed, NAMED_TABLES).matches]
    return [(table, record) for table, record in named if _of_the_year(store, table, record, reference.year)]


def _of_the_year(store: Store, table: str, record: Record, year: str | None) -> bool:
    """Whether a thing is of the year typed beside its name, if one was: a title can name the year of another thing."""
    days = _days(store, table, record)
    return year is None or days is None or days.first.year <= int(year) <= days.last.year


def _days(store: Store, table: str, record: Record) -> Days | None:
    if table == "documents":
        dated = document_date(store, record)
        return days_of(dated) if dated else None
    first, last = (record.get("date"), record.get("end_date")) if table == "meetings" else (record.get("start"), record.get("end"))
    if not (first or last):
        return None
    return Days(days_of(first or last or "").first, days_of(last or first or "").last)
