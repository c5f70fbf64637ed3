"""The list that shows lines: arrow keys move, Space ticks, Enter chooses; and a field that filters it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QListView, QStyleOptionViewItem, QVBoxLayout, QWidget

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception.lines import Line, LineDelegate, LineModel
from signin.words import Message

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_LEAST_ROWS = 2


class LineList(QListView):
    """Emits `chosen` with the key on a click or Enter; where there are boxes, `ticked` on a click or Space.

    A line with a box leaves Enter to the panel, and so do all where nothing is to be chosen (`chooses`).
    `copied` on the copy keys.
    """

    chosen = Signal(str)
    ticked = Signal(str)
    copied = Signal(str)

    def __init__(
        self, voice: Voice, look: Look, name: Message, parent: QWidget | None = None, *, chooses: bool = True
    ) -> None:
        super().__init__(parent)
        self.chooses = chooses
        self.model_of_lines = LineModel(self)
        self.setModel(self.model_of_lines)
        self.setItemDelegate(LineDelegate(look, self.model_of_lines, self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        voice.tell(self, self.setAccessibleName, name)
        self.clicked.connect(lambda _index: self.act())
        look.changed.connect(self.doItemsLayout)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines shown."""
        return self.model_of_lines.lines

    @property
    def current(self) -> Line | None:
        """The line selected."""
        row = self.currentIndex().row()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; what was selected stays so, else the first that is no heading."""
        if tuple(lines) == self.lines:
            return
        kept = self.current.key if self.current else ""
        place = self.verticalScrollBar().value()
        self.model_of_lines.show(lines)
        keys = [line.key for line in lines]
        stays = bool(kept) and kept in keys
        self.select(kept if stays else next(filter(None, keys), ""))
        self.verticalScrollBar().setValue(place if stays else 0)

    def select(self, key: str) -> None:
        """Select the line with this key."""
        row = next((row for row, line in enumerate(self.lines) if key and line.key == key), None)
        if row is not None:
            self.setCurrentIndex(self.model_of_lines.index(row))

    def act(self) -> None:
        """Choose the line selected, or tick it."""
        if (line := self.current) is not None and self.chooses:
            (self.chosen if line.ticked is None else self.ticked).emit(line.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose on Enter, tick on Space, copy on the copy keys."""
        line = self.current
        if line is None:
            event.ignore() if event.key() in _ENTER else super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.act() if self.chooses and line.ticked is None else event.ignore()
        elif event.key() == Qt.Key.Key_Space:
            self.act()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit(line.key)
        else:
            super().keyPressEvent(event)

    def fit(self, most: int) -> None:
        """Be as high as the lines, of which there are at most so many."""
        row = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(min(most, max(len(self.lines), 1)) * row + 2 * self.frameWidth() + SPACE.ring)

    def sizeHint(self) -> QSize:
        """Ask for no more than a few lines; a list takes what room is left."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a few lines."""
        row = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex())
        return QSize(row.width(), _LEAST_ROWS * row.height())


class FilteredLines(QWidget):
    """A list with a field above it that tells what it shows; from the field, arrows and Enter go to the list.

    `column` takes what stands between them at place 1.
    """

    typed = Signal(str)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        label: Message,
        name: Message,
        parent: QWidget | None = None,
        *,
        chooses: bool = True,
    ) -> None:
        super().__init__(parent)
        self.filter = Field(voice, look, label)
        self.list = LineList(voice, look, name, chooses=chooses)
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(SPACE.small))
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.filter)
        self.filter.changed.connect(self.typed)
        self.filter.edit.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the list the keys that are for it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._is_for_list(event):
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            return not self.filter.edit.hasSelectedText()
        return event.key() in _MOVES or (event.key() in _ENTER and self.list.chooses)
