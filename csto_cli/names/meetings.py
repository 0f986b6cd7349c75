"""A meeting reference -> the meetings that it fits.

A reference is any set of what tells a meeting: parts of its id, place (by any name the city bore), country, year, month or day,
month names, body by its name or its abbreviation in either language, kind and format, in any order, with blanks or hyphens:
`astana-2018`, `"astana may 2018"`, `"Астана, ноябрь 2018"`, `2018-05-24`, `cssc-2018`. `latest`, `next` and `first` (also
`latest-csc`, `"csc latest 2018"`) pick by day from what the rest fits. A day that fits no meeting means those of
which a source that is not preferred gives it. Words of a meeting's own name are weaker: see `meetings_named`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from csto_cli.dates import days_of
from csto_cli.disputes import other_dates
from csto_cli.errors import NotInRecord, WrongUsage
from csto_cli.model import Record
from csto_cli.names.days import month_named
from csto_cli.names.fold import fold, skeleton
from csto_cli.names.lookup import aliases_of, names_of
from csto_cli.names.places import place_names
from csto_cli.store import Store

PICKS = {
    **dict.fromkeys(("latest", "last", "poslednyaya", "poslednee", "poslednij", "posledney"), "latest"),
    **dict.fromkeys(("next", "upcoming", "sleduyushchaya", "sleduyushchee"), "next"),
    **dict.fromkeys(("first", "pervaya", "pervoe"), "first"),
}
"""Words that choose one of the meetings that the rest of a reference fits."""
NEAR_SCORE = 75
"""How near (0 to 100) a mistyped word must be to one that tells a meeting, to be offered."""
_DATE = re.compile(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
LONG = 5
"""Words of fewer letters are codes and abbreviations, of which `csc` and `cssc` are two: only their own letters find them."""
_LINKING = "csto odkb meeting meetings session sitting of the in on at and sessiya sessii zasedanie zasedaniya g v vo na i god goda godu"
_IGNORED = frozenset(_LINKING.split())


class Reference(NamedTuple):
    """A typed reference taken apart: what the meeting's date must begin with or hold, its words, and which to pick."""

    dates: list[str]
    year: str | None
    month: int | None
    days: list[int]
    words: list[str]
    pick: str | None


def parse_reference(typed: str) -> Reference:
    """Take a reference apart; whatever is neither a date nor a pick is a word that must be found, a second year too, and a number of one
    or two digits where no month is named: it is that of a month in an id (`astana 2018 05`)."""
    text = _DOTTED.sub(lambda match: f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}", typed.strip().lower())
    dates = ["-".join(part for part in match.groups() if part) for match in _DATE.finditer(text)]
    text = _DATE.sub(" ", text)
    year: str | None = None
    month: int | None = None
    pick: str | None = None
    numbers: list[str] = []
    words: list[str] = []
    for raw in re.split(r"[\s,;/_-]+", text):
        word = fold(raw)
        if not word or word in _IGNORED:
            continue
        if re.fullmatch(r"\d{4}", word) and year in (None, word):
            year = word
        elif re.fullmatch(r"\d{1,2}", word):
            numbers.append(word)
        elif month is None and month_named(raw):
            month = month_named(raw)
        elif word in PICKS:
            pick = PICKS[word]
        else:
            words += _cased(word.split()) if not raw.isascii() else word.split()
    if month is None and not dates:
        return Reference(dates, year, month, [], [*words, *numbers], pick)
    days = [int(number) for number in numbers]
    if year and month:
        typed_dates = [f"{year}-{month:02}-{day:02}" for day in days] or [f"{year}-{month:02}"]
        return Reference([*dates, *typed_dates], year, None, [], words, pick)
    return Reference(dates, year, month, days, words, pick)


def find_meetings(store: Store, typed: str, today: date) -> list[Record]:
    """The meetings that a reference fits, by date; an empty list where it fits none (see `refuse_impossible`)."""
    found = store.find(typed.strip())
    if found and found[0] == "meetings":
        return [found[1]]
    reference = parse_reference(typed)
    if not any(reference) or not all(map(_exists, reference.dates)):
        return []
    meetings = store.table("meetings")
    fits = [meeting for meeting in meetings if _fits(store, meeting, reference)] or [
        meeting for meeting in meetings if any(_fits(store, other, reference) for other in other_dates(meeting, "date", "end_date"))
    ]
    fits.sort(key=lambda meeting: (meeting["date"], meeting["id"]))
    return _picked(fits, reference.pick, today)


def refuse_impossible(typed: str) -> None:
    """WrongUsage where a reference that fits nothing has a date in it that does not exist."""
    for day in parse_reference(typed).dates:
        if not _exists(day):
            where = "" if day == typed.strip() else f" (in {typed!r})"
            raise WrongUsage(f"{day} is no date that exists{where}")


def _exists(day: str) -> bool:
    with suppress(ValueError):
        return bool(days_of(day))
    return False


def meetings_named(store: Store, typed: str) -> list[Record]:
    """The meetings in one of whose own names every word typed stands (`Jubilee summit`), by date: for what means nothing else."""
    words = set(fold(typed).split())
    if not words:
        return []
    named = [meeting for meeting in store.table("meetings") if any(words <= set(fold(name).split()) for name in names_of(meeting))]
    return sorted(named, key=lambda meeting: (meeting["date"], meeting["id"]))


def _picked(fits: list[Record], pick: str | None, today: date) -> list[Record]:
    """What `latest` (held, up to today), `next` (scheduled, from today) and `first` leave of the fitting meetings."""
    if pick is None:
        return fits
    if pick == "next":
        return [meeting for meeting in fits if meeting["status"] == "scheduled" and days_of(meeting["date"]).last >= today][:1]
    held = [meeting for meeting in fits if meeting["status"] == "held" and days_of(meeting["date"]).first <= today]
    return held[:1] if pick == "first" else held[-1:]


def _fits(store: Store, meeting: Record, reference: Reference) -> bool:
    when, last = meeting["date"].rstrip("~?"), meeting.get("end_date", "").rstrip("~?")
    if not all(_on(date_part, when, last) for date_part in reference.dates):
        return False
    if reference.year and reference.year not in (when[:4], last[:4]):
        return False
    if reference.month and f"{reference.month:02}" not in (when[5:7], last[5:7]):
        return False
    if not all(f"{day:02}" in (when[8:10], last[8:10]) for day in reference.days):
        return False
    return _words_fit(store, meeting, reference.words)


def _on(wanted: str, first: str, last: str) -> bool:
    """Whether a year-month or a day is the meeting's first day, its last or one between."""
    return first.startswith(wanted) or last.startswith(wanted) or (len(wanted) == 10 and first < wanted < last)


def _cased(words: list[str]) -> list[str]:
    """Russian words with the sign that their last vowel may be that of a case: `в Астане` is Astana."""
    return [f"{word}~" if len(word) >= LONG else word for word in words]


def _words_fit(store: Store, meeting: Record, words: list[str]) -> bool:
    """Whether each word is, in some transliteration, one of those by which the meeting can be asked for."""
    if not words:
        return True
    known = {word for phrase in meeting_phrases(store, meeting) for word in fold(phrase).split()}
    wanted = [word for word in words if word not in known]
    if not wanted:
        return True
    long = [word for word in known if len(word) >= LONG]
    plain, bare = {skeleton(word) for word in long}, {_uncased(word) for word in long}
    return all(_uncased(word[:-1]) in bare if word.endswith("~") else len(word) >= LONG and skeleton(word) in plain for word in wanted)


def _uncased(word: str) -> str:
    """The skeleton of a word without its last vowel."""
    return skeleton(word).rstrip("aeiou")


def meeting_phrases(store: Store, meeting: Record) -> list[str]:
    """Every phrase by which a meeting can be asked for."""
    phrases = [meeting["id"], *meeting.get("former_ids", ()), *place_names(store, meeting.get("place"))]
    phrases += [meeting.get("kind", ""), meeting.get("format", ""), *(("video", "видео") if meeting.get("format") == "online" else ())]
    country = store.get(meeting.get("country"))
    if country:
        phrases += [*names_of(country), *aliases_of(country)]
    for body in meeting["bodies"]:
        record = store.get(body)
        phrases += [body, *names_of(record), *aliases_of(record)] if record else [body]
    return phrases


def nearest_meetings(store: Store, typed: str) -> list[Record]:
    """Meetings that share most with a reference that fits none, at most five: the same place, the same body or the same time; of many those
    nearest to a day asked for, else the latest."""
    reference = parse_reference(typed)
    looser: list[Callable[[], Reference]] = [
        lambda: reference._replace(words=[_near_word(store, word) for word in reference.words]),
        lambda: reference._replace(dates=[day[:7] for day in reference.dates], days=[]),
        lambda: reference._replace(dates=[], days=[], month=None, year=reference.year or _year(reference)),
        lambda: reference._replace(dates=[], days=[], month=None, year=None),
        lambda: reference._replace(words=[]),
        lambda: reference._replace(words=[], dates=[], days=[], month=None, year=reference.year or _year(reference)),
    ]
    for make in looser:
        loose = make()
        if not any(loose) or loose == reference:
            continue
        fits = [meeting for meeting in store.table("meetings") if _fits(store, meeting, loose)]
        if fits:
            near = sorted(fits, key=lambda meeting: _apart(reference, meeting))[:5]
            return sorted(near, key=lambda meeting: str(meeting["date"]))
    return []


def no_meeting(store: Store, reference: str) -> NotInRecord:
    """The error for a reference that fits no meeting: the nearest ones; for `next`, those announced of which no report was seen."""
    near = [f"did you mean {meeting['id']}?" for meeting in nearest_meetings(store, reference)]
    if parse_reference(reference).pick == "next":
        announced = [meeting for meeting in store.table("meetings") if meeting["status"] == "scheduled"]
        latest = sorted(announced, key=lambda meeting: str(meeting["date"]))[-1:]
        near = [f"the last one announced in the record: {meeting['id']}, {meeting['date']}" for meeting in latest]
    return NotInRecord(f"no meeting fits {reference!r} in the record", near)


def _apart(reference: Reference, meeting: Record) -> int:
    """How many days lie between a meeting and the day asked for, else how long ago it was."""
    real = [day for day in reference.dates if _exists(day)]
    asked = days_of(real[0]).first if real else date.max
    return abs((days_of(meeting["date"]).first - asked).days)


def _near_word(store: Store, word: str) -> str:
    """The word itself if any meeting is told by it, else the one nearest to it in spelling by which one is."""
    known = {part for meeting in store.table("meetings") for phrase in meeting_phrases(store, meeting) for part in fold(phrase).split()}
    if word in known:
        return word
    from rapidfuzz import fuzz, process

    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=NEAR_SCORE)
    return str(best[0]) if best else word


def _year(reference: Reference) -> str | None:
    return reference.dates[0][:4] if reference.dates else None
