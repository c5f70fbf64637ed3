"""How the record names a session: by title, or by day and half; one that is gone by what was told of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from signin.domain.event import Event, Session
from signin.domain.record import Fields
from signin.words import Message, mark, say

_NOON = 12
_HALF_DAY = re.compile(r"day([0-9]+)-(am|pm)")
_BEGINS = re.compile(r"([0-9-]{10}) ([0-9]{2}):")
_MORNING, _AFTERNOON = mark("day {day}, morning"), mark("day {day}, afternoon")


class SessionNames:
    """Names the sessions of an event, also one that was removed since."""

    def __init__(self, event: Event, sessions: Mapping[str, Session]) -> None:
        self._event, self._sessions = event, sessions

    def __call__(self, key: str, told: Fields) -> Message:
        """Name a session by its key; `told` is the record that speaks of it."""
        if (session := self._sessions.get(key)) is not None:
            return session_words(self._event, session, key)
        for title in told.get(f"session {key} title", ()):
            if title:
                return say("{text}", text=title)
        for hours in told.get(f"session {key}", ()):
            if (begins := _BEGINS.match(hours)) is not None:
                return _half(self._event, date.fromisoformat(begins[1]), int(begins[2]))
        return key_words(key)


def session_words(event: Event, session: Session | None, key: str) -> Message:
    """Name a session in few words: its own title, or the day of the event and its half."""
    if session is None or session.title:
        return say("{text}", text=key if session is None else session.title)
    return _half(event, session.starts_at.date(), session.starts_at.hour)


def key_words(key: str, _: Fields | None = None) -> Message:
    """Name a session of which only the key is known: a half-day by its day and half."""
    if (half := _HALF_DAY.fullmatch(key)) is None:
        return say("a session that is gone")
    return Message(_MORNING if half[2] == "am" else _AFTERNOON, {"day": int(half[1])})


def _half(event: Event, day: date, hour: int) -> Message:
    nth = (day - event.starts_on).days + 1
    return Message(_MORNING if hour < _NOON else _AFTERNOON, {"day": nth})
