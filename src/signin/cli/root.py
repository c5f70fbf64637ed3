"""The commands, gathered."""

from __future__ import annotations

import click

from signin import __version__
from signin.cli import checking, demonstration, door, duplicates, event, finding, papers, people, roster
from signin.cli.commands import Group
from signin.cli.state import State, current
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
def root(context: click.Context) -> State | None:
    """Hand back what the options said when no command is given: that is for the window."""
    state = current()
    if context.invoked_subcommand is None:
        return state
    if state.settings_failure is not None:
        raise state.settings_failure
    return None


for command in (
    demonstration.demo,
    event.event,
    event.session,
    roster.roster,
    finding.find,
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
for command in (duplicates.duplicates, duplicates.merge, duplicates.separate):
    roster.roster.add_command(command)
