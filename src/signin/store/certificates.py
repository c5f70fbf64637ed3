"""Register numbers: given once, kept for ever."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import bindparam, func, insert, select

from signin.store import merges
from signin.store.engine import Transaction
from signin.store.tables import certificate as certificate_table

_OF_EVENT = (
    select(certificate_table.c.attendee_id, certificate_table.c.register)
    .where(certificate_table.c.event_id == bindparam("event"))
    .order_by(certificate_table.c.number)
)
_OF_PEOPLE = _OF_EVENT.where(certificate_table.c.attendee_id.in_(bindparam("ids", expanding=True)))
_HIGHEST = select(func.coalesce(func.max(certificate_table.c.number), 0)).where(
    certificate_table.c.event_id == bindparam("event")
)
_ADD = insert(certificate_table)


def of_event(tx: Transaction, event_id: str) -> dict[str, str]:
    """Give the register number of everybody who has one, by attendee id.

    Who stayed in a merge has their own number, or else the lowest of those who are one with them.
    """
    given = {row.attendee_id: row.register for row in tx.execute(_OF_EVENT, {"event": event_id})}
    merged = merges.merged(tx, event_id)
    for attendee_id, register in list(given.items()):
        given.setdefault(merged.now(attendee_id), register)
    return given


def of_people(tx: Transaction, event_id: str, ids: Collection[str]) -> list[str]:
    """Give the register numbers of these people, the lowest first."""
    return [row.register for row in tx.execute(_OF_PEOPLE, {"event": event_id, "ids": list(ids)})]


def highest(tx: Transaction, event_id: str) -> int:
    """Give the highest running number that was given, 0 when none was."""
    return int(tx.execute(_HIGHEST, {"event": event_id}).scalar_one())


def add(tx: Transaction, event_id: str, given: Mapping[str, tuple[int, str]], at: datetime) -> None:
    """Store running numbers and register numbers, by attendee id. Raises ValueTaken when one is there already."""
    rows = [
        {"event_id": event_id, "attendee_id": person, "number": number, "register": register, "issued_at": at}
        for person, (number, register) in given.items()
    ]
    if rows:
        tx.execute(_ADD, rows)
