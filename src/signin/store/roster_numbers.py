"""Which numbers a roster has, and whose they are."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from signin.store.attendees import ON_ROSTER
from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import attendee as attendee_table

_NUMBERS = Prepared(
    select(attendee_table.c.id, attendee_table.c.number).where(
        attendee_table.c.event_id == bindparam("event"), ON_ROSTER
    )
)


def by_id(tx: Transaction, event_id: str) -> dict[str, int]:
    """Give the number of everybody on an event's roster, by id."""
    return {row[0]: row[1] for row in _NUMBERS.run(tx, event=event_id)}
