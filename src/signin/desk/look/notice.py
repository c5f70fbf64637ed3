"""A line that says what is amiss, with its shape, where it is amiss."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look import icons
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.domain.verdict import Tone
from signin.words import Message


class Notice(LaoLabel):
    """Hidden while there is nothing to say; what it says is told to screen readers at once."""

    def __init__(self, voice: Voice, look: Look, tone: Tone = Tone.STOP, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._voice, self._look, self._tone = voice, look, tone
        self.message: Message | None = None
        dress(self, ink=tone.value)
        look.changed.connect(self._space)
        self._space()
        self.hide()

    def tell(self, message: Message | None, tone: Tone | None = None) -> None:
        """Say something, in a tone; None says nothing and takes no room."""
        self.message, self._tone = message, tone or self._tone
        dress(self, ink=self._tone.value)
        self._voice.tell(self, self.setText, message or "")
        self.setVisible(message is not None)
        if message is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape of the tone before the first line."""
        super().paintEvent(event)
        its, side = drawing.hand(self.font()), self._side()
        middle = self._top() + drawing.TOP + its.above - its.metrics.capHeight() / 2
        painter = QPainter(self)
        box = QRectF(0, middle - side / 2, side, side)
        icons.paint(painter, icons.TONE_ICONS[self._tone], self._look.theme.words(self._tone), box)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Never be lower than a line with its shape."""
        return super().minimumSizeHint().expandedTo(QSize(0, self._side()))

    def _top(self) -> float:
        """Give where the first line begins; lines stand in the middle of a label that is too high."""
        return max(0.0, (self.height() - self.block().height) / 2)

    def _side(self) -> int:
        return self._look.px(SPACE.icon)

    def _space(self) -> None:
        self.setContentsMargins(self._side() + self._look.px(SPACE.small), 0, 0, 0)
        self.update()
