"""`--table` takes a table by its name, in any case, or by the command that lists it, wherever it is an option."""

from __future__ import annotations

import pytest

from tests.cli.running import csto


@pytest.mark.parametrize("asked", [("check", "--gaps", "--limit", "3"), ("info", "--coverage"), ("search", "peacekeeping")])
def test_a_table_is_named_by_its_list_too(asked: tuple[str, ...]) -> None:
    by_name = csto(*asked, "--table", "documents")
    assert by_name.code == 0
    assert by_name.out.count("\n") > 1
    for other in ("docs", "Documents", "DOCS"):
        assert csto(*asked, "--table", other).out == by_name.out


@pytest.mark.parametrize("asked", [("check",), ("info", "--coverage"), ("search", "peacekeeping"), ("export", "--to", "md", "none.md")])
def test_any_other_word_is_refused_with_those_that_there_are(asked: tuple[str, ...]) -> None:
    ran = csto(*asked, "--table", "treaties")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("csto: no table 'treaties' here; it is one of: ")
    assert "documents" in ran.err


def test_a_part_of_a_record_is_no_name_to_show_but_can_be_cited() -> None:
    ran = csto("show", "nikol-pashinyan:posts:1")
    assert ran.code == 1
    assert "  a part of a record is cited: csto cite nikol-pashinyan:posts:1\n" in ran.err
