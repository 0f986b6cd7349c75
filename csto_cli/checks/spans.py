"""What can be said of two stretches of time when their ends are coarse or missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from csto_cli.dates import ALWAYS, Days, days_of


def possible_span(start: str | None, end: str | None) -> Days:
    """The days that something from `start` to `end` can have filled; a missing end is open."""
    return Days(days_of(start).first if start else ALWAYS.first, days_of(end).last if end else ALWAYS.last)


def beyond_handover(one: Days, other: Days) -> Days | None:
    """The days that two spans share, unless it is one day, on which the one handed over to the other."""
    shared = Days(max(one.first, other.first), min(one.last, other.last))
    return shared if shared.first < shared.last else None


def out_of_order(places: Sequence[Days | None]) -> Iterator[tuple[int, int]]:
    """Each place all of whose days lie before those of an earlier place, with the latest of these; None: its days are not known."""
    latest: tuple[Days, int] | None = None
    for place, days in enumerate(places):
        if days is None:
            continue
        if latest and days.last < latest[0].first:
            yield place, latest[1]
        if latest is None or days.first > latest[0].first:
            latest = (days, place)
