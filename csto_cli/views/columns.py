"""The columns of every list, in the order in which the README promises them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from csto_cli.dates import Certainty, Days, dated_in
from csto_cli.model import Record
from csto_cli.queries.acts import act_day, act_days, acts_asked, document_date, steps_by
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.fitting import fitting_ties
from csto_cli.queries.holders import Holding
from csto_cli.queries.judging import fitting_holdings
from csto_cli.queries.membership import status_in
from csto_cli.store import Store
from csto_cli.views.text import Reader, documents_line, figure, seen, span

Cell = Callable[[Record], str]
Columns = dict[str, Cell]


def _plain(field: str) -> Cell:
    return lambda record: str(record.get(field, ""))


def states(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `states`."""
    return {
        "id": _plain("id"),
        "name": reader.label,
        "iso2": _plain("iso2"),
        "membership": lambda state: _belonging(reader, state, asked)[0],
        "since": lambda state: _belonging(reader, state, asked)[1].get("start", ""),
        "until": lambda state: _belonging(reader, state, asked)[1].get("end", ""),
        "capital": lambda state: _capital(reader, state, asked.period),
    }


def _capital(reader: Reader, state: Record, period: Days | None) -> str:
    """The name of the capital: of the days asked about where its names in time are recorded; nothing before the city was the capital."""
    if period is None or "capital_names" not in state:
        return reader.words(state.get("capital"))
    borne = [name for name in state["capital_names"] if dated_in(name.get("start"), name.get("end") or "9999", period) != "no"]
    return " / ".join(dict.fromkeys(reader.words(name["name"]) for name in borne))


def _belonging(reader: Reader, state: Record, asked: Criteria) -> tuple[str, Record]:
    """The closest of the ties that fit in words, and the tie: to the organisation, else the treaty, else the Assembly.

    On the days asked about a sure one goes before one that is only possible, as the certainty of the row does.
    """
    rank = {"csto": 0, "cst": 1, "csto-pa": 2}
    held = fitting_ties(reader.store, state, asked)
    ties = [
        (certainty == "possibly", rank[tie["organization"]], "end" in tie, tie["status"] == "ended", number)
        for number, (tie, certainty) in enumerate(held)
    ]
    if not ties:
        return "none", {}
    tie = held[min(ties)[-1]][0]
    what = {"csto": tie["role"], "cst": "treaty member", "csto-pa": f"Assembly {tie['role']}"}[tie["organization"]]
    over = tie["status"] == "ended" or "end" in tie
    former = "former " if over and not asked.period else ""
    status = status_in(reader.store, state, tie, asked.period)
    state_of_it = f" ({status})" if status else ""
    return f"{former}{what}{state_of_it}", tie


def officials(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `officials`; the posts are those that fit what was asked."""

    @cache
    def fitting() -> dict[str, list[tuple[Holding, Certainty | None]]]:
        return fitting_holdings(reader.store, asked)

    def posts(official: Record) -> str:
        held = [holding for holding, _ in fitting().get(official["id"], ())]
        return "; ".join(post_line(reader, holding) for holding in held)

    return {
        "id": _plain("id"),
        "name": reader.label,
        "state": lambda official: reader.name(official.get("state")),
        "posts": posts,
    }


def post_line(reader: Reader, holding: Holding) -> str:
    """A post in a few words: office, acting or not, in whose place, from when to when."""
    post = holding.post
    when = span(post.get("start"), post.get("end"), post["status"] == "current") or seen(holding.attested)
    return reader.office(post) + (f" ({when})" if when else "")


def meetings(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `meetings`."""
    return {
        "date": _plain("date"),
        "body": lambda meeting: "+".join(reader.abbr(body) for body in meeting["bodies"]),
        "place": lambda meeting: reader.words(meeting.get("place")) or ("online" if meeting.get("format") == "online" else ""),
        "kind": _plain("kind"),
        "status": _plain("status"),
        "chair": lambda meeting: reader.name(meeting.get("chair")),
        "documents": lambda meeting: documents_line(reader.store, meeting),
        "id": _plain("id"),
    }


def documents(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `docs` but for its first, the meeting."""
    return {
        "date": lambda document: document_date(reader.store, document) or "",
        "type": _plain("type"),
        "action": lambda document: _actions(reader.store, document.get("events", ())),
        "title": reader.label,
        "in_force": _plain("in_force"),
        "id": _plain("id"),
    }


def _listed(words: Iterable[str]) -> str:
    """Each word once, in the order in which it came."""
    return "; ".join(dict.fromkeys(words))


def _actions(store: Store, events: Iterable[Record], dated: bool = True) -> str:
    """What was done, each once in the order in which it came, with the codes of states that did it by themselves, and the days on which
    they did (`dated`), which are not that of the row: `signed; ratified (KZ 2020-04-17)`."""
    doers: dict[str, list[str]] = {}
    for event in events:
        codes = doers.setdefault(event["action"], [])
        if "state" in event:
            code = str((store.get(event["state"]) or {}).get("iso2", event["state"]))
            day = act_day(store, event) if dated else None
            codes.append(f"{code} {day}" if day else code)
    return "; ".join(action + (f" ({', '.join(dict.fromkeys(codes))})" if codes else "") for action, codes in doers.items())


def _dates_done(store: Store, row: Row, asked: Criteria) -> str:
    """The days on which what was asked about was done with a document, at one meeting where meetings were named."""
    days = act_days(store, row.record, _acts_of(store, row, asked))
    return _listed(days) or ("" if asked.actions else document_date(store, row.record) or "")


def _acts_of(store: Store, row: Row, asked: Criteria) -> list[Record]:
    """What of that which was asked for was done with a document, at the meeting of the row where meetings were named; by a state that did
    nothing with it there, what it did elsewhere, else the steps that it took by it."""
    done = acts_asked(store, row.record, asked)
    there = [event for event in done if asked.meetings is None or event.get("meeting") == row.meeting]
    if there or asked.actions is not None or asked.states is None:
        return there
    return [event for event in done if event.get("state") in asked.states] or steps_by(store, row.record, asked.states)


def bodies(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `bodies`."""
    return {
        "id": _plain("id"),
        "abbr": lambda body: reader.words(body["abbr"]) if "en" in body.get("abbr", {}) else body.get("abbr", {}).get("ru", ""),
        "name": reader.label,
        "kind": _plain("kind"),
        "parent": _plain("parent"),
        "founded": _plain("founded"),
    }


def exercises(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `exercises`."""
    return {
        "start": _plain("start"),
        "end": _plain("end"),
        "name": reader.label,
        "status": _plain("status"),
        "host": lambda exercise: reader.name(exercise.get("host")),
        "place": lambda exercise: reader.words(exercise.get("place")),
        "personnel": lambda exercise: figure(exercise.get("personnel")),
        "id": _plain("id"),
    }


def chairmanships(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `chairs`."""
    return {
        "start": _plain("start"),
        "end": _plain("end"),
        "state": lambda record: reader.name(record["state"]),
        "chair": lambda record: reader.name(record.get("chair")),
        "motto": lambda record: reader.words(record.get("motto")),
        "id": _plain("id"),
    }


def sources(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `sources`."""
    return {
        "id": _plain("id"),
        "kind": _plain("kind"),
        "publisher": _plain("publisher"),
        "date": _plain("date"),
        "lang": _plain("lang"),
        "title": _plain("title"),
        "url": lambda source: source.get("url") or source.get("reference", ""),
    }


def timeline(reader: Reader, asked: Criteria) -> Columns:
    """Columns of `timeline`."""
    plain = {field: _plain(field) for field in ("date", "end", "kind", "event", "label", "state", "record")}
    return plain | {"state": lambda entry: reader.name(entry.get("state"))}


LISTS: dict[str, Callable[[Reader, Criteria], Columns]] = {
    "states": states,
    "officials": officials,
    "meetings": meetings,
    "documents": documents,
    "bodies": bodies,
    "exercises": exercises,
    "chairmanships": chairmanships,
    "sources": sources,
    "timeline": timeline,
}


def headers_of(table: str) -> list[str]:
    """The names of a list's own columns, of which no cell is made: no record is needed to tell them."""
    return list(LISTS[table](Reader(Store(Path(), {})), Criteria()))


DISPUTED = frozenset(LISTS) - {"sources", "timeline"}
"""The lists of records on which sources can disagree; an entry of the timeline says it in its label."""


def columns_of(reader: Reader, table: str, asked: Criteria) -> dict[str, Callable[[Row], str]]:
    """The columns of a list: the table's own, the group before them; after them, where asked for, which states took part or stayed out,
    certainty and sources; last of all on which fields sources disagree."""
    own = LISTS[table](reader, asked)
    columns: dict[str, Callable[[Row], str]] = {}
    if table == "documents":
        columns["meeting"] = lambda row: row.meeting or ""
    for header, cell in own.items():
        columns[header] = lambda row, cell=cell: cell(row.record)  # type: ignore[misc]
    if table == "documents" and (asked.meetings or asked.actions):
        columns["date"] = lambda row: _dates_done(reader.store, row, asked)
    if table == "documents":
        columns["action"] = lambda row: _actions(reader.store, _acts_of(reader.store, row, asked), asked.actions is None)
    if table == "exercises" and asked.presence:
        for word, field in (("in-person", "participants"), ("absent", "absent")):
            if word in asked.presence:
                columns[field] = lambda row, field=field: reader.names(row.record.get(field, ()))  # type: ignore[misc]
    if asked.period:
        columns["certainty"] = lambda row: row.certainty or ""
    if reader.cites:
        columns["sources"] = lambda row: reader.marks(row.record.get("sources", ()))
    if table in DISPUTED:
        columns["sources_disagree"] = lambda row: ", ".join(row.disputed)
    return columns
