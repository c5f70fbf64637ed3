"""A chip that is switched on and off: one of the ways in which people are picked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from signin.desk.letters import drawing
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message

_ANY = 1 << 20


class FilterChip(QAbstractButton):
    """Filled and with a tick while it is on; a click or Space switches it, and it emits `toggled`."""

    def __init__(self, voice: Voice, look: Look, word: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        voice.tell(self, self._say, word)
        self.toggled.connect(lambda _: self.updateGeometry())
        look.changed.connect(self.updateGeometry)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()

    def _font(self) -> QFont:
        return self._look.font(TYPE.small)

    def _tick(self) -> int:
        """Give the room of the tick, which is kept free while it is off: chips do not move."""
        return drawing.hand(self._font()).em + self._look.px(SPACE.hair)

    def sizeHint(self) -> QSize:
        """Ask for tick, word and round ends."""
        block = drawing.lay(self.text(), self._font(), _ANY, most=1)
        edge = self._look.px(SPACE.small)
        return QSize(block.width + self._tick() + 2 * edge, block.hand.row() + 2 * SPACE.ring)

    def minimumSizeHint(self) -> QSize:
        """Ask for the tick and a little of the word."""
        return QSize(min(self.sizeHint().width(), 5 * self._tick()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, tick and word, and the ring of the focus."""
        painter, on = QPainter(self), self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        ink = self._look.colour("on_accent" if on else "text")
        edge, em = self._look.px(SPACE.small), drawing.hand(self._font()).em
        if on:
            icons.paint(painter, "check", ink, QRectF(edge, (self.height() - em) / 2, em, em))
        shift = self._tick() if on else self._tick() / 2
        word = QRectF(self.rect()).adjusted(edge + shift, 0, -edge, 0)
        painter.setPen(ink)
        block = drawing.lay(self.text(), self._font(), word.width(), most=1)
        block.draw(painter, word, Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        on, hover = self.isChecked(), self.underMouse()
        names = ("accent_deep" if hover else "accent") if on else ("selection" if hover else "surface")
        painter.setBrush(self._look.colour(names))
        painter.setPen(Qt.PenStyle.NoPen if on else QPen(self._look.colour("edge"), 1))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self.hasFocus():
            inner = box.adjusted(1.5, 1.5, -1.5, -1.5) if on else box
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("on_accent" if on else "focus"), SPACE.ring))
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
