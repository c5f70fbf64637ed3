"""Whom the numbers in a change of sessions mean, though people get other numbers meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from signin.domain.attendee import Attendee
from signin.domain.event import Session
from signin.domain.timetable import Edit
from signin.services.failures import SessionWrong
from signin.services.session_failures import NobodyLeft
from signin.store import Transaction, attendees, roster_numbers
from signin.words import say

_MOST_TOLD = 5


def meant(edit: Edit, people: Iterable[Attendee]) -> Edit:
    """Give an edit that knows, by their ids, the people whom its numbers mean on this roster."""
    named = {number for session in (*edit.before, *edit.after) for number in session.people}
    if not named:
        return edit
    return replace(edit, who={person.number: person.id for person in people if person.number in named})


@dataclass(frozen=True, slots=True)
class Numbered:
    """An edit by the numbers of now; `gone` are those, as they were, of people who have left the roster."""

    edit: Edit
    gone: frozenset[int] = frozenset()


def by_numbers_of_now(tx: Transaction, edit: Edit) -> Numbered:
    """Give an edit its people by the numbers they have now. Raises NobodyLeft, and SessionWrong for no number."""
    if not any(session.people for session in (*edit.before, *edit.after)):
        return Numbered(edit)
    numbers = roster_numbers.by_id(tx, edit.event_id)
    now = {number: _number(tx, numbers, attendee_id) for number, attendee_id in edit.who.items()}
    before, after = ([_renumbered(one, now) for one in sessions] for sessions in (edit.before, edit.after))
    _refuse_strange(before, after, frozenset(numbers.values()))
    for was, session in zip(edit.after, after, strict=True):
        if was.people and not session.people and not session.categories:
            raise NobodyLeft(session=was.title or was.key, key=was.key)
    wanted = {number for session in edit.after for number in session.people}
    gone = frozenset(number for number in wanted if number in now and now[number] is None)
    return Numbered(replace(edit, before=tuple(before), after=tuple(after)), gone)


def _number(tx: Transaction, numbers: Mapping[str, int], attendee_id: str) -> int | None:
    """Give somebody's number; of who was merged into another, the other's."""
    if attendee_id in numbers:
        return numbers[attendee_id]
    kept = attendees.get(tx, attendee_id)
    return None if kept is None else kept.number


def _renumbered(session: Session, now: Mapping[int, int | None]) -> Session:
    people = {now.get(number, number) for number in session.people}
    return replace(session, people=frozenset(number for number in people if number is not None))


def _refuse_strange(before: Iterable[Session], after: Iterable[Session], known: frozenset[int]) -> None:
    """Refuse numbers that nobody has; what was there before may stay."""
    there = {session.key: session.people for session in before}
    for session in after:
        strange = sorted(session.people - known - there.get(session.key, frozenset()))
        if strange:
            told = ", ".join(map(str, strange[:_MOST_TOLD])) + (" …" if len(strange) > _MOST_TOLD else "")
            reason = say("Nobody has the number {numbers}.", numbers=told)
            raise SessionWrong(
                session=session.title or session.key, key=session.key, reason=reason, field="numbers"
            )
