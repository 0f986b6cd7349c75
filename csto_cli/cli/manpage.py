"""The man page, made from the commands themselves: `csto help --man > csto.1`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from csto_cli import __version__
from csto_cli.cli.program import COMMANDS, build
from csto_cli.cli.topics import TOPICS

SEE_ALSO = ".BR jq (1),\n.BR sqlite3 (1)"


def man_page() -> str:
    """The page in the language of man(7), section 1."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH CSTO 1 "" "csto {__version__}" "User Commands"'
    yield ".SH NAME"
    yield "csto \\- a terminal reference on the Collective Security Treaty Organization"
    yield ".SH SYNOPSIS"
    yield ".B csto"
    yield ".I COMMAND"
    yield ".RI [ OPTIONS ]"
    yield ".SH DESCRIPTION"
    yield "The member states of the organisation, its officials, its meetings and what was signed there:"
    yield "offline, dated, and with a source for every fact."
    yield ".SH COMMANDS"
    for name in COMMANDS:
        yield from _command(name)
    for name, text in TOPICS.items():
        yield f".SH {name.upper().replace('-', ' ')}"
        yield from _literal(text.partition("\n\n")[2])
    yield ".SH SEE ALSO"
    yield SEE_ALSO


def _command(name: str) -> Iterator[str]:
    command: Any = build(name, COMMANDS[name])
    arguments = " ".join(_argument(param) for param in command.params if not param.opts[0].startswith("-"))
    yield f".SS csto {_roff(f'{name} {arguments}'.strip())}"
    for number, paragraph in enumerate(re.split(r"\n\s*\n", command.help or COMMANDS[name].help)):
        lines = [line.strip() for line in paragraph.strip().splitlines()]
        if number:
            yield ".PP"
        if lines and lines[0].startswith("csto "):
            yield from _literal("\n".join(f"    {line}" for line in lines))
        else:
            yield _roff(" ".join(lines))
    for param in command.params:
        if param.opts[0].startswith("-"):
            yield ".TP"
            yield f".B {_roff(', '.join(param.opts))}" + ("" if param.is_flag else f" {_roff(param.metavar or 'TEXT')}")
            yield _roff(param.help or "")


def _argument(param: Any) -> str:
    shown = param.metavar or param.name.upper()
    return shown if param.required else f"[{shown}]"


def _literal(text: str) -> Iterator[str]:
    """Lines that stand as they are."""
    yield ".nf"
    yield from (_roff(line) for line in text.rstrip("\n").splitlines())
    yield ".fi"


def _roff(text: str) -> str:
    """Text with what roff would take for a command escaped."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
