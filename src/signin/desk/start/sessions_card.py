"""The sessions that an event will have, shown while it is typed."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QWidget

from signin.desk.letters.delegate import LaoDelegate
from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.reception.session_words import session_title
from signin.domain.event import Session
from signin.lao.numbers import format_time
from signin.services.new_event import Draft
from signin.words import say


class SessionsCard(Card):
    """Two lines a session; without days and hours, what to do."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Sessions that will be made"), parent)
        self._draft = Draft()
        self.hint, self.list, self._lines = LaoLabel(), QListView(), QStringListModel(self)
        dress(self.hint, ink="quiet")
        dress(self.list, type="small")
        self.list.setModel(self._lines)
        self.list.setItemDelegate(LaoDelegate(self.list, most_lines=2))
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(2)
        voice.tell(self.list, self.list.setAccessibleName, say("Sessions that will be made"))
        self.body.addWidget(self.hint)
        self.body.addWidget(self.list, 1)
        self.body.addStretch()
        voice.changed.connect(self._say_lines)
        self.show_draft(self._draft)

    def show_draft(self, draft: Draft) -> None:
        """Show the sessions of a draft."""
        self._draft = draft
        self._say_lines()

    def lines(self) -> list[str]:
        """Give what is shown of each session."""
        return self._lines.stringList()

    def _say_lines(self) -> None:
        sessions = self._draft.sessions
        told = (
            say("Sessions: {count}. Doors open an hour before each.", count=len(sessions))
            if sessions
            else say("Write the days and hours: a morning and an afternoon of each day are made of them.")
        )
        self._voice.tell(self.hint, self.hint.setText, told)
        self._lines.setStringList([self._line(session) for session in sessions])
        self.list.setVisible(bool(sessions))

    def _line(self, session: Session) -> str:
        title = self._voice.text(session_title(session, self._voice.language))
        return f"{title}\n{format_time(session.starts_at.time())}-{format_time(session.ends_at.time())}"
