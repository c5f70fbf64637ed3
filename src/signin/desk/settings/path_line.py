"""Where something is on this computer: its path, to be read, selected and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.words import Message, say


class PathLine(QWidget):
    """A label, the path in a line that is not written in, and a button that copies it."""

    def __init__(
        self, voice: Voice, look: Look, label: Message, path: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name, self.line = LaoLabel(), QLineEdit()
        dress(name, ink="quiet", type="small")
        voice.tell(name, name.setText, label)
        voice.tell(self.line, self.line.setAccessibleName, label)
        self.line.setReadOnly(True)
        self.copy = ActionButton(voice, look, say("Copy the path"), "copy", kind="quiet")
        self.copy.clicked.connect(self._copy)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row.addWidget(self.line, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(name)
        column.addLayout(row)
        self.show_path(path)

    def show_path(self, path: str) -> None:
        """Show another path; "" is none."""
        self.line.setText(path)
        self.line.setCursorPosition(0)
        self.copy.setEnabled(bool(path))

    def _copy(self) -> None:
        self.line.selectAll()
        self.line.copy()
