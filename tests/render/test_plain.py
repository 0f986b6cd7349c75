"""Text made safe: control and direction characters are shown, everything else is left alone."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from csto_cli.render.plain import visible, visible_json, within


def test_what_is_shown() -> None:
    assert visible("a\x1b[31m\tb\n\r\x00\x7f\x9b") == "a\\x1b[31m\\tb\\n\\r\\x00\\x7f\\x9b"
    assert visible("\u202eevil\u2066\u200f\u061c\u2028\ud800") == "\\u202eevil\\u2066\\u200f\\u061c\\u2028\\ud800"
    assert visible("Зась, Қазақстан — [red] ½ \\n é") == "Зась, Қазақстан — [red] ½ \\n é"


def test_json_keeps_its_line_ends() -> None:
    assert visible_json('{\n  "a": "é\x9b\u202e"\n}') == '{\n  "a": "é\\u009b\\u202e"\n}'


def test_an_encoding_lacks_what_it_lacks() -> None:
    assert within("Зась ─", "cp1251") == "Зась \\u2500"
    assert within("Зась", "cp1252") == "\\u0417\\u0430\\u0441\\u044c"
    assert within("Зась", "utf-8") == "Зась"
    assert within("Зась", "no-such-encoding") == "Зась"


@given(st.text())
def test_nothing_unsafe_is_left_and_nothing_is_lost(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not any(
        unicodedata.bidirectional(character) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") for character in shown
    )
    assert visible(shown) == shown
    assert len(shown) >= len(text)
