"""The record of what people did to people's places: written with every change, read back, and checked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from signin.domain import ids, record
from signin.domain.attendee import Attendee
from signin.domain.print_run import PrintRun
from signin.domain.record import Fields, Record, Subject, Verb
from signin.domain.scan import Scan
from signin.services.desk import Desk
from signin.store import Transaction, merges, records

RECORDED = (
    *("number", "prefix", "name", "sex", "sex_source", "position", "organisation", "province", "phone", "email"),
    *("category", "note", "attention", "state", "origin", "stands_for"),
)
"""Whatever can change about a person; a new person's record tells all of it that is not empty."""
TOGETHER = frozenset({"sex", "sex_source"})
"""A sex and from what it is known are one fact: told together, and put back together or not at all."""
BROUGHT_ABOUT = "scan"
"""Beside the fields of a person: the row of the scan log because of which they changed, where nobody said so."""


def history(tx: Transaction, event_id: str, attendee_id: str | None = None) -> list[Record]:
    """Give the records of an event, or those about one person and whoever is one with them, the earliest first."""
    if attendee_id is None:
        return records.of_event(tx, event_id)
    return records.of_subjects(tx, event_id, merges.one_with(tx, attendee_id))


def first_bad(tx: Transaction) -> str | None:
    """Give the id of the first record that was edited by hand, or that stands where another was taken out."""
    return record.first_bad(records.in_order(tx))


def placed_by_hand(tx: Transaction, about: Attendee) -> bool:
    """Whether somebody's place was last cancelled or given back by hand, and not by taking back a scan."""
    last = records.last_about(tx, about.id, (Verb.CANCELLED, Verb.RESTORED))
    return last is not None and BROUGHT_ABOUT not in last.fields


def because_of(row: Scan, fields: Fields) -> Fields:
    """Give what was changed, and the row of the scan log that brought it about."""
    return {**fields, BROUGHT_ABOUT: ("", row.id)}


def note(
    desk: Desk,
    tx: Transaction,
    verb: Verb,
    about: Attendee,
    fields: Fields,
    now: datetime,
    *,
    reason: str = "",
    reference: str | None = None,
) -> Record:
    """Store that something was done to a person, inside the caller's transaction."""
    subject = (Subject.ATTENDEE, about.id)
    return _add(desk, tx, verb, subject, about.event_id, fields, now, reason=reason, reference=reference)


def note_import(
    desk: Desk, tx: Transaction, event_id: str, told: Mapping[str, int | str], sheet: str, now: datetime
) -> Record:
    """Store that a roster was imported, inside the caller's transaction: how many were new, how many changed.

    `told` are those counts, and the seal on what was done to whom.
    """
    fields = {name: ("", str(one)) for name, one in told.items()}
    return _add(desk, tx, Verb.IMPORTED, (Subject.ROSTER, event_id), event_id, fields, now, reason=sheet)


def note_import_back(
    desk: Desk, tx: Transaction, event_id: str, counts: dict[str, int], imported: Record, now: datetime
) -> Record:
    """Store that an import was taken back, inside the caller's transaction; twice it cannot be."""
    fields = {name: (str(count), "") for name, count in counts.items()}
    about, verb = (Subject.ROSTER, event_id), Verb.IMPORT_TAKEN_BACK
    return _add(desk, tx, verb, about, event_id, fields, now, reason=imported.reason, reference=imported.id)


def note_event(
    desk: Desk, tx: Transaction, verb: Verb, event_id: str, fields: Fields, now: datetime, *, reason: str = ""
) -> Record:
    """Store that something was done to an event, inside the caller's transaction."""
    return _add(desk, tx, verb, (Subject.EVENT, event_id), event_id, fields, now, reason=reason)


def note_paper(desk: Desk, tx: Transaction, verb: Verb, run: PrintRun, fields: Fields, now: datetime) -> Record:
    """Store that something was said of a run of the print log, inside the caller's transaction."""
    return _add(desk, tx, verb, (Subject.PAPER, run.id), run.event_id, fields, now)


def difference(before: Attendee | None, after: Attendee) -> Fields:
    """Give what differs between two states of a person; of a new person, everything that is told."""
    told = {field: (text_of(before, field), text_of(after, field)) for field in RECORDED}
    changed = {field for field, pair in told.items() if pair[0] != pair[1]}
    if before is not None and not changed.isdisjoint(TOGETHER):
        changed |= TOGETHER
    return {field: pair for field, pair in told.items() if field in changed}


def text_of(person: Attendee | None, field: str) -> str:
    """Give a fact of a person as a record tells it; of nobody, nothing."""
    value = None if person is None else getattr(person, field)
    return "" if value is None else str(value)


def _add(
    desk: Desk,
    tx: Transaction,
    verb: Verb,
    subject: tuple[Subject, str],
    event_id: str,
    fields: Fields,
    now: datetime,
    *,
    reason: str = "",
    reference: str | None = None,
) -> Record:
    sequence, previous = records.last(tx, desk.name) or (0, record.beginning(desk.name))
    row = Record(
        id=ids.new(now, desk.random),
        event_id=event_id,
        desk=desk.name,
        sequence=sequence + 1,
        at=now,
        subject=subject[0],
        subject_id=subject[1],
        verb=verb,
        fields=fields,
        reason=reason,
        reference=reference,
    )
    row = record.sealed(row, previous)
    records.add(tx, row)
    return row
