"""The cards of `who`: what a reader sees of a state, a person, an office or a body, and of who held what and sat where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from csto_cli.dates import Days
from csto_cli.model import Record
from csto_cli.queries.holders import Holding
from csto_cli.queries.membership import organization_name, status_in
from csto_cli.queries.who import Portrait, Seat, member_then
from csto_cli.views.answer import Card, Grid
from csto_cli.views.cards import disputes_grid, grid, sources_text
from csto_cli.views.empty_seats import empty_seats
from csto_cli.views.text import Reader, span, when_text


def days_text(period: Days | None) -> str | None:
    """The days spoken of: one, or `first..last`, open where an end is; None for all."""
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
        lines.append(("on", days_text(portrait.period) or ""))
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
    if len({meeting["id"] for meeting, *_ in portrait.seats}) == 1:
        lines.append(("meeting", _meeting_text(reader, portrait.seats[0].meeting)))
    if portrait.seated:
        lines += _unseated_lines(reader, portrait)
    if portrait.seats:
        grids.append(_seats_grid(reader, record, portrait.seats))
    if portrait.kind == "person" and "aliases" in record:
        from csto_cli.model import Alias

        grids.append(grid(reader, "also written", Alias, record["aliases"]))
    if "disputes" in record and not portrait.seated:
        grids.append(disputes_grid(reader, record["disputes"]))
    if not portrait.seated:
        lines += empty_seats(reader, portrait)
    if instead := _instead(reader, portrait):
        lines.append(("in its place", instead))
    if portrait.unshown:
        asked = f"--on {days_text(portrait.period)} --history" if portrait.period else "--history"
        where = "in other offices or in no source near that day" if portrait.kind == "state" else "but in no source near that day"
        lines.append(("also", f"{len(portrait.unshown)} more possible, {where} ({asked})"))
    if "note" in record and portrait.kind != "state":
        lines.append(("note", record["note"]))
    if cited := _cited(portrait):
        lines.append(("sources", sources_text(reader, cited, not portrait.seated and portrait.kind != "office" and bool(portrait.held))))
    within = f", {reader.name(portrait.match.within)}" if portrait.match.within else ""
    return Card(reader.label(record) + within, lines, grids)


def _meeting_text(reader: Reader, meeting: Record) -> str:
    return f"{meeting['id']}: {reader.label(meeting)}, {meeting['date']}"


MANY_MEETINGS = 5
"""Of more meetings than these without a seat only the number is told."""


def _unseated_lines(reader: Reader, portrait: Portrait) -> list[tuple[str, str]]:
    """The meetings asked about at which the record has no seat of what was named."""
    meetings = portrait.unseated
    if len(meetings) > MANY_MEETINGS:
        return [("no seat at", f"{len(meetings)} more of the meetings asked about")]
    return [("no seat at", _meeting_text(reader, meeting)) for meeting in meetings]


def _instead(reader: Reader, portrait: Portrait) -> str:
    """For an office: of which states the holders shown sat there in another office, because the state did not have this one then."""
    if portrait.kind != "office":
        return ""
    states = {holding.state for holding, _ in portrait.held if holding.office != portrait.match.record["id"]}
    had = {holding.state for holding, _ in portrait.held if holding.office == portrait.match.record["id"]}
    names = "; ".join(sorted(reader.name(state) for state in states))
    when = "for a part of that time" if states & had else "at that time"
    return f"{names}: no such office {when}; whoever filled its seat is shown, with his own office" if names else ""


def _cited(portrait: Portrait) -> list[str]:
    """The sources of a card: those of the record, of an office those of its holders; where only seats were asked about, the seats'."""
    if not portrait.seated and portrait.kind == "office":
        parts = [*(holding.post for holding, _ in portrait.held), *(vacant.vacancy for vacant in portrait.vacancies)]
        return list(dict.fromkeys(source for part in parts for source in part.get("sources", ())))
    if not portrait.seated:
        return list(portrait.match.record["sources"])
    return list(dict.fromkeys(source for meeting, seat, _ in portrait.seats for source in _seat_sources(meeting, seat)))


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
        cells = {
            "office": reader.office(holding.post) + _telling_title(reader, holding, portrait),
            "name": reader.label(holding.person) + ("" if show["office"] else _not_as_asked(reader, holding, portrait)),
            "state": reader.name(holding.state) + _if_no_member(reader, portrait, holding),
        }
        row = [cells[column] for column in columns]
        row.append(reader.with_marks(when_text(holding.post, holding.attested), holding.post.get("sources", ())))
        rows.append(row + ([certainty or ""] if portrait.period else []))
    return [Grid(title, headers, rows)]


def _if_no_member(reader: Reader, portrait: Portrait, holding: Holding) -> str:
    return {"no": " (no member then)", "possibly": " (member only possibly)"}.get(member_then(reader.store, portrait, holding) or "", "")


def _not_as_asked(reader: Reader, holding: Holding, portrait: Portrait) -> str:
    """In how far a holder of the office asked about was not simply that: acting, or in another office in its place."""
    said = ["acting"] if holding.post.get("acting") else []
    said += [f"as {reader.name(holding.office)}"] if holding.office != portrait.match.record["id"] else []
    return f" ({', '.join(said)})" if said else ""


def _telling_title(reader: Reader, holding: Holding, portrait: Portrait) -> str:
    """The title of a post in an office of several, where another holder of that state has another one: the chairs of two chambers."""
    if (reader.store.get(holding.office) or {}).get("seats") != "several":
        return ""
    others = {held.post.get("title") for held, _ in portrait.held if held.seat == holding.seat}
    return f" ({holding.post['title']})" if portrait.period and len(others) > 1 and "title" in holding.post else ""


def _seat_sources(meeting: Record, seat: Record) -> Sequence[str]:
    """What a seat rests on: its own sources, else those of the meeting."""
    own: list[str] = seat.get("sources") or meeting["sources"]
    return own


def _seats_grid(reader: Reader, record: Record, seats: Sequence[Seat]) -> Grid:
    """Seats at meetings: which, when, who for which state, how present, the spelling met there."""
    rows = []
    for meeting, seat, acting in seats:
        rows.append(
            [
                meeting["date"],
                meeting["id"],
                reader.name(seat.get("person")) or seat.get("name_as_stated", ""),
                reader.name(seat.get("state")),
                ("acting " if acting else "") + reader.name(seat.get("office")),
                "; ".join(seat[key] for key in ("role", "presence") if key in seat),
                seat.get("name_as_stated", ""),
                reader.marks(_seat_sources(meeting, seat)),
            ]
        )
    headers = ["date", "meeting", "person", "state", "office", "seat", "as stated", "sources"]
    # A column that says nothing, or what the card's own title and lines say, is left out.
    told = {reader.label(record), ""}
    if len({meeting["id"] for meeting, *_ in seats}) == 1:
        told |= {seats[0].meeting["id"], seats[0].meeting["date"]}
    used = [index for index in range(len(headers)) if not {row[index] for row in rows} <= told]
    return Grid("at meetings", [headers[index] for index in used], [[row[index] for index in used] for row in rows])
