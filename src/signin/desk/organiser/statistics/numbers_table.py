"""The numbers of a view as a table, its total last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.lao.numbers import format_number
from signin.services.statistics import VIEWS, Statistics, View, table_of
from signin.words import Message, say

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEAD_LINES = 3
_NAME_SHARE = 2.4
"""How many columns of numbers the column of names is as wide as."""


class NumbersModel(QAbstractTableModel):
    """A view's rows."""

    def __init__(self, voice: Voice, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._name = ""
        self._heads: tuple[str, ...] = ()
        self._rows: Sequence[tuple[Message, tuple[int, ...]]] = ()
        self._has_total = False
        self._widths: list[int] = []
        voice.changed.connect(self.layoutChanged)

    def show(self, found: Statistics, view: View) -> None:
        """Show other figures."""
        self.beginResetModel()
        self._name = VIEWS[view]
        self._heads, self._rows = table_of(found, view)
        self._has_total = view is not View.SESSIONS
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many columns there are."""
        return 0 if parent.isValid() else len(self._heads) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give text, side and letters of a cell; the total is bold."""
        if role == Qt.ItemDataRole.FontRole and self._has_total and index.row() == len(self._rows) - 1:
            return self._look.font(TYPE.body, bold=True)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        label, numbers = self._rows[index.row()]
        if index.column() == 0:
            return self._voice.text(label)
        return format_number(numbers[index.column() - 1], self._voice.language)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's
        """Give the head of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return self._broken(self._voice.text(self._heads[section - 1] if section else self._name), section)
        return None

    def fit(self, widths: Sequence[int]) -> None:
        """Know how wide the columns are: a head breaks its lines itself, for Qt does not know Lao words."""
        self._widths = list(widths)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(widths) - 1)

    @property
    def head_lines(self) -> int:
        """How many lines the longest head takes."""
        horizontal = Qt.Orientation.Horizontal
        heads = (str(self.headerData(section, horizontal)) for section in range(self.columnCount()))
        return max((head.count("\n") + 1 for head in heads), default=1)

    def _broken(self, text: str, section: int) -> str:
        if section >= len(self._widths):
            return text
        room = self._widths[section] - 2 * self._look.px(SPACE.small)
        return "\n".join(drawing.lay(text, self._look.font(TYPE.body), room, most=_HEAD_LINES).lines)


class NumbersTable(QTableView):
    """Shows a view's numbers; heads take up to three lines."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.numbers = NumbersModel(voice, look, self)
        self.setModel(self.numbers)
        self.setItemDelegate(LaoDelegate(self, most_lines=2))
        dress_table(self)
        voice.tell(self, self.setAccessibleName, say("The numbers of the chart"))
        voice.changed.connect(self._fit)
        look.changed.connect(self._fit)

    def show_figures(self, found: Statistics, view: View) -> None:
        """Show other figures; the row that was looked at stays in sight."""
        at = self.verticalScrollBar().value()
        self.numbers.show(found, view)
        self._fit()
        self.verticalScrollBar().setValue(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        columns = self.numbers.columnCount()
        width = self.viewport().width()
        one = int(width / (columns - 1 + _NAME_SHARE))
        widths = [width - (columns - 1) * one, *([one] * (columns - 1))] if columns else []
        for column, wide in enumerate(widths):
            self.setColumnWidth(column, wide)
        self.numbers.fit(widths)
        self.horizontalHeader().setFixedHeight(
            drawing.hand(self._look.font(TYPE.body)).row(self.numbers.head_lines)
        )
        self.verticalHeader().setDefaultSectionSize(drawing.hand(self._look.font(TYPE.body)).row())
