"""How the sessions of an event are moved, lengthened, copied and laid side by side; all of it pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Literal

from signin.domain.event import Event, Session, half_days

STEP = timedelta(minutes=5)
"""Hours snap to it, and no session is shorter."""
LONGEST = timedelta(days=366)
"""An event lasts no longer."""
_DAY = timedelta(days=1)
_NOON = 12
_HALF_DAY = "day"
"""So the keys of half-days begin."""

Fault = Literal["ends_at", "opens_at", "closes_at", "day"]
"""What cannot be so about a session, by the name of what has to be put right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Sessions as they were and as they are to be, found by their keys; and the event's days where these change.

    A session in `before` alone is taken out, one in `after` alone is new. `who` are the ids of the people whom the
    numbers in it meant when it was made: numbers move, and whoever was meant is meant still.
    """

    event_id: str
    before: tuple[Session, ...] = ()
    after: tuple[Session, ...] = ()
    days_before: tuple[date, date] | None = None
    days_after: tuple[date, date] | None = None
    who: Mapping[int, str] = field(default_factory=dict, compare=False)

    @property
    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return replace(
            self,
            before=self.after,
            after=self.before,
            days_before=self.days_after,
            days_after=self.days_before,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return set(self.before) == set(self.after) and self.days_before == self.days_after


def faults(session: Session, days: tuple[date, date]) -> list[Fault]:
    """Say what cannot be so, on an event of these first and last days.

    The end is after the begin; doors open at the begin at the latest, and close after it. Begin and end are on
    days of the event.
    """
    found: list[Fault] = []
    if session.ends_at <= session.starts_at:
        found.append("ends_at")
    if session.opens_at > session.starts_at:
        found.append("opens_at")
    if session.closes_at <= session.starts_at:
        found.append("closes_at")
    if not days[0] <= session.starts_at.date() <= days[1] or session.ends_at.date() > days[1]:
        found.append("day")
    return found


def widened(event: Event, day: date) -> tuple[date, date] | None:
    """Give the event's first and last day once it holds another day too; None where it would last too long."""
    first, last = min(event.starts_on, day), max(event.ends_on, day)
    return (first, last) if last - first < LONGEST else None


def snapped(moment: datetime) -> datetime:
    """Give the nearest moment of the five-minute grid on the same day."""
    begins = datetime.combine(moment.date(), time())
    steps = round((moment - begins) / STEP)
    return begins + min(steps, _DAY // STEP - 1) * STEP


# Moving


def moved(session: Session, by: timedelta, event: Event) -> Session:
    """Move a session with its doors, as far as its day and the days of the event allow; the clock time snaps.

    Whole days go from day to day; what is left over moves within a day and never past midnight.
    """
    days = round(by / _DAY)
    day = min(max(session.starts_at.date() + days * _DAY, event.starts_on), event.ends_on)
    wanted = datetime.combine(day, session.starts_at.time()) + (by - days * _DAY)
    return _begun_at(session, _within(wanted, session, day, snaps=by != days * _DAY))


def moved_to(session: Session, starts_at: datetime, event: Event) -> Session:
    """Move a session with its doors to a begin, as near as the days of the event allow."""
    day = min(max(starts_at.date(), event.starts_on), event.ends_on)
    wanted = datetime.combine(day, starts_at.time())
    return _begun_at(session, _within(wanted, session, day, snaps=True))


def _within(wanted: datetime, session: Session, day: date, *, snaps: bool) -> datetime:
    """Keep a session's begin on a day, so that it ends before midnight where it can."""
    begins = datetime.combine(day, time())
    if session.ends_at.date() != session.starts_at.date():  # one that goes on into the next day keeps its hours
        return datetime.combine(day, session.starts_at.time())
    latest = begins + _DAY - STEP - (session.ends_at - session.starts_at)
    inside = min(max(wanted, begins), max(latest, begins))
    if not snaps:
        return inside
    return begins + (inside - begins) // STEP * STEP if inside == latest else snapped(inside)


def _begun_at(session: Session, starts_at: datetime) -> Session:
    return shifted(session, starts_at - session.starts_at)


def shifted(session: Session, by: timedelta) -> Session:
    """Give a session so much later, with its doors, whatever the days of the event are."""
    return replace(
        session,
        starts_at=session.starts_at + by,
        ends_at=session.ends_at + by,
        opens_at=session.opens_at + by,
        closes_at=session.closes_at + by,
    )


def ended_at(session: Session, ends_at: datetime) -> Session:
    """Let a session end at another moment, at least a step after its begin and on the day on which it ends.

    The doors close as long before or after the end as they did, but not before the first step is over.
    """
    last = datetime.combine(session.ends_at.date(), time()) + _DAY - STEP
    ends = min(max(snapped(ends_at), session.starts_at + STEP), max(last, session.ends_at))
    closes = max(session.closes_at + (ends - session.ends_at), session.starts_at + STEP)
    return replace(session, ends_at=ends, closes_at=closes)


def started_at(session: Session, starts_at: datetime) -> Session:
    """Let a session begin at another moment of its day, at least a step before its end; its doors open along."""
    begins = datetime.combine(session.starts_at.date(), time())
    latest = min(session.ends_at, session.closes_at) - STEP
    starts = max(min(snapped(starts_at), latest), begins)
    return replace(session, starts_at=starts, opens_at=session.opens_at + (starts - session.starts_at))


# Many at once


def free_key(taken: Collection[str]) -> str:
    """Give a key that no session has: s1, s2 …, after the highest that was given."""
    given = [int(key[1:]) for key in taken if key[:1] == "s" and key[1:].isascii() and key[1:].isdigit()]
    return f"s{max(given, default=0) + 1}"


def copied(sessions: Sequence[Session], day: date, onto: Iterable[date], *, again: bool = False) -> list[Session]:
    """Give the sessions of one day on other days, with new keys.

    What is there already with the same title, hours and room is not made twice, unless it is asked for `again`.
    """
    keys = {session.key for session in sessions}
    there = {_as_seen(session) for session in sessions}
    made: list[Session] = []
    for other in sorted(set(onto)):
        for session in on_day(sessions, day):
            key = free_key(keys)
            moved_there = replace(_begun_at(session, datetime.combine(other, session.starts_at.time())), key=key)
            if again or _as_seen(moved_there) not in there:
                made.append(moved_there)
                keys.add(key)
    return made


def _as_seen(session: Session) -> tuple[str, datetime, datetime, str]:
    return session.title, session.starts_at, session.ends_at, session.room


def on_day(sessions: Iterable[Session], day: date) -> list[Session]:
    """Give the sessions that begin on a day, by their begin."""
    found = [session for session in sessions if session.starts_at.date() == day]
    return sorted(found, key=lambda session: (session.starts_at, session.ends_at, session.key))


def half_days_again(event: Event, sessions: Sequence[Session], used: Collection[str]) -> Edit:
    """Put a morning and an afternoon in the place of what stands on each day where no session is `used`.

    `used` are the keys of sessions with scans: their days stay as they are. A half-day keeps what its door notes.
    """
    stays = {session.starts_at.date() for session in sessions if session.key in used}
    gone = {session.key: session for session in sessions if session.starts_at.date() not in stays}
    wanted = [one for one in half_days(event) if one.starts_at.date() not in stays]
    halves = {_half(session): session for session in gone.values() if session.key.startswith(_HALF_DAY)}
    again = {one.key: halves[_half(one)] for one in wanted if _half(one) in halves}
    taken = ({session.key for session in sessions} - gone.keys()) | {session.key for session in again.values()}
    usual = sessions[0].mode if sessions else None
    made = []
    for one in wanted:
        before = again.get(one.key)
        key = before.key if before else one.key if one.key not in taken else free_key({*taken, *gone})
        taken.add(key)
        made.append(replace(one, key=key, mode=before.mode if before else usual or one.mode))
    same = set(gone.values()) & set(made)
    return Edit(
        event_id=event.id,
        before=tuple(one for one in gone.values() if one not in same),
        after=tuple(one for one in made if one not in same),
    )


def _half(session: Session) -> tuple[date, bool]:
    """Give the day, and whether it is its afternoon: the first day may be another than when it was made."""
    return session.starts_at.date(), session.starts_at.hour >= _NOON


# Side by side


@dataclass(frozen=True, slots=True)
class Lane:
    """Where a session stands among those beside it: the `nth` of so many, from 0."""

    nth: int
    of: int


def lanes(sessions: Iterable[Session]) -> dict[str, Lane]:
    """Lay sessions that overlap side by side, by key; each takes the first lane that is free."""
    found: dict[str, Lane] = {}
    group: list[Session] = []
    until = datetime.min
    for session in sorted(sessions, key=lambda one: (one.starts_at, one.ends_at, one.key)):
        if group and session.starts_at >= until:
            found |= _laned(group)
            group = []
        until = max(until, session.ends_at) if group else session.ends_at
        group.append(session)
    return found | _laned(group)


def _laned(group: Sequence[Session]) -> dict[str, Lane]:
    ends: list[datetime] = []
    nth: dict[str, int] = {}
    for session in group:
        free = next((lane for lane, end in enumerate(ends) if end <= session.starts_at), len(ends))
        ends[free : free + 1] = [session.ends_at]
        nth[session.key] = free
    return {key: Lane(lane, len(ends)) for key, lane in nth.items()}


def overlapping(sessions: Iterable[Session]) -> list[tuple[Session, Session]]:
    """Give the pairs of sessions that go on at the same time."""
    ordered = sorted(sessions, key=lambda one: (one.starts_at, one.key))
    return [
        (one, other)
        for nth, one in enumerate(ordered)
        for other in ordered[nth + 1 :]
        if other.starts_at < one.ends_at
    ]
