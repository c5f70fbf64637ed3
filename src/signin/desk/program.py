"""The program behind the window: its parts put together, which screen is shown when, and all let go at the end."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from signin.desk.event_pages import Place
from signin.desk.keeping import Keeping
from signin.desk.kept import Kept
from signin.desk.letters.tooltip import LaoToolTips
from signin.desk.look.awake import Awake
from signin.desk.look.sounds import Sounds
from signin.desk.main_window import MainWindow
from signin.desk.open_door import OpenDoor
from signin.desk.opening import Opening
from signin.desk.organiser.lock.gatekeeper import Gatekeeper
from signin.desk.pages import Pages, pace_of
from signin.desk.places import Places
from signin.desk.reception.controller import Reception
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.reception.typing_goes import where_typing_goes
from signin.desk.scanner.ear import Ear
from signin.desk.watching import Watching
from signin.desk.work.ahead import Ahead
from signin.desk.work.store_worker import StoreWorker
from signin.domain.event import Event, Session
from signin.exchange.settings_file import Settings
from signin.services import meetings
from signin.services.failures import EventNotFound
from signin.words import Failure, Message, say

if TYPE_CHECKING:
    from signin.desk.start.welcome_page import WelcomePage

_MOMENT_MS = 500
_AT_ONCE_MS = 50
"""At the start so long at most the window waits for its event: mostly it is there sooner than a first picture
without it would be drawn."""


class Program(QObject):
    """Everything the window needs, made once and handed on; and which screen is shown when."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        *,
        store: Path | None = None,
        clock: Callable[[], datetime] = datetime.now,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self.kept = Kept(settings, window, Sounds(on=settings.sounds), self)
        self.clock = clock
        self.window, self.voice, self.look = window, window.voice, window.look
        self.window.may_close = self._may_close
        self.opening = Opening(window, store, self)
        self.opening.again.connect(self.begin)
        self.sounds, self.awake = self.kept.sounds, Awake()
        self.kept.renamed.connect(self._name_desk)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._tips = LaoToolTips(application)
        self.ear = Ear(seconds, redirect=self._redirect, parent=self)
        if settings.scanner_pace is not None:
            self.ear.keep_pace(pace_of(settings.scanner_pace))
        self.writer: StoreWorker | None = None
        self.reader: StoreWorker | None = None
        self.watching: Watching | None = None
        self.keeping: Keeping | None = None
        self.door = OpenDoor(window, self.kept, clock, self)
        self.door.wanted.connect(self.show_door)
        self.ear.scanned.connect(self.door.scan)
        self.kept.failed.connect(self.door.tell)
        self.gatekeeper = Gatekeeper(window, self.kept, clock, seconds, self)
        self.gatekeeper.left.connect(self._turn_back)
        self.pages = Pages(window, self.kept, self.ear, clock, self.gatekeeper.lock, self)
        self.pages.open_id = lambda: self.door.event_id
        self.pages.opened.connect(self._open_chosen)
        self.pages.event_changed.connect(self._read_event_again)
        window.dress()
        self.places = Places(window.rail, self.kept, self)
        self.gatekeeper.show_on(self.places.add_lock(window.rail, self.gatekeeper.turn))
        self._ahead = Ahead(self)
        self._wanted: str | None = None
        self._awaits_store = False

    # Beginning and ending

    def begin(self, event_id: str | None = None) -> None:
        """Open the store, then go where the desk was: the first start asks a little, later ones open the door."""
        self._wanted = event_id or self._wanted
        if not self._open_store():
            self._await_store()
            return
        if not self.kept.settings.first_start_done:
            self._welcome()
            return
        if wanted := self._wanted or self.kept.settings.last_event:
            self.open_event(wanted)
            assert self.writer is not None
            self.writer.rest(_AT_ONCE_MS)
        else:
            self.choose_event()
        self._await_store()

    def _await_store(self) -> None:
        """Keep badges while another program holds the store; whoever has no answer afterwards is told."""
        held = self.opening.is_held
        if held and not self._awaits_store:
            self.door.expect()
        elif self._awaits_store and not held and (unanswered := self.door.give_up()):
            self.window.warn(_again(unanswered))
        self._awaits_store = held

    def end(self) -> None:
        """Let go of everything, the store last; what was asked for is still done."""
        self._ahead.stop()
        self.ear.stop()
        self.gatekeeper.stop()
        self._tips.stop()
        self.awake.let_go()
        self.door.close()
        if self.keeping is not None:
            self.keeping.end()
        if self.watching is not None:
            self.watching.end()
        for worker in (self.reader, self.writer):
            if worker is not None:
                worker.stop()
        self.sounds.close()

    def _open_store(self) -> bool:
        desks = self.opening.desks(self.kept.settings.desk or None)
        self.places.enable(with_store=desks is not None)
        if desks is None:
            return False
        self.writer, self.reader = (StoreWorker(desk, self) for desk in desks)
        self.watching = Watching(self.writer, self.reader, self.window, self)
        self.keeping = Keeping(self.reader, self.clock, self.window, lambda: self.kept.settings, self)
        self.door.use(self.writer, self.reader)
        self.pages.use(self.writer, self.reader)
        self.gatekeeper.lock.use(self.writer)
        return True

    def _may_close(self) -> bool:
        """Ask only when something is under way, unsaved, or still to be saved after a moment; then end it."""
        from signin.desk import closing

        writer, trouble = self.writer, self.watching.trouble if self.watching is not None else None
        waiting = 0 if writer is None or writer.settles(_MOMENT_MS) else writer.unsaved
        unsaved = [*self.door.unfinished(), *(page.title for page in self.pages.drafts.unsaved())]
        works = closing.under_way(self, self.window, QApplication.instance())
        told = closing.reasons(waiting, works, unsaved, trouble)
        if not closing.may_close(self.voice, self.window, told):
            return False
        closing.end(works)
        return True

    @property
    def reception(self) -> Reception | None:
        """The desk at the event that is open."""
        return self.door.reception

    @property
    def screen(self) -> ReceptionScreen | None:
        """The screen of the door."""
        return self.door.screen

    # Screens

    def _welcome(self) -> None:
        from signin.desk.start.welcome_page import WelcomePage

        page = WelcomePage(self.voice, self.look, self.kept.settings)
        page.chosen.connect(lambda settings: self._welcomed(page, settings))
        self.window.rail.setEnabled(False)
        self.window.show_screen(page)

    def _welcomed(self, page: WelcomePage, settings: Settings) -> None:
        self.kept.settings = settings
        self.kept.keep(first_start_done=True)
        self._name_desk()
        self.window.rail.setEnabled(True)
        self.choose_event()
        self.window.drop_screen(page)

    def _name_desk(self) -> None:
        """Let scans from now on carry the desk's name."""
        for worker in (self.reader, self.writer):
            if worker is not None:
                worker.desk = replace(worker.desk, name=self.kept.settings.desk)
        self.door.call_desk(self.kept.settings.desk)

    def choose_event(self) -> None:
        """Show the events, and the ways to begin one."""
        self.places.events.setChecked(True)
        self.pages.show_events()

    def show_of_event(self, place: Place) -> None:
        """Show an organiser's page of the event that is open."""
        if self.reception is not None:
            self.places.of_event[place].setChecked(True)
            self.pages.of_event.show(place, self.reception.meeting.id)

    def _read_event_again(self) -> None:
        """Let the door know what was changed of its event, while another page is shown."""
        if (event_id := self.door.event_id) is not None and self.writer is not None:
            found = partial(meetings.one, named=event_id)
            self.writer.do(found, lambda found: self.door.follow(*found), looks=True, owner=self)

    def show_settings(self) -> None:
        """Show this desk's settings, with the page on which a scanner is tried."""
        self.places.settings.setChecked(True)
        self.pages.show_settings()

    # The door

    def open_event(self, event_id: str) -> None:
        """Open the door of an event; one that is not there any more leads to the choice."""
        assert self.writer is not None
        self.door.expect()
        self.writer.do(
            partial(meetings.one, named=event_id), self._opened, self._not_opened, looks=True, owner=self
        )

    def _open_chosen(self, event_id: str) -> None:
        """Open the event that somebody chose; what was amiss before is over."""
        self.window.warning.tell(None)
        self.open_event(event_id)

    def _not_opened(self, failure: Failure) -> None:
        """Lead to the choice where the event is gone; say all else, and stay where there is a page to stay."""
        unanswered = self.door.give_up()
        gone = isinstance(failure, EventNotFound)
        if gone or self.window.screens.currentWidget() is None:
            self.choose_event()
        if unanswered:
            again = _again(unanswered)
            self.window.warn(again if gone else say("{reason} {then}", reason=failure.message, then=again))
        elif not gone:
            self.window.warn(say("The event was not opened: {reason}", reason=failure.message))

    def _opened(self, found: tuple[Event, list[Session]]) -> None:
        event, sessions = found
        self._wanted = None
        self.door.open(event, sessions)
        if self.keeping is not None:
            self.keeping.begin()
        self.places.enable(with_store=True, with_event=True)
        if self.kept.settings.last_event != event.id:
            self.kept.keep(last_event=event.id)
        self.show_door()

    def show_door(self) -> None:
        """Go to the door of the event that is open."""
        if self.screen is None:
            return
        self.window.show_screen(self.screen)
        self.pages.leave()
        self.places.door.setChecked(True)
        self.awake.keep()
        self.screen.search.setFocus()

    def _turn_back(self) -> None:
        """Go where everybody may be."""
        (self.choose_event if self.screen is None else self.show_door)()

    def _redirect(self, event: QKeyEvent, target: QWidget | None) -> QWidget | None:
        """Send what is typed to the search field while the door is shown."""
        if self.screen is None or not self.door.is_shown:
            return target
        return where_typing_goes(self.screen.search, event, target)


def _again(count: int) -> Message:
    return say("No event is open. Badges to be scanned again: {count}.", count=count)
