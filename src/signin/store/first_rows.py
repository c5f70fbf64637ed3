"""The people with whom a list begins, without reading the rest: its first page is wanted at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from signin.domain.attendee import Attendee, State
from signin.store.attendees import PEOPLE, as_attendee
from signin.store.engine import Transaction
from signin.store.tables import attendee as attendee_table
from signin.store.tables import presence as presence_table
from signin.store.tables import session as session_table

_IN_ORDER = PEOPLE.where(attendee_table.c.event_id == bindparam("event")).order_by(attendee_table.c.number)
_EXPECTED = _IN_ORDER.where(attendee_table.c.state == State.EXPECTED.value)
_ARRIVED = _IN_ORDER.where(
    select(presence_table.c.attendee_id)
    .where(
        presence_table.c.event_id == attendee_table.c.event_id,
        presence_table.c.attendee_id == attendee_table.c.id,
        presence_table.c.session_key.in_(
            select(session_table.c.key).where(session_table.c.event_id == bindparam("event"))
        ),
    )
    .exists()
)
_FIRST_ARRIVAL = (
    select(func.min(presence_table.c.arrived_at))
    .where(
        presence_table.c.event_id == attendee_table.c.event_id,
        presence_table.c.session_key == bindparam("session"),
        presence_table.c.attendee_id == attendee_table.c.id,
    )
    .correlate(attendee_table)
    .scalar_subquery()
)
_IN_SESSION = _IN_ORDER.add_columns(_FIRST_ARRIVAL).where(_FIRST_ARRIVAL.is_not(None))


def expected(tx: Transaction, event_id: str) -> Iterator[Attendee]:
    """Give who is expected, in roster order; read one by one, so that whoever wants few reads few."""
    return (person for person, _ in _read(tx, _EXPECTED, event=event_id))


def arrived(tx: Transaction, event_id: str) -> Iterator[Attendee]:
    """Give who came to any session, in roster order."""
    return (person for person, _ in _read(tx, _ARRIVED, event=event_id))


def in_session(tx: Transaction, event_id: str, session_key: str) -> Iterator[tuple[Attendee, datetime]]:
    """Give who came to one session, in roster order, with the first arrival."""
    found = _read(tx, _IN_SESSION, event=event_id, session=session_key)
    return ((person, more[0]) for person, more in found)


def _read(
    tx: Transaction, statement: Select[Any], **values: str
) -> Iterator[tuple[Attendee, tuple[datetime, ...]]]:
    count = len(PEOPLE.selected_columns)
    with tx.execute(statement, values) as rows:
        for row in rows:
            yield as_attendee(row[:count]), tuple(row[count:])
