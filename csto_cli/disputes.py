"""On what sources disagree, what that makes possible, and how it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from csto_cli.dates import Certainty, Days, dated_in, dates_in
from csto_cli.model import Record


def disputes_on(part: Record, *fields: str) -> bool:
    """Whether sources disagree on one of these fields of a record or of a part of one."""
    return any(dispute["field"] in fields for dispute in part.get("disputes", ()))


def disputed_fields(part: Record, within: str = "") -> list[str]:
    """The fields of a record, or of a part that stands in its list `within`, on which sources disagree, each once."""
    return list(dict.fromkeys(f"{within}.{dispute['field']}" if within else dispute["field"] for dispute in part.get("disputes", ())))


def is_disputed(record: Record) -> bool:
    """Whether sources disagree on anything in a record or in the parts in its lists."""
    parts = (part for value in record.values() if isinstance(value, list) for part in value if isinstance(part, dict))
    return "disputes" in record or any("disputes" in part for part in parts)


def disputed_dates(part: Record, field: str) -> list[str]:
    """The dates that sources give for a field on which they disagree; what is no date is left out."""
    return [date for item in part.get("disputes", ()) if item["field"] == field for date in dates_in(item["value"])]


def other_dates(part: Record, *fields: str) -> Iterator[Record]:
    """The part with each date, or set of dates, that sources not preferred give for these fields."""
    if disputes_on(part, *fields):
        given = [[part.get(field), *disputed_dates(part, field)] for field in fields]
        for dates in product(*given):
            yield part | {field: date for field, date in zip(fields, dates, strict=True) if date is not None}


def by_all_dates(part: Record, judge: Callable[[Record], Certainty], *fields: str) -> Certainty:
    """What `judge` says by the preferred dates in these fields; where that is *no*, *possibly* if by dates of other sources it is not."""
    preferred = judge(part)
    if preferred != "no":
        return preferred
    return "possibly" if any(judge(other) != "no" for other in other_dates(part, *fields)) else "no"


Span = tuple[str | None, str | None]
"""When something was: its date, or its first and last one."""


def spans_given(part: Record, start: str, end: str | None = None) -> list[Span]:
    """When a record or a part of one was: by the dates preferred for these fields, then by those that other sources give."""
    firsts, lasts = [[part.get(field), *disputed_dates(part, field)] if field else [None] for field in (start, end)]
    return list(product(firsts, lasts))


def dated_by(spans: Sequence[Span], period: Days) -> Certainty:
    """Whether something was in `period`: by the first of its spans; where by that it was not, *possibly* if by another it was."""
    preferred, *others = (dated_in(*span, period) for span in spans)
    return "possibly" if preferred == "no" and any(other != "no" for other in others) else preferred


def doubt(disputed: bool) -> str:
    """What a label ends in where sources disagree."""
    return " (sources disagree)" if disputed else ""
