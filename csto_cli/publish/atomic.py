"""A file or a folder that appears whole or not at all: written beside its target, then moved into place; or poured into a stream."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from csto_cli.errors import OutputError, failure
from csto_cli.publish.streams import is_stream, pour

ENDING_SIGNALS = ("SIGTERM", "SIGHUP")
"""Signals that end a process without unwinding it; SIGINT raises KeyboardInterrupt already."""


class _Ended(BaseException):
    """A signal that arrived while something was half written."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def publish(write: Callable[[Path], list[str]], targets: list[Path], force: bool, folder: bool = False) -> list[str]:
    """Let `write` fill an empty scratch folder with one entry for each target (of its name), then move them all into place.

    `folder` says that it makes a folder, which alone may replace one. Returns what `write` returns. Raises OutputError where a target
    exists and `force` is not given, where its folder is missing or not writable, and where the disk gives up half-way; nothing partial is
    left then, nor after an interrupt. Into a stream, which has nothing to replace, the first entry is written once it is whole; raises
    BrokenPipeError where its reader went away.
    """
    try:
        if is_stream(targets[0]):
            return _poured(write, targets, folder)
        for target in targets:
            _refuse(target, force, folder)
        with _unwinding(), _scratch(targets[0].parent) as scratch:
            notes = write(scratch)
            for target in targets:
                _flush(scratch / target.name)
            for target in targets:
                _move(scratch / target.name, target, scratch, force)
            return notes
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(failure(targets[0], "could not be written", error)) from error
    except _Ended as ended:
        os.kill(os.getpid(), ended.number)
        raise


def _poured(write: Callable[[Path], list[str]], targets: list[Path], folder: bool) -> list[str]:
    """Write into the stream that the first target is; a note tells of every other that it is left out."""
    stream, *others = targets
    if folder:
        raise OutputError(f"{stream} takes one file, and this format makes a folder of them; name a folder, or of CSV a zip")
    with _unwinding(), _scratch(None) as scratch:
        notes = write(scratch)
        pour(scratch / stream.name, stream)
    return [*notes, *(f"{other.name} is left out, for {stream} takes one file" for other in others)]


def _refuse(target: Path, force: bool, folder: bool) -> None:
    """OutputError for a target that cannot be, before any work is done."""
    if target.name in ("", ".", ".."):
        raise OutputError(f"{target} is no name for a file; add one")
    if target.is_dir() and not folder:
        raise OutputError(f"{target} is a folder, which a file does not replace; choose another name")
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise OutputError(f"{target} is a disk or a socket; name a file")
    if os.path.lexists(target) and not force:
        raise OutputError(f"{target} exists; give --force to replace it")
    if target.is_dir() and not target.is_symlink() and not _is_export(target):
        raise OutputError(f"{target} is a folder that no export made; remove it yourself or choose another name")
    if not target.parent.is_dir():
        raise OutputError(f"no folder {target.parent}; make it first")


@contextmanager
def _scratch(parent: Path | None) -> Iterator[Path]:
    """A hidden folder on the target's own disk (None: where the system keeps what is temporary), gone in the end whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix=".csto-export-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _unwinding() -> Iterator[None]:
    """Make ending signals unwind the stack, so that the scratch folder is removed; only the main thread may ask for that."""

    def end(number: int, frame: FrameType | None) -> None:
        raise _Ended(number)

    before: dict[int, Any] = {}
    try:
        for name in ENDING_SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) == signal.SIG_DFL:
                before[number] = signal.signal(number, end)
    except ValueError:
        pass
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _flush(path: Path) -> None:
    """Have the disk take the bytes now, so that a full one is noticed before the old file is replaced."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb") as stream:
                os.fsync(stream.fileno())


def _move(made: Path, target: Path, scratch: Path, force: bool) -> None:
    """Put what was made where it belongs; what stood there is put aside first, as no folder can be replaced in one step."""
    if not made.is_dir() and not target.is_dir():
        if force:
            _like_a_new_file(made)
            made.replace(target)
        else:
            _like_a_new_file(made)
            _claim(made, target)
        return
    aside = scratch / f"{target.name}.before"
    if os.path.lexists(target):
        if not force:
            raise OutputError(f"{target} exists; give --force to replace it")
        target.rename(aside)
    try:
        made.rename(target)
    except BaseException:
        if os.path.lexists(aside) and not os.path.lexists(target):
            aside.rename(target)
        raise


def _claim(made: Path, target: Path) -> None:
    """Move without replacing a file that came to be meanwhile; a disk without hard links has to trust the first look."""
    try:
        os.link(made, target)
    except FileExistsError:
        raise OutputError(f"{target} exists; give --force to replace it") from None
    except OSError:
        made.replace(target)


def _is_export(folder: Path) -> bool:
    """Whether a folder holds nothing but what exports write, so that `--force` never takes away anything else."""
    return all(entry.is_file() and entry.suffix in (".csv", ".json", ".parquet") for entry in folder.iterdir())


def _like_a_new_file(path: Path) -> None:
    """The permissions that any new file gets here; a scratch file may have been made with narrower ones."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)
