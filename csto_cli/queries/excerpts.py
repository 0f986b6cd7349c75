"""The piece of a record's text that shows why a search found it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from csto_cli.names.fold import fold
from csto_cli.queries.stems import finds

WIDTH = 90
_WORD = re.compile(r"\w+")


def is_hit(word: str, stems: Sequence[str]) -> bool:
    """Whether a word of a text is one that was searched for: one of the stems finds a part of it."""
    return any(finds(wanted, part) for part in fold(word).split() for wanted in stems)


def excerpt_of(texts: Sequence[str], stems: Sequence[str], width: int = WIDTH) -> str:
    """The text in which most of the stems stand, cut at words around the first of them, with signs where it was cut."""
    best = max(texts, key=lambda text: _count(text, stems), default="")
    if len(best) <= width:
        return best
    at = next((match.start() for match in _WORD.finditer(best) if is_hit(match.group(), stems)), 0)
    start = best.rfind(" ", 0, max(0, at - width // 3)) + 1
    end = len(best) if start + width >= len(best) else max(best.rfind(" ", start, start + width), at)
    return ("… " if start else "") + best[start:end].strip() + (" …" if end < len(best) else "")


def _count(text: str, stems: Sequence[str]) -> int:
    words = fold(text).split()
    return sum(any(finds(wanted, word) for word in words) for wanted in stems)
