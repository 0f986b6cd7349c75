"""Each check of states' steps catches what cannot have been so, and passes what can."""

from __future__ import annotations

import pytest

from csto_cli.checks import milestones
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import document, event, make_store, state

DOCUMENT = "action-plan-2018"


def problem(table: str, record_id: str, field: str, words: str) -> Problem:
    return Problem("error", table, record_id, field, words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in milestones.CHECKS for found in check(store)] == []


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (event(None, action="ratified", state="kazakhstan", date="2018-12-30"), None),
        (
            event(None, action="ratified", state="kazakhstan", date="2018-12-29"),
            "ratified 2018-12-30, but action-plan-2018 says 2018-12-29",
        ),
        (event(None, action="ratified", state="belarus", date="2018-12-29"), None),
        (event(None, action="signed", state="kazakhstan", date="2018-12-29"), None),
        (event(None, action="ratified", date="2018-12-29"), None),
    ],
)
def test_what_a_state_did_with_a_document_has_one_day(act: Record, words: str | None) -> None:
    steps = [{"event": "ratified", "date": "2018-12-30", "documents": [DOCUMENT]}]
    store = make_store(states=[state(milestones=steps)], documents=[document(events=[act])])
    expected = [problem("states", "kazakhstan", "milestones[0].date", words)] if words else []
    assert list(milestones.states_acts_agree(store)) == expected
