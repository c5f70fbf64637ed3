"""Which session a desk stands at, and which one it is offered next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from signin.domain.event import Session


def session_now(sessions: Sequence[Session], now: datetime) -> Session | None:
    """Give the session whose doors are open; between sessions the next to open, after all the last to close.

    Of several that are open, the one that started last: a morning is not left for the afternoon while it
    goes on. Where none has started, the nearest.
    """
    if (open_now := _nearest(_open(sessions, now), now)) is not None:
        return open_now
    coming = [session for session in sessions if session.opens_at > now]
    if coming:
        return min(coming, key=lambda session: (session.opens_at, session.starts_at))
    return max(sessions, key=lambda session: session.closes_at, default=None)


def next_to_offer(sessions: Sequence[Session], current: Session | None, now: datetime) -> Session | None:
    """Give another session whose doors are open and that begins later than the current one, if there is one."""
    later = [
        session for session in _open(sessions, now) if current is None or session.starts_at > current.starts_at
    ]
    return _nearest(later, now)


def _open(sessions: Sequence[Session], now: datetime) -> list[Session]:
    return [session for session in sessions if session.opens_at <= now <= session.closes_at]


def _nearest(sessions: Sequence[Session], now: datetime) -> Session | None:
    """Give the one that started last, else the one that starts first; the first of equal ones."""
    started = [session for session in sessions if session.starts_at <= now]
    if started:
        return max(started, key=lambda session: session.starts_at)
    return min(sessions, key=lambda session: session.starts_at, default=None)
