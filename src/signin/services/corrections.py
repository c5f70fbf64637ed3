"""Correcting what is known of a person at the desk: recorded, and taken back by the inverse correction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from signin.domain.attendee import Attendee, Category, Origin, Sex, SexSource, State
from signin.domain.record import Fields, Record, Verb
from signin.lao.normalize import canonical
from signin.services import find, records
from signin.services.desk import Desk
from signin.services.failures import AlreadyUndone, ChangedSince, NotACorrection, RecordNotFound
from signin.services.register import called, sex_of
from signin.store import Transaction, attendees
from signin.store import records as record_store
from signin.store.failures import ValueTaken

TEXTS = ("position", "organisation", "province", "phone", "email", "note", "attention")
_FROM_TEXT: Mapping[str, Any] = {
    "number": int,
    "sex": Sex,
    "sex_source": lambda text: SexSource(text) if text else None,
    "category": Category,
    "state": State,
    "origin": Origin,
    "replaces": lambda text: text or None,
    "stands_for": lambda text: int(text) if text else None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What is to be so from now on; None leaves a fact as it is, an empty text takes it away.

    The name may carry its prefix. The code, the number and the place on the roster are never corrected.
    """

    name: str | None = None
    prefix: str | None = None
    sex: Sex | None = None
    position: str | None = None
    organisation: str | None = None
    province: str | None = None
    phone: str | None = None
    email: str | None = None
    category: Category | None = None
    note: str | None = None
    attention: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """A person as corrected, and the record by which that is taken back; None where nothing had to change."""

    person: Attendee
    record: str | None


def correct(
    desk: Desk, event_id: str, named: str, changes: Correction, now: datetime, *, reason: str = ""
) -> Attendee:
    """Correct a person as `correct_noted` does, for whoever will not take it back."""
    return correct_noted(desk, event_id, named, changes, now, reason=reason).person


def correct_noted(
    desk: Desk, event_id: str, named: str, changes: Correction, now: datetime, *, reason: str = ""
) -> Noted:
    """Correct a person, named by number, code or id; a correction that changes nothing leaves no record.

    Raises PersonNotFound, NameMissing.
    """
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        after = corrected(person, changes)
        if not (told := records.difference(person, after)):
            return Noted(after, None)
        attendees.change(tx, after)
        record = records.note(desk, tx, Verb.CORRECTED, person, told, now, reason=canonical(reason))
        return Noted(after, record.id)


def undo_correction(desk: Desk, record_id: str, now: datetime) -> Noted:
    """Put back what one correction changed, as a correction of its own; taking that one back is redo.

    Raises RecordNotFound, NotACorrection, AlreadyUndone, or ChangedSince when a field was changed again.
    """
    try:
        with desk.store.write() as tx:
            record = _correction(tx, record_id)
            person = find.by_id(tx, record.event_id, record.subject_id)
            told = {field: (after, before) for field, (before, after) in record.fields.items()}
            _refuse_changed(person, told)
            restored = replace(person, **{field: value_of(field, after) for field, (_, after) in told.items()})
            attendees.change(tx, restored)
            inverse = records.note(desk, tx, Verb.CORRECTED, person, told, now, reference=record.id)
            return Noted(restored, inverse.id)
    except ValueTaken as taken:
        raise AlreadyUndone from taken


def corrected(person: Attendee, changes: Correction) -> Attendee:
    """Give a person as a correction makes them; nothing is written. Raises NameMissing."""
    texts: dict[str, Any] = {
        field: canonical(text) for field in TEXTS if (text := getattr(changes, field)) is not None
    }
    after = replace(person, **texts)
    if changes.category is not None:
        after = replace(after, category=changes.category)
    return _with_sex(person, _with_name(after, changes), changes.sex)


def _with_name(person: Attendee, changes: Correction) -> Attendee:
    if changes.name is None and changes.prefix is None:
        return person
    prefix, name = called(
        person.name if changes.name is None else changes.name,
        prefix=changes.prefix,
        usual=person.prefix,
    )
    return replace(person, prefix=prefix, name=name)


def _with_sex(before: Attendee, person: Attendee, sex: Sex | None) -> Attendee:
    """Put in the sex that was stated; one that a prefix had proposed goes with the prefix."""
    if sex is None and (person.prefix == before.prefix or before.sex_source is SexSource.STATED):
        return person
    told, source = sex_of(sex, person.full_name)
    return replace(person, sex=told, sex_source=source)


def _correction(tx: Transaction, record_id: str) -> Record:
    record = record_store.get(tx, record_id)
    if record is None:
        raise RecordNotFound(record=record_id)
    if record.verb is not Verb.CORRECTED:
        raise NotACorrection
    return record


def _refuse_changed(person: Attendee, told: Fields) -> None:
    now_known = records.difference(None, person)
    if any(now_known.get(field, ("", ""))[1] != before for field, (before, _) in told.items()):
        raise ChangedSince(name=person.full_name)


def value_of(field: str, text: str) -> Any:  # noqa: ANN401 - whatever the field holds
    """Give what a record's text of a field stands for."""
    return _FROM_TEXT[field](text) if field in _FROM_TEXT else text
