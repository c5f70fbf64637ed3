"""What tells that two of a roster may be one, read without making people of all rows."""

from __future__ import annotations

from sqlalchemy import bindparam, func, select

from signin.store.attendees import ON_ROSTER
from signin.store.engine import Transaction
from signin.store.tables import attendee as attendee_table

_HERE = (attendee_table.c.event_id == bindparam("event"), ON_ROSTER)
_TWICE = (
    select(attendee_table.c.fold)
    .where(*_HERE, attendee_table.c.fold != "")
    .group_by(attendee_table.c.fold)
    .having(func.count() > 1)
)
_NAMES = (
    select(attendee_table.c.fold, attendee_table.c.id)
    .where(*_HERE, attendee_table.c.fold.in_(_TWICE))
    .order_by(attendee_table.c.number)
)
_PHONES = (
    select(attendee_table.c.phone, attendee_table.c.id)
    .where(*_HERE, attendee_table.c.phone != "")
    .order_by(attendee_table.c.number)
)


def names_borne_twice(tx: Transaction, event_id: str) -> list[tuple[str, str]]:
    """Give folded name and id of everybody whose name somebody else has, too, in roster order."""
    return [(row[0], row[1]) for row in tx.execute(_NAMES, {"event": event_id})]


def phones(tx: Transaction, event_id: str) -> list[tuple[str, str]]:
    """Give phone, as it was written, and id of everybody who has one, in roster order."""
    return [(row[0], row[1]) for row in tx.execute(_PHONES, {"event": event_id})]
