"""The latest scans, and taking the last one back or putting it back: all of it read from the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from signin.domain.attendee import Attendee
from signin.domain.scan import Kind, Scan
from signin.domain.verdict import ACCEPTED, Verdict
from signin.services import void
from signin.services.desk import Desk
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.services.telling import told
from signin.store import Transaction, attendees, scans

A_RUN = timedelta(hours=12)
"""How far back undo goes: what was scanned on another day is taken back by name, not by a key."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A scan, what the desk answered, and whether it was taken back."""

    scan: Scan
    verdict: Verdict
    void: bool

    @property
    def attendee(self) -> Attendee | None:
        """Whom the scan is about, as known now."""
        return self.verdict.attendee


@dataclass(frozen=True, slots=True)
class Undone:
    """A scan that was taken back or put back, the row that says so, and whom it is about, as known now."""

    scan: Scan
    row: Scan
    attendee: Attendee | None

    @property
    def attendee_id(self) -> str | None:
        """Whose presence may have changed."""
        return self.scan.attendee_id

    @property
    def name(self) -> str:
        """The person's name, or what was scanned."""
        return self.attendee.full_name if self.attendee else self.scan.raw


def recent(
    desk: Desk, event_id: str, session_key: str | None = None, *, limit: int = 50, every_desk: bool = False
) -> list[Recent]:
    """Give the latest scans of this desk, or of all desks, newest first; VOID rows are told with their scans."""
    with desk.store.read() as tx:
        rows = scans.latest(tx, event_id, session_key, None if every_desk else desk.name, limit)
        return [Recent(row.scan, told(tx, row), void=_is_void(tx, row.scan)) for row in rows]


def undoable(desk: Desk, event_id: str, now: datetime) -> Scan | None:
    """Give the scan that `undo_last` would take back."""
    with desk.store.read() as tx:
        return _to_undo(desk, tx, event_id, now)


def redoable(desk: Desk, event_id: str, now: datetime) -> Scan | None:
    """Give the scan that `redo_last` would put back."""
    with desk.store.read() as tx:
        row = _to_redo(desk, tx, event_id, now)
        return None if row is None else _root(tx, row)


def clock(desk: Desk) -> int:
    """Give the clock of the scan log, which is later after every row."""
    with desk.store.read() as tx:
        return scans.last_clock(tx)


def came_since(desk: Desk, event_id: str, since: int) -> bool:
    """Whether this desk let somebody in or out after this clock, taken back or not."""
    with desk.store.read() as tx:
        rows = takewhile(lambda row: row.clock > since, scans.backwards(tx, desk.name, event_id))
        return any(_was_accepted(row) for row in rows)


def undo_last(desk: Desk, event_id: str, now: datetime, *, since: int = 0) -> Undone | None:
    """Take back this desk's last accepted scan that stands; again, the one before; None when there is none.

    Only scans after the clock `since` are taken back.
    """
    with desk.store.write() as tx:
        scan = _to_undo(desk, tx, event_id, now, since)
        return None if scan is None else _undone(desk, tx, scan, now)


def redo_last(desk: Desk, event_id: str, now: datetime, *, since: int = 0) -> Undone | None:
    """Put back what this desk last took back, if nobody was let in or out since; None when there is none.

    Only what was taken back after the clock `since` is put back.
    """
    with desk.store.write() as tx:
        row = _to_redo(desk, tx, event_id, now, since)
        return None if row is None else _undone(desk, tx, _root(tx, row), now)


def take_back(desk: Desk, event_id: str, scan_id: str, now: datetime) -> Undone:
    """Take back any scan of an event that stands, put back before or not. Raises ScanNotFound or AlreadyVoid."""
    with desk.store.write() as tx:
        scan = scans.get(tx, scan_id)
        if scan is None or scan.event_id != event_id or scan.kind is not Kind.SCAN:
            raise ScanNotFound(scan=scan_id)
        if _is_void(tx, scan):
            raise AlreadyVoid(scan=scan_id)
        return _undone(desk, tx, scan, now)


def _undone(desk: Desk, tx: Transaction, scan: Scan, now: datetime) -> Undone:
    """Turn a scan over: the last row of its chain is taken back, so that what stood does not, or the reverse."""
    row = void.take_back(desk, tx, _chain(tx, scan)[-1].id, now)
    person = None if scan.attendee_id is None else attendees.get(tx, scan.attendee_id)
    return Undone(scan, row, person)


def _to_undo(desk: Desk, tx: Transaction, event_id: str, now: datetime, since: int = 0) -> Scan | None:
    for row in scans.backwards(tx, desk.name, event_id):
        if now - row.at > A_RUN or row.clock <= since:
            break
        if _was_accepted(row) and not _is_void(tx, row):
            return row
    return None


def _to_redo(desk: Desk, tx: Transaction, event_id: str, now: datetime, since: int = 0) -> Scan | None:
    """Give the latest row that took a scan back and stands; an accepted scan after it leaves nothing to redo."""
    for row in scans.backwards(tx, desk.name, event_id):
        if now - row.at > A_RUN or row.clock <= since or _was_accepted(row):
            break
        if row.kind is Kind.VOID and scans.taker_of(tx, row.id) is None and _is_void(tx, _root(tx, row)):
            return row
    return None


def _was_accepted(row: Scan) -> bool:
    return row.kind is Kind.SCAN and row.verdict in ACCEPTED


def _chain(tx: Transaction, scan: Scan) -> list[Scan]:
    """Give a scan, the row that takes it back, the row that takes that back, and so on."""
    rows = [scan]
    while (taker := scans.taker_of(tx, rows[-1].id)) is not None:
        rows.append(taker)
    return rows


def _is_void(tx: Transaction, scan: Scan) -> bool:
    """Whether a scan was taken back: an odd number of rows follow it, each taking back the one before."""
    return len(_chain(tx, scan)) % 2 == 0


def _root(tx: Transaction, row: Scan) -> Scan:
    """Give the scan that a VOID row is about in the end; a foreign key holds that there is one."""
    while row.reference is not None:
        referred = scans.get(tx, row.reference)
        assert referred is not None
        row = referred
    return row
