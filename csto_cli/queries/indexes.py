"""What would otherwise be looked for anew for every record: documents by meeting, meetings by person, made once for a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from csto_cli.model import UNDONE, Record
from csto_cli.queries.seats import present_at
from csto_cli.store import Store


@lru_cache(maxsize=1)
def documents_at(store: Store) -> Mapping[str, list[tuple[Record, Record]]]:
    """By the id of a meeting: each document with each thing done with it there, in the order of the record."""
    found: dict[str, list[tuple[Record, Record]]] = {}
    for document in store.table("documents"):
        for event in document.get("events", ()):
            if "meeting" in event:
                found.setdefault(event["meeting"], []).append((document, event))
    return found


@lru_cache(maxsize=1)
def documents_named_at(store: Store) -> Counter[str]:
    """By the id of a meeting: how many documents of it the record names; drafts only expected, or not signed, do not count."""
    return Counter(
        {
            meeting: len({document["id"] for document, event in dealt_with if event["action"] not in UNDONE})
            for meeting, dealt_with in documents_at(store).items()
        }
    )


@lru_cache(maxsize=1)
def meetings_of(store: Store) -> Mapping[str, list[str]]:
    """By the id of a person: the meetings at which that person sat; not those stayed away from, left to another or only announced for."""
    found: dict[str, list[str]] = {}
    for meeting in store.table("meetings"):
        for seat in present_at(store, meeting):
            if "person" in seat:
                found.setdefault(seat["person"], []).append(meeting["id"])
    return found


@lru_cache(maxsize=2)
def offices_of_several(store: Store) -> frozenset[str]:
    """The ids of the offices that several hold at once."""
    return frozenset(office["id"] for office in store.table("offices") if office.get("seats") == "several")


@lru_cache(maxsize=1)
def chair_starts(store: Store) -> list[str]:
    """The days on which chairmanships begin, in order."""
    return sorted(record["start"] for record in store.table("chairmanships") if "start" in record)


@lru_cache(maxsize=2)
def acceding_states(store: Store) -> dict[str, frozenset[str]]:
    """By document: the states that became party to it only by acceding, after others had signed it."""
    found: dict[str, set[str]] = {}
    for state in store.table("states"):
        for step in state.get("milestones", ()):
            if step["event"] == "acceded":
                for document in step.get("documents", ()):
                    found.setdefault(document, set()).add(state["id"])
    return {document: frozenset(states) for document, states in found.items()}


@lru_cache(maxsize=2)
def states_stepping(store: Store) -> dict[str, list[str]]:
    """By document: the states of whose steps it is the instrument."""
    found: dict[str, list[str]] = {}
    for state in store.table("states"):
        for step in state.get("milestones", ()):
            for document in step.get("documents", ()):
                found.setdefault(document, []).append(state["id"])
    return found
