"""The README's console blocks: what they promise, and how to write them anew after the record changed.

`python -m tests.readme` runs every command of the README and puts its output under it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


class Example(NamedTuple):
    """A command of the README and what it says that the command prints (both streams); `cut`: only the first lines, then `...`."""

    command: str
    output: str
    cut: bool


def examples(text: str) -> list[Example]:
    """Every `$ command` of the console blocks."""
    found = []
    for block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            cut = output.endswith("...\n")
            found.append(Example(command, output.removesuffix("...\n"), cut))
    return found


def printed(command: str) -> str:
    """What a shell prints for the command at 80 columns, drawn as on a terminal without colour where it is `csto` alone."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {"PATH": path, "COLUMNS": "80", "LANG": "C.UTF-8", "PYTHONPATH": str(ROOT), "HOME": os.environ.get("HOME", "/")}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", shell(command)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    return done.stdout


def shell(command: str) -> str:
    """The command as the shell runs it here: `csto` is this checkout's, and its own output is drawn where a reader would see it drawn."""
    run = f'csto() {{ {sys.executable} -m csto_cli "$@"; }}\n'
    piped = any(
        mark in command
        for mark in ("|", ">", "--json", "--ids", "--format", "$(", "while ", "--help", "--version", "check", "schema", "help ")
    )
    return run + (command if piped or not command.startswith("csto ") else f"{command} --format table")


def refreshed(text: str) -> str:
    """The text with what each command prints now; a cut output keeps its number of lines."""

    def anew(block: re.Match[str]) -> str:
        parts = []
        for example in examples(block.group()):
            output = printed(example.command)
            if example.cut:
                lines = max(example.output.count("\n"), 1)
                output = "".join(line + "\n" for line in output.split("\n")[:lines]) + "...\n"
            parts.append(f"$ {example.command}\n{output}")
        return "```console\n" + "".join(parts) + "```"

    return _BLOCK.sub(anew, text)


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
