"""Checking in many at once: a delegation that comes together, the numbers of a paper list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from signin.domain.attendee import Attendee
from signin.domain.number_list import read_numbers
from signin.domain.scan import Source
from signin.services import find
from signin.services.admit import Answer, Door, pass_by_id
from signin.services.board import Standing, standings
from signin.services.desk import Desk
from signin.store import Transaction, attendees


@dataclass(frozen=True, slots=True)
class Understood:
    """What typed numbers mean: the people, the numbers that nobody has, and what is no number."""

    people: tuple[Attendee, ...]
    unknown: tuple[int, ...] = ()
    odd: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """What came of a paper list: the answers, in the order of the numbers, and what was understood."""

    answers: tuple[Answer, ...]
    understood: Understood


def delegation(tx: Transaction, event_id: str, session_key: str, organisation: str) -> list[Standing]:
    """Give everybody of an organisation in roster order, with their stays in a session."""
    people = attendees.of_organisation(tx, event_id, organisation)
    return standings(tx, event_id, session_key, [person.id for person in people])


def admit_many(desk: Desk, attendee_ids: Sequence[str], door: Door) -> list[Answer]:
    """Answer for many people in one transaction: all answers are on disk, or none.

    Raises PersonNotFound, SessionNotFound.
    """
    with desk.store.write() as tx:
        return [pass_by_id(desk, tx, attendee_id, door) for attendee_id in attendee_ids]


def understand(tx: Transaction, event_id: str, text: str) -> Understood:
    """Say whom typed numbers mean; nothing is written."""
    read = read_numbers(text)
    found = {number: attendees.by_number(tx, event_id, number) for number in read.numbers}
    return Understood(
        people=tuple(person for person in found.values() if person is not None),
        unknown=tuple(number for number, person in found.items() if person is None),
        odd=read.odd,
    )


def understand_numbers(desk: Desk, event_id: str, text: str) -> Understood:
    """Read `understand` by itself."""
    with desk.store.read() as tx:
        return understand(tx, event_id, text)


def admit_numbers(desk: Desk, text: str, door: Door) -> PaperEntry:
    """Answer for everybody whose number was typed from a paper list, in one transaction.

    Numbers that nobody has, and what is no number, are told and hold nobody else up. Raises SessionNotFound.
    """
    door = replace(door, source=Source.PAPER)
    with desk.store.write() as tx:
        find.session(tx, door.event_id, door.session_key)
        understood = understand(tx, door.event_id, text)
        answers = tuple(pass_by_id(desk, tx, person.id, door) for person in understood.people)
    return PaperEntry(answers, understood)
