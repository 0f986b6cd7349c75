"""Dates known to the year, month or day, spans with unknown ends, and what can be said of a day.

A stored date is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (the calendar dates of ISO 8601-1), optionally followed by `~` (about)
or `?` (uncertain), the level-1 qualifiers of EDTF (ISO 8601-2). It stands for every day it could be: `2018-05` for any day of
that May; a qualified date for one unit of its own precision more on either side.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple, TypeGuard

Certainty = Literal["yes", "possibly", "no"]

_STORED = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)")
_TWO_DAYS = re.compile(r"([0-9]{4}-[0-9]{2}-)([0-9]{2})/([0-9]{2})")


class Days(NamedTuple):
    """Every day from `first` to `last`, both inclusive."""

    first: date
    last: date

    def overlaps(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: Days) -> bool:
        """Whether all of this lies inside `other`."""
        return other.first <= self.first and self.last <= other.last


ALWAYS = Days(date.min, date.max)
EARLIEST = date(1990, 1, 1)
"""The record speaks of nothing before this day, when neither the treaty nor its states were there; it bounds unknown starts."""


@lru_cache(maxsize=65536)
def days_of(stored: str) -> Days:
    """The days that a stored date can be.

    Raises ValueError for a form or a day that does not exist (`2018-02-30`).
    """
    match = _STORED.fullmatch(stored)
    if not match:
        raise ValueError(f"{stored!r} is not a date")
    year, month, day, qualifier = match.groups()
    days = _calendar_days(int(year), int(month) if month else None, int(day) if day else None)
    return _widened(days, stored) if qualifier else days


def surest(answers: Iterable[Certainty]) -> Certainty:
    """Of several answers to one question the surest: *yes* if any is, else *possibly* if any is, else *no*."""
    found = set(answers)
    return "yes" if "yes" in found else "possibly" if "possibly" in found else "no"


def is_date(stored: object) -> TypeGuard[str]:
    """Whether a value is a stored date: of the form, and of days that exist."""
    if not isinstance(stored, str):
        return False
    try:
        days_of(stored)
    except ValueError:
        return False
    return True


def two_days(given: object) -> tuple[str, str] | None:
    """The first and the last day of `2000-05-24/25`, as written and perhaps on no calendar; None of a value of another form."""
    match = _TWO_DAYS.fullmatch(given) if isinstance(given, str) else None
    return (match[1] + match[2], match[1] + match[3]) if match else None


def dates_in(given: object) -> list[str]:
    """The dates in a value of a source that disagrees: one, the first and the last day of `2000-05-24/25`, or none."""
    return [date for date in two_days(given) or (given,) if is_date(date)]


def is_exact(stored: str | None) -> bool:
    """Whether a stored date is one known day."""
    return stored is not None and len(stored) == 10


def _calendar_days(year: int, month: int | None, day: int | None) -> Days:
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    return Days(date(year, month, day), date(year, month, day))


def _widened(days: Days, stored: str) -> Days:
    """One unit of the date's own precision more on either side, as far as the calendar reaches."""
    bare = stored[:-1]
    before = days.first - timedelta(1) if days.first > date.min else days.first
    after = days.last + timedelta(1) if days.last < date.max else days.last
    if len(bare) == 10:
        return Days(before, after)
    if len(bare) == 7:
        return Days(before.replace(day=1), _calendar_days(after.year, after.month, None).last)
    return Days(before.replace(month=1, day=1), after.replace(month=12, day=31))


def span_of(start: str | None, end: str | None) -> Days:
    """The days that a record from `start` to `end` can touch; a missing `end` means a single date."""
    first = days_of(start) if start else ALWAYS
    last = days_of(end) if end else first
    return Days(first.first, max(first.last, last.last))


def surely_filled(touched: Sequence[Days]) -> Days | None:
    """The days that something unbroken surely filled, of which some day lies in each of `touched`: its first, its last, one on which it was
    seen. They go from the first of their last days to the last of their first ones; None where that is no day, as with one month only."""
    if not touched:
        return None
    first, last = min(days.last for days in touched), max(days.first for days in touched)
    return Days(first, last) if first <= last else None


def shared(spans: Sequence[Days]) -> Days | None:
    """The days that lie in all of these; None where none do."""
    if not spans:
        return None
    first, last = max(days.first for days in spans), min(days.last for days in spans)
    return Days(first, last) if first <= last else None


def sure_span(start: str | None, end: str | None) -> Days | None:
    """The days that something from `start` to `end`, its last day, surely filled; None where no day is sure.

    A start or an end known to the day is such a day by itself, whatever is known of the other.
    """
    touched = [days_of(stored) for stored in (start, end) if stored is not None]
    return surely_filled(touched) if touched and touched[0].first <= touched[-1].last else None


def certainty_in(span: Days, core: Days | None, period: Days) -> Certainty:
    """Whether something touched `period`: it surely filled `core` (None: no day is sure) and nothing outside `span`."""
    if core is not None and core.overlaps(period):
        return "yes"
    if span.within(period):
        return "yes"
    return "possibly" if span.overlaps(period) else "no"


def lasted_in(start: str | None, end: str | None, span: Days, period: Days) -> Certainty:
    """Whether something from `start` to `end`, its last day, was there on any day of `period`; None: nobody says, but it was nowhere
    outside `span`."""
    if any(days_of(stored).within(period) for stored in (start, end) if stored is not None):
        return "yes"
    return certainty_in(span, sure_span(start, end), period)


def dated_in(start: str | None, end: str | None, period: Days) -> Certainty:
    """Whether a thing dated `start` (to `end`) happened in `period`: *possibly* where its date is too coarse to tell."""
    if start is None and end is None:
        return "possibly"
    first = days_of(start or end or "")
    last = days_of(end or start or "")
    return lasted_in(start, end, Days(first.first, last.last), period)


def merged(spans: list[Days]) -> list[Days]:
    """The spans in order, those that overlap or follow each other without a day between made one."""
    result: list[Days] = []
    for span in sorted(spans):
        if result and (span.first - result[-1].last).days <= 1:
            result[-1] = Days(result[-1].first, max(result[-1].last, span.last))
        else:
            result.append(span)
    return result


def said(days: Days) -> str:
    """`2018-05-24` or `2018-05-24 to 2018-06-01`."""
    return str(days.first) if days.first == days.last else f"{days.first} to {days.last}"


def today_utc() -> date:
    """The calendar day now in Universal Time; asked for only by the door, so that every question takes its day as an argument."""
    return datetime.now(UTC).date()
