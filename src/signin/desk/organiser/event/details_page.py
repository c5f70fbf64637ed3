"""The event's own page: its facts, sessions and papers' heads, put right in place; and the same meeting again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.event.details_face import DetailsFace
from signin.desk.organiser.event.sample_papers import write_certificate, write_head
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import Event, Session
from signin.domain.verdict import Tone
from signin.services import meetings
from signin.services.desk import Desk
from signin.services.events_again import change_event, clone_event, form_of
from signin.services.failures import EventExists, EventTitleMissing, EventTooLong, SessionOutside
from signin.words import Failure, Message, say

T = TypeVar("T")


class EventDetailsPage(DetailsFace):
    """Emits `changed` once facts were put right in the store.

    The same meeting again is made beside this one, whose door stays open; `cloned` tells its id once somebody
    wants to go there.
    """

    changed = Signal()
    cloned = Signal(str)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(voice, look, clock, parent)
        self._writer, self._reader, self._event_id, self._clock = writer, reader, event_id, clock
        self._event: Event | None = None
        self._before: Event | None = None
        self._made: Event | None = None
        self.form.changed.connect(self._follow)
        self.letterhead.changed.connect(self._follow)
        self.certificate.changed.connect(self._follow)
        self.part.chosen.connect(self._follow)
        self.save.clicked.connect(self._save)
        self.undo.clicked.connect(self._take_back)
        self.again.clicked.connect(self._ask_again)
        self.go.clicked.connect(self._go_there)
        self.again_panel.accepted.connect(self._hold_again)
        self.again_panel.closed.connect(self._close_again)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the event, unless something is typed that is not saved."""
        super().showEvent(event)
        if not self.unsaved():
            self.refresh()

    def refresh(self) -> None:
        """Show the event as it is in the store."""
        self._do(self._reader, lambda desk: meetings.one(desk, self._event_id), self._show)

    def _do(self, worker: StoreWorker, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        """Let a worker do something; a page that has gone meanwhile is not answered."""
        worker.do(
            verb,
            lambda found: then(found) if isValid(self) else None,
            lambda failure: self._refuse(failure) if isValid(self) else None,
        )

    def _show(self, found: tuple[Event, list[Session]]) -> None:
        event, sessions = found
        self._event = event
        self.form.set_form(form_of(event))
        self.letterhead.set_head(event.letterhead)
        self.certificate.set_terms(event.certificate)
        self.sessions.show_sessions(sessions)
        self._follow()

    # What is typed

    def _edited(self) -> Event | None:
        """Give the event as it would be saved; None while something typed is not understood."""
        draft, terms = self.form.draft(), self.certificate.terms()
        if self._event is None or draft.event is None or draft.wrong or terms is None:
            return None
        same = self.form.form().chairs == form_of(self._event).chairs
        typed = draft.event
        return replace(
            self._event,
            title=typed.title,
            organiser=typed.organiser,
            venue=typed.venue,
            starts_on=typed.starts_on,
            ends_on=typed.ends_on,
            host=typed.host,
            starts_at=typed.starts_at,
            ends_at=typed.ends_at,
            chairs=self._event.chairs if same else typed.chairs,
            letterhead=self.letterhead.head(),
            certificate=terms,
        )

    def unsaved(self) -> bool:
        """Whether what is typed differs from what is stored, or is not understood."""
        return self._event is not None and self._edited() != self._event

    def _follow(self) -> None:
        """Draw the papers with what is typed; there is nothing to save while nothing differs.

        What was said before, such as "Saved.", is not true of what is typed since.
        """
        edited = self._edited()
        self.save.setEnabled(self.unsaved())
        if self.unsaved():
            self.notice.tell(None)
        self.again.setEnabled(self._event is not None)
        shown, now = edited or self._event, self._clock()
        if shown is None:
            return
        if self.part.value == "letterhead":
            self.head_preview.show_paper(partial(write_head, event=shown, now=now))
        elif self.part.value == "certificate":
            self.certificate_preview.show_paper(partial(write_certificate, event=shown, now=now))

    # Saving

    def _save(self) -> None:
        self.complain(None)
        if self.form.check() is None:
            self.show_part("facts")
            self.form.check()
        elif self.certificate.check() is None:
            self.show_part("certificate")
            self.certificate.check()
        elif (event := self._edited()) is not None:
            self._change(event, self._event, say("Saved."))

    def _take_back(self) -> None:
        if self._before is not None:
            self._change(self._before, None, say("It is as it was before."))

    def _change(self, event: Event, before: Event | None, told: Message) -> None:
        seen, now = self._event, self._clock()
        self.save.setEnabled(False)
        self._do(
            self._writer,
            lambda desk: _changed(desk, event, seen, now),
            lambda found: self._saved(found, before, told),
        )

    def _saved(self, found: tuple[Event, list[Session]], before: Event | None, told: Message) -> None:
        self._before = before
        self.undo.setVisible(before is not None)
        self._show(found)
        self.notice.tell(told, Tone.GO)
        self.changed.emit()

    def _refuse(self, failure: Failure) -> None:
        self._follow()
        if isinstance(failure, EventExists | EventTitleMissing) and not self.again_panel.isVisible():
            self.show_part("facts")
            self.form.complain({"title": failure.message})
        elif isinstance(failure, SessionOutside | EventTooLong) and not self.again_panel.isVisible():
            self.show_part("facts")
            self.form.complain({"first_day": self._worded(failure)})
        elif self.again_panel.isVisible():
            self.again_panel.complain(failure.message)
        else:
            self.notice.tell(failure.message, Tone.STOP)

    def _worded(self, failure: Failure) -> Message:
        """Call a session without a title by its day and half."""
        session = self.sessions.called(str(failure.values.get("key", "")))
        return Message(failure.text, {**failure.values, "session": session}) if session else failure.message

    # The same meeting again

    def _ask_again(self) -> None:
        if self._event is not None:
            self.show_side(self.again_panel)
            self.again_panel.ask(self._event)

    def _close_again(self) -> None:
        self.show_part(self.part.value or "facts")
        self.again.setFocus()

    def _hold_again(self) -> None:
        wanted = self.again_panel.wanted()
        if wanted is not None:
            self.again_panel.complain(None)
            self._clone(*wanted)

    def _clone(self, title: str, day: date) -> None:
        event_id, now = self._event_id, self._clock()
        self._do(self._writer, lambda desk: clone_event(desk, event_id, day, title, now), self._cloned)

    def _cloned(self, event: Event) -> None:
        self._made = event
        self._close_again()
        told = say("“{title}” is made. The door of this event stays open meanwhile.", title=event.title)
        self.notice.tell(told, Tone.GO)
        self.go.show()

    def _go_there(self) -> None:
        if self._made is not None:
            self.cloned.emit(self._made.id)


def _changed(desk: Desk, event: Event, seen: Event | None, now: datetime) -> tuple[Event, list[Session]]:
    """Put the facts right, and give the event as it is then."""
    change_event(desk, event, now, seen=seen)
    return meetings.one(desk, event.id)
