"""Citations: any record with the sources that it rests on, in a chosen style."""

from __future__ import annotations

from collections.abc import Callable

from csto_cli.model import Record
from csto_cli.publish.entries import Citation, Entry, citation, data_set
from csto_cli.store import Store


def unique(citations: list[Citation]) -> list[Entry]:
    """Every entry once, in order of first mention: what cites a record, then its sources."""
    found: dict[str, Entry] = {}
    for one in citations:
        for entry in (one.own, *one.sources):
            found.setdefault(entry.key, entry)
    return list(found.values())


def _text(citations: list[Citation]) -> str:
    from csto_cli.publish.reference_text import text

    return text(citations)


def _markdown(citations: list[Citation]) -> str:
    from csto_cli.publish.reference_text import markdown

    return markdown(citations)


def _bibtex(citations: list[Citation]) -> str:
    from csto_cli.publish.bibtex import render

    return render(unique(citations))


def _csl_json(citations: list[Citation]) -> str:
    from csto_cli.publish.csl_json import render

    return render(unique(citations))


def _ris(citations: list[Citation]) -> str:
    from csto_cli.publish.ris import render

    return render(unique(citations))


RENDERERS: dict[str, Callable[[list[Citation]], str]] = {
    "text": _text,
    "bibtex": _bibtex,
    "csl-json": _csl_json,
    "ris": _ris,
    "markdown": _markdown,
}
"""A function for each style that `publish.STYLES` describes; what a style needs is loaded when it is chosen."""


def cite(store: Store, records: list[Record], style: str, lang: str) -> str:
    """See `publish.cite`."""
    citations = [citation(store, record, lang) for record in records] or [Citation(data_set(store), [])]
    return RENDERERS[style](citations)
