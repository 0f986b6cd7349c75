"""The days that a date, or a thing of the record that has one, stands for: `--on crrf-agreement-2009`, `--since astana-2018-05`."""

from __future__ import annotations

import re
from datetime import date

from csto_cli.dates import Days, asked_days, days_of
from csto_cli.errors import NotInRecord, WrongUsage
from csto_cli.model import Record
from csto_cli.names.lookup import resolve
from csto_cli.names.meetings import find_meetings, nearest_meetings, parse_reference
from csto_cli.queries.acts import document_date
from csto_cli.store import Store, label_of

_LIKE_AN_ID = re.compile(r"[a-z]+(-[a-z]+)*-\d{4}")
DATED_TABLES = ("meetings", "documents", "exercises", "chairmanships")


def days_meant(store: Store, typed: str, today: date) -> Days:
    """The days of a date in any form that `dates.FORMS` lists, else those of the one meeting, document, exercise or turn that fits.

    Raises WrongUsage for what is no date and fits nothing, or fits several things, all listed; NotInRecord for what has the form of an
    id and is none, and for what has no date.
    """
    try:
        return asked_days(typed, today)
    except WrongUsage as error:
        found = _fitting(store, typed, today)
        if not found and _LIKE_AN_ID.match(typed):
            near = [f"did you mean {meeting['id']}?" for meeting in nearest_meetings(store, typed)]
            raise NotInRecord(f"nothing dated in the record fits {typed!r}", near) from None
        if not found:
            raise error
    if len(found) > 1:
        listing = [f"{record['id']}  {label_of(record)}" for _, record in found]
        raise WrongUsage(f"{typed!r} fits {len(found)} things; name one by its id", listing)
    days = _days(store, *found[0])
    if days is None:
        raise NotInRecord(f"the record has no date for {found[0][1]['id']}")
    return days


def _fitting(store: Store, typed: str, today: date) -> list[tuple[str, Record]]:
    """What a reference that is no date can mean: an id, else meetings, else documents and exercises by name.

    Where it has only numbers and months, it is a date that went wrong, and means nothing.
    """
    reference = parse_reference(typed)
    if ".." in typed or not (reference.words or reference.pick):
        return []
    exact = store.find(typed.strip())
    if exact and exact[0] in DATED_TABLES:
        return [exact]
    meetings = find_meetings(store, typed, today)
    if meetings or reference.pick:
        return [("meetings", meeting) for meeting in meetings]
    return [(match.table, match.record) for match in resolve(store, typed, ("documents", "exercises")).matches]


def _days(store: Store, table: str, record: Record) -> Days | None:
    if table == "documents":
        dated = document_date(store, record)
        return days_of(dated) if dated else None
    first, last = (record.get("date"), record.get("end_date")) if table == "meetings" else (record.get("start"), record.get("end"))
    if not (first or last):
        return None
    return Days(days_of(first or last or "").first, days_of(last or first or "").last)
