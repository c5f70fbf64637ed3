"""A few lines to type into, their label above, what is amiss below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message


class TextBox(QWidget):
    """Emits `changed` as it is typed or set; Tab goes on, Enter begins a line."""

    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        label: Message,
        placeholder: Message,
        parent: QWidget | None = None,
        *,
        lines: int = 2,
    ) -> None:
        super().__init__(parent)
        self._look, self._lines = look, lines
        self.label, self.edit, self._notice = LaoLabel(), QPlainTextEdit(), Notice(voice, look, copies=False)
        dress(self.label, ink="quiet", type="small")
        self.label.setBuddy(self.edit)
        self.edit.setTabChangesFocus(True)
        self.edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        voice.tell(self.label, self.label.setText, label)
        voice.tell(self.edit, self.edit.setAccessibleName, label)
        voice.tell(self.edit, self.edit.setPlaceholderText, placeholder)
        self.edit.textChanged.connect(self._change)
        self.setFocusProxy(self.edit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.label, self.edit, self._notice):
            self._column.addWidget(widget)
        look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        gap = self._look.px(SPACE.hair)
        self._column.setSpacing(gap)
        row = drawing.hand(self._look.font(TYPE.body)).leading
        self.edit.setFixedHeight(self._lines * row + 2 * self._look.px(SPACE.small))

    def text(self) -> str:
        """Give what is typed."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a text."""
        self.edit.setPlainText(text)

    def complain(self, message: Message | None) -> None:
        """Say what is amiss, until the text changes."""
        self._notice.tell(message)
        self.edit.setAccessibleDescription(self._notice.text())

    @property
    def complaint(self) -> Message | None:
        """What is amiss now."""
        return self._notice.message

    def _change(self) -> None:
        if self.complaint:
            self.complain(None)
        self.changed.emit()
