"""Gaps in time: days on which the record knows nobody in an office, years in which it knows no meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from csto_cli.checks.problem import Problem, warning
from csto_cli.dates import Days, days_of, merged, said
from csto_cli.model import Record
from csto_cli.queries.holders import Holding, all_holdings
from csto_cli.queries.unfilled import beside
from csto_cli.queries.vacancies import SeatKey, empty_seats
from csto_cli.store import Store

FROM = date(2002, 1, 1)
MEETINGS_FROM = 2003
VACANT = 7
"""Offices stand empty for some days between two holders; a shorter gap than this is no gap of the record."""

STATE_OFFICES = ("head-of-state", "foreign-minister", "defence-minister", "security-council-secretary")
YEARLY_BODIES = ("csc", "cfm", "cdm", "cssc")

PREMIER_SITS = {"armenia": date(2018, 4, 9)}
"""States whose head of government sits in the Council, and since when: Armenia since it became a parliamentary republic."""


def offices_without_holder(store: Store) -> Iterator[Problem]:
    """For each member state, the days since 2002 on which nobody is surely in an office that sits in an organ, nor it surely
    vacant."""
    seats: dict[SeatKey, list[Holding]] = {}
    for holding in all_holdings(store):
        for seat in holding.filled:
            seats.setdefault(seat, []).append(holding)
    offices = {office["id"] for office in store.table("offices")}
    empty = empty_seats(store)
    for state in store.table("states"):
        for office, member in _seats_of(store, state):
            if office in offices:
                seat = (office, state["id"])
                for days, between in gaps_in(seats.get(seat, []), member, empty.get(seat, [])):
                    yield warning("states", state["id"], office, f"nobody surely in office {said(days)}{between}")
    if "secretary-general" in offices:
        whole = Days(date(2003, 4, 28), days_of(store.meta["as_of"]).last)
        for days, between in gaps_in(seats.get(("secretary-general", "csto"), []), whole, []):
            yield warning("offices", "secretary-general", "", f"nobody surely in office {said(days)}{between}")


def _seats_of(store: Store, state: Record) -> Iterator[tuple[str, Days]]:
    """The offices of a member that sit in an organ, each with the days for which its holder is wanted."""
    for member in member_days(store, state):
        turn = PREMIER_SITS.get(state["id"])
        for office in STATE_OFFICES:
            if office == "head-of-state" and turn:
                yield from _within("head-of-state", member.first, min(member.last, turn - timedelta(1)))
                yield from _within("head-of-government", max(member.first, turn), member.last)
            else:
                yield office, member


def _within(office: str, first: date, last: date) -> Iterator[tuple[str, Days]]:
    if first <= last:
        yield office, Days(first, last)


def member_days(store: Store, state: Record) -> list[Days]:
    """The days since 2002 on which a state of the organisation was a member of it or of the treaty."""
    ties = [tie for tie in state["memberships"] if tie["role"] == "member" and tie["organization"] in ("cst", "csto")]
    if not any(tie["organization"] == "csto" for tie in ties):
        return []
    as_of = days_of(store.meta["as_of"]).last
    spans = []
    for tie in ties:
        first = max(days_of(tie["start"]).last, FROM) if "start" in tie else FROM
        last = min(days_of(tie["end"]).first, as_of) if "end" in tie else as_of
        if first <= last and ("end" in tie or tie["status"] != "ended"):
            spans.append(Days(first, last))
    return merged(spans)


def gaps_in(holdings: list[Holding], wanted: Days, empty: list[Days]) -> Iterator[tuple[Days, str]]:
    """The stretches of `wanted` that no holding surely fills and that lie in no days of a known vacancy (`empty`), each with the holders
    on either side in words."""
    filled = merged([*(holding.sure for holding in holdings if holding.sure), *empty])
    first = wanted.first
    for span in [*filled, Days(wanted.last + timedelta(1), date.max)]:
        last = min(span.first - timedelta(1), wanted.last)
        if (last - first).days + 1 > VACANT:
            yield Days(first, last), _between(holdings, Days(first, last))
        first = max(first, span.last + timedelta(1)) if span.last < date.max else date.max
        if first > wanted.last:
            return


def _between(holdings: list[Holding], gap: Days) -> str:
    """Who held the office before and after a gap."""
    before, after = beside(holdings, gap)
    return (f", after {before.person['id']}" if before else "") + (f", before {after.person['id']}" if after else "")


def years_without_meeting(store: Store) -> Iterator[Problem]:
    """For each organ, the years since 2003 of which the record knows no meeting; cancelled ones do not count."""
    last = days_of(store.meta["as_of"]).last.year
    bodies = {body["id"] for body in store.table("bodies")}
    for body in YEARLY_BODIES:
        met = {days_of(m["date"]).first.year for m in store.table("meetings") if body in m["bodies"] and m["status"] != "cancelled"}
        for year in range(MEETINGS_FROM, last + 1):
            if body in bodies and year not in met:
                yield warning("bodies", body, str(year), "no meeting of that year in the record")


def years_without_chairmanship(store: Store) -> Iterator[Problem]:
    """The years since 2003 in which no state is known in the chair."""
    spans = []
    for record in store.table("chairmanships"):
        first = days_of(record["start"]).first.year if "start" in record else None
        last = days_of(record["end"]).last.year if "end" in record else first
        spans.append((first or last, last))
    for year in range(MEETINGS_FROM, days_of(store.meta["as_of"]).last.year + 1):
        if not any(first and last and first <= year <= last for first, last in spans):
            yield warning("bodies", "csto", str(year), "no state known in the chair")


CHECKS = (offices_without_holder, years_without_meeting, years_without_chairmanship)
"""Every check of gaps in time."""
