"""The line into which a PIN is typed: digits of every writing, on every keyboard, shown as dots."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.scanner.scan_codes import character
from signin.domain.pin import MOST, digits
from signin.words import Message, say

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def typed_digit(event: QKeyEvent) -> str:
    """Give the digit that a key makes: by its text, Lao and Thai digits too, or by its place on the keyboard.

    On Lao, Thai and French keyboards the keys of the upper row make letters; without Shift their places tell. So
    do those of the keys at the right while Num Lock is off.
    """
    if event.modifiers() & _COMMANDS:
        return ""
    if made := digits(event.text()):
        return made
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return ""
    place = character(event.nativeScanCode(), shift=False)
    return place if place.isdecimal() else ""


class PinLine(QLineEdit):
    """Takes digits only; `refused` tells that another character was typed."""

    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(MOST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._clean)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write the digit of a key; refuse letters."""
        if digit := typed_digit(event):
            self.insert(digit)
        elif event.text().isprintable() and event.text() and not event.modifiers() & _COMMANDS:
            self.refused.emit()
        else:
            super().keyPressEvent(event)

    def _clean(self, text: str) -> None:
        """Keep the digits of what was pasted or composed."""
        if (clean := digits(text)) != text:
            self.setText(clean)


class PinField(Field):
    """A PIN with its label; what is no digit is refused under the line."""

    line = PinLine

    def __init__(self, voice: Voice, look: Look, label: Message, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, label, parent)
        assert isinstance(self.edit, PinLine)
        self.edit.refused.connect(self._refuse)

    def _refuse(self) -> None:
        self.complain(say("A PIN is of digits only."))
