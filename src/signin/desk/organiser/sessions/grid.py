"""Where a moment stands in the timetable, and which moment stands at a place: one column a day, hours down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from signin.domain.event import Session
from signin.domain.timetable import Lane

_EARLIEST, _LATEST, _MIDNIGHT = 8, 17, 24
"""Hours that are always shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Measures in pixels: `left` of the hours and `top` of the days, a column a day, so much an hour.

    `first` and `last` are the hours at the upper and lower end.
    """

    days: tuple[date, ...]
    first: int
    last: int
    left: float
    top: float
    column: float
    hour: float

    @property
    def width(self) -> float:
        """From the left of the hours to the right of the last day."""
        return self.left + self.column * len(self.days)

    @property
    def height(self) -> float:
        """From the top of the days to the last hour."""
        return self.top + self.hour * (self.last - self.first)

    def x_of(self, day: date) -> float:
        """Give the left of a day."""
        return self.left + self.column * (day - self.days[0]).days

    def y_of(self, moment: datetime, day: date) -> float:
        """Give the height of a moment in the column of a day; the next midnight is its lower end."""
        hours = (moment - datetime.combine(day, time())) / timedelta(hours=1)
        return self.top + self.hour * (min(max(hours, self.first), self.last) - self.first)

    def box(self, session: Session, lane: Lane) -> QRectF:
        """Give the place of a session among those beside it, at least so high that it can be taken hold of."""
        day = session.starts_at.date()
        top, bottom = self.y_of(session.starts_at, day), self.y_of(session.ends_at, day)
        wide = self.column / lane.of
        return QRectF(self.x_of(day) + lane.nth * wide, top, wide, max(bottom - top, self.hour / 6))

    def moment_at(self, place: QPointF) -> datetime:
        """Give the moment at a place, on the nearest day and not past midnight."""
        nth = int((place.x() - self.left) // self.column)
        day = self.days[min(max(nth, 0), len(self.days) - 1)]
        hours = min(max(self.first + (place.y() - self.top) / self.hour, 0), _MIDNIGHT - 1 / 60)
        return datetime.combine(day, time()) + timedelta(hours=hours)


def hours_of(sessions: Iterable[Session]) -> tuple[int, int]:
    """Give the first and last hour to show: the usual ones, and whatever the sessions reach to."""
    first, last = _EARLIEST, _LATEST
    for session in sessions:
        first = min(first, session.starts_at.hour)
        ends = session.ends_at - datetime.combine(session.starts_at.date(), time())
        last = max(last, min(ceil(ends / timedelta(hours=1)), _MIDNIGHT))
    return first, last
