"""A cell of the roster that is typed into: over the table, with what is known below it and what is amiss."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QTableView, QVBoxLayout

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.words import Message

_LEAST_WIDTH = 240


class CellEditor(QFrame):
    """Emits `kept` with the text and where to go on: 0 here, 1 the next cell, -1 the one before; `left` on Esc.

    It stays until whoever opened it takes it away, so that a text that was refused is still there.
    """

    kept = Signal(str, int)
    left = Signal()

    def __init__(
        self, voice: Voice, look: Look, head: Message, text: str, known: Iterable[str], table: QTableView
    ) -> None:
        super().__init__(table.viewport())
        self._look, self._table = look, table
        self.first = text
        self.setProperty("kind", "card")
        self.field = Field(voice, look, head, completions=known)
        self.field.label.hide()
        self.field.set_text(text)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.changed.connect(lambda _: self._fit())

    def open_over(self, cell: QRect) -> None:
        """Stand over a cell, and take the keys."""
        self.move_over(cell)
        self.show()
        self.raise_()
        self.field.edit.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_over(self, cell: QRect) -> None:
        """Stand over a cell that is somewhere else now."""
        self._cell = cell
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the cell or a little more, as high as what is said, and never out of sight."""
        around, cell = self._table.viewport().rect(), self._cell
        width = min(max(cell.width(), self._look.px(_LEAST_WIDTH)), around.width())
        layout = self._whole
        height = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.sizeHint().height()
        over = max(0, height - cell.height()) // 2 if self.field.complaint is None else 0
        left = max(0, min(cell.left(), around.width() - width))
        top = max(0, min(cell.top() - over, around.height() - height))
        self.setGeometry(left, top, width, height)

    def complain(self, message: Message) -> None:
        """Say under the line what is amiss; what was typed stays."""
        self.setEnabled(True)
        self.field.complain(message)
        self._fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """Give what is typed."""
        return self.field.text()

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts."""
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep what was typed on Enter, leave it on Esc."""
        if event.key() in ENTER:
            if not event.isAutoRepeat():
                self.kept.emit(self.text(), 0)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            event.accept()  # the table below hears no key of ours

    def focusNextPrevChild(self, following: bool) -> bool:  # noqa: FBT001 - Qt's
        """Keep what was typed on Tab, and go on to the next cell."""
        self.kept.emit(self.text(), 1 if following else -1)
        return True
