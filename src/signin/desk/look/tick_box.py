"""A box to tick with its word, drawn so that it is seen in both themes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message

_HOOK = ((0.28, 0.52), (0.44, 0.68), (0.74, 0.34))
_ANY = 1 << 20


def paint_tick(painter: QPainter, look: Look, place: QRectF, *, ticked: bool) -> None:
    """Paint the box in a square, with its hook where it is ticked."""
    colour = look.colour("accent")
    round_ = look.px(SPACE.hair)
    painter.setPen(QPen(colour if ticked else look.colour("edge"), SPACE.ring))
    painter.setBrush(colour if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), round_, round_)
    if ticked:
        pen = QPen(look.colour("on_accent"), 0.12 * place.width())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        at = [QPointF(place.left() + x * place.width(), place.top() + y * place.height()) for x, y in _HOOK]
        painter.drawPolyline(at)


class TickBox(QCheckBox):
    """A click anywhere on it, or Space, ticks."""

    def __init__(self, voice: Voice, look: Look, word: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        voice.tell(self, self._say, word)
        look.changed.connect(self.updateGeometry)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for box and word."""
        font = self._look.font(TYPE.body)
        word = drawing.lay(self.text(), font, _ANY, most=1)
        wide = self._left() + word.width + self._look.px(SPACE.small)
        return QSize(wide, drawing.hand(font).row() + 2 * self._look.px(SPACE.hair))

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere."""
        return self.rect().contains(pos)

    def _left(self) -> int:
        return self._look.px(SPACE.icon) + 2 * self._look.px(SPACE.small)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and word, and the ring of the focus."""
        look, side = self._look, self._look.px(SPACE.icon)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        place = QRectF(look.px(SPACE.small), (self.height() - side) / 2, side, side)
        paint_tick(painter, look, place, ticked=self.isChecked())
        painter.setPen(look.colour("text"))
        word = QRectF(self._left(), 0, self.width() - self._left(), self.height())
        block = drawing.lay(self.text(), look.font(TYPE.body), word.width(), most=1)
        block.draw(painter, word, Qt.AlignmentFlag.AlignVCenter)
        if self.hasFocus():
            painter.setPen(QPen(look.colour("focus"), SPACE.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, look.px(SPACE.radius), look.px(SPACE.radius))
        painter.end()
