"""One badge at the door: to the printer that was chosen, or as a file where there is none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from signin.desk.printing.pdf_printing import print_pdf, printer_named
from signin.desk.printing.print_job import account
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.domain.print_run import Paper, PrintRun
from signin.exchange.safe_names import safe_file_name
from signin.exchange.settings_file import Settings
from signin.services import print_log
from signin.services.desk import Desk
from signin.services.failures import NoBadgeForAbsent
from signin.services.paper_orders import Gathered, Order, gather
from signin.services.papers import Printed
from signin.services.print_log import Target
from signin.words import Failure, Message, say

Told = Callable[[Message], None]
Failed = Callable[[Failure], None]


class BadgePrinter(QObject):
    """Prints a person's badge and notes it in the print log; nobody waits for it, and the door stays open."""

    def __init__(
        self,
        reader: StoreWorker,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
        folder: Path | None = None,
        parent: QObject | None = None,
        *,
        writer: StoreWorker | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._settings, self._clock, self._folder = reader, settings, clock, folder
        self._writer = writer or reader
        self._at_work: set[Background] = set()

    @property
    def ready(self) -> bool:
        """Whether a printer was chosen for badges."""
        return bool(self._settings().badge_printer)

    def print_for(self, person: Attendee, then: Told, otherwise: Failed) -> None:
        """Print or save somebody's badge; `then` hears what was done."""
        order = Order(
            event_id=person.event_id, paper=Paper.BADGES, only=(person.id,), size=self._settings().badge_page
        )
        self._reader.do(
            lambda desk: _badge(desk, order, person),
            lambda gathered: self._make(gathered, person, then, otherwise),
            otherwise,
        )

    def _make(self, gathered: Gathered, person: Attendee, then: Told, otherwise: Failed) -> None:
        printer, now = self._settings().badge_printer, self._clock()
        folder = self._folder or badge_folder()

        def work(_: object) -> Printed:
            printed = gathered.write(_place_for(person, folder), now)
            if printer:
                print_pdf(printed.path, printer_named(printer))
            return printed

        def done(printed: Printed) -> None:
            self._note(gathered, printer, printed, now, otherwise)
            if printer:
                then(say("Badge of {name} printed", name=person.full_name))
            else:
                then(say("Badge of {name} saved: “{path}”", name=person.full_name, path=str(printed.path)))

        background = Background(work, done, otherwise, self, what=say("A badge is being made."))
        self._at_work.add(background)
        background.finished.connect(lambda: self._at_work.discard(background))
        background.start()

    def _note(self, gathered: Gathered, printer: str, printed: Printed, now: datetime, otherwise: Failed) -> None:
        """Note the badge once the store can be written; a note that cannot be made is told."""
        target = Target(
            name=printer or str(printed.path), pages=range(printed.pages), to_file=not printer, who=account()
        )

        def begin(desk: Desk) -> PrintRun:
            return print_log.begin(desk, gathered, target, now)

        def came_out(run: PrintRun) -> None:
            self._writer.do(
                lambda desk: print_log.came_out(desk, run.id, target.pages, now),
                lambda _: None,
                otherwise,
                keep_trying=True,
            )

        # Each write by itself, so that trying again never begins a second run.
        self._writer.do(begin, came_out, otherwise, keep_trying=True)


def badge_folder() -> Path:
    """Give where badges are saved: a folder of ours among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "signin"


def _badge(desk: Desk, order: Order, person: Attendee) -> Gathered:
    """Read what a badge says. Raises NoBadgeForAbsent for somebody who is not expected any more."""
    gathered = gather(desk, order)
    if not gathered.badges:
        raise NoBadgeForAbsent(name=person.full_name)
    return gathered


def _place_for(person: Attendee, folder: Path) -> Path:
    """Give a free file name; where the folder cannot be made, writing will say so."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return safe_file_name(f"{person.number} {person.name}", ".pdf", folder)
