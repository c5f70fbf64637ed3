"""The organiser's pages of one event, each loaded and made when somebody goes there, and those behind them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from signin.desk.drafts import Drafts
from signin.desk.kept import Kept
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.remembered import Remembered
from signin.desk.work.store_worker import StoreWorker

if TYPE_CHECKING:
    from signin.desk.start.page import Page

Place = Literal["roster", "documents", "statistics", "details", "records"]
Inner = Literal["import", "duplicates", "sessions"]
PLACES: tuple[Place, ...] = ("roster", "documents", "statistics", "details", "records")


class EventPages(QObject):
    """Shows one page of an event; `changed` tells that the door must read its event again.

    What is changed of people the door hears by itself.

    `opened` tells which event somebody wants the door of.
    """

    changed = Signal()
    opened = Signal(str)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        drafts: Drafts,
        kept: Kept,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._voice, self._look, self._drafts, self._kept, self._clock = voice, look, drafts, kept, clock
        self._writer: StoreWorker | None = None
        self._reader: StoreWorker | None = None
        self._remembered: dict[str, Remembered] = {}
        self._made: dict[Place | Inner, Callable[[str], Page]] = {
            "roster": self._roster,
            "documents": self._documents,
            "statistics": self._statistics,
            "details": self._details,
            "records": self._records,
            "import": self._import,
            "duplicates": self._duplicates,
            "sessions": self._sessions,
        }

    def use(self, writer: StoreWorker, reader: StoreWorker) -> None:
        """Work on this store from now on."""
        self._writer, self._reader, self._remembered = writer, reader, {}

    def show(self, place: Place | Inner, event_id: str) -> None:
        """Show a page of an event; what was typed there and not saved is there again."""
        if not self._drafts.again((place, event_id)):
            self._drafts.show(self._made[place](event_id), (place, event_id))

    def _of(self, event_id: str) -> Remembered:
        """Give what is kept of an event's pages, so that what was done there can be undone on coming back."""
        return self._remembered.setdefault(event_id, Remembered())

    @property
    def _workers(self) -> tuple[StoreWorker, StoreWorker]:
        assert self._writer is not None
        assert self._reader is not None
        return self._writer, self._reader

    # The places of the rail

    def _roster(self, event_id: str) -> Page:
        from signin.desk.organiser.roster.page import RosterPage

        page = RosterPage(
            self._voice,
            self._look,
            *self._workers,
            event_id,
            self._clock,
            remembered=self._of(event_id).roster,
        )
        page.import_wanted.connect(lambda: self.show("import", event_id))
        page.duplicates_wanted.connect(lambda: self.show("duplicates", event_id))
        return page

    def _documents(self, event_id: str) -> Page:
        from signin.desk.organiser.documents.page import DocumentsPage

        settings = self._kept.settings
        sheet, printer = settings.badge_page, settings.document_printer
        parts = (*self._workers, event_id, self._clock)
        return DocumentsPage(self._voice, self._look, *parts, label=sheet, printer=printer)

    def _statistics(self, event_id: str) -> Page:
        from signin.desk.organiser.statistics.page import StatisticsPage

        return StatisticsPage(self._voice, self._look, *self._workers, event_id, self._clock)

    def _details(self, event_id: str) -> Page:
        from signin.desk.organiser.event.details_page import EventDetailsPage

        page = EventDetailsPage(self._voice, self._look, *self._workers, event_id, self._clock)
        page.changed.connect(self.changed)
        page.cloned.connect(self.opened)
        page.sessions.sessions_wanted.connect(lambda: self.show("sessions", event_id))
        return page

    def _records(self, event_id: str) -> Page:
        from signin.desk.organiser.records.page import RecordsPage

        return RecordsPage(self._voice, self._look, *self._workers, event_id, self._clock)

    # The pages behind them

    def _import(self, event_id: str) -> Page:
        from signin.desk.organiser.importing.page import ImportPage

        page = ImportPage(self._voice, self._look, *self._workers, event_id, self._clock)
        page.changed.connect(self.changed)
        page.imported.connect(lambda _: self.show("roster", event_id))
        return self._behind("roster", page, event_id)

    def _duplicates(self, event_id: str) -> Page:
        from signin.desk.organiser.duplicates.page import DuplicatesPage

        parts, piles = (*self._workers, event_id, self._clock), self._of(event_id).duplicates
        page = DuplicatesPage(self._voice, self._look, *parts, piles=piles)
        return self._behind("roster", page, event_id)

    def _sessions(self, event_id: str) -> Page:
        from signin.desk.organiser.sessions.page import SessionsPage

        parts, piles = (*self._workers, event_id, self._clock), self._of(event_id).sessions
        page = SessionsPage(self._voice, self._look, *parts, piles=piles)
        page.changed.connect(self.changed)
        return self._behind("details", page, event_id)

    def _behind(self, place: Place, page: Page, event_id: str) -> Page:
        """Let the way back of a page lead to the place it is behind."""
        page.back.connect(lambda: self.show(place, event_id))
        return page
