"""Commands at the door: a scan, a walk-in, taking a scan back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from signin.cli import as_json
from signin.cli.commands import Command, Option, at_option, desk_option
from signin.cli.output import show, show_toned
from signin.cli.state import current, wall_clock
from signin.domain.attendee import Category, Sex
from signin.domain.scan import Direction, Source
from signin.services.verdict_words import lines_of, word_of
from signin.words import mark, say

if TYPE_CHECKING:
    from signin.services.admit import Answer

_SOURCES = [one.value for one in Source if one is not Source.WALK_IN]


@click.command(cls=Command, help=mark("Answer a scanned code for a session, and store the scan."))
@click.argument("code")
@click.option("--session", cls=Option, required=True, metavar="ID", help=mark("The session."))
@click.option("--out", cls=Option, is_flag=True, help=mark("The person goes out."))
@click.option("--force", cls=Option, is_flag=True, help=mark("Let in before or after the open time."))
@click.option(
    "--source",
    cls=Option,
    type=click.Choice(_SOURCES),
    default="qr",
    help=mark("How the person was named; all but qr take a roster number or a code."),
)
@at_option
@desk_option
def scan(
    code: str, session: str, source: str, at: datetime | None, desk: str | None, *, out: bool, force: bool
) -> None:
    """Answer a scan."""
    from signin.services.admit import Door, admit, admit_person

    state = current()
    with state.desk(desk) as own:
        door = Door(
            event_id=state.event_id(own),
            session_key=session,
            now=wall_clock(at),
            direction=Direction.OUT if out else Direction.IN,
            source=Source(source),
            forced=force,
        )
        answer = admit(own, code, door) if door.source is Source.QR else admit_person(own, code, door)
    _show(answer)


def _show(answer: Answer, **more: object) -> None:
    show_toned(as_json.answer(answer) | more, answer.verdict.tone, word_of(answer.verdict), *lines_of(answer))


@click.command("walk-in", cls=Command, help=mark("Add a person who is not on the roster, and check in at once."))
@click.option("--name", cls=Option, required=True, help=mark("The name; it may carry its prefix."))
@click.option("--prefix", cls=Option, default="", help=mark("The prefix."))
@click.option("--organisation", cls=Option, default="", help=mark("The organisation."))
@click.option("--position", cls=Option, default="", help=mark("The position."))
@click.option("--province", cls=Option, default="", help=mark("The province."))
@click.option("--phone", cls=Option, default="", help=mark("The phone."))
@click.option("--email", cls=Option, default="", help=mark("The e-mail."))
@click.option("--sex", cls=Option, type=click.Choice([one.value for one in Sex]), help=mark("The sex."))
@click.option(
    "--category",
    cls=Option,
    type=click.Choice([one.value for one in Category]),
    help=mark("What the person comes as."),
)
@click.option("--session", cls=Option, required=True, metavar="ID", help=mark("The session."))
@click.option("--force", cls=Option, is_flag=True, help=mark("Let in before or after the open time."))
@at_option
@desk_option
def walk_in(
    session: str,
    at: datetime | None,
    desk: str | None,
    sex: str | None,
    category: str | None,
    *,
    force: bool,
    **told: str,
) -> None:
    """Add a walk-in."""
    from signin.services import register
    from signin.services.admit import Door

    state = current()
    with state.desk(desk) as own:
        door = Door(event_id=state.event_id(own), session_key=session, now=wall_clock(at), forced=force)
        particulars = register.Particulars(
            sex=Sex(sex) if sex else None, category=Category(category) if category else None, **told
        )
        registered, answer = register.walk_in(own, particulars, door)
        with own.store.read() as tx:
            same = register.namesakes(tx, registered.attendee)
    _show(answer, code=registered.code, namesakes=[as_json.attendee(one) for one in same])


@click.command(
    cls=Command, help=mark("Take a scan back; nothing is deleted. Taking back the taking-back redoes it.")
)
@click.argument("scan")
@at_option
@desk_option
def void(scan: str, at: datetime | None, desk: str | None) -> None:
    """Take a scan back."""
    from signin.services.void import void as take_back

    with current().desk(desk) as own:
        row = take_back(own, scan, wall_clock(at))
    show(
        {"scan": row.id, "reference": row.reference, "event": row.event_id, "session": row.session_key},
        say("The scan was taken back. Redo it with `signin void {scan}`.", scan=row.id),
    )
