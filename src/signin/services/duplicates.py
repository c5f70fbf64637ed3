"""People of an event who may be the same: found, told apart, and asked about again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from signin.domain import duplicates as rules
from signin.domain.attendee import Attendee
from signin.domain.duplicates import Alike
from signin.domain.record import Record, Verb
from signin.services import find, records
from signin.services.desk import Desk
from signin.services.merge_failures import NotToldApart, SamePerson, ToldApartAlready
from signin.services.merge_words import OTHER_THAN
from signin.store import Transaction, attendees, duplicates, merges
from signin.store import records as record_store

SHOWN = 200
"""So many pairs are shown; more come when these are answered."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one, the lower number first, and what is the same about them."""

    first: Attendee
    second: Attendee
    alike: frozenset[Alike]


@dataclass(frozen=True, slots=True)
class Found:
    """The first pairs, the surest first, and how many there are in all."""

    pairs: tuple[Pair, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Apart:
    """Two people of whom somebody said that they are two, and when."""

    first: Attendee
    second: Attendee
    at: datetime | None


def likely_pairs(desk: Desk, event_id: str, most: int = SHOWN) -> Found:
    """Look through a whole roster for people who may be the same: long work, for a worker."""
    with desk.store.read() as tx:
        find.event(tx, event_id)
        apart = {(first, second) for first, second, _ in merges.apart(tx, event_id)}
        by_name = rules.grouped(duplicates.names_borne_twice(tx, event_id))
        found = rules.likely(by_name, rules.grouped(_phones(tx, event_id)), apart)
        pairs = (Pair(_person(tx, one.first), _person(tx, one.second), one.alike) for one in found[:most])
        return Found(tuple(pairs), len(found))


def _phones(tx: Transaction, event_id: str) -> Iterable[tuple[str, str]]:
    for written, one in duplicates.phones(tx, event_id):
        for phone in rules.phones_of(written):
            yield phone, one


def tell_apart(desk: Desk, event_id: str, first_id: str, second_id: str, now: datetime) -> Record:
    """Note that two are two, so that nobody is asked again; recorded with both.

    Raises PersonNotFound, SamePerson, ToldApartAlready.
    """
    with desk.store.write() as tx:
        first, second = two(tx, event_id, first_id, second_id)
        if _record_of(tx, first, second) is not None:
            raise ToldApartAlready(first=first.full_name, second=second.full_name)
        record = _note(desk, tx, first, second, now)
        _note(desk, tx, second, first, now)
        merges.tell_apart(tx, event_id, (first.id, second.id), record.id)
        return record


def ask_again(desk: Desk, event_id: str, first_id: str, second_id: str, now: datetime) -> None:
    """Take back that two are two. Raises PersonNotFound, SamePerson, NotToldApart."""
    with desk.store.write() as tx:
        first, second = two(tx, event_id, first_id, second_id)
        if (record := _record_of(tx, first, second)) is None:
            raise NotToldApart
        merges.apart_no_more(tx, (first.id, second.id))
        _note(desk, tx, first, second, now, takes_back=record)
        _note(desk, tx, second, first, now, takes_back="")


def told_apart(desk: Desk, event_id: str) -> tuple[Apart, ...]:
    """Give the pairs that were told apart and still are two on the roster, the latest first."""
    with desk.store.read() as tx:
        told = reversed(merges.apart(tx, event_id))
        found = [_apart(tx, *one) for one in told]
    return tuple(one for one in found if one is not None)


def _apart(tx: Transaction, first_id: str, second_id: str, record_id: str) -> Apart | None:
    first, second = attendees.on_roster(tx, first_id), attendees.on_roster(tx, second_id)
    if first is None or second is None:
        return None
    first, second = sorted((first, second), key=lambda one: one.number)
    record = record_store.get(tx, record_id)
    return Apart(first, second, record.at if record else None)


def two(tx: Transaction, event_id: str, first_id: str, second_id: str) -> tuple[Attendee, Attendee]:
    """Give two people of an event. Raises PersonNotFound, SamePerson."""
    first, second = find.by_id(tx, event_id, first_id), find.by_id(tx, event_id, second_id)
    if first.id == second.id:
        raise SamePerson(name=first.full_name)
    return first, second


def called(person: Attendee) -> str:
    """Name somebody as a record tells it."""
    return f"{person.number} {person.full_name}"


def _record_of(tx: Transaction, first: Attendee, second: Attendee) -> str | None:
    """Give by which record two were told apart."""
    pair = sorted((first.id, second.id))
    told = (record for *ids, record in merges.apart(tx, first.event_id) if ids == pair)
    return next(told, None)


def _note(
    desk: Desk, tx: Transaction, about: Attendee, other: Attendee, now: datetime, *, takes_back: str | None = None
) -> Record:
    """Record it with one of the two; `takes_back` is the record taken back, empty where the other's names it."""
    told = ("", called(other)) if takes_back is None else (called(other), "")
    return records.note(desk, tx, Verb.TOLD_APART, about, {OTHER_THAN: told}, now, reference=takes_back or None)


def _person(tx: Transaction, attendee_id: str) -> Attendee:
    person = attendees.get(tx, attendee_id)
    assert person is not None
    return person
