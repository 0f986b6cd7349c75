"""The lists: which records of a table fit what was asked, each with its certainty where a day was asked about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from csto_cli.disputes import disputed_fields
from csto_cli.model import Record
from csto_cli.queries.acts import act_days, acts_asked, acts_of, document_date
from csto_cli.queries.criteria import Criteria, Row
from csto_cli.queries.fitting import fitting_ties
from csto_cli.queries.judging import fitting_holdings, if_held
from csto_cli.queries.listings import LISTINGS, Listing, Values
from csto_cli.queries.placing import placed
from csto_cli.store import Store

DATE_FIELDS = {"meetings": ("date",), "exercises": ("start", "end"), "sources": ("date",)}
"""Where the records of a table have their dates; documents have theirs from events and meetings too."""


def undated(store: Store, table: str, asked: Criteria) -> int:
    """How many records fit all that was asked but the days, and have no date by which those could be judged; where acts were asked for, no
    day of any of those."""
    if not asked.period or (table not in DATE_FIELDS and table != "documents"):
        return 0
    disputed_in = _disputes(store, table, asked)
    fitting = [
        record
        for record in store.table(table)
        if fits(store, LISTINGS[table], record, asked) and (not asked.disputed or disputed_in(record))
    ]
    if asked.actions is not None:
        return sum(not act_days(store, record, acts_of(store, record, asked)) for record in fitting)
    if table == "documents":
        return sum(document_date(store, record) is None for record in fitting)
    return sum(not any(field in record for field in DATE_FIELDS[table]) for record in fitting)


def select(store: Store, table: str, asked: Criteria) -> list[Row]:
    """The records of `table` that fit, in the table's own order: *yes* or *possibly*, and *no* only for what was cancelled."""
    listing = LISTINGS[table]
    judge = listing.when(store, asked) if asked.period else None
    disputed_in = _disputes(store, table, asked)
    rows = []
    for record in sorted(store.table(table), key=lambda item: listing.sort(store, item)):
        if not fits(store, listing, record, asked):
            continue
        certainty, disputed = judge(record) if judge else None, disputed_in(record)
        if certainty != "no" and (disputed or not asked.disputed):
            rows.append(Row(record, if_held(record, certainty), disputed=disputed))
    return rows


def documents_by_meeting(store: Store, criteria: Criteria) -> list[Row]:
    """A row for each document, or, where meetings were named, for each of them at which something was done with it; where acts were asked
    for, in the order of their days."""
    # Where no act was asked for, whatever was done counts: a document can concern a state that did nothing with it.
    acting = Criteria() if criteria.actions is None else criteria
    rows = []
    for row in select(store, "documents", criteria):
        at = list(dict.fromkeys(event["meeting"] for event in acts_asked(store, row.record, acting) if "meeting" in event))
        if criteria.meetings is None:
            rows.append(row._replace(meeting="; ".join(at)))
        else:
            rows += [row._replace(meeting=meeting) for meeting in at if meeting in criteria.meetings]
    if criteria.actions is not None:
        rows.sort(key=lambda row: act_days(store, row.record, acts_asked(store, row.record, criteria)) or ["9999"])
    if criteria.meetings is not None:
        rows.sort(key=lambda row: criteria.meetings.index(row.meeting or "") if criteria.meetings else 0)
    return rows


def _disputes(store: Store, table: str, asked: Criteria) -> Callable[[Record], tuple[str, ...]]:
    """Says on which fields of a record and of its parts sources disagree; of an official the posts that fit what was asked, of a state the
    ties, for those are what their lists show."""
    fitting = fitting_holdings(store, asked) if table == "officials" else {}

    def disputed(record: Record) -> tuple[str, ...]:
        lists = {field: value for field, value in record.items() if isinstance(value, list)}
        if table == "officials":
            lists["posts"] = [holding.post for holding, _ in fitting.get(record["id"], ())]
        elif table == "states":
            lists = {"memberships": [tie for tie, _ in fitting_ties(store, record, asked)]}
        inside = [
            path for field, parts in lists.items() for part in parts if isinstance(part, dict) for path in disputed_fields(part, field)
        ]
        return tuple(dict.fromkeys([*disputed_fields(record), *inside]))

    return disputed


def fits(store: Store, listing: Listing, record: Record, asked: Criteria) -> bool:
    """Whether a record fits all that was asked but the days; what its table cannot be asked fits nothing."""
    wanted: list[tuple[Iterable[str] | None, Values | None]] = [
        (asked.states, listing.states),
        (asked.bodies, listing.bodies),
        (asked.offices, listing.offices),
        (asked.meetings, listing.meetings),
        (asked.topics, listing.topics),
        (asked.types, listing.types),
        (asked.people, listing.people),
        (asked.presence, listing.presence),
        (asked.actions, listing.actions),
        (asked.series, _series),
    ]
    if asked.of_nothing:
        return False
    for values, of_record in wanted:
        if values is not None and not (of_record and set(values) & set(of_record(store, record))):
            return False
    if asked.places is not None:
        names = listing.places(store, record) if listing.places else ()
        if not any(placed(place, names) for place in asked.places):
            return False
    return listing.one is None or listing.one(store, record, asked)


def _series(store: Store, record: Record) -> Iterable[str]:
    return [record["series"]] if "series" in record else []
