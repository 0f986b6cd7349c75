"""Running text broken into lines for a screen: at blanks, with addresses whole."""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells

ADDRESS = re.compile(r"https?://")
"""What tells that a word is an address, or holds one."""


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines no wider than this, but for an address that is: it stands alone on its line, for the terminal to wrap, so that it
    can be copied. Any other word too wide for a line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and cell_len(line) + 1 + cell_len(word) <= width:
            line += f" {word}"
            continue
        *full, rest = [word] if ADDRESS.search(word) else chop_cells(word, width)
        lines += [line, *full] if line else full
        line = rest
    return [*lines, line]
