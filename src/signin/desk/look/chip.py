"""A word or two in a small rounded ground: a category, a number, a state."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from signin.desk.letters import drawing
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message

ChipKind = Literal["plain", "accent", "go", "look", "stop"]
_GROUNDS: dict[ChipKind, tuple[str, str]] = {
    "plain": ("raised", "text"),
    "accent": ("accent", "on_accent"),
    "go": ("go", "on_tone"),
    "look": ("look", "on_tone"),
    "stop": ("stop", "on_tone"),
}
_TONES: dict[str, str] = {tone.value: name for tone, name in icons.TONE_ICONS.items()}
_ANY = 1 << 20


class Chip(QWidget):
    """Shows a message in one line; the kinds of a tone bring its shape along."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        message: Message | str,
        kind: ChipKind = "plain",
        icon_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._text, self._kind, self._icon_name = "", kind, icons.named(icon_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.tell(message)
        look.changed.connect(self._resize)
        self._resize()

    def tell(self, message: Message | str, kind: ChipKind | None = None, icon_name: str | None = None) -> None:
        """Show something else."""
        self._kind = kind or self._kind
        self._icon_name = self._icon_name if icon_name is None else icons.named(icon_name)
        self._voice.tell(self, self._say, message)

    def text(self) -> str:
        """Give the text shown."""
        return self._text

    def _say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._resize()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def word_font(self) -> QFont:
        """Give the font of the word: the style sheet takes away what `setFont` says."""
        return self._look.font(TYPE.small)

    @property
    def _shown_icon(self) -> str:
        return self._icon_name or _TONES.get(self._kind, "")

    def _icon_width(self) -> int:
        return drawing.hand(self.word_font()).em + self._look.px(SPACE.hair) if self._shown_icon else 0

    def sizeHint(self) -> QSize:
        """Ask for the word, its icon, and round ends."""
        block = drawing.lay(self._text, self.word_font(), _ANY, most=1)
        return QSize(block.width + self._icon_width() + 2 * self._look.px(SPACE.medium), block.hand.row())

    def minimumSizeHint(self) -> QSize:
        """Ask for the icon and a little of the word."""
        return QSize(min(self.sizeHint().width(), 6 * drawing.hand(self.word_font()).em), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word."""
        ground, ink = map(self._look.colour, _GROUNDS[self._kind])
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        edge, side = self._look.px(SPACE.medium), drawing.hand(self.word_font()).em
        if self._shown_icon:
            icons.paint(painter, self._shown_icon, ink, QRectF(edge, (self.height() - side) / 2, side, side))
        word = QRectF(self.rect()).adjusted(edge + self._icon_width(), 0, -edge, 0)
        painter.setPen(ink)
        block = drawing.lay(self._text, self.word_font(), word.width(), most=1)
        block.draw(painter, word, Qt.AlignmentFlag.AlignVCenter)
        painter.end()
