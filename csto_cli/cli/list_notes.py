"""What a list must say beside its rows: what they leave out, what is only possibly so, how far an empty one can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import period_notes
from csto_cli.cli.dating import moment_notes
from csto_cli.dates import Days
from csto_cli.model import Record
from csto_cli.queries.acts import acted_on, acting_states
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.lists import select, undated
from csto_cli.store import Store
from csto_cli.views.empty_seats import vacancy_notes
from csto_cli.views.notes import (
    NOTHING_TYPED,
    acted_note,
    attendance_note,
    away_notes,
    cancelled_note,
    counted,
    coverage_note,
    group_notes,
    limit_note,
    open_note,
    participation_note,
    possibly_note,
    ratification_note,
    staying_out_notes,
    tied_note,
)
from csto_cli.views.text import Reader


def list_notes(store: Store, table: str, asked: Asked, criteria: Criteria, rows: Sequence[Row], datable: Sequence[str]) -> list[str]:
    """Every note of a list, those of the days first; `datable` are the tables whose records without a date are counted."""
    if criteria.of_nothing:
        return [NOTHING_TYPED]
    notes = [*limit_note(len(rows), asked.limit), *([] if rows else [coverage_note(store, table, criteria.period)])]
    notes += [*moment_notes(store, asked), *period_notes(store, criteria.period), *possibly_note(rows)]
    notes += [*open_note(store, table, rows), *cancelled_note(rows)]
    notes += undated_notes(store, datable, criteria)
    if table in ("meetings", "timeline") and not criteria.presence:
        notes += away_notes(store, rows, criteria.states)
    if table == "documents":
        notes += _document_notes(store, criteria)
    if table == "officials" and criteria.offices and criteria.period:
        notes += vacancy_notes(Reader(store, asked.lang), criteria.offices, criteria.states, criteria.period)
    if table in ("meetings", "exercises") and (criteria.presence or criteria.people or criteria.states or criteria.offices):
        notes += _presence_notes(store, table, criteria)
    if table == "timeline":
        notes += _timeline_notes(store, criteria, datable)
    return notes + group_notes(store, table, rows, criteria.meetings, criteria.actions is not None)


def undated_notes(store: Store, tables: Sequence[str], criteria: Criteria) -> list[str]:
    """How many records of these tables fit all that was asked but the days, having none."""
    lacking = {table: undated(store, table, criteria) for table in tables}
    return [
        f"{counted(number, table.removesuffix('s'))} without any date in the record left out" for table, number in lacking.items() if number
    ]


def _document_notes(store: Store, criteria: Criteria) -> list[str]:
    """What else of the days or the states asked about lies in other documents."""
    notes = []
    if criteria.states:
        notes += tied_note(sum(not acting_states(store, row.record) for row in select(store, "documents", replace(criteria, states=None))))
    if criteria.actions and "ratified" in criteria.actions:
        notes.append(ratification_note(store))
    if criteria.period and criteria.actions is None:
        notes += acted_note(_other_acts(store, criteria, criteria.period), criteria.states)
    return notes


def _other_acts(store: Store, criteria: Criteria, period: Days) -> int:
    """How many more documents, of other days themselves, had something done with them in the days asked about."""
    of_days = {row.record["id"] for row in select(store, "documents", criteria)}
    others = [row.record for row in select(store, "documents", replace(criteria, period=None)) if row.record["id"] not in of_days]
    return sum(acted_on(store, document, period, criteria.states) for document in others)


def _presence_notes(store: Store, table: str, criteria: Criteria) -> list[str]:
    """Of how many such meetings or exercises that were held the record tells who was there, and of which it does not say that a state
    asked about was."""
    held = _held(store, table, criteria)
    if not held:
        return []
    if table == "meetings":
        return [attendance_note(held)]
    return [participation_note(held), *staying_out_notes(store, held, criteria.states or frozenset(), criteria.presence)]


def _timeline_notes(store: Store, criteria: Criteria, tables: Sequence[str]) -> list[str]:
    """Of a timeline that has these tables among its entries: where a presence was asked for, how far the record tells who was there, and
    of a state what it stayed out of."""
    if criteria.presence:
        return [note for table in tables if table in ("meetings", "exercises") for note in _presence_notes(store, table, criteria)]
    if "exercises" not in tables or not criteria.states:
        return []
    return staying_out_notes(store, _held(store, "exercises", criteria), criteria.states, None)


def _held(store: Store, table: str, criteria: Criteria) -> list[Record]:
    """The meetings or exercises that were held and fit all that was asked but who was there."""
    people = None if table == "meetings" else criteria.people
    all_such = select(store, table, replace(criteria, presence=None, people=people, states=None))
    return [row.record for row in all_such if row.record["status"] == "held"]
