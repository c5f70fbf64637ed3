"""A line that says what is amiss, with its shape, where it is amiss; it can be copied for support."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAction,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QPushButton, QWidget

from signin import __version__
from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look import icons
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.domain.verdict import Tone
from signin.lao.segment import ZERO_WIDTH_SPACE
from signin.words import Message, say


class Notice(LaoLabel):
    """Hidden while there is nothing to say; what it says is told to screen readers at once.

    What stopped somebody can be copied, with version and time: by the button at its end, by Ctrl+C there, or by
    the menu. `copies=False` is for what only asks to type something else.
    """

    def __init__(
        self,
        voice: Voice,
        look: Look,
        tone: Tone = Tone.STOP,
        parent: QWidget | None = None,
        *,
        copies: bool = True,
        clock: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent=parent)
        self._voice, self._look, self._tone = voice, look, tone
        self._copies, self._clock, self._told_at = copies, clock, clock()
        self.message: Message | None = None
        self.copy_button = CopyButton(voice, look, self)
        self.copy_button.clicked.connect(self.copy)
        self._offer_copy()
        dress(self, ink=tone.value)
        look.changed.connect(self._space)
        self._space()
        self.hide()

    def tell(self, message: Message | None, tone: Tone | None = None) -> None:
        """Say something, in a tone; None says nothing and takes no room."""
        self.message, self._tone = message, tone or self._tone
        self._told_at = self._clock()
        dress(self, ink=self._tone.value)
        self._voice.tell(self, self.setText, message or "")
        self._space()
        self.setVisible(message is not None)
        if message is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def copy(self) -> None:
        """Put what is said on the clipboard, with the version and when it was said."""
        told = f"signin {__version__} · {self._told_at:%Y-%m-%d %H:%M:%S}"
        QGuiApplication.clipboard().setText(f"{told}\n{self.text().replace(ZERO_WIDTH_SPACE, '')}")

    def _offer_copy(self) -> None:
        """Offer the same by the menu, of the mouse or of the menu key."""
        action = QAction(self)
        self._voice.tell(self, action.setText, say("Copy for support"))
        action.triggered.connect(self.copy)
        for widget in (self, self.copy_button):
            widget.addAction(action)

    @property
    def can_copy(self) -> bool:
        """Whether what is said now can be copied."""
        return self._copies and self.message is not None and self._tone is Tone.STOP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the end."""
        super().resizeEvent(event)
        self._place_button()

    def _place_button(self) -> None:
        side = self._button_side()
        self.copy_button.setGeometry(self.width() - side - self.margin(), (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the shape of the tone before the first line."""
        super().paintEvent(event)
        its, side = drawing.hand(self.font()), self._side()
        middle = self._top() + drawing.TOP + its.above - its.metrics.capHeight() / 2
        painter = QPainter(self)
        box = QRectF(self.margin(), middle - side / 2, side, side)
        icons.paint(painter, icons.TONE_ICONS[self._tone], self._look.theme.words(self._tone), box)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Never be lower than a line with its shape, or than the button."""
        least = self._button_side() if self.can_copy else self._side()
        return super().minimumSizeHint().expandedTo(QSize(0, least))

    def sizeHint(self) -> QSize:
        """Leave room for the button."""
        return super().sizeHint().expandedTo(QSize(0, self.minimumSizeHint().height()))

    def heightForWidth(self, width: int) -> int:
        """Leave room for the button here too."""
        return max(super().heightForWidth(width), self.minimumSizeHint().height())

    def _top(self) -> float:
        """Give where the first line begins; lines stand in the middle of a label that is too high."""
        return max(0.0, (self.height() - self.block().height) / 2)

    def _side(self) -> int:
        return self._look.px(SPACE.icon)

    def _button_side(self) -> int:
        return self._side() + self._look.px(SPACE.medium)

    def _space(self) -> None:
        beside = self._look.px(SPACE.small)
        can = self.can_copy
        self.copy_button.setVisible(can)
        policy = Qt.ContextMenuPolicy.ActionsContextMenu if can else Qt.ContextMenuPolicy.NoContextMenu
        for widget in (self, self.copy_button):
            widget.setContextMenuPolicy(policy)
        self.setContentsMargins(self._side() + beside, 0, self._button_side() + beside if can else 0, 0)
        self._place_button()
        self.updateGeometry()
        self.update()


class CopyButton(QPushButton):
    """Two sheets at the end of a notice."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setAutoDefault(False)
        self.setProperty("kind", "quiet")
        self.setProperty("small", True)
        voice.tell(self, self.setAccessibleName, say("Copy for support"))
        voice.tell(self, self.setToolTip, say("Copy for support"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the copy keys and on Enter, as on Space."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Copy) or (enter and not event.isAutoRepeat()):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon on the button's ground."""
        super().paintEvent(event)
        side, painter = self._look.px(SPACE.icon) - 2, QPainter(self)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        icons.paint(painter, "copy", self._look.colour("accent"), box)
        painter.end()
