"""Terms of the field among the words of a search -> the other terms that mean the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from csto_cli.names.fold import fold
from csto_cli.names.vocabulary import SAME
from csto_cli.queries.stems import LINKING, stem


class Meaning(NamedTuple):
    """A term that was typed, by its words, and the folded terms that mean the same, each found only as it stands.

    A term of one word is a stem; the words of a longer one keep their endings: `unit` and `nation` are other words than United Nations.
    """

    words: list[str]
    equals: tuple[str, ...]


def meanings(words: Sequence[str]) -> list[Meaning]:
    """The terms that stand among folded words in the order in which they were typed; of terms that overlap the first, the longest."""
    terms = _terms()
    longest = max(map(len, terms))
    found: list[Meaning] = []
    at = 0
    while at < len(words):
        term = next((here for size in range(longest, 0, -1) if (here := tuple(words[at : at + size])) in terms), ())
        if term:
            found.append(Meaning(_looked_for(term), terms[term]))
        at += len(term) or 1
    return found


def _looked_for(term: Sequence[str]) -> list[str]:
    telling = [word for word in term if word not in LINKING]
    return telling if len(telling) > 1 else [stem(word) for word in telling]


@cache
def _terms() -> dict[tuple[str, ...], tuple[str, ...]]:
    """By the folded words of each term: the others of its row."""
    rows = [[fold(term) for term in row] for row in SAME]
    return {tuple(term.split()): tuple(other for other in row if other != term) for row in rows for term in row}
