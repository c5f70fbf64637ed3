"""A paper on its way: printed beside the window, each page noted in the print log as it comes out."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtPrintSupport import QPrinter

from signin.desk.printing.pdf_printing import print_pdf
from signin.desk.work.background import Background, Progress
from signin.desk.work.store_worker import StoreWorker
from signin.domain.print_run import PrintRun
from signin.services import print_log
from signin.words import Failure, say

_WHAT = say("A paper is being printed; it ends after the page in hand.")


class PrintJob(QObject):
    """Prints pages of a file for a run that was begun. `stop` ends it after the page in hand; what came out stays.

    `moved` tells how many pages came out of how many; then comes `done`, or `failed`. Both come once everything is
    in the log.
    """

    moved = Signal(int, int)
    done = Signal()
    failed = Signal(object)
    _came_out = Signal(int)

    def __init__(
        self,
        writer: StoreWorker,
        run: PrintRun,
        path: Path,
        printer: QPrinter,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.run, self._writer, self._clock = run, writer, clock
        self._path, self._printer = path, printer
        self._came_out.connect(self._note, Qt.ConnectionType.QueuedConnection)
        self._work = Background(self._print, lambda _: self._end(None), self._end, self, what=_WHAT)

    def start(self) -> None:
        """Begin, once whoever wants to hear is connected."""
        self._work.start()

    def stop(self) -> None:
        """End after the page that is in hand; `failed` tells Stopped."""
        self._work.stop()

    def _print(self, progress: Progress) -> None:
        pages, handed = self.run.left, 0

        def out(page: int) -> None:
            nonlocal handed
            handed += 1
            self._came_out.emit(page)
            if handed < len(pages):
                progress.at(handed, len(pages))

        print_pdf(self._path, self._printer, pages, out)

    def _note(self, page: int) -> None:
        run, now = self.run, self._clock()
        self._writer.do(
            lambda desk: print_log.came_out(desk, run.id, [page], now),
            lambda _: self.moved.emit(page - run.left.start + 1, len(run.left)),
            keep_trying=True,
        )

    def _end(self, failure: Failure | None) -> None:
        """Answer after what the log was told: verbs run in order."""

        def told(_: object) -> None:
            if failure is None:
                self.done.emit()
            else:
                self.failed.emit(failure)

        self._writer.do(lambda _: None, told)


def account() -> str:
    """Give the name of the account on the computer, "" where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
