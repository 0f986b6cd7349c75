"""Text made safe for the place it is put in."""

from __future__ import annotations

import re

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_DIRECTIONS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NOT_XML = r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_MARKS = re.compile(r"([\\`*_\[\]<>|~#&])")
_OPENING = re.compile(r"^(\d+)([.)])|^([-+=])")


def one_line(text: str) -> str:
    """The text with line breaks and control characters as single blanks, and without characters that turn its direction."""
    return _CONTROLS.sub(" ", _DIRECTIONS.sub("", text)).strip()


def xml_text(text: str) -> str:
    """The text with characters that XML cannot hold replaced; markup is escaped by whoever writes the element."""
    return re.sub(_NOT_XML, "\ufffd", text)


def markdown_text(text: str) -> str:
    """The text as Markdown that shows it as it is, on one line, with no markup and no HTML."""
    escaped = _MARKS.sub(r"\\\1", one_line(text))
    return _OPENING.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


def plain_address(url: str) -> bool:
    """Whether an address is one of the web that a link can hold as it stands; any other is shown as text."""
    return url.startswith(("http://", "https://")) and not set(url) & set("<> \n\t")


def capitalised(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]
