"""The commands, gathered."""

from __future__ import annotations

import click

from signin import __version__
from signin.cli import checking, demonstration, door, event, papers, people, roster
from signin.cli.commands import Group
from signin.words import mark


@click.group(
    cls=Group,
    top=True,
    invoke_without_command=True,
    help=mark("Check people in to a meeting and print its papers. The options work before and after a command."),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "--version", prog_name="signin")
@click.pass_context
def root(context: click.Context) -> None:
    """Print the help when no command is given: the window does not stand yet."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (
    demonstration.demo,
    event.event,
    event.session,
    roster.roster,
    door.scan,
    door.walk_in,
    people.substitute,
    people.cancel,
    people.reissue,
    door.void,
    checking.tally,
    papers.print_papers,
    checking.check,
):
    root.add_command(command)
