"""The list of commands and the group that holds them; a command is loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from csto_cli import __version__

PLAIN = {"rich_markup_mode": None, "pretty_exceptions_enable": False}
SETTINGS = {"help_option_names": ["-h", "--help"]}


class Entry(NamedTuple):
    """Where a command lives and what the list of commands says of it; the help page of the command begins with the same line."""

    module: str
    section: str
    help: str


COMMANDS: dict[str, Entry] = {
    "who": Entry("lookup", "Look up", "Who holds or held an office: a state, a person, an office or a body."),
    "show": Entry("lookup", "Look up", "Everything the record says of one thing: any id, meeting reference or name."),
    "search": Entry("searching", "Look up", "Full text over titles, names, summaries, agendas, places and topics."),
    "cite": Entry("publish", "Look up", "Citations of a record, or of the data set itself."),
    "states": Entry("lists", "List", "States and their memberships."),
    "officials": Entry("lists", "List", "Officials and the posts they held."),
    "meetings": Entry("lists", "List", "Sessions and meetings of every body."),
    "docs": Entry("lists", "List", "Treaties, decisions, statements and other documents, by meeting."),
    "bodies": Entry("lists", "List", "Organs, assembly, secretariat, working bodies and forces."),
    "exercises": Entry("lists", "List", "Exercises, operations and missions."),
    "chairs": Entry("lists", "List", "Which state was in the chair when."),
    "sources": Entry("lists", "List", "Where the facts were read."),
    "timeline": Entry("lists", "List", "Everything dated, in one list."),
    "changes": Entry("changing", "List", "What changed between two meetings or two days."),
    "info": Entry("keeping", "Store", "Versions, counts and coverage of the record."),
    "check": Entry("keeping", "Store", "What is wrong with the record, and what is missing in it."),
    "schema": Entry("keeping", "Store", "The JSON Schema of db.json."),
    "export": Entry("publish", "Store", "The record as a file that other programs open."),
    "help": Entry("helping", "Help", "Help on a topic: exit-codes, formats, dates, names, environment."),
    "completion": Entry("helping", "Help", "The completion script for bash, zsh or fish."),
}
"""Every command, in the order in which `csto --help` lists them."""


class Command(TyperCommand):
    """A command that refuses words where it takes none in this program's own words."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """What is left of the arguments when options and names are taken: nothing, or it is refused."""
        ctx.allow_extra_args = True
        try:
            left: list[str] = super().parse_args(ctx, args)
        except Exception as error:
            if getattr(error, "ctx", ctx) is None:  # the parser of options does not know whose they are; the error names the command's help
                error.ctx = ctx  # type: ignore[attr-defined]
            raise
        if left and not ctx.resilient_parsing:
            from csto_cli.cli.misplaced import refusal

            raise refusal(str(ctx.info_name), left, ctx.params, (ctx.params.get("db") or [None])[-1])
        return left


class LazyGroup(TyperGroup):
    """A group that knows its commands by name and loads the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | None:
        """Load and build one command; None for a name that is no command."""
        entry = COMMANDS.get(cmd_name)
        return build(cmd_name, entry) if entry else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called; a name that is no command is refused in this program's own words."""
        if not ctx.resilient_parsing and args[0] not in COMMANDS:
            from difflib import get_close_matches

            from csto_cli.errors import WrongUsage, listed

            near = [f"did you mean csto {name}?" for name in get_close_matches(args[0], COMMANDS, 3)]
            raise WrongUsage(f"no command {args[0]!r}; the commands are: {listed(COMMANDS)}", near)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands with one line each, by section, without loading them."""
        for section in dict.fromkeys(entry.section for entry in COMMANDS.values()):
            with formatter.section(section):
                formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items() if entry.section == section])

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Command names with their lines, without loading the commands; options as usual."""
        from csto_cli.cli.completion import click_completion

        if incomplete.startswith("-"):
            return super().shell_complete(ctx, incomplete)
        item = click_completion().CompletionItem
        return [item(name, help=entry.help) for name, entry in COMMANDS.items() if name.startswith(incomplete)]


def build(name: str, entry: Entry) -> TyperCommand:
    """One command, ready to be called."""
    function = getattr(import_module(f"csto_cli.cli.{entry.module}"), name)
    single = typer.Typer(add_completion=False, **PLAIN)  # type: ignore[arg-type]
    single.command(name, cls=Command, context_settings=SETTINGS)(function)
    return typer.main.get_command(single)  # type: ignore[return-value]


app = typer.Typer(cls=LazyGroup, add_completion=False, context_settings=SETTINGS, **PLAIN)  # type: ignore[arg-type]


@app.callback(invoke_without_command=True)
def csto(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version of the program and leave.")] = False,
) -> None:
    """A terminal reference on the Collective Security Treaty Organization: its members, officials, meetings and documents.

    Offline, dated, sourced. Try: csto who kazakhstan; csto meetings --year 2018; csto docs --meeting astana-2018.

    Exit codes: 0 answered (an empty list is an answer); 1 the thing named is not in the record; 2 wrong usage;
    3 the store cannot be read; 4 the answer could not be written. More: csto help exit-codes.
    """
    if version:
        typer.echo(f"csto {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def command_line() -> Any:
    """The whole command line, ready to be called."""
    return typer.main.get_command(app)
