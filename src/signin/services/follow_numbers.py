"""When numbers of the roster move, whatever names people by their numbers moves along, and it is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from signin.domain.event import Session
from signin.domain.merging import Merge
from signin.domain.number_list import write_numbers
from signin.domain.record import Fields, Verb
from signin.services import find, records
from signin.services.desk import Desk
from signin.store import Transaction, attendees, events


def follow_numbers(desk: Desk, tx: Transaction, event_id: str, moved: Mapping[int, int], now: datetime) -> None:
    """Let sessions and substitutes follow, after people were stored with their new numbers.

    `moved` are the new numbers by the old ones, all of them at once: two may be swapped. Sessions for people who
    were named one by one still expect the same people; whom a substitute stands for is read anew, so that doing
    this twice does no harm there.
    """
    moved = {old: new for old, new in moved.items() if old != new}
    if not moved:
        return
    _note(desk, tx, event_id, {**_follow_sessions(tx, event_id, moved), **_follow_substitutes(tx, event_id)}, now)


def follow_places(desk: Desk, tx: Transaction, event_id: str, now: datetime) -> None:
    """Let substitutes name the number of whom they stand for now, after places were changed or put back."""
    _note(desk, tx, event_id, _follow_substitutes(tx, event_id), now)


def give_back_numbers(desk: Desk, tx: Transaction, done: Merge, kept: int, number: int, now: datetime) -> None:
    """Let sessions and substitutes follow after a merge was taken back: `number` is somebody's own again.

    A session that names the one who had stayed no more was changed since, and stays so.
    """
    told: dict[str, tuple[str, str]] = {}
    for session in events.sessions_of(tx, done.event_id):
        if session.key in done.sessions and kept in session.people:
            only = set() if done.sessions[session.key] else {kept}
            told |= _change_people(tx, session, (session.people - only) | {number})
    _note(desk, tx, done.event_id, {**told, **_follow_substitutes(tx, done.event_id)}, now)


def _note(desk: Desk, tx: Transaction, event_id: str, told: Fields, now: datetime) -> None:
    if told:
        records.note_event(desk, tx, Verb.CHANGED, event_id, told, now)


def _follow_sessions(tx: Transaction, event_id: str, moved: Mapping[int, int]) -> Fields:
    told: dict[str, tuple[str, str]] = {}
    for session in events.sessions_of(tx, event_id):
        people = frozenset(moved.get(number, number) for number in session.people)
        if people != session.people:
            told |= _change_people(tx, session, people)
    return told


def _change_people(tx: Transaction, session: Session, people: frozenset[int]) -> Fields:
    events.change_session(tx, replace(session, people=people))
    return {f"session {session.key} people": (write_numbers(session.people), write_numbers(people))}


def _follow_substitutes(tx: Transaction, event_id: str) -> Fields:
    told: dict[str, tuple[str, str]] = {}
    for person in attendees.substitutes(tx, event_id):
        row = find.row_before(tx, person)
        number = row[-1].number if row else None
        if person.stands_for != number:
            after = replace(person, stands_for=number)
            attendees.change(tx, after)
            both = records.text_of(person, "stands_for"), records.text_of(after, "stands_for")
            told[f"stands_for {person.id}"] = both
    return told
