"""What was done with documents, by whom and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from csto_cli.dates import Certainty, Days, surest
from csto_cli.disputes import Span, dated_by, disputes_on, spans_given
from csto_cli.model import Record
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.indexes import acceding_states, states_stepping
from csto_cli.queries.placing import placed, places_of
from csto_cli.store import Store

DATED = "dated"
"""What was done with a document of which the record tells nothing done, but a date."""

IN_FORCE = "in force"
"""A document's entry into force among what was done with it."""


class Act(NamedTuple):
    """One thing done with a document: its day as stated, by which state if by one alone, at which meeting, where it was read; the days
    that sources give, and whether they disagree."""

    date: str
    action: str
    state: str | None
    meeting: str | None
    sources: list[str]
    spans: list[Span]
    disputed: bool


def acts(store: Store, document: Record) -> list[Act]:
    """Each thing done with a document on each day, once, then its entry into force; what has no day is left out."""
    told: dict[tuple[str, str, str | None], Act] = {}
    for event in document.get("events", ()):
        if when := event_date(store, document, event):
            act = _act(store, document, event, when, event["action"])
            known = told.setdefault((when, act.action, act.state), act)
            known.sources.extend(source for source in act.sources if source not in known.sources)
    if not told and "date" in document:
        told[document["date"], DATED, None] = _act(store, document, {}, document["date"], DATED)
    return [*told.values(), *(_act(store, document, event, event["date"], IN_FORCE) for event in _entry_into_force(document))]


def _act(store: Store, document: Record, event: Record, when: str, action: str) -> Act:
    field = _dated_field(document, event, when)
    sources = list(event.get("sources") or document["sources"])
    spans = _spans(document, event, when)
    return Act(when, action, event.get("state"), event.get("meeting"), sources, spans, bool(field and disputes_on(document, field)))


def _entry_into_force(document: Record) -> Iterator[Record]:
    """A document's entry into force in the form of something done with it."""
    if "in_force" in document:
        yield {"action": IN_FORCE, "date": document["in_force"]}


def events_done(store: Store, document: Record, actions: Collection[str] | None, states: frozenset[str] | None) -> list[Record]:
    """What was done with a document: these actions (None: any; its entry into force only where asked for), by these states (None: by
    whomever).

    One state's own act is no act of the others; what all the parties did is an act of each (see `whose`). Where no action was asked for,
    what nobody says whose it was stays.
    """
    done = [event for event in document.get("events", ()) if actions is None or event["action"] in actions]
    done += [event for event in _entry_into_force(document) if actions is not None and IN_FORCE in actions]
    if states is None:
        return done
    by = [(event, whose(store, document, event["action"], event.get("state"))) for event in done]
    return [
        event
        for event, of in by
        if (of & states if of is not None else actions is None and not states <= _by_themselves(document, event["action"]))
    ]


def _by_themselves(document: Record, action: str) -> frozenset[str]:
    """The states of which an act of their own of this kind is recorded, so that they had no part in one of all."""
    return frozenset(event["state"] for event in document.get("events", ()) if event["action"] == action and "state" in event)


def whose(store: Store, document: Record, action: str, state: str | None = None) -> frozenset[str] | None:
    """The states whose act something done with a document is: one's own (`state`), else that of the parties, but for those that did it by
    themselves and those that only acceded later; None where the parties are not recorded."""
    if state is not None:
        return frozenset((state,))
    if "parties" not in document:
        return None
    return frozenset(document["parties"]) - _by_themselves(document, action) - acceding_states(store).get(document["id"], frozenset())


def done_in(store: Store, document: Record, events: Iterable[Record], period: Days | None) -> list[Record]:
    """Of things done with a document those that were, or can have been, done in the period; what has no day only where none was asked."""
    return [event for event in events if period is None or _act_certainty(store, document, event, period) != "no"]


def acts_of(store: Store, document: Record, asked: Criteria) -> list[Record]:
    """What was done with a document of that which was asked for, on whatever day: by the states asked about; where acts were asked for,
    those, in the bodies and at the places asked about, or since by a state or by its coming into force, which is at no meeting."""
    done = events_done(store, document, asked.actions, asked.states)
    if asked.actions is None:
        return done
    return [event for event in done if _done_since(event) or done_there(store, document, event, asked)]


def _done_since(event: Record) -> bool:
    return "meeting" not in event and ("state" in event or event["action"] == IN_FORCE)


def done_there(store: Store, document: Record, event: Record, asked: Criteria) -> bool:
    """Whether something was done with a document in one of the bodies and at one of the places asked about: those of its meeting; of what
    was done at none, the body that adopted the document."""
    meeting = store.get(event.get("meeting")) or {"bodies": [document.get("adopted_by")]}
    if asked.bodies is not None and asked.bodies.isdisjoint(meeting["bodies"]):
        return False
    return asked.places is None or any(placed(place, places_of(store, meeting)) for place in asked.places)


def act_fits(store: Store, document: Record, act: Act, asked: Criteria) -> bool:
    """Whether one act is of those asked for, at one of the meetings, in one of the bodies and at one of the places asked about."""
    event = {"action": act.action, **{field: value for field, value in (("state", act.state), ("meeting", act.meeting)) if value}}
    if asked.actions is not None and act.action not in asked.actions:
        return False
    if asked.meetings is not None and act.meeting not in asked.meetings:
        return False
    return _done_since(event) or done_there(store, document, event, asked)


def acts_asked(store: Store, document: Record, asked: Criteria) -> list[Record]:
    """What was done with a document of that which was asked for (see `acts_of`); where acts were asked for, in the days asked about."""
    done = acts_of(store, document, asked)
    return done if asked.actions is None else done_in(store, document, done, asked.period)


def steps_by(store: Store, document: Record, states: frozenset[str]) -> list[Record]:
    """The steps towards, within or away from the organisation that states took by a document (`acceded`, `not-extended`), in the form of
    things done with it."""
    return [
        {"action": step["event"], "state": state, "date": step["date"]}
        for state in sorted(states)
        for step in (store.get(state) or {}).get("milestones", ())
        if document["id"] in step.get("documents", ())
    ]


def act_days(store: Store, document: Record, events: Iterable[Record]) -> list[str]:
    """The days, in order, on which these things were done with a document."""
    return sorted(day for event in events if (day := event_date(store, document, event)))


def acting_states(store: Store, document: Record) -> list[str]:
    """The states that are party to a document, of which an act of their own is recorded, or of which a step towards, within or away from
    the organisation was taken by it."""
    own = (event["state"] for event in document.get("events", ()) if "state" in event)
    return [*document.get("parties", ()), *own, *states_stepping(store).get(document["id"], ())]


def acted_on(store: Store, document: Record, period: Days, states: frozenset[str] | None = None) -> bool:
    """Whether anything was, or can have been, done with a document in the period (by these states), its entry into force too."""
    return any(
        dated_by(act.spans, period) != "no"
        and (states is None or (of := whose(store, document, act.action, act.state)) is None or bool(of & states))
        for act in acts(store, document)
    )


def acts_certainty(store: Store, document: Record, events: Iterable[Record], period: Days) -> Certainty:
    """Whether any of these was done with a document in the period; what was only expected is possible."""
    return surest(_act_certainty(store, document, event, period) for event in events)


def _act_certainty(store: Store, document: Record, event: Record, period: Days) -> Certainty:
    done_on = event_date(store, document, event)
    certainty = dated_by(_spans(document, event, done_on), period) if done_on else "no"
    return "possibly" if certainty == "yes" and event["action"] == "expected" else certainty


def event_date(store: Store, document: Record, event: Record) -> str | None:
    """The day of something done with a document: its own, else, if nothing else was done, the document's, else that of the meeting.

    One state's own act has no day but its own: the document's is that of its signature.
    """
    if "state" in event:
        return act_day(store, event)
    alone = "date" not in event and len(document["events"]) == 1
    return (document.get("date") if alone else None) or act_day(store, event) or document.get("date")


def _dated_field(document: Record, event: Record, when: str) -> str | None:
    """The document's own field that has the day of something done with it; None where only the act itself has it."""
    if event.get("action") == IN_FORCE:
        return "in_force"
    return "date" if when == document.get("date") else None


def _spans(document: Record, event: Record, when: str) -> list[Span]:
    """When something was done with a document, as sources give it: of a day of the document's own, all that they give."""
    field = _dated_field(document, event, when)
    return spans_given(document, field) if field else [(when, None)]


def act_day(store: Store, event: Record) -> str | None:
    """The stated day of something done with a document: its own, else that of the meeting."""
    meeting = store.get(event.get("meeting"))
    return event.get("date") or (meeting["date"] if meeting else None)


def done_date(store: Store, document: Record) -> str | None:
    """The document's date, else the earliest day on which something was done with it; what was only expected gives it none."""
    if "date" in document:
        return str(document["date"])
    done = (event for event in document.get("events", ()) if event["action"] != "expected")
    return min((day for event in done if (day := act_day(store, event))), default=None)


def document_date(store: Store, document: Record) -> str | None:
    """When a document was dated or dealt with (see `done_date`), else the earliest day for which it was expected."""
    expected = (day for event in document.get("events", ()) if (day := act_day(store, event)))
    return done_date(store, document) or min(expected, default=None)
