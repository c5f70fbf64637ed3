"""Taking a scan back, and taking the taking-back back: rows are added, nothing is edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from signin.domain import ids
from signin.domain.attendee import Attendee, Origin, State
from signin.domain.presence import replay
from signin.domain.scan import Kind, Scan
from signin.services.desk import Desk
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.store import Transaction, attendees, presences, scans
from signin.store.failures import ValueTaken


def void(desk: Desk, scan_id: str, now: datetime) -> Scan:
    """Take back a scan, or a VOID row, and put presence back as if it had not been; give the new row.

    A walk-in whose every scan is taken back is not expected any more. Raises ScanNotFound or AlreadyVoid.
    """
    try:
        with desk.store.write() as tx:
            return take_back(desk, tx, scan_id, now)
    except ValueTaken as taken:
        raise AlreadyVoid(scan=scan_id) from taken


def take_back(desk: Desk, tx: Transaction, scan_id: str, now: datetime) -> Scan:
    """Take back a row inside the caller's transaction. Raises ScanNotFound, or ValueTaken when it was already."""
    if (taken := scans.get(tx, scan_id)) is None:
        raise ScanNotFound(scan=scan_id)
    sequence, clock = scans.last(tx, desk.name)
    row = replace(
        taken,
        id=ids.new(now, desk.random),
        desk=desk.name,
        sequence=sequence + 1,
        at=now,
        clock=scans.now_or_later(now, clock),
        kind=Kind.VOID,
        raw="",
        verdict="",
        reference=taken.id,
    )
    scans.add(tx, row, {})
    if taken.attendee_id is not None:
        _derive_again(tx, taken.event_id, taken.session_key, taken.attendee_id)
    return row


def _derive_again(tx: Transaction, event_id: str, session_key: str, attendee_id: str) -> None:
    """Replay one person's scans in one session into presence."""
    stays = replay(scans.of_person(tx, event_id, session_key, attendee_id))
    presences.replace_of_person(tx, event_id, session_key, attendee_id, stays)
    person = attendees.get(tx, attendee_id)
    if person is not None and person.origin is Origin.WALK_IN:
        _settle_walk_in(tx, person)


def _settle_walk_in(tx: Transaction, person: Attendee) -> None:
    """Expect a walk-in only because of having come."""
    here = presences.anywhere(tx, person.event_id, person.id)
    state = State.EXPECTED if here else State.CANCELLED
    if person.state in {State.EXPECTED, State.CANCELLED} and person.state is not state:
        attendees.change(tx, replace(person, state=state))
