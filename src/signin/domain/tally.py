"""The counts that every report asks for, women among them, and who has earned a certificate."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from signin.domain.attendee import Attendee, Origin, Sex, State
from signin.domain.event import CertificateTerms, Event, Rule, Session
from signin.domain.presence import Presence, time_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many were expected, how many arrived, and how many of each are women.

    Whoever came counts as expected too, whatever became of their place after: the rest are missing.
    """

    expected: int = 0
    arrived: int = 0
    women_expected: int = 0
    women: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTally:
    """One session: its count, who attended, who is inside now, and each person's time inside."""

    session: Session
    count: Count
    attended: tuple[Attendee, ...]
    inside: tuple[Attendee, ...]
    time_inside: Mapping[str, timedelta]
    """By attendee id."""
    first_arrival: Mapping[str, Presence]
    """By attendee id: the first stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The event's counts, whole and by organisation, province, category and session."""

    total: Count
    walk_ins: int
    substitutes: int
    by_organisation: Mapping[str, Count]
    by_province: Mapping[str, Count]
    by_category: Mapping[str, Count]
    sessions: tuple[SessionTally, ...]
    arrived: frozenset[str]
    """Ids of everybody who attended any session."""
    eligible: tuple[Attendee, ...]
    """Who has earned a certificate, in roster order."""


def tally(
    event: Event, sessions: Sequence[Session], attendees: Sequence[Attendee], stays: Iterable[Presence]
) -> Tally:
    """Count an event. Cancelled and replaced people are not expected, unless they came: they count as both."""
    stays_of: dict[str, dict[str, list[Presence]]] = {session.key: defaultdict(list) for session in sessions}
    for stay in stays:
        stays_of[stay.session_key][stay.attendee_id].append(stay)
    per_session = tuple(_session_tally(session, attendees, stays_of[session.key]) for session in sessions)
    arrived = frozenset(attendee_id for own in stays_of.values() for attendee_id in own)
    return Tally(
        total=_count(attendees, arrived),
        walk_ins=sum(is_walk_in(person, came=person.id in arrived) for person in attendees),
        substitutes=sum(person.origin is Origin.SUBSTITUTE for person in attendees),
        by_organisation=_grouped(attendees, arrived, lambda person: person.organisation),
        by_province=_grouped(attendees, arrived, lambda person: person.province),
        by_category=_grouped(attendees, arrived, lambda person: person.category.value),
        sessions=per_session,
        arrived=arrived,
        eligible=_eligible(event.certificate, attendees, per_session),
    )


def is_walk_in(person: Attendee, *, came: bool) -> bool:
    """Whether a walk-in counts as one: who came, or is expected; not one that was taken back."""
    return person.origin is Origin.WALK_IN and (came or person.state is State.EXPECTED)


def _count(attendees: Iterable[Attendee], arrived: frozenset[str]) -> Count:
    numbers: Counter[str] = Counter()
    for person in attendees:
        woman, came = person.sex is Sex.FEMALE, person.id in arrived
        if came or person.state is State.EXPECTED:
            numbers["expected"] += 1
            numbers["women_expected"] += woman
        if came:
            numbers["arrived"] += 1
            numbers["women"] += woman
    return Count(**numbers)


def _grouped(
    attendees: Sequence[Attendee], arrived: frozenset[str], key: Callable[[Attendee], str]
) -> dict[str, Count]:
    groups: dict[str, list[Attendee]] = {}
    for person in attendees:
        groups.setdefault(key(person), []).append(person)
    return {name: _count(people, arrived) for name, people in groups.items()}


def _session_tally(
    session: Session, attendees: Sequence[Attendee], stays: Mapping[str, Sequence[Presence]]
) -> SessionTally:
    here = frozenset(stays)
    due = [person for person in attendees if session.expects(person) or person.id in here]
    return SessionTally(
        session=session,
        count=_count(due, here),
        attended=tuple(person for person in attendees if person.id in here),
        inside=tuple(
            person
            for person in attendees
            if person.id in here and any(stay.left_at is None for stay in stays[person.id])
        ),
        time_inside={attendee_id: time_inside(session, own) for attendee_id, own in stays.items()},
        first_arrival={
            attendee_id: min(own, key=lambda stay: stay.arrived_at) for attendee_id, own in stays.items()
        },
    )


def _eligible(
    terms: CertificateTerms, attendees: Sequence[Attendee], sessions: Sequence[SessionTally]
) -> tuple[Attendee, ...]:
    return tuple(person for person in attendees if has_earned(terms, person.id, sessions))


def has_earned(terms: CertificateTerms, attendee_id: str, sessions: Sequence[SessionTally]) -> bool:
    """Whether somebody who came has fulfilled the rule. Sessions held are those that anybody attended."""
    attended = {one.session.key for one in sessions if attendee_id in one.time_inside}
    if not attended:
        return False
    match terms.rule:
        case Rule.COUNT:
            return len(attended) >= terms.value
        case Rule.SHARE:
            held = sum(bool(one.time_inside) for one in sessions)
            return Fraction(len(attended), held) >= terms.value
        case Rule.NAMED:
            return attended.issuperset(terms.sessions)
    assert terms.rule is Rule.HOURS
    inside = sum((one.time_inside.get(attendee_id, timedelta()) for one in sessions), timedelta())
    return Fraction(int(inside.total_seconds()), 3600) >= terms.value
