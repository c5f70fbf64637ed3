"""The scan log: rows are only ever added."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, func, insert, or_, select

from signin.domain.scan import Direction, Kind, Scan, Source
from signin.store.engine import Transaction
from signin.store.prepared import Prepared
from signin.store.tables import scan as scan_table

_FIELDS = tuple(Scan.__slots__)
_ROWS_OF_A_DESK = 2**62  # more than any desk ever writes
_LATEST = 2**46  # milliseconds since 1970
_PAGE = 50
_ROWS = select(*(scan_table.c[field] for field in _FIELDS))
_ADD = Prepared(insert(scan_table))
_BY_ID = _ROWS.where(scan_table.c.id == bindparam("id"))
_OF_EVENT = _ROWS.where(scan_table.c.event_id == bindparam("event")).order_by(scan_table.c.clock)
_IDS = scan_table.c.attendee_id.in_(bindparam("ids", expanding=True))
_OF_PEOPLE = _ROWS.where(
    _IDS,
    scan_table.c.event_id == bindparam("event"),
    or_(bindparam("session").is_(None), scan_table.c.session_key == bindparam("session")),
)
_OF_WALK_IN = _ROWS.where(
    _IDS,
    scan_table.c.event_id == bindparam("event"),
    scan_table.c.source == Source.WALK_IN.value,
)
_COUNTS = (
    select(scan_table.c.session_key, func.count())
    .where(scan_table.c.event_id == bindparam("event"), scan_table.c.kind == Kind.SCAN.value)
    .group_by(scan_table.c.session_key)
)
_LAST = Prepared(
    select(
        select(func.max(scan_table.c.sequence)).where(scan_table.c.desk == bindparam("desk")).scalar_subquery(),
        select(func.max(scan_table.c.clock)).scalar_subquery(),
    )
)
_STORED = select(scan_table.c.detail, *(scan_table.c[field] for field in _FIELDS)).where(
    scan_table.c.event_id == bindparam("event"), scan_table.c.kind == Kind.SCAN.value
)
_IN_SESSION = or_(bindparam("session").is_(None), scan_table.c.session_key == bindparam("session"))
_LATEST_ROWS = Prepared(_STORED.where(_IN_SESSION).order_by(scan_table.c.clock.desc()).limit(bindparam("limit")))
_LATEST_OF_DESK = Prepared(
    _STORED.where(scan_table.c.desk == bindparam("desk"), _IN_SESSION)
    .order_by(scan_table.c.sequence.desc())
    .limit(bindparam("limit"))
)
_BACKWARDS = Prepared(
    _ROWS.where(
        scan_table.c.desk == bindparam("desk"),
        scan_table.c.sequence < bindparam("before"),
        scan_table.c.event_id == bindparam("event"),
    )
    .order_by(scan_table.c.sequence.desc())
    .limit(_PAGE)
)
_TAKER = Prepared(_ROWS.where(scan_table.c.reference == bindparam("reference")))
_LAST_CLOCK = Prepared(select(func.coalesce(func.max(scan_table.c.clock), 0)))
_PEOPLE_SINCE = Prepared(
    select(scan_table.c.attendee_id).where(
        scan_table.c.clock > bindparam("clock"), scan_table.c.event_id == bindparam("event")
    )
)
_VOID = scan_table.alias()
_REPEAT = Prepared(
    select(scan_table.c.detail, *(scan_table.c[field] for field in _FIELDS))
    .outerjoin(_VOID, _VOID.c.reference == scan_table.c.id)
    .where(
        and_(
            scan_table.c.desk == bindparam("desk"),
            scan_table.c.at.between(bindparam("since"), bindparam("until")),
            scan_table.c.event_id == bindparam("event"),
            scan_table.c.session_key == bindparam("session"),
            scan_table.c.direction == bindparam("direction"),
            scan_table.c.code == bindparam("code"),
            scan_table.c.forced == bindparam("forced"),
            scan_table.c.kind == Kind.SCAN.value,
            _VOID.c.id.is_(None),
        )
    )
    .order_by(scan_table.c.clock.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Stored:
    """A scan, and the facts its verdict told beside the person."""

    scan: Scan
    detail: Mapping[str, str]


def add(tx: Transaction, scan: Scan, detail: Mapping[str, str]) -> None:
    """Store a scan. Raises ValueTaken when it takes back a row that was taken back already."""
    _ADD.run(tx, **_row(scan), detail=dict(detail))


def get(tx: Transaction, scan_id: str) -> Scan | None:
    """Give one scan."""
    row = tx.execute(_BY_ID, {"id": scan_id}).first()
    return None if row is None else _scan(row)


def of_event(tx: Transaction, event_id: str) -> list[Scan]:
    """Give every scan of an event, in the order of their clocks."""
    return [_scan(row) for row in tx.execute(_OF_EVENT, {"event": event_id})]


def of_people(tx: Transaction, event_id: str, session_key: str | None, ids: Collection[str]) -> list[Scan]:
    """Give every scan of these people in one session or in all, VOID rows among them."""
    values = {"event": event_id, "session": session_key, "ids": list(ids)}
    return [_scan(row) for row in tx.execute(_OF_PEOPLE, values)]


def of_walk_in(tx: Transaction, event_id: str, ids: Collection[str]) -> list[Scan]:
    """Give the scans with which these people were written down as walk-ins, and the VOID rows about them."""
    return [_scan(row) for row in tx.execute(_OF_WALK_IN, {"event": event_id, "ids": list(ids)})]


def counts(tx: Transaction, event_id: str) -> dict[str, int]:
    """Give how many scans each session of an event has, taken back or not; a session without any is left out."""
    return {str(key): int(count) for key, count in tx.execute(_COUNTS, {"event": event_id})}


def last(tx: Transaction, desk: str) -> tuple[int, int]:
    """Give the desk's last sequence and the store's last clock, 0 where there are none."""
    ((sequence, clock),) = _LAST.run(tx, desk=desk)
    return sequence or 0, clock or 0


def latest(tx: Transaction, event_id: str, session_key: str | None, desk: str | None, limit: int) -> list[Stored]:
    """Give the latest scans of an event, newest first: of one session or all, of one desk or all."""
    values = {"event": event_id, "session": session_key, "limit": limit}
    rows = _LATEST_ROWS.run(tx, **values) if desk is None else _LATEST_OF_DESK.run(tx, **values, desk=desk)
    return [Stored(_scan(row[1:]), row[0]) for row in rows]


def backwards(tx: Transaction, desk: str, event_id: str) -> Iterator[Scan]:
    """Give a desk's rows of an event from the newest back, VOID rows among them, as many as are asked for."""
    before = _ROWS_OF_A_DESK
    while rows := _BACKWARDS.run(tx, desk=desk, event=event_id, before=before):
        found = [_scan(row) for row in rows]
        yield from found
        before = found[-1].sequence


def taker_of(tx: Transaction, scan_id: str) -> Scan | None:
    """Give the row that takes a row back, whether it stands or not."""
    row = _TAKER.first(tx, reference=scan_id)
    return None if row is None else _scan(row)


def last_clock(tx: Transaction) -> int:
    """Give the store's last clock, 0 when there is no scan."""
    return int(_LAST_CLOCK.run(tx)[0][0])


def people_since(tx: Transaction, event_id: str, clock: int) -> list[str]:
    """Give the ids of everybody of whom there is a scan or VOID row after this clock, each once."""
    # Asked to tell each once and nobody else, SQLite would read all scans by person, not the few by clock.
    found = (row[0] for row in _PEOPLE_SINCE.run(tx, event=event_id, clock=clock))
    return [one for one in dict.fromkeys(found) if one is not None]


def repeat_of(tx: Transaction, scan: Scan, within: timedelta) -> Stored | None:
    """Give the standing scan that `scan` repeats: same desk, session, direction and code, this close in time."""
    values = {
        "desk": scan.desk,
        "since": max(scan.at, datetime.min + within) - within,
        "until": min(scan.at, datetime.max - within) + within,
        "event": scan.event_id,
        "session": scan.session_key,
        "direction": scan.direction.value,
        "code": scan.code,
        "forced": scan.forced,
    }
    row = _REPEAT.first(tx, **values)
    return None if row is None else Stored(_scan(row[1:]), row[0])


def _row(scan: Scan) -> dict[str, Any]:
    return {
        "id": scan.id,
        "event_id": scan.event_id,
        "session_key": scan.session_key,
        "desk": scan.desk,
        "sequence": scan.sequence,
        "at": scan.at,
        "clock": scan.clock,
        "kind": scan.kind.value,
        "source": scan.source.value,
        "direction": scan.direction.value,
        "raw": scan.raw,
        "code": scan.code,
        "attendee_id": scan.attendee_id,
        "verdict": scan.verdict,
        "forced": scan.forced,
        "reference": scan.reference,
    }


_PARSE: dict[str, Any] = {"kind": Kind, "source": Source, "direction": Direction}


def _scan(row: Any) -> Scan:  # noqa: ANN401 - a row or a part of one
    facts: dict[str, Any] = dict(zip(_FIELDS, row, strict=True))
    for field, parse in _PARSE.items():
        facts[field] = parse(facts[field])
    return Scan(**facts)


def now_or_later(at: datetime, clock: int) -> int:
    """Give the next hybrid logical clock: the wall clock's milliseconds, but always after `clock`.

    After Kulkarni et al., "Logical Physical Clocks" (2014), for one writer at a time. A wall clock that is
    centuries wrong is held at the year 4199, so that the number fits into 64 bits and can still grow.
    """
    milliseconds = int((at - datetime(1970, 1, 1)) / timedelta(milliseconds=1))
    return max(min(milliseconds, _LATEST) << 16, clock + 1)
