"""A progress bar on stderr, for work that takes long on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

SLOW = 0.5
"""Seconds after which a progress bar appears."""


@contextmanager
def progress_bar(path: str) -> Iterator[Callable[[int, int], None] | None]:
    """On a terminal, something to call with records done and in all, which draws a bar on stderr when it takes long; else None."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    bar = _Bar(path)
    try:
        yield bar.advance
    finally:
        bar.close()


class _Bar:
    """A progress bar that is loaded and drawn only once the work has taken a while."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.began = self.drawn = monotonic()
        self.progress: Any = None
        self.task: Any = None

    def advance(self, done: int, total: int) -> None:
        """Show how far the work is, at most twenty times a second."""
        now = monotonic()
        if now - self.began < SLOW or (now - self.drawn < 0.05 and done < total):
            return
        self.drawn = now
        if self.progress is None:
            from rich.console import Console
            from rich.markup import escape
            from rich.progress import Progress

            self.progress = Progress(console=Console(file=sys.stderr), transient=True)
            self.progress.start()
            self.task = self.progress.add_task(escape(Path(self.path).name), total=total)
        self.progress.update(self.task, completed=done, total=total)

    def close(self) -> None:
        """Take the bar away."""
        if self.progress is not None:
            self.progress.stop()
