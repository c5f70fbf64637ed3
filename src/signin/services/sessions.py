"""The sessions of an event changed: one verb for all that is done to them, recorded, taken back by its inverse."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain.attendee import Attendee
from signin.domain.crowd import Crowd
from signin.domain.event import Event, Rule, Session
from signin.domain.number_list import write_numbers
from signin.domain.record import Fields, Verb
from signin.domain.timetable import LONGEST, Edit, Fault, faults
from signin.lao.normalize import canonical
from signin.lao.numbers import format_short, format_time
from signin.services import find, meetings, records
from signin.services.desk import Desk
from signin.services.failures import (
    EventExists,
    EventTooLong,
    SessionChangedSince,
    SessionHasScans,
    SessionInUse,
    SessionNamed,
    SessionOutside,
    SessionWrong,
)
from signin.services.session_failures import SessionAttended
from signin.services.session_people import by_numbers_of_now
from signin.store import Transaction, attendees, changes, events, presences, scans
from signin.words import Message, say

WRONG: Mapping[Fault, Message] = {
    "ends_at": say("The end must be later than the begin."),
    "opens_at": say("The doors open at the begin at the latest."),
    "closes_at": say("The doors close after the begin."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """An event with its sessions, its people, and how often each session was scanned at, by key.

    `nth` is up to which change of anybody the people were read.
    """

    event: Event
    sessions: tuple[Session, ...]
    people: tuple[Attendee, ...]
    crowd: Crowd
    scans: Mapping[str, int]
    nth: int

    @property
    def used(self) -> frozenset[str]:
        """The keys of the sessions with scans."""
        return frozenset(key for key, count in self.scans.items() if count)


def timetable(desk: Desk, event_id: str, known: Timetable | None = None) -> Timetable:
    """Read the timetable of an event; people are read only if any changed since `known`. Raises EventNotFound."""
    with desk.store.read() as tx:
        nth = changes.latest(tx)
        event, sessions = find.event(tx, event_id), tuple(events.sessions_of(tx, event_id))
        counts = scans.counts(tx, event_id)
        if known is not None and known.event.id == event_id and known.nth == nth:
            return replace(known, event=event, sessions=sessions, scans=counts)
        people = tuple(attendees.everyone(tx, event_id))
        return Timetable(event=event, sessions=sessions, people=people, crowd=Crowd(people), scans=counts, nth=nth)


def change_sessions(desk: Desk, edit: Edit, now: datetime, *, warned: bool = False) -> frozenset[int]:
    """Do to the sessions what an edit says, in one transaction, recorded.

    Its people are those whom it meant, by their numbers of now; given are the numbers, as they were, of people who
    have left the roster and so the session. To take it back, do its inverse.

    Raises SessionChangedSince when a session is not any more as it was before the edit; SessionWrong,
    SessionOutside, EventTooLong, EventExists and NobodyLeft for what cannot be; SessionHasScans and SessionNamed
    for a session that cannot go; SessionInUse when the hours of a session would change at which people have been,
    unless whoever does it was `warned`.
    """
    with desk.store.write() as tx:
        event = find.event(tx, edit.event_id)
        numbered = by_numbers_of_now(tx, edit)
        edit = numbered.edit
        before, after = _by_key(edit.before), {key: _clean(one) for key, one in _by_key(edit.after).items()}
        _refuse_changed(tx, event, edit, before)
        changed = _with_days(tx, event, edit)
        for session in after.values():
            _refuse_wrong(session, changed)
        if changed != event:
            _refuse_outside(tx, changed, {*before, *after})
        if gone := before.keys() - after.keys():
            counts = scans.counts(tx, event.id)
            for key in gone:
                _refuse_to_remove(event, before[key], counts.get(key, 0))
        if not warned:
            _warn_of_use(tx, before, after, now)
        if told := {**_difference_of_days(event, changed), **_difference(before, after)}:
            _store(tx, changed, before, after)
            records.note_event(desk, tx, Verb.CHANGED, event.id, told, now)
        return numbered.gone


def _by_key(sessions: tuple[Session, ...]) -> dict[str, Session]:
    return {session.key: session for session in sessions}


def _clean(session: Session) -> Session:
    return replace(session, title=canonical(session.title), room=canonical(session.room))


# What is refused


def _refuse_changed(tx: Transaction, event: Event, edit: Edit, before: Mapping[str, Session]) -> None:
    there = _by_key(tuple(events.sessions_of(tx, event.id)))
    for key in (*before, *_by_key(edit.after)):
        if there.get(key) != before.get(key):
            raise SessionChangedSince(**_named(there.get(key) or before.get(key), key))
    if edit.days_before not in {None, (event.starts_on, event.ends_on)}:
        raise SessionChangedSince(session=event.title, key="")


def _with_days(tx: Transaction, event: Event, edit: Edit) -> Event:
    if edit.days_after is None:
        return event
    first, last = edit.days_after
    if last - first >= LONGEST:
        raise EventTooLong
    twin = meetings.held(tx, event.title, first)
    if twin is not None and twin.id != event.id:
        raise EventExists(title=event.title, event=twin.id)
    return replace(event, starts_on=first, ends_on=last)


def _refuse_wrong(session: Session, event: Event) -> None:
    for fault in faults(session, (event.starts_on, event.ends_on)):
        if fault == "day":
            raise SessionOutside(**_named(session, session.key), day=format_short(session.starts_at))
        raise SessionWrong(**_named(session, session.key), reason=WRONG[fault], field=fault)


def _refuse_outside(tx: Transaction, event: Event, but: Collection[str]) -> None:
    """Refuse days that leave out a session which stays as it is: it could never be put right any more."""
    for session in events.sessions_of(tx, event.id):
        if session.key not in but and "day" in faults(session, (event.starts_on, event.ends_on)):
            raise SessionOutside(**_named(session, session.key), day=str(session.starts_at.date()))


def _refuse_to_remove(event: Event, session: Session, scanned: int) -> None:
    if scanned:
        raise SessionHasScans(**_named(session, session.key), count=scanned)
    terms = event.certificate
    if terms.rule is Rule.NAMED and session.key in terms.sessions:
        raise SessionNamed(**_named(session, session.key))


def _warn_of_use(
    tx: Transaction, before: Mapping[str, Session], after: Mapping[str, Session], now: datetime
) -> None:
    for key, session in after.items():
        was = before.get(key, session)
        if _times(was) == _times(session):
            continue
        stays = presences.of_session(tx, session.event_id, key)
        inside = sum(stay.left_at is None for stay in stays)
        if inside and was.opens_at <= now <= max(was.ends_at, was.closes_at):
            raise SessionInUse(**_named(was, key), count=inside)
        if came := len({stay.attendee_id for stay in stays}):
            raise SessionAttended(**_named(was, key), count=came)


def _named(session: Session | None, key: str) -> dict[str, str]:
    """Give what a failure calls a session; by the key, a window finds better words where it has no title."""
    return {"session": (session.title if session else "") or key, "key": key}


# What changes


def _store(tx: Transaction, event: Event, before: Mapping[str, Session], after: Mapping[str, Session]) -> None:
    for key in before.keys() - after.keys():
        events.remove_session(tx, event.id, key)
    for key in before.keys() & after.keys():
        events.change_session(tx, after[key])
    events.add_sessions(tx, [one for key, one in after.items() if key not in before])
    events.change(tx, event)


def _difference_of_days(before: Event, after: Event) -> Fields:
    told = {name: (str(getattr(before, name)), str(getattr(after, name))) for name in ("starts_on", "ends_on")}
    return {name: pair for name, pair in told.items() if pair[0] != pair[1]}


def _difference(before: Mapping[str, Session], after: Mapping[str, Session]) -> Fields:
    """Give what changes by "session", the key and what it is; "session" and the key alone are day and hours."""
    told: dict[str, tuple[str, str]] = {}
    for key in sorted({*before, *after}):
        was, is_now = _facts(before.get(key)), _facts(after.get(key))
        for name in {**was, **is_now}:
            pair = was.get(name, ""), is_now.get(name, "")
            if pair[0] != pair[1]:
                told[f"session {key}{name}"] = pair
    return told


def _facts(session: Session | None) -> dict[str, str]:
    if session is None:
        return {}
    return {
        "": _span(session.starts_at, session.ends_at),
        " title": session.title,
        " room": session.room,
        " doors": _span(session.opens_at, session.closes_at),
        " mode": session.mode.value,
        " categories": ", ".join(sorted(session.categories)),
        " people": write_numbers(session.people),
    }


def _span(first: datetime, last: datetime) -> str:
    """Write the day and hours; a last day only where it is another."""
    until = "" if last.date() == first.date() else f"{last.date()} "
    return f"{first.date()} {format_time(first.time())}-{until}{format_time(last.time())}"


def _times(session: Session) -> tuple[datetime, ...]:
    return session.starts_at, session.ends_at, session.opens_at, session.closes_at
