"""Commands about one person: a substitute, a cancelled place, a new code."""

from __future__ import annotations

from datetime import datetime

import click

from signin.cli import as_json
from signin.cli.commands import Command, Option, at_option
from signin.cli.output import show
from signin.cli.state import current, wall_clock
from signin.domain.attendee import Sex
from signin.words import mark, say


@click.command(cls=Command, help=mark("Let somebody come in a person's place; the old code answers Replaced."))
@click.argument("person")
@click.option("--name", cls=Option, required=True, help=mark("The name; it may carry its prefix."))
@click.option("--prefix", cls=Option, default="", help=mark("The prefix."))
@click.option("--position", cls=Option, default="", help=mark("The position."))
@click.option("--organisation", cls=Option, default="", help=mark("The organisation, if not that of the place."))
@click.option("--phone", cls=Option, default="", help=mark("The phone."))
@click.option("--sex", cls=Option, type=click.Choice([one.value for one in Sex]), help=mark("The sex."))
@at_option
def substitute(person: str, sex: str | None, at: datetime | None, **told: str) -> None:
    """Put a substitute in a person's place."""
    from signin.services import register

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        particulars = register.Particulars(**told, sex=Sex(sex) if sex else None, category=None)
        registered = register.substitute(desk, event_id, person, particulars, wall_clock(at))
    came = registered.attendee
    show(
        {
            "event": event_id,
            "attendee": as_json.attendee(came, code=registered.code),
            "stands_for": came.stands_for,
        },
        say(
            "{name} (number {number}) comes for number {stands_for}. Code: {code}",
            name=came.full_name,
            number=came.number,
            stands_for=came.stands_for,
            code=registered.code,
        ),
    )


@click.command(cls=Command, help=mark("Cancel a person's place, or give it back with --restore."))
@click.argument("person")
@click.option("--restore", cls=Option, is_flag=True, help=mark("Give the place back."))
@at_option
def cancel(person: str, at: datetime | None, *, restore: bool) -> None:
    """Cancel or restore a place."""
    from signin.services import register

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        changed = (register.restore if restore else register.cancel)(desk, event_id, person, wall_clock(at))
    text = mark("{name} is expected again.") if restore else mark("{name} is cancelled.")
    show({"event": event_id, "attendee": as_json.attendee(changed)}, say(text, name=changed.full_name))


@click.command(cls=Command, help=mark("Give a person a new code for a lost badge; the old one answers Replaced."))
@click.argument("person")
@at_option
def reissue(person: str, at: datetime | None) -> None:
    """Give a new code."""
    from signin.services import register

    state = current()
    with state.desk() as desk:
        event_id = state.event_id(desk)
        registered = register.reissue(desk, event_id, person, wall_clock(at))
    show(
        {"event": event_id, "attendee": as_json.attendee(registered.attendee, code=registered.code)},
        say("{name}: the new code is {code}", name=registered.attendee.full_name, code=registered.code),
    )
