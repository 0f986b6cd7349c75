"""Targets that take bytes as they come and keep none that could be replaced: `/dev/stdout`, a pipe, a terminal, `/dev/null`."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_STANDARD = {Path("/dev/stdout"): 1, Path("/dev/stderr"): 2}
_NUMBERED = (Path("/dev/fd"), Path("/proc/self/fd"))
"""Folders in which each open file of this process stands under its number."""


def is_stream(path: Path) -> bool:
    """Whether the path names an open file of this process (whatever that is), a pipe or a device that takes characters."""
    if _number(path) is not None:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def pour(made: Path, path: Path) -> None:
    """Write the bytes of a file into a stream. Raises OSError as the system does, BrokenPipeError where the reader went away."""
    number = _number(path)
    # What a shell opened is written to as it stands: opened anew, a file that it appends to would begin at its first byte again.
    with path.open("wb") if number is None else os.fdopen(os.dup(number), "wb") as stream:
        stream.write(made.read_bytes())


def _number(path: Path) -> int | None:
    """The number of the open file of this process that a path names; None for any other path."""
    if path.parent in _NUMBERED and path.name.isdecimal():
        return int(path.name)
    return _STANDARD.get(path)
