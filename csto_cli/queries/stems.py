"""Words as they are searched: without those that only link, and without endings, English or transliterated Russian."""

from __future__ import annotations

from functools import cache

_RUSSIAN = (
    "ostyami ostyakh ovaniya ovanie eniyami eniyakh skogo skomu skimi skikh skaya skoe skoy skom skie skiy skii eniya eniyu eniem enie "
    "enii eniy yami yakh ogo emu omu imi ymi ikh ykh aya yaya oye oe ie ye iya iyu iem iey ami akh ov ev ey oy iy yy om em am yam a e i "
    "o u y ya yu"
)
_ENGLISH = "ations ation ings ing ists ist isms ism ies ers er ed es s al"
_ENDINGS = tuple(sorted({*_RUSSIAN.split(), *_ENGLISH.split()}, key=len, reverse=True))
SHORTEST = 4
SHORT = 3
"""A word of so many letters or fewer is found whole: too much begins with it, as заседание with `zas`."""
LONG = 7
"""So many letters must a word or stem have to be tried by a shorter beginning."""

_LINKING = "a an and at by for from in of on the to with v vo i k ko na o ob obo ot po pri s so u do dlya iz za"
LINKING = frozenset(_LINKING.split())
"""Folded words that link others; where other words are typed too, they are not looked for."""


@cache
def stem(word: str) -> str:
    """A folded word without its longest known ending; at least four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word


def whole_forms(word: str) -> tuple[str, ...]:
    """A short word as it stands in folded texts: itself, and with the ending of the English genitive (`scos` for SCO's)."""
    return (word, f"{word}s")


def finds(stemmed: str, word: str) -> bool:
    """Whether a stem finds a folded word: one that begins with it, and of a short one the word itself."""
    return word in whole_forms(stemmed) if len(stemmed) <= SHORT else word.startswith(stemmed)


def beginning(stemmed: str) -> str:
    """A shorter beginning of a long stem, which words of one root share: `mirotvorts` (peacekeepers) and `mirotvorcheskie`."""
    return stemmed[: len(stemmed) - max(2, len(stemmed) // 4)] if len(stemmed) >= LONG else stemmed
