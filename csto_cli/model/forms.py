"""The forms of single values: dates, ids, addresses, and references to other records."""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple


class Ref(NamedTuple):
    """A string that is the id of a record in `table`."""

    table: str


class Form(NamedTuple):
    """A string of a given form; `means` says it in words for error messages and the data dictionary."""

    pattern: str
    means: str


ID = Form(r"^[a-z0-9]+(-[a-z0-9]+)*$", "lower-case words joined by hyphens")
DATE = Form(r"^\d{4}(-\d{2}(-\d{2})?)?[~?]?$", "YYYY, YYYY-MM or YYYY-MM-DD, then ~ (about) or ? (uncertain)")
DAY = Form(r"^\d{4}-\d{2}-\d{2}$", "YYYY-MM-DD")
TEXT = Form(r"^\S(.*\S)?$", "text without blanks at its ends, on one line")
URL = Form(r"^https?://\S+$", "an http(s) address")
SEMVER = Form(r"^\d+\.\d+\.\d+$", "major.minor.patch")
CODE2 = Form(r"^[A-Z]{2}$", "two capital letters (ISO 3166-1 alpha-2)")
CODE3 = Form(r"^[A-Z]{3}$", "three capital letters (ISO 3166-1 alpha-3)")

Id = Annotated[str, ID]
Date = Annotated[str, DATE]
Day = Annotated[str, DAY]
Text = Annotated[str, TEXT]
StateId = Annotated[str, Ref("states")]
PersonId = Annotated[str, Ref("officials")]
OfficeId = Annotated[str, Ref("offices")]
BodyId = Annotated[str, Ref("bodies")]
MeetingId = Annotated[str, Ref("meetings")]
DocumentId = Annotated[str, Ref("documents")]
TopicId = Annotated[str, Ref("topics")]
SourceId = Annotated[str, Ref("sources")]


def matches(form: Form, text: str) -> bool:
    """Whether `text` has the form."""
    return re.search(form.pattern, text) is not None
