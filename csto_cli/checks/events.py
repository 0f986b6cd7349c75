"""The logic of what happened: meetings, circles, and days that have not come yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.dates import days_of, span_of
from csto_cli.model import Record
from csto_cli.queries.indexes import documents_named_at
from csto_cli.store import Store

MEETING_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*?-(\d{4}(?:-\d{2}(?:-\d{2})?)?)-([a-z][a-z0-9-]*)")


def telling_ids(store: Store) -> Iterator[Problem]:
    """A meeting's id is `place-yyyy-mm-body`, with the day where two would collide; it tells the meeting's own date and body."""
    for meeting in store.table("meetings"):
        match = MEETING_ID.fullmatch(meeting["id"])
        if not match:
            yield error("meetings", meeting["id"], "id", "expected place-yyyy-mm-body or place-yyyy-mm-dd-body")
            continue
        when, body = match.groups()
        if not any(meeting.get(field, "").startswith(when) for field in ("date", "end_date")):
            yield error("meetings", meeting["id"], "id", f"tells {when}, but the date is {meeting['date']}")
        wanted = meeting["bodies"][0] if len(meeting["bodies"]) == 1 else "joint"
        if body != wanted:
            yield error("meetings", meeting["id"], "id", f"ends in {body!r}, but bodies say {wanted!r}")


def no_more_than_reported(store: Store) -> Iterator[Problem]:
    """A meeting has no more named documents than sources report, where they report an exact number or an upper bound."""
    named = documents_named_at(store)
    for meeting in store.table("meetings"):
        reported = meeting.get("documents_reported")
        if reported and reported["qualifier"] in ("exactly", "up-to") and named[meeting["id"]] > reported["count"]:
            yield error(
                "meetings",
                meeting["id"],
                "documents_reported.count",
                f"{named[meeting['id']]} documents are named, {reported['count']} reported",
            )


def previous_was_before(store: Store) -> Iterator[Problem]:
    """The previous meeting was earlier."""
    for meeting in store.table("meetings"):
        previous = store.get(meeting.get("previous"))
        if previous and "date" in previous and days_of(previous["date"]).first > span_of(meeting["date"], meeting.get("end_date")).last:
            yield error("meetings", meeting["id"], "previous", f"{previous['id']} was later, on {previous['date']}")


def no_circles(store: Store) -> Iterator[Problem]:
    """Following `parent`, `broader` or `previous` never leads back."""
    for table, field in (("bodies", "parent"), ("topics", "broader"), ("meetings", "previous")):
        next_of = {record["id"]: record.get(field) for record in store.table(table)}
        told: set[str] = set()
        for start in next_of:
            passed: list[str] = []
            here: str | None = start
            while here and here in next_of and here not in passed and here not in told:
                passed.append(here)
                here = next_of[here]
            if here in passed:
                circle = passed[passed.index(here) :]
                yield error(table, circle[0], field, f"leads in a circle: {' > '.join([*circle, circle[0]])}")
            told.update(passed)


def nothing_from_the_future(store: Store) -> Iterator[Problem]:
    """Nothing after the day that the record speaks for is held, done, current or published."""
    as_of = days_of(store.meta["as_of"]).last
    for table, record, path, stored in _past_facts(store):
        if days_of(stored).first > as_of:
            yield error(table, record["id"], path, f"{stored} lies after {as_of}, the day that the record speaks for")


def _past_facts(store: Store) -> Iterator[tuple[str, Record, str, str]]:
    """Every date of something that is said to have happened."""
    for table, fields in (("meetings", ("date", "end_date")), ("exercises", ("start", "end"))):
        held = [record for record in store.table(table) if record["status"] == "held"]
        yield from ((table, record, field, record[field]) for record in held for field in fields if field in record)
    for table, field in (("documents", "date"), ("bodies", "founded"), ("sources", "date")):
        yield from ((table, record, field, record[field]) for record in store.table(table) if field in record)
    for document in store.table("documents"):
        for number, event in enumerate(document.get("events", ())):
            if event["action"] != "expected" and "date" in event:
                yield "documents", document, f"events[{number}].date", event["date"]
    for table, lists in (("officials", ("posts",)), ("states", ("memberships", "milestones", "vacancies"))):
        for record in store.table(table):
            yield from ((table, record, path, stored) for key in lists for path, stored in _started(key, record.get(key, ())))


def _started(key: str, items: list[Record]) -> Iterator[tuple[str, str]]:
    """The beginnings of posts and memberships, the ends of those that ended, the days of milestones and of vacancies."""
    for number, item in enumerate(items):
        fields = ("start", "end") if item.get("status") == "ended" or key == "vacancies" else ("start", "date")
        yield from ((f"{key}[{number}].{field}", item[field]) for field in fields if field in item)
        for index, attested in enumerate(item.get("attested", ())):
            yield f"{key}[{number}].attested[{index}].date", attested["date"]


CHECKS = (
    telling_ids,
    no_more_than_reported,
    previous_was_before,
    no_circles,
    nothing_from_the_future,
)
"""Every check of what happened."""
