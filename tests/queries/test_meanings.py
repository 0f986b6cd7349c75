"""Terms of the field among words: the longest counts, linking words may stand in it, no word is taken for one that it only resembles."""

from __future__ import annotations

import pytest

from csto_cli.names.fold import fold
from csto_cli.names.vocabulary import SAME
from csto_cli.queries.meanings import Meaning, meanings


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("UN observer", [Meaning(["un"], ("oon", "united nations"))]),
        ("United Nations' observer", [Meaning(["united", "nations"], ("un", "oon"))]),
        ("ООН", [Meaning(["oon"], ("un", "united nations"))]),
        (
            "drills on bases",
            [Meaning(["drill"], ("exercise", "exercises", "drill")), Meaning(["base"], ("base", "military infrastructure"))],
        ),
        (
            "a session of the Council in Minsk",
            [Meaning(["session", "council"], ("summit", "summits", "council session", "session of the collective security council"))],
        ),
        ("united and nations", []),
        ("unit", []),
        ("based", []),
        ("session", []),
        ("", []),
    ],
)
def test_terms_are_told_among_words(typed: str, found: list[Meaning]) -> None:
    assert meanings(fold(typed).split()) == found


def test_a_term_stands_in_one_row() -> None:
    terms = [fold(term) for row in SAME for term in row]
    assert len(terms) == len(set(terms))


def test_what_only_spells_differently_is_one_term() -> None:
    assert fold("Secretary-General") == fold("secretary general")
