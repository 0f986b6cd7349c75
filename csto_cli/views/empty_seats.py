"""The seats of a state, or of an office, in which the record has nobody: those that sources say stood empty, and those it does not know."""

from __future__ import annotations

from csto_cli.dates import Days
from csto_cli.queries.unfilled import Unfilled
from csto_cli.queries.vacancies import Vacant, empty_days, vacancies
from csto_cli.queries.who import Portrait
from csto_cli.views.text import Reader, span, when_text


def empty_seats(reader: Reader, portrait: Portrait) -> list[tuple[str, str]]:
    """The lines of a card about them, each seat with who held it before and after where one day was asked about."""
    beside = {unfilled.of: _beside(reader, unfilled) for unfilled in portrait.unfilled}
    told = [(_of(portrait, vacant), vacant) for vacant in portrait.vacancies]
    lines = [("vacant", _vacant_text(reader, portrait, vacant) + beside.get(of, "") + _noted(vacant)) for of, vacant in told]
    unknown = [(of, text) for of, text in beside.items() if of not in dict(told)]
    return [*lines, *(("nobody known", f"{reader.name(of)}: no known holder on that day{text}") for of, text in unknown)]


def rows_note(reader: Reader, portrait: Portrait) -> str | None:
    """What rows of holders cannot show of an answer about one day: the seats that stood empty, and those in which nobody is known."""
    told = {_of(portrait, vacant): _vacant_text(reader, portrait, vacant) for vacant in portrait.vacancies}
    unknown = [reader.name(unfilled.of) for unfilled in portrait.unfilled if unfilled.of not in told]
    parts = [*([f"vacant: {'; '.join(told.values())}"] if told else []), *([f"nobody known: {', '.join(unknown)}"] if unknown else [])]
    return f"{portrait.match.record['id']}: {'; '.join(parts)}" if parts else None


def vacancy_notes(reader: Reader, offices: frozenset[str], states: frozenset[str] | None, period: Days) -> list[str]:
    """For a list of the holders of offices: which of them stood empty in these days, in the states asked about (None: in any)."""
    found = [
        item
        for item in vacancies(reader.store, period)
        if item.office in offices
        and (states is None or item.state in states)
        and ((days := empty_days(item.vacancy)) is None or days.overlaps(period))
    ]
    return [f"vacant: {reader.name(item.state)}: {_told(reader, reader.name(item.office), item)}" for item in found]


def none_note(reader: Reader, portrait: Portrait, what: str) -> str:
    """Where nothing was found: that the record has none, which proves nothing, but where sources say that all that was asked about stood
    empty on that day; of a vacancy that leaves something open it is told beside."""
    told = rows_note(reader, portrait)
    asked_of = portrait.match.record["id"]
    if told and not portrait.unshown and _all_empty(portrait):
        return f"{asked_of}: no office-holder then; {told.removeprefix(f'{asked_of}: ')}"
    caveat = f"{asked_of}: {what} in the record for what was asked; that does not say there was none"
    return f"{caveat}; {told.removeprefix(f'{asked_of}: ')}" if told else caveat


def _all_empty(portrait: Portrait) -> bool:
    """Whether on all days asked about every seat of an office, or of a state in the offices named, surely stood empty."""
    period = portrait.period
    sure = {_of(portrait, item) for item in portrait.vacancies if period and (days := empty_days(item.vacancy)) and period.within(days)}
    if portrait.kind == "body":
        return False
    if portrait.wanted is not None:
        return bool(sure) and portrait.wanted <= sure
    return portrait.kind == "office" and bool(portrait.unfilled) and {unfilled.of for unfilled in portrait.unfilled} <= sure


def _of(portrait: Portrait, vacant: Vacant) -> str:
    """What tells a seat in this portrait: of a state the office, of an office or a body the state."""
    return vacant.office if portrait.kind == "state" else vacant.state


def _vacant_text(reader: Reader, portrait: Portrait, vacant: Vacant) -> str:
    what = reader.name(_of(portrait, vacant))
    return _told(reader, f"{what}: {reader.name(vacant.office)}" if portrait.kind == "body" else what, vacant)


def _told(reader: Reader, what: str, vacant: Vacant) -> str:
    """What stood empty, when, and how sure that is."""
    when = span(vacant.vacancy.get("start"), vacant.vacancy.get("end"))
    doubt = ["possibly"] if vacant.certainty == "possibly" else []
    disputed = ["sources disagree"] if "disputes" in vacant.vacancy else []
    text = ", ".join([what, *([when] if when else []), *doubt, *disputed])
    return reader.with_marks(text, vacant.vacancy["sources"])


def _noted(vacant: Vacant) -> str:
    return f"; {vacant.vacancy['note'].rstrip('.')}" if "note" in vacant.vacancy else ""


def _beside(reader: Reader, unfilled: Unfilled) -> str:
    """Who held a seat before and after the day asked about."""
    sides = [
        f"{side} {reader.label(holding.person)} ({when_text(holding.post, holding.attested)})"
        for side, holding in (("after", unfilled.before), ("before", unfilled.after))
        if holding
    ]
    return f"; {', '.join(sides)}" if sides else ""
