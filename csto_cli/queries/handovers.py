"""Who followed whom in an office, and who left it with nobody after him.

A handover is known as days on which it can have happened: the day on which the successor began, else any from the last on which the
predecessor surely sat to the first on which the successor surely did. It is *yes* where all of those lie in the period asked about,
*possibly* where only some do. Who left long before a successor came handed nothing over: the one left office, the other took it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from csto_cli.dates import Certainty, Days, certainty_in, days_of, surest
from csto_cli.disputes import dated_by, spans_given
from csto_cli.queries.holders import NEAR_DAYS, Holding, all_holdings
from csto_cli.queries.indexes import offices_of_several
from csto_cli.queries.vacancies import SeatKey
from csto_cli.store import Store

GAP = 31
"""Days between two posts that are still one time in office of one person, and between two persons one handover."""


class Handover(NamedTuple):
    """`before` out of a seat, `after` into it (None: the record names nobody); `date` as a source states it, `days` on which it can have
    been, `certainty` whether it was in the period asked about."""

    before: Holding | None
    after: Holding | None
    date: str | None
    days: Days
    certainty: Certainty

    @property
    def holding(self) -> Holding:
        """The successor's, else the predecessor's."""
        holding = self.after or self.before
        assert holding is not None
        return holding


def handovers(store: Store, period: Days) -> Iterator[Handover]:
    """Every handover of every seat, those outside the period too, which are *no* of it.

    An office of several has arrivals and departures only: nobody there follows anybody.
    """
    seats: dict[SeatKey, list[Holding]] = {}
    for holding in all_holdings(store):
        seats.setdefault(holding.seat, []).append(holding)
    several = offices_of_several(store)
    for (office, _), held in seats.items():
        yield from _comings_and_goings(held, period) if office in several else _one_after_another(held, period)


def _comings_and_goings(held: Iterable[Holding], period: Days) -> Iterator[Handover]:
    for holding in held:
        yield from _arrival(None, holding, period)
        yield from _departure(holding, period)


def _one_after_another(held: list[Holding], period: Days) -> Iterator[Handover]:
    """Each holder of a seat for one after the one before; who left with nobody after him in the period; undated ones are no part.

    A departure that the arrival of the successor tells is told by itself too where it is the surer. A holding whose end is too coarse for a
    sure day has no place in the line: it is told by itself, and nobody whom it can have parted handed anything over.
    """
    coarse = [holding for holding in held if not holding.sure and "end" in holding.post]
    line = sorted((holding for holding in held if holding.sure or {"start", "end"} & holding.post.keys() == {"start"}), key=_place)
    for before, after in zip([None, *line], [*line, None], strict=True):
        if before and after and _goes_on(before, after):
            continue
        predecessor = before if before and after and _handed_over(before, after) and not _parted(before, after, coarse) else None
        arrived = list(_arrival(predecessor, after, period, before)) if after else []
        told = surest(handover.certainty for handover in arrived if predecessor)
        yield from (left for left in (_departure(before, period) if before else ()) if surest((left.certainty, told)) != told)
        yield from arrived
    yield from _comings_and_goings(coarse, period)


def _parted(before: Holding, after: Holding, coarse: Iterable[Holding]) -> bool:
    """Whether the seat was another's between two who sat in it, or can have been: only one person's own in another way is no parting."""
    if before.person["id"] == after.person["id"] and not _confirmed(before, after):
        return True
    first, last = _there(before), _come(after)
    return any(other.possible.first <= last and other.possible.last >= first for other in coarse)


def _confirmed(before: Holding | None, after: Holding | None) -> bool:
    """Whether a person holds an office on in another way: acting, then not."""
    return bool(before and after and before.person["id"] == after.person["id"] and before.post.get("acting") != after.post.get("acting"))


def _goes_on(before: Holding, after: Holding) -> bool:
    """Whether two posts are one time in office: the same person in the same way, with no gap of more than a month that dates show, and
    the first not said to have ended, nobody says when, before the second began."""
    if before.person["id"] != after.person["id"] or _confirmed(before, after):
        return False
    end, start = before.post.get("end"), after.post.get("start")
    if start and not end and before.post["status"] == "ended":
        return False
    return not (end and start) or (days_of(start).first - days_of(end).last).days <= GAP


def _handed_over(before: Holding, after: Holding) -> bool:
    """Whether `after` can have followed `before` at once, or surely did within a month; one whose start nobody states can have.

    Whom no source shows in office for years before is no predecessor that the record could name.
    """
    apart = (_come(after) - _there(before)).days
    touching = "start" not in after.post or after.possible.first - before.possible.last <= timedelta(1)
    return apart <= GAP or (touching and apart <= NEAR_DAYS)


def _come(holding: Holding) -> date:
    """The day by which one who has a place in the line had surely come: the first sure one, else the last on which he can have."""
    assert holding.around is not None
    return holding.sure.first if holding.sure else holding.around.last


def _there(holding: Holding) -> date:
    """The day before which one who has a place in the line had surely not gone: the last sure one, else the first on which he can have
    come."""
    assert holding.around is not None
    return holding.sure.last if holding.sure else holding.around.first


def _place(holding: Holding) -> tuple[date, date, str]:
    return _come(holding), _there(holding), str(holding.person["id"])


def _arrival(before: Holding | None, after: Holding, period: Days, earlier: Holding | None = None) -> Iterator[Handover]:
    """`after` in the seat of `before` (None: the record names nobody before); nothing where no day of it is known.

    Where nobody states the day, it lies between the last day on which `earlier`, who held the seat at some time before, was surely there
    and the first sure one of `after`.
    """
    start = after.post.get("start")
    if start is not None:
        yield Handover(before, after, start, days_of(start), dated_by(spans_given(after.post, "start"), period))
    elif earlier is not None:
        days = Days(min(_there(earlier), _come(after)), _come(after))
        yield Handover(before, after, None, days, certainty_in(days, None, period))


def _departure(before: Holding, period: Days) -> Iterator[Handover]:
    """Who left office on a stated day."""
    end = before.post.get("end")
    if end is not None:
        yield Handover(before, None, end, days_of(end), dated_by(spans_given(before.post, "end"), period))
