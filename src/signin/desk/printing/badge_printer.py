"""One badge at the door: to the printer that was chosen, or as a file where there is none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths

from signin.desk.printing.pdf_printing import print_pdf, printer_named
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.exchange.safe_names import safe_file_name
from signin.exchange.settings_file import Settings
from signin.services.papers import Printed, print_badges
from signin.words import Failure, Message, say

Told = Callable[[Message], None]
Failed = Callable[[Failure], None]


class BadgePrinter(QObject):
    """Prints a person's badge; nobody waits for it, and the door stays open."""

    def __init__(
        self,
        reader: StoreWorker,
        settings: Callable[[], Settings],
        clock: Callable[[], datetime],
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._settings, self._clock, self._folder = reader, settings, clock, folder
        self._at_work: set[Background] = set()

    @property
    def ready(self) -> bool:
        """Whether a printer was chosen for badges."""
        return bool(self._settings().badge_printer)

    def print_for(self, person: Attendee, then: Told, otherwise: Failed) -> None:
        """Print or save somebody's badge; `then` hears what was done."""
        settings, now = self._settings(), self._clock()
        folder = self._folder or badge_folder()

        def made(printed: Printed) -> None:
            if settings.badge_printer:
                self._to_printer(printed.path, settings.badge_printer, person, then, otherwise)
            else:
                then(say("Badge of {name} saved: “{path}”", name=person.full_name, path=str(printed.path)))

        self._reader.do(
            lambda desk: print_badges(
                desk,
                person.event_id,
                _place_for(person, folder),
                now,
                only=[person.id],
                page=settings.badge_page,
            ),
            made,
            otherwise,
        )

    def _to_printer(self, path: Path, printer: str, person: Attendee, then: Told, otherwise: Failed) -> None:
        work = Background(
            lambda _: print_pdf(path, printer_named(printer)),
            lambda _: then(say("Badge of {name} printed", name=person.full_name)),
            otherwise,
            self,
        )
        self._at_work.add(work)
        work.finished.connect(lambda: self._at_work.discard(work))
        work.start()


def badge_folder() -> Path:
    """Give where badges are saved: a folder of ours among the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "signin"


def _place_for(person: Attendee, folder: Path) -> Path:
    """Give a free file name; where the folder cannot be made, writing will say so."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return safe_file_name(f"{person.number} {person.name}", ".pdf", folder)
