"""Commands about events and their sessions."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from signin.cli import announced, as_json
from signin.cli.commands import Group, at_option
from signin.cli.output import show, show_table
from signin.cli.state import current, wall_clock
from signin.domain.event import Event, Session
from signin.lao.numbers import format_range
from signin.words import mark, say


@click.group(cls=Group, help=mark("Make an event from a file, list events, show one."))
def event() -> None:
    """Gather the commands about events."""


@event.command(help=mark("Make an event from a TOML file."))
@click.argument("file", type=click.Path(path_type=Path))
@at_option
def create(file: Path, at: datetime | None) -> None:
    """Read an event file and store the event."""
    from signin.services import meetings

    with current().desk(makes=True) as desk:
        made, sessions = meetings.create_from_file(desk, file, wall_clock(at))
    show(
        as_json.event(made, list(sessions)),
        say(
            "Made the event {event}: {title}, {count} sessions.",
            event=made.id,
            title=made.title,
            count=len(sessions),
        ),
    )


@event.command(
    help=mark("Read a meeting's facts out of an announcement, for you to confirm; - reads what is piped.")
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def read(file: Path) -> None:
    """Read an announcement, and store nothing."""
    from signin.exchange.announcement_file import read_announcement_file, read_announcement_stream

    state = current()
    piped = str(file) == "-"
    found = read_announcement_stream(sys.stdin.buffer, "-") if piped else read_announcement_file(file)
    show(announced.as_json(found), *announced.as_lines(found, state.language))


@event.command("list", help=mark("List the events of the store."))
def list_events() -> None:
    """List the events."""
    from signin.services import meetings

    with current().desk() as desk:
        found = meetings.everything(desk)
    show_table(
        {"events": [as_json.event(one, sessions) for one, sessions in found]},
        [say("Event"), say("Days"), say("Title")],
        [[one.id, _days(one), one.title] for one, _ in found],
    )


@event.command("show", help=mark("Show one event with its sessions."))
def show_event() -> None:
    """Show one event."""
    one, sessions = _one()
    head = [one.title, _days(one), one.venue, one.organiser]
    lines = [
        f"{each.key:<12} {each.starts_at:%d/%m %H:%M}-{each.ends_at:%H:%M}  {each.title}" for each in sessions
    ]
    show(as_json.event(one, sessions), *head, *lines)


@click.group(cls=Group, help=mark("Look at the sessions of an event."))
def session() -> None:
    """Gather the commands about sessions."""


@session.command("list", help=mark("List the sessions; --session takes the id."))
def list_sessions() -> None:
    """List the sessions."""
    one, sessions = _one()
    rows = [
        [each.key, f"{each.starts_at:%d/%m/%Y %H:%M}-{each.ends_at:%H:%M}", each.mode.value, each.title]
        for each in sessions
    ]
    heads = [say("Session"), say("Time"), say("Mode"), say("Title")]
    show_table({"event": one.id, "sessions": [as_json.session(each) for each in sessions]}, heads, rows)


def _one() -> tuple[Event, list[Session]]:
    from signin.services import meetings

    state = current()
    with state.desk() as desk:
        return meetings.one(desk, state.event)


def _days(one: Event) -> str:
    return format_range(one.starts_on, one.ends_on, current().language)
