"""Taking a scan back, and taking the taking-back back: rows are added, nothing is edited."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from signin.domain import ids
from signin.domain.attendee import Attendee, Origin, State
from signin.domain.presence import effective
from signin.domain.record import Verb
from signin.domain.scan import Kind, Scan
from signin.services import records
from signin.services.deriving import derived_of
from signin.services.desk import Desk
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.store import Transaction, attendees, merges, presences, scans
from signin.store.failures import ValueTaken


def void(desk: Desk, scan_id: str, now: datetime) -> Scan:
    """Take back a scan, or a VOID row, and put presence back as if it had not been; give the new row.

    A walk-in who has not come after all is not expected any more, which is recorded. Raises ScanNotFound or
    AlreadyVoid.
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
        _derive_again(desk, tx, row, taken.attendee_id)
    return row


def _derive_again(desk: Desk, tx: Transaction, row: Scan, attendee_id: str) -> None:
    """Replay one person's scans in the session of a row into presence."""
    person = attendees.get(tx, attendee_id)
    assert person is not None  # a foreign key holds it
    stays = derived_of(tx, row.event_id, person.id, row.session_key)
    presences.replace_of_person(tx, row.event_id, row.session_key, person.id, stays)
    if person.origin is Origin.WALK_IN:
        _settle_walk_in(desk, tx, person, row)


def _settle_walk_in(desk: Desk, tx: Transaction, person: Attendee, row: Scan) -> None:
    """Expect a walk-in only because of having come, unless somebody decided by hand; record what that changes."""
    state = State.EXPECTED if _stands(tx, person) else State.CANCELLED
    settled = person.state is state or person.state is State.REPLACED
    if settled or records.placed_by_hand(tx, person):
        return
    changed = replace(person, state=state)
    attendees.change(tx, changed)
    verb = Verb.RESTORED if state is State.EXPECTED else Verb.CANCELLED
    told = records.difference(person, changed)
    records.note(desk, tx, verb, person, records.because_of(row, told), row.at)


def _stands(tx: Transaction, person: Attendee) -> bool:
    """Whether a walk-in came to any session, or was written down at a door that was shut and is still to come."""
    came = presences.anywhere(tx, person.event_id, person.id)
    ones = merges.one_with(tx, person.id)
    return came or bool(effective(scans.of_walk_in(tx, person.event_id, ones)))
