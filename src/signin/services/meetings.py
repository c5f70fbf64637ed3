"""Making events and looking at them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from signin.domain import ids
from signin.domain.event import Event, Session
from signin.exchange.event_file import read_event
from signin.services import find
from signin.services.desk import Desk
from signin.services.failures import EventExists
from signin.store import Transaction, events


def create(desk: Desk, event: Event, sessions: Sequence[Session]) -> None:
    """Store an event with its sessions. Raises EventExists for the same title on the same first day."""
    with desk.store.write() as tx:
        add(tx, event, sessions)


def add(tx: Transaction, event: Event, sessions: Sequence[Session]) -> None:
    """Store an event with its sessions beside what else a transaction does. Raises EventExists."""
    if (there := held(tx, event.title, event.starts_on)) is not None:
        raise EventExists(title=event.title, event=there.id)
    events.add(tx, event, sessions)


def held(tx: Transaction, title: str, starts_on: date) -> Event | None:
    """Give the event with a title and a first day, if there is one."""
    same = (one for one in events.everyone(tx) if (one.title, one.starts_on) == (title, starts_on))
    return next(same, None)


def create_from_file(desk: Desk, path: Path, now: datetime) -> tuple[Event, Sequence[Session]]:
    """Read an event file and store what it says. Raises what `read_event` and `create` raise."""
    event, sessions = read_event(path, event_id=ids.short(now, desk.random))
    create(desk, event, sessions)
    return event, sessions


def everything(desk: Desk) -> list[tuple[Event, list[Session]]]:
    """Give every event with its sessions."""
    with desk.store.read() as tx:
        return [(event, events.sessions_of(tx, event.id)) for event in events.everyone(tx)]


def one(desk: Desk, named: str | None) -> tuple[Event, list[Session]]:
    """Give one event with its sessions: the one named, or the only one."""
    with desk.store.read() as tx:
        event = find.event(tx, named)
        return event, events.sessions_of(tx, event.id)
