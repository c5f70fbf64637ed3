"""The pages beside the door, each loaded and made anew when somebody goes there: events, papers, settings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from signin import bootstrap
from signin.desk.drafts import Drafts
from signin.desk.event_pages import EventPages
from signin.desk.kept import Kept
from signin.desk.main_window import MainWindow
from signin.desk.organiser.lock.lock import Lock
from signin.desk.scanner.burst import USUAL, Pace
from signin.desk.scanner.ear import Ear
from signin.desk.scanner.trial import is_a_scanners
from signin.desk.settings.last_failure import LastFailure
from signin.desk.work.store_worker import StoreWorker


class Pages(QObject):
    """Shows one page at a time; `opened` tells which event somebody wants the door of.

    `open_id` is asked whose door is open.
    """

    opened = Signal(str)
    event_changed = Signal()

    def __init__(
        self,
        window: MainWindow,
        kept: Kept,
        ear: Ear,
        clock: Callable[[], datetime],
        lock: Lock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._kept, self._ear, self._clock, self._lock = window, kept, ear, clock, lock
        self._voice, self._look = window.voice, window.look
        self.open_id: Callable[[], str | None] = lambda: None
        self.drafts = Drafts(window)
        self.of_event = EventPages(window.voice, window.look, self.drafts, kept, clock, self)
        self.of_event.opened.connect(self.opened)
        self.of_event.changed.connect(self.event_changed)
        self._last_failure = LastFailure(clock)
        self._writer: StoreWorker | None = None
        self._reader: StoreWorker | None = None

    def use(self, writer: StoreWorker, reader: StoreWorker) -> None:
        """Work on this store from now on."""
        self._writer, self._reader = writer, reader
        self.of_event.use(writer, reader)
        for worker in (writer, reader):
            worker.went_wrong.connect(self._last_failure.remember)

    def show_events(self) -> None:
        """Show the events, and the ways to begin one."""
        from signin.desk.start.event_page import EventPage

        assert self._writer is not None
        page = EventPage(self._voice, self._look, self._writer, self._clock, open_id=self.open_id())
        page.guard(self._lock)
        page.opened.connect(self.opened)
        page.new_wanted.connect(self.new_event)
        page.roster_given.connect(self.open_roster)
        self.drafts.show(page, "events")

    def new_event(self) -> None:
        """Show the form of a new event."""
        if self.drafts.again("new event"):
            return
        from signin.desk.start.new_event_page import NewEventPage

        assert self._writer is not None
        page = NewEventPage(self._voice, self._look, self._writer, self._clock)
        page.made.connect(self.opened)
        page.back.connect(self.show_events)
        self.drafts.show(page, "new event")

    def open_roster(self, path: Path) -> None:
        """Read a roster and show what was understood."""
        from signin.desk.organiser.importing.page import ImportPage

        assert self._writer is not None
        assert self._reader is not None
        page = ImportPage(self._voice, self._look, self._writer, self._reader, None, self._clock)
        page.imported.connect(self.opened)
        page.back.connect(self.show_events)
        self.drafts.show(page, "roster")
        page.open_file(path)

    def show_settings(self) -> None:
        """Show this desk's settings, with the page on which a scanner is tried."""
        from signin.desk.printing.pdf_printing import printers
        from signin.desk.settings_page import Around, SettingsPage

        assert self._reader is not None
        around = Around(
            self._ear, self._lock, self._reader, self._clock, bootstrap.settings_path(), self._last_failure
        )
        page = SettingsPage(self._voice, self._look, self._kept.settings, printers(), around)
        page.changed.connect(self._kept.take)
        self._kept.failed.connect(page.complain)
        page.paced.connect(self._keep_pace)
        self._kept.changed.connect(page.follow)
        self.drafts.show(page, "settings")

    def _keep_pace(self, pace: Pace) -> None:
        self._ear.keep_pace(pace)
        kept = None if pace == USUAL else (pace.first_gap, pace.idle, pace.least)
        self._kept.keep(scanner_pace=kept)

    def leave(self) -> None:
        """Let go of the page, for the door is shown."""
        self.drafts.leave()


def pace_of(kept: tuple[float, float, float]) -> Pace:
    """Give a scanner's pace as the settings keep it; the usual one for one at which hands type."""
    first_gap, idle, least = kept
    pace = Pace(first_gap, idle, int(least))
    return pace if is_a_scanners(pace) else USUAL
