"""The form of a new event: what is typed, what it comes to, and what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta

from signin.domain.event import DAY_ENDS, DAY_STARTS, Chair, Event, Mode, Session, half_days
from signin.lao import names
from signin.lao.dates import DateFound, parse_dates
from signin.lao.normalize import canonical
from signin.lao.numbers import format_short, format_time
from signin.lao.times import parse_times
from signin.words import Message, say

_LONGEST = timedelta(days=366)
_OCLOCK = " ໂມງ"
_EXAMPLE = "ທ່ານ ວັນໄຊ ອິນທະວົງ, ຫົວໜ້າຫ້ອງການ"

Wrong = dict[str, Message]
"""What is wrong, by the name of the form's field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What stands in the fields, as typed; `chairs` are one a line: prefix name, position."""

    title: str = ""
    organiser: str = ""
    venue: str = ""
    first_day: str = ""
    last_day: str = ""
    starts_at: str = format_time(DAY_STARTS)
    ends_at: str = format_time(DAY_ENDS)
    host: str = ""
    chairs: str = ""
    in_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a form comes to. The id of the event is still empty.

    `event` and `sessions` are there as soon as days and hours are understood, so that they can be shown; it may
    be made once nothing is `wrong`.
    """

    first_day: date | None = None
    last_day: date | None = None
    event: Event | None = None
    sessions: tuple[Session, ...] = ()
    wrong: Mapping[str, Message] = field(default_factory=dict)


def read_form(form: Form, today: date) -> Draft:
    """Understand a form. A day without a year is of this year; without a last day the event lasts one."""
    wrong = _missing(form)
    chairs = _chairs(form.chairs, wrong)
    first, last = _days(form, today, wrong)
    starts_at, ends_at = read_hour(form.starts_at), read_hour(form.ends_at)
    for name, hour in (("starts_at", starts_at), ("ends_at", ends_at)):
        if hour is None:
            wrong[name] = say("Write the hour, such as 08:30.")
    if first is None or last is None or starts_at is None or ends_at is None or "last_day" in wrong:
        return Draft(first_day=first, last_day=last, wrong=wrong)
    event = Event(
        id="",
        title=canonical(form.title),
        organiser=canonical(form.organiser),
        venue=canonical(form.venue),
        starts_on=first,
        ends_on=last,
        starts_at=starts_at,
        ends_at=ends_at,
        host=canonical(form.host),
        chairs=chairs,
    )
    sessions = _sessions(event, wrong, in_out=form.in_out)
    return Draft(first_day=first, last_day=last, event=event, sessions=sessions, wrong=wrong)


def numbered(draft: Draft, event_id: str) -> tuple[Event, tuple[Session, ...]]:
    """Give the event of a draft without anything wrong, and its sessions, under an id."""
    assert draft.event is not None
    event = replace(draft.event, id=event_id)
    return event, tuple(replace(session, event_id=event_id) for session in draft.sessions)


def _missing(form: Form) -> Wrong:
    needed = {
        "title": say("Write the title of the event."),
        "organiser": say("Write who holds the event."),
        "venue": say("Write where it is held."),
    }
    return {name: message for name, message in needed.items() if not canonical(getattr(form, name))}


def _days(form: Form, today: date, wrong: Wrong) -> tuple[date | None, date | None]:
    """Give the first and the last day; both may be typed as one range into the first field."""
    found = read_days(form.first_day, today)
    example = say("Write the day, such as {example}.", example=format_short(today))
    if found is None:
        wrong["first_day"] = example
    if not form.last_day.strip():
        return (found.first, found.last) if found else (None, None)
    until = read_days(form.last_day, found.first if found else today)
    if until is None:
        wrong["last_day"] = example
    elif found and until.last < found.first:
        wrong["last_day"] = say("The last day is before the first one.")
    elif found and until.last - found.first >= _LONGEST:
        wrong["last_day"] = say("An event lasts a year at most. Look at the days again.")
    return found.first if found else None, until.last if until else None


def read_days(text: str, today: date) -> DateFound | None:
    """Give the one day or range that a text holds."""
    found = parse_dates(canonical(text), year=today.year)
    return found[0] if len(found) == 1 else None


def read_hour(text: str) -> time | None:
    """Give the one time of day that a text holds; the word for the hour may be left out."""
    said = canonical(text)
    found = parse_times(said) or parse_times(said + _OCLOCK)
    return found[0].time if len(found) == 1 else None


def _chairs(text: str, wrong: Wrong) -> tuple[Chair, ...]:
    chairs = []
    for nth, line in enumerate(text.splitlines(), start=1):
        named, _, position = canonical(line).partition(",")
        own = names.split(named)
        if own.name:
            chairs.append(Chair(prefix=own.prefix, name=own.name, position=position.strip()))
        elif position:
            wrong["chairs"] = say(
                "Line {line}: no name. Write for example “{example}”.", line=nth, example=_EXAMPLE
            )
    return tuple(chairs)


def _sessions(event: Event, wrong: Wrong, *, in_out: bool) -> tuple[Session, ...]:
    mode = Mode.IN_OUT if in_out else Mode.ARRIVAL
    sessions = tuple(replace(session, mode=mode) for session in half_days(event))
    if event.starts_on == event.ends_on and event.ends_at <= event.starts_at:
        wrong["ends_at"] = say("The end must be later than the start.")
    elif not sessions:
        wrong["ends_at"] = say("Between these hours there is only the noon break. Write other hours.")
    return sessions
