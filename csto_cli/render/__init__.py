"""An answer -> text, one small function per format, all of one signature, chosen by name in one place: `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from csto_cli.views.answer import Answer


class Screen(NamedTuple):
    """What the place that an answer goes to can show; formats for machines only ask whether it is a terminal."""

    width: int = 80
    colour: bool = False
    terminal: bool = False
    encoding: str = "utf-8"


Renderer = Callable[[Answer, Screen], Iterator[str]]


def _table(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.screen import table

    return table(answer, screen)


def _json(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import json_array

    return json_array(answer, screen)


def _jsonl(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import json_lines

    return json_lines(answer, screen)


def _csv(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import csv

    return csv(answer, screen)


def _tsv(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import tsv

    return tsv(answer, screen)


def _md(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import markdown

    return markdown(answer, screen)


def _ids(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import ids

    return ids(answer, screen)


def _lines(answer: Answer, screen: Screen) -> Iterator[str]:
    from csto_cli.render.machine import card_lines

    return card_lines(answer, screen)


FORMATS: dict[str, Renderer] = {"table": _table, "json": _json, "jsonl": _jsonl, "csv": _csv, "tsv": _tsv, "md": _md}
"""What `--format` takes."""

PIPED: dict[str, Renderer] = {"ids": _ids, "lines": _lines}
"""What is chosen by other means: `--ids`, and a card that goes to a pipe."""
