"""The one plain style of our own, as text and as Markdown.

A reference is sentences, each left out where the record does not say it:

    Author. Title. Date. Place. In: Data set, data version V, as of DAY. Note. Address. Read DAY.

Dates are ISO 8601 as far as they are known; `~` is about, `?` uncertain. What states it comes after, numbered, with the parts of the
record that each source is cited for: `Cited for: post 2`. A page whose title the record does not say is known by its publisher and its
address.
"""

from __future__ import annotations

from csto_cli.publish.entries import Citation, Entry
from csto_cli.publish.plainly import capitalised, markdown_text, one_line, plain_address


def text(citations: list[Citation]) -> str:
    """References as plain text, one a line, a blank line between records."""
    return "\n".join(_text_block(citation) for citation in citations)


def _text_block(citation: Citation) -> str:
    lines = [reference(citation.own)]
    lines += [f"[{number}] {reference(entry)}" for number, entry in enumerate(citation.sources, 1)]
    return "".join(one_line(line) + "\n" for line in lines)


def markdown(citations: list[Citation]) -> str:
    """References as Markdown: a paragraph and a numbered list a record, titles in italics, addresses as links."""
    return "\n".join(_markdown_block(citation) for citation in citations)


def _markdown_block(citation: Citation) -> str:
    lines = [_markdown(citation.own)]
    if citation.sources:
        lines.append("")
    lines += [f"{number}. {_markdown(entry)}" for number, entry in enumerate(citation.sources, 1)]
    return "".join(line + "\n" for line in lines)


def reference(entry: Entry) -> str:
    """One entry in the plain style."""
    return _joined([entry.author, entry.title, *_middle(entry), entry.url, *_end(entry)])


def _markdown(entry: Entry) -> str:
    title = f"*{markdown_text(entry.title)}*" if entry.title else ""
    before = [markdown_text(entry.author), title, *map(markdown_text, _middle(entry))]
    return _joined([*before, _link(entry), *map(markdown_text, _end(entry))])


def _link(entry: Entry) -> str:
    """The address; where it also stands for a title, its host and path with a link under them."""
    if not plain_address(entry.url):
        return markdown_text(entry.url)
    return f"<{entry.url}>" if entry.title else f"[{markdown_text(entry.site)}](<{entry.url}>)"


def _middle(entry: Entry) -> list[str]:
    """Date, place, the data set that it stands in, the note."""
    own_date = entry.event_date or ("" if entry.kind in ("record", "event", "dataset") else entry.date)
    version = f"data version {entry.version}, as of {entry.as_of}" if entry.version else ""
    where = f"In: {entry.container}, {version}" if entry.container else capitalised(version)
    return [capitalised(own_date), entry.place, where, entry.note]


def _end(entry: Entry) -> list[str]:
    return [f"Read {entry.accessed}" if entry.accessed else "", entry.stated]


def _joined(sentences: list[str]) -> str:
    """Sentences with a full stop each, but none after an address (it would be taken for a part of it) or a second one."""
    made = ""
    for sentence in sentences:
        if sentence:
            stop = "" if sentence.endswith((".", "!", "?")) or sentence.startswith(("http", "<http")) else "."
            made += f" {sentence}{stop}" if made else f"{sentence}{stop}"
    return made
