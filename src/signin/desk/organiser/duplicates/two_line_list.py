"""A list of people in two lines each: the name, and under it what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from signin.desk.look.look import Look
from signin.desk.look.row_ground import paint_ground
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.words import Message, say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LinesModel(QAbstractListModel):
    """The lines in the order given; `say_line` gives name and words of an item, in the window's language."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.items: Sequence[Any] = ()
        self._say_line: Callable[[Any], tuple[str, Message]] = lambda _: ("", say("nothing"))

    def show(self, items: Sequence[Any], say_line: Callable[[Any], tuple[str, Message]]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items, self._say_line = items, say_line
        self.endResetModel()

    def line(self, row: int) -> tuple[str, str]:
        """Give the two lines of a row."""
        name, message = self._say_line(self.items[row])
        return name, self._voice.text(message)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many lines there are."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give a line in words."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return " · ".join(self.line(index.row()))
        return None


class LineDelegate(QStyledItemDelegate):
    """Draws the name, and under it quietly what is said."""

    def __init__(self, look: Look, model: LinesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Ask for two lines and some air."""
        high = drawing.hand(self._look.font(TYPE.body, bold=True)).height(1)
        high += drawing.hand(self._look.font(TYPE.small)).height(1)
        return QSize(self._look.px(120), high + 2 * self._look.px(SPACE.small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        whole, gap = QRectF(option.rect), self._look.px(SPACE.small)
        name, under = self._model.line(index.row())
        painter.save()
        paint_ground(painter, self._look, whole, chosen=chosen)
        box = whole.adjusted(2 * gap, gap, -gap, -gap)
        painter.setPen(self._look.colour("text"))
        first = drawing.lay(name, self._look.font(TYPE.body, bold=True), box.width(), breaks="spaces", most=1)
        first.draw(painter, box, Qt.AlignmentFlag.AlignTop)
        painter.setPen(self._look.colour("quiet"))
        second = drawing.lay(under, self._look.font(TYPE.small), box.width(), most=1)
        second.draw(painter, box, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


class TwoLineList(QListView):
    """Emits `moved` when another line is chosen, `entered` for Enter, the right arrow or a double click."""

    moved = Signal()
    entered = Signal()

    def __init__(self, voice: Voice, look: Look, label: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel(voice, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(look, self.lines, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        voice.tell(self, self.setAccessibleName, label)
        voice.tell(self, self.setAccessibleDescription, say("Arrows choose, Enter goes to the two people."))
        voice.changed.connect(self.viewport().update)
        look.changed.connect(self.doItemsLayout)
        self.selectionModel().selectionChanged.connect(lambda *_: self.moved.emit())
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def show_items(self, items: Sequence[Any], say_line: Callable[[Any], tuple[str, Message]]) -> None:
        """Show items; the row that was chosen is still chosen, else the last before it."""
        row = max(self.currentIndex().row(), 0)
        self.lines.show(items, say_line)
        if items:
            self.setCurrentIndex(self.lines.index(min(row, len(items) - 1)))
        else:
            self.moved.emit()

    @property
    def current(self) -> Any:  # noqa: ANN401 - whatever was shown
        """The item chosen, None without one."""
        index = self.currentIndex()
        return self.lines.items[index.row()] if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the two people."""
        if event.key() in (*ENTER, Qt.Key.Key_Right) and self.currentIndex().isValid():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
