"""Which state belonged to what on a day, and which state was in the chair."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from csto_cli.dates import ALWAYS, EARLIEST, Certainty, Days, days_of, lasted_in, surest
from csto_cli.disputes import by_all_dates
from csto_cli.model import Record
from csto_cli.queries.indexes import chair_starts
from csto_cli.store import Store

LEADING = ("head-of-state", "head-of-government")
"""The offices whose holders sit in the Council and preside over it."""

BELONGING = ("cst", "csto")
"""The ties that make a member: the treaty of 1992, and the organisation that its members founded in 2002."""

TREATY = {"en": "Collective Security Treaty", "ru": "Договор о коллективной безопасности"}
"""The treaty is no body, so its name stands here."""


def organization_name(store: Store, organization: str, lang: str) -> str:
    """The name of what a state belongs to: the treaty, the organisation or its Assembly."""
    return TREATY[lang] if organization == "cst" else store.label(organization, lang)


def span_certainty(start: str | None, end: str | None, ongoing: bool, as_of: str, period: Days) -> Certainty:
    """Whether something from `start` to `end`, its last day, covered a day of `period`; `ongoing`: what had begun by `as_of` still did."""
    possible = Days(days_of(start).first if start else EARLIEST, days_of(end).last if end else ALWAYS.last)
    begun = start is not None and days_of(start).first <= days_of(as_of).last
    return lasted_in(start, end or (as_of if ongoing and begun else None), possible, period)


def membership_on(store: Store, membership: Record, period: Days) -> Certainty:
    """Whether one membership (or seat of an observer) covered a day of `period`; a frozen or suspended one still does.

    The preferred dates decide; where by them it did not, but by dates that other sources give it did, it is possible.
    """
    ongoing = "end" not in membership and membership["status"] != "ended"
    as_of = store.meta["as_of"]
    return by_all_dates(membership, lambda tie: span_certainty(tie.get("start"), tie.get("end"), ongoing, as_of, period), "start", "end")


def status_in(store: Store, state: Record, membership: Record, period: Days | None) -> str:
    """How a membership stood in `period` where that is worth a word (`frozen`, `suspended`): from the first milestone that says so.

    Without such a milestone the status is of the record's own day only; `period` None asks for that day.
    """
    status = str(membership["status"])
    if status in ("current", "ended"):
        return ""
    since = [days_of(step["date"]).first for step in state.get("milestones", ()) if step["event"] == status]
    first = min(since, default=days_of(store.meta["as_of"]).first)
    return status if period is None or period.last >= first else ""


def memberships_in(store: Store, state: Record, period: Days) -> list[tuple[Record, Certainty]]:
    """The memberships of a state that are *yes* or *possibly* in `period`."""
    asked = [(membership, membership_on(store, membership, period)) for membership in state["memberships"]]
    return [(membership, certainty) for membership, certainty in asked if certainty != "no"]


def belonged(store: Store, state: Record, period: Days, organizations: tuple[str, ...] = BELONGING) -> Certainty:
    """Whether the state belonged to any of `organizations` in `period`, as a member or an observer."""
    ties = memberships_in(store, state, period)
    return surest(certainty for membership, certainty in ties if membership["organization"] in organizations)


def chair_certainty(store: Store, chairmanship: Record, period: Days) -> Certainty:
    """Whether a chairmanship covered a day of `period`; one whose end nobody states can have lasted until the next one began, one whose
    start nobody states can have begun when the person in the chair first held office; by dates not preferred it is possible."""
    after = _next_start(store, chairmanship)
    return by_all_dates(chairmanship, lambda turn: _turn_certainty(store, turn, after, period), "start", "end")


def _turn_certainty(store: Store, chairmanship: Record, after: str | None, period: Days) -> Certainty:
    start, end = chairmanship.get("start"), chairmanship.get("end")
    if start is None and end is not None:
        return lasted_in(start, end, Days(_in_office_since(store, chairmanship.get("chair")), days_of(end).last), period)
    if end is None and after is not None:
        return lasted_in(start, end, Days(days_of(start).first if start else EARLIEST, days_of(after).last), period)
    return span_certainty(start, end, end is None, store.meta["as_of"], period)


def _in_office_since(store: Store, person: str | None) -> date:
    """The first day on which a person can have led a state; the beginning of the record where nobody says."""
    official = store.get(person) or {"posts": []}
    starts = [post["start"] for post in official["posts"] if post["office"] in LEADING and "start" in post]
    return min((days_of(start).first for start in starts), default=EARLIEST)


def _next_start(store: Store, chairmanship: Record) -> str | None:
    starts = chair_starts(store)
    after = bisect_right(starts, chairmanship.get("start", ""))
    return starts[after] if after < len(starts) else None


def chairs_on(store: Store, period: Days) -> list[tuple[Record, Certainty]]:
    """The chairmanships that are *yes* or *possibly* in `period`, by start."""
    asked = [(chairmanship, chair_certainty(store, chairmanship, period)) for chairmanship in store.table("chairmanships")]
    kept = [(chairmanship, certainty) for chairmanship, certainty in asked if certainty != "no"]
    return sorted(kept, key=lambda pair: pair[0].get("start", ""))
