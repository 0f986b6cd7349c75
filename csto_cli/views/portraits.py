"""What `who` answers: cards for a person, rows of holdings for a table, and documented JSON for a script."""

from __future__ import annotations

from collections.abc import Sequence

from csto_cli.model import TABLES, Record
from csto_cli.queries.holders import Held
from csto_cli.queries.seats import is_taken
from csto_cli.queries.who import Portrait, Seat, member_then
from csto_cli.views.answer import Answer
from csto_cli.views.empty_seats import nobody_known
from csto_cli.views.expand import expanded, expanded_entry
from csto_cli.views.portrait_cards import card_of, days_text
from csto_cli.views.text import Reader, flat

HOLDING_FIELDS = [
    "asked",
    "person",
    "name",
    "office",
    "in_place_of",
    "state",
    "organization",
    "title",
    "start",
    "end",
    "status",
    "acting",
    "certainty",
    "attested",
    "disputed",
    "disputes",
    "member",
    "sources",
]
SEAT_ROW_FIELDS = ["asked", "meeting", "date", "person", "name", "state", "office", "role", "presence", "name_as_stated", "acting"]
"""The columns of `who --at`."""

SEAT_FIELDS = [*SEAT_ROW_FIELDS, "sources"]
"""What `--fields` takes with `--at`."""

ROW_FIELDS = [
    "asked",
    "person",
    "name",
    "office",
    "state",
    "start",
    "end",
    "acting",
    "certainty",
    "status",
    "attested",
    "disputed",
    "in_place_of",
    "member",
]


def who_answer(reader: Reader, portraits: Sequence[Portrait], explain: bool, expand: bool, fields: Sequence[str]) -> Answer:
    """The answer of `who`: a card and a JSON object for each record meant, a row for each holding; `fields` asks for parts of holdings."""
    cards = [card_of(reader, portrait, explain) for portrait in portraits]
    seated = any(portrait.seated for portrait in portraits)
    holdings = [row for portrait in portraits for row in (seat_records(portrait) if seated else holding_records(reader, portrait))]
    headers = list(fields) or [*(SEAT_ROW_FIELDS if seated else ROW_FIELDS), *(["sources"] if reader.cites else [])]
    holdings = [_expanded_part(reader, record, expand) for record in holdings]
    rows = [[_cell(reader, record, field) for field in headers] for record in holdings]
    return Answer(
        headers,
        rows,
        [{field: record.get(field) for field in fields} for record in holdings]
        if fields
        else [json_of(reader, portrait, expand) for portrait in portraits],
        list(dict.fromkeys(person for portrait in portraits for person in _people(portrait))),
        cards=None if fields else cards,
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
        none=all(answer_of(portrait) == "none" for portrait in portraits),
    )


def _cell(reader: Reader, record: Record, field: str) -> str:
    if field == "name":
        return reader.name(record.get("person"))
    return flat(record.get(field))


def holding_records(reader: Reader, portrait: Portrait) -> list[Record]:
    """Every holding of an answer, as rows and JSON carry it."""
    return [holding_record(reader, portrait, held) for held in portrait.held]


def _people(portrait: Portrait) -> list[str]:
    """The ids of those shown: of the holders and of who was at the meetings; a person asked about where anything was found of him."""
    present = [seat for _, seat, _ in portrait.seats if is_taken(seat)]
    if portrait.kind == "person":
        return [portrait.match.record["id"]] if portrait.held or present else []
    seated = [seat["person"] for seat in present if "person" in seat]
    return seated if portrait.seated else [holding.person["id"] for holding, _ in portrait.held]


def seat_records(portrait: Portrait) -> list[Record]:
    """Every seat of an answer to `--at`, as rows carry it."""
    return [{"asked": portrait.match.record["id"], **_seat_record(seat)} for seat in portrait.seats]


def _seat_record(seat: Seat) -> Record:
    acting = {"acting": True} if seat.acting else {}
    sources = seat.attendee.get("sources") or seat.meeting["sources"]
    return {"meeting": seat.meeting["id"], "date": seat.meeting["date"], **seat.attendee, **acting, "sources": sources}


def holding_record(reader: Reader, portrait: Portrait, held: Held) -> Record:
    """One holding as JSON carries it; `member`: whether its state belonged to the treaty or the organisation on the days asked about."""
    holding, certainty = held
    post = holding.post
    record: Record = {
        "asked": portrait.match.record["id"],
        "person": holding.person["id"],
        "name": holding.person["name"]["en"],
        "office": holding.office,
        "in_place_of": post.get("in_place_of"),
        "state": holding.state,
        **{key: post.get(key) for key in ("organization", "title", "start", "end", "status", "acting")},
        "certainty": certainty,
        "attested": holding.attested or None,
        "disputed": True if "disputes" in post else None,
        "disputes": post.get("disputes"),
        "member": member_then(reader.store, portrait, holding),
        "sources": post.get("sources") or holding.person["sources"],
    }
    return {key: value for key, value in record.items() if value is not None}


def json_of(reader: Reader, portrait: Portrait, expand: bool) -> Record:
    """One answer of `who` as JSON: what was typed and why it matched, the record, the days spoken of, and what was found."""
    match = portrait.match
    record = expanded(reader, TABLES[match.table], match.record) if expand else match.record
    answer: Record = {
        "kind": portrait.kind,
        "id": match.record["id"],
        "rule": match.rule,
        "matched": match.matched,
        "answer": answer_of(portrait),
        "on": days_text(portrait.period),
        "record": record,
        "holders": [_expanded_part(reader, item, expand) for item in holding_records(reader, portrait)],
    }
    if portrait.kind == "state":
        answer["memberships"] = [_with_certainty(tie, certainty) for tie, certainty in portrait.memberships]
    if portrait.kind in ("state", "body"):
        answer["chairmanships"] = [_with_certainty(chair, certainty) for chair, certainty in portrait.chairmanships]
    if portrait.unshown:
        answer["also_possible"] = [_expanded_part(reader, holding_record(reader, portrait, item), expand) for item in portrait.unshown]
    if portrait.unfilled:
        answer["vacant"] = [unfilled.of for unfilled in portrait.unfilled]
        answer["nobody_known"] = nobody_known(portrait)
    if portrait.vacancies:
        answer["vacancies"] = [
            _expanded_part(reader, _with_certainty({"state": vacant.state, **vacant.vacancy}, vacant.certainty), expand)
            for vacant in portrait.vacancies
        ]
    if portrait.seats:
        answer["seats"] = [_expanded_part(reader, _seat_record(seat), expand) for seat in portrait.seats]
    return answer


PART_REFERENCES = dict.fromkeys(("person", "office", "in_place_of", "state", "organization", "meeting"), False)
"""The fields of a holder and of a seat that hold ids, none of them several."""


def _expanded_part(reader: Reader, part: Record, expand: bool) -> Record:
    return expanded_entry(reader, part, PART_REFERENCES) if expand else part


def answer_of(portrait: Portrait) -> str:
    """Which answer it is: `found`, `disputed` (sources disagree on a holding shown) or `none` (the record has no holder and no seat).

    Memberships carry their own `disputes` and `certainty`.
    """
    if any("disputes" in holding.post for holding, _ in portrait.held):
        return "disputed"
    return "found" if portrait.held or portrait.seats else "none"


def _with_certainty(record: Record, certainty: str | None) -> Record:
    return {**record, "certainty": certainty} if certainty else record
