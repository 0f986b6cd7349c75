"""An answer -> text, one small function per format, all of one signature, chosen by name in one place: `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from csto_cli.views.answer import Answer


class Screen(NamedTuple):
    """What the place that an answer goes to can show; formats for machines only ask whether it is a terminal."""

    width: int = 80
    colour: bool = False
    terminal: bool = False
    encoding: str = "utf-8"


Renderer = Callable[[Answer, Screen], Iterator[str]]


def _later(module: str, function: str) -> Renderer:
    """The renderer of this name in a module of this room, which is loaded when it is first used: only tables need Rich."""

    def render(answer: Answer, screen: Screen) -> Iterator[str]:
        renderer: Renderer = getattr(import_module(f"csto_cli.render.{module}"), function)
        return renderer(answer, screen)

    return render


FORMATS: dict[str, Renderer] = {
    "table": _later("screen", "table"),
    "json": _later("machine", "json_array"),
    "jsonl": _later("machine", "json_lines"),
    "csv": _later("machine", "csv"),
    "tsv": _later("machine", "tsv"),
    "md": _later("machine", "markdown"),
}
"""What `--format` takes."""

PIPED: dict[str, Renderer] = {"ids": _later("machine", "ids"), "lines": _later("machine", "card_lines")}
"""What is chosen by other means: `--ids`, and a card that goes to a pipe."""
