"""The event, its letterhead, its sessions, and the half-days that make themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from signin.domain.attendee import Attendee, Category

NOON_BREAK = (time(12, 0), time(13, 30))  # the usual office hours of Lao meetings
DAY_STARTS, DAY_ENDS = time(8, 30), time(16, 0)
OPENS_BEFORE = timedelta(hours=1)  # most people come in the half hour before the start


class Mode(StrEnum):
    """What a session's desk notes: that people came, or also when they left."""

    ARRIVAL = "arrival"
    IN_OUT = "in-out"


class Rule(StrEnum):
    """How a certificate is earned."""

    COUNT = "count"
    SHARE = "share"
    NAMED = "named"
    HOURS = "hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """Somebody who presides over the event."""

    name: str
    prefix: str = ""
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of official papers: offices from the highest down, at the left; number and place at the right."""

    offices: tuple[str, ...] = ()
    number: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateTerms:
    """Who earns a certificate, and what stands on it.

    `value` is a number of sessions (COUNT), a share of the sessions held in (0, 1] (SHARE) or hours
    (HOURS); `sessions` are the ids that NAMED asks for, all of them. Empty wording means the usual one.
    `register` gives the register number by `{number}`, `{year}` and `{yy}`.
    """

    rule: Rule = Rule.COUNT
    value: Fraction = Fraction(1)
    sessions: tuple[str, ...] = ()
    title: str = ""
    wording: str = ""
    signatory: str = ""
    signatory_position: str = ""
    place: str = ""
    register: str = "{number:03}/{year}"

    def register_text(self, number: int, year: int) -> str:
        """Render a register number, such as 007/2024."""
        return self.register.format(number=number, year=year, yy=f"{year % 100:02}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A meeting of one or more days. Times are the meeting's wall clock."""

    id: str
    title: str
    organiser: str
    venue: str
    starts_on: date
    ends_on: date
    starts_at: time = DAY_STARTS
    ends_at: time = DAY_ENDS
    host: str = ""
    chairs: tuple[Chair, ...] = ()
    letterhead: Letterhead = field(default_factory=Letterhead)
    certificate: CertificateTerms = field(default_factory=CertificateTerms)
    language: Literal["lo", "en"] = "lo"

    @property
    def days(self) -> tuple[date, ...]:
        """Every day from the first to the last."""
        return tuple(self.starts_on + timedelta(days=n) for n in range((self.ends_on - self.starts_on).days + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A half-day or a training topic of an event: the unit people check in to.

    `key` is unique in the event and is what the command line calls it. With neither `categories` nor
    `people` (roster numbers) everybody is expected; otherwise whoever is in either.
    """

    event_id: str
    key: str
    title: str
    starts_at: datetime
    ends_at: datetime
    opens_at: datetime
    closes_at: datetime
    room: str = ""
    mode: Mode = Mode.ARRIVAL
    categories: frozenset[Category] = frozenset()
    people: frozenset[int] = frozenset()

    def expects(self, attendee: Attendee) -> bool:
        """Whether this person is to be let in; a substitute counts as the person replaced."""
        if not self.categories and not self.people:
            return True
        numbers = {attendee.number, attendee.stands_for}
        return attendee.category in self.categories or not self.people.isdisjoint(numbers)


def half_days(event: Event) -> tuple[Session, ...]:
    """Make the sessions of an event from its days and hours: a morning and an afternoon each day.

    The first day begins with the event and the last ends with it; a half-day that falls outside is left
    out. Doors open an hour before the start and close at the end. Titles are empty: they are said from
    the day and the half where they are shown.
    """
    first, last = (
        datetime.combine(event.starts_on, event.starts_at),
        datetime.combine(event.ends_on, event.ends_at),
    )
    made = []
    for nth, day in enumerate(event.days, start=1):
        for half, start, end in (
            ("am", min(DAY_STARTS, event.starts_at), NOON_BREAK[0]),
            ("pm", NOON_BREAK[1], max(DAY_ENDS, event.ends_at)),
        ):
            begins, ends = max(datetime.combine(day, start), first), min(datetime.combine(day, end), last)
            if begins < ends:
                made.append(_half_day(event, f"day{nth}-{half}", begins, ends))
    return tuple(made)


def _half_day(event: Event, key: str, begins: datetime, ends: datetime) -> Session:
    return Session(
        event_id=event.id,
        key=key,
        title="",
        room=event.venue,
        starts_at=begins,
        ends_at=ends,
        opens_at=begins - OPENS_BEFORE,
        closes_at=ends,
    )
