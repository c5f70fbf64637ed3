"""A new event, in one form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.event_form import EventForm
from signin.desk.start.page import Page
from signin.desk.start.sessions_card import SessionsCard
from signin.desk.work.store_worker import StoreWorker
from signin.services import beginning
from signin.services.failures import EventExists
from signin.services.new_event import Form
from signin.words import Failure, say

_SIDE = 360


class NewEventPage(Page):
    """Emits `made` with the id of the event, once it is in the store; `back` leaves what is typed where it is."""

    made = Signal(str)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        worker: StoreWorker,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, say("New event"), parent)
        self._worker = worker
        self.form = EventForm(voice, look, clock)
        self.sessions = SessionsCard(voice, look)
        self.make = ActionButton(voice, look, say("Make the event"), "check", "Ctrl+Return", kind="primary")
        self.make.clicked.connect(self._make)
        self.form.changed.connect(self.sessions.show_draft)
        self.buttons.addWidget(self.make)
        self._row = form_beside(voice, look, self.form, self.sessions)
        self.body.addLayout(self._row)
        tab_on(self.form, self.sessions, self.make)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the title."""
        super().showEvent(event)
        self.form.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        self.complain(None)
        draft = self.form.check()
        if draft is not None:
            self.make.setEnabled(False)
            self._worker.do(lambda desk: beginning.make_event(desk, draft), self._done, self._refuse)

    def _done(self, event_id: str) -> None:
        self.make.setEnabled(True)
        self.form.set_form(Form())
        self.made.emit(event_id)

    def _refuse(self, failure: Failure) -> None:
        self.make.setEnabled(True)
        if isinstance(failure, EventExists):
            self.form.complain({"title": failure.message})
        else:
            self.complain(failure.message)


def tab_on(form: EventForm, sessions: SessionsCard, following: QWidget) -> None:
    """Let Tab go from the form to the sessions beside it, and then on."""
    QWidget.setTabOrder(form.chairs, sessions.list)
    QWidget.setTabOrder(sessions.list, following)


def form_beside(voice: Voice, look: Look, form: EventForm, beside: QWidget) -> QHBoxLayout:
    """Put a form on a card that scrolls, and something narrower at its right."""
    card, area, row = Card(voice, look), QScrollArea(), QHBoxLayout()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(form)
    form.pointed_at.connect(area.ensureWidgetVisible)
    card.body.addWidget(area)
    row.addWidget(card, 1)
    row.addWidget(beside)

    def measure() -> None:
        row.setSpacing(look.px(SPACE.medium))
        beside.setFixedWidth(look.px(_SIDE))

    look.changed.connect(measure)
    measure()
    return row
