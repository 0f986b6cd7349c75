"""Spellings reduced to what they share: `fold` takes off script, case and marks, `skeleton` the habits of transliteration."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from csto_cli.names.letters import ascii_of

_APART = re.compile(r"[^a-z0-9]+")

# What romanisations write in several ways, applied in this order. A capital stands for one sound: S sh, C ch, J zh and dzh, T ts.
_SPELLINGS = [
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"is(?=ations?$|ing$|ed?$)", "iz"),
        (r"shch", "S"),
        (r"tsch|tch|(?<!s)ch", "C"),
        (r"sch|sh", "S"),
        (r"(?<=[aeiou])j(?=e[vw]$)|(?<=[iy])j$", "y"),
        (r"(?<=[bcfgklmnprstvz])j(?=[aeou])", "y"),
        (r"dzh|dsh|zh|dj|j", "J"),
        (r"tz|ts", "T"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ff$", "v"),
        (r"c(?=[eiy])", "s"),
        (r"ck|c|q", "k"),
        (r"([ae])u(?=[^aeiouy]|$)|(o)u$", r"\1\2v"),
        (r"ou", "u"),
        (r"(?<=[aeou])y(?=[aeiou])", ""),
        (r"iy(?=o)", "I"),
        (r"[yi]+(?=[aeu])|y(?=o)", ""),
        (r"[yi]+|I", "i"),
        (r"(.)\1+", r"\1"),
    )
]
_PATRONYMIC = re.compile(r"(ovich|evich|yich|ovna|evna|ichna|uly|kyzy|ovic|evic|avich|avic|ogly|oglu)$")

# One given name in the languages of the members, in skeletons: the form that all stand for, then the others.
_GIVEN = (
    "aleksandr aleksander alaksandr",
    "andrei andrii andrew",
    "artur artvr",
    "davit david",
    "dmitri dmitrii dzmitri",
    "edvard edward eduard",
    "igor ihar ihor",
    "mihail mikhail mihal miCail miCael",
    "nikolai mikalai",
    "pavel paval",
    "petr potr piotr peter",
    "sergei sarhei serhii serguei",
    "stanislav stanislaf",
    "vartan vardan",
    "viktor viktar",
    "vladimir uladJimir uladzimir volodimir",
    "zohrab zograb",
)


@cache
def fold(text: str) -> str:
    """Words in lower-case ASCII with single blanks between them, whatever the script, marks and hyphens were."""
    return _APART.sub(" ", ascii_of(text)).strip()


def ascii_texts(texts: Sequence[str]) -> list[str]:
    """Many texts in lower-case ASCII with their punctuation; in one go, which is several times faster than one by one."""
    plain = [text.lower().replace("'", "") if text.isascii() else None for text in texts]
    others = [text.replace("\n", " ") for text, done in zip(texts, plain, strict=True) if done is None]
    folded = iter(ascii_of("\n".join(others)).split("\n"))
    return [next(folded) if done is None else done for done in plain]


@cache
def skeleton(folded: str) -> str:
    """A folded name without what transliterations differ in: `khachaturov`, `khatchatourov` and `hachaturow` become one.

    A word with a digit in it stays as it is: 2002 is no spelling of 2022.
    """
    return " ".join(_bare(word) for word in folded.split())


@cache
def _bare(word: str) -> str:
    if not word.isalpha():
        return word
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return _same_given().get(word, word)


@cache
def _same_given() -> dict[str, str]:
    return {form: forms.split()[0] for forms in _GIVEN for form in forms.split()}


def is_patronymic(folded_word: str) -> bool:
    """Whether a word has the ending of a patronymic in a language of the member states."""
    return len(folded_word) > 6 and _PATRONYMIC.search(folded_word) is not None
