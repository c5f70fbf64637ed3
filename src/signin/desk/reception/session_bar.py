"""The head of the screen: which session, said large; the way through the door; the clock; whether all is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.session_label import SessionLabel
from signin.desk.reception.session_words import event_line, session_hours, session_titles
from signin.domain.scan import Direction
from signin.words import Message, say

_INKS = {"saved": "go", "saving": "look", "not-saved": "stop", "failed": "quiet"}


class SessionBar(Card):
    """Says which session people check in to; `change_asked` wants to see the others."""

    change_asked = Signal()

    def __init__(
        self, voice: Voice, look: Look, reception: Reception, desk_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, None, parent)
        self._voice, self._look, self._reception, self._desk_name = voice, look, reception, desk_name
        self.title = SessionLabel()
        dress(self.title, type="heading")
        self._under = LaoLabel(most_lines=1)
        dress(self._under, ink="quiet")
        self.change = ActionButton(voice, look, say("Change session"), "session", shortcut="F6")
        self.change.clicked.connect(self.change_asked)
        self.way = Choice(
            voice,
            look,
            say("Way"),
            [(Direction.IN, say("Arriving"), "arrive"), (Direction.OUT, say("Leaving"), "leave")],
            show_label=False,
        )
        self.way.chosen.connect(self._turn)
        self._clock = LaoLabel(most_lines=1)
        dress(self._clock, type="heading")
        self._saved = LaoLabel(most_lines=1)
        self._arrange()
        self._ticking = QTimer(self, interval=1000)
        self._ticking.timeout.connect(self._tell_time)
        self._ticking.start()
        reception.moved.connect(self.retell)
        voice.changed.connect(self.retell)
        look.changed.connect(self._fit)
        self.tell_saved(say("Saved"), "saved")
        self.retell()

    def _arrange(self) -> None:
        row, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        left.setSpacing(0)
        right.setSpacing(0)
        left.addWidget(self.title)
        left.addWidget(self._under)
        right.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignRight)
        right.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignRight)
        row.addLayout(left, 1)
        row.addWidget(self.way, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.change)
        row.addLayout(right)
        self.body.addLayout(row)

    def retell(self) -> None:
        """Say the session and the way anew."""
        session, language = self._reception.session, self._voice.language
        titles = session_titles(session, language) if session else [say("No session")]
        self.title.show_wordings([self._voice.text(one) for one in titles])
        hours = self._voice.text(session_hours(session)) if session else ""
        self._under.setText(" · ".join(filter(None, (hours, event_line(self._reception.meeting)))))
        self.way.setVisible(self._reception.place.notes_leaving)
        self.way.set_value(self._reception.direction)
        self._fit()
        self._tell_time()

    def _fit(self) -> None:
        """Keep both ways beside each other, so that the head is as high in every session."""
        widest = max(segment.sizeHint().width() for segment in self.way.segments.values())
        self.way.setMinimumWidth(2 * widest + self._look.px(SPACE.small))

    def call_desk(self, name: str) -> None:
        """Call the desk by another name."""
        self._desk_name = name
        self.tell_saved(*self._told_saved)

    @property
    def saved(self) -> str:
        """Which state was told last."""
        return self._told_saved[1]

    def tell_saved(self, text: Message | None, state: str) -> None:
        """Say whether all is on disk: `state` is saved, saving, not-saved, or failed, of which nothing is said."""
        self._told_saved = (text, state)
        dress(self._saved, ink=_INKS[state])
        told = say("{desk} · {state}", desk=self._desk_name, state=text) if text else self._desk_name
        self._voice.tell(self._saved, self._saved.setText, told)

    def _turn(self, direction: Direction) -> None:
        if direction is not self._reception.direction:
            self._reception.place.turn()

    def _tell_time(self) -> None:
        self._clock.setText(f"{self._reception.clock():%H:%M}")
