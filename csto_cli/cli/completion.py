"""Completion for bash, zsh and fish: the scripts, and what they ask for at each press of the key.

A script calls `csto` with `_CSTO_COMPLETE` set to its shell and the words typed so far, the unfinished one last. The answer is a line for
each word that could stand there, `word<TAB>what it is`; the single line FILES asks the shell to complete the name of a file.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

FILES = "\tfiles"

BASH = """\
# csto: completion for bash 4.4 and later
_csto() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $line == $'\\tfiles' ]]; then
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
            return
        fi
        COMPREPLY+=("$line")
    done < <(_CSTO_COMPLETE=bash _CSTO_LISTING=$COMP_TYPE _CSTO_WIDTH=$COLUMNS "$1" "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _csto csto
"""

ZSH = """\
#compdef csto
# csto: completion for zsh; after compinit
_csto() {
    local value help
    local -a described
    while IFS=$'\\t' read -r value help; do
        described+=("${value//:/\\\\:}:$help")
    done < <(_CSTO_COMPLETE=zsh "${words[1]}" "${(@Q)words[2,CURRENT]}" 2>/dev/null)
    if [[ ${#described} -eq 1 && ${described[1]} == "files:" ]]; then
        _files
    elif (( ${#described} == 1 )); then
        _describe -V csto described -U
    else
        _describe -V csto described
    fi
}
compdef _csto csto
"""

FISH = """\
# csto: completion for fish 3.1 and later
function __csto_complete
    set -l typed (commandline -opc)
    set -l command $typed[1]
    set -e typed[1]
    set -l lines (_CSTO_COMPLETE=fish $command $typed (commandline -ct) 2>/dev/null)
    if test "$lines" = \\tfiles
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $lines
    end
end
complete --command csto --no-files --keep-order --arguments '(__csto_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}

PATH_OPTIONS = ("--db", "--out", "--output")
"""Options whose value is the name of a file."""


def click_completion() -> Any:
    """The module of Click that completes words: inside Typer from 0.26 on, a package of its own before."""
    try:
        from typer._click import shell_completion
    except ImportError:
        from click import shell_completion  # type: ignore[no-redef,import-not-found,unused-ignore]
    return shell_completion


def complete(command: Any) -> int:
    """Answer one press of the key: print what could stand for the last word. A failure prints nothing: it must not disturb the line."""
    shell = os.environ.get("_CSTO_COMPLETE", "")
    try:
        lines = _lines(command, sys.argv[1:] or [""], shell)
    except Exception:
        return 0
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


def _lines(command: Any, words: Sequence[str], shell: str) -> list[str]:
    typed, incomplete, prefix = taken_apart(words)
    asked_for = prefix[:-1] or (typed[-1] if typed else "")
    if asked_for in PATH_OPTIONS and not incomplete.startswith("-"):
        return ["files\t"] if shell == "zsh" else [FILES]
    asked = SimpleNamespace(cli=command, ctx_args={}, prog_name="csto")
    items = click_completion().ShellComplete.get_completions(asked, typed, incomplete)
    found = [(item.value, item.help or "") for item in items]
    if shell == "bash":
        return _for_bash(found)
    return [f"{prefix}{value}\t{_one_line(help)}" for value, help in found]


def taken_apart(words: Sequence[str]) -> tuple[list[str], str, str]:
    """Finished words, the unfinished one, and the `--option=` before it in the same word (which bash takes for words of its own)."""
    typed, incomplete = list(words[:-1]), words[-1].lstrip("'\"")
    if incomplete == "=" and typed:
        return typed, "", ""
    if len(typed) > 1 and typed[-1] == "=":
        return typed[:-1], incomplete, ""
    name, equals, value = incomplete.partition("=")
    if name.startswith("--") and equals:
        return [*typed, name], value, f"{name}="
    return typed, incomplete, ""


def _for_bash(found: list[tuple[str, str]]) -> list[str]:
    """Bash knows no descriptions; where it only lists what there is (the second press), they can stand behind the words."""
    listing = os.environ.get("_CSTO_LISTING") in ("63", "33") and len(found) > 1
    if not listing:
        return [value for value, _ in found]
    width = int(os.environ.get("_CSTO_WIDTH") or 80) - 3
    longest = max(len(value) for value, _ in found)
    lines = []
    for value, help in found:
        line = f"{value:<{longest}}  {_one_line(help)}".rstrip()
        lines.append(line if len(line) <= width else f"{line[: width - 1]}…")
    return lines


def _one_line(text: str) -> str:
    from csto_cli.render.plain import visible

    return visible(" ".join(text.split()))
