"""`help`: a topic, a command, or the man page. `completion`: the scripts for shells."""

from __future__ import annotations

from typing import Annotated

import typer

from csto_cli.cli.completion import SCRIPTS
from csto_cli.cli.topics import SUMMARIES, TOPICS
from csto_cli.errors import WrongUsage, listed


def _topics(incomplete: str) -> list[tuple[str, str]]:
    return [(name, "") for name in TOPICS if name.startswith(incomplete)]


def _shells(incomplete: str) -> list[tuple[str, str]]:
    return [(name, "") for name in SCRIPTS if name.startswith(incomplete)]


def help(
    topic: Annotated[str | None, typer.Argument(help="A topic, or a command.", autocompletion=_topics, show_default=False)] = None,
    man: Annotated[bool, typer.Option("--man", help="Print the man page, for `man -l`.")] = False,
) -> None:
    """Help on a topic: exit-codes, formats, dates, names, environment.

    csto help exit-codes

    csto help meetings

    csto help --man
    """
    from csto_cli.cli.program import COMMANDS

    topic = topic and topic.lower()
    if man:
        from csto_cli.cli.manpage import man_page

        typer.echo(man_page(), nl=False)
    elif topic is None:
        typer.echo("csto help TOPIC, where the topics are:\n")
        for name, summary in SUMMARIES.items():
            typer.echo(f"    {name:<12} {summary}")
        typer.echo("\ncsto help COMMAND says how to use a command; csto --help lists them.")
    elif topic in TOPICS:
        typer.echo(TOPICS[topic], nl=False)
    elif topic in COMMANDS:
        typer.echo(command_help(topic))
    else:
        raise WrongUsage(f"no help on {topic!r}; the topics are: {listed(TOPICS)}; or name a command")


def command_help(name: str) -> str:
    """The help page of a command."""
    from csto_cli.cli.program import command_line

    group = command_line()
    with group.make_context("csto", [name], resilient_parsing=True) as outer:
        command = group.get_command(outer, name)
        with command.make_context(name, [], parent=outer, resilient_parsing=True) as context:
            return str(context.get_help())


def completion(
    shell: Annotated[str, typer.Argument(help="bash, zsh or fish.", metavar="SHELL", autocompletion=_shells, show_default=False)],
) -> None:
    """The completion script for bash, zsh or fish: of commands, options, and names, meetings and fields.

    csto completion bash
    """
    shell = shell.lower()
    if shell not in SCRIPTS:
        raise WrongUsage(f"no completion for {shell!r}; the shells are: {listed(SCRIPTS)}")
    typer.echo(SCRIPTS[shell], nl=False)
