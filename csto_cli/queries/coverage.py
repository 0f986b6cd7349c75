"""How much the record holds, by table, body or office and year, and how much of it rests on two origins or an official source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from csto_cli.dates import Days, days_of
from csto_cli.model import Record
from csto_cli.queries.acts import document_date
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from csto_cli.store import Store

OFFICIAL = ("official-csto", "state", "legal")
"""The kinds of source that carry a fact alone."""

COVERED = ("states", "officials", "posts", "bodies", "meetings", "documents", "exercises", "chairmanships", "sources")
"""What is counted: the tables, and the posts inside `officials`, which are what there are years of."""


class Tally(NamedTuple):
    """How many records, how many of them with sources of two origins or more, with an official one, with either."""

    records: int = 0
    two_sources: int = 0
    official: int = 0
    firm: int = 0

    def plus(self, other: Tally) -> Tally:
        """The two together."""
        return Tally(*(left + right for left, right in zip(self, other, strict=True)))


class Covered(NamedTuple):
    """A tally of a table, of a body or office in it (empty: all of them), in a year (None: all years; 0: without a date)."""

    table: str
    group: str
    year: int | None
    tally: Tally


class Counted(NamedTuple):
    """A record, or a post, as it is counted: the groups that it belongs to, its date and its sources."""

    groups: tuple[str, ...]
    date: str | None
    sources: list[str]


def is_official(store: Store, source_id: str) -> bool:
    """Whether a source is the organisation's, a state's or a text of law."""
    source = store.get(source_id)
    return source is not None and source.get("kind") in OFFICIAL


def origin_of(store: Store, source_id: str) -> str:
    """Whose word a source is: the publisher whose text it copies, else its own publisher; two pages of one origin are no two witnesses."""
    source = store.get(source_id) or {}
    return str(source.get("text_of") or source.get("publisher") or source_id)


def tally_of(store: Store, sources: Iterable[str]) -> Tally:
    """The tally of one record that rests on these sources."""
    known = set(sources)
    two = len({origin_of(store, source) for source in known}) > 1
    official = any(is_official(store, source) for source in known)
    return Tally(1, int(two), int(official), int(two or official))


def is_firm(store: Store, sources: Iterable[str]) -> bool:
    """Whether a record rests on sources of two origins or more, or on an official one."""
    return tally_of(store, sources).firm == 1


def counted(store: Store, table: str) -> Iterator[Counted]:
    """Everything that is counted of a table."""
    if table == "posts":
        for official in store.table("officials"):
            for post in official["posts"]:
                yield Counted((post["office"],), post.get("start"), post.get("sources") or official["sources"])
        return
    for record in store.table(table):
        groups = tuple(record["bodies"]) if table == "meetings" else ()
        sources = [record["id"]] if table == "sources" else record["sources"]
        yield Counted(groups, date_of(store, table, record), sources)


def date_of(store: Store, table: str, record: Record) -> str | None:
    """The date by which a record is counted."""
    if table == "documents":
        return document_date(store, record)
    field = {"meetings": "date", "exercises": "start", "chairmanships": "start", "sources": "date", "bodies": "founded"}.get(table)
    return record.get(field) if field else None


def coverage(store: Store, tables: Sequence[str] = COVERED, years: Sequence[int] | None = None) -> list[Covered]:
    """Each table as a whole, then each year of it, then each body or office in it, whole and by year.

    With `years`, only those: each table and each body or office of it has a row for each of them, empty ones too.
    """
    rows: list[Covered] = []
    for table in tables:
        tallies: dict[tuple[str, int | None], Tally] = {("", None): Tally()}
        for item in counted(store, table):
            tally = tally_of(store, item.sources)
            year = int(item.date[:4]) if item.date else 0
            for key in ((group, when) for group in ("", *item.groups) for when in (None, year)):
                tallies[key] = tallies.get(key, Tally()).plus(tally)
        undated = {year for _, year in tallies} <= {None, 0}
        if years is not None:
            groups = sorted({group for group, _ in tallies})
            rows += (
                [] if undated else [Covered(table, group, year, tallies.get((group, year), Tally())) for group in groups for year in years]
            )
            continue
        ordered = sorted(tallies.items(), key=lambda entry: (entry[0][0], -1 if entry[0][1] is None else entry[0][1] or 9999))
        rows += [Covered(table, group, year, tally) for (group, year), tally in ordered if not (undated and year == 0)]
    return rows


def covered_in(store: Store, table: str, period: Days) -> Tally:
    """The tally of what a list of the table finds in a period: how far to trust an empty answer about it."""
    total = Tally()
    for row in select(store, table, Criteria(period=period)):
        total = total.plus(tally_of(store, row.record["sources"] if table != "sources" else [row.record["id"]]))
    return total


def dated_span(store: Store) -> tuple[str, str] | None:
    """The first and the last date of meetings, documents, exercises, chairmanships and posts; what is announced for later is left out."""
    tables = ("posts", "meetings", "documents", "exercises", "chairmanships")
    as_of = days_of(store.meta["as_of"]).last
    dates = sorted(
        item.date.rstrip("~?") for table in tables for item in counted(store, table) if item.date and days_of(item.date).first <= as_of
    )
    return (dates[0], dates[-1]) if dates else None
