"""Who is in which session: rows derived from scans, rebuilt at any time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, insert, select, update

from signin.domain.presence import Presence
from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import presence as presence_table

_FIELDS = tuple(Presence.__slots__)
_ROWS = select(*(presence_table.c[field] for field in _FIELDS))
_OF_EVENT = _ROWS.where(presence_table.c.event_id == bindparam("event")).order_by(
    presence_table.c.session_key, presence_table.c.attendee_id, presence_table.c.nth
)
_OF_SESSION = Prepared(
    _ROWS.where(
        presence_table.c.event_id == bindparam("event"), presence_table.c.session_key == bindparam("session")
    ).order_by(presence_table.c.attendee_id, presence_table.c.nth)
)
_ONE = (
    presence_table.c.event_id == bindparam("event"),
    presence_table.c.session_key == bindparam("session"),
    presence_table.c.attendee_id == bindparam("attendee"),
)
_OF_PERSON = Prepared(_ROWS.where(*_ONE).order_by(presence_table.c.nth))
_ANYWHERE = select(
    exists().where(
        presence_table.c.event_id == bindparam("event"), presence_table.c.attendee_id == bindparam("attendee")
    )
)
_EVERYWHERE = _ROWS.where(
    presence_table.c.event_id == bindparam("event"), presence_table.c.attendee_id == bindparam("attendee")
).order_by(presence_table.c.session_key, presence_table.c.nth)
_WHO_CAME = Prepared(
    select(presence_table.c.attendee_id).where(presence_table.c.event_id == bindparam("event")).distinct()
)
_FORGET = delete(presence_table).where(*_ONE)
_FORGET_EVENT = delete(presence_table).where(presence_table.c.event_id == bindparam("event"))
_FORGET_PEOPLE = delete(presence_table).where(
    presence_table.c.event_id == bindparam("event"),
    presence_table.c.attendee_id.in_(bindparam("ids", expanding=True)),
)
_ADD = insert(presence_table)
_ADD_ONE = Prepared(_ADD)
_LEAVE = update(presence_table).where(*_ONE, presence_table.c.left_at.is_(None)).values(left_at=bindparam("at"))


def of_event(tx: Transaction, event_id: str) -> list[Presence]:
    """Give every stay of an event, by session, person and order."""
    return [_presence(row) for row in tx.execute(_OF_EVENT, {"event": event_id})]


def of_session(tx: Transaction, event_id: str, session_key: str) -> list[Presence]:
    """Give every stay of a session, by person and order."""
    return [_presence(row) for row in _OF_SESSION.run(tx, event=event_id, session=session_key)]


def of_person(tx: Transaction, event_id: str, session_key: str, attendee_id: str) -> list[Presence]:
    """Give one person's stays in one session, in order."""
    return [_presence(row) for row in _OF_PERSON.run(tx, **_key(event_id, session_key, attendee_id))]


def anywhere(tx: Transaction, event_id: str, attendee_id: str) -> bool:
    """Whether a person has a stay in any session of an event."""
    return bool(tx.execute(_ANYWHERE, {"event": event_id, "attendee": attendee_id}).scalar_one())


def who_came(tx: Transaction, event_id: str) -> set[str]:
    """Give the ids of everybody who has a stay in any session of an event."""
    return {row[0] for row in _WHO_CAME.run(tx, event=event_id)}


def everywhere(tx: Transaction, event_id: str, attendee_id: str) -> list[Presence]:
    """Give one person's stays in all sessions of an event, by session and order."""
    return [_presence(row) for row in tx.execute(_EVERYWHERE, {"event": event_id, "attendee": attendee_id})]


def arrive(tx: Transaction, stay: Presence, nth: int) -> None:
    """Add a stay, the person's `nth` (from 0). Raises ValueTaken when the person is inside already."""
    _ADD_ONE.run(tx, **_row(stay, nth))


def leave(tx: Transaction, event_id: str, session_key: str, attendee_id: str, at: datetime) -> None:
    """End the open stay."""
    tx.execute(_LEAVE, {**_key(event_id, session_key, attendee_id), "at": at})


def replace_of_person(
    tx: Transaction, event_id: str, session_key: str, attendee_id: str, stays: Sequence[Presence]
) -> None:
    """Put these stays in the place of what was derived before for one person and session."""
    tx.execute(_FORGET, _key(event_id, session_key, attendee_id))
    _add_all(tx, stays)


def replace_of_people(tx: Transaction, event_id: str, ids: Collection[str], stays: Iterable[Presence]) -> None:
    """Put these stays in the place of what was derived before for some people in all sessions of an event."""
    tx.execute(_FORGET_PEOPLE, {"event": event_id, "ids": list(ids)})
    _add_all(tx, stays)


def replace_of_event(tx: Transaction, event_id: str, stays: Iterable[Presence]) -> None:
    """Put these stays in the place of everything that was derived before for an event."""
    tx.execute(_FORGET_EVENT, {"event": event_id})
    _add_all(tx, stays)


def _add_all(tx: Transaction, stays: Iterable[Presence]) -> None:
    counts: dict[tuple[str, str], int] = {}
    rows = []
    for stay in stays:
        nth = counts.get((stay.session_key, stay.attendee_id), 0)
        counts[stay.session_key, stay.attendee_id] = nth + 1
        rows.append(_row(stay, nth))
    if rows:
        tx.execute(_ADD, rows)


def _key(event_id: str, session_key: str, attendee_id: str) -> dict[str, str]:
    return {"event": event_id, "session": session_key, "attendee": attendee_id}


def _row(stay: Presence, nth: int) -> dict[str, Any]:
    return {**{field: getattr(stay, field) for field in _FIELDS}, "nth": nth}


def _presence(row: Any) -> Presence:  # noqa: ANN401 - a row of the columns above
    return Presence(**dict(zip(_FIELDS, row, strict=True)))
