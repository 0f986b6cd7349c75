"""The logic of the steps of states: that they agree with the documents, stand once and stand in order of time."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.checks.spans import out_of_order
from csto_cli.dates import days_of
from csto_cli.model import Record
from csto_cli.store import Store


def states_acts_agree(store: Store) -> Iterator[Problem]:
    """A state's step agrees with its documents: with the state's own act on that day, else with the date or the entry into force."""
    documents = {document["id"]: document for document in store.table("documents")}
    for state in store.table("states"):
        for number, step in enumerate(state.get("milestones", ())):
            for index, document_id in enumerate(step.get("documents", ())):
                otherwise = _otherwise(state["id"], step, documents.get(document_id, {}))
                if otherwise:
                    where = f"milestones[{number}].documents[{index}]"
                    yield error("states", state["id"], where, f"{step['event']} {step['date']}, but {document_id} {otherwise}")


FIELDS = {"signed": "date", "in-force": "in_force"}
"""The field of a document that gives the day of a step, where the document tells of no act of the state's own (a later signature)."""


def _otherwise(state: str, step: Record, document: Record) -> str | None:
    """What a document says that does not agree with a step of a state."""
    acts = [event for event in document.get("events", ()) if event.get("state") == state and event["action"] == step["event"]]
    if acts:
        told = sorted({event["date"] for event in acts if "date" in event})
        return f"says {', '.join(told)}" if told and step["date"] not in told else None
    if step["event"] == "ratified":
        return f"tells of no ratification by {state}"
    field = FIELDS.get(step["event"])
    if field in document and not days_of(document[field]).overlaps(days_of(step["date"])):
        return f"has {field} {document[field]}"
    return None


def no_step_twice(store: Store) -> Iterator[Problem]:
    """No step of a state stands twice: the same event on the same date with the same document, or the same instrument."""
    for state in store.table("states"):
        steps = state.get("milestones", ())
        for number, step in enumerate(steps):
            before = next((place for place in range(number) if _same_step(steps[place], step)), None)
            if before is not None:
                yield error("states", state["id"], f"milestones[{number}]", f"the same step as milestones[{before}]")


def _same_step(one: Record, other: Record) -> bool:
    """Whether two steps are one; by their instruments where one of them names no document."""
    if (one["event"], one["date"]) != (other["event"], other["date"]):
        return False
    if "documents" in one and "documents" in other:
        return not set(one["documents"]).isdisjoint(other["documents"])
    return bool(one.get("instrument") == other.get("instrument"))


def steps_in_order(store: Store) -> Iterator[Problem]:
    """The steps of a state stand in order of time, as far as their dates tell."""
    for state in store.table("states"):
        steps = state.get("milestones", ())
        for number, before in out_of_order([days_of(step["date"]) for step in steps]):
            words = f"{steps[number]['date']}, but stands after milestones[{before}] of {steps[before]['date']}"
            yield error("states", state["id"], f"milestones[{number}].date", words)


CHECKS = (states_acts_agree, no_step_twice, steps_in_order)
"""Every check of states' steps."""
