"""The form of a session: what is typed, the session it comes to, and what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from signin.domain.attendee import Category
from signin.domain.event import Event, Mode, Session
from signin.domain.number_list import read_numbers, write_numbers
from signin.domain.timetable import faults, widened
from signin.lao.normalize import canonical
from signin.lao.numbers import format_short, format_time
from signin.services.new_event import Wrong, read_days, read_hour
from signin.services.sessions import WRONG
from signin.words import Message, say

_MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionForm:
    """What stands in the fields, as typed; `everybody` leaves categories and numbers aside."""

    title: str = ""
    day: str = ""
    starts_at: str = ""
    ends_at: str = ""
    opens_at: str = ""
    closes_at: str = ""
    room: str = ""
    mode: Mode = Mode.ARRIVAL
    everybody: bool = True
    categories: frozenset[Category] = frozenset()
    numbers: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """What a form comes to: a `session` once its hours are understood, to be kept where nothing is `wrong`.

    `days` are the event's first and last day once it is widened, where the session is on no day of it.
    """

    session: Session | None = None
    wrong: Mapping[str, Message] = field(default_factory=dict)
    days: tuple[date, date] | None = None


def session_form(session: Session) -> SessionForm:
    """Give a session as it stands in its form."""
    day = session.starts_at
    return SessionForm(
        title=session.title,
        day=format_short(day),
        starts_at=format_time(session.starts_at.time()),
        ends_at=format_time(session.ends_at.time()),
        opens_at=format_time(session.opens_at.time()),
        closes_at=format_time(session.closes_at.time()),
        room=session.room,
        mode=session.mode,
        everybody=not session.categories and not session.people,
        categories=session.categories,
        numbers=write_numbers(session.people),
    )


def read_session_form(form: SessionForm, session: Session, event: Event, known: Collection[int]) -> SessionDraft:
    """Understand a form that began as a session's; `known` are the roster's numbers."""
    wrong: Wrong = {}
    categories, people = _who(form, known, wrong)
    day = read_days(form.day, event.starts_on)
    if day is None or day.first != day.last:
        wrong["day"] = say("Write the day, such as {example}.", example=format_short(event.starts_on))
    hours = {name: read_hour(getattr(form, name)) for name in ("starts_at", "ends_at", "opens_at", "closes_at")}
    for name, hour in hours.items():
        if hour is None:
            wrong[name] = say("Write the hour, such as 08:30.")
    if day is None or day.first != day.last or None in hours.values():
        return SessionDraft(wrong=wrong)
    typed = replace(
        session,
        title=canonical(form.title),
        room=canonical(form.room),
        mode=form.mode,
        categories=categories,
        people=people,
    )
    typed = _timed(typed, day.first, {name: hour for name, hour in hours.items() if hour is not None})
    return SessionDraft(session=typed, wrong=wrong, days=_faults(typed, event, wrong))


def _faults(session: Session, event: Event, wrong: Wrong) -> tuple[date, date] | None:
    """Put down what cannot be; give the days to which the event would be widened for it."""
    for fault in faults(session, (event.starts_on, event.ends_on)):
        if fault != "day":
            wrong[fault] = WRONG[fault]
            continue
        days = widened(event, session.starts_at.date())
        outside = say("This is no day of the event. Write another, or widen the event to it.")
        wrong["day"] = outside if days else say("An event lasts a year at most. Look at the days again.")
        return days
    return None


def _timed(session: Session, day: date, hours: Mapping[str, time]) -> Session:
    """Put hours on the day; the end of a night and doors of the evening before stay on their days."""
    starts = datetime.combine(day, hours["starts_at"])

    def moment(name: str) -> datetime:
        offset = (getattr(session, name).date() - session.starts_at.date()).days
        same_day = datetime.combine(day, hours[name])
        fits = same_day <= starts if name == "opens_at" else same_day > starts
        return same_day if abs(offset) == 1 and fits else same_day + timedelta(days=offset)

    ends, opens, closes = map(moment, ("ends_at", "opens_at", "closes_at"))
    return replace(session, starts_at=starts, ends_at=ends, opens_at=opens, closes_at=closes)


def _who(form: SessionForm, known: Collection[int], wrong: Wrong) -> tuple[frozenset[Category], frozenset[int]]:
    if form.everybody:
        return frozenset(), frozenset()
    read = read_numbers(form.numbers)
    strange = [number for number in read.numbers if number not in known]
    if read.odd:
        wrong["numbers"] = say("Not understood: {texts}. Write such as 1-10, 15.", texts=", ".join(read.odd))
    elif strange:
        more = " …" if len(strange) > _MOST_TOLD else ""
        told = ", ".join(map(str, strange[:_MOST_TOLD])) + more
        wrong["numbers"] = say("Nobody has the number {numbers}.", numbers=told)
    elif not form.categories and not read.numbers:
        wrong["numbers"] = say("Tick a category or write numbers; or choose everybody.")
    return form.categories, frozenset(read.numbers)
