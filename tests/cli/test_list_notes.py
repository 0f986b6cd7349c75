"""What a list says beside its rows of exercises that a state stayed out of."""

from __future__ import annotations

from csto_cli.cli.asked import Asked
from csto_cli.cli.list_notes import list_notes
from csto_cli.queries.criteria import Criteria
from csto_cli.queries.lists import select
from tests.factories import exercise, make_store, membership, state

STORE = make_store(
    states=[state(), state("armenia", memberships=[membership()])],
    exercises=[
        exercise("took-part", participants=["armenia", "kazakhstan"]),
        exercise("stayed-out", participants=["kazakhstan"], absent=["armenia"]),
        exercise("only-announced", participants=["kazakhstan"], absent=["armenia"], status="announced"),
        exercise("only-others-named", participants=["kazakhstan"]),
        exercise("nobody-named-yet", participants=["kazakhstan"], status="announced"),
    ],
)
OUT = "armenia stayed out of 1 more such exercise (csto exercises --state armenia --presence absent)"
UNNAMED = "armenia, then a member, is not among the states named of 1 more such exercise; that need not mean that it stayed out"
KNOWN = "which states took part is known for 3 of 3 such exercises"


def said(**asked: object) -> list[str]:
    criteria = Criteria(states=frozenset({"armenia"}), **asked)  # type: ignore[arg-type]
    return list_notes(STORE, "exercises", Asked(), criteria, select(STORE, "exercises", criteria), ("exercises",))


def test_only_what_was_held_is_counted() -> None:
    assert said() == [KNOWN, OUT, UNNAMED]


def test_what_was_asked_for_is_not_more() -> None:
    notes = said(presence=frozenset({"absent"}))
    assert OUT not in notes
    assert UNNAMED in notes


def test_a_question_that_no_exercise_can_fit_is_told_nothing_of_them() -> None:
    assert not any("armenia" in note for note in said(people=frozenset({"nurlan-yermekbayev"})))
