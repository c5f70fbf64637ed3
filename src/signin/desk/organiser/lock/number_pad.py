"""Digits to click on, for a PIN by mouse or finger alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from signin.desk.look import icons
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message, say

_ROWS = ("123", "456", "789", "C0<")
_KEY = (76, 52)


class NumberPad(QWidget):
    """Emits `pressed` with a digit, `back` for the last one taken away, `cleared` for all.

    The focus stays where it is. Who types needs no pad, so Tab passes it by.
    """

    pressed = Signal(str)
    back = Signal()
    cleared = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.keys: dict[str, QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, signs in enumerate(_ROWS):
            for column, sign in enumerate(signs):
                self._grid.addWidget(self._key(sign), row, column)
        look.changed.connect(self._measure)
        self._measure()

    def _key(self, sign: str) -> QPushButton:
        key = _Key(self._look, {"C": "close", "<": "left"}.get(sign, ""))
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress(key, type="title")
        match sign:
            case "C":
                self._name(key, say("Clear all digits"))
                key.clicked.connect(self.cleared)
            case "<":
                self._name(key, say("Take the last digit away"))
                key.clicked.connect(self.back)
            case _:
                key.setText(sign)
                key.clicked.connect(lambda: self.pressed.emit(sign))
        self.keys[sign] = key
        return key

    def _name(self, key: QPushButton, word: Message) -> None:
        self._voice.tell(key, key.setAccessibleName, word)
        self._voice.tell(key, key.setToolTip, word)

    def _measure(self) -> None:
        self._grid.setSpacing(self._look.px(SPACE.small))
        for key in self.keys.values():
            key.setFixedSize(QSize(*map(self._look.px, _KEY)))


class _Key(QPushButton):
    """A digit, or an icon."""

    def __init__(self, look: Look, icon_name: str) -> None:
        super().__init__()
        self._look, self._icon_name = look, icons.named(icon_name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the middle, as sharp as the screen is."""
        super().paintEvent(event)
        if not self._icon_name:
            return
        side, painter = self._look.px(SPACE.icon), QPainter(self)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, self._icon_name, self._look.colour("text" if self.isEnabled() else "quiet"), box)
        painter.end()
