"""Who took part in an exercise and who stayed out: nobody both, and only those are missed who belonged."""

from __future__ import annotations

import pytest

from csto_cli.checks import exercises
from csto_cli.checks.problem import Problem
from csto_cli.model import Record
from tests.factories import exercise, make_store, membership, state


def problem(words: str) -> Problem:
    return Problem("error", "exercises", "rubezh-2018", "absent", words)


def test_the_minimal_store_passes_every_check() -> None:
    store = make_store()
    assert [found for check in exercises.CHECKS for found in check(store)] == []


@pytest.mark.parametrize(("absent", "both"), [(["armenia", "kazakhstan"], ["kazakhstan"]), (["armenia"], []), ([], [])])
def test_nobody_took_part_and_stayed_out(absent: list[str], both: list[str]) -> None:
    store = make_store(exercises=[exercise(participants=["kazakhstan", "russia"], absent=absent)])
    expected = [problem(f"{state} is among the participants too") for state in both]
    assert list(exercises.nobody_took_part_and_stayed_out(store)) == expected


@pytest.mark.parametrize(
    ("host", "participants", "words"),
    [
        ("armenia", [], ["armenia is the host"]),
        ("armenia", ["armenia"], ["armenia is among the participants too"]),
        ("kazakhstan", ["kazakhstan"], []),
        (None, None, []),
    ],
)
def test_no_host_stayed_out(host: str | None, participants: list[str] | None, words: list[str]) -> None:
    store = make_store(exercises=[exercise(host=host, participants=participants, absent=["armenia"])])
    assert list(exercises.nobody_took_part_and_stayed_out(store)) == [problem(told) for told in words]


@pytest.mark.parametrize(
    ("tie", "missed"),
    [
        (membership(), True),
        (membership(organization="cst", start="1994-04-20"), True),
        (membership(start="2006-08-16", end="2018", status="ended"), True),
        (membership(start="2006-08-16", end="2012-12-19", status="ended"), False),
        (membership(start="2019-01-01"), False),
        (membership(role="observer"), False),
        (membership(organization="csto-pa"), False),
    ],
)
def test_only_a_member_is_missed(tie: Record, missed: bool) -> None:
    store = make_store(states=[state("uzbekistan", memberships=[tie])], exercises=[exercise(start="2018-10-10", absent=["uzbekistan"])])
    expected = [] if missed else [problem("uzbekistan was no member on 2018-10-10")]
    assert list(exercises.who_stayed_out_belonged(store)) == expected


def test_without_a_day_nothing_can_be_said() -> None:
    gone = state("uzbekistan", memberships=[membership(start="2006", end="2012", status="ended")])
    assert list(exercises.who_stayed_out_belonged(make_store(states=[gone], exercises=[exercise(start=None, absent=["uzbekistan"])]))) == []
