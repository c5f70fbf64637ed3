"""A button for one action: its icon, its word, and the key that does the same."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from signin.desk.letters import drawing
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message, say

Kind = Literal["plain", "primary", "quiet", "stop", "rail"]
"""How loud a button is: one of several, the one to take, one among texts, a grave one, one of the rail."""

_INKS: dict[Kind, str] = {
    "plain": "text",
    "primary": "on_accent",
    "quiet": "accent",
    "stop": "on_tone",
    "rail": "on_rail",
}
_FILLED = ("primary", "stop")
_INSET = 3.0
_ANY = 1 << 20

_UNDER_ICON = -6
"""Pixels between icon and word, one above the other: the row of the word has room of its own above."""


class ActionButton(QPushButton):
    """Draws icon, word and key; a click, Enter, Space and the key all emit `clicked`.

    The key works in the whole window while the button is visible and enabled. Where room is short the distances
    go first, then the key, then the end of the word; the tooltip shows all. `upright` is the icon above the word;
    `shown_key` is a key that is shown and that somebody else listens to. `dress(button, kind=…)` makes it louder.
    """

    def __init__(
        self,
        voice: Voice,
        look: Look,
        message: Message,
        icon_name: str,
        shortcut: str = "",
        *,
        kind: Kind = "plain",
        upright: bool = False,
        shown_key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._icon_name, self._upright = icons.named(icon_name), upright
        self._key = QKeySequence(shortcut or shown_key).toString(QKeySequence.SequenceFormat.NativeText)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if upright else policy.Minimum, policy.Fixed)
        self.set_message(message)
        if shortcut:
            self._own_key(shortcut)
        if self._key:
            voice.tell(self, self.setAccessibleDescription, say("Key {key}", key=self._key))
        look.changed.connect(self._resize)
        self._resize()

    @property
    def icon_name(self) -> str:
        """The name of the icon shown."""
        return self._icon_name

    @property
    def key(self) -> str:
        """The key as it is shown, "" without one."""
        return self._key

    def set_message(self, message: Message) -> None:
        """Show another word."""
        self._voice.tell(self, self._say, message)

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = icons.named(name)
        self.update()

    @property
    def _kind(self) -> Kind:
        kind: Kind = self.property("kind")
        return kind

    def _own_key(self, shortcut: str) -> None:
        self._shortcut = QShortcut(QKeySequence(shortcut), self)
        self._shortcut.setAutoRepeat(False)
        self._shortcut.activated.connect(self.click)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})" if self._key else text)
        self.updateGeometry()

    def _resize(self) -> None:
        self.updateGeometry()
        self.update()

    def shows_key(self) -> bool:
        """Whether the key is seen on the button: there is one, and room for it."""
        least = 2 * SPACE.ring + 3 * self._look.px(SPACE.hair)
        return bool(self._key) and not self._upright and self._all_width() + least <= self.width()

    # Measures

    def sizeHint(self) -> QSize:
        """Ask for room for icon, word and key in one row, or one above the other."""
        wide = self._word_width() + (0 if self._upright else self._icon_width() + self._key_width())
        return self._around(wide)

    def minimumSizeHint(self) -> QSize:
        """Ask for room for icon and word."""
        return self._around(self._word_width() + (0 if self._upright else self._icon_width()))

    def _around(self, wide: int) -> QSize:
        high = drawing.hand(self.word_font()).row()
        if self._upright:
            high += self._icon_side() + self._look.px(_UNDER_ICON)
        edge = SPACE.ring
        beside = self._look.px(SPACE.small if self._upright else SPACE.medium)
        above = SPACE.ring if self._upright else self._look.px(SPACE.hair)  # twelve places fit a small laptop
        return QSize(wide + 2 * (beside + edge), high + 2 * (above + edge))

    def word_font(self) -> QFont:
        """Give the font of the word: the style sheet takes away what `setFont` says."""
        return self._look.font(TYPE.small if self._upright else TYPE.body, bold=self._kind == "primary")

    def _icon_side(self) -> int:
        return self._look.px(SPACE.icon)

    def _icon_width(self) -> int:
        return self._icon_side() + self._look.px(SPACE.small)

    def _word_width(self) -> int:
        return drawing.lay(self.text(), self.word_font(), _ANY, most=1).width

    def _key_font(self) -> QFont:
        return self._look.font(TYPE.small, bold=True)

    def _key_width(self) -> int:
        """Give the width of the key with its frame and the distance before it; 0 without a key."""
        if not self._key:
            return 0
        return self._cap_width() + self._look.px(SPACE.medium)

    def _cap_width(self) -> int:
        return drawing.lay(self._key, self._key_font(), _ANY, most=1).width + 2 * self._look.px(SPACE.hair)

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground as the style sheet says, then icon, word and key, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        ink = self._ink()
        if self._upright:
            self._draw_upright(painter, ink)
        else:
            self._draw_row(painter, ink)
        if self.hasFocus() and self._kind in _FILLED:
            self._draw_ring(painter, ink)
        painter.end()

    def _ink(self) -> QColor:
        if self.isEnabled():
            return self._look.colour(_INKS[self._kind])
        return self._look.colour("quiet_on_rail" if self._kind == "rail" else "quiet")

    def _beside(self) -> int:
        """Give the distance at both ends and before the key; it shrinks where the key has no room otherwise."""
        usual = self._look.px(SPACE.small if self._upright else SPACE.medium)
        if not self.shows_key():
            return usual
        return min(usual, (self.width() - 2 * SPACE.ring - self._all_width()) // 3)

    def _all_width(self) -> int:
        """Give the width of icon, word and key, without the distances."""
        return self._icon_width() + self._word_width() + self._cap_width()

    def _box(self) -> QRectF:
        beside = SPACE.ring + self._beside()
        return QRectF(self.rect()).adjusted(beside, SPACE.ring, -beside, -SPACE.ring)

    def _draw_upright(self, painter: QPainter, ink: QColor) -> None:
        box, side = self._box(), self._icon_side()
        block = drawing.lay(self.text(), self.word_font(), box.width(), most=1)
        gap = self._look.px(_UNDER_ICON)
        top = box.center().y() - (side + gap + block.height) / 2
        icons.paint(painter, self._icon_name, ink, QRectF(box.center().x() - side / 2, top, side, side))
        painter.setPen(ink)
        place = QRectF(box.left(), top + side + gap, box.width(), block.height)
        block.draw(painter, place, Qt.AlignmentFlag.AlignHCenter)

    def _draw_row(self, painter: QPainter, ink: QColor) -> None:
        box, side = self._box(), self._icon_side()
        key = self._cap_width() + self._beside() if self.shows_key() else 0
        if self._kind in _FILLED:
            spare = box.width() - self._icon_width() - self._word_width() - key
            box.adjust(spare / 2, 0, -spare / 2, 0)
        icons.paint(painter, self._icon_name, ink, QRectF(box.left(), box.center().y() - side / 2, side, side))
        word = box.adjusted(self._icon_width(), 0, -key, 0)
        painter.setPen(ink)
        block = drawing.lay(self.text(), self.word_font(), word.width(), most=1)
        block.draw(painter, word, Qt.AlignmentFlag.AlignVCenter)
        if key:
            self._draw_key(painter, box, ink)

    def _draw_key(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        """Draw the key in a thin frame, like the cap of a key."""
        block = drawing.lay(self._key, self._key_font(), _ANY, most=1)
        high = block.hand.em + 2.0 * self._look.px(SPACE.hair)
        cap = QRectF(box.right() - self._cap_width(), box.center().y() - high / 2, self._cap_width(), high)
        colour = self._look.colour("accent") if self.isEnabled() and self._kind == "plain" else ink
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        round_ = self._look.px(SPACE.hair)
        painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), round_, round_)
        painter.setFont(block.hand.font)
        start = cap.center().x() - block.hand.metrics.horizontalAdvance(self._key) / 2
        painter.drawText(QPointF(start, cap.center().y() + block.hand.metrics.capHeight() / 2), self._key)

    def _draw_ring(self, painter: QPainter, ink: QColor) -> None:
        """Draw the focus inside a filled button, whose ground hides a ring of the accent's colour."""
        inside = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(QPen(ink, SPACE.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, SPACE.radius - 2, SPACE.radius - 2)

    def event(self, event: QEvent) -> bool:
        """Follow `dress`."""
        if event.type() is QEvent.Type.DynamicPropertyChange:
            self._resize()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
