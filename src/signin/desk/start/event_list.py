"""The events of the store as a list: title, days and place, and how many people are expected."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.drawing import Block
from signin.desk.look.look import Look
from signin.desk.look.row_ground import paint_ground
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.lao.numbers import format_range
from signin.services.beginning import Held
from signin.words import say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EventModel(QAbstractListModel):
    """The events in the order given; the words about them are said in the window's language."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._events: Sequence[Held] = ()
        self._today: date | None = None
        self._open_id: str | None = None

    def show(self, events: Sequence[Held], today: date | None, open_id: str | None) -> None:
        """Show other events; which day it is, and whose door is open."""
        self.beginResetModel()
        self._events, self._today, self._open_id = events, today, open_id
        self.endResetModel()

    def held(self, row: int) -> Held:
        """Give the event in a row."""
        return self._events[row]

    def is_today(self, row: int) -> bool:
        """Tell whether an event is on today."""
        event = self._events[row].event
        return self._today is not None and event.starts_on <= self._today <= event.ends_on

    def marks(self, row: int) -> str:
        """Say whether it is today, and whether its door is open."""
        is_open = self._events[row].event.id == self._open_id
        told = (say("Today") if self.is_today(row) else None, say("Door open") if is_open else None)
        return " · ".join(self._voice.text(one) for one in told if one is not None)

    def days_and_venue(self, row: int) -> str:
        """Say when and where."""
        event = self._events[row].event
        days = format_range(event.starts_on, event.ends_on, self._voice.language)
        return " · ".join(filter(None, (days, event.venue)))

    def people(self, row: int) -> str:
        """Say how many are expected."""
        return self._voice.text(say("people: {count}", count=self._events[row].people))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many events there are."""
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give all of an event in words; the title whole in the tooltip."""
        row = index.row()
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._events[row].event.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(filter(None, self._told(row)))
        return None

    def _told(self, row: int) -> tuple[str, ...]:
        return (self._events[row].event.title, self.marks(row), self.days_and_venue(row), self.people(row))


class EventDelegate(QStyledItemDelegate):
    """Draws an event in two lines: the title, under it marks, days and place; the people at the right."""

    def __init__(self, look: Look, model: EventModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for two lines and some air."""
        high = drawing.hand(self._look.font(TYPE.strong, bold=True)).height(1)
        high += drawing.hand(self._look.font(TYPE.body)).height(1)
        return QSize(self._look.px(200), high + 2 * self._look.px(SPACE.small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one event."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        row, whole, gap = index.row(), QRectF(option.rect), self._look.px(SPACE.small)
        painter.save()
        paint_ground(painter, self._look, whole, chosen=chosen)
        box = whole.adjusted(2 * gap, gap, -2 * gap, -gap)
        people = self._lay(self._model.people(row), TYPE.strong, box.width() / 3, bold=True)
        painter.setPen(self._look.colour("text"))
        people.draw(painter, box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = box.adjusted(0, 0, -people.width - gap, 0)
        title = self._lay(self._model.held(row).event.title, TYPE.strong, left.width(), bold=True)
        title.draw(painter, left, Qt.AlignmentFlag.AlignTop)
        if marks := self._model.marks(row):
            said = self._lay(marks, TYPE.body, left.width() / 2)
            painter.setPen(self._look.colour("accent"))
            said.draw(painter, left, Qt.AlignmentFlag.AlignBottom)
            left.setLeft(left.left() + said.width + 2 * gap)
        painter.setPen(self._look.colour("quiet"))
        under = self._lay(self._model.days_and_venue(row), TYPE.body, left.width())
        under.draw(painter, left, Qt.AlignmentFlag.AlignBottom)
        painter.restore()

    def _lay(self, text: str, size: float, width: float, *, bold: bool = False) -> Block:
        return drawing.lay(text, self._look.font(size, bold=bold), width, most=1)


class EventList(QListView):
    """Emits `chosen` with an event's id, for Enter, Space or a click."""

    chosen = Signal(str)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events = EventModel(voice, self)
        self.setModel(self.events)
        self.setItemDelegate(EventDelegate(look, self.events, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        voice.tell(self, self.setAccessibleName, say("Events"))
        voice.tell(self, self.setAccessibleDescription, say("Arrows choose, Enter opens."))
        voice.changed.connect(self.viewport().update)
        look.changed.connect(self.doItemsLayout)
        self.clicked.connect(self._choose)

    def show_events(
        self, events: Sequence[Held], *, today: date | None = None, open_id: str | None = None
    ) -> None:
        """Show events; chosen is what was chosen before, else whose door is open, one of today, the first."""
        before = self.current
        self.events.show(events, today, open_id)
        ids = [held.event.id for held in events]
        if ids:
            now_on = [one for row, one in enumerate(ids) if self.events.is_today(row)]
            chosen = next(one for one in (before, open_id, *now_on, ids[0]) if one in ids)
            self.setCurrentIndex(self.events.index(ids.index(chosen)))

    @property
    def current(self) -> str | None:
        """The id of the event that the selection is on."""
        index = self.currentIndex()
        return self.events.held(index.row()).event.id if index.isValid() else None

    def _choose(self, index: Index) -> None:
        self.chosen.emit(self.events.held(index.row()).event.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and Space."""
        if event.key() in (*ENTER, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)
