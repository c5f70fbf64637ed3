"""Printing: whom each paper is for, and the register numbers that certificates carry."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from signin.documents.badges import BadgeEntry, write_badges
from signin.documents.certificates import CertificateEntry, write_certificates
from signin.documents.participants import Kind, ListRow, write_participants
from signin.domain.attendee import Attendee, State
from signin.domain.event import Event
from signin.domain.tally import Count, SessionTally, Tally
from signin.services import find
from signin.services.desk import Desk
from signin.services.failures import NoBadgeForAbsent
from signin.services.tallies import tally_of
from signin.store import Transaction, attendees, certificates


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper that lies on disk."""

    path: Path
    pages: int
    people: int


def print_badges(
    desk: Desk,
    event_id: str,
    out: Path,
    now: datetime,
    session_key: str | None = None,
    named: Collection[str] = (),
    *,
    only: Collection[str] = (),
    page: tuple[float, float] | None = None,
) -> Printed:
    """Print a badge for everybody who is expected, for those whom one session expects, or for those named.

    `named` are roster numbers or codes, `only` ids of people: of a walk-in, of whoever lost a badge. `page` is a
    label's width and height in millimetres, with one badge on each; without it they go on A4. Raises
    PersonNotFound, NoBadgeForAbsent.
    """
    desk.refuse_to_replace(out)
    with desk.store.read() as tx:
        event, people = event_and_people(tx, event_id, session_key)
        if named:
            chosen = {find.person(tx, event_id, one).id for one in named}
            people = [person for person in people if person.id in chosen]
        if only:
            people = those_named(tx, event_id, people, only)
        held = attendees.live_codes(tx, event_id)
    entries = [BadgeEntry(person, held[person.id]) for person in people]
    return Printed(out, write_badges(out, event, entries, made_at=now, page=page), len(entries))


def those_named(tx: Transaction, event_id: str, people: list[Attendee], only: Collection[str]) -> list[Attendee]:
    """Give those of the people who have these ids, in this order; nobody is left out silently."""
    expected = {person.id: person for person in people}
    named = {person.id: person for person in (find.by_id(tx, event_id, one) for one in only)}
    for person in named.values():
        if person.id not in expected:
            raise NoBadgeForAbsent(name=person.full_name)
    return [expected[attendee_id] for attendee_id in named]


def print_sign_in(desk: Desk, event_id: str, out: Path, now: datetime, session_key: str | None = None) -> Printed:
    """Print the list with empty signature cells: for everybody expected, before the event or in a power cut."""
    return _print_expected(desk, event_id, out, now, session_key, "sign-in")


def _print_expected(
    desk: Desk, event_id: str, out: Path, now: datetime, session_key: str | None, kind: Kind
) -> Printed:
    desk.refuse_to_replace(out)
    with desk.store.read() as tx:
        event, people = event_and_people(tx, event_id, session_key)
        session = find.session(tx, event_id, session_key) if session_key else None
    women = sum(person.sex == "female" for person in people)
    count = Count(expected=len(people), women_expected=women)
    rows = [ListRow(person) for person in people]
    pages = write_participants(out, event, rows, session=session, kind=kind, total=count, made_at=now)
    return Printed(out, pages, len(rows))


def print_participants(
    desk: Desk, event_id: str, out: Path, now: datetime, session_key: str | None = None
) -> Printed:
    """Print who came: to one session with the times of arrival, or to the whole event.

    Before anybody has come to the event, the list is of everybody who is expected.
    """
    desk.refuse_to_replace(out)
    with desk.store.read() as tx:
        event, tally = event_and_tally(tx, event_id)
        everybody = attendees.everyone(tx, event_id)
        one = session_tally(tx, tally, event_id, session_key) if session_key else None
    if one is None and not tally.arrived:
        return _print_expected(desk, event_id, out, now, None, "expected")
    rows = session_rows(one) if one else [ListRow(person) for person in everybody if person.id in tally.arrived]
    pages = write_participants(
        out,
        event,
        rows,
        session=one.session if one else None,
        kind="session" if one else "event",
        total=one.count if one else tally.total,
        made_at=now,
    )
    return Printed(out, pages, len(rows))


def print_certificates(
    desk: Desk, event_id: str, out: Path, now: datetime, session_key: str | None = None
) -> Printed:
    """Print a certificate for everybody who has earned one; with a session, for those of them who were in it.

    Whoever has no register number yet gets the next one; it stays theirs. The numbers are committed before
    the paper is written, so that no two papers ever carry the same one.
    """
    desk.refuse_to_replace(out)
    with desk.store.write() as tx:
        event, tally = event_and_tally(tx, event_id)
        chosen = list(tally.eligible)
        if session_key is not None:
            there = {person.id for person in session_tally(tx, tally, event_id, session_key).attended}
            chosen = [person for person in chosen if person.id in there]
        registers = registered(tx, event, chosen, now)
    entries = [certificate_entry(person, registers[person.id], tally) for person in chosen]
    return Printed(out, write_certificates(out, event, entries, made_at=now), len(entries))


def event_and_people(tx: Transaction, event_id: str, session_key: str | None) -> tuple[Event, list[Attendee]]:
    """Give an event, and who is expected at it or at one of its sessions."""
    people = [one for one in attendees.everyone(tx, event_id) if one.state is State.EXPECTED]
    if session_key is not None:
        session = find.session(tx, event_id, session_key)
        people = [person for person in people if session.expects(person)]
    return find.event(tx, event_id), people


def event_and_tally(tx: Transaction, event_id: str) -> tuple[Event, Tally]:
    """Give an event and its counts."""
    event = find.event(tx, event_id)
    return event, tally_of(tx, event)


def session_tally(tx: Transaction, tally: Tally, event_id: str, session_key: str) -> SessionTally:
    """Give the counts of one session. Raises SessionNotFound."""
    session = find.session(tx, event_id, session_key)
    return next(one for one in tally.sessions if one.session.key == session.key)


def session_rows(one: SessionTally) -> list[ListRow]:
    """Give who was in a session, with the time of arrival."""
    return [ListRow(person, arrived_at=one.first_arrival[person.id].arrived_at) for person in one.attended]


def registered(tx: Transaction, event: Event, people: list[Attendee], now: datetime) -> dict[str, str]:
    """Give everybody's register number, new ones where there was none, in roster order."""
    given, fresh = planned(tx, event, people)
    certificates.add(tx, event.id, fresh, now)
    return given | {person: register for person, (_, register) in fresh.items()}


def planned(
    tx: Transaction, event: Event, people: list[Attendee]
) -> tuple[dict[str, str], dict[str, tuple[int, str]]]:
    """Give the register numbers that are given, and those that the others of these people would get."""
    given = certificates.of_event(tx, event.id)
    number, fresh = certificates.highest(tx, event.id), {}
    for person in people:
        if person.id not in given:
            number += 1
            fresh[person.id] = (number, event.certificate.register_text(number, event.ends_on.year))
    return given, fresh


def certificate_entry(person: Attendee, register: str, tally: Tally) -> CertificateEntry:
    """Give what a person's certificate says."""
    times = [one.time_inside[person.id] for one in tally.sessions if person.id in one.time_inside]
    return CertificateEntry(person, register, sessions_attended=len(times), time_inside=sum(times, timedelta()))
