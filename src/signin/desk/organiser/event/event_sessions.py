"""The sessions of an event, each with its day, hours and room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.reception.session_words import session_hours, session_title
from signin.domain.event import Session
from signin.words import say

SESSIONS_KEY = "Ctrl+Shift+S"
"""The page hears it, whichever of its parts is shown."""


class EventSessions(Card):
    """Three lines a session at most; the half-days among them follow the event's hours.

    Emits `sessions_wanted` when they are to be changed in their timetable.
    """

    sessions_wanted = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Sessions"), parent)
        self._sessions: Sequence[Session] = ()
        self.hint, self.list, self._lines = LaoLabel(), QListView(), QStringListModel(self)
        self.open = ActionButton(voice, look, say("Sessions"), "session", shown_key=SESSIONS_KEY)
        self.open.clicked.connect(self.sessions_wanted)
        dress(self.hint, ink="quiet", type="small")
        dress(self.list, type="small")
        self.list.setModel(self._lines)
        self.list.setItemDelegate(LaoDelegate(self.list, most_lines=3))
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(2)
        voice.tell(self.list, self.list.setAccessibleName, say("Sessions"))
        voice.tell(
            self.hint,
            self.hint.setText,
            say("Half-days follow the hours of the event, as long as nobody was checked in to them."),
        )
        self.body.addWidget(self.hint)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.open)
        voice.changed.connect(self._say_lines)

    def show_sessions(self, sessions: Sequence[Session]) -> None:
        """Show the sessions of an event."""
        self._sessions = sessions
        self._say_lines()

    def called(self, key: str) -> str:
        """Give what a session is called, "" for none."""
        found = next((one for one in self._sessions if one.key == key), None)
        return self._voice.text(session_title(found, self._voice.language)) if found else ""

    def lines(self) -> list[str]:
        """Give what is shown of each session."""
        return self._lines.stringList()

    def _say_lines(self) -> None:
        self._lines.setStringList([self._line(session) for session in self._sessions])

    def _line(self, session: Session) -> str:
        title = self._voice.text(session_title(session, self._voice.language))
        return f"{title}\n{self._voice.text(session_hours(session))}"
