"""Looking one thing up: `who`, `show`."""

from __future__ import annotations

from csto_cli.cli.asked import Asked
from csto_cli.cli.asking import given, ids_of, meetings_of, no_meeting, period_notes, period_of, unknown
from csto_cli.cli.dating import dated
from csto_cli.cli.delivery import check_output, citing
from csto_cli.cli.fields import asked_fields
from csto_cli.cli.options import OUTPUT, names_argument, takes
from csto_cli.dates import today_utc
from csto_cli.errors import NotInRecord, WrongUsage
from csto_cli.model import TABLES, Record
from csto_cli.names.lookup import NAMED_TABLES, Match, Resolution, exactly_named, resolve
from csto_cli.names.meetings import find_meetings, nearest_meetings, parse_reference
from csto_cli.queries.who import Portrait, WhoAsked, portrait
from csto_cli.store import Store
from csto_cli.views.answer import Answer
from csto_cli.views.portraits import HOLDING_FIELDS, who_answer
from csto_cli.views.records import record_fields, records_answer
from csto_cli.views.text import Reader


def resolutions(store: Store, typed: list[str], tables: tuple[str, ...] = NAMED_TABLES) -> list[Resolution]:
    """What the words typed mean: all of them as one name if they fit something so, else each as a name of its own."""
    names = given(typed)
    if len(names) > 1 and "-" not in typed:
        whole = resolve(store, " ".join(names), tables)
        if whole.matches:
            return [whole]
    return [resolve(store, name, tables) for name in names]


def matched(store: Store, typed: list[str]) -> list[Match]:
    """Every record that the names mean, each once; NotInRecord for a name that means nothing."""
    if not given_names(typed):
        raise WrongUsage("name a state, a person, an office or a body")
    found: dict[str, Match] = {}
    for resolution in resolutions(store, typed):
        if not resolution.matches:
            raise unknown(resolution, "state, person, office or body")
        for match in resolution.matches:
            found.setdefault(f"{match.record['id']} {match.within or ''}", match)
    return list(found.values())


def given_names(typed: list[str]) -> bool:
    """Whether anything but blanks was typed."""
    return any(name.strip() for name in typed)


@takes(
    "on", "year", "since", "until", "office", "state", "at", "history", "explain", "certain", *OUTPUT,
    names=names_argument("A state, a person, an office or a body; '-' reads names from standard input.", "NAME...", "names"),
)  # fmt: skip
def who(store: Store, asked: Asked) -> Answer:
    """Who holds or held an office: a state, a person, an office or a body.

    A state and a body are answered as of the record's day, a person and an office with their whole history; --on asks about a day.
    Each holder is yes, possibly or no on that day.

    csto who kazakhstan --on 2018-05-24

    csto who secretary-general

    csto who belarus --at astana-2018-05
    """
    check_output(asked)
    fields = asked_fields("who", asked, HOLDING_FIELDS)
    period = period_of(dated(store, asked))
    question = WhoAsked(
        period, asked.history, ids_of(store, asked.office, "offices"), ids_of(store, asked.state, "states"), meetings_of(store, asked.at)
    )
    portraits = [portrait(store, match, question) for match in matched(store, asked.names)]
    if asked.at:
        portraits = [only_seats(item) for item in portraits]
    if asked.certain:
        portraits = [item._replace(held=[held for held in item.held if held[1] != "possibly"]) for item in portraits]
    answer = who_answer(Reader(store, asked.lang, citing(asked)), portraits, asked.explain, asked.expand, fields)
    answer.notes.extend(period_notes(store, period))
    answer.notes.extend(several_note(portraits))
    answer.notes.extend(empty_notes(store, portraits, asked))
    return answer


def only_seats(item: Portrait) -> Portrait:
    """A portrait narrowed to seats at meetings."""
    return item._replace(held=[], memberships=[], chairmanships=[], period=None, unshown=0, seated=True)


def several_note(portraits: list[Portrait]) -> list[str]:
    """Say so where one name fitted several records."""
    rules = {item.match.rule for item in portraits}
    if len(portraits) > 1 and rules & {"words", "words, transliterated", "alias", "transliteration", "spelling"}:
        return [f"{len(portraits)} records fit; ids tell them apart: {', '.join(item.match.record['id'] for item in portraits)}"]
    return []


def empty_notes(store: Store, portraits: list[Portrait], asked: Asked) -> list[str]:
    """For each record of which nothing was found: that this record holds nothing, which proves nothing."""
    notes = []
    for item in portraits:
        if not item.held and not item.seats:
            what = "no seat at those meetings" if asked.at else "no office-holder"
            notes.append(f"{item.match.record['id']}: {what} in the record for what was asked; that does not say there was none")
    return notes


@takes(*OUTPUT, names=names_argument("An id, a meeting reference or a name; '-' reads them from standard input.", "REF...", "references"))
def show(store: Store, asked: Asked) -> Answer:
    """Everything the record says of one thing: any id, meeting reference or name.

    A reference that fits several meetings shows them all.

    csto show astana-2018-05-cssc --sources

    csto show zas
    """
    check_output(asked)
    found: dict[str, tuple[str, Record]] = {}
    for table, record in all_referred(store, asked.names):
        found.setdefault(record["id"], (table, record))
    tables = list(dict.fromkeys(table for table, _ in found.values()))
    fields = asked_fields("show", asked, record_fields(tables or list(TABLES)))
    return records_answer(Reader(store, asked.lang, citing(asked)), list(found.values()), fields, asked.expand)


def all_referred(store: Store, typed: list[str]) -> list[tuple[str, Record]]:
    """The records that the words mean: all of them as one reference if they fit something so, else each as one of its own."""
    references = given(typed)
    if len(references) > 1 and "-" not in typed:
        try:
            return referred(store, " ".join(references))
        except NotInRecord:
            pass
    return [found for reference in references for found in referred(store, reference)]


def referred(store: Store, reference: str) -> list[tuple[str, Record]]:
    """The records that a reference means: by id or full name, else as a meeting reference, else by part of a name.

    Raises NotInRecord, with what is near, where it means none.
    """
    exact = store.find(reference.strip())
    if exact:
        return [exact]
    named = exactly_named(store, reference, NAMED_TABLES)
    if named:
        return [(match.table, match.record) for match in named]
    meetings = find_meetings(store, reference, today_utc())
    if meetings:
        return [("meetings", meeting) for meeting in meetings]
    if parse_reference(reference).pick:
        raise no_meeting(store, reference)
    resolution = resolve(store, reference, (*NAMED_TABLES, "topics", "documents", "exercises"))
    if resolution.matches:
        return [(match.table, match.record) for match in resolution.matches]
    near = [match.record["id"] for match in resolution.near if match.rule == "near"]
    meetings_near = [meeting["id"] for meeting in nearest_meetings(store, reference)]
    dated = any(character.isdigit() for character in reference)
    offered = (meetings_near + near if dated else near + meetings_near)[:6]
    raise NotInRecord(f"nothing in the record fits {reference!r}", [f"did you mean {record_id}?" for record_id in offered])
