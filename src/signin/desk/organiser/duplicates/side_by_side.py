"""Two people side by side as a table: what differs is marked, and of it one side is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message, say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHARES = (4, 7, 7)
_MOST_LINES = 3
_DOT = 0.5
_ARROWS = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of both, which is marked where it differs; `chosen` is whose stands, None where nothing is chosen."""

    key: str
    label: Message
    cells: tuple[Message, Message]
    chosen: int | None = None
    differs: bool = False


class SidesModel(QAbstractTableModel):
    """The rows: what it is, and what is so on either side."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.rows: Sequence[Row] = ()
        self._heads: tuple[Message, ...] = ()
        voice.changed.connect(self.layoutChanged)

    def show(self, heads: tuple[Message, ...], rows: Sequence[Row]) -> None:
        """Show other rows; as many as before are changed in place."""
        if len(rows) == len(self.rows):
            self._heads, self.rows = heads, rows
            last = self.index(len(rows) - 1, len(_SHARES) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_SHARES) - 1)
            return
        self.beginResetModel()
        self._heads, self.rows = heads, rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many facts there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the label and both sides."""
        return 0 if parent.isValid() else len(_SHARES)

    def text(self, index: Index) -> str:
        """Give the words of a cell."""
        row = self.rows[index.row()]
        return self._voice.text(row.cells[index.column() - 1] if index.column() else row.label)

    def is_chosen(self, index: Index) -> bool | None:
        """Whether a side's fact stands; None where there is nothing to choose."""
        chosen = self.rows[index.row()].chosen
        return None if chosen is None or not index.column() else chosen == index.column() - 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the words of a cell, for screen readers with whether it is chosen."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            chosen = self.is_chosen(index)
            return (
                self.text(index) if not chosen else self._voice.text(say("{text}, chosen", text=self.text(index)))
            )
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Give the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and self._heads:
            return self._voice.text(self._heads[section])
        return None


class SideDelegate(QStyledItemDelegate):
    """Draws words, and beside those that can be chosen a circle, filled where they are."""

    def __init__(self, look: Look, model: SidesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the lines that the words take."""
        width = option.rect.width() or 1 << 20
        return QSize(width, self._lay(index, width).hand.row(len(self._lay(index, width).lines)) + self._gap())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        whole, chosen = QRectF(option.rect), self._model.is_chosen(index)
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(whole, self._look.colour("selection" if here else "surface"))
        painter.setPen(self._look.colour("line"))
        painter.drawLine(whole.bottomLeft(), whole.bottomRight())
        if chosen is not None:
            self._draw_circle(painter, whole, chosen=chosen)
        quiet = chosen is False or not index.column()
        painter.setPen(self._look.colour("quiet" if quiet else "text"))
        block = self._lay(index, whole.width())
        block.draw(painter, whole.adjusted(self._left(index), 0, -self._gap(), 0), Qt.AlignmentFlag.AlignVCenter)
        painter.restore()

    def _draw_circle(self, painter: QPainter, whole: QRectF, *, chosen: bool) -> None:
        side = self._look.px(SPACE.icon) - SPACE.hair
        middle = QPointF(whole.left() + self._gap() + side / 2, whole.center().y())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("accent" if chosen else "edge"), SPACE.ring))
        painter.drawEllipse(middle, side / 2, side / 2)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("accent"))
            painter.drawEllipse(middle, side / 2 * _DOT, side / 2 * _DOT)

    def _gap(self) -> int:
        return self._look.px(SPACE.small)

    def _left(self, index: Index) -> int:
        """Give where the words begin: behind the circle, also in cells that have none."""
        return self._gap() if not index.column() else self._look.px(SPACE.icon) + 2 * self._gap()

    def _lay(self, index: Index, width: float) -> drawing.Block:
        room = width - self._left(index) - self._gap()
        differs = self._model.rows[index.row()].differs
        font = self._look.font(TYPE.body, bold=differs and self._model.is_chosen(index) is not False)
        return drawing.lay(self._model.text(index), font, room, most=_MOST_LINES)


class SideBySide(QTableView):
    """Emits `chosen` with a row's key and a side, for a click, the arrows or Space; `left` for going back."""

    chosen = Signal(str, int)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.sides = SidesModel(voice, self)
        self.setModel(self.sides)
        self.setItemDelegate(SideDelegate(look, self.sides, self))
        dress_table(self)
        self.setAlternatingRowColors(False)
        voice.tell(self, self.setAccessibleName, say("The two people side by side"))
        told = say("Up and down go from fact to fact, left and right choose whose stands.")
        voice.tell(self, self.setAccessibleDescription, told)
        voice.changed.connect(self._fit)
        look.changed.connect(self._fit)
        self.clicked.connect(self._choose_at)

    def show_rows(self, heads: tuple[Message, ...], rows: Sequence[Row]) -> None:
        """Show two people, the first fact that can be chosen at hand."""
        others = [row.key for row in rows] != [row.key for row in self.sides.rows]
        self.sides.show(heads, rows)
        if rows and (others or not self.currentIndex().isValid()):
            self.selectRow(0)
        self._fit()

    def _choose_at(self, index: Index) -> None:
        self._choose(index.row(), index.column() - 1)

    def _choose(self, row: int, side: int) -> None:
        if side in (0, 1) and self.sides.rows[row].chosen is not None:
            self.chosen.emit(self.sides.rows[row].key, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a side with the arrows, the other one with Space."""
        row = self.currentIndex().row()
        key = Qt.Key(event.key())
        if row >= 0 and key in _ARROWS:
            self._choose(row, _ARROWS[key])
        elif row >= 0 and key == Qt.Key.Key_Space:
            self._choose(row, 1 - (self.sides.rows[row].chosen or 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, width * share // sum(_SHARES))
        self.horizontalHeader().setFixedHeight(drawing.hand(self._look.font(TYPE.body)).row())
        self.resizeRowsToContents()
