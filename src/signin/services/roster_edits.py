"""What an organiser does to places on the roster: to one or to many at once, and back again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain.attendee import Attendee, State
from signin.domain.record import Fields, Record, Verb
from signin.lao.normalize import canonical
from signin.services import find, records, register
from signin.services.corrections import Correction, corrected, value_of
from signin.services.desk import Desk
from signin.services.failures import (
    AlreadyUndone,
    ChangedSince,
    NotACorrection,
    NotCancelled,
    ReasonMissing,
    RecordNotFound,
    SubstituteCame,
)
from signin.services.follow_numbers import follow_places
from signin.services.register import Particulars, change_place, refuse_replaced
from signin.store import Transaction, attendees, presences
from signin.store import records as record_store
from signin.store.failures import ValueTaken

_NEW = (Verb.ADDED, Verb.SUBSTITUTED)
"""Taking these back cancels the place: nobody is ever taken off the roster."""
_CAN_GO_BACK = (*_NEW, Verb.REPLACED, Verb.CANCELLED, Verb.RESTORED, Verb.CORRECTED)
_BY_STATE = {State.EXPECTED: Verb.RESTORED, State.CANCELLED: Verb.CANCELLED, State.REPLACED: Verb.REPLACED}


@dataclass(frozen=True, slots=True)
class Done:
    """Who was changed, as they are now, and the records by which `take_back` undoes it; doing so again is redo."""

    people: tuple[Attendee, ...]
    records: tuple[str, ...]


def correct_many(
    desk: Desk,
    event_id: str,
    attendee_ids: Sequence[str],
    changes: Correction,
    now: datetime,
    *,
    reason: str = "",
    seen: Attendee | None = None,
) -> Done:
    """Correct people in one transaction; whoever is so already is left as they are.

    With `seen`, the only person as they were shown, what somebody else has changed meanwhile is not written over.
    Raises PersonNotFound, NameMissing, ChangedSince.
    """
    done: list[tuple[Attendee, Record]] = []
    with desk.store.write() as tx:
        for person in _people(tx, event_id, attendee_ids):
            after = corrected(person, changes)
            if told := records.difference(person, after):
                if seen is not None:
                    _refuse_other(person, {field: (records.text_of(seen, field), "") for field in told})
                attendees.change(tx, after)
                done.append((after, _note(desk, tx, Verb.CORRECTED, person, told, now, reason)))
    return _done(done)


def cancel_many(desk: Desk, event_id: str, attendee_ids: Sequence[str], now: datetime, *, reason: str) -> Done:
    """Cancel places in one transaction; those cancelled already stay so.

    Raises PersonNotFound, ReasonMissing, AlreadyReplaced.
    """

    def cancel(tx: Transaction, person: Attendee) -> bool:
        refuse_replaced(tx, person)
        return person.state is not State.CANCELLED

    return _change_places(desk, event_id, attendee_ids, State.CANCELLED, now, reason, cancel)


def restore_many(desk: Desk, event_id: str, attendee_ids: Sequence[str], now: datetime, *, reason: str) -> Done:
    """Give people their places back in one transaction; those who have theirs keep it.

    A place goes back to whoever was cancelled, or was replaced and nobody comes instead any more.

    Raises PersonNotFound, ReasonMissing, and NotCancelled where there is nothing to give back.
    """

    def restore(tx: Transaction, person: Attendee) -> bool:
        if find.place_went_back(tx, person):
            return True
        refuse_replaced(tx, person)
        return person.state is State.CANCELLED

    done = _change_places(desk, event_id, attendee_ids, State.EXPECTED, now, reason, restore)
    if not done.people:
        with desk.store.read() as tx:
            raise NotCancelled(name=find.by_id(tx, event_id, attendee_ids[0]).full_name)
    return done


def add(desk: Desk, event_id: str, told: Particulars, now: datetime, *, number: int | None = None) -> Done:
    """Put a person on the roster by hand. Raises EventNotFound, NameMissing, NumberTaken."""
    added = register.add(desk, event_id, told, now, number=number).attendee
    with desk.store.read() as tx:
        return Done((added,), (_last(tx, added.id, Verb.ADDED),))


def substitute(
    desk: Desk, event_id: str, attendee_id: str, told: Particulars, now: datetime, *, reason: str
) -> Done:
    """Let somebody take a person's place. Raises PersonNotFound, ReasonMissing, AlreadyReplaced, NameMissing."""
    _want(reason)
    came = register.substitute(desk, event_id, attendee_id, told, now, reason=reason).attendee
    with desk.store.read() as tx:
        replaced = find.by_id(tx, event_id, attendee_id)
        told_by = (_last(tx, came.id, Verb.SUBSTITUTED), _last(tx, replaced.id, Verb.REPLACED))
    return Done((came, replaced), told_by)


def take_back(desk: Desk, record_ids: Sequence[str], now: datetime) -> Done:
    """Undo what these records tell, in one transaction: recorded again as changes of their own.

    Raises RecordNotFound, NotACorrection, AlreadyUndone, SubstituteCame, or ChangedSince when somebody has
    changed one of the fields again: then nothing is undone.
    """
    try:
        with desk.store.write() as tx:
            undone = [_undone(tx, record_id) for record_id in record_ids]  # all are asked before any is written
            done = [_put_back(desk, tx, *one, now) for one in undone]
            for event_id in {person.event_id for person, _ in done}:
                follow_places(desk, tx, event_id, now)
            return _done([(_person(tx, one.event_id, one.id), record) for one, record in done])
    except ValueTaken as taken:
        raise AlreadyUndone from taken


def _undone(tx: Transaction, record_id: str) -> tuple[Attendee, Fields, Record]:
    """Give whom a record is about, and what has to be put back."""
    record = record_store.get(tx, record_id)
    if record is None:
        raise RecordNotFound(record=record_id)
    if record.verb not in _CAN_GO_BACK:
        raise NotACorrection
    person = _person(tx, record.event_id, record.subject_id)
    told = _inverse(person, record)
    _refuse_other(person, told)
    if record.verb in _NEW and presences.anywhere(tx, person.event_id, person.id):
        raise SubstituteCame(name=person.full_name)
    if (place := told.get("replaces", ("", ""))[1]) and attendees.substitute_of(tx, place):
        raise ChangedSince(name=find.by_id(tx, record.event_id, place).full_name)
    return person, told, record


def _inverse(person: Attendee, record: Record) -> Fields:
    """Give what takes a record back. A substitute lets go of the place too, so that another can have it."""
    if record.verb not in _NEW:
        back = {field: (after, before) for field, (before, after) in record.fields.items() if field != "scan"}
        if "replaces" in back:  # the number moves with whoever is stood for
            back["stands_for"] = (records.text_of(person, "stands_for"), back["stands_for"][1])
        return back
    told = {"state": (State.EXPECTED.value, State.CANCELLED.value)}
    if record.verb is Verb.SUBSTITUTED:
        told |= {field: (records.text_of(person, field), "") for field in ("replaces", "stands_for")}
    return told


def _put_back(
    desk: Desk, tx: Transaction, person: Attendee, told: Fields, record: Record, now: datetime
) -> tuple[Attendee, Record]:
    after = replace(person, **{field: value_of(field, text) for field, (_, text) in told.items()})
    verb = _BY_STATE[after.state] if "state" in told else Verb.CORRECTED
    attendees.change(tx, after)
    return after, records.note(desk, tx, verb, person, told, now, reference=record.id)


def _refuse_other(person: Attendee, told: Fields) -> None:
    """Raise ChangedSince unless the fields are as they were."""
    if any(records.text_of(person, field) != before for field, (before, _) in told.items()):
        raise ChangedSince(name=person.full_name)


def _change_places(
    desk: Desk,
    event_id: str,
    attendee_ids: Sequence[str],
    state: State,
    now: datetime,
    reason: str,
    applies: Callable[[Transaction, Attendee], bool],
) -> Done:
    _want(reason)
    verb = _BY_STATE[state]
    with desk.store.write() as tx:
        concerned = [one for one in _people(tx, event_id, attendee_ids) if applies(tx, one)]
        changed = [change_place(desk, tx, verb, one, state, now, reason) for one in concerned]
        return Done(tuple(changed), tuple(_last(tx, one.id, verb) for one in changed))


def _people(tx: Transaction, event_id: str, attendee_ids: Sequence[str]) -> list[Attendee]:
    return [_person(tx, event_id, attendee_id) for attendee_id in attendee_ids]


def _person(tx: Transaction, event_id: str, attendee_id: str) -> Attendee:
    """Give a person; somebody who was merged into another meanwhile is not what was seen."""
    person = find.by_id(tx, event_id, attendee_id)
    if person.id != attendee_id:
        raise ChangedSince(name=person.full_name)
    return person


def _want(reason: str) -> None:
    if not canonical(reason):
        raise ReasonMissing


def _note(
    desk: Desk, tx: Transaction, verb: Verb, person: Attendee, told: Fields, now: datetime, reason: str
) -> Record:
    return records.note(desk, tx, verb, person, told, now, reason=canonical(reason))


def _last(tx: Transaction, attendee_id: str, verb: Verb) -> str:
    record = record_store.last_about(tx, attendee_id, (verb,))
    assert record is not None
    return record.id


def _done(changed: Sequence[tuple[Attendee, Record]]) -> Done:
    return Done(tuple(person for person, _ in changed), tuple(record.id for _, record in changed))
