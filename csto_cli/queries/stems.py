"""Endings of English and of transliterated Russian words taken off, so that a word finds its other forms."""

from __future__ import annotations

from functools import cache

_RUSSIAN = (
    "ostyami ostyakh ovaniya ovanie eniyami eniyakh skogo skomu skimi skikh skaya skoe skoy skom skie skiy skii eniya eniyu eniem enie "
    "enii eniy yami yakh ogo emu omu imi ymi ikh ykh aya yaya oye oe ie ye iya iyu iem iey ami akh ov ev ey oy iy yy om em am yam a e i "
    "o u y ya yu"
)
_ENGLISH = "keepers keeping keeper ations ation ings ing ists ist isms ism ies ers er ed es s al"
_ENDINGS = tuple(sorted({*_RUSSIAN.split(), *_ENGLISH.split()}, key=len, reverse=True))
SHORTEST = 4


@cache
def stem(word: str) -> str:
    """A folded word without its longest known ending; at least four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
