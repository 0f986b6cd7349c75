"""The table of spellings: each row must find its record, all of its records, or nothing; a near one is never taken."""

from __future__ import annotations

import pytest

from csto_cli.names.lookup import NAMED_TABLES, resolve
from csto_cli.store import Store, default_path, open_store
from tests.names.spellings import COMPOUNDS, IN_SOURCES, NOTHING, SEVERAL, TYPED


@pytest.fixture(scope="module")
def record() -> Store:
    """The record itself."""
    return open_store(default_path())


@pytest.mark.parametrize(("typed", "wanted"), [*((typed, wanted) for typed, wanted, _ in IN_SOURCES), *TYPED])
def test_a_real_spelling_finds_its_record_and_no_other(record: Store, typed: str, wanted: str) -> None:
    assert [match.record["id"] for match in resolve(record, typed).matches] == [wanted]


@pytest.mark.parametrize(("typed", "wanted"), SEVERAL)
def test_a_name_of_several_finds_all_of_them(record: Store, typed: str, wanted: list[str]) -> None:
    assert sorted(match.record["id"] for match in resolve(record, typed).matches) == wanted


@pytest.mark.parametrize("typed", NOTHING)
def test_a_name_of_nobody_finds_nothing(record: Store, typed: str) -> None:
    resolution = resolve(record, typed)
    assert resolution.matches == []
    assert {match.rule for match in resolution.near} <= {"near", "far"}


@pytest.mark.parametrize(("typed", "office", "state"), COMPOUNDS)
def test_a_state_and_an_office_find_the_office_for_that_state(record: Store, typed: str, office: str, state: str) -> None:
    assert [(match.record["id"], match.within) for match in resolve(record, typed).matches] == [(office, state)]


def test_the_table_is_as_long_as_promised_and_repeats_nothing() -> None:
    found = [typed for typed, _, _ in IN_SOURCES] + [typed for typed, _ in TYPED]
    refused = [*NOTHING, *(typed for typed, _ in SEVERAL)]
    assert len(found) >= 150 and len(refused) >= 40
    assert len(set(found + refused)) == len(found + refused)


def test_no_spelling_that_the_record_holds_is_the_name_of_another_in_silence(record: Store) -> None:
    """Every name and alias of every person finds that person; where it finds others too, their names are the same."""
    wrong = []
    for official in record.table("officials"):
        for name in (*official["name"].values(), *(alias["name"] for alias in official.get("aliases", ()))):
            found = [match.record["id"] for match in resolve(record, name, NAMED_TABLES).matches]
            if official["id"] not in found:
                wrong.append((name, official["id"], found))
    assert wrong == []


def variants(name: str) -> list[str]:
    """The ways in which a reader may write a name of two words: order, comma, initial, case, hyphen."""
    given, surname = name.split()
    return [
        f"{surname} {given}",
        f"{surname}, {given}",
        f"{given[0]}. {surname}",
        f"{surname} {given[0]}.",
        surname,
        name.upper(),
        f"{given}-{surname}",
    ]


def test_every_person_is_found_by_every_usual_way_to_write_the_name(record: Store) -> None:
    missed = []
    for official in record.table("officials"):
        for name in (official["name"].get("en"), official["name"].get("ru")):
            if name and len(name.split()) == 2 and len(name.split()[0]) > 2:
                for typed in variants(name):
                    if official["id"] not in [match.record["id"] for match in resolve(record, typed).matches]:
                        missed.append((official["id"], typed))
    assert missed == []


def test_a_letter_too_many_or_another_first_name_finds_nobody(record: Store) -> None:
    """No real person's surname with a foreign given name, nor with an ending that no transliteration has, is taken for that person."""
    taken = []
    for official in record.table("officials"):
        surname = official["name"]["en"].split()[-1]
        for typed in (f"Xaver {surname}", f"X. {surname}", f"{surname}ski", f"Bro{surname.lower()}"):
            taken += [(typed, match.record["id"]) for match in resolve(record, typed, ("officials",)).matches]
    assert taken == []
