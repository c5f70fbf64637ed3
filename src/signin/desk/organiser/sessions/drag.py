"""What the mouse has taken hold of in the timetable, and what comes of it where the mouse is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Literal

from signin.domain.event import Event, Session
from signin.domain.timetable import STEP, ended_at, moved_to, snapped, started_at

Hold = Literal["move", "begin", "end"]


@dataclass(frozen=True, slots=True)
class Drag:
    """A session held by its middle or an edge; `grip` is how long after its begin it was taken hold of."""

    hold: Hold
    session: Session
    grip: timedelta

    def at(self, moment: datetime, event: Event) -> Session:
        """Give the session as it is with the mouse at a moment."""
        if self.hold == "begin":
            return started_at(self.session, self._on_day(moment, self.session.starts_at))
        if self.hold == "end":
            return ended_at(self.session, self._on_day(moment, self.session.ends_at))
        midnight = datetime.combine(moment.date(), time())  # above the first hour is still the same day
        return moved_to(self.session, max(moment - self.grip, midnight), event)

    @staticmethod
    def _on_day(moment: datetime, edge: datetime) -> datetime:
        """Leave an edge on its day, wherever the mouse goes sideways."""
        return datetime.combine(edge.date(), moment.time())


@dataclass(frozen=True, slots=True)
class Span:
    """A new session drawn on an empty place, from one moment to another of the same day."""

    first: datetime

    def until(self, moment: datetime) -> tuple[datetime, datetime]:
        """Give begin and end, at least a step apart; it may be drawn upwards."""
        one, other = sorted((snapped(self.first), snapped(datetime.combine(self.first.date(), moment.time()))))
        return (one, other) if other > one else (one, one + STEP)
