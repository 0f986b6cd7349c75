"""Running `csto` in a test: in this process with streams of its own, or as a process where the system has a say."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from csto_cli.cli.door import run
from csto_cli.cli.program import command_line

ROOT = Path(__file__).resolve().parent.parent.parent
REAL = ROOT / "db.json"


class Ran(NamedTuple):
    """How a run ended: the exit code and both streams, as bytes and as text."""

    code: int
    raw: bytes
    out: str
    err: str


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def csto(*args: str, stdin: bytes = b"", terminal: bool = False, encoding: str = "utf-8", env: Mapping[str, str] | None = None) -> Ran:
    """Run the command line in this process; `terminal` makes stdout say that it is one."""
    raw, errors = io.BytesIO(), io.BytesIO()
    out = (_Terminal if terminal else io.TextIOWrapper)(raw, encoding=encoding, newline="\n", write_through=True)
    err = io.TextIOWrapper(errors, encoding="utf-8", newline="\n", write_through=True)
    typed = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with (
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
        patch.object(sys, "stdin", typed),
        patch.dict(os.environ, env or {}),
    ):
        try:
            run(command_line(), list(args))
            raise AssertionError("the door must end the process")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else -1
        written = out.encoding
    return Ran(code, raw.getvalue(), raw.getvalue().decode(written, "replace"), errors.getvalue().decode())


def environment(**changed: str | None) -> dict[str, str]:
    """The environment of a process: this one's, without what would decide the output, with what is changed (None takes out)."""
    deciding = ("CSTO_DB", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TERM", "PYTHONIOENCODING", "PYTHONUTF8", "LC_ALL", "LANG")
    env = {name: value for name, value in os.environ.items() if name not in deciding}
    env |= {"LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    for name, value in changed.items():
        env.pop(name, None)
        if value is not None:
            env[name] = value
    return env


def process(*args: str, stdin: bytes = b"", **changed: str | None) -> Ran:
    """Run `csto` as a process of its own, with environment variables changed."""
    command = [sys.executable, "-m", "csto_cli", *args]
    done = subprocess.run(command, input=stdin, capture_output=True, env=environment(**changed), cwd=ROOT, timeout=60, check=False)
    return Ran(done.returncode, done.stdout, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def shell(script: str, **changed: str | None) -> Ran:
    """Run a line of bash in which `csto` is this program."""
    prelude = f'csto() {{ "{sys.executable}" -m csto_cli "$@"; }}\n'
    command = ["bash", "-c", prelude + script]
    done = subprocess.run(command, capture_output=True, env=environment(**changed), cwd=ROOT, timeout=60, check=False)
    return Ran(done.returncode, done.stdout, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))
