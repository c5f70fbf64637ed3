"""Whether somebody else has written to the store, and how an event stands then: cheap enough for every second."""

from __future__ import annotations

from dataclasses import dataclass

from signin.domain.event import Event, Session
from signin.services import find
from signin.services.desk import Desk
from signin.store import changes, events


@dataclass(frozen=True, slots=True)
class EventNews:
    """An event with its sessions; `version` moves with whatever another connection writes."""

    version: int
    event: Event
    sessions: tuple[Session, ...]


def event_news(desk: Desk, event_id: str, version: int | None = None) -> EventNews | None:
    """Read an event, None where nobody else has written since this `version`. Raises EventNotFound."""
    with desk.store.read() as tx:
        now = changes.stamp(tx)[0]
        if now == version:
            return None
        return EventNews(now, find.event(tx, event_id), tuple(events.sessions_of(tx, event_id)))
