"""The lines of an event's history as a table, which asks for more when somebody scrolls to its end."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.table import dress_table
from signin.desk.look.look import Look
from signin.desk.look.texts_model import NOWHERE, Index, TextsModel
from signin.desk.look.tokens import TYPE
from signin.desk.look.voice import Voice
from signin.lao.numbers import format_moment
from signin.services.history_lines import EventLine
from signin.words import mark, say

_NAME = 2


class LinesModel(TextsModel):
    """The lines read so far. Emits `wanted` when more are to be read."""

    wanted = Signal()

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(voice, parent)
        self.items: list[EventLine] = []
        self._more = self._asked = False

    def show(self, lines: Sequence[EventLine], *, more: bool) -> None:
        """Show other lines from the beginning."""
        self.beginResetModel()
        self.items, self._more, self._asked = list(lines), more, False
        self.endResetModel()

    def add(self, lines: Sequence[EventLine], *, more: bool) -> None:
        """Show more lines under those that are there."""
        self._more, self._asked = more, False
        if lines:
            first = len(self.items)
            self.beginInsertRows(NOWHERE, first, first + len(lines) - 1)
            self.items += lines
            self.endInsertRows()

    def line(self, row: int) -> EventLine | None:
        """Give the line in a row."""
        return self.items[row] if 0 <= row < len(self.items) else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more lines."""
        return not parent.isValid() and self._more and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        """Ask for more lines; they come later."""
        self._asked = True
        self.wanted.emit()

    def heads(self) -> list[str]:
        """Give the heads."""
        return [head for head, _, _ in _COLUMNS]

    def cell(self, item: EventLine, column: int) -> str:
        """Give the text of a cell."""
        return _COLUMNS[column][1](self._voice, item)


def when(one: EventLine) -> str:
    """Write day and time in few letters; beside the table they stand in full."""
    return format_moment(one.line.at)


def what(voice: Voice, one: EventLine) -> str:
    """Say what happened, and why if somebody said."""
    told = voice.text(one.line.message)
    return f"{told} · {one.line.reason}" if one.line.reason else told


def who(one: EventLine) -> str:
    """Write number and name."""
    return f"{one.who.number} · {one.who.name}" if one.who else ""


_COLUMNS: tuple[tuple[str, Callable[[Voice, EventLine], str], int], ...] = (
    (mark("When"), lambda _, one: when(one), 8),
    (mark("What happened"), what, 15),
    (mark("Who"), lambda _, one: who(one), 8),
    (mark("Desk"), lambda _, one: one.line.desk, 4),
)
"""Head, cell and share of the width of each column."""


class LinesTable(QTableView):
    """Emits `moved` when another line is chosen. All rows are of one height, for there may be very many."""

    moved = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.lines = LinesModel(voice, self)
        self.setModel(self.lines)
        self.setItemDelegate(LaoDelegate(self))
        self.setItemDelegateForColumn(_NAME, LaoDelegate(self, breaks="spaces"))
        dress_table(self)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        voice.tell(self, self.setAccessibleName, say("What happened, the latest first"))
        voice.tell(
            self, self.setAccessibleDescription, say("Arrows choose; beside it stands what a line is about.")
        )
        look.changed.connect(self._fit)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit())
        self._fit()

    @property
    def chosen(self) -> EventLine | None:
        """The line chosen."""
        return self.lines.line(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def show_lines(self, lines: Sequence[EventLine], *, more: bool) -> None:
        """Show other lines; the latest is chosen."""
        self.lines.show(lines, more=more)
        if lines:
            self.selectRow(0)
        self.scrollToTop()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shares = [share for _, _, share in _COLUMNS]
        width = self.viewport().width()
        for column, share in enumerate(shares):
            self.setColumnWidth(column, width * share // sum(shares))
        row = drawing.hand(self._look.font(TYPE.body)).row()
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row)
