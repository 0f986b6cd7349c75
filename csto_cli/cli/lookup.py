"""Looking one thing up: `who`, `show`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import ids_of, meetings_of, period_notes, period_of, unknown
from csto_cli.cli.dating import dated, moment_notes
from csto_cli.cli.delivery import ROWS, check_output, citing
from csto_cli.cli.fields import asked_fields
from csto_cli.cli.options import OUTPUT, names_argument, takes
from csto_cli.cli.referring import all_referred, chair_note, given_names, resolutions
from csto_cli.errors import CstoError, NotInRecord, WrongUsage, listed
from csto_cli.model import TABLES, Record
from csto_cli.names.lookup import Match
from csto_cli.queries.criteria import none_came
from csto_cli.queries.seats import is_taken
from csto_cli.queries.who import Portrait, WhoAsked, in_days, only_seats, portrait
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.empty_seats import none_note, rows_note
from csto_cli.views.expand import entry_names
from csto_cli.views.notes import NOTHING_TYPED
from csto_cli.views.portraits import HOLDING_FIELDS, PART_REFERENCES, SEAT_FIELDS, who_answer
from csto_cli.views.records import record_fields, record_names, records_answer
from csto_cli.views.text import Reader


class Matched(NamedTuple):
    """The records that names mean, the errors of those that mean nothing, and notes on those that mean several."""

    matches: list[Match]
    missing: list[CstoError]
    notes: list[str]


def matched(store: Store, typed: list[str], on: str | None = None) -> Matched:
    """Every record that the names mean, each once; who asks for the chair is told which command has it on that day.

    Raises NotInRecord where none of the names means anything, WrongUsage where only blanks were typed.
    """
    if not given_names(typed):
        raise WrongUsage("name a state, a person, an office or a body")
    found: dict[str, Match] = {}
    missing: list[CstoError] = []
    notes: list[str] = []
    resolved, loose = resolutions(store, typed)
    for resolution in resolved:
        if not resolution.matches:
            error = unknown(resolution, "state, person, office or body")
            missing.append(NotInRecord(error.message, [*error.hints, *chair_note(resolution.typed, on), *loose]))
        else:
            notes += chair_note(resolution.typed, on)
        if len(resolution.matches) > 1:
            ids = listed(match.record["id"] for match in resolution.matches)
            notes.append(f"{resolution.typed!r} fits {len(resolution.matches)} records; ids tell them apart: {ids}")
        for match in resolution.matches:
            found.setdefault(f"{match.record['id']} {match.within or ''}", match)
    if missing and not found:
        raise missing[0]
    return Matched(list(found.values()), missing, notes)


@takes(
    "on", "year", "since", "until", "office", "state", "at", "history", "explain", "certain", *OUTPUT,
    names=names_argument("A state, a person, an office or a body; '-' reads names from standard input.", "NAME...", "names"),
    names_required=False,
)  # fmt: skip
def who(store: Store, asked: Asked) -> Answer:
    """Who holds or held an office: a state, a person, an office or a body.

    A state and a body are answered as of the record's day, a person and an office with their whole history; --on asks about a day.
    Each holder is yes, possibly or no on that day.

    csto who kazakhstan --on 2018-05-24

    csto who secretary-general

    csto who belarus --at astana-2018-05

    csto who --at online-2022-01-csc
    """
    check_output(asked)
    offered = SEAT_FIELDS if asked.at else HOLDING_FIELDS
    fields = asked_fields("who", asked, offered, entry_names(PART_REFERENCES, offered))
    # Rows are of holders, which can tell nothing of names nor of seats without one.
    in_rows = bool(asked.ids or asked.fields or asked.format in ROWS)
    if asked.explain and in_rows:
        raise WrongUsage("--explain is told on a card or in --json; leave out --ids, --fields and --format csv, tsv and md")
    period = period_of(dated(store, asked))
    no_meetings: list[CstoError] = []
    offices, states = ids_of(store, asked.office, "offices"), ids_of(store, asked.state, "states")
    question = WhoAsked(period, asked.history, offices, states, meetings_of(store, asked.at, no_meetings), asked.certain)
    nobody_came = none_came(offices, states, question.meetings)
    if question.meetings and period:
        question = question._replace(meetings=in_days(store, question.meetings, period))
        if not question.meetings:
            raise WrongUsage("no meeting that --at names lies in the days given; they exclude each other")
    # Without a name, --at asks for everybody at those meetings: the organisation's own portrait has every seat; --office for its holders,
    # --state for the state's own.
    names = asked.names or (["csto"] if asked.at else sorted(offices or states or ()))
    found = Matched([], [], []) if nobody_came else matched(store, names, asked.on)
    refuse_contradictions(found.matches, question)
    portraits = [portrait(store, match, question) for match in found.matches]
    if asked.at:
        portraits = [only_seats(item) for item in portraits]
    answer = who_answer(Reader(store, asked.lang, citing(asked, cards=True)), portraits, asked.explain, asked.expand, fields)
    answer.missing.extend([*found.missing, *no_meetings])
    answer.notes.extend(found.notes + ([] if portraits else [NOTHING_TYPED]) + scope_notes(store, question.meetings))
    answer.notes.extend(away_from_ids(portraits) if asked.ids else [])
    answer.notes.extend([*moment_notes(store, asked), *period_notes(store, period)])
    answer.notes.extend(empty_notes(Reader(store, asked.lang), portraits))
    if in_rows:
        answer.notes.extend(note for item in portraits if item.held and (note := rows_note(Reader(store, asked.lang), item)))
    return answer


def refuse_contradictions(matches: Sequence[Match], question: WhoAsked) -> None:
    """WrongUsage where a state is named and --state names others, or an office and --office names others."""
    for match in matches:
        if match.table == "states" and question.states is not None and match.record["id"] not in question.states:
            others = listed(sorted(question.states))
            raise WrongUsage(f"{match.record['id']} and --state {others} exclude each other; --state narrows an office or a body")
        if match.table == "offices" and question.offices is not None and match.record["id"] not in question.offices:
            raise WrongUsage(
                f"{match.record['id']} and --office {listed(sorted(question.offices))} are two offices; --office narrows a state"
            )


def scope_notes(store: Store, meetings: Sequence[str] | None) -> list[str]:
    """Said of meetings that were cancelled, and of those held at which the record does not know in full who was there."""
    records = [record for meeting_id in meetings or () if (record := store.get(meeting_id))]
    partial = [meeting["id"] for meeting in records if meeting["status"] == "held" and meeting.get("attendees_scope") != "complete"]
    notes = [f"{meeting['id']} was cancelled" for meeting in records if meeting["status"] == "cancelled"]
    if partial:
        more = f" and {len(partial) - 3} more" if len(partial) > 3 else ""
        notes.append(f"who was there is not known in full for {listed(partial[:3])}{more}")
    return notes


def away_from_ids(portraits: list[Portrait]) -> list[str]:
    """Said of bare ids, which cannot tell it: that who was not there is left out."""
    away = sum(not is_taken(seat) for item in portraits if item.seated for _, seat, _ in item.seats)
    return [f"{away} who did not sit there left out" if away > 1 else "1 who did not sit there left out"] if away else []


def empty_notes(reader: Reader, portraits: list[Portrait]) -> list[str]:
    """For each record of which nothing was found: that this record holds nothing, or that sources say that nobody was there."""
    return [none_note(reader, item) for item in portraits if not item.held and not item.seats]


@takes(*OUTPUT, names=names_argument("An id, a meeting reference or a name; '-' reads them from standard input.", "REF...", "references"))
def show(store: Store, asked: Asked) -> Answer:
    """Everything the record says of one thing: any id, meeting reference or name.

    A reference that fits several meetings shows them all.

    csto show astana-2018-05-cssc --sources

    csto show zas
    """
    check_output(asked, whole_parts=True)
    found: dict[str, tuple[str, Record]] = {}
    everything, missing = all_referred(store, asked.names)
    for table, record in everything:
        found.setdefault(record["id"], (table, record))
    tables = list(dict.fromkeys(table for table, _ in found.values()))
    fields = asked_fields("show", asked, record_fields(tables or list(TABLES)), record_names(tables or list(TABLES)))
    answer = records_answer(Reader(store, asked.lang, citing(asked, cards=True)), list(found.values()), fields, asked.expand)
    answer.missing.extend(missing)
    answer.notes.extend([] if answer.records else [NOTHING_TYPED])
    return answer
