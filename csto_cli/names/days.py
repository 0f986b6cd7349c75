"""A typed date -> the days that it means.

The common ways in which English and Russian write a day, a month, a year or a period are taken (see FORMS); what can be read in two ways,
or contradicts itself, is refused with the reason.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from csto_cli.dates import Days, days_of, said
from csto_cli.errors import WrongUsage

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6,
    "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
    "январь": 1, "февраль": 2, "март": 3, "апрель": 4, "май": 5, "июнь": 6,
    "июль": 7, "август": 8, "сентябрь": 9, "октябрь": 10, "ноябрь": 11, "декабрь": 12,
    "январе": 1, "феврале": 2, "марте": 3, "апреле": 4, "мае": 5, "июне": 6,
    "июле": 7, "августе": 8, "сентябре": 9, "октябре": 10, "ноябре": 11, "декабре": 12,
}  # fmt: skip
FORMS = "2018, 2018-05, 2018-05-24, 24.05.2018, '24 May 2018', 2016..2018, 2018-09..2018-11, today"

_PERIOD = re.compile(
    r"(?<=\d)(?: ?[‒–—−] ?| - )(?=.*\d{4})"
    r"|(?<=^\d{4}) ?[-/] ?(?=\d{4}$)|(?<=\.\d{4})-(?=[\d.]+\.\d{4}$)|(?<=\d{4})-(?=[^\W\d]+ )|(?<= \d{4})-(?=\d{1,2} [^\W\d]+\.? \d{4}$)"
    r"|(?<=^\d{4}-\d{2})/(?=\d{4}-\d{2}$)|(?<=^\d{4}-\d{2}-\d{2})/(?=\d{4}-)"
)
"""What stands between the ends of a period beside `..`: a dash or a minus sign, a hyphen with blanks around it, and without them between
two years (also a stroke) or two dotted dates, or before the name of a month; a stroke between two ISO 8601 dates."""

_DASH = "[-‒–—−]"
_WORDED = re.compile(r"^(?:(?:from|с|со) )?(.+) (?:to|till|until|по|до) (.+)$")
"""A period told by prepositions: `from 24 to 26 may 2018`, `с 24 по 26 мая 2018`."""
_YEARLESS = re.compile(
    rf"^(\d{{1,2}}(?:\.\d{{1,2}}| [^\W\d]+\.?)|[^\W\d]+\.?(?: \d{{1,2}})?) ?{_DASH} ?"
    r"(\d{1,2}\.\d{1,2}\.(\d{4})|(?:\d{1,2} )?[^\W\d]+\.?(?: \d{1,2})?,? (\d{4}))$"
)
"""A period in two months of one year, named once: `27 june - 2 july 2017`, `june 27 - july 2, 2017`, `27.06-02.07.2017`, `may-july 2018`.
Groups: its first end, its last, and that one's year where it is dotted or else in words."""
_NO_CENTURY = re.compile(r"^\d{1,2}([-/. ])(?:\d{1,2}|[^\W\d]{3,}\.?)\1\d{2}$")
"""A day whose year has two digits: `24.05.18`, `24-may-18`."""

WEEKDAYS = {
    "Monday": ("monday", "mon", "понедельник", "пн"),
    "Tuesday": ("tuesday", "tues", "tue", "вторник", "вт"),
    "Wednesday": ("wednesday", "wednes", "wed", "среда", "ср"),
    "Thursday": ("thursday", "thurs", "thur", "thu", "четверг", "чт"),
    "Friday": ("friday", "fri", "пятница", "пт"),
    "Saturday": ("saturday", "satur", "sat", "суббота", "сб"),
    "Sunday": ("sunday", "sun", "воскресенье", "вс"),
}
"""How each day of the week, from Monday on, is written before a date."""
AROUND_TODAY = {"today": 0, "сегодня": 0, "yesterday": -1, "вчера": -1, "tomorrow": 1, "завтра": 1}
"""Words for a day by how many days it lies after today."""
_CLOCK = re.compile(r"^(\d{4}-\d{2}-\d{2})[t ](?:[01]?\d|2[0-4]):[0-5]\d(?!\d).*$")


def asked_days(typed: str, today: date) -> Days:
    """The days that a person means by `typed` (see FORMS).

    Raises WrongUsage, with the forms that are understood, for anything else and for days that do not exist.
    """
    text = _PERIOD.sub("..", _with_both_ends(_plain(" ".join(typed.split()).lower())))
    if ".." in text:
        left, _, right = text.partition("..")
        if ".." in right:
            raise WrongUsage(f"{typed!r} has more than two ends")
        first = _end(left, typed, today).first if left.strip() else date.min
        last = _end(right, typed, today).last if right.strip() else date.max
        if first > last:
            raise WrongUsage(f"the period {typed!r} ends before it begins")
        return Days(first, last)
    if text in AROUND_TODAY:
        day = today + timedelta(AROUND_TODAY[text])
        return Days(day, day)
    weekday, bare = _without_weekday(text)
    if _NO_CENTURY.match(bare):
        raise WrongUsage(f"{typed!r} does not say which century it is in", ["write the year with four digits"])
    try:
        days = days_of(_as_stored(bare))
    except ValueError:
        fault = "does not say which year it is in" if _lacks_year(bare) else "is no date that exists or that can be read"
        raise WrongUsage(f"{typed!r} {fault}", [f"write a date as {FORMS}; `csto help dates` has more"]) from None
    if weekday:
        _refuse_other_weekday(days, weekday)
    return days


def _lacks_year(text: str) -> bool:
    """Whether a text is a month, or days of months, and nothing else: `may`, `24 may`, `24-26 may`, `24.05`."""
    words, numbers = re.findall(r"[^\W\d]+", text), re.findall(r"\d+", text)
    named = bool(words) and all(month_named(word) for word in words)
    return (named or re.fullmatch(r"\d{1,2}[./]\d{1,2}", text) is not None) and all(len(number) <= 2 for number in numbers)


def _plain(text: str) -> str:
    """The text without a preposition, the endings of ordinals, the Russian word for a year after one, and hyphens between a day and its
    month."""
    text = re.sub(r"^(?:в|in) ", "", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd|th)(?: of)?(?=[ ,-]|$)", "", text)
    text = re.sub(r"(?<=\d{4}) ?(?:гг?\.?|годы|года|году|год)(?= |$)", "", text)
    text = re.sub(r"(?<!\d)(\d{1,2})-([^\W\d]{3,})-(?=\d{4})", r"\1 \2 ", text)
    return re.sub(r"(?<!\d)(\d{1,2})-([^\W\d]{3,})(?= |$)", r"\1 \2", text)


def _end(part: str, typed: str, today: date) -> Days:
    """The days of one end of a period; an error about it names the whole."""
    try:
        return asked_days(part, today)
    except WrongUsage as error:
        raise WrongUsage(f"{error.message}, in {typed!r}", error.hints) from None


def _with_both_ends(text: str) -> str:
    """`8-9 november 2018`, `8-9.11.2018`, `november 8-9, 2018`, `27 june - 2 july 2017`, `from 8 to 9 november 2018` with what they
    say once at both ends; anything else unchanged."""
    worded = _WORDED.match(text)
    if worded:
        joined = f"{worded[1]} - {worded[2]}"
        text = _with_both_ends(joined)
        return f"{worded[1]}..{worded[2]}" if text == joined else text
    text = re.sub(rf"^(\d{{1,2}})\.? ?{_DASH} ?(\d{{1,2}})(\.\d{{1,2}}\.\d{{4}}| [^\W\d]+\.?,? \d{{4}}.*)$", r"\1\3 .. \2\3", text)
    text = re.sub(rf"^([^\W\d]+)\.? (\d{{1,2}}) ?{_DASH} ?(\d{{1,2}}),? (\d{{4}})$", r"\2 \1 \4 .. \3 \1 \4", text)
    return _YEARLESS.sub(_with_year_at_both_ends, text)


def _with_year_at_both_ends(period: re.Match[str]) -> str:
    """The text of a match of _YEARLESS with its year at its first end too."""
    mark, year = (".", period[3]) if period[3] else (" ", period[4])
    return f"{period[1]}{mark}{year}..{period[2]}"


def _without_weekday(text: str) -> tuple[str | None, str]:
    """The English name of the day of the week that stands before a date (None: none does), and the date without it."""
    first, _, rest = text.partition(" ")
    named = next((name for name, written in WEEKDAYS.items() if first.rstrip(".,") in written), None)
    return (named, rest) if named and rest else (None, text)


def _refuse_other_weekday(days: Days, weekday: str) -> None:
    """WrongUsage where a day is said to have been another day of the week than it was (one of the two was mistyped), or a month one."""
    if days.first != days.last:
        raise WrongUsage(f"a {weekday} is one day, not {said(days)}")
    name = list(WEEKDAYS)[days.first.weekday()]
    if name != weekday:
        raise WrongUsage(f"{days.first} was a {name}, not a {weekday}")


def _as_stored(text: str) -> str:
    """`24 May 2018`, `May 24, 2018`, `May 2018`, `24-May-2018`, `24.05.2018`, `24/05/2018`, `2018/5/24`, `20180524`,
    `2018-05-24T10:00` -> the stored form; anything else unchanged.

    Raises WrongUsage for `05/06/2018`, which some read as of the 5th of June, others as of the 6th of May.
    """
    text = _CLOCK.sub(r"\1", text)
    numbers = re.fullmatch(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?", text) or re.fullmatch(r"(\d{4})()(\d{2})(\d{2})", text)
    if numbers:
        return "-".join([numbers[1], *(f"{int(part):02}" for part in (numbers[3], numbers[4]) if part)])
    month = re.fullmatch(r"(\d{1,2})[-/.](\d{4})", text)
    if month:
        return f"{month[2]}-{int(month[1]):02}"
    backwards = re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", text)
    if backwards:
        return _from_backwards(int(backwards[1]), backwards[2], int(backwards[3]), backwards[4])
    if re.search(r"[^\W\d]{3}", text):
        text = re.sub(r"(?<=\w)[-/.](?=\w)", " ", text)
    text = re.sub(r"^(\d{4}),? ([^\W\d]+) (\d{1,2})$", r"\3 \2 \1", text)
    words = re.fullmatch(r"(?:(\d{1,2}) )?([^\W\d]+)\.?(?: (\d{1,2}))?,? (\d{4})", text)
    if words:
        before, name, after, year = words.groups()
        month_number = month_named(name)
        day = before or after
        if month_number and not (before and after):
            return f"{year}-{month_number:02}" + (f"-{int(day):02}" if day else "")
    return text


def _from_backwards(first: int, mark: str, second: int, year: str) -> str:
    """The stored form of a date that ends in its year: day before month, unless it has strokes and only the other way is a date."""
    if mark != "." and first != second and max(first, second) <= 12:
        both = f"{year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}"
        raise WrongUsage(f"{first:02}{mark}{second:02}{mark}{year} can be of two days", [f"write {both}"])
    day, month = (second, first) if mark == "/" and second > 12 else (first, second)
    return f"{year}-{month:02}-{day:02}"


def month_named(word: str) -> int | None:
    """The month that an English or Russian name, or its first three letters, stands for."""
    word = word.lower().rstrip(".")
    if word in MONTHS:
        return MONTHS[word]
    if len(word) >= 3:
        fits = {number for name, number in MONTHS.items() if name.startswith(word)}
        if len(fits) == 1:
            return fits.pop()
    return None
