"""The door: parse, ask one question, hand the answer on.

`main` is the program's entry; everything is loaded inside it, so that an interrupt while it loads ends quietly too.
"""

# Nothing is imported before `main` stands ready to answer an interrupt, not even for annotations.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any


class _Program:
    """The command line, loaded when it is asked to do something."""

    def __getattr__(self, name: str) -> "Any":
        from csto_cli.cli.program import command_line

        return getattr(command_line(), name)


def main(args: "Sequence[str] | None" = None) -> None:
    """Run `csto` and leave the process with the promised exit code."""
    try:
        from csto_cli.cli.door import run

        run(_Program(), args)
    except KeyboardInterrupt:
        from csto_cli.cli.door import INTERRUPTED, leave

        leave(INTERRUPTED, own_process=args is None)


def __getattr__(name: str) -> "Any":
    """`app`, `COMMANDS` and the rest of `program`, without loading them for those who only want `main`."""
    if name.startswith("__"):
        raise AttributeError(name)
    from csto_cli.cli import program

    return getattr(program, name)
