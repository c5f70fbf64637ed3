"""Two people laid side by side, fact by fact: what differs, and what one person made of both would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from signin.domain.attendee import Attendee, Category, Origin, Sex, SexSource, State
from signin.domain.event import Session
from signin.services import find, records
from signin.services.desk import Desk
from signin.services.duplicates import two
from signin.store import Transaction, certificates, events, merges, presences, scans

FIELDS = (
    *("prefix", "name", "sex", "position", "organisation", "province", "phone", "email"),
    *("category", "note", "attention", "state"),
)
"""The facts of which one is chosen where they differ; the number stays that of who stays."""
_ORIGINS = (Origin.ROSTER, Origin.SUBSTITUTE, Origin.WALK_IN)

Choices = Mapping[str, str]
"""Whose value stands, by field: the id of one of the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two, and what hangs on them: scans, the sessions they came to, register numbers."""

    person: Attendee
    scans: int
    came_to: tuple[Session, ...]
    registers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of both, as records tell it, and whose is proposed: 0 or 1."""

    field: str
    texts: tuple[str, str]
    proposed: int

    @property
    def differs(self) -> bool:
        """Whether somebody has to choose."""
        return self.texts[0] != self.texts[1]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two people side by side; `stays` is who is proposed to stay: 0 or 1."""

    sides: tuple[Side, Side]
    stays: int
    state_follows: bool

    @property
    def people(self) -> tuple[Attendee, Attendee]:
        """Both, as they were read."""
        return self.sides[0].person, self.sides[1].person

    def facts(self, stays: int) -> tuple[Fact, ...]:
        """Give all facts, with whose is proposed if this one stays; not the state where it follows by itself."""
        return facts_of(
            self.people, stays, [field for field in FIELDS if field != "state" or not self.state_follows]
        )


def facts_of(people: tuple[Attendee, Attendee], stays: int, fields: Sequence[str]) -> tuple[Fact, ...]:
    """Give these facts of two people, with whose is proposed if this one stays."""
    return tuple(_fact(field, people, stays) for field in fields)


def compare(desk: Desk, event_id: str, first_id: str, second_id: str) -> Comparison:
    """Read two people of an event side by side. Raises PersonNotFound, SamePerson."""
    with desk.store.read() as tx:
        first, second = two(tx, event_id, first_id, second_id)
        sides = (_side(tx, first), _side(tx, second))
        follows = place_of(tx, first, second) is not None
    stays = min((0, 1), key=lambda nth: _rank(sides[nth]))
    return Comparison(sides, stays, follows)


def _side(tx: Transaction, person: Attendee) -> Side:
    ones = merges.one_with(tx, person.id)
    here = {stay.session_key for stay in presences.everywhere(tx, person.event_id, person.id)}
    came_to = (session for session in events.sessions_of(tx, person.event_id) if session.key in here)
    return Side(
        person=person,
        scans=len(scans.of_people(tx, person.event_id, None, ones)),
        came_to=tuple(came_to),
        registers=tuple(certificates.of_people(tx, person.event_id, ones)),
    )


def _rank(side: Side) -> tuple[bool, bool, bool, int]:
    """Give what is lower for whoever should stay: came, has a certificate, is expected, was there first."""
    person = side.person
    return not side.came_to, not side.registers, person.state is not State.EXPECTED, person.number


def _fact(field: str, people: tuple[Attendee, Attendee], stays: int) -> Fact:
    texts = records.text_of(people[0], field), records.text_of(people[1], field)
    better = _says_more(field, people[1 - stays], people[stays])
    return Fact(field, texts, 1 - stays if better else stays)


def _says_more(field: str, other: Attendee, kept: Attendee) -> bool:
    """Whether the other's fact is to be proposed: it tells something where who stays tells nothing."""
    match field:
        case "sex":
            return _surely(other) > _surely(kept)
        case "category":
            return kept.category is Category.PARTICIPANT
        case "state":
            return other.state is State.EXPECTED
        case _:
            return not getattr(kept, field)


def _surely(person: Attendee) -> int:
    return 0 if person.sex is Sex.UNKNOWN else 2 if person.sex_source is SexSource.STATED else 1


def as_one(tx: Transaction, kept: Attendee, other: Attendee, choices: Choices) -> Attendee:
    """Give who stays with the facts that were chosen, or proposed where nothing was said."""
    people = (kept, other)
    chosen: dict[str, Any] = {}
    for fact in (_fact(field, people, 0) for field in FIELDS):
        whose = people[fact.proposed] if fact.field not in choices else _named(people, choices[fact.field])
        chosen[fact.field] = getattr(whose, fact.field)
        if fact.field == "sex":
            chosen["sex_source"] = whose.sex_source
    origin = min((kept.origin, other.origin), key=_ORIGINS.index)
    place = place_of(tx, kept, other) or Place(chosen["state"], *_taken_over(kept, other))
    chosen |= {"state": place.state, "replaces": place.replaces, "stands_for": place.stands_for}
    return replace(kept, **chosen, origin=origin)


def _named(people: tuple[Attendee, Attendee], attendee_id: str) -> Attendee:
    return people[0] if people[0].id == attendee_id else people[1]


@dataclass(frozen=True, slots=True)
class Place:
    """How somebody's place stands, and whose place they take."""

    state: State
    replaces: str | None
    stands_for: int | None


def place_of(tx: Transaction, kept: Attendee, other: Attendee) -> Place | None:
    """Give the place of one person who took the other's own place; None where neither did."""
    if other in find.row_before(tx, kept):
        return Place(kept.state, None, None)
    if kept in find.row_before(tx, other):
        return Place(other.state, kept.replaces, kept.stands_for)
    return None


def _taken_over(kept: Attendee, other: Attendee) -> tuple[str | None, int | None]:
    """Give whose place one person takes: that of who stays, or else the other's."""
    whose = other if kept.replaces is None else kept
    return whose.replaces, whose.stands_for
