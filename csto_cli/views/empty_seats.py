"""The seats of a state, an office or a body in which the record has nobody: those that sources say stood empty, and others."""

from __future__ import annotations

from collections.abc import Callable

from csto_cli.dates import Days
from csto_cli.queries.holders import Holding, all_holdings, holders_on
from csto_cli.queries.unfilled import Unfilled, beside, stood_empty
from csto_cli.queries.vacancies import Vacant, empty_days
from csto_cli.queries.who import Portrait
from csto_cli.views.text import Reader, span, when_text


def empty_seats(reader: Reader, portrait: Portrait) -> list[tuple[str, str]]:
    """The lines of a card about them, each seat with who held it before and after where one day was asked about."""
    sides = {unfilled.of: _beside(reader, unfilled) for unfilled in portrait.unfilled}
    lines = [
        ("vacant", _vacant_text(reader, portrait, vacant) + sides.get(_of(portrait, vacant), "") + _noted(vacant))
        for vacant in portrait.vacancies
    ]
    doubtful = _nobody_certain(portrait)
    return lines + [
        (f"nobody {known}", f"{reader.name(of)}: no {known} holder {_then(portrait)}{sides[of]}{_undated(reader, portrait, of)}")
        for of in _open(portrait)
        for known in ("certain" if of in doubtful else "known",)
    ]


def _then(portrait: Portrait) -> str:
    """The day asked about, or the days, in words."""
    return "on that day" if portrait.period and portrait.period.first == portrait.period.last else "in that time"


def _open(portrait: Portrait) -> list[str]:
    """The seats in which nobody is shown and of which no vacancy is known: of a state the offices, of an office or a body the states."""
    vacant = {_of(portrait, item) for item in portrait.vacancies}
    return [unfilled.of for unfilled in portrait.unfilled if unfilled.of not in vacant]


def _nobody_certain(portrait: Portrait) -> list[str]:
    """Those of them whose possible holders were left out."""
    possible = [holding for holding, _ in portrait.left_out]
    seats = {seat for holding in possible for seat in (holding.seats if portrait.kind == "state" else [holding.state])}
    return [of for of in _open(portrait) if of in seats]


def nobody_known(portrait: Portrait) -> list[str]:
    """Those of them for which the record knows nobody: of a state the offices, of an office or a body the states."""
    doubtful = _nobody_certain(portrait)
    return [of for of in _open(portrait) if of not in doubtful]


def rows_note(reader: Reader, portrait: Portrait) -> str | None:
    """What rows of holders cannot show of an answer: the seats that stood empty, and those in which nobody is known."""
    told = _told_of(reader, portrait)
    return f"{portrait.match.record['id']}: {told}" if told else None


def _told_of(reader: Reader, portrait: Portrait) -> str:
    told = {
        "vacant": "; ".join(_vacant_text(reader, portrait, item) for item in portrait.vacancies),
        "nobody certain": ", ".join(reader.name(of) for of in _nobody_certain(portrait)),
        "nobody known": ", ".join(reader.name(of) for of in nobody_known(portrait)),
    }
    return "; ".join(f"{what}: {text}" for what, text in told.items() if text)


def vacancy_notes(reader: Reader, offices: frozenset[str], states: frozenset[str] | None, period: Days) -> list[str]:
    """For a list of the holders of offices: which of them stood empty in these days, in the states asked about (None: in any)."""
    return [
        f"vacant: {reader.name(item.state)}: {_told(reader, reader.name(item.office), item)}"
        for item in stood_empty(reader.store, holders_on(reader.store, period), period)
        if item.office in offices and (states is None or item.state in states)
    ]


def none_note(reader: Reader, portrait: Portrait) -> str:
    """Where nothing was found: that the record has none, which proves nothing, but where sources say that all that was asked about stood
    empty on those days; of a vacancy that leaves something open it is told beside."""
    asked_of, told = portrait.match.record["id"], _told_of(reader, portrait)
    if told and not portrait.unshown and _all_empty(portrait):
        return f"{asked_of}: no office-holder then; {told}"
    what = "no seat at those meetings" if portrait.seated else "no office" if portrait.kind == "person" else "no office-holder"
    caveat = f"{asked_of}: {what} in the record for what was asked; that does not say there was none"
    return "; ".join([caveat, *([told] if told else []), *_posts_beside(reader, portrait)])


def _posts_beside(reader: Reader, portrait: Portrait) -> list[str]:
    """Which office a person without one on the days asked about held last before them, and first after them."""
    if portrait.kind != "person" or portrait.seated or portrait.period is None:
        return []
    own = [holding for holding in all_holdings(reader.store) if holding.person["id"] == portrait.match.record["id"]]
    sides = _sides(*beside(own, portrait.period), lambda holding: reader.office(holding.post))
    return [sides] if sides else []


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


def _undated(reader: Reader, portrait: Portrait, of: str) -> str:
    """Who can have held a seat in which nobody is known, on days that no source tells."""
    possible = [
        f"{reader.label(holding.person)} ({when_text(holding.post, holding.attested)})"
        for holding, _ in portrait.unshown
        if of in (holding.seats if portrait.kind == "state" else (holding.state,))
    ]
    return f"; possibly {', '.join(possible)}" if possible else ""


def _beside(reader: Reader, unfilled: Unfilled) -> str:
    """Who held a seat before and after the day asked about."""
    sides = _sides(unfilled.before, unfilled.after, lambda holding: reader.label(holding.person))
    return f"; {sides}" if sides else ""


def _sides(before: Holding | None, after: Holding | None, name: Callable[[Holding], str]) -> str:
    """`after NAME (when), before NAME (when)`, with what is known of it."""
    sides = (("after", before), ("before", after))
    return ", ".join(f"{side} {name(holding)} ({when_text(holding.post, holding.attested)})" for side, holding in sides if holding)
