"""On what sources disagree, and how that is said."""

from __future__ import annotations

from csto_cli.dates import is_date
from csto_cli.model import Record


def disputes_on(part: Record, *fields: str) -> bool:
    """Whether sources disagree on one of these fields of a record or of a part of one."""
    return any(dispute["field"] in fields for dispute in part.get("disputes", ()))


def disputed_dates(part: Record, field: str) -> list[str]:
    """The dates that sources give for a field on which they disagree; what is no date of the record's form is left out."""
    return [item["value"] for item in part.get("disputes", ()) if item["field"] == field and is_date(item["value"])]


def doubt(disputed: bool) -> str:
    """What a label ends in where sources disagree."""
    return " (sources disagree)" if disputed else ""
