"""A large button for a way to begin: its icon, its words, and a line that says what comes of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.drawing import Block
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.start.page import ENTER
from signin.words import Message, say

_ICON, _LEAST = 36, 220
_HINT_LINES = 2
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class LargeAction(QPushButton):
    """A click, Enter, Space and its key emit `clicked`; the key works while the button is seen."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        word: Message,
        hint: Message,
        icon_name: str,
        shortcut: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._icon_name, self._hint = look, icon_name, ""
        self._key = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        voice.tell(self, self._say, word)
        voice.tell(self, self._explain, hint)
        voice.tell(self, self.setAccessibleDescription, say("{hint} Key {key}", hint=hint, key=self._key))
        own_key = QShortcut(QKeySequence(shortcut), self)
        own_key.setAutoRepeat(False)
        own_key.activated.connect(self.click)
        look.changed.connect(self.updateGeometry)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})")

    def _explain(self, text: str) -> None:
        self._hint = text
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the icon, the word and two lines of explanation, one under the other."""
        word = drawing.hand(self._look.font(TYPE.title, bold=True)).height(1)
        hint = drawing.hand(self._look.font(TYPE.body)).height(_HINT_LINES)
        around = 2 * self._look.px(SPACE.large) + self._look.px(SPACE.small)
        return QSize(self._look.px(_LEAST), self._look.px(_ICON) + word + hint + around)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground as the style sheet says, then what stands on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        edge, side = self._look.px(SPACE.large), self._look.px(_ICON)
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        colour = "accent" if self.isEnabled() else "quiet"
        icons.paint(painter, self._icon_name, self._look.colour(colour), QRectF(box.left(), box.top(), side, side))
        key = self._lay(self._key, TYPE.small, box.width(), 1)
        painter.setPen(self._look.colour("quiet"))
        key.draw(painter, QRectF(box.left(), box.top(), box.width(), key.height), Qt.AlignmentFlag.AlignRight)
        box.setTop(box.top() + side + self._look.px(SPACE.small))
        self._draw_words(painter, box)
        painter.end()

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        word = self._lay(self.text(), TYPE.title, box.width(), 1, bold=True)
        painter.setPen(self._look.colour("text" if self.isEnabled() else "quiet"))
        word.draw(painter, box, _TOP_LEFT)
        box.setTop(box.top() + word.height)
        painter.setPen(self._look.colour("quiet"))
        self._lay(self._hint, TYPE.body, box.width(), _HINT_LINES).draw(painter, box, _TOP_LEFT)

    def _lay(self, text: str, size: float, width: float, most: int, *, bold: bool = False) -> Block:
        return drawing.lay(text, self._look.font(size, bold=bold), width, most=most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter do what Space does."""
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
