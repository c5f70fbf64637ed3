"""The verdict over another page: a scan is answered wherever the window is, and what is typed there stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception import face
from signin.desk.reception.verdict_field import VerdictField
from signin.services.admit import Answer
from signin.words import say

SHOWN_MS = 6000
_SIZE = (560, 330)


class Banner(VerdictField):
    """Lies in the corner of a page for some seconds; a click goes to the door."""

    clicked = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget) -> None:
        super().__init__(voice, look, face.told(say("Ready to scan")), parent)
        self._hiding = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._hiding.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_answer(self, answer: Answer) -> None:
        """Show what the desk said, over whatever is there."""
        self.show_face(face.face_of(answer))
        self._place()
        self.show()
        self.raise_()
        self._hiding.start()

    def _place(self) -> None:
        window, gap = self.parentWidget(), self._look.px(SPACE.large)
        assert window is not None
        width, height = (self._look.px(side) for side in _SIZE)
        self.setGeometry(window.width() - width - gap, window.height() - height - gap, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the window changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the door."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.hide()
            self.clicked.emit()
