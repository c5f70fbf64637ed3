"""The record of changes, as rows that are only ever added."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, bindparam, func, insert, literal_column, select, tuple_, type_coerce

from signin.domain.record import Record, Subject, Verb
from signin.store.engine import Transaction
from signin.store.tables import attendee as attendee_table
from signin.store.tables import event as event_table
from signin.store.tables import record as record_table

_FIELDS = tuple(Record.__slots__)
# Times and fields as texts: a row that was edited by hand must still be read, to be named.
_AS_TEXT = {"at", "fields"}
ROWS = select(
    *(
        type_coerce(record_table.c[field], String) if field in _AS_TEXT else record_table.c[field]
        for field in _FIELDS
    )
)
"""Records as rows; `as_record` takes them."""
_ADD = insert(record_table)
_BY_ID = ROWS.where(record_table.c.id == bindparam("id"))
_OF_EVENT = ROWS.where(record_table.c.event_id == bindparam("event")).order_by(
    record_table.c.at, record_table.c.desk, record_table.c.sequence
)
_OF_SUBJECTS = _OF_EVENT.where(record_table.c.subject_id.in_(bindparam("subjects", expanding=True)))
# By the rows' own order, for clocks are set back.
_LAST_ABOUT = (
    ROWS.where(
        record_table.c.subject_id == bindparam("subject"),
        record_table.c.verb.in_(bindparam("verbs", expanding=True)),
    )
    .order_by(literal_column("record.rowid").desc())
    .limit(1)
)
_COUNT = select(func.count()).select_from(record_table)
_DESCRIBED = (
    select(
        record_table.c.id,
        type_coerce(record_table.c.at, String),
        record_table.c.desk,
        func.coalesce(event_table.c.title, ""),
        attendee_table.c.prefix,
        attendee_table.c.name,
    )
    .select_from(record_table)
    .outerjoin(event_table, event_table.c.id == record_table.c.event_id)
    .outerjoin(attendee_table, attendee_table.c.id == record_table.c.subject_id)
    .where(record_table.c.id == bindparam("id"))
)
_IN_ORDER = ROWS.order_by(record_table.c.desk, record_table.c.sequence)
_SOME = _IN_ORDER.where(
    tuple_(record_table.c.desk, record_table.c.sequence) > tuple_(bindparam("desk"), bindparam("sequence"))
).limit(bindparam("most"))
_LAST = (
    select(record_table.c.sequence, record_table.c.hash)
    .where(record_table.c.desk == bindparam("desk"))
    .order_by(record_table.c.sequence.desc())
    .limit(1)
)


def add(tx: Transaction, record: Record) -> None:
    """Store a record. Raises ValueTaken when the chain has gone on, or when it takes back what was taken back."""
    row = {field: getattr(record, field) for field in _FIELDS}
    row |= {"subject": record.subject.value, "verb": record.verb.value}
    tx.execute(_ADD, row | {"fields": {name: list(pair) for name, pair in record.fields.items()}})


def get(tx: Transaction, record_id: str) -> Record | None:
    """Give one record."""
    row = tx.execute(_BY_ID, {"id": record_id}).first()
    return None if row is None else as_record(row)


def last(tx: Transaction, desk: str) -> tuple[int, str] | None:
    """Give the sequence and hash of a desk's last record, which may be no record any more."""
    row = tx.execute(_LAST, {"desk": desk}).first()
    return None if row is None else (row[0], row[1])


def of_event(tx: Transaction, event_id: str) -> list[Record]:
    """Give every record of an event, the earliest first."""
    return _readable(tx.execute(_OF_EVENT, {"event": event_id}))


def of_subjects(tx: Transaction, event_id: str, subject_ids: Collection[str]) -> list[Record]:
    """Give every record about these people, the earliest first."""
    return _readable(tx.execute(_OF_SUBJECTS, {"event": event_id, "subjects": list(subject_ids)}))


def last_about(tx: Transaction, subject_id: str, verbs: Sequence[Verb]) -> Record | None:
    """Give the record with one of these verbs that was added last about one person."""
    values = {"subject": subject_id, "verbs": [verb.value for verb in verbs]}
    row = tx.execute(_LAST_ABOUT, values).first()
    return None if row is None else as_record(row)


def in_order(tx: Transaction) -> Iterator[tuple[str, Record | None]]:
    """Give every record of the store with its id, desk by desk, in the order of their chains.

    None stands for a row that was edited so that it is no record any more.
    """
    return ((str(row[0]), as_record(row)) for row in tx.execute(_IN_ORDER))


@dataclass(frozen=True, slots=True)
class Described:
    """A row that may be no record any more, as far as it can be told: `at` as it stands, `who` "" for nobody."""

    id: str
    at: str
    desk: str
    event: str
    who: str


def count(tx: Transaction) -> int:
    """Give how many records the store has."""
    return int(tx.execute(_COUNT).scalar_one())


def described(tx: Transaction, record_id: str) -> Described:
    """Tell where a row stands that may be no record any more."""
    told = tx.execute(_DESCRIBED, {"id": record_id}).one()
    row_id, at, desk, event, prefix, name = told
    return Described(str(row_id), str(at), str(desk), event, " ".join(filter(None, (prefix, name))))


def some_in_order(
    tx: Transaction, after: tuple[str, int], most: int
) -> list[tuple[tuple[str, int], str, Record | None]]:
    """Give at most so many records behind a desk and sequence, as `in_order` does, each with its own place."""
    desk, sequence = after
    values = {"desk": desk, "sequence": sequence, "most": most}
    return [((row.desk, row.sequence), str(row[0]), as_record(row)) for row in tx.execute(_SOME, values)]


def _readable(rows: Iterable[Any]) -> list[Record]:
    """Leave out what is no record any more: `in_order` tells of it, and the desk goes on."""
    return [record for record in map(as_record, rows) if record is not None]


def as_record(row: Any) -> Record | None:  # noqa: ANN401 - a row of `ROWS`
    """Give the record in a row of `ROWS`; None when it was edited so that it is no record any more."""
    facts: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    if any(isinstance(fact, bytes) for fact in facts.values()):
        return None
    try:
        facts["at"] = datetime.fromisoformat(facts["at"])
        if facts["at"].tzinfo is not None:  # no clock on the wall
            return None
        facts["subject"], facts["verb"] = Subject(facts["subject"]), Verb(facts["verb"])
        facts["fields"] = {name: (before, after) for name, (before, after) in json.loads(facts["fields"]).items()}
    except (ValueError, TypeError, AttributeError):
        return None
    return Record(**facts)
