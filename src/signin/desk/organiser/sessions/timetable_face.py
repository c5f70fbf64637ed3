"""The timetable as it is seen: the days, the hours, and a block for each session; it is scrolled both ways."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from signin.desk.letters import drawing, tooltip
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.blocks import Words, day_words, paint_block, words_of
from signin.desk.organiser.sessions.grid import Grid, hours_of
from signin.domain.crowd import Expected
from signin.domain.event import Session
from signin.domain.timetable import lanes
from signin.lao.numbers import format_time
from signin.services.sessions import Timetable as Facts
from signin.words import say

_LEAST_COLUMN, _LEAST_HOUR, _HEAD_LINES = 130, 40, 2
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class TimetableFace(QAbstractScrollArea):
    """Shows sessions; `shown` are those seen now, also while one of them is moved and not stored."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.facts: Facts | None = None
        self.shown: dict[str, Session] = {}
        self.ghost: tuple[datetime, datetime] | None = None
        self.current = ""
        self._hours = hours_of(())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        voice.tell(self, self.setAccessibleName, say("Sessions"))
        voice.changed.connect(self._again)
        look.changed.connect(self._again)

    def show_facts(self, facts: Facts) -> None:
        """Show the sessions as they are in the store; the one chosen stays so, else the next to it."""
        order = [session.key for session in self.in_order]
        self.facts = facts
        self.shown = {session.key: session for session in facts.sessions}
        if self.current not in self.shown:
            nth = order.index(self.current) if self.current in order else 0
            near = [*order[nth:], *reversed(order[:nth]), *self.shown]
            self.current = next((key for key in near if key in self.shown), "")
        self.fit_hours()

    @property
    def in_order(self) -> list[Session]:
        """The sessions by their begin."""
        return sorted(self.shown.values(), key=lambda one: (one.starts_at, one.ends_at, one.key))

    @property
    def chosen(self) -> Session | None:
        """The session that is chosen."""
        return self.shown.get(self.current)

    # Room

    @property
    def grid(self) -> Grid | None:
        """The measures of what is seen now."""
        if self.facts is None:
            return None
        small = drawing.hand(self._look.font(TYPE.small))
        left = drawing.lay("00:00", small.font, 1 << 20, most=1).width + 2 * self._look.px(SPACE.hair)
        top = small.height(_HEAD_LINES) + self._look.px(SPACE.hair)
        days = self.facts.event.days
        first, last = self._hours
        column = max(self._look.px(_LEAST_COLUMN), (self.viewport().width() - left) / len(days))
        hour = max(self._look.px(_LEAST_HOUR), (self.viewport().height() - top) / (last - first))
        return Grid(days=days, first=first, last=last, left=left, top=top, column=column, hour=hour)

    @property
    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def fit_hours(self) -> None:
        """Show the hours that the sessions reach to."""
        self._hours = hours_of(self.shown.values())
        self._again()

    def places(self) -> dict[str, QRectF]:
        """Give where each session stands in the viewport, by key."""
        if (grid := self.grid) is None:
            return {}
        laid, at = lanes(self.shown.values()), self._scrolled
        return {key: grid.box(session, laid[key]).translated(-at) for key, session in self.shown.items()}

    def key_at(self, place: QPointF) -> str:
        """Give the key of the session at a place of the viewport, "" where there is none."""
        return next((key for key, box in reversed(self.places().items()) if box.contains(place)), "")

    def _again(self) -> None:
        """Measure and draw anew."""
        if (grid := self.grid) is None:
            return
        view = self.viewport()
        for bar, whole, page in (
            (self.horizontalScrollBar(), grid.width, view.width()),
            (self.verticalScrollBar(), grid.height, view.height()),
        ):
            bar.setRange(0, max(0, int(whole) - page))
            bar.setPageStep(page)
            bar.setSingleStep(int(grid.hour / 2))
        self._tell_chosen()
        view.update()

    def show_chosen(self) -> None:
        """Scroll so that the session chosen is seen."""
        grid = self.grid
        if grid is None or self.current not in self.shown:
            return
        place, view = self.places()[self.current], self.viewport()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, low, high, first, last in (
            (across, place.left(), place.right(), grid.left, view.width()),
            (down, place.top(), place.bottom(), grid.top, view.height()),
        ):
            if high > last:
                bar.setValue(bar.value() + int(high - last) + 1)
            if low < first:
                bar.setValue(bar.value() - int(first - low) - 1)

    def _tell_chosen(self) -> None:
        """Tell those who do not see the timetable what is chosen."""
        words = self.words(self.current) if self.current in self.shown else None
        empty = self._voice.text(say("There is no session yet."))
        self.setAccessibleDescription(words.told if words else empty)

    def words(self, key: str) -> Words:
        """Give what stands on a block."""
        assert self.facts is not None
        session = self.shown[key]
        return words_of(self._voice, session, self._expected(session), self._scans.get(key, 0))

    def _expected(self, session: Session) -> Expected:
        return self.facts.crowd.expected(session.categories, session.people) if self.facts else Expected()

    @property
    def _scans(self) -> Mapping[str, int]:
        return self.facts.scans if self.facts else {}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the width."""
        super().resizeEvent(event)
        self._again()
        self.show_chosen()

    def sizeHint(self) -> QSize:
        """Ask for what a small timetable needs."""
        return QSize(self._look.px(4 * _LEAST_COLUMN), self._look.px(9 * _LEAST_HOUR))

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hours, the sessions, and above them the days."""
        grid = self.grid
        if grid is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        self._paint_lines(painter, grid)
        painter.save()
        painter.setClipRect(QRectF(grid.left, grid.top, 1 << 20, 1 << 20))
        for key, place in sorted(self.places().items(), key=lambda one: one[0] == self.current):
            chosen = key == self.current
            paint_block(painter, self._look, place, self.words(key), chosen=chosen, focus=self.hasFocus())
        self._paint_ghost(painter, grid)
        painter.restore()
        self._paint_heads(painter, grid)
        painter.end()

    def _paint_lines(self, painter: QPainter, grid: Grid) -> None:
        at = self._scrolled
        painter.setPen(self._look.colour("line"))
        for hour in range(grid.first, grid.last + 1):
            y = grid.top + (hour - grid.first) * grid.hour - at.y()
            painter.drawLine(QPointF(grid.left, y), QPointF(self.viewport().width(), y))
        for day in grid.days:
            x = grid.x_of(day) - at.x()
            painter.drawLine(QPointF(x, grid.top), QPointF(x, self.viewport().height()))

    def _paint_ghost(self, painter: QPainter, grid: Grid) -> None:
        """Draw the span that is drawn on an empty place for a new session, with its hours."""
        if self.ghost is None:
            return
        first, last = self.ghost
        day, font = first.date(), self._look.font(TYPE.small, bold=True)
        top = grid.y_of(first, day)
        box = QRectF(grid.x_of(day), top, grid.column, grid.y_of(last, day) - top).translated(-self._scrolled)
        painter.setPen(QPen(self._look.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(2, 1, -2, -1))
        told = f"{format_time(first.time())}-{format_time(last.time())}"
        drawing.lay(told, font, box.width(), most=1).draw(painter, box, _CENTRE)

    def _paint_heads(self, painter: QPainter, grid: Grid) -> None:
        """Draw days and hours over what was scrolled under them."""
        at, view, look = self._scrolled, self.viewport(), self._look
        painter.fillRect(QRectF(0, 0, grid.left, view.height()), look.colour("surface"))
        painter.setPen(look.colour("quiet"))
        for hour in range(grid.first, grid.last):
            y = grid.top + (hour - grid.first) * grid.hour - at.y()
            block = drawing.lay(f"{hour:02}:00", look.font(TYPE.small), grid.left, most=1)
            block.draw(painter, QRectF(0, y, grid.left, block.height), _CENTRE)
        painter.fillRect(QRectF(0, 0, view.width(), grid.top), look.colour("raised"))
        painter.setPen(look.colour("text"))
        font = look.font(TYPE.small, bold=True)
        for nth, day in enumerate(grid.days, start=1):
            box = QRectF(grid.x_of(day) - at.x(), 0, grid.column, grid.top).adjusted(4, 0, -4, 0)
            told = self._voice.text(day_words(nth, day, self._voice.language))
            drawing.lay(told, font, box.width(), most=_HEAD_LINES).draw(painter, box, _CENTRE)
        painter.fillRect(QRectF(0, 0, grid.left, grid.top), look.colour("raised"))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show all of a block's words as tooltip, for in a low block there is little room."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            key = self.key_at(QPointF(event.pos()))
            if key:
                tooltip.show(QPoint(event.globalPos()), self.words(key).told, self.viewport())
            else:
                tooltip.hide()
            return True
        return super().viewportEvent(event)
