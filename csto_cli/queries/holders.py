"""Who held which office on a day, and how sure that is.

A holding is one unbroken time in an office. What is known of it has two layers: the days it surely filled (from its start, or the
first day that a source attests, to its end, the last attested day, or meta.as_of where it is current; of a month or a year in which a
source shows somebody in office, some day is meant) and the days it can have filled, those by dates that other sources give among them.
The second is cut back where somebody else surely sat in a seat for one, in the office or in its place, or where it stood empty: an
unbroken holding cannot reach across that.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from csto_cli.dates import ALWAYS, EARLIEST, Certainty, Days, certainty_in, days_of, is_exact, merged, shared, surely_filled
from csto_cli.disputes import disputed_dates
from csto_cli.model import Record
from csto_cli.queries.indexes import offices_of_several
from csto_cli.queries.neighbours import Neighbours
from csto_cli.queries.seats import offices_of, present_at
from csto_cli.queries.vacancies import SeatKey, Seats, empty_seats
from csto_cli.store import Store

FOLLOWED_BY = {"csc": "csto"}
"""The organisation took the place of the Council of the Treaty, whose Secretary General its own followed: they are one line of holders."""

NEAR_DAYS = 5 * 366
"""How many days may lie between a day and the nearest one on which somebody surely held an office, for an answer about it to name him."""


class Holding(NamedTuple):
    """One post of one official: the record of each, the seat, the sure and the possible days, and the dates at which sources show him in
    it, in order; a month or a year only where no day in it is known as surely."""

    person: Record
    post: Record
    office: str
    state: str | None
    sure: Days | None
    possible: Days
    attested: list[str]

    @property
    def seats(self) -> frozenset[str]:
        """The offices for which the holding counts."""
        return offices_of(self.post)

    @property
    def seat(self) -> SeatKey:
        """The seat of its own: what two holdings have in common of which the one can have followed the other."""
        return self.office, self._whose

    @property
    def filled(self) -> frozenset[SeatKey]:
        """Every seat in which nobody else sat meanwhile: its own, and that of the office in whose place it stood."""
        return frozenset((office, self._whose) for office in self.seats)

    @property
    def _whose(self) -> str | None:
        organization = self.post.get("organization")
        return FOLLOWED_BY.get(organization or "", organization) or self.state

    @property
    def seen(self) -> Days | None:
        """From the first to the last day on which sources can show him in it; None where none does."""
        return spanned(self.attested)

    @property
    def around(self) -> Days | None:
        """Days on one of which at least he surely held it: the sure ones, else the month or the year in which he came, went or was seen;
        None where nothing is known."""
        return self.sure or shared(_known(self.post, self.attested))

    def on(self, period: Days) -> Certainty:
        """Whether the person held the office on any day of `period`."""
        certainty = certainty_in(self.possible, self.sure, period)
        return "yes" if certainty == "possibly" and self.around and self.around.within(period) else certainty


def certain_dates(dates: Iterable[str]) -> list[str]:
    """The dates without those that are uncertain themselves (`2014-08-18?`), from which nothing is sure."""
    return [date for date in dates if not date.endswith("?")]


def spanned(dates: Iterable[str]) -> Days | None:
    """From the first to the last day that dates can be; None where there are none."""
    days = [days_of(date) for date in dates]
    return Days(min(first for first, _ in days), max(last for _, last in days)) if days else None


Held = tuple[Holding, Certainty | None]
"""A holding, and how sure it is that it was so on the days asked about (None: no days were)."""


@lru_cache(maxsize=2)
def all_holdings(store: Store, state: str | None = None) -> list[Holding]:
    """Every holding of the record (of one state's officials, where a state is named), each seat's others taken into account; in the
    order of the record."""
    as_of = days_of(store.meta["as_of"]).last
    attended = _attended(store)
    founded = {body["id"]: days_of(body["founded"]).first for body in store.table("bodies") if "founded" in body}
    plain = [
        _holding(person, post, as_of, _attendance_of(person, post, attended), founded.get(post.get("organization")))
        for person in store.table("officials")
        if state in (None, person.get("state"))
        for post in person["posts"]
    ]
    seats: dict[SeatKey, list[Holding]] = {}
    own: dict[tuple[str, SeatKey], list[Holding]] = {}
    for holding in plain:
        own.setdefault((holding.person["id"], holding.seat), []).append(holding)
        for seat in holding.filled:
            seats.setdefault(seat, []).append(holding)
    several = offices_of_several(store)
    empty = empty_seats(store)
    # Nobody held on across days on which the seat was another's, or stood empty; who acted in it can have done so while it did.
    sure = {seat: [holding.sure for holding in held if holding.sure] for seat, held in seats.items()}
    neighbours = {seat: Neighbours([*spans, *empty.get(seat, ())]) for seat, spans in sure.items()}
    holders = {seat: Neighbours(sure[seat]) for seat in empty if seat in sure}

    def cut(holding: Holding) -> Holding:
        for seat in _for_one(holding, several):
            beside = holders if holding.post.get("acting") and seat in holders else neighbours
            holding = _cut(holding, beside[seat])
        others = [other.sure for other in own[holding.person["id"], holding.seat] if other.sure and other.post is not holding.post]
        return _cut(holding, Neighbours(others)) if others else holding

    return [cut(holding) for holding in plain]


def _for_one(holding: Holding, several: frozenset[str]) -> list[SeatKey]:
    """The seats that it filled in which only one sits at a time."""
    return [(office, whose) for office, whose in holding.filled if office not in several]


def seat_label(store: Store, office: str, whose: str | None, lang: str = "en") -> str:
    """`Minister of defence, Kazakhstan`: an office with the name of its state or body, unless its own English name tells that already."""
    if not whose or store.label(whose).removesuffix(" of the CSTO") in store.label(office):
        return store.label(office, lang)
    return f"{store.label(office, lang)}, {store.label(whose, lang)}"


def in_order(store: Store, holdings: list[Holding]) -> list[Holding]:
    """By office in the record's order, then state, then time."""
    order = {office["id"]: office.get("order", 999) for office in store.table("offices")}
    return sorted(holdings, key=lambda h: (order.get(h.office, 999), h.office, h.state or "", _when(h), h.person["id"]))


def by_time(held: list[Held]) -> list[Held]:
    """The holdings of one person in the order in which he held them; those of which no day is known come last."""
    return sorted(held, key=lambda pair: _when(pair[0]))


def by_seat(holdings: list[Held]) -> list[Held]:
    """The holdings of one seat in each state by time, whatever the office in which it was filled."""
    return sorted(holdings, key=lambda pair: (pair[0].state or "", _when(pair[0]), str(pair[0].person["id"])))


def acted(store: Store, person: str | None, office: str | None, period: Days) -> bool:
    """Whether somebody who sat in an office in these days was surely only acting in it."""
    held = [holding for holding in all_holdings(store) if holding.office == office and holding.person["id"] == person]
    sure = [holding for holding in held if holding.on(period) == "yes"]
    return bool(sure) and all(holding.post.get("acting") for holding in sure)


def _when(holding: Holding) -> tuple[bool, date, date]:
    """By the first sure day; where none is, who came in a month and is not known to have gone is placed at its end, others at the beginning
    of what is known; holdings of which nothing is come last."""
    known = holding.around or holding.seen
    days = known or holding.possible
    came = not holding.sure and "start" in holding.post and "end" not in holding.post
    return known is None, days.last if came else days.first, days.last


def _attended(store: Store) -> dict[tuple[str, str], list[str]]:
    """The dates of meetings at which somebody sat in an office, which attest the office then."""
    days: dict[tuple[str, str], list[str]] = {}
    for meeting in store.table("meetings"):
        if meeting["status"] != "held":
            continue
        for seat in present_at(store, meeting):
            if "person" in seat and "office" in seat:
                days.setdefault((seat["person"], seat["office"]), []).append(meeting["date"])
    return days


def _attendance_of(person: Record, post: Record, attended: dict[tuple[str, str], list[str]]) -> list[str]:
    """The days of attendance that attest this post; of two posts in one office, the one whose own dates hold the day."""
    days = attended.get((person["id"], post["office"]), [])
    rivals = [other for other in person["posts"] if other["office"] == post["office"] and other is not post]
    if not rivals:
        return days
    return [day for day in days if _dates_hold(post, day) and not any(_dates_hold(other, day) for other in rivals)]


def _dates_hold(post: Record, day: str) -> bool:
    """Whether a post's own start and end, or the days that it is attested by, can reach around a day."""
    attested = sorted(item["date"] for item in post.get("attested", ()) if is_exact(item["date"]))
    start = post.get("start") or (attested[0] if attested else None)
    end = post.get("end") or ("9999" if post["status"] == "current" or "start" in post else attested[-1] if attested else None)
    return start is not None and end is not None and days_of(start).first <= days_of(day).first <= days_of(end).last


def _holding(person: Record, post: Record, as_of: date, attended: list[str], founded: date | None) -> Holding:
    state = None if "organization" in post else person.get("state")
    possible = _possible(post, as_of, founded or EARLIEST)
    dates = _seen_at([item["date"] for item in post.get("attested", ())] + attended, possible)
    return Holding(person, post, post["office"], state, _sure(post, dates, possible, as_of), possible, dates)


def _seen_at(stated: list[str], possible: Days) -> list[str]:
    """The dates, in order and each once, that can be days of the holding; a month or a year only where no sharper date tells as surely."""
    dates = {date for date in stated if days_of(date).within(possible) or (not is_exact(date) and days_of(date).overlaps(possible))}
    return sorted(date for date in dates if not any(_replaces(other, date) for other in dates))


def _replaces(sharper: str, date: str) -> bool:
    """Whether one date tells of some days what another does of more; an uncertain one leaves a certain one standing."""
    days, more = days_of(sharper), days_of(date)
    return days != more and days.within(more) and (date.endswith("?") or not sharper.endswith("?"))


def _possible(post: Record, as_of: date, earliest: date) -> Days:
    """The days that the post's dates allow, the disputed ones too; one that ended, nobody says when, had ended before `as_of`.

    One whose start nobody states began no sooner than `earliest`: before its organisation was founded there was no such post.
    """
    starts, ends = _stated(post, "start"), _stated(post, "end")
    last = max(days.last for days in ends) if ends else as_of - timedelta(1) if post["status"] == "ended" else ALWAYS.last
    first = min(days.first for days in starts) if starts else min(earliest, last)
    return Days(first, max(first, last))


def _stated(post: Record, field: str) -> list[Days]:
    """The days that a post's field can be by the record and by sources that disagree with it; nothing where the field is not there."""
    if field not in post:
        return []
    return [days_of(value) for value in (post[field], *disputed_dates(post, field))]


def _sure(post: Record, attested: list[str], possible: Days, as_of: date) -> Days | None:
    """The days that the post surely filled, if any: what had begun by `as_of` and is current was still filled then."""
    touched = [within for days in _known(post, attested) if (within := shared([days, possible]))]
    still = post["status"] == "current" and "end" not in post and touched and possible.first <= as_of
    return surely_filled([*touched, *([Days(as_of, as_of)] if still else [])])


def _known(post: Record, attested: Iterable[str]) -> list[Days]:
    """Days in each of which the post surely was filled for one at least: of its start and of its end, which is its last day in office, and
    of the dates at which sources show him in it."""
    return [days_of(stored) for stored in (*certain_dates(attested), post.get("start"), post.get("end")) if stored]


def _cut(holding: Holding, neighbours: Neighbours) -> Holding:
    """The holding with its possible days cut at others who surely sat in the seat before or after those around which it lies."""
    days = holding.around
    if days is None:
        return holding
    first, last = holding.possible
    before = neighbours.last_day_before(days)
    after = neighbours.first_day_after(days)
    first = max(first, min(before, days.first)) if before else first
    last = min(last, max(after, days.last)) if after else last
    return holding._replace(possible=Days(first, last))


def holders_on(store: Store, period: Days, state: str | None = None) -> list[tuple[Holding, Certainty]]:
    """Every holding that is *yes* or *possibly* in `period`, in order; a seat surely filled, or surely empty, on all of its days has no
    *possibly* (of one that stood empty but those who acted in it)."""
    asked = [(holding, holding.on(period)) for holding in all_holdings(store, state)]
    filled = _filled([holding for holding, certainty in asked if certainty == "yes"])
    taken, acted = _covering(_with_empty(store, filled), period), _covering(filled, period)
    several = offices_of_several(store)
    kept = {
        id(holding): (holding, certainty)
        for holding, certainty in asked
        if certainty == "yes"
        or (certainty == "possibly" and not _ruled_out(holding, acted if holding.post.get("acting") else taken, several))
    }
    return [kept[id(holding)] for holding in in_order(store, [holding for holding, _ in kept.values()])]


def _filled(held: list[Holding]) -> Seats:
    """The days on which these surely filled their seats."""
    spans: Seats = {}
    for holding in held:
        if holding.sure:
            for seat in holding.filled:
                spans.setdefault(seat, []).append(holding.sure)
    return spans


def _with_empty(store: Store, filled: Seats) -> Seats:
    """The days on which seats were filled or stood empty: on neither could anybody else have had them."""
    empty = empty_seats(store)
    return {seat: [*filled.get(seat, ()), *empty.get(seat, ())] for seat in filled.keys() | empty.keys()}


def _covering(spans: Seats, period: Days) -> dict[SeatKey, set[date]]:
    """Of the seats those whose spans cover all of these days, one after another, each with the first and last days of the spans among
    them, on which somebody can have come or gone."""
    return {
        seat: {day for span in sure for day in span if period.first <= day <= period.last}
        for seat, sure in spans.items()
        if any(period.within(span) for span in merged(sure))
    }


def _ruled_out(holding: Holding, filled: dict[SeatKey, set[date]], several: frozenset[str]) -> bool:
    """A *possibly* is ruled out where the seat for one was surely filled by another, or surely empty, unless he may have come or gone on
    a day asked about on which that began or ended."""
    boundary = [days_of(day) for day in (holding.post.get("start"), holding.post.get("end")) if day]
    changing = [filled[seat] for seat in _for_one(holding, several) if seat in filled]
    return any(not any(days.first <= changed <= days.last for days in boundary for changed in on) for on in changing)
