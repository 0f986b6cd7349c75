"""The lists: `states`, `officials`, `meetings`, `docs`, `bodies`, `exercises`, `chairs`, `sources`, `timeline`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import criteria_of, period_notes, types_of
from csto_cli.cli.delivery import check_output, citing, with_notes
from csto_cli.cli.fields import asked_fields, sorted_rows
from csto_cli.cli.options import DAYS, ORDER, OUTPUT, takes
from csto_cli.errors import NotInRecord
from csto_cli.queries.acts import events_done
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.lists import select, undated
from csto_cli.queries.timeline import KINDS
from csto_cli.queries.timeline import timeline as timeline_rows
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.lists import list_answer
from csto_cli.views.notes import (
    attendance_note,
    counted,
    coverage_note,
    group_notes,
    limit_note,
    open_note,
    participation_note,
    possibly_note,
)
from csto_cli.views.text import Reader


def ask_list(store: Store, table: str, asked: Asked, choose: Callable[[Store, Criteria], Sequence[Row]] | None = None) -> Answer:
    """Any list: what was typed -> the rows that fit -> the answer with its notes."""
    check_output(asked)
    fields = asked_fields(table, asked)
    missing: list[NotInRecord] = []
    criteria = criteria_of(store, table, asked, missing)
    rows = list(choose(store, criteria) if choose else select(store, table, criteria))
    if asked.certain:
        rows = [row for row in rows if row.certainty in (None, "yes")]
    reader = Reader(store, asked.lang, citing(asked))
    rows = sorted_rows(reader, rows, table, criteria, asked)
    answer = list_answer(reader, table, rows[: asked.limit], criteria, fields, asked.expand)
    answer.missing.extend(missing)
    notes = [*limit_note(len(rows), asked.limit), *([] if rows else [coverage_note(store, table, criteria.period)])]
    notes += [*period_notes(store, criteria.period), *possibly_note(rows), *open_note(store, table, rows)]
    if lacking := undated(store, table, criteria):
        notes.append(f"{counted(lacking, table.removesuffix('s'))} without any date in the record left out")
    if table in ("meetings", "exercises") and (criteria.presence or criteria.people or criteria.states):
        all_such = select(store, table, replace(criteria, presence=None, people=None, states=None))
        held = [row.record for row in all_such if row.record["status"] == "held"]
        notes.append(attendance_note(held) if table == "meetings" else participation_note(held))
    return with_notes(answer, notes + group_notes(store, table, rows, criteria.meetings))


@takes(*DAYS, "state", "body", "type", "disputed", *ORDER, *OUTPUT)
def states(store: Store, asked: Asked) -> Answer:
    """States and their memberships.

    With a day, the members of the treaty of 1992 or of the organisation on that day; observers of the Assembly with --body csto-pa.

    csto states --on 2007-01-01 --ids
    """
    return ask_list(store, "states", asked)


@takes(*DAYS, "state", "body", "office", "person", "meeting", "disputed", *ORDER, *OUTPUT)
def officials(store: Store, asked: Asked) -> Answer:
    """Officials and the posts they held.

    csto officials --office secretary-general

    csto officials --state armenia --on 2018-05-24
    """
    return ask_list(store, "officials", asked)


@takes(*DAYS, "state", "body", "place", "office", "meeting", "type", "person", "presence", "disputed", *ORDER, *OUTPUT)
def meetings(store: Store, asked: Asked) -> Answer:
    """Sessions and meetings of every body, by date.

    csto meetings --year 2018

    csto meetings --body csc --state armenia --presence absent
    """
    return ask_list(store, "meetings", asked)


@takes(*DAYS, "state", "body", "place", "meeting", "topic", "type", "action", "disputed", *ORDER, *OUTPUT)
def docs(store: Store, asked: Asked) -> Answer:
    """Treaties, decisions, statements and other documents, grouped by meeting.

    csto docs --meeting astana-2018

    csto docs --meeting cssc-2018 --action signed

    csto docs --topic information-security --since 2017
    """
    return ask_list(store, "documents", asked, documents_by_meeting)


def documents_by_meeting(store: Store, criteria: Criteria) -> list[Row]:
    """A row for each document, or, where meetings were named, for each of them at which something was done with it."""
    rows = []
    for row in select(store, "documents", criteria):
        done = events_done(row.record, criteria.actions, criteria.states)
        at = list(dict.fromkeys(event["meeting"] for event in done if "meeting" in event))
        if criteria.meetings is None:
            rows.append(row._replace(meeting="; ".join(at)))
        else:
            rows += [row._replace(meeting=meeting) for meeting in at if meeting in criteria.meetings]
    if criteria.meetings is not None:
        rows.sort(key=lambda row: criteria.meetings.index(row.meeting or "") if criteria.meetings else 0)
    return rows


@takes(*DAYS, "body", "type", "disputed", *ORDER, *OUTPUT)
def bodies(store: Store, asked: Asked) -> Answer:
    """Organs, assembly, secretariat, working bodies and forces.

    csto bodies --type forces
    """
    return ask_list(store, "bodies", asked)


@takes(*DAYS, "state", "body", "place", "type", "series", "presence", "disputed", *ORDER, *OUTPUT)
def exercises(store: Store, asked: Asked) -> Answer:
    """Exercises, operations and missions, by start.

    csto exercises --series rubezh

    csto exercises --year 2018 --state tajikistan

    csto exercises --state armenia --presence absent
    """
    return ask_list(store, "exercises", asked)


@takes(*DAYS, "state", "person", "disputed", *ORDER, *OUTPUT)
def chairs(store: Store, asked: Asked) -> Answer:
    """Which state was in the chair when.

    csto chairs --on 2022-01-10
    """
    return ask_list(store, "chairmanships", asked)


@takes(*DAYS, "type", *ORDER, *OUTPUT)
def sources(store: Store, asked: Asked) -> Answer:
    """Where the facts were read; --type takes a kind (official-csto, state, agency, press, legal, reference) or a language.

    csto sources --type official-csto
    """
    return ask_list(store, "sources", asked)


@takes(*DAYS, "state", "body", "place", "office", "meeting", "topic", "type", "person", "disputed", *ORDER, *OUTPUT)
def timeline(store: Store, asked: Asked) -> Answer:
    """Everything dated, in one list: meetings, documents, exercises, memberships, chairs, offices.

    --type takes meeting, document, in-force, exercise, milestone (or membership), chair, office or body.

    csto timeline --year 2012 --state uzbekistan
    """
    kinds = types_of("timeline", asked.type, (*KINDS, *ALSO))
    kinds = frozenset(ALSO.get(kind, kind) for kind in kinds) if kinds else None
    untyped = replace(asked, type=[])
    return ask_list(store, "timeline", untyped, lambda store, criteria: timeline_rows(store, replace(criteria, types=kinds), asked.lang))


ALSO = {"membership": "milestone"}
"""What `changes` calls a kind of entry."""
