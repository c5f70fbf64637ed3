"""Changes to who is on the roster: walk-ins, substitutes, cancellations, new codes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain import codes, ids
from signin.domain.attendee import Attendee, Category, Origin, Sex, SexSource, State
from signin.domain.scan import Source
from signin.lao import names
from signin.lao.normalize import canonical
from signin.services import find
from signin.services.admit import Answer, Door, pass_door
from signin.services.desk import Desk
from signin.services.failures import (
    AlreadyCancelled,
    AlreadyReplaced,
    NameMissing,
    NoCodeForAbsent,
    NotCancelled,
)
from signin.store import Transaction, attendees


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What is told about a person at the desk; the name may carry its prefix."""

    name: str
    prefix: str = ""
    organisation: str = ""
    position: str = ""
    province: str = ""
    phone: str = ""
    email: str = ""
    sex: Sex = Sex.UNKNOWN
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
        person = _person(desk, door.event_id, number, told, door.now)
        registered = _add(desk, tx, replace(person, origin=Origin.WALK_IN), door.now)
        return registered, pass_door(desk, tx, registered.code, replace(door, source=Source.WALK_IN))


def substitute(desk: Desk, event_id: str, named: str, told: Particulars, now: datetime) -> Registered:
    """Let somebody take a named person's place; organisation, province and category are those of the place.

    Raises PersonNotFound, AlreadyReplaced, NameMissing.
    """
    with desk.store.write() as tx:
        replaced = find.person(tx, event_id, named)
        _refuse_replaced(tx, replaced)
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
        attendees.change(tx, replace(replaced, state=State.REPLACED))
        return _add(desk, tx, person, now)


def cancel(desk: Desk, event_id: str, named: str) -> Attendee:
    """Cancel a person's place. Raises PersonNotFound, AlreadyCancelled, AlreadyReplaced."""
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        _refuse_replaced(tx, person)
        if person.state is State.CANCELLED:
            raise AlreadyCancelled(name=person.full_name)
        return _changed(tx, replace(person, state=State.CANCELLED))


def restore(desk: Desk, event_id: str, named: str) -> Attendee:
    """Give a cancelled person the place back. Raises PersonNotFound, NotCancelled."""
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        if person.state is not State.CANCELLED:
            raise NotCancelled(name=person.full_name)
        return _changed(tx, replace(person, state=State.EXPECTED))


def reissue(desk: Desk, event_id: str, named: str, now: datetime) -> Registered:
    """Give a person a new code for a lost badge; the old one answers Replaced.

    Raises PersonNotFound, NoCodeForAbsent.
    """
    with desk.store.write() as tx:
        person = find.person(tx, event_id, named)
        if person.state is not State.EXPECTED:
            raise NoCodeForAbsent(name=person.full_name)
        attendees.retire_code(tx, person.id, now)
        return _with_code(desk, tx, person, now)


def namesakes(tx: Transaction, person: Attendee) -> list[Attendee]:
    """Give the others of the event whose names are the same to a searcher."""
    return [one for one in attendees.with_same_name(tx, person.event_id, person.name) if one.id != person.id]


def _person(desk: Desk, event_id: str, number: int, told: Particulars, now: datetime) -> Attendee:
    split = names.split(canonical(told.name))
    prefix, name = canonical(told.prefix) or split.prefix, split.name
    if not name or names.split(f"{name} -").prefix == name:  # a prefix alone is no name
        raise NameMissing
    sex, source = sex_of(told.sex, split if split.prefix else names.split(f"{prefix} {name}"))
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


def sex_of(stated: Sex, split: names.Name) -> tuple[Sex, SexSource | None]:
    """Give the sex that was stated, else the one that the prefix proposes, marked so."""
    if stated is not Sex.UNKNOWN:
        return stated, SexSource.STATED
    return (Sex(split.sex), SexSource.PROPOSED) if split.sex else (Sex.UNKNOWN, None)


def _add(desk: Desk, tx: Transaction, person: Attendee, now: datetime) -> Registered:
    attendees.add_many(tx, [person])
    return _with_code(desk, tx, person, now)


def _with_code(desk: Desk, tx: Transaction, person: Attendee, now: datetime) -> Registered:
    code = codes.new(desk.random)
    attendees.issue_codes(tx, {person.id: code}, now)
    return Registered(person, code)


def _changed(tx: Transaction, person: Attendee) -> Attendee:
    attendees.change(tx, person)
    return person


def _refuse_replaced(tx: Transaction, person: Attendee) -> None:
    if person.state is State.REPLACED:
        raise AlreadyReplaced(name=person.full_name, by=find.holder_of_place(tx, person).full_name)
