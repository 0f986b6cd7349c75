"""Whether a record of each table is of the days asked about: *yes*, *possibly* or *no*."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from csto_cli.dates import ALWAYS, Certainty, Days, certainty_in, dated_in, days_of, surest
from csto_cli.disputes import by_all_dates, dated_by, spans_given
from csto_cli.model import Record
from csto_cli.queries import holders, membership
from csto_cli.queries.acts import acts_certainty, acts_of, document_date, done_date
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.fitting import fitting_ties, post_fits
from csto_cli.queries.seats import bodies_of
from csto_cli.queries.sitting import seated
from csto_cli.store import Store


def fitting_holdings(store: Store, asked: Criteria) -> dict[str, list[holders.Held]]:
    """By person: the holdings that fit the offices, bodies, meetings and days asked about, in order of time."""
    found: list[holders.Held]
    if asked.period:
        found = [*holders.holders_on(store, asked.period)]
    else:
        found = [(holding, None) for holding in holders.in_order(store, holders.all_holdings(store))]
    if asked.bodies is not None:
        found = _of_bodies(store, found, asked.bodies, asked.period)
    by_person: dict[str, list[holders.Held]] = {}
    for holding, certainty in found:
        if post_fits(store, holding.person, holding.post, asked):
            by_person.setdefault(holding.person["id"], []).append((holding, certainty))
    return {person: holders.by_time(held) for person, held in by_person.items()}


def _of_bodies(store: Store, held: list[holders.Held], bodies: frozenset[str], period: Days | None) -> list[holders.Held]:
    """The holdings that are seats in one of these bodies, or posts of one; with days, of those who sat there then."""
    within = [(pair, bodies_of(store, pair[0].post) & bodies) for pair in held]
    if period is None:
        return [pair for pair, of in within if of]
    certainties: dict[int, list[Certainty]] = {}
    for body in bodies:
        for holding, certainty in seated(store, body, [pair for pair, of in within if body in of], period):
            certainties.setdefault(id(holding.post), []).append(certainty or "yes")
    return [(holding, surest(certainties[id(holding.post)])) for holding, _ in held if id(holding.post) in certainties]


Judge = Callable[[Record], Certainty]
"""Says of one record whether it is of the days asked about."""


def dated_judge(start: str, end: str | None = None) -> Callable[[Store, Criteria], Judge]:
    """A judge that goes by the dates in these fields; a record without any is of no days. Dates not preferred make it possible."""

    def prepare(store: Store, asked: Criteria) -> Judge:
        def judge(record: Record) -> Certainty:
            dated = start in record or (end is not None and end in record)
            return dated_by(spans_given(record, start, end), asked.period or ALWAYS) if dated else "no"

        return judge

    return prepare


def exercise_judge(store: Store, asked: Criteria) -> Judge:
    """An exercise whose end nobody states can have gone on to the day that `latest_end` gives it."""
    period = asked.period or ALWAYS

    def judge(exercise: Record) -> Certainty:
        start, end = exercise.get("start"), exercise.get("end")
        if start is None or end is not None:
            return dated_in(start, end, period) if end else "no"
        certainty = dated_in(start, None, period)
        span = Days(days_of(start).first, latest_end(store, exercise))
        return certainty if certainty != "no" else certainty_in(span, None, period)

    return lambda exercise: by_all_dates(exercise, judge, "start", "end")


def latest_end(store: Store, exercise: Record) -> date:
    """The last day to which an exercise whose end nobody states can have gone on: that of its year, of a standing operation the record's
    own."""
    started = days_of(exercise["start"]).last
    return max(started, days_of(store.meta["as_of"] if _is_standing(exercise) else str(started.year)).last)


def has_open_end(store: Store, event: Record) -> bool:
    """Whether a meeting or an exercise can have gone on after the days that the record gives it: an exercise whose end nobody states."""
    return "start" in event and "end" not in event and latest_end(store, event) > days_of(event["start"]).last


def if_held(record: Record, certainty: Certainty | None) -> Certainty | None:
    """How sure it is that what is of the days asked about took place on them (None: none were): of what was only announced nobody knows
    it, so it is possible at most; what was cancelled did not, but a list tells it, for it was planned for them."""
    if certainty and record.get("status") == "cancelled":
        return "no"
    return "possibly" if certainty == "yes" and record.get("status") in ("scheduled", "announced") else certainty


def _is_standing(exercise: Record) -> bool:
    """Whether a record is of an operation that goes on, not of one of its editions, which have records of their own."""
    return bool(exercise["kind"] == "operation" and exercise["id"] == f"operation-{exercise.get('series')}")


def state_judge(store: Store, asked: Criteria) -> Judge:
    """A state is of the days on which it belonged to what was asked about, else to the treaty or the organisation, as an observer to
    anything."""
    observing = bool(asked.types and "observer" in asked.types)
    anything = tuple({tie["organization"] for state in store.table("states") for tie in state["memberships"]})
    organizations = tuple(asked.bodies) if asked.bodies else anything if observing else membership.BELONGING

    def judge(state: Record) -> Certainty:
        ties = fitting_ties(store, state, asked)
        return surest(certainty for tie, certainty in ties if certainty and tie["organization"] in organizations)

    return judge


def official_judge(store: Store, asked: Criteria) -> Judge:
    """An official is of the days on which a fitting office was held."""
    fitting = fitting_holdings(store, asked)

    return lambda official: surest(certainty for _, certainty in fitting.get(official["id"], ()) if certainty)


def body_judge(store: Store, asked: Criteria) -> Judge:
    """A body is of the days from its founding on."""
    period, as_of = asked.period or ALWAYS, store.meta["as_of"]

    def judge(body: Record) -> Certainty:
        return membership.span_certainty(body.get("founded"), None, True, as_of, period)

    return lambda body: by_all_dates(body, judge, "founded")


def chair_judge(store: Store, asked: Criteria) -> Judge:
    """A turn in the chair is of the days that `membership.chair_certainty` gives it."""
    period = asked.period or ALWAYS
    return lambda record: membership.chair_certainty(store, record, period)


def document_judge(store: Store, asked: Criteria) -> Judge:
    """A document's day is its own date, else the first day on which something was done with it; if only expected, it is possible.

    Where actions were asked for, the days on which those were done count.
    """

    def judge(document: Record) -> Certainty:
        if asked.actions is not None:
            return acts_certainty(store, document, acts_of(store, document, asked), asked.period or ALWAYS)
        dated = document_date(store, document)
        if dated is None:
            return "no"
        certainty = dated_in(dated, None, asked.period or ALWAYS)
        return "possibly" if certainty == "yes" and done_date(store, document) is None else certainty

    return lambda document: by_all_dates(document, judge, "date")
