"""The counts that stay in sight: how many are here of how many, women, and by organisation or category."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters import drawing, fonts
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.domain.event import Mode
from signin.services.board import Board, Counts
from signin.words import Message, say

_FULL = 360 * 16
_RING = 10
_FOUR_DIGITS = 1000


class Ring(QWidget):
    """How many of those expected have arrived, as a ring around the number."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._arrived = self._expected = 0
        look.changed.connect(self.update)
        voice.changed.connect(self._retell)

    def show_counts(self, arrived: int, expected: int) -> None:
        """Show other numbers."""
        self._arrived, self._expected = arrived, expected
        self._retell()

    def told(self) -> Message:
        """Give the numbers in words."""
        return say("{arrived} of {expected} have arrived", arrived=self._arrived, expected=self._expected)

    def sizeHint(self) -> QSize:
        """Ask for a square."""
        side = round(132 * self._look.scale)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Ask for no less."""
        return self.sizeHint()

    def _retell(self) -> None:
        self.setAccessibleName(self._voice.text(self.told()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the numbers in it."""
        theme, painter = self._look.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 2 * _RING
        ring = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        share = min(1.0, self._arrived / self._expected) if self._expected else 0.0
        for colour, span in ((theme.line, 1.0), (theme.go, share)):
            painter.setPen(QPen(QColor(colour), _RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            if span:
                painter.drawArc(ring, 90 * 16, -round(_FULL * span))
        inner = ring.adjusted(_RING, _RING, -_RING, -_RING)
        painter.setPen(QColor(theme.text))
        number = fonts.font(12, bold=True)
        number.setPixelSize(round(side * (0.36 if self._arrived < _FOUR_DIGITS else 0.26)))
        painter.setFont(number)
        top = QRectF(inner.left(), inner.top() + inner.height() * 0.08, inner.width(), inner.height() * 0.5)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, str(self._arrived))
        painter.setPen(QColor(theme.quiet))
        under = QRectF(inner.left(), top.bottom(), inner.width(), inner.height() * 0.36)
        words = self._voice.text(say("of {expected}", expected=self._expected))
        block = drawing.fitted(words, fonts.font(12), under, (8, round(side * 0.15)))
        block.draw(painter, under, Qt.AlignmentFlag.AlignCenter)
        painter.end()


def _besides(counts: Counts) -> Message | str:
    """Say in one line who came besides those on the roster."""
    walk_ins = say("Walk-ins {count}", count=counts.walk_ins) if counts.walk_ins else None
    substitutes = say("Substitutes {count}", count=counts.substitutes) if counts.substitutes else None
    if walk_ins and substitutes:
        return say("{one} · {other}", one=walk_ins, other=substitutes)
    return walk_ins or substitutes or ""


class CountsCard(Card):
    """The ring, the women, who is missing, walk-ins and substitutes; `asked` wants to see who is missing."""

    asked = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, None, parent)
        self._voice = voice
        self._ring = Ring(voice, look)
        self._lines = [*(LaoLabel(most_lines=1) for _ in range(3)), LaoLabel()]
        row, column = QHBoxLayout(), QVBoxLayout()
        row.addWidget(self._ring)
        row.addLayout(column, 1)
        column.addStretch()
        for label in self._lines[:-1]:
            column.addWidget(label)
        column.addStretch()
        self.body.addLayout(row)
        self.body.addWidget(self._lines[-1])  # two numbers, which beside the ring have no room
        self._women = self._lines[0]
        dress(self._women, type="title")
        more = ActionButton(voice, look, say("Who is missing"), "missing", shown_key="F5")
        more.clicked.connect(self.asked)
        self.body.addWidget(more)
        self.show_board(None)

    def show_board(self, board: Board | None) -> None:
        """Show the counts of a session; nothing while they are being read."""
        counts = None if board is None else board.counts
        self._ring.show_counts(counts.arrived if counts else 0, counts.expected if counts else 0)
        told = (
            ["", "", "", ""]
            if board is None or counts is None
            else [
                say("Women {women}", women=counts.women),
                say("Missing {count}", count=counts.missing),
                say("Inside {count}", count=counts.inside) if board.session.mode is Mode.IN_OUT else "",
                _besides(counts),
            ]
        )
        for label, text in zip(self._lines, told, strict=True):
            self._voice.tell(label, label.setText, text)
            label.setVisible(bool(text))
