"""Running text in lines: broken at blanks, addresses whole, wide characters counted as they are seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from csto_cli.render.wrapping import wrapped

LONG = "https://example.org/" + "x" * 30


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        (f"see {LONG} (read it)", ["see", LONG, "(read it)"]),
        (LONG, [LONG]),
        ("a abcdefghijklmno", ["a", "abcdefghij", "klmno"]),
        ("회담회담 회담회담", ["회담회담", "회담회담"]),
        ("회담회담회담 a", ["회담회담회", "담 a"]),
    ],
)
def test_text_is_broken_at_blanks(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10) == lines


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80), st.integers(20, 60))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert all(cell_len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
