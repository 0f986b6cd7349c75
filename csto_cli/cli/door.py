"""The threshold: runs a command and turns whatever ends it into one line on stderr and an exit code."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from csto_cli.errors import CstoError

WRITE_FAILED = 4
INTERRUPTED = 130
PIPE_CLOSED = 141

COMPLETING = "_CSTO_COMPLETE"
"""Set by the completion scripts: a shell asks for words, not for an answer."""


class ClosedStream(io.TextIOBase):
    """What stands for a standard output that the shell closed (`>&-`): writing to it fails, as the system would have it."""

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "standard output is closed")


def run(command: Any, args: Sequence[str] | None) -> None:
    """Run the command line and leave the process; `command` is the group of all commands, `args` None the process's own."""
    # The program lives for a tenth of a second: looking for garbage among the records that it has just read is waste.
    gc.disable()
    open_streams()
    typed = prepared(sys.argv[1:] if args is None else args)
    try:
        if os.environ.get(COMPLETING):
            from csto_cli.cli.completion import complete

            code = complete(command)
        else:
            with command.make_context("csto", typed) as context:
                command.invoke(context)
            code = 0
        sys.stdout.flush()
    except CstoError as error:
        say(error.message, error.hints)
        code = error.exit_code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        code = _output_failed(error)
    except Exception as error:
        code = _usage_failed(error)
    leave(code, own_process=args is None)


def prepared(args: Sequence[str]) -> list[str]:
    """The arguments, with `--fields` and no value made `--fields=?`, which lists what there is."""
    made: list[str] = []
    for index, arg in enumerate(args):
        following = args[index + 1] if index + 1 < len(args) else "-"
        bare = arg == "--fields" and following.startswith("-") and "--" not in made
        made.append("--fields=?" if bare else arg)
    return made


def open_streams() -> None:
    """Streams that no byte and no character can break: unknown ones are written, and read, as escapes."""
    if sys.stdout is None:
        sys.stdout = ClosedStream()
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if hasattr(sys.stdin, "reconfigure"):
        # What comes through a pipe is what this program writes to one: UTF-8, whatever the locale says.
        sys.stdin.reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="backslashreplace")


def say(message: str, hints: Sequence[str] = ()) -> None:
    """One line on stderr, and each hint on one of its own."""
    from csto_cli.render.plain import visible

    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        lines = [f"csto: {visible(message)}", *(f"  {visible(hint)}" for hint in hints)]
        print(*(_wrapped(lines) if sys.stderr.isatty() else lines), sep="\n", file=sys.stderr, flush=True)


def _wrapped(lines: Sequence[str]) -> list[str]:
    """Lines for somebody at a terminal: broken between words, what goes on set in."""
    import shutil
    from textwrap import wrap

    width = max(shutil.get_terminal_size((80, 24)).columns, 20)
    return [part for line in lines for part in wrap(line, width, subsequent_indent="    ", break_on_hyphens=False) or [""]]


def note(message: str) -> None:
    """Something that a reader should know beside the answer; on stderr."""
    say(f"note: {message}")


def _output_failed(error: OSError) -> int:
    """A reader that went away ends quietly; anything else that stops writing is said."""
    if error.errno in (errno.EPIPE, errno.ESHUTDOWN):
        return PIPE_CLOSED
    say(f"the answer could not be written: {error.strerror or error}")
    return WRITE_FAILED


def _usage_failed(error: Exception) -> int:
    """An error of the command line's own parser (click, or the copy of it inside Typer) as one line; others are bugs."""
    kind = type(error).__name__
    if isinstance(error.__cause__, KeyboardInterrupt):
        # Python 3.11 dresses an interrupt that comes while a class is made as a RuntimeError.
        return INTERRUPTED
    if kind == "Exit":
        return int(getattr(error, "exit_code", 0))
    if kind == "Abort":
        return INTERRUPTED
    describe = getattr(error, "format_message", None)
    if describe is None:
        raise error
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "csto"
    message, hints = " ".join(describe().split()), []
    if kind == "NoSuchOption":
        from csto_cli.cli.unknown_option import option_hints

        option = str(getattr(error, "option_name", ""))
        message, hints = f"{where} has no option {option}", option_hints(context.command if context else None, option)
    say(f"{message} (see {where} --help)", hints)
    return int(getattr(error, "exit_code", 2))


def leave(code: int, own_process: bool = False) -> None:
    """Leave the process; what cannot be flushed any more is dropped without a traceback.

    Where the process is the program's own it ends at once: taking a store apart record by record costs a tenth of reading it.
    """
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and code == 0:
            code = _output_failed(error)
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if code == INTERRUPTED and os.name == "posix":
        _end_by_interrupt()
    if own_process:
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()
        os._exit(code)
    gc.enable()
    raise SystemExit(code)


def _end_by_interrupt() -> None:
    """End as an interrupted program does, so that a shell's loop around it stops too; `$?` is 130."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    os.kill(os.getpid(), signal.SIGINT)
