"""What stands on an event's roster already: for completing what is typed, and for finding the same person."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from signin.store.attendees import ON_ROSTER
from signin.store.engine import Transaction
from signin.store.tables import attendee as attendee_table

_PUNCTUATION = " -.()+/"


def _by_frequency(column: Any) -> Select[Any]:  # noqa: ANN401 - a column of texts
    return (
        select(column)
        .where(attendee_table.c.event_id == bindparam("event"), column != "", ON_ROSTER)
        .group_by(column)
        .order_by(func.count().desc(), column)
        .limit(bindparam("limit"))
    )


_TEXTS = {name: _by_frequency(attendee_table.c[name]) for name in ("organisation", "position", "prefix")}


def _plain(column: ColumnElement[str]) -> ColumnElement[str]:
    for letter in _PUNCTUATION:
        column = func.replace(column, letter, "")
    return column


_BY_PHONE = (
    select(attendee_table.c.id)
    .where(
        attendee_table.c.event_id == bindparam("event"),
        attendee_table.c.phone != "",
        _plain(attendee_table.c.phone).like("%" + bindparam("digits")),
    )
    .order_by(attendee_table.c.number)
)


def texts(tx: Transaction, event_id: str, field: str, limit: int) -> list[str]:
    """Give the different texts of a field (organisation, position or prefix), the most frequent first."""
    return [row[0] for row in tx.execute(_TEXTS[field], {"event": event_id, "limit": limit})]


def with_phone(tx: Transaction, event_id: str, digits: str) -> list[str]:
    """Give the ids of everybody whose phone ends in these digits, however it is grouped."""
    return [row[0] for row in tx.execute(_BY_PHONE, {"event": event_id, "digits": digits})]
