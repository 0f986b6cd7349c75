"""Day options that name a thing of the record instead of a day: `--on crrf-agreement-2009`, `--since "astana 24 may 2018"`."""

from __future__ import annotations

from dataclasses import replace

from csto_cli.cli.asked import Asked
from csto_cli.dates import said, today_utc
from csto_cli.queries.moments import days_meant, thing_meant
from csto_cli.store import Store


def dated(store: Store, asked: Asked) -> Asked:
    """What was asked with every day option as plain days.

    Raises WrongUsage and NotInRecord as `days_meant` does.
    """
    return replace(asked, on=_plain(store, asked.on), since=_plain(store, asked.since), until=_plain(store, asked.until))


def moment_notes(store: Store, asked: Asked) -> list[str]:
    """Of each day option that names a thing by other words than its id: which thing it was taken for, and of which days that is."""
    notes = []
    for option, typed in (("on", asked.on), ("since", asked.since), ("until", asked.until)):
        thing = thing_meant(store, typed, today_utc()) if typed else None
        if typed and thing and typed.strip() not in (thing["id"], *thing.get("former_ids", ())):
            notes.append(f"--{option} {typed!r} means {thing['id']}, of {said(days_meant(store, typed, today_utc()))}")
    return notes


def _plain(store: Store, typed: str | None) -> str | None:
    if typed is None:
        return None
    days = days_meant(store, typed, today_utc())
    return f"{days.first.isoformat()}..{days.last.isoformat()}"
