"""The search field: what is typed anywhere comes here, and Enter checks in the one who is meant."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from signin.desk.look.line import Line
from signin.desk.look.voice import Voice
from signin.domain import codes
from signin.lao.numbers import to_latin_digits
from signin.services.find import HIGHEST_NUMBER
from signin.words import say

MOST_HITS = 30
_PAGE = 5
_LONGEST = 200
"""No name is longer; a page that is pasted by mistake would hold the window while it is looked for."""
_MOST_DIGITS = len(str(HIGHEST_NUMBER))


def digits_in(text: str) -> str:
    """Give the digits that are typed, of whatever script, as Latin ones; nothing where anything else is."""
    typed = to_latin_digits(text.strip())
    return typed if typed.isdecimal() else ""


def number_in(text: str) -> int | None:
    """Give the number that is typed; None where anything else is, or more digits than a roster's number has."""
    digits = digits_in(text)
    return int(digits) if 0 < len(digits) <= _MOST_DIGITS else None


class SearchField(Line):
    """A line to type a name, a number, an office or a phone; arrows move in the hits.

    `entered` is told on Enter, `stepped` on arrow keys, `code_typed` when a whole code was typed by hand.
    """

    entered = Signal()
    stepped = Signal(int)
    code_typed = Signal(str)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        voice.tell(self, self.setPlaceholderText, say("Type a name, number, organisation or phone …"))
        voice.tell(self, self.setAccessibleName, say("Find a person"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give arrows and Enter to the list of hits; Escape empties the field."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE,
            Qt.Key.Key_PageUp: -_PAGE,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Take a code that was typed by hand for a scan."""
        code = codes.cleaned(self.text())
        if codes.is_whole(code):
            self.clear()
            self.code_typed.emit(code)
        else:
            self.entered.emit()
