"""Commands that print the papers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from signin.cli.commands import Group, Option, at_option
from signin.cli.output import show, working
from signin.cli.state import current, wall_clock
from signin.words import mark, say


@click.group("print", cls=Group, help=mark("Print badges, the list of participants, certificates."))
def print_papers() -> None:
    """Gather the commands that print."""


def _paper(name: str, text: str, verb: str) -> None:
    """Add a command that prints one kind of paper by the service `verb`."""

    @print_papers.command(name, help=text)
    @click.option(
        "--out", cls=Option, required=True, type=click.Path(path_type=Path), help=mark("The PDF file to write.")
    )
    @click.option("--session", cls=Option, metavar="ID", help=mark("Only for this session."))
    @at_option
    def command(out: Path, session: str | None, at: datetime | None) -> None:
        from signin.services import papers

        state = current()
        with state.desk() as desk, working(say("Printing {file} …", file=out.name)):
            event_id = state.event_id(desk)
            printer: Any = getattr(papers, verb)
            printed = printer(desk, event_id, out, wall_clock(at), session)
        show(
            {"event": event_id, "file": str(printed.path), "pages": printed.pages, "people": printed.people},
            say(
                "“{file}”: {pages} pages, {people} people.",
                file=str(printed.path),
                pages=printed.pages,
                people=printed.people,
            ),
        )


_paper("badges", mark("Badges for everybody who is expected, eight a sheet."), "print_badges")
_paper(
    "participants",
    mark("The list of those who came; before anybody has, the sign-in sheet."),
    "print_participants",
)
_paper("sign-in", mark("The sign-in sheet: everybody expected, with empty signature cells."), "print_sign_in")
_paper("certificates", mark("Certificates for those who have earned them."), "print_certificates")
