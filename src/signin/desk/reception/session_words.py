"""How a session is called on screen: by its title, or by the day and its half."""

from __future__ import annotations

from signin.domain.event import Event, Session
from signin.lao.numbers import MONTHS, format_date, format_time, format_weekday
from signin.words import Language, Message, mark, say

_NOON = 12


def session_title(session: Session, language: Language) -> Message:
    """Give the words that are said large: "Wednesday 12 June 2024 · Morning", or the session's own title."""
    begins = session.starts_at
    values = {"weekday": format_weekday(begins, language), "date": format_date(begins, language)}
    if session.title:
        return say("{session} · {weekday} {date}", session=session.title, **values)
    text = mark("{weekday} {date} · Morning") if begins.hour < _NOON else mark("{weekday} {date} · Afternoon")
    return Message(text, values)


def session_titles(session: Session, language: Language) -> list[Message]:
    """Give the same words and ever shorter ones: first the weekday goes, then the year, then all the date."""
    begins = session.starts_at
    dates = (format_date(begins, language), f"{begins.day} {MONTHS[language][begins.month - 1]}")
    if session.title:
        shorter = [say("{session} · {date}", session=session.title, date=date) for date in dates]
        shortest = say("{session}", session=session.title)
    elif begins.hour < _NOON:
        shorter, shortest = [say("{date} · Morning", date=date) for date in dates], say("Morning")
    else:
        shorter, shortest = [say("{date} · Afternoon", date=date) for date in dates], say("Afternoon")
    return [session_title(session, language), *shorter, shortest]


def session_hours(session: Session) -> Message:
    """Give from when to when, and where."""
    hours = f"{format_time(session.starts_at.time())}-{format_time(session.ends_at.time())}"
    if session.room:
        return say("{hours}, {room}", hours=hours, room=session.room)
    return say("{hours}", hours=hours)


def event_line(event: Event) -> str:
    """Give the event and its place in one line."""
    return " · ".join(filter(None, (event.title, event.venue)))
