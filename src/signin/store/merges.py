"""Who is one with whom, as rows: merges that stand, and pairs that were told apart."""

from __future__ import annotations

from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select

from signin.domain.attendee import State
from signin.domain.merging import Merge, Merged
from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import merge as merge_table
from signin.store.tables import told_apart as apart_table

_FIELDS = tuple(Merge.__slots__)
_ROWS = select(*(merge_table.c[field] for field in _FIELDS))
_OF_EVENT = Prepared(_ROWS.where(merge_table.c.event_id == bindparam("event")).order_by(merge_table.c.nth))
_OF_PERSON = Prepared(_ROWS.where(merge_table.c.attendee_id == bindparam("attendee")))
_INTO = Prepared(_ROWS.where(merge_table.c.kept_id == bindparam("kept")).order_by(merge_table.c.nth))
_HIGHEST = select(func.coalesce(func.max(merge_table.c.nth), 0))
_ADD = insert(merge_table)
_REMOVE = delete(merge_table).where(merge_table.c.attendee_id == bindparam("attendee"))
_APART = (
    select(apart_table.c.first_id, apart_table.c.second_id, apart_table.c.record_id)
    .where(apart_table.c.event_id == bindparam("event"))
    .order_by(apart_table.c.record_id)
)
_TELL_APART = insert(apart_table)
_APART_NO_MORE = delete(apart_table).where(
    apart_table.c.first_id == bindparam("first"), apart_table.c.second_id == bindparam("second")
)


def add(tx: Transaction, merge: Merge) -> Merge:
    """Store a merge, and give it its number. Raises ValueTaken when the one who goes has gone already."""
    nth = int(tx.execute(_HIGHEST).scalar_one()) + 1
    row: dict[str, Any] = {field: getattr(merge, field) for field in _FIELDS}
    row |= {"nth": nth, "state": merge.state.value, "sessions": dict(merge.sessions)}
    tx.execute(_ADD, row)
    return _merge(tuple(row.values()))


def remove(tx: Transaction, merge: Merge) -> None:
    """Take a merge out: the two are two again."""
    tx.execute(_REMOVE, {"attendee": merge.attendee_id})


def of_event(tx: Transaction, event_id: str) -> list[Merge]:
    """Give the merges of an event that stand, the first first."""
    return [_merge(row) for row in _OF_EVENT.run(tx, event=event_id)]


def merged(tx: Transaction, event_id: str) -> Merged:
    """Give the merges of an event, to be asked who is whom."""
    return Merged(of_event(tx, event_id))


def of_person(tx: Transaction, attendee_id: str) -> Merge | None:
    """Give the merge by which somebody went, if somebody did."""
    row = _OF_PERSON.first(tx, attendee=attendee_id)
    return None if row is None else _merge(row)


def into(tx: Transaction, kept_id: str) -> list[Merge]:
    """Give the merges in which this person stayed, the first first."""
    return [_merge(row) for row in _INTO.run(tx, kept=kept_id)]


def kept(tx: Transaction, attendee_id: str) -> str:
    """Give the id of who somebody is now: the one who stayed in the end."""
    while (merge := of_person(tx, attendee_id)) is not None:
        attendee_id = merge.kept_id
    return attendee_id


def one_with(tx: Transaction, attendee_id: str) -> list[str]:
    """Give the ids of everybody who is one with somebody, the one who stayed first."""
    found = [kept(tx, attendee_id)]
    for each in found:  # grows meanwhile
        found += [one.attendee_id for one in into(tx, each)]
    return found


def apart(tx: Transaction, event_id: str) -> list[tuple[str, str, str]]:
    """Give the pairs of ids that were told apart, the lower first, and the record of each; the first first."""
    return [(row[0], row[1], row[2]) for row in tx.execute(_APART, {"event": event_id})]


def tell_apart(tx: Transaction, event_id: str, pair: tuple[str, str], record_id: str) -> None:
    """Store that two are two. Raises ValueTaken when that is known."""
    first, second = sorted(pair)
    row = {"event_id": event_id, "first_id": first, "second_id": second, "record_id": record_id}
    tx.execute(_TELL_APART, row)


def apart_no_more(tx: Transaction, pair: tuple[str, str]) -> None:
    """Let two be asked about again."""
    first, second = sorted(pair)
    tx.execute(_APART_NO_MORE, {"first": first, "second": second})


def _merge(row: Any) -> Merge:  # noqa: ANN401 - a row of the columns above
    facts = dict(zip(_FIELDS, row, strict=True))
    return Merge(**facts | {"state": State(facts["state"])})
