"""Values of records as the text of a cell: names beside ids, spans, counts with their qualifiers, footnote numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from csto_cli.dates import days_of
from csto_cli.model import UNDONE, Record
from csto_cli.queries.indexes import documents_at, documents_named_at
from csto_cli.store import Store, label_of

QUALIFIERS = {"exactly": "", "about": "about ", "more-than": "more than ", "up-to": "up to "}


class Reader:
    """Who reads: the store the names come from, the language they are shown in, and the sources noted so far."""

    def __init__(self, store: Store, lang: str = "en", cites: Literal["", "marks", "ids"] = "") -> None:
        self.store = store
        self.lang = lang
        self.cites = cites
        self._noted: dict[str, int] = {}

    def name(self, record_id: str | None) -> str:
        """The name of the record with this id."""
        return self.store.label(record_id, self.lang)

    def names(self, ids: Iterable[str]) -> str:
        """Names joined by semicolons."""
        return "; ".join(self.name(record_id) for record_id in ids)

    def label(self, record: Record) -> str:
        """The name of this record; of a turn in the chair, which has none, whose it is and from when to when."""
        if "state" in record and not {"name", "title"} & record.keys():
            return f"{self.name(record['state'])} in the chair, {span(record.get('start'), record.get('end'))}".rstrip(", ")
        return label_of(record, self.lang)

    def abbr(self, body_id: str) -> str:
        """The abbreviation of a body in the reader's language; where the record has none, its id."""
        body = self.store.get(body_id) or {}
        return str(body.get("abbr", {}).get(self.lang, body_id))

    def office(self, post: Record) -> str:
        """The office of a post, whether held in a caretaker's role, and in place of which one that the state did not have."""
        acting = "acting " if post.get("acting") else ""
        instead = f", in place of {self.name(post['in_place_of'])}" if "in_place_of" in post else ""
        return acting + self.name(post["office"]) + instead

    def words(self, name: Record | None) -> str:
        """A `{en, ru, native}` name in the reader's language."""
        return str(name.get(self.lang) or name["en"]) if name else ""

    def where(self, record: Record) -> str:
        """Where a meeting or an exercise was: the place and the country around it, as far as the record has them."""
        country = record.get("country") or record.get("host")
        return ", ".join(part for part in (self.words(record.get("place")), self.name(country)) if part)

    def marks(self, sources: Iterable[str]) -> str:
        """Footnote marks `[1][2]`, numbered as they are first needed, or the ids of the sources; empty unless asked for."""
        if self.cites != "marks":
            return "; ".join(sources) if self.cites else ""
        numbers = [self._noted.setdefault(source, len(self._noted) + 1) for source in sources]
        return "".join(f"[{number}]" for number in sorted(set(numbers)))

    def with_marks(self, text: str, sources: Iterable[str]) -> str:
        """Text with its footnote marks after it."""
        marks = self.marks(sources)
        if not marks:
            return text
        return f"{text} {marks}" if self.cites == "marks" else f"{text} [{marks}]"

    def footnotes(self) -> list[str]:
        """The sources noted, in order."""
        return [source_line(self.store.get(source) or {"id": source}) for source in self._noted]


def source_line(source: Record) -> str:
    """A source in one line: publisher, title, date, address, the day it was read and its id; nothing touches the address but blanks."""
    parts = [publisher_of(source), source.get("title", ""), source.get("date", ""), source.get("url") or source.get("reference", "")]
    read = f"read {source['accessed']}; " if "accessed" in source else ""
    return ". ".join(part for part in parts if part) + f" ({read}{source['id']})"


def publisher_of(source: Record) -> str:
    """Who publishes a source, and whose text it is where it is a copy."""
    copied = f" (text of {source['text_of']})" if "text_of" in source else ""
    return str(source.get("publisher", "")) + copied


def span(start: str | None, end: str | None, current: bool = False) -> str:
    """`2016-12-28 to 2018-12-26`; an open end in words."""
    if start and end:
        return start if start == end else f"{start} to {end}"
    if start:
        return f"since {start}" if current else f"from {start}"
    return f"until {end}" if end else ""


def seen(attested: Sequence[str]) -> str:
    """`seen in office 2012-08-28`, with the last such day where sources show somebody in office on several, or the uncertain one in the
    month that is certain; empty where on none."""
    if len(attested) < 2:
        return f"seen in office {attested[0]}" if attested else ""
    first, last = attested[0], attested[-1]
    return f"seen in office {first} ({last})" if days_of(last).within(days_of(first)) else f"seen in office {first} to {last}"


def when_text(post: Record, attested: Sequence[str]) -> str:
    """A holding's time: its span, else the days on which sources show it, else what the record notes of it; what is disputed is said."""
    text = span(post.get("start"), post.get("end"), post["status"] == "current")
    if not post.get("start") or not (post.get("end") or post["status"] == "current"):
        text = "; ".join(part for part in (text, seen(attested)) if part)
    disputed = "sources disagree" if "disputes" in post else ""
    return "; ".join(part for part in (text, disputed) if part) or _dated_note(post) or "dates not in the record"


def _dated_note(post: Record) -> str:
    """What the note of a post says of its time: its first sentence with a number in it."""
    sentences = str(post.get("note", "")).split(". ")
    return next((sentence.rstrip(".") for sentence in sentences if any(character.isdigit() for character in sentence)), "")


def count(value: Record | None) -> str:
    """A count with its qualifier in words."""
    return f"{QUALIFIERS[value['qualifier']]}{value['count']:,}" if value else ""


def figure(value: Record | None) -> str:
    """A count with what is noted of it, as what else it counts."""
    return f"{count(value)} ({value['note']})" if value and "note" in value else count(value)


def documents_line(store: Store, meeting: Record) -> str:
    """`1 of 11 named`, or the number named where no source reports a total; `0 reported` where sources say that it was none."""
    named, reported = documents_named_at(store)[meeting["id"]], meeting.get("documents_reported")
    if reported and not reported["count"] and not named:
        return "0 reported"
    if reported:
        return f"{named} of {count(reported)} named"
    return f"{named} named" if named else ""


def undone_line(store: Store, meeting: Record) -> str:
    """`2 expected, 1 not-signed`: what the record has of a meeting's documents beside those done there; empty where it has nothing."""
    undone = Counter(event["action"] for _, event in documents_at(store).get(meeting["id"], ()) if event["action"] in UNDONE)
    return ", ".join(f"{number} {action}" for action, number in undone.items())


def flat(value: Any) -> str:
    """Any JSON value as one cell: lists joined by `; `, objects as `key=value` pairs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(flat(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}={flat(item)}" for key, item in value.items())
    return str(value)


def cell(reader: Reader, value: Any) -> str:
    """Any JSON value as one cell for a reader: names in the reader's language, counts with their qualifier, all else as `flat` has it."""
    if isinstance(value, list):
        return "; ".join(cell(reader, item) for item in value)
    if isinstance(value, dict) and "en" in value and value.keys() <= {"en", "ru", "native"}:
        return reader.words(value)
    if isinstance(value, dict) and {"count", "qualifier"} <= value.keys():
        return figure(value)
    return flat(value)


def at_path(record: Any, path: str) -> Any:
    """The value at a dotted path; through a list, what each of its items has there, None where one has nothing, so that the lists of two
    paths go together; None where there is nothing at all."""
    value = record
    parts = path.split(".")
    for index, part in enumerate(parts):
        if isinstance(value, list):
            rest = ".".join(parts[index:])
            found = [at_path(item, rest) for item in value]
            return found if any(item is not None for item in found) else None
        if not isinstance(value, dict) or part not in value:
            return None
        value = value[part]
    return value
