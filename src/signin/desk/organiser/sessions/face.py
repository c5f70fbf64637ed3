"""How the page of the sessions is laid out: the timetable, at its side what is asked, below what can be done."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.copy_panel import CopyPanel
from signin.desk.organiser.sessions.session_panel import SessionPanel
from signin.desk.organiser.sessions.timetable import Timetable
from signin.desk.start.page import Page
from signin.domain.verdict import Tone
from signin.words import say

_SIDE = 400


class SessionsFace(Page):
    """The widgets and their places; what they do is told by the page itself."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Sessions"), parent, way_back=True)
        self.table = Timetable(voice, look)
        self.hint, self.overlap = LaoLabel(most_lines=2), Notice(voice, look, Tone.LOOK)
        self.panel, self.copy_panel = SessionPanel(voice, look), CopyPanel(voice, look)
        self.add = ActionButton(voice, look, say("New session"), "add", "Ins", kind="primary")
        self.change = ActionButton(voice, look, say("Change"), "correct", shown_key="Enter")
        self.remove = ActionButton(voice, look, say("Remove"), "close", shown_key="Del")
        self.copy_day = ActionButton(voice, look, say("Copy a day"), "paper", "Ctrl+Shift+C")
        self.half_days = ActionButton(voice, look, say("Half-days again"), "session")
        self.undo = ActionButton(voice, look, say("Undo"), "undo", "Ctrl+Z")
        self.redo = ActionButton(voice, look, say("Redo"), "redo", "Ctrl+Y")
        self._again = QShortcut(QKeySequence("Ctrl+Shift+Z"), self)
        self._again.activated.connect(self.redo.click)
        self.force = ActionButton(voice, look, say("Change it all the same"), "attention", kind="stop")
        self._side = QStackedWidget()
        self._arrange()

    def _arrange(self) -> None:
        card = Card(self.voice, self.look)
        dress(self.hint, ink="quiet", type="small")
        self.voice.tell(
            self.hint,
            self.hint.setText,
            say(
                "Drag to move, an edge to lengthen, an empty place for a new session. Keys: arrows move, Ctrl and "
                "arrows lengthen, Tab goes to the next."
            ),
        )
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.overlap)
        card.body.addWidget(self.hint)
        self.buttons.removeWidget(self.notice)  # there is too little room for it beside the buttons
        told = QHBoxLayout()
        told.addWidget(self.notice, 1)
        told.addWidget(self.force)
        card.body.addLayout(told)
        for side in (self.panel, self.copy_panel):
            self._side.addWidget(side)
        self._row = QHBoxLayout()
        self._row.addWidget(card, 1)
        self._row.addWidget(self._side)
        self.body.addLayout(self._row, 1)
        for button in (self.add, self.change, self.remove):
            self.head.addWidget(button)
        for button in (self.copy_day, self.half_days, self.undo, self.redo):
            self.buttons.addWidget(button)
        self.force.hide()
        self._side.hide()
        self.look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._side.setFixedWidth(self.look.px(_SIDE))
        self._row.setSpacing(self.look.px(SPACE.medium))

    def show_side(self, panel: QWidget | None) -> None:
        """Show a panel beside the timetable, or none."""
        if panel is not None:
            self._side.setCurrentWidget(panel)
        self._side.setVisible(panel is not None)

    @property
    def side(self) -> QWidget | None:
        """The panel that is shown."""
        return None if self._side.isHidden() else self._side.currentWidget()
