"""Events and their sessions, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from signin.domain.attendee import Category
from signin.domain.event import CertificateTerms, Chair, Event, Letterhead, Mode, Rule, Session
from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import event as event_table
from signin.store.tables import session as session_table

_ALL = select(event_table).order_by(event_table.c.starts_on, event_table.c.id)
_ONE = select(event_table).where(event_table.c.id == bindparam("event"))
_SESSIONS = (
    select(session_table)
    .where(session_table.c.event_id == bindparam("event"))
    .order_by(session_table.c.starts_at, session_table.c.key)
)
_SESSION = Prepared(
    select(session_table).where(
        session_table.c.event_id == bindparam("event"), session_table.c.key == bindparam("session")
    )
)


_CHANGE = update(event_table).where(event_table.c.id == bindparam("event"))
_CHANGE_SESSION = update(session_table).where(
    session_table.c.event_id == bindparam("event"), session_table.c.key == bindparam("session")
)
_REMOVE_SESSION = delete(session_table).where(
    session_table.c.event_id == bindparam("event"), session_table.c.key == bindparam("session")
)


def add(tx: Transaction, event: Event, sessions: Sequence[Session]) -> None:
    """Store an event and its sessions. Raises ValueTaken when the id or a session's key is there already."""
    tx.execute(insert(event_table), _event_row(event))
    add_sessions(tx, sessions)


def add_sessions(tx: Transaction, sessions: Sequence[Session]) -> None:
    """Store more sessions. Raises ValueTaken when a key is there already."""
    if sessions:
        tx.execute(insert(session_table), [_session_row(session) for session in sessions])


def change(tx: Transaction, event: Event) -> None:
    """Store an event's facts anew, found by its id."""
    tx.execute(_CHANGE.values(**_event_row(event)), {"event": event.id})


def change_session(tx: Transaction, session: Session) -> None:
    """Store a session anew, found by its event and key."""
    keys = {"event": session.event_id, "session": session.key}
    tx.execute(_CHANGE_SESSION.values(**_session_row(session)), keys)


def remove_session(tx: Transaction, event_id: str, key: str) -> None:
    """Take out a session; one with scans is held by them."""
    tx.execute(_REMOVE_SESSION, {"event": event_id, "session": key})


def everyone(tx: Transaction) -> list[Event]:
    """Give every event, the earliest first."""
    return [_event(row) for row in tx.execute(_ALL).mappings()]


def get(tx: Transaction, event_id: str) -> Event | None:
    """Give one event."""
    row = tx.execute(_ONE, {"event": event_id}).mappings().first()
    return None if row is None else _event(row)


def sessions_of(tx: Transaction, event_id: str) -> list[Session]:
    """Give an event's sessions in the order of their starts."""
    return [_session(row) for row in tx.execute(_SESSIONS, {"event": event_id}).mappings()]


def session_of(tx: Transaction, event_id: str, key: str) -> Session | None:
    """Give one session by its key."""
    row = _SESSION.first(tx, event=event_id, session=key)
    return None if row is None else _session(dict(zip(session_table.c.keys(), row, strict=True)))


def _event_row(event: Event) -> dict[str, Any]:
    terms = asdict(event.certificate)
    return {
        "id": event.id,
        "title": event.title,
        "organiser": event.organiser,
        "venue": event.venue,
        "starts_on": event.starts_on,
        "ends_on": event.ends_on,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "host": event.host,
        "language": event.language,
        "chairs": [asdict(chair) for chair in event.chairs],
        "letterhead": asdict(event.letterhead),
        "certificate": {**terms, "value": str(event.certificate.value)},
    }


def _event(row: Mapping[Any, Any]) -> Event:
    terms, letterhead = row["certificate"], row["letterhead"]
    return Event(
        id=row["id"],
        title=row["title"],
        organiser=row["organiser"],
        venue=row["venue"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        host=row["host"],
        language=row["language"],
        chairs=tuple(Chair(**chair) for chair in row["chairs"]),
        letterhead=Letterhead(**{**letterhead, "offices": tuple(letterhead["offices"])}),
        certificate=CertificateTerms(
            **{
                **terms,
                "rule": Rule(terms["rule"]),
                "value": Fraction(terms["value"]),
                "sessions": tuple(terms["sessions"]),
            }
        ),
    )


def _session_row(session: Session) -> dict[str, Any]:
    return {
        "event_id": session.event_id,
        "key": session.key,
        "title": session.title,
        "room": session.room,
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "opens_at": session.opens_at,
        "closes_at": session.closes_at,
        "mode": session.mode.value,
        "categories": sorted(session.categories),
        "people": sorted(session.people),
    }


def _session(row: Mapping[Any, Any]) -> Session:
    return Session(
        **{
            **row,
            "mode": Mode(row["mode"]),
            "categories": frozenset(map(Category, row["categories"])),
            "people": frozenset(row["people"]),
        }
    )
