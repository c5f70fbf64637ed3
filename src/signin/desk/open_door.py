"""The door of the event that is open: it stays while its event is read again, and another event has another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from signin.desk.kept import Kept
from signin.desk.main_window import MainWindow
from signin.desk.reception.controller import Reception
from signin.desk.reception.event_watch import EventWatch
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.reception.wiring import Wiring
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import Event, Session
from signin.services.admit import Answer
from signin.words import Failure, Message, say

if TYPE_CHECKING:
    from signin.desk.printing.badge_printer import BadgePrinter
    from signin.desk.reception.banner import Banner


class OpenDoor(QObject):
    """`reception` and `screen` are None while no event is open; `wanted` tells that somebody wants to see it.

    What the desk answers while another page is shown lies over that page, for what is typed there must not be
    lost. So does the answer to a scan of an event that was left before it came.
    """

    wanted = Signal()

    def __init__(
        self, window: MainWindow, kept: Kept, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._kept, self._clock = window, kept, clock
        self._writer: StoreWorker | None = None
        self._reader: StoreWorker | None = None
        self.reception: Reception | None = None
        self.screen: ReceptionScreen | None = None
        self.watch: EventWatch | None = None
        self._wiring: Wiring | None = None
        self._expected, self._early = 0, list[str]()
        self._no_event = say("Open an event first: then badges are answered.")

    def use(self, writer: StoreWorker, reader: StoreWorker) -> None:
        """Work on this store from now on."""
        self._writer, self._reader = writer, reader

    @property
    def event_id(self) -> str | None:
        """Which event's door it is."""
        return None if self.reception is None else self.reception.meeting.id

    @property
    def is_shown(self) -> bool:
        """Whether the door is what the window shows."""
        return self.screen is not None and self._window.screens.currentWidget() is self.screen

    def open(self, event: Event, sessions: list[Session]) -> None:
        """Open the door of an event, and answer who was there before; the page that is shown stays."""
        early, self._early = self._early, []
        self._expected -= bool(self._expected)
        if self.event_id == event.id:
            self.follow(event, sessions)
            return
        assert self._writer is not None
        assert self._reader is not None
        self.close()
        reception = Reception(self._writer, self._reader, event, sessions, self._clock, self)
        window, desk = self._window, self._writer.desk
        screen = ReceptionScreen(window.voice, window.look, self._kept.sounds, reception, desk.name)
        self._wiring = Wiring(screen, lambda: self.badges)
        self.reception, self.screen = reception, screen
        window.screens.addWidget(screen)
        window.unwarn(self._no_event)
        reception.answered.connect(self._show_elsewhere)
        reception.failed.connect(self._fail_elsewhere)
        reception.begin()
        self.watch = EventWatch(self._reader, reception, window.voice)
        if early:
            self._banner.hide()
        for raw in early:
            reception.scan(raw)

    def expect(self) -> None:
        """Keep scans from now on, until the event that is being read has its door."""
        self._expected += 1

    def give_up(self) -> int:
        """Keep scans no more, for the event was not opened; give how many badges have no answer.

        While another event is still being read, it may be the one that they are for.
        """
        self._expected -= bool(self._expected)
        if self._expected:
            return 0
        early, self._early = self._early, []
        return len(early)

    def follow(self, event: Event, sessions: list[Session]) -> None:
        """Go by an event as it is now, if it is the one whose door is open.

        Scans that wait for their answer still get it, and a panel with something typed stays.
        """
        if self.reception is not None and self.event_id == event.id:
            self.reception.follow(event, sessions)

    def close(self) -> None:
        """Leave the event; scans that wait for their answer still get it, over whatever is shown then."""
        reception, screen = self.reception, self.screen
        if reception is None or screen is None or self._writer is None:
            return
        if self.watch is not None:
            self.watch.stop()
        if screen.panel is not None:
            screen.panel.close_panel()
        self._window.drop_screen(screen)
        self.reception = self.screen = self.watch = self._wiring = None
        if self._writer.unsaved:
            reception.answered.disconnect(self._show_elsewhere)
            reception.answered.connect(self._show_late)
            reception.failed.disconnect(self._fail_elsewhere)
            reception.failed.connect(self._writer.failed)
            self._writer.do(lambda _: None, lambda _: _let_go(reception), looks=True, owner=reception)
        else:
            _let_go(reception)

    def scan(self, raw: str) -> None:
        """Answer a scan wherever the window is, as soon as the event is read; without an event, say so."""
        if self.reception is not None:
            self.reception.scan(raw)
        elif self._expected:
            self._early.append(raw)
            self._banner.show_waiting(len(self._early))
        else:
            self._window.warn(self._no_event)

    def unfinished(self) -> list[Message]:
        """Give the titles of the panels in which something is typed that is not done."""
        return [] if self._wiring is None else self._wiring.unfinished()

    def tell(self, message: Message) -> None:
        """Say something at the door."""
        if self.screen is not None:
            self.screen.tell(message)

    def call_desk(self, name: str) -> None:
        """Call the desk by another name."""
        if self.screen is not None:
            self.screen.session_bar.call_desk(name)

    @cached_property
    def badges(self) -> BadgePrinter:
        """Print badges at the door; made when the first is wanted."""
        from signin.desk.printing.badge_printer import BadgePrinter

        assert self._reader is not None
        parts = (self._reader, lambda: self._kept.settings, self._clock)
        return BadgePrinter(*parts, parent=self, writer=self._writer)

    # Answers over another page

    def _show_elsewhere(self, answer: Answer) -> None:
        if not self.is_shown:
            self._banner.show_answer(answer)

    def _fail_elsewhere(self, failure: Failure) -> None:
        if not self.is_shown:
            self._banner.show_failure(failure)

    def _show_late(self, answer: Answer) -> None:
        self._banner.show_answer(answer)

    @cached_property
    def _banner(self) -> Banner:
        from signin.desk.reception.banner import Banner

        made = Banner(self._window.voice, self._window.look, self._window)
        made.clicked.connect(self.wanted)
        return made


def _let_go(reception: Reception) -> None:
    reception.end()
    reception.deleteLater()
