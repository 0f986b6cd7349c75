"""The logic of a state's steps: what it did with documents, each step once and in order of time."""

from __future__ import annotations

from collections.abc import Iterator

from csto_cli.checks.problem import Problem, error
from csto_cli.store import Store


def states_acts_agree(store: Store) -> Iterator[Problem]:
    """What a state did with a document has one day: in the state's steps the same as among what was done with the document."""
    acts: dict[tuple[str, str, str], set[str]] = {}
    for document in store.table("documents"):
        for event in document.get("events", ()):
            if "state" in event and "date" in event:
                acts.setdefault((event["state"], event["action"], document["id"]), set()).add(event["date"])
    for state in store.table("states"):
        for number, step in enumerate(state.get("milestones", ())):
            for document_id in step.get("documents", ()):
                told = acts.get((state["id"], step["event"], document_id), {step["date"]})
                if step["date"] not in told:
                    where = f"milestones[{number}].date"
                    yield error(
                        "states", state["id"], where, f"{step['event']} {step['date']}, but {document_id} says {', '.join(sorted(told))}"
                    )


CHECKS = (states_acts_agree,)
"""Every check of states' steps."""
