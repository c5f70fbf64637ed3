"""A table of short texts: whatever is listed beside an import."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.texts_model import TextsModel
from signin.desk.look.tokens import TYPE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.words import Message, mark

Cells = Sequence[str | Message]
Heads = Sequence[tuple[str, int]]
"""Each column's head and its share of the width."""
_FITTED = 300
"""Longer tables have rows of one line: to measure each would hold the window."""


class RowsModel(TextsModel):
    """Rows of texts and messages."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(voice, parent)
        self._heads: Heads = ()

    def show(self, heads: Heads, rows: Sequence[Cells]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._heads, self.items = heads, rows
        self.endResetModel()

    def heads(self) -> list[str]:
        """Give the heads."""
        return [head for head, _ in self._heads]

    def cell(self, item: Cells, column: int) -> str:
        """Give the text of a cell."""
        cell = item[column]
        return self._voice.text(cell) if isinstance(cell, Message) else cell


class RowsTable(QTableView):
    """Emits `taken` with a row's place for Enter or a double click, `moved` when another row is chosen."""

    taken = Signal(int)
    moved = Signal()

    def __init__(self, voice: Voice, look: Look, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.rows = RowsModel(voice, self)
        self._shares: Sequence[int] = ()
        self.setModel(self.rows)
        self.setItemDelegate(LaoDelegate(self, most_lines=2))
        dress_table(self)
        voice.tell(self, self.setAccessibleName, name)
        voice.changed.connect(self._fit)
        look.changed.connect(self._fit)
        self.doubleClicked.connect(lambda index: self.taken.emit(index.row()))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())

    def show_rows(self, heads: Heads, rows: Sequence[Cells]) -> None:
        """Show other rows; the first is chosen."""
        self._shares = [share for _, share in heads]
        self.rows.show(heads, rows)
        if rows:
            self.selectRow(0)
        self._fit()
        self.moved.emit()

    @property
    def row(self) -> int | None:
        """The place of the row chosen."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def texts(self) -> list[list[str]]:
        """Give everything that stands in the table, as it is shown."""
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        return [[self.rows.index(row, column).data() for column in range(columns)] for row in range(rows)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the row with Enter."""
        if event.key() in ENTER and not event.isAutoRepeat() and self.row is not None:
            self.taken.emit(self.row)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width, whole = self.viewport().width(), sum(self._shares)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, width * share // whole)
        row = drawing.hand(self._look.font(TYPE.body)).row()
        self.horizontalHeader().setFixedHeight(row)
        self.verticalHeader().setDefaultSectionSize(row)
        if self.rows.rowCount() <= _FITTED:
            self.resizeRowsToContents()
        self._keep_room(row)

    def _keep_room(self, row: int) -> None:
        """Be never so low that the head and a row are not seen whole."""
        highest = max((self.rowHeight(nth) for nth in range(min(self.rows.rowCount(), _FITTED))), default=row)
        self.setMinimumHeight(row + highest + 2 * self.frameWidth())


PERSON_HEADS: Heads = (
    (mark("No."), 2),
    (mark("Name"), 7),
    (mark("Position"), 5),
    (mark("Organisation"), 9),
)
