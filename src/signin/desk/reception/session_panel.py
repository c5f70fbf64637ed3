"""All sessions of the event, to stand at another one's door in one move."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.session_words import session_hours, session_title
from signin.domain.event import Session
from signin.words import say


class SessionPanel(Panel):
    """One button a session; the one at hand has the focus."""

    def __init__(self, voice: Voice, look: Look, reception: Reception, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Choose the session"), parent)
        self._reception = reception
        self.choices: dict[str, ActionButton] = {}
        reception.followed.connect(self.close_panel)  # these may be no more, or at other hours
        for session in reception.sessions:
            button = ActionButton(voice, look, session_title(session, voice.language), "session")
            button.clicked.connect(lambda _=False, session=session: self._choose(session))
            hours = LaoLabel(most_lines=1)
            dress(hours, ink="quiet")
            voice.tell(hours, hours.setText, session_hours(session))
            if reception.session is not None and session.key == reception.session.key:
                dress(button, kind="primary")
            self.body.addWidget(button)
            self.body.addWidget(hours)
            self.choices[session.key] = button
        self.body.addStretch()

    def start(self) -> None:
        """Put the focus on the session at hand."""
        session = self._reception.session
        if session is not None and session.key in self.choices:
            self.choices[session.key].setFocus()

    def _choose(self, session: Session) -> None:
        self._reception.place.choose(session)
        self.close_panel()
