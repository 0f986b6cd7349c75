"""What was done with documents, by whom and when."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from csto_cli.dates import Certainty, Days, dated_in, surest
from csto_cli.disputes import Span, dated_by, disputes_on, spans_given
from csto_cli.model import Record
from csto_cli.queries.indexes import states_stepping
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
            sources = event.get("sources") or document["sources"]
            act = _act(document, when, event["action"], sources, event.get("state"), event.get("meeting"))
            known = told.setdefault((when, act.action, act.state), act)
            known.sources.extend(source for source in sources if source not in known.sources)
    if not told and "date" in document:
        return [_act(document, document["date"], DATED, document["sources"]), *_entry_into_force(document)]
    return [*told.values(), *_entry_into_force(document)]


def _act(document: Record, when: str, action: str, sources: Iterable[str], state: str | None = None, meeting: str | None = None) -> Act:
    disputed = when == document.get("date") and disputes_on(document, "date")
    return Act(when, action, state, meeting, list(sources), act_spans(document, when), disputed)


def _entry_into_force(document: Record) -> Iterator[Act]:
    if when := document.get("in_force"):
        spans, disputed = spans_given(document, "in_force"), disputes_on(document, "in_force")
        yield Act(when, IN_FORCE, None, None, document["sources"], spans, disputed)


def whose(document: Record, state: str | None) -> frozenset[str] | None:
    """The states whose act something done with a document is: one's own, else all the parties; None where these are not recorded."""
    if state is not None:
        return frozenset((state,))
    return frozenset(document["parties"]) if "parties" in document else None


def events_done(document: Record, actions: Collection[str] | None, states: frozenset[str] | None) -> list[Record]:
    """What was done with a document: these actions (None: any), by these states (None: by whomever).

    One state's own act is no act of the others; what all the parties did is an act of each. Where no action was asked for, what nobody
    says whose it was stays.
    """
    done = [event for event in document.get("events", ()) if actions is None or event["action"] in actions]
    if states is None:
        return done
    by = [(event, whose(document, event.get("state"))) for event in done]
    return [event for event, of in by if (of & states if of is not None else actions is None)]


def act_days(store: Store, document: Record, events: Iterable[Record], period: Days | None) -> list[str]:
    """The days, in order, on which these things were done with a document; of those asked about, if any were."""
    days = [day for event in events if (day := event_date(store, document, event))]
    return sorted(day for day in days if period is None or dated_in(day, None, period) != "no")


def acting_states(store: Store, document: Record) -> list[str]:
    """The states that are party to a document, of which an act of their own is recorded, or of which a step towards, within or away from
    the organisation was taken by it."""
    own = (event["state"] for event in document.get("events", ()) if "state" in event)
    return [*document.get("parties", ()), *own, *states_stepping(store).get(document["id"], ())]


def acted_on(store: Store, document: Record, period: Days) -> bool:
    """Whether anything was, or can have been, done with a document in the period, its entry into force too."""
    return any(dated_by(act.spans, period) != "no" for act in acts(store, document))


def acts_certainty(store: Store, document: Record, events: Iterable[Record], period: Days) -> Certainty:
    """Whether any of these was done with a document in the period; what was only expected is possible."""
    return surest(_act_certainty(store, document, event, period) for event in events)


def _act_certainty(store: Store, document: Record, event: Record, period: Days) -> Certainty:
    done_on = event_date(store, document, event)
    certainty = dated_by(act_spans(document, done_on), period) if done_on else "no"
    return "possibly" if certainty == "yes" and event["action"] == "expected" else certainty


def event_date(store: Store, document: Record, event: Record) -> str | None:
    """The day of something done with a document: its own, else, if nothing else was done, the document's, else that of the meeting.

    One state's own act has no day but its own: the document's is that of its signature.
    """
    if "state" in event:
        return act_day(store, event)
    alone = "date" not in event and len(document["events"]) == 1
    return (document.get("date") if alone else None) or act_day(store, event) or document.get("date")


def act_spans(document: Record, done_on: str) -> list[Span]:
    """When something was done with a document, as sources give it: of the document's own day, all that they give."""
    return spans_given(document, "date") if done_on == document.get("date") else [(done_on, None)]


def act_day(store: Store, event: Record) -> str | None:
    """The stated day of something done with a document: its own, else that of the meeting."""
    meeting = store.get(event.get("meeting"))
    return event.get("date") or (meeting["date"] if meeting else None)


def document_date(store: Store, document: Record) -> str | None:
    """The document's date, else the earliest of its events or of the meetings at which they happened."""
    if "date" in document:
        return str(document["date"])
    return min((day for event in document.get("events", ()) if (day := act_day(store, event))), default=None)
