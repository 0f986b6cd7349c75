"""Records as entries of a bibliography, free of any format: the data set, a record of it, a document, a source."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from csto_cli.disputes import disputed_fields
from csto_cli.model import TABLES, UNDONE, Record
from csto_cli.publish.describing import licence_url
from csto_cli.publish.parts import Part, item_name, part_steps, parts_text
from csto_cli.publish.selection import cited
from csto_cli.queries.acts import done_date
from csto_cli.queries.judging import has_open_end
from csto_cli.store import Store, label_of
from csto_cli.views.cards import label
from csto_cli.views.text import Reader, span

EntryKind = Literal["dataset", "record", "event", "treaty", "document", "source"]


class Entry(NamedTuple):
    """What a bibliography says of one thing; "" where the record does not say it. Dates are as stored."""

    key: str
    kind: EntryKind
    title: str
    author: str = ""
    date: str = ""
    container: str = ""
    version: str = ""
    as_of: str = ""
    place: str = ""
    event_first: str = ""
    event_last: str = ""
    held: bool = True
    url: str = ""
    accessed: str = ""
    lang: str = ""
    note: str = ""
    states: str = ""

    @property
    def named(self) -> str:
        """The title, for formats that must have one; a page without one is described, in brackets that say that it is no title."""
        return self.title or (f"[Page at {self.site}]" if self.url else "[Untitled]")

    @property
    def site(self) -> str:
        """Host and path of the address."""
        return re.sub(r"^[a-z]+://(www\.)?", "", self.url).partition("?")[0].rstrip("/")

    @property
    def event_date(self) -> str:
        """When an event was, in words; where only its first or its last day is known, from or until when."""
        return span(self.event_first or None, self.event_last or None)

    @property
    def stated(self) -> str:
        """What of a record it is cited for, as a sentence."""
        return f"Cited for: {self.states}" if self.states else ""


class Citation(NamedTuple):
    """A record's own entry and those of the sources that it rests on."""

    own: Entry
    sources: list[Entry]


AUTHOR = "The csto maintainers"
"""Who is named as the author of the data set, here as in CITATION.cff, which an installed package does not have."""


def data_set(store: Store) -> Entry:
    """The data set itself: author, title, version, the day it speaks for, licence."""
    meta = store.meta
    key = f"csto-data-{meta['data_version'].replace('.', '-')}"
    note = f"Licence: {meta['licence']}, {licence_url(meta['licence'])}"
    version, as_of = meta["data_version"], meta["as_of"]
    return Entry(key, "dataset", meta["title"], author=AUTHOR, date=as_of, version=version, as_of=as_of, note=note)


def citation(store: Store, record: Record, lang: str = "en") -> Citation:
    """The entry of a record and of every source that states it, nested ones too, each with what it states; names in `lang` where the
    record has them so.

    A record that is a part of one in the store (see `parts.part_of`) is cited as that part.
    """
    found = store.find(record["id"])
    table = found[0] if found else "meta"
    if table == "meta":
        return Citation(data_set(store), [])
    if table == "sources":
        return Citation(source(record), [])
    own = document(store, record, lang) if table == "documents" else _of_record(store, table, record, lang)
    stated = cited(TABLES[table], record)
    sources = []
    for source_id, paths in stated.items():
        entry = source(store.get(source_id) or {"id": source_id, "publisher": source_id})
        sources.append(entry if isinstance(record, Part) else entry._replace(states=states_line(paths)))
    return Citation(own, sources)


def states_line(paths: list[str]) -> str:
    """What a source states, short: `the record as a whole; attendees 1-7, 9; post 2, attested day 1`."""
    numbers: dict[str, list[int]] = {}
    for path in paths:
        before, _, last = path.rpartition(" ")
        if last.isdigit():
            numbers.setdefault(before, []).append(int(last))
        else:
            numbers.setdefault(path, [])
    return "; ".join(_part_words(path, seen) for path, seen in numbers.items())


def _part_words(path: str, numbers: list[int]) -> str:
    """A part of a record in words: `the record as a whole`, `event 1`, `post 2, disputed values 1-2`, `documents reported`."""
    *outer, last = path.split(", ")
    parts = [_item_word(field, number) for field, _, number in (step.partition(" ") for step in outer)]
    parts.append(_item_word(last, _ranges(numbers), many=len(set(numbers)) > 1) if last else "the record as a whole")
    return ", ".join(parts)


def _item_word(field: str, number: str, many: bool = False) -> str:
    return f"{item_name(field, many)} {number}" if number else label(field)


def _ranges(numbers: list[int]) -> str:
    ranges: list[list[int]] = []
    for number in sorted(set(numbers)):
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def _of_record(store: Store, table: str, record: Record, lang: str) -> Entry:
    """A record of the data set; a meeting or an exercise is also the event that it records."""
    meta = store.meta
    first, last = _event_days(store, record) if table in EVENTS else ("", "")
    undone = not_done(store.get(record["id"]) or record)
    return Entry(
        _part_key(store, record),
        "event" if table in EVENTS else "record",
        record_title(store, table, record, lang),
        date=meta["as_of"],
        container=meta["title"],
        version=meta["data_version"],
        as_of=meta["as_of"],
        place=Reader(store, lang).where(record) if table in EVENTS else "",
        event_first=first,
        event_last=last,
        held=not undone,
        note=". ".join([_reference(store, record), *undone, *disagreements(store, record)]),
    )


def _event_days(store: Store, record: Record) -> tuple[str, str]:
    """The first and the last day of a meeting or an exercise; "" for one that the record does not have."""
    whole = store.get(record["id"]) or record
    first = record.get("date") or record.get("start") or ""
    last = record.get("end_date") or record.get("end") or ("" if has_open_end(store, whole) else first)
    return first, last


NOT_HELD = {
    "scheduled": "Only scheduled: no report that it was held was seen",
    "announced": "Only announced: no report that it was held was seen",
    "cancelled": "It was cancelled",
}


def not_done(record: Record) -> list[str]:
    """Of a meeting, an exercise or a document that it is not known to have been held, signed or adopted, as a sentence; else none."""
    actions = {event["action"] for event in record.get("events", ())}
    if record.get("status") in NOT_HELD:
        return [NOT_HELD[record["status"]]]
    if not actions or actions - {*UNDONE, "cleared"}:
        return []
    if "not-signed" in actions:
        return ["It was put forward and not signed"]
    drafted = "A draft agreed for a higher organ" if "cleared" in actions else "Only expected"
    return [f"{drafted}: no report that it was signed or adopted was seen"]


def disagreements(store: Store, record: Record) -> list[str]:
    """On what sources disagree in a record or in its parts, as a sentence: `Sources disagree on date; post 2: start`; else none."""
    whole = store.get(record["id"]) or record
    said = [", ".join(_disputed_words(record))] if "disputes" in record else []
    for field, value in record.items():
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict) and "disputes" in item:
                said.append(f"{_item_word(field, str(whole[field].index(item) + 1))}: {', '.join(_disputed_words(item))}")
    return [f"Sources disagree on {'; '.join(said)}"] if said else []


def _disputed_words(holder: Record) -> list[str]:
    """The fields on which sources disagree, in words, each once: `place` for place.en, `attendee 1` for attendees.0.person."""
    paths = [path.split(".") for path in disputed_fields(holder)]
    return list(dict.fromkeys(_item_word(head, str(int(rest[0]) + 1) if rest and rest[0].isdigit() else "") for head, *rest in paths))


EVENTS = ("meetings", "exercises")


def record_title(store: Store, table: str, record: Record, lang: str = "en") -> str:
    """A record's name; for one without a name its kind, state and time; for a part of a record what it says."""
    if "name" in record or "title" in record:
        name = label_of(record, lang)
    else:
        when = span(record.get("start"), record.get("end"))
        what = f"{table.removesuffix('s').capitalize()}: {store.label(record.get('state') or record['id'], lang)}"
        name = f"{what}, {when}" if when else what
    if isinstance(record, Part):
        name += "".join(f"; {text}" for text in parts_text(store, table, record, lang))
    return name


def _part_key(store: Store, record: Record) -> str:
    """The key of an entry; a part's says which part it is, so that two parts of a record do not share one."""
    steps = part_steps(store, record) if isinstance(record, Part) else []
    return "-".join([record["id"], *(f"{field}-{number}" for field, number in steps)]).replace("_", "-")


def _reference(store: Store, record: Record) -> str:
    """What a reader types to have it shown or cited: `Record a`, of one part of it `Record a:posts:2`."""
    steps = part_steps(store, record) if isinstance(record, Part) else []
    one = len(steps) == 1 and len(record[steps[0][0]]) == 1
    return f"Record {record['id']}" + (f":{steps[0][0]}:{steps[0][1]}" if one else "")


def document(store: Store, record: Record, lang: str = "en") -> Entry:
    """A document as such: its title, the body that adopted it, its date (else that of what was done with it), its address."""
    adopted = store.label(record["adopted_by"], lang) if "adopted_by" in record else ""
    kind: EntryKind = "treaty" if record["type"] in ("treaty", "charter", "agreement", "protocol") else "document"
    said = [f"{_reference(store, record)} of {store.meta['title']}, data version {store.meta['data_version']}, as of {store.meta['as_of']}"]
    if record["title_status"] == "descriptive":
        said.insert(0, "The title is a description")
    said += [*not_done(store.get(record["id"]) or record), *disagreements(store, record)]
    return Entry(
        record["id"],
        kind,
        record_title(store, "documents", record, lang),
        author=adopted,
        date=done_date(store, record) or "",
        url=record.get("url", ""),
        lang=lang if lang != "en" and lang in record["title"] else "",
        note=". ".join(said),
    )


def source(record: Record) -> Entry:
    """A source: a page with its address, or a text on paper with its full reference."""
    title = record.get("title") or record.get("reference") or ""
    copied = f"Text of {record['text_of']}" if "text_of" in record else ""
    said = [text for text in (record.get("reference") if "title" in record else "", copied, record.get("note")) if text]
    return Entry(
        record["id"],
        "source",
        title,
        author=record.get("publisher", ""),
        date=record.get("date", ""),
        url=record.get("url", ""),
        accessed=record.get("accessed", ""),
        lang=record.get("lang", ""),
        note=". ".join(said),
    )


def date_parts(stored: str) -> list[int]:
    """Year, month and day of a stored date as far as they are known; empty for anything else."""
    match = re.match(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[~?]?(?:$| )", stored)
    return [int(part) for part in match.groups() if part] if match else []


def is_qualified(stored: str) -> bool:
    """Whether a stored date is only about right, or uncertain."""
    return stored.endswith(("~", "?"))
