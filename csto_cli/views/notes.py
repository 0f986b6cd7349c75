"""What must be said beside an answer: how far an empty one can be trusted, what is only possibly so, what nobody named."""

from __future__ import annotations

from collections.abc import Sequence

from csto_cli.dates import EARLIEST, Days, days_of
from csto_cli.model import Record
from csto_cli.queries.coverage import covered_in, date_of
from csto_cli.queries.criteria import Row
from csto_cli.queries.indexes import documents_at, documents_named_at
from csto_cli.queries.participation import left_unnamed, stayed_out
from csto_cli.store import Store
from csto_cli.views.text import count

INSTRUMENTS = ("treaty", "charter", "agreement", "protocol")
"""The types of documents that states ratify."""


NOTHING_TYPED = "no name came on standard input, so nothing was looked up"
"""Said where standard input, asked for names, had none."""


def coverage_note(store: Store, table: str, period: Days | None) -> str:
    """For an empty list: how many records the table has, which days they span and how many can lie in the days asked about; absence from
    it proves nothing."""
    records = store.table(table) if table != "timeline" else []
    dates = sorted(date for record in records if (date := date_of(store, table, record)))
    span = f", dated {dates[0]} to {dates[-1]}" if dates else ""
    held = f"the record has {len(records)} {table}{span}" if records else f"the record has entries from {EARLIEST.year} on"
    if period and dates and period.last >= EARLIEST:
        tally = covered_in(store, table, period)
        held += f", {tally.records} of them in the days asked about ({tally.firm} resting on two origins or an official source)"
    return f"nothing in the record fits; {held}. That it has none does not say that there was none"


def counted(number: int, thing: str) -> str:
    """`1 holding`, `2 holdings`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def limit_note(found: int, limit: int | None) -> list[str]:
    """How many of the rows found a limit leaves; every other note speaks of all."""
    return [f"{limit} of {found} shown (--limit)"] if limit is not None and limit < found else []


def possibly_note(rows: Sequence[Row]) -> list[str]:
    """How many rows are only possibly so."""
    doubtful = sum(row.certainty == "possibly" for row in rows)
    if not doubtful:
        return []
    return [f"{doubtful} of {len(rows)} only possibly so: the dates do not decide, or it was only announced (--certain leaves them out)"]


def open_note(store: Store, table: str, rows: Sequence[Row]) -> list[str]:
    """How many meetings or exercises whose day is past were only announced, so that nobody takes them for held."""
    as_of = days_of(store.meta["as_of"]).last
    field = "start" if table == "exercises" else "date"
    open_ = ("scheduled", "announced")
    dates = [row.record.get(field) for row in rows if row.record.get("status") in open_ or row.record.get("event") in open_]
    past = sum(date is not None and days_of(date).last < as_of for date in dates)
    return [f"{past} of {len(rows)} only announced, for days that are past, and no report that they took place"] if past else []


def cancelled_note(rows: Sequence[Row]) -> list[str]:
    """How many meetings or exercises were cancelled, so that nobody takes those for held either."""
    number = sum("cancelled" in (row.record.get("status"), row.record.get("event")) for row in rows)
    return [f"{number} of {len(rows)} {'was' if number == 1 else 'were'} cancelled"] if number else []


def attendance_note(meetings: Sequence[Record]) -> str:
    """For a question about who was there or stayed away: of how many of the meetings in question that is known in full."""
    complete = sum(meeting.get("attendees_scope") == "complete" for meeting in meetings)
    return f"who was there is known in full for {complete} of {len(meetings)} such meetings{_more(complete, len(meetings))}"


def participation_note(exercises: Sequence[Record]) -> str:
    """For a question about which states took part or stayed out: of how many of the exercises in question the record tells it."""
    told = sum("participants" in exercise for exercise in exercises)
    return f"which states took part is known for {told} of {len(exercises)} such exercises{_more(told, len(exercises))}"


def staying_out_notes(store: Store, exercises: Sequence[Record], states: frozenset[str], presence: frozenset[str] | None) -> list[str]:
    """For exercises of which a state is asked for: of how many a source says that it stayed out, unless those were asked for, and how many
    more name others only."""
    notes = []
    for state in sorted(states):
        out = 0 if presence and "absent" in presence else len(stayed_out(exercises, state))
        notes += (
            [f"{state} stayed out of {counted(out, 'more such exercise')} (csto exercises --state {state} --presence absent)"]
            if out
            else []
        )
        unnamed = len(left_unnamed(store, exercises, state))
        others = f"{state}, then a member, is not among the states named of {counted(unnamed, 'more such exercise')}"
        notes += [f"{others}; that need not mean that it stayed out"] if unnamed else []
    return notes


def away_notes(store: Store, rows: Sequence[Row], states: frozenset[str] | None) -> list[str]:
    """For meetings of which a state is asked for: at how many a seat of it stayed empty, so that nobody takes it to have been there."""
    meetings = [meeting for row in rows if (meeting := store.get(str(row.record.get("id") or row.record.get("record"))))]
    notes = []
    for state in sorted(states or ()):
        of_state = [[seat for seat in meeting.get("attendees", ()) if seat.get("state") == state] for meeting in meetings]
        away = sum(any(seat.get("presence") == "absent" for seat in seats) for seats in of_state)
        notes += [f"a seat of {state} was empty at {away} of these (csto meetings --state {state} --presence absent)"] if away else []
    return notes


def tied_note(others: int) -> list[str]:
    """For documents of which a state is asked for: how many more of those asked for the record ties to no state."""
    if not others:
        return []
    return [f"{counted(others, 'more document')} would fit whose states the record does not name: acts of a body, or parties not recorded"]


def acted_note(others: int, states: frozenset[str] | None) -> list[str]:
    """For documents of some days: how many more had something done with them then, and the list that tells it."""
    if not others:
        return []
    what = f"{counted(others, 'more document')} dated otherwise, but acted on in these days: signed, ratified, in force"
    of_states = "".join(f" --state {state}" for state in sorted(states or ()))
    return [f"{what} (csto timeline --type document --type in-force{of_states} tells it)"]


def ratification_note(store: Store) -> str:
    """For a question about ratifications: of how many instruments the record names any, so that nobody takes the rest for not ratified."""
    instruments = [document for document in store.table("documents") if document["type"] in INSTRUMENTS]
    named = sum(any(event["action"] == "ratified" for event in document.get("events", ())) for document in instruments)
    told = f"ratifications are named of {named} of {len(instruments)} treaties, agreements and protocols, seldom of every state"
    return told + _more(named, len(instruments))


def _more(known: int, of: int) -> str:
    return "; the others can hide more" if known < of else ""


def group_notes(store: Store, table: str, rows: Sequence[Row], meetings: Sequence[str] | None, for_acts: bool) -> list[str]:
    """For documents of named meetings: each meeting whose documents are not all named, that has none, or none that fits."""
    notes = []
    for meeting_id in meetings or () if table == "documents" else ():
        meeting = store.get(meeting_id)
        if not meeting:
            continue
        if meeting["status"] == "cancelled":
            notes.append(f"{meeting_id} was cancelled")
            continue
        named, reported = documents_named_at(store)[meeting_id], meeting.get("documents_reported")
        if reported and named < reported["count"]:
            notes.append(f"{meeting_id}: {named} of {count(reported)} documents named")
        known = len({document["id"] for document, _ in documents_at(store).get(meeting_id, ())})
        fitting = sum(meeting_id in (row.meeting or "").split("; ") for row in rows)
        if known and fitting < known:
            there = " (--action asks for what was done there; without --meeting, for what was done since)" if for_acts else ""
            fit = "fit" if fitting > 1 else "fits"
            notes.append(f"{meeting_id}: {fitting or 'none'} of the {known} documents in the record {fit}{there}")
        elif not known and not reported:
            notes.append(f"{meeting_id}: no document in the record; no source in it reports a number")
    return notes
