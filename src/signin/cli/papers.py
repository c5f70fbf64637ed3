"""Commands that print the papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from signin.cli.commands import Group, Option, at_option
from signin.cli.output import show, working
from signin.cli.state import current, wall_clock
from signin.words import mark, say

if TYPE_CHECKING:
    from signin.services.desk import Desk
    from signin.services.papers import Printed


@click.group("print", cls=Group, help=mark("Print badges, the list of participants, certificates."))
def print_papers() -> None:
    """Gather the commands that print."""


def _out_option(function: Any) -> Any:  # noqa: ANN401 - a decorator of any command
    text = mark("The PDF file to write.")
    return click.option("--out", cls=Option, required=True, type=click.Path(path_type=Path), help=text)(function)


def _paper(name: str, text: str, verb: str) -> None:
    """Add a command that prints one kind of paper by the service `verb`."""

    @print_papers.command(name, help=text)
    @_out_option
    @click.option("--session", cls=Option, metavar="ID", help=mark("Only for this session."))
    @at_option
    def command(out: Path, session: str | None, at: datetime | None) -> None:
        from signin.services import papers

        printer: Any = getattr(papers, verb)
        _print(out, lambda desk, event_id: printer(desk, event_id, out, wall_clock(at), session))


@print_papers.command("badges", help=mark("Badges for everybody who is expected, eight a sheet."))
@_out_option
@click.option("--session", cls=Option, metavar="ID", help=mark("Only for this session."))
@click.option(
    "--person",
    cls=Option,
    multiple=True,
    metavar="PERSON",
    help=mark("Only for this person (a number or a code); may be given again."),
)
@at_option
def badges(out: Path, session: str | None, person: tuple[str, ...], at: datetime | None) -> None:
    """Print badges."""
    from signin.services import papers

    _print(out, lambda desk, event_id: papers.print_badges(desk, event_id, out, wall_clock(at), session, person))


_paper(
    "participants",
    mark("The list of those who came; before anybody has, of everybody expected."),
    "print_participants",
)
_paper("sign-in", mark("The sign-in sheet: everybody expected, with empty signature cells."), "print_sign_in")
_paper("certificates", mark("Certificates for those who have earned them."), "print_certificates")


def _print(out: Path, printing: Callable[[Desk, str], Printed]) -> None:
    """Print by a service, and say where the paper lies."""
    state = current()
    with state.desk() as desk, working(say("Printing {file} …", file=out.name)):
        event_id = state.event_id(desk)
        printed = printing(desk, event_id)
    told = {"file": str(printed.path), "pages": printed.pages, "people": printed.people}
    show({"event": event_id, **told}, say("“{file}”: pages {pages}, people {people}.", **told))
