"""The line that offers the next session when its time has come."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.reception.session_words import session_title
from signin.domain.event import Session
from signin.words import say


class OfferBar(QFrame):
    """Says which session has opened, and goes there in one move; it blocks nothing."""

    taken = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.setObjectName("offer")
        self.label = LaoLabel(most_lines=1)
        self.button = ActionButton(voice, look, say("Go there"), "session", shortcut="Ctrl+G")
        self.button.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def show_offer(self, session: Session | None) -> None:
        """Offer a session, or nothing."""
        if session is not None:
            title = session_title(session, self._voice.language)
            self._voice.tell(self.label, self.label.setText, say("Open now: {session}", session=title))
        self.setVisible(session is not None)
