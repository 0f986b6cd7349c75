"""The logic of a state's terms: its memberships and its turns in the chair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import beyond_handover
from csto_cli.dates import days_of, said, sure_span
from csto_cli.model import Record
from csto_cli.store import Store


def one_chairmanship_at_a_time(store: Store) -> Iterator[Problem]:
    """No two states are surely in the chair on one day, but for the day of a handover."""
    spans = [(record, sure_span(record.get("start"), record.get("end"))) for record in store.table("chairmanships")]
    for (one, left), (other, right) in combinations(spans, 2):
        shared = beyond_handover(left, right) if left and right else None
        if shared:
            yield error("chairmanships", other["id"], "start", f"shares {said(shared)} with {one['id']}")


def chair_is_of_the_chairing_state(store: Store) -> Iterator[Problem]:
    """Whoever is named as a chairmanship's chair is of that state."""
    for record in store.table("chairmanships"):
        person = store.get(record.get("chair"))
        if person and person.get("state") and person["state"] != record["state"]:
            yield error("chairmanships", record["id"], "chair", f"{person['id']} is of {person['state']}, not of {record['state']}")


def one_membership_at_a_time(store: Store) -> Iterator[Problem]:
    """A state has one tie to an organisation at a time; what is not ended lasts to the day that the record speaks for."""
    for state in store.table("states"):
        ties = [(number, tie, _tie_end(store, tie)) for number, tie in enumerate(state["memberships"])]
        for (_, one, one_end), (number, other, other_end) in combinations(ties, 2):
            left, right = sure_span(one.get("start"), one_end), sure_span(other.get("start"), other_end)
            shared = beyond_handover(left, right) if left and right and one["organization"] == other["organization"] else None
            if shared:
                yield error("states", state["id"], f"memberships[{number}]", f"a second tie to {other['organization']}, {said(shared)}")


def _tie_end(store: Store, tie: Record) -> str | None:
    """The end of a membership; of one that goes on, the day that the record speaks for."""
    return tie.get("end") or (None if tie["status"] == "ended" else store.meta["as_of"])


def next_chair_takes_the_chair(store: Store) -> Iterator[Problem]:
    """The state that a Council session names as next in the chair is the one whose turn begins next."""
    turns = sorted((record for record in store.table("chairmanships") if "start" in record), key=lambda record: days_of(record["start"]))
    for meeting in store.table("meetings"):
        if "next_chair" not in meeting or "csc" not in meeting["bodies"]:
            continue
        first = days_of(meeting["date"]).first
        following = next((turn for turn in turns if days_of(turn["start"]).last >= first), None)
        if following and following["state"] != meeting["next_chair"]:
            yield error("meetings", meeting["id"], "next_chair", f"{meeting['next_chair']}, but next comes {following['id']}")


CHECKS = (one_chairmanship_at_a_time, chair_is_of_the_chairing_state, one_membership_at_a_time, next_chair_takes_the_chair)
"""Every check of memberships and of turns in the chair."""
