"""To which event a roster goes: a new one, whose facts the file proposes, or one that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.event_form import EventForm
from signin.desk.start.event_list import EventList
from signin.desk.start.new_event_page import FormBeside
from signin.desk.start.sessions_card import SessionsCard
from signin.services.beginning import Held
from signin.words import say


class EventView(QWidget):
    """`into` is the id of the event chosen, None for a new one.

    `picked` tells when it changes, `settled` that one in the list was taken by Enter or a click.
    """

    picked = Signal()
    settled = Signal()

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self.which: Choice[bool] = Choice(
            voice,
            look,
            say("To which event?"),
            [(False, say("A new event"), "add"), (True, say("An event that is there"), "event")],
            value=False,
            show_label=False,
        )
        self.form, self.sessions = EventForm(voice, look, clock), SessionsCard(voice, look)
        self.form.changed.connect(self.sessions.show_draft)
        self.list = EventList(voice, look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._new())
        self._stack.addWidget(self._there())
        self._new_told: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(SPACE.medium))
        self._below.setSpacing(look.px(SPACE.medium))
        self._column.addWidget(self.which)
        self._column.addWidget(self._stack, 1)
        self.which.chosen.connect(self._turn)
        self.list.chosen.connect(lambda _: self.settled.emit())
        self.list.selectionModel().currentChanged.connect(lambda *_: self.picked.emit())

    def _new(self) -> QWidget:
        page = QWidget()
        row = FormBeside(self._voice, self.form.look, self.form, self.sessions)
        row.setContentsMargins(0, 0, 0, 0)
        page.setLayout(row)
        return page

    def _there(self) -> QWidget:
        card = Card(self._voice, self.form.look, say("Events"))
        card.body.addWidget(self.list, 1)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        self._below.addWidget(card, 2)
        page.setLayout(self._below)
        return page

    def add_plan(self, there: QWidget, new: QWidget) -> None:
        """Put what happens under the list of events there, and under the form of a new one."""
        self._below.addWidget(there, 3)
        self._column.addWidget(new)
        self._new_told = new

    @property
    def into(self) -> str | None:
        """The id of the event that is there and chosen; None for a new one."""
        return self.list.current if self.which.value else None

    def show_events(self, events: Sequence[Held]) -> None:
        """Show the events there; without any, a new one is the only way."""
        self.list.show_events(events)
        self.which.setVisible(bool(events))
        if not events:
            self.which.set_value(value=False)
            self._turn(there=False)

    def start(self) -> None:
        """Begin with the choice, or where there is none with the title."""
        first = self.form.fields["title"] if self.which.isHidden() else self.which
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn(self, there: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._stack.setCurrentIndex(int(there))
        if self._new_told is not None:
            self._new_told.setVisible(not there)
        self.picked.emit()
