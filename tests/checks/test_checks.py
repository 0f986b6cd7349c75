"""The lists of checks, what they make of a whole store, and the error that names the first problem."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from csto_cli import checks
from csto_cli.checks import disputes, documents, events, file, form, hindsight, lacking, milestones, people, provenance, timelines
from csto_cli.checks.problem import Problem
from csto_cli.errors import StoreError
from csto_cli.store import open_store
from tests.factories import chairmanship, document, event, keyed, make_store, meeting, meta, minimal, topic, write_json


def test_a_store_in_order_has_no_problem(db: Path) -> None:
    assert checks.problems(open_store(db)) == []


def test_gaps_are_warnings_and_no_problems() -> None:
    store = make_store(meetings=[meeting(chair=None)])
    assert checks.problems(store) == []
    found = checks.gaps(store)
    assert Problem("warning", "meetings", "astana-2018-05-cssc", "chair", "no chair") in found
    assert {problem.level for problem in found} == {"warning"}


def test_problems_come_file_first_then_form_then_logic(tmp_path: Path) -> None:
    tables = minimal()
    tables["documents"] = [document(date="2018-05-01", topics=["cheese"])]
    tables["topics"] = [dict(reversed(topic().items()))]
    path = write_json(tmp_path, keyed(tables))
    assert [(problem.table, problem.field) for problem in checks.problems(open_store(path))] == [
        ("", ""),
        ("documents", "topics[0]"),
        ("documents", "date"),
    ]


@pytest.mark.parametrize("bad", [meeting(date="2018-02-30"), meeting(status="perhaps"), meeting(attendees=[3])])
def test_logic_waits_for_the_shape(bad: dict[str, object]) -> None:
    store = make_store(meetings=[bad], chairmanships=[chairmanship(), chairmanship(start="2018-02", end="2018-03") | {"id": "second"}])
    assert [problem.table for problem in checks.problems(store)] == ["meetings"]
    assert checks.gaps(store) == []


@pytest.mark.parametrize("rows", [[], [meta(), meta()]])
def test_without_one_meta_there_is_no_logic(rows: list[dict[str, object]]) -> None:
    assert not checks.has_shape(make_store(meta=rows))


def test_refuse_invalid_names_the_first_problem_and_how_many() -> None:
    store = make_store(documents=[document(topics=["cheese"], events=[event("x")])])
    with pytest.raises(StoreError) as caught:
        checks.refuse_invalid(store)
    assert caught.value.message == (
        "in-memory.json is not valid: documents/action-plan-2018 events[0].meeting: no record 'x' (and 1 more); `csto check` lists them"
    )
    assert caught.value.exit_code == 3


def test_refuse_invalid_passes_what_is_only_illogical() -> None:
    illogical = make_store(documents=[document(date="2018-05-01")], topics=[topic(), topic("b", broader="b")])
    assert checks.problems(illogical) != []
    checks.refuse_invalid(illogical)


MODULES = (file, form, people, events, documents, milestones, disputes, provenance, hindsight, timelines, lacking)


def checks_of(module: object) -> list[checks.Check]:
    """The checks of a module, those of gaps too."""
    return [*module.CHECKS, *getattr(module, "GAPS", ())]  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", MODULES)
def test_every_check_stands_in_its_list_and_says_what_it_holds(module: object) -> None:
    listed = [check for check in checks_of(module) if check.__module__ == module.__name__]  # type: ignore[attr-defined]
    written = [
        function
        for name, function in inspect.getmembers(module, inspect.isgeneratorfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and [*inspect.signature(function).parameters] == ["store"]  # type: ignore[attr-defined]
    ]
    assert sorted(map(repr, listed)) == sorted(map(repr, written))
    assert all(check.__doc__ for check in listed)


def test_every_list_is_made() -> None:
    made = {*checks.FILE, *checks.FORM, *checks.LOGIC, *checks.GAPS}
    for module in MODULES:
        assert set(checks_of(module)) <= made
