"""What the papers say about an event, in the event's language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from signin.domain.event import Event, Session
from signin.lao.numbers import format_date, format_range, format_time, format_weekday
from signin.words import mark, render, say

COUNTRY = mark("Lao People’s Democratic Republic")
MOTTO = mark("Peace Independence Democracy Unity Prosperity")

Tell = Callable[[int, int], object]
"""Hears how far a paper is: so many done of so many. What it raises ends the work, and nothing is written."""

_NOON = 12
_TAGS = {"lo": "lo-LA", "en": "en-GB"}


def unheard(_done: int, _of: int) -> None:
    """Stand for somebody who wants to hear how far a paper is."""


def said(event: Event, text: str, /, **values: object) -> str:
    """Say an English text, or its translation, in the event's language."""
    return render(say(text, **values), event.language)


def language_tag(event: Event) -> str:
    """Give the language as PDF names it (RFC 5646)."""
    return _TAGS[event.language]


def day(event: Event, when: date) -> str:
    """Write a day, such as 12 ມິຖຸນາ 2024."""
    return format_date(when, event.language)


def days(event: Event) -> str:
    """Write all days of the event, such as 12-13 ມິຖຸນາ 2024."""
    return format_range(event.starts_on, event.ends_on, event.language)


def days_and_venue(event: Event) -> str:
    """Say when and where the event is."""
    if not event.venue:
        return said(event, mark("Held on {date}"), date=days(event))
    return said(event, mark("{date}, at {venue}"), date=days(event), venue=event.venue)


def session_line(event: Event, session: Session) -> str:
    """Say which session it is, on which day and from when to when."""
    hours = f"{format_time(session.starts_at.time())}-{format_time(session.ends_at.time())}"
    begins = session.starts_at
    values = {"weekday": format_weekday(begins, event.language), "date": day(event, begins), "hours": hours}
    if session.title:
        return said(event, mark("{session}: {weekday} {date}, {hours}"), session=session.title, **values)
    if begins.hour < _NOON:
        return said(event, mark("Morning session: {weekday} {date}, {hours}"), **values)
    return said(event, mark("Afternoon session: {weekday} {date}, {hours}"), **values)


def room_line(event: Event, session: Session) -> str:
    """Say where a session is held; nothing where nothing is known."""
    room = session.room or event.venue
    return said(event, mark("At {venue}"), venue=room) if room else ""


def offices(event: Event) -> tuple[str, ...]:
    """Give the offices of the letterhead from the highest down.

    Without a letterhead they come from the organiser, which names the lower office first and parts them by
    commas: "ສູນບໍລິຫານລັດດິຈິຕອນ, ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ".
    """
    if event.letterhead.offices:
        return event.letterhead.offices
    parts = (part.strip() for part in event.organiser.split(","))
    return tuple(part for part in parts if part)[::-1]


def place_and_date(event: Event, place: str, when: date) -> str:
    """Say where and when a paper is signed."""
    if not place:
        return said(event, mark("Date: {date}"), date=day(event, when))
    return said(event, mark("{place}, {date}"), place=place, date=day(event, when))
