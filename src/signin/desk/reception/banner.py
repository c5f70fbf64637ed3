"""The verdict over another page: a scan is answered wherever the window is, and what is typed there stays."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception import face
from signin.desk.reception.verdict_field import VerdictField
from signin.domain.verdict import Tone
from signin.services.admit import Answer
from signin.words import Failure, say

SHOWN_MS = 4000
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_SIZE = (400, 216)
_FOOT = 84
"""So high is the row of buttons at the foot of a page."""


class Banner(VerdictField):
    """Lies over a page some seconds, off its buttons; a click goes to the door, Esc or a right click closes it.

    While it is there Esc is its own: the page behind it hears the next one.
    """

    clicked = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget) -> None:
        super().__init__(voice, look, face.told(say("Ready to scan")), parent)
        self.setMinimumSize(0, 0)
        self._hiding = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hiding.timeout.connect(self.hide)
        self.hide()

    def show_answer(self, answer: Answer) -> None:
        """Show what the desk answered, over whatever is there."""
        self._show_over(face.face_of(answer))

    def show_failure(self, failure: Failure) -> None:
        """Show why the desk has no answer, over whatever is there."""
        self._show_over(face.refused(failure))

    def show_waiting(self, count: int) -> None:
        """Show how many badges wait for their answer, over whatever is there."""
        told = say("Badges that wait for the door to be open: {count}", count=count)
        self._show_over(face.Face(tone=Tone.LOOK, word=say("Wait"), told=told))

    def _show_over(self, shown: face.Face) -> None:
        self.show_face(shown)
        self._place()
        if not self.isVisible():
            _application().installEventFilter(self)
        self.show()
        self.raise_()
        self._hiding.start()

    def _place(self) -> None:
        """Lie where fewest buttons of the page are: above its foot or at its top, right or middle."""
        window = self.parentWidget()
        assert window is not None
        gap, foot = self._look.px(SPACE.medium), self._look.px(_FOOT)
        width, height = (self._look.px(side) for side in _SIZE)
        buttons = [
            QRect(one.mapTo(window, QPoint()), one.size())
            for one in window.findChildren(QAbstractButton)
            if one.isVisible()
        ]
        places = [
            QRect(x, y, width, height)
            for x in (window.width() - width - gap, (window.width() - width) // 2)
            for y in (window.height() - foot - height, gap, (window.height() - height) // 2)
        ]
        self.setGeometry(min(places, key=lambda place: sum(place.intersects(one) for one in buttons)))

    def hideEvent(self, event: QHideEvent) -> None:
        """Listen no more to keys."""
        _application().removeEventFilter(self)
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Esc; keep off the buttons when the window changes its size."""
        if not self.isVisible():
            return False
        if event.type() is QEvent.Type.Resize and watched is self.parentWidget():
            self._place()
        if event.type() in _KEYS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() is QEvent.Type.KeyPress:
                self.hide()
            return True
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the door on the left button, away on the right one."""
        self.hide()
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
