"""The seats of a state, or of an office, in which the record has nobody: those that sources say stood empty, and those it does not know."""

from __future__ import annotations

from csto_cli.queries.unfilled import Unfilled
from csto_cli.queries.vacancies import Vacant
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


def vacant_note(reader: Reader, portrait: Portrait) -> str | None:
    """Where nobody was found: which of the seats asked about sources say stood empty; None where none surely did."""
    texts = [_vacant_text(reader, portrait, vacant) for vacant in portrait.vacancies if vacant.certainty != "possibly"]
    return f"no office-holder then; vacant: {'; '.join(texts)}" if texts else None


def _of(portrait: Portrait, vacant: Vacant) -> str:
    """What tells a seat in this portrait: of a state the office, of an office the state."""
    return vacant.office if portrait.kind == "state" else vacant.state


def _vacant_text(reader: Reader, portrait: Portrait, vacant: Vacant) -> str:
    when = span(vacant.vacancy.get("start"), vacant.vacancy.get("end"))
    doubt = ["possibly"] if vacant.certainty == "possibly" else []
    disputed = ["sources disagree"] if "disputes" in vacant.vacancy else []
    text = f"{reader.name(_of(portrait, vacant))}, {', '.join([when, *doubt, *disputed])}" if when else reader.name(_of(portrait, vacant))
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
