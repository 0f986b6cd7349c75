"""The times next to some days among those that a seat was taken, or empty: who can have held it between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from csto_cli.dates import Days


class Neighbours:
    """The sure days of all who held one seat, and those on which it stood empty, sorted so that the nearest before and after some days are
    found at once."""

    def __init__(self, sure: list[Days]) -> None:
        self._by_last = sorted((days.last, days.first) for days in sure)
        self._by_first = sorted((days.first, days.last) for days in sure)

    def last_day_before(self, days: Days) -> date | None:
        """The latest last day of a holding that ended by the first of `days`, having begun before it."""
        at = bisect_right(self._by_last, (days.first, date.max)) - 1
        while at >= 0 and self._by_last[at][1] >= days.first:
            at -= 1
        return self._by_last[at][0] if at >= 0 else None

    def first_day_after(self, days: Days) -> date | None:
        """The earliest first day of a holding that began no sooner than the last of `days`, and lasted beyond it."""
        at = bisect_left(self._by_first, (days.last, date.min))
        while at < len(self._by_first) and self._by_first[at][1] <= days.last:
            at += 1
        return self._by_first[at][0] if at < len(self._by_first) else None
