"""An event once more: the same meeting on other days, and its facts put right; both are recorded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from signin.domain import ids
from signin.domain.event import CertificateTerms, Chair, Event, Letterhead, Rule, Session, half_days
from signin.domain.record import Fields, Verb
from signin.domain.timetable import LONGEST, faults, shifted
from signin.lao.normalize import canonical
from signin.lao.numbers import format_short, format_time, to_latin_digits
from signin.services import find, meetings, records
from signin.services.desk import Desk
from signin.services.failures import (
    EventExists,
    EventTitleMissing,
    EventTooLong,
    NoTimeForSession,
    SessionBegun,
    SessionOutside,
)
from signin.services.new_event import Form
from signin.store import Transaction, events, presences, scans

_PLAIN = ("title", "organiser", "venue", "host", "starts_on", "ends_on", "starts_at", "ends_at")
_PARTS = ("letterhead", "certificate")


def clone_event(desk: Desk, event_id: str, starts_on: date, title: str, now: datetime) -> Event:
    """Hold the same meeting again from another day on, under another title; give the new event.

    Hours, sessions, letterhead and the terms of the certificate move along. People do not, nor what belongs to
    them: a session for people who were named one by one expects everybody. The letterhead's number is that of
    another paper, and is left to be filled in. Raises EventNotFound, EventTitleMissing, EventExists.
    """
    with desk.store.write() as tx:
        before = find.event(tx, event_id)
        made = _moved(before, ids.short(datetime.combine(starts_on, time()), desk.random), starts_on, title)
        by = starts_on - before.starts_on
        sessions = [
            replace(
                one,
                event_id=made.id,
                starts_at=one.starts_at + by,
                ends_at=one.ends_at + by,
                opens_at=one.opens_at + by,
                closes_at=one.closes_at + by,
                people=frozenset(),
            )
            for one in events.sessions_of(tx, before.id)
        ]
        meetings.add(tx, made, sessions)
        told = {"title": (before.title, made.title), "starts_on": (str(before.starts_on), str(made.starts_on))}
        records.note_event(desk, tx, Verb.CLONED, made.id, told, now, reason=before.id)
        return made


def _moved(event: Event, event_id: str, starts_on: date, title: str) -> Event:
    return _titled(
        replace(
            event,
            id=event_id,
            title=canonical(title),
            starts_on=starts_on,
            ends_on=starts_on + (event.ends_on - event.starts_on),
            letterhead=replace(event.letterhead, number=""),
        )
    )


def change_event(desk: Desk, event: Event, now: datetime, *, seen: Event | None = None) -> Event:
    """Put an event's facts right: everything but its language, which stays; give it as it is now.

    With `seen`, the event as it was when somebody began to type, only what differs from that is changed: what
    another desk put right meanwhile stays. Half-days follow the hours, and rooms that were the venue follow the
    venue. On other days the sessions stay where they are as long as these are days of the event; otherwise all of
    them move along with its first day, unless anybody was scanned.

    Raises EventNotFound, EventTitleMissing, EventExists, EventTooLong; SessionBegun or NoTimeForSession when the
    hours of a session cannot change, SessionOutside when it would be on no day of the event.
    """
    with desk.store.write() as tx:
        before = find.event(tx, event.id)
        after = _titled(_canonical(_merged(before, event, seen or before)))
        _refuse_twin(tx, before, after)
        moved = _follow_days(tx, before, after)
        same_days = replace(before, starts_on=after.starts_on, ends_on=after.ends_on)
        if told := {**_difference(before, after), **moved, **_follow(tx, same_days, after)}:
            events.change(tx, after)
            records.note_event(desk, tx, Verb.CHANGED, after.id, told, now)
        return after


def _titled(event: Event) -> Event:
    if not event.title:
        raise EventTitleMissing
    return event


def _refuse_twin(tx: Transaction, before: Event, after: Event) -> None:
    there = meetings.held(tx, after.title, after.starts_on)
    if there is not None and there.id != before.id:
        raise EventExists(title=after.title, event=there.id)


def _merged(before: Event, event: Event, seen: Event) -> Event:
    typed: dict[str, Any] = {name: getattr(event, name) for name in (*_PLAIN, "chairs", *_PARTS)}
    return replace(before, **{name: value for name, value in typed.items() if value != getattr(seen, name)})


def _canonical(event: Event) -> Event:
    head, terms = event.letterhead, event.certificate
    return replace(
        event,
        title=canonical(event.title),
        organiser=canonical(event.organiser),
        venue=canonical(event.venue),
        host=canonical(event.host),
        letterhead=Letterhead(
            offices=_lines(head.offices), number=canonical(head.number), place=canonical(head.place)
        ),
        certificate=replace(
            terms,
            title=canonical(terms.title),
            wording=canonical(terms.wording),
            signatory=canonical(terms.signatory),
            signatory_position=canonical(terms.signatory_position),
            place=canonical(terms.place),
        ),
    )


def _lines(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(line for text in texts if (line := canonical(text)))


def _difference(before: Event, after: Event) -> Fields:
    was, is_now = _facts(before), _facts(after)
    return {name: (was[name], text) for name, text in is_now.items() if was[name] != text}


def _facts(event: Event) -> dict[str, str]:
    """Give what can change about an event as texts: "letterhead.place" is a fact of its letterhead."""
    told = {name: str(getattr(event, name)) for name in _PLAIN}
    told["chairs"] = chair_lines(event.chairs)
    for part in _PARTS:
        for name, value in asdict(getattr(event, part)).items():
            told[f"{part}.{name}"] = "\n".join(value) if isinstance(value, tuple) else str(value)
    return told


# Sessions


def _follow_days(tx: Transaction, before: Event, after: Event) -> Fields:
    """Let the sessions move along with the event's days; give what changed, by "session" and the key."""
    days = after.starts_on, after.ends_on
    if days == (before.starts_on, before.ends_on):
        return {}
    if days[1] - days[0] >= LONGEST:
        raise EventTooLong
    there = events.sessions_of(tx, before.id)
    stay = all("day" not in faults(one, days) for one in there) or any(scans.counts(tx, before.id).values())
    by = timedelta() if stay else after.starts_on - before.starts_on
    told: dict[str, tuple[str, str]] = {}
    for session in there:
        moved = shifted(session, by)
        if "day" in faults(moved, days):
            day = str(session.starts_at.date())
            raise SessionOutside(session=session.title or session.key, key=session.key, day=day)
        if by:
            events.change_session(tx, moved)
            told[f"session {session.key}"] = _on_day(session), _on_day(moved)
    return told


def _follow(tx: Transaction, before: Event, after: Event) -> Fields:
    """Let the sessions follow hours and venue; give what changed of their hours, by "session" and the key."""
    usual = {one.key: one for one in half_days(before)}
    wanted = {one.key: one for one in half_days(after)}
    there = events.sessions_of(tx, before.id)
    told: dict[str, tuple[str, str]] = {}
    for session in there:
        followed = _in_room(session, before, after)
        if _when(session) == _when(usual.get(session.key)):  # otherwise it has a day or hours of its own
            followed = _retimed(tx, followed, wanted.get(session.key))
        if followed != session:
            events.change_session(tx, followed)
        if _hours(followed) != _hours(session):
            told[f"session {session.key}"] = (_hours(session), _hours(followed))
    more = [one for key, one in wanted.items() if key not in usual]
    if more and there and {one.key for one in there} == set(usual):
        events.add_sessions(tx, [replace(one, mode=there[0].mode) for one in more])
        told.update({f"session {one.key}": ("", _hours(one)) for one in more})
    return told


def _in_room(session: Session, before: Event, after: Event) -> Session:
    return replace(session, room=after.venue) if session.room == before.venue else session


def _retimed(tx: Transaction, session: Session, wanted: Session | None) -> Session:
    """Give a session with the hours wanted, its doors as long before and after them as they were."""
    if wanted is None:
        raise NoTimeForSession(session=session.title or session.key)
    if _hours(session) == _hours(wanted):
        return session
    if presences.of_session(tx, session.event_id, session.key):
        raise SessionBegun(session=session.title or session.key)
    return replace(
        session,
        starts_at=wanted.starts_at,
        ends_at=wanted.ends_at,
        opens_at=wanted.starts_at - (session.starts_at - session.opens_at),
        closes_at=wanted.ends_at + (session.closes_at - session.ends_at),
    )


def _when(session: Session | None) -> tuple[datetime, datetime] | None:
    return None if session is None else (session.starts_at, session.ends_at)


def _on_day(session: Session) -> str:
    return f"{session.starts_at.date()} {_hours(session)}"


def _hours(session: Session) -> str:
    return f"{format_time(session.starts_at.time())}-{format_time(session.ends_at.time())}"


# As it stands in a form


def form_of(event: Event) -> Form:
    """Give an event as it stands in the form of a new one."""
    return Form(
        title=event.title,
        organiser=event.organiser,
        venue=event.venue,
        first_day=format_short(event.starts_on),
        last_day=format_short(event.ends_on),
        starts_at=format_time(event.starts_at),
        ends_at=format_time(event.ends_at),
        host=event.host,
        chairs=chair_lines(event.chairs),
    )


def chair_lines(chairs: Sequence[Chair]) -> str:
    """Give the chairs one a line: prefix name, position."""
    return "\n".join(
        ", ".join(filter(None, (" ".join(filter(None, (one.prefix, one.name))), one.position))) for one in chairs
    )


def value_text(terms: CertificateTerms) -> str:
    """Give what a certificate asks for as it is typed: a share in percent; nothing where sessions are named."""
    if terms.rule is Rule.NAMED:
        return ""
    value = terms.value * 100 if terms.rule is Rule.SHARE else terms.value
    return f"{float(value):g}"


def read_value(rule: Rule, text: str) -> Fraction | None:
    """Understand what is typed; None where it is no count of sessions, no share up to 100 %, no hours."""
    try:
        value = Fraction(to_latin_digits(canonical(text)).removesuffix("%").strip().replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return None
    if value <= 0 or (rule is Rule.COUNT and value.denominator != 1) or (rule is Rule.SHARE and value > 100):  # noqa: PLR2004 - percent
        return None
    return value / 100 if rule is Rule.SHARE else value
