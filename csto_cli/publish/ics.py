"""iCalendar (RFC 5545): meetings and exercises whose days are known, as all-day events; needs the extra `ics`.

A day that is uncertain (`?`), or on which sources disagree, makes the event tentative, and so does a last day that is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from csto_cli.dates import days_of, is_exact
from csto_cli.disputes import disputes_on
from csto_cli.model import Record
from csto_cli.publish import HELD
from csto_cli.publish.entries import disagreements
from csto_cli.publish.extras import extra
from csto_cli.publish.plainly import one_line
from csto_cli.publish.selection import Selection
from csto_cli.queries.judging import has_open_end
from csto_cli.store import Store, label_of
from csto_cli.views.text import Reader

STATUS = {"held": "CONFIRMED", "scheduled": "TENTATIVE", "announced": "TENTATIVE", "cancelled": "CANCELLED"}
DAYS = ("date", "end_date", "start", "end")
"""The fields that say when an event was."""


class Spell(NamedTuple):
    """The first and last day of an event; `beyond`: what is to be said where it can have lasted longer than the one day that is known."""

    first: date
    last: date
    beyond: str = ""


def targets(path: Path) -> list[Path]:
    """The one file that an export makes."""
    return [path]


def write(store: Store, picked: Selection, scratch: Path, path: Path, each: Callable[[], None]) -> list[str]:
    """Write the calendar into `scratch`; notes say what is left out. PackageNeeded without icalendar."""
    icalendar = extra("icalendar", "ics")
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//csto//a record of the CSTO//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", store.meta["title"])
    chosen = [(table, record, spell_of(store, record)) for table in HELD["ics"] for record in picked.chosen[table]]
    timed = [(spell, table, record) for table, record, spell in chosen if spell]
    for spell, table, record in sorted(timed, key=lambda event: (event[0].first, event[0].last, event[2]["id"])):
        calendar.add_component(_event(icalendar, store, table, record, spell))
    for _ in chosen:
        each()
    if not calendar.subcomponents:
        calendar.add_component(_utc(icalendar))
    (scratch / path.name).write_bytes(calendar.to_ical())
    return _notes(picked, [table for table, _, spell in chosen if not spell])


def _notes(picked: Selection, undated: list[str]) -> list[str]:
    """How many are left out for lack of a day, by table; or that nothing chosen is of a kind that a calendar holds."""
    held = any(picked.chosen[table] for table in HELD["ics"])
    if not held and any(picked.chosen.values()):
        return [f"the calendar is empty: none of the records chosen can stand in one, only {' and '.join(HELD['ics'])} can"]
    return [f"{table} left out, because their day is not known: {undated.count(table)}" for table in HELD["ics"] if table in undated]


def spell_of(store: Store, record: Record) -> Spell | None:
    """The days of a meeting or an exercise; None where its first day is not known to the day."""
    start, end = record.get("date") or record.get("start"), record.get("end_date") or record.get("end")
    first, last = _day(start), _day(end)
    if first is None:
        return None
    if last is not None:
        return Spell(first, max(first, last))
    if end:
        lasted = "It lasted" if record["status"] == "held" else "It was to last"
        return Spell(first, first, f"{lasted} until {end}; its last day is not known.")
    return Spell(first, first, "Its last day is not in the record." if has_open_end(store, record) else "")


def _day(stored: str | None) -> date | None:
    """The day that a date names, surely or not (`?`); None for a coarser one."""
    bare = stored.removesuffix("?") if stored else None
    return days_of(bare).first if bare and is_exact(bare) else None


def _event(icalendar: Any, store: Store, table: str, record: Record, spell: Spell) -> Any:
    event = icalendar.Event()
    event.add("uid", f"{record['id']}@csto-cli")
    event.add("dtstamp", datetime.fromisoformat(store.meta["as_of"]).replace(tzinfo=UTC))
    event.add("dtstart", spell.first)
    event.add("dtend", spell.last + timedelta(1))
    event.add("summary", one_line(label_of(record)))
    event.add("status", _status(record, spell))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [table.removesuffix("s") if table == "meetings" else record["kind"]])
    place = Reader(store).where(record) or ("online" if record.get("format") == "online" else "")
    if place:
        event.add("location", one_line(place))
    urls = _urls(store, record)
    if urls:
        event.add("url", urls[0])
    event.add("description", _description(store, record, spell, urls))
    return event


def _status(record: Record, spell: Spell) -> str:
    """The status of an event; one is not confirmed for a day that is uncertain or not known, or on which sources disagree."""
    status = STATUS[record["status"]]
    doubtful = spell.beyond or disputes_on(record, *DAYS) or _is_uncertain(record)
    return "TENTATIVE" if status == "CONFIRMED" and doubtful else status


def _is_uncertain(record: Record) -> bool:
    return any(str(record.get(field, "")).endswith("?") for field in DAYS)


def _urls(store: Store, record: Record) -> list[str]:
    sources = [store.get(source) for source in record.get("sources", ())]
    return [source["url"] for source in sources if source and "url" in source]


def _description(store: Store, record: Record, spell: Spell, urls: list[str]) -> str:
    uncertain = "Its days are uncertain." if _is_uncertain(record) else ""
    lines = [
        record.get("summary", ""),
        spell.beyond,
        uncertain,
        *disagreements(store, record),
        record.get("note", ""),
        f"Record {record['id']}",
        *urls,
    ]
    return "\n".join(line for line in lines if line)


def _utc(icalendar: Any) -> Any:
    """The time zone UTC: a calendar must hold a component, and an empty one holds nothing else."""
    zone = icalendar.Timezone()
    zone.add("tzid", "UTC")
    standard = icalendar.TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    standard.add("tzname", "UTC")
    zone.add_component(standard)
    return zone
