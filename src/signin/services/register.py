"""Changes to who is on the roster: walk-ins, substitutes, cancellations, new codes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain import codes, ids
from signin.domain.attendee import Attendee, Category, Origin, Sex, SexSource, State
from signin.domain.record import Fields, Verb
from signin.domain.scan import Source
from signin.lao import names
from signin.lao.normalize import canonical
from signin.services import find, records
from signin.services.admit import Answer, Door, pass_door
from signin.services.desk import Desk
from signin.services.failures import (
    AlreadyCancelled,
    AlreadyReplaced,
    HasSubstitute,
    NameMissing,
    NoCodeForAbsent,
    NoSuchNumber,
    NotCancelled,
    NumberTaken,
)
from signin.store import Transaction, attendees


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is told about a person at the desk; the name may carry its prefix.

    `sex` is None while nobody said it, and unknown when somebody said that it is not known.
    """

    name: str
    prefix: str = ""
    organisation: str = ""
    position: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    sex: Sex | None = None
    category: Category | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A person and the code they hold now."""

    attendee: Attendee
    code: str


def walk_in(desk: Desk, told: Particulars, door: Door) -> tuple[Registered, Answer]:
    """Add a person, a code and a scan in one transaction. Raises NameMissing, SessionNotFound."""
    with desk.store.write() as tx:
        find.session(tx, door.event_id, door.session_key)
        number = attendees.highest_number(tx, door.event_id) + 1
        person = replace(_person(desk, door.event_id, number, told, door.now), origin=Origin.WALK_IN)
        registered = _add(desk, tx, person, door.now)
        records.note(desk, tx, Verb.WALKED_IN, person, records.difference(None, person), door.now)
        return registered, pass_door(desk, tx, registered.code, replace(door, source=Source.WALK_IN))


def add(
    desk: Desk,
    event_id: str,
    told: Particulars,
    now: datetime,
    *,
    number: int | None = None,
    reason: str = "",
) -> Registered:
    """Put a person on the roster by hand, with the next number or with a free one.

    Raises EventNotFound, NameMissing, NoSuchNumber, NumberTaken.
    """
    if number is not None and not 1 <= number <= find.HIGHEST_NUMBER:
        raise NoSuchNumber(number=number, highest=find.HIGHEST_NUMBER)
    with desk.store.write() as tx:
        find.event(tx, event_id)
        if number is not None and (holder := attendees.by_number(tx, event_id, number)):
            raise NumberTaken(number=number, name=holder.full_name)
        number = number or attendees.highest_number(tx, event_id) + 1
        person = _person(desk, event_id, number, told, now)
        registered = _add(desk, tx, person, now)
        told_of = records.difference(None, person)
        records.note(desk, tx, Verb.ADDED, person, told_of, now, reason=canonical(reason))
        return registered


def substitute(
    desk: Desk, event_id: str, named: str, told: Particulars, now: datetime, *, reason: str = ""
) -> Registered:
    """Let somebody take a named person's place; organisation, province and category are those of the place.

    Raises PersonNotFound, AlreadyReplaced, HasSubstitute, NameMissing.
    """
    with desk.store.write() as tx:
        replaced = find.person(tx, event_id, named)
        refuse_replaced(tx, replaced)
        if by := attendees.substitute_of(tx, replaced.id):
            raise HasSubstitute(name=replaced.full_name, by=by.full_name)
        number = attendees.highest_number(tx, event_id) + 1
        person = replace(
            _person(desk, event_id, number, told, now),
            organisation=canonical(told.organisation) or replaced.organisation,
            province=canonical(told.province) or replaced.province,
            category=told.category or replaced.category,
            origin=Origin.SUBSTITUTE,
            replaces=replaced.id,
            stands_for=replaced.stands_for or replaced.number,
        )
        change_place(desk, tx, Verb.REPLACED, replaced, State.REPLACED, now, reason)
        registered = _add(desk, tx, person, now)
        told_of = records.difference(None, person)
        records.note(desk, tx, Verb.SUBSTITUTED, person, told_of, now, reason=canonical(reason))
        return registered


def cancel(desk: Desk, event_id: str, named: str, now: datetime, *, reason: str = "") -> Attendee:
    """Cancel a person's place. Raises PersonNotFound, AlreadyCancelled, AlreadyReplaced."""
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        refuse_replaced(tx, person)
        if person.state is State.CANCELLED:
            raise AlreadyCancelled(name=person.full_name)
        return change_place(desk, tx, Verb.CANCELLED, person, State.CANCELLED, now, reason)


def restore(desk: Desk, event_id: str, named: str, now: datetime) -> Attendee:
    """Give a place back to who is cancelled, or replaced by nobody now. Raises PersonNotFound, NotCancelled."""
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        if person.state is not State.CANCELLED and not find.place_went_back(tx, person):
            raise NotCancelled(name=person.full_name)
        return change_place(desk, tx, Verb.RESTORED, person, State.EXPECTED, now)


def reissue(desk: Desk, event_id: str, named: str, now: datetime) -> Registered:
    """Give a person a new code for a lost badge; the old one answers Replaced.

    Raises PersonNotFound, NoCodeForAbsent.
    """
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        if person.state is not State.EXPECTED:
            raise NoCodeForAbsent(name=person.full_name)
        attendees.retire_code(tx, person.id, now)
        records.note(desk, tx, Verb.REISSUED, person, {}, now)
        return _with_code(desk, tx, person, now)


def namesakes(tx: Transaction, person: Attendee) -> list[Attendee]:
    """Give the others of the event whose names are the same to a searcher."""
    return [one for one in attendees.with_same_name(tx, person.event_id, person.name) if one.id != person.id]


def _person(desk: Desk, event_id: str, number: int, told: Particulars, now: datetime) -> Attendee:
    prefix, name = called(told.name, prefix=told.prefix or None)
    sex, source = sex_of(told.sex, f"{prefix} {told.name}")
    return Attendee(
        id=ids.new(now, desk.random),
        event_id=event_id,
        number=number,
        prefix=prefix,
        name=name,
        sex=sex,
        sex_source=source,
        position=canonical(told.position),
        organisation=canonical(told.organisation),
        province=canonical(told.province),
        phone=canonical(told.phone),
        email=canonical(told.email),
        category=told.category or Category.PARTICIPANT,
        note=canonical(told.note),
    )


def called(written: str, *, prefix: str | None = None, usual: str = "") -> tuple[str, str]:
    """Give prefix and name of somebody as they were written: a prefix of its own, else the name's, else `usual`.

    Raises NameMissing, also for a prefix alone.
    """
    split = names.split(canonical(written))
    if not split.name or names.split(f"{split.name} -").prefix == split.name:
        raise NameMissing
    return (split.prefix or usual) if prefix is None else canonical(prefix), split.name


def sex_of(stated: Sex | None, full_name: str) -> tuple[Sex, SexSource | None]:
    """Give the sex that was stated, also as not known; else the one that the prefix proposes, marked so."""
    if stated is not None:
        return stated, None if stated is Sex.UNKNOWN else SexSource.STATED
    split = names.split(full_name)
    return (Sex(split.sex), SexSource.PROPOSED) if split.sex else (Sex.UNKNOWN, None)


def _add(desk: Desk, tx: Transaction, person: Attendee, now: datetime) -> Registered:
    attendees.add_many(tx, [person])
    return _with_code(desk, tx, person, now)


def _with_code(desk: Desk, tx: Transaction, person: Attendee, now: datetime) -> Registered:
    code = codes.new(desk.random)
    attendees.issue_codes(tx, {person.id: code}, now)
    return Registered(person, code)


def change_place(
    desk: Desk, tx: Transaction, verb: Verb, person: Attendee, state: State, now: datetime, reason: str = ""
) -> Attendee:
    """Change how somebody's place stands, and record it, inside the caller's transaction."""
    changed = replace(person, state=state)
    told: Fields = {}
    if person.state is State.REPLACED:  # they come for themselves; whose place they took holds it
        changed = replace(changed, replaces=None, stands_for=None)
        told = {"replaces": (records.text_of(person, "replaces"), "")}
        attendees.let_go(tx, person.id)
    attendees.change(tx, changed)
    told = {**records.difference(person, changed), **told}
    records.note(desk, tx, verb, person, told, now, reason=canonical(reason))
    return changed


def refuse_replaced(tx: Transaction, person: Attendee) -> None:
    """Raise AlreadyReplaced, which names who has the place now."""
    if person.state is State.REPLACED:
        raise AlreadyReplaced(name=person.full_name, by=find.holder_of_place(tx, person).full_name)
