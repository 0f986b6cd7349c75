"""What `who` answers, as cards for a person, rows of holdings for a table, and documented JSON for a script."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from csto_cli.dates import Days
from csto_cli.model import TABLES, Record
from csto_cli.queries.holders import Holding
from csto_cli.queries.membership import organization_name, status_in
from csto_cli.queries.who import Held, Portrait, Seat
from csto_cli.views.answer import Answer, Card, Grid
from csto_cli.views.cards import disputes_grid, grid, sources_text
from csto_cli.views.expand import expanded
from csto_cli.views.text import Reader, flat, span

HOLDING_FIELDS = [
    "asked",
    "person",
    "name",
    "office",
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
    "sources",
]
SEAT_FIELDS = ["asked", "meeting", "date", "person", "name", "state", "office", "role", "presence", "name_as_stated"]
"""The columns of `who --at`."""

ROW_FIELDS = ["asked", "person", "name", "office", "state", "start", "end", "acting", "certainty", "status", "attested", "disputed"]


def who_answer(reader: Reader, portraits: Sequence[Portrait], explain: bool, expand: bool, fields: Sequence[str]) -> Answer:
    """The answer of `who`: a card and a JSON object for each record meant, a row for each holding; `fields` asks for parts of holdings."""
    cards = [card_of(reader, portrait, explain) for portrait in portraits]
    seated = any(portrait.seated for portrait in portraits)
    holdings = [row for portrait in portraits for row in (seat_records(portrait) if seated else holding_records(portrait))]
    headers = list(fields) or (SEAT_FIELDS if seated else ROW_FIELDS)
    rows = [[_cell(reader, record, field) for field in headers] for record in holdings]
    ids = [record["person"] for record in holdings if "person" in record] or [portrait.match.record["id"] for portrait in portraits]
    if all(portrait.kind == "person" for portrait in portraits):
        ids = [portrait.match.record["id"] for portrait in portraits]
    return Answer(
        headers,
        rows,
        [{field: record.get(field) for field in fields} for record in holdings]
        if fields
        else [json_of(reader, portrait, expand) for portrait in portraits],
        list(dict.fromkeys(ids)),
        cards=None if fields else cards,
        footnotes=reader.footnotes() if reader.cites == "marks" else [],
    )


def _cell(reader: Reader, record: Record, field: str) -> str:
    if field == "name":
        return reader.name(record.get("person"))
    return flat(record.get(field))


def holding_records(portrait: Portrait) -> list[Record]:
    """Every holding of an answer, as rows and JSON carry it."""
    return [holding_record(portrait, held) for held in portrait.held]


def seat_records(portrait: Portrait) -> list[Record]:
    """Every seat of an answer to `--at`, as rows carry it."""
    asked = portrait.match.record["id"]
    return [{"asked": asked, "meeting": seat.meeting["id"], "date": seat.meeting["date"], **seat.attendee} for seat in portrait.seats]


def holding_record(portrait: Portrait, held: Held) -> Record:
    """One holding as JSON carries it."""
    holding, certainty = held
    post = holding.post
    record: Record = {
        "asked": portrait.match.record["id"],
        "person": holding.person["id"],
        "name": holding.person["name"]["en"],
        "office": holding.office,
        "state": holding.state,
        **{key: post.get(key) for key in ("organization", "title", "start", "end", "status", "acting")},
        "certainty": certainty,
        "attested": holding.attested or None,
        "disputed": True if "disputes" in post else None,
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
        "on": _days_text(portrait.period),
        "record": record,
        "holders": holding_records(portrait),
    }
    if portrait.kind == "state":
        answer["memberships"] = [_with_certainty(tie, certainty) for tie, certainty in portrait.memberships]
    if portrait.kind in ("state", "body"):
        answer["chairmanships"] = [_with_certainty(chair, certainty) for chair, certainty in portrait.chairmanships]
    if portrait.vacant:
        answer["vacant"] = list(portrait.vacant)
    if portrait.seats:
        answer["seats"] = [{"meeting": seat.meeting["id"], "date": seat.meeting["date"], **seat.attendee} for seat in portrait.seats]
    return answer


def answer_of(portrait: Portrait) -> str:
    """Which answer it is: `found`, `disputed` (sources disagree on a holding shown) or `none` (the record has no holder and no seat).

    Memberships carry their own `disputes` and `certainty`.
    """
    if any("disputes" in holding.post for holding, _ in portrait.held):
        return "disputed"
    return "found" if portrait.held or portrait.seats else "none"


def _with_certainty(record: Record, certainty: str | None) -> Record:
    return {**record, "certainty": certainty} if certainty else record


def _days_text(period: Days | None) -> str | None:
    if period is None:
        return None
    first, last = period
    if first == last:
        return first.isoformat()
    return f"{'' if first == date.min else first.isoformat()}..{'' if last == date.max else last.isoformat()}"


def card_of(reader: Reader, portrait: Portrait, explain: bool) -> Card:
    """One answer of `who` as a card."""
    record = portrait.match.record
    lines: list[tuple[str, str]] = [("id", record["id"])]
    if explain:
        lines.append(("matched by", f"{portrait.match.rule}: {portrait.match.matched}"))
    if portrait.period:
        lines.append(("on", _days_text(portrait.period) or ""))
    grids: list[Grid] = []
    if portrait.kind == "state" and not portrait.seated:
        lines += _state_lines(reader, portrait)
    if portrait.kind == "person":
        lines += _person_lines(reader, portrait)
    if portrait.kind in ("body", "office") and "summary" in record and not portrait.seated:
        lines.append(("summary", record["summary"]))
    if portrait.kind == "body":
        lines += [("chair", _chair_text(reader, chair, certainty)) for chair, certainty in portrait.chairmanships]
    grids += _held_grid(reader, portrait)
    if len({meeting["id"] for meeting, _ in portrait.seats}) == 1:
        meeting = portrait.seats[0].meeting
        lines.append(("meeting", f"{meeting['id']}: {reader.label(meeting)}, {meeting['date']}"))
    if portrait.seats:
        grids.append(_seats_grid(reader, record, portrait.seats))
    if portrait.kind == "person" and "aliases" in record:
        from csto_cli.model import Alias

        grids.append(grid(reader, "also written", Alias, record["aliases"]))
    if "disputes" in record and not portrait.seated:
        grids.append(disputes_grid(reader, record["disputes"]))
    if portrait.vacant and not portrait.seated:
        lines.append(("nobody known", f"{reader.names(portrait.vacant)}: no holder in the record on that day"))
    if portrait.unshown:
        lines.append(("also", f"{portrait.unshown} more possible, but in no source near that day (--history)"))
    if "note" in record and portrait.kind != "state":
        lines.append(("note", record["note"]))
    if cited := _cited(portrait):
        lines.append(("sources", sources_text(reader, cited, not portrait.seated and portrait.kind != "office" and bool(portrait.held))))
    within = f", {reader.name(portrait.match.within)}" if portrait.match.within else ""
    return Card(reader.label(record) + within, lines, grids)


def _cited(portrait: Portrait) -> list[str]:
    """The sources of a card: those of the record, of an office those of its holders; where only seats were asked about, the seats'."""
    if not portrait.seated and portrait.kind == "office":
        return list(dict.fromkeys(source for (holding, _) in portrait.held for source in holding.post.get("sources", ())))
    if not portrait.seated:
        return list(portrait.match.record["sources"])
    return list(dict.fromkeys(source for meeting, seat in portrait.seats for source in _seat_sources(meeting, seat)))


def _state_lines(reader: Reader, portrait: Portrait) -> list[tuple[str, str]]:
    """Membership in one line, and whether the state is in the chair."""
    ties = [
        _role_in(reader, tie) + (f" ({text})" if (text := _tie_text(reader, portrait, tie, certainty)) else "")
        for tie, certainty in sorted(portrait.memberships, key=lambda pair: str(pair[0]["organization"]) != "csto")
    ]
    lines = [("membership", "; ".join(ties) or "none in the record on that day")]
    for chair, certainty in portrait.chairmanships:
        lines.append(("chairs", _chair_text(reader, chair, certainty)))
    if not portrait.chairmanships:
        lines.append(("chairs", "not in the chair" if portrait.chair_known else "the record does not say who was in the chair"))
    return lines


def _role_in(reader: Reader, tie: Record) -> str:
    """`member of the Collective Security Treaty Organization`; a Russian name, which would have to be declined, stands before its colon."""
    name = organization_name(reader.store, tie["organization"], reader.lang)
    return f"{tie['role']} of the {name}" if reader.lang == "en" else f"{name}: {tie['role']}"


def _tie_text(reader: Reader, portrait: Portrait, tie: Record, certainty: str | None) -> str:
    """From when to when, and how it stood on the days spoken of."""
    parts = [span(tie.get("start"), tie.get("end"), tie["status"] != "ended")]
    parts.append(status_in(reader.store, portrait.match.record, tie, portrait.period))
    if certainty == "possibly":
        parts.append("possibly")
    if "disputes" in tie:
        parts.append("sources disagree")
    return ", ".join(part for part in parts if part)


def _chair_text(reader: Reader, chair: Record, certainty: str | None) -> str:
    who = f", {reader.name(chair['chair'])}" if "chair" in chair else ""
    doubt = ", possibly" if certainty == "possibly" else ""
    return reader.with_marks(f"{reader.name(chair['state'])}{who} ({span(chair.get('start'), chair.get('end'))}{doubt})", chair["sources"])


def _person_lines(reader: Reader, portrait: Portrait) -> list[tuple[str, str]]:
    record = portrait.match.record
    lines = [("state", reader.name(record["state"]))] if "state" in record else []
    names = record["name"]
    return lines + [(("in Russian" if lang == "ru" else "native"), names[lang]) for lang in ("ru", "native") if lang in names]


def _held_grid(reader: Reader, portrait: Portrait) -> list[Grid]:
    """The holdings, without the column that would say the same in every row."""
    if not portrait.held:
        return []
    title = "office-holders" if portrait.kind != "person" else "posts"
    show = {
        "office": portrait.kind != "office",
        "name": portrait.kind != "person",
        "state": portrait.kind in ("office", "body") and not portrait.match.within and any(holding.state for holding, _ in portrait.held),
    }
    columns = [column for column in ("office", "name", "state") if show[column]]
    headers = [*columns, "when", *(["certainty"] if portrait.period else [])]
    rows = []
    for holding, certainty in portrait.held:
        acting = "acting " if holding.post.get("acting") else ""
        cells = {
            "office": acting + reader.name(holding.office) + _telling_title(reader, holding, portrait),
            "name": reader.label(holding.person) + (" (acting)" if acting and not show["office"] else ""),
            "state": reader.name(holding.state),
        }
        row = [cells[column] for column in columns]
        row.append(reader.with_marks(when_text(reader, holding.post, holding.attested), holding.post.get("sources", ())))
        rows.append(row + ([certainty or ""] if portrait.period else []))
    return [Grid(title, headers, rows)]


def _telling_title(reader: Reader, holding: Holding, portrait: Portrait) -> str:
    """The title of a post in an office of several, where another holder of that state has another one: the chairs of two chambers."""
    if (reader.store.get(holding.office) or {}).get("seats") != "several":
        return ""
    others = {held.post.get("title") for held, _ in portrait.held if (held.office, held.state) == (holding.office, holding.state)}
    return f" ({holding.post['title']})" if portrait.period and len(others) > 1 and "title" in holding.post else ""


def when_text(reader: Reader, post: Record, attested: Sequence[str]) -> str:
    """A holding's time: its span, else the days on which sources show it, else what the record notes of it; what is disputed is said."""
    text = span(post.get("start"), post.get("end"), post["status"] == "current")
    seen = f"seen in office {attested[0]}" + (f" to {attested[-1]}" if len(attested) > 1 else "") if attested else ""
    if not post.get("start") or not (post.get("end") or post["status"] == "current"):
        text = "; ".join(part for part in (text, seen) if part)
    disputed = "sources disagree" if "disputes" in post else ""
    return "; ".join(part for part in (text, disputed) if part) or _dated_note(post) or "dates not in the record"


def _dated_note(post: Record) -> str:
    """What the note of a post says of its time: its first sentence with a number in it."""
    sentences = str(post.get("note", "")).split(". ")
    return next((sentence.rstrip(".") for sentence in sentences if any(character.isdigit() for character in sentence)), "")


def _seat_sources(meeting: Record, seat: Record) -> Sequence[str]:
    """What a seat rests on: its own sources, else those of the meeting."""
    own: list[str] = seat.get("sources") or meeting["sources"]
    return own


def _seats_grid(reader: Reader, record: Record, seats: Sequence[Seat]) -> Grid:
    """Seats at meetings: which, when, who for which state, how present, the spelling met there."""
    rows = []
    for meeting, seat in seats:
        rows.append(
            [
                meeting["date"],
                meeting["id"],
                reader.name(seat.get("person")) or seat.get("name_as_stated", ""),
                reader.name(seat.get("state")),
                reader.name(seat.get("office")),
                "; ".join(seat[key] for key in ("role", "presence") if key in seat),
                seat.get("name_as_stated", ""),
                reader.marks(_seat_sources(meeting, seat)),
            ]
        )
    headers = ["date", "meeting", "person", "state", "office", "seat", "as stated", "sources"]
    # A column that says nothing, or what the card's own title and lines say, is left out.
    told = {reader.label(record), ""}
    if len({meeting["id"] for meeting, _ in seats}) == 1:
        told |= {seats[0].meeting["id"], seats[0].meeting["date"]}
    used = [index for index in range(len(headers)) if not {row[index] for row in rows} <= told]
    return Grid("at meetings", [headers[index] for index in used], [[row[index] for index in used] for row in rows])
