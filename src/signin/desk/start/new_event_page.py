"""A new event, in one form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.event_form import EventForm
from signin.desk.start.page import Page
from signin.desk.start.sessions_card import SessionsCard
from signin.desk.work.late import ask_for
from signin.desk.work.store_worker import StoreWorker
from signin.services import beginning
from signin.services.failures import EventExists
from signin.services.new_event import Form
from signin.words import Failure, say

if TYPE_CHECKING:
    from signin.desk.organiser.event.announcement_page import AnnouncementPage

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
        self._worker, self._clock = worker, clock
        self.announcement: AnnouncementPage | None = None
        self.form = EventForm(voice, look, clock)
        self.sessions = SessionsCard(voice, look)
        self.make = ActionButton(voice, look, say("Make the event"), "check", "Ctrl+Return", kind="primary")
        self.make.clicked.connect(self._make)
        self.form.changed.connect(self.sessions.show_draft)
        self.paste = ActionButton(voice, look, say("Paste the announcement"), "document", "Ctrl+Shift+V")
        self.paste.clicked.connect(self._read_announcement)
        self.buttons.addWidget(self.paste)
        self.buttons.addWidget(self.make)
        self._row = FormBeside(voice, look, self.form, self.sessions)
        self.body.addLayout(self._row)
        tab_on(self.form, self.sessions, self.paste)
        QWidget.setTabOrder(self.paste, self.make)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the title."""
        super().showEvent(event)
        self.form.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def unsaved(self) -> bool:
        """Whether something is typed, or pasted to be read."""
        pasted = self.announcement is not None and bool(self.announcement.text.text())
        return self.form.form() != Form() or pasted

    # An announcement

    def _read_announcement(self) -> None:
        """Cover the form with the page that reads announcements; what it read before is still there."""
        if self.announcement is None:
            from signin.desk.organiser.event.announcement_page import AnnouncementPage

            self.announcement = AnnouncementPage(self.voice, self.look, self._clock, self)
            self.announcement.back.connect(self._uncover)
            self.announcement.taken.connect(self._take)
        for part in self._beneath():
            part.hide()
        self.announcement.setGeometry(self.rect())
        self.announcement.show()

    def _beneath(self) -> list[QWidget]:
        """Give what stands on the page: nothing of it may be reached while it is covered."""
        parts = self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [part for part in parts if part not in (self.announcement, self.notice)]

    def _uncover(self) -> None:
        assert self.announcement is not None
        self.announcement.hide()
        for part in self._beneath():
            part.show()
        self.form.fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, read: Form) -> None:
        """Put what was read into the form; what the text did not tell stays as it is there."""
        self._uncover()
        for name, field in self.form.fields.items():
            if text := getattr(read, name):
                field.set_text(text)
        if read.chairs:
            self.form.chairs.set_text(read.chairs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the form covered while it is."""
        super().resizeEvent(event)
        if self.announcement is not None:
            self.announcement.setGeometry(self.rect())

    # Making

    def _make(self) -> None:
        self.complain(None)
        draft = self.form.check()
        if draft is not None:
            self.make.setEnabled(False)
            ask_for(self, self._worker, lambda desk: beginning.make_event(desk, draft), self._done, self._refuse)

    def _done(self, event_id: str) -> None:
        self.make.setEnabled(True)
        self.form.set_form(Form())
        if self.announcement is not None:
            self.announcement.text.clear()
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


class FormBeside(QHBoxLayout):
    """A form on a card that scrolls, and something narrower at its right."""

    def __init__(self, voice: Voice, look: Look, form: EventForm, beside: QWidget) -> None:
        super().__init__()
        self._look, self._beside = look, beside
        card, area = Card(voice, look), QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        form.pointed_at.connect(area.ensureWidgetVisible)
        card.body.addWidget(area)
        self.addWidget(card, 1)
        self.addWidget(beside)
        look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.setSpacing(self._look.px(SPACE.medium))
        self._beside.setFixedWidth(self._look.px(_SIDE))
