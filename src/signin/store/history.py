"""What happened at an event, out of all its logs: records, scans, papers, register numbers; the latest first.

Each log is read in its own order and by its own place, so that a page costs the same wherever it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    and_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
    union,
)

from signin.domain.record import Record, Verb
from signin.lao.normalize import canonical, fold
from signin.store import record_texts
from signin.store.engine import Transaction
from signin.store.records import ROWS as RECORD_ROWS
from signin.store.records import as_record
from signin.store.tables import attendee as attendee_table
from signin.store.tables import certificate as certificate_table
from signin.store.tables import print_run
from signin.store.tables import record as record_table
from signin.store.tables import scan as scan_table

AFTER_ALL = "~"  # behind every digit
_ESCAPE = "!"
_DIGITS = 10
"""A number of so many digits is a phone number and nobody's on a roster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which rows are asked for; empty texts and None ask for all.

    `text` is looked for in names, numbers, reasons, what was changed and what was scanned.
    """

    event_id: str
    text: str = ""
    desk: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A person that a row is about."""

    id: str
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record, whom it is about, and who came instead, where somebody did; None stands for a broken row."""

    place: tuple[str, str, int]
    record: Record | None
    who: Who | None
    substitute: str


# Conditions that every log has


def like(column: ColumnElement[str], name: str = "pattern") -> ColumnElement[bool]:
    """Whether a text holds what is looked for."""
    return column.like(bindparam(name), escape=_ESCAPE)


def like_as_typed(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether a text that was never made canonical holds what is looked for, or what was typed for it."""
    return or_(like(column), like(column, "typed"))


def at_time(column: Any) -> ColumnElement[bool]:  # noqa: ANN401 - a column of times
    """Whether it was in the time asked for."""
    return and_(
        or_(bindparam("since", type_=column.type).is_(None), column >= bindparam("since", type_=column.type)),
        or_(bindparam("until", type_=column.type).is_(None), column < bindparam("until", type_=column.type)),
    )


def at_desk(column: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether it was at the desk asked for."""
    return or_(bindparam("desk") == "", column == bindparam("desk"))


ANY = bindparam("pattern") == "%%"
"""Whether no text is looked for."""
PERSON = or_(
    and_(bindparam("folded") != "", like(attendee_table.c.fold, "folded")),
    attendee_table.c.number == bindparam("number"),
)
"""Whether the person is the one looked for."""
WHO = (attendee_table.c.id, attendee_table.c.number, attendee_table.c.prefix, attendee_table.c.name)
"""Of a person, what `as_who` takes."""

# Records

_INSTEAD = attendee_table.alias()
_PLACE = (type_coerce(record_table.c.at, String), record_table.c.desk, record_table.c.sequence)
_RECORDS = (
    RECORD_ROWS.add_columns(*WHO, _INSTEAD.c.prefix, _INSTEAD.c.name)
    .select_from(record_table)
    .outerjoin(attendee_table, attendee_table.c.id == record_table.c.subject_id)
    .outerjoin(_INSTEAD, _INSTEAD.c.replaces == record_table.c.subject_id)
    .where(record_table.c.event_id == bindparam("event"))
)
# Few rows hold the letters at all, and only of these is it seen whether a text does or only how it is stored.
_STORED = type_coerce(record_table.c.fields, String)
_CHANGED = and_(
    or_(like(_STORED), like(_STORED, "escaped")),
    like(getattr(func, record_texts.NAME)(record_table.c.fields, type_=String)),
)
_RECORDS_PAGE = (
    _RECORDS.where(
        tuple_(*_PLACE) < tuple_(bindparam("at"), bindparam("place_desk"), bindparam("sequence")),
        record_table.c.verb.in_(bindparam("verbs", expanding=True)),
        at_time(record_table.c.at),
        at_desk(record_table.c.desk),
        or_(
            ANY,
            PERSON,
            and_(record_table.c.verb != Verb.CLONED.value, like(record_table.c.reason)),  # an id stands there
            _CHANGED,
        ),
    )
    .order_by(*(part.desc() for part in _PLACE))
    .limit(bindparam("most"))
)
_RECORDS_OF_PERSON = _RECORDS.where(record_table.c.subject_id == bindparam("person")).order_by(*_PLACE)
_RECORD_FIELDS = len(Record.__slots__)


def records(
    tx: Transaction, wanted: Wanted, verbs: Collection[Verb], before: tuple[str, str, int] | None, most: int
) -> list[RecordRow]:
    """Give the records before a place, the latest first."""
    at, desk, sequence = before or (AFTER_ALL, "", 0)
    place = {"at": at, "place_desk": desk, "sequence": sequence, "verbs": [verb.value for verb in verbs]}
    return [_record_row(row) for row in tx.execute(_RECORDS_PAGE, values_of(wanted, most) | place)]


def records_of_person(tx: Transaction, event_id: str, attendee_id: str) -> list[RecordRow]:
    """Give every record about somebody, the earliest first."""
    rows = tx.execute(_RECORDS_OF_PERSON, {"event": event_id, "person": attendee_id})
    return [_record_row(row) for row in rows]


def _record_row(row: Any) -> RecordRow:  # noqa: ANN401 - a row of `_RECORDS`
    raw, rest = row[:_RECORD_FIELDS], row[_RECORD_FIELDS:]
    names = dict(zip(Record.__slots__, raw, strict=True))
    substitute = "" if rest[5] is None else full(rest[4], rest[5])
    return RecordRow((names["at"], names["desk"], names["sequence"]), as_record(raw), as_who(rest[:4]), substitute)


# What can be asked for

_DESKS = union(
    select(record_table.c.desk).where(record_table.c.event_id == bindparam("event")),
    select(scan_table.c.desk).where(scan_table.c.event_id == bindparam("event")),
    select(print_run.c.desk).where(print_run.c.event_id == bindparam("event")),
)
_DAYS = union(
    select(func.date(record_table.c.at)).where(record_table.c.event_id == bindparam("event")),
    select(func.date(scan_table.c.at)).where(scan_table.c.event_id == bindparam("event")),
    select(func.date(print_run.c.at)).where(print_run.c.event_id == bindparam("event")),
    select(func.date(certificate_table.c.issued_at)).where(certificate_table.c.event_id == bindparam("event")),
)


def desks(tx: Transaction, event_id: str) -> list[str]:
    """Give the desks of which there are rows, in order."""
    return sorted(str(desk) for desk in tx.execute(_DESKS, {"event": event_id}).scalars() if desk)


def days(tx: Transaction, event_id: str) -> list[date]:
    """Give the days of which there are rows, in order."""
    found = tx.execute(_DAYS, {"event": event_id}).scalars()
    return sorted(date.fromisoformat(day) for day in found if day is not None)


def as_who(row: Sequence[Any]) -> Who | None:
    """Give the person in the columns of `WHO`, if there is one."""
    person, number, prefix, name = row
    return None if person is None else Who(person, number, full(prefix, name))


def full(prefix: str, name: str) -> str:
    """Give a name as it is called out."""
    return f"{prefix} {name}" if prefix else name


def values_of(wanted: Wanted, most: int) -> dict[str, Any]:
    """Give the values of the conditions that every log has."""
    text, typed = canonical(wanted.text), wanted.text.strip()
    folded = fold(text)
    return {
        "event": wanted.event_id,
        "pattern": _pattern(text),
        "typed": _pattern(typed),
        "escaped": _pattern(json.dumps(text)[1:-1]),
        "folded": _pattern(folded) if folded else "",
        "number": int(text) if text.isdecimal() and len(text) < _DIGITS else None,
        "desk": wanted.desk,
        "since": wanted.since,
        "until": wanted.until,
        "most": most,
    }


def _pattern(text: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        text = text.replace(special, _ESCAPE + special)
    return f"%{text}%"
