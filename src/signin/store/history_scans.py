"""The scan log among what happened at an event: who was let in or out, who was not, what was taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, literal, or_, select

from signin.domain.scan import Kind
from signin.domain.verdict import ACCEPTED
from signin.store.engine import Transaction
from signin.store.history import (
    AFTER_ALL,
    ANY,
    PERSON,
    WHO,
    Wanted,
    Who,
    as_who,
    at_desk,
    at_time,
    like_as_typed,
    values_of,
)
from signin.store.tables import attendee as attendee_table
from signin.store.tables import scan as scan_table

DOOR, REFUSED, TAKEN_BACK = "door", "refused", "taken-back"
"""What a row of the scan log is: somebody let in or out, somebody not, a row taken back."""
_LATEST = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanRow:
    """A row of the scan log, told by what is needed to say it; `taken` is the row that it takes back."""

    place: tuple[int, str]
    at: datetime
    desk: str
    session_key: str
    kind: str
    source: str
    raw: str
    verdict: str
    forced: bool
    taken_kind: str | None
    taken_verdict: str | None
    who: Who | None

    @property
    def what(self) -> str:
        """What the row is: DOOR, REFUSED or TAKEN_BACK."""
        if self.kind == Kind.VOID.value:
            return TAKEN_BACK
        return DOOR if self.verdict in ACCEPTED else REFUSED


_TAKEN = scan_table.alias()
_WHAT = case(
    (scan_table.c.kind == Kind.VOID.value, literal(TAKEN_BACK)),
    (scan_table.c.verdict.in_(sorted(ACCEPTED)), literal(DOOR)),
    else_=literal(REFUSED),
)
_SCANS = (
    select(
        scan_table.c.clock,
        scan_table.c.id,
        *(scan_table.c[name] for name in ("at", "desk", "session_key", "kind", "source", "raw", "verdict")),
        scan_table.c.forced,
        _TAKEN.c.kind,
        _TAKEN.c.verdict,
        *WHO,
    )
    .select_from(scan_table)
    .outerjoin(attendee_table, attendee_table.c.id == scan_table.c.attendee_id)
    .outerjoin(_TAKEN, _TAKEN.c.id == scan_table.c.reference)
    .where(scan_table.c.event_id == bindparam("event"))
)
_SCANS_PAGE = (
    _SCANS.where(
        scan_table.c.clock <= bindparam("clock"),
        or_(scan_table.c.clock < bindparam("clock"), scan_table.c.id < bindparam("id")),
        _WHAT.in_(bindparam("what", expanding=True)),
        at_time(scan_table.c.at),
        at_desk(scan_table.c.desk),
        or_(ANY, PERSON, like_as_typed(scan_table.c.raw)),
    )
    .order_by(scan_table.c.clock.desc(), scan_table.c.id.desc())
    .limit(bindparam("most"))
)
_SCANS_OF_PERSON = _SCANS.where(scan_table.c.attendee_id == bindparam("person")).order_by(
    scan_table.c.clock, scan_table.c.id
)


def scans(
    tx: Transaction, wanted: Wanted, what: Collection[str], before: tuple[int, str] | None, most: int
) -> list[ScanRow]:
    """Give the rows of the scan log before a place, the latest first."""
    clock, scan_id = before or (_LATEST, AFTER_ALL)
    place = {"clock": clock, "id": scan_id, "what": sorted(what)}
    return [_scan_row(row) for row in tx.execute(_SCANS_PAGE, values_of(wanted, most) | place)]


def scans_of_person(tx: Transaction, event_id: str, attendee_id: str) -> list[ScanRow]:
    """Give every row of the scan log about somebody, the earliest first."""
    rows = tx.execute(_SCANS_OF_PERSON, {"event": event_id, "person": attendee_id})
    return [_scan_row(row) for row in rows]


def _scan_row(row: Any) -> ScanRow:  # noqa: ANN401 - a row of `_SCANS`
    clock, scan_id, at, desk, session, kind, source, raw, verdict, forced, taken_kind, taken_verdict, *who = row
    return ScanRow(
        place=(clock, scan_id),
        at=at,
        desk=desk,
        session_key=session,
        kind=kind,
        source=source,
        raw=raw,
        verdict=verdict,
        forced=forced,
        taken_kind=taken_kind,
        taken_verdict=taken_verdict,
        who=as_who(who),
    )
