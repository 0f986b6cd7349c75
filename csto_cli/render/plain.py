"""Text that cannot disturb a terminal or a line-based reader."""

from __future__ import annotations

import re

# C0 and C1 controls, line and paragraph separators, half surrogates, and every character that sets the direction of text
# (Bidi_Control in Unicode's PropList): shown, never sent.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}


def visible(text: str) -> str:
    """The text with control and direction characters written as `\\x1b` or `\\u202e`, so that it stays on one line."""
    return _UNSAFE.sub(_escaped, text)


def visible_json(text: str) -> str:
    """JSON text with the same characters as `\\u` escapes, which every reader turns back into what they were.

    Outside strings JSON has none of them but line ends, and inside strings those are escaped already.
    """
    return text if text.isascii() and "\x7f" not in text else _UNSAFE.sub(_escaped_in_json, text)


def _escaped(match: re.Match[str]) -> str:
    code = ord(match.group())
    return _SHORT.get(match.group()) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _escaped_in_json(match: re.Match[str]) -> str:
    return match.group() if match.group() == "\n" else f"\\u{ord(match.group()):04x}"


def within(text: str, encoding: str) -> str:
    """The text with what an encoding lacks written as escapes, so that its width is known before it is laid out."""
    try:
        return text.encode(encoding, "backslashreplace").decode(encoding)
    except LookupError:
        return text
