"""A paper sent to a printer or a file, and what the log is told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from signin.desk.organiser.documents.making import Made
from signin.desk.organiser.documents.saving import save_copy
from signin.desk.printing.pdf_printing import pages_wanted
from signin.desk.printing.print_job import PrintJob, account
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.domain.print_run import Paper, PrintRun
from signin.services import print_log
from signin.services.desk import Desk
from signin.services.paper_orders import Gathered, issue
from signin.services.print_log import Target
from signin.words import Failure, mark, say


class PaperChanged(Failure):
    """Somebody has come, gone or been corrected since the paper was looked at."""

    exit_code = 5
    text = mark("The list has changed since. Look at the paper again, then print it.")


@dataclass(frozen=True, slots=True)
class Sent:
    """What came out: pages of a run, at a printer or as a file."""

    run: PrintRun
    pages: int


class Sender(QObject):
    """Sends one paper at a time; it comes out, and is noted, even when the page that sent it has gone.

    `moved` tells the pages; then comes `sent`, or `failed` with the run that began.

    Certificates get their register numbers here, when they are sent and not when they are looked at.
    """

    moved = Signal(int, int)
    sent = Signal(object)
    failed = Signal(object, object)

    def __init__(self, writer: StoreWorker, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer, self._clock = writer, clock
        self._job: PrintJob | None = None

    @property
    def busy(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._job is not None

    def stop(self) -> None:
        """End after the page in hand."""
        if self._job is not None:
            self._job.stop()

    def print(self, made: Made, printer: QPrinter, pages: range, continues: str | None = None) -> None:
        """Print those of the pages that the printer was told to print."""
        file = printer.outputFileName()
        target = Target(
            name=file or printer.printerName(),
            to_file=bool(file),
            pages=pages_wanted(printer, pages),
            copies=printer.copyCount(),
            who=account(),
            continues=continues,
        )
        self._with_numbers(made, lambda paper: self._begin(paper, made, target, printer))

    def save(self, made: Made, out: Path) -> None:
        """Save the paper as a file."""
        target = Target(name=str(out), to_file=True, pages=range(len(made.sizes)), who=account())
        self._with_numbers(made, lambda paper: self._save(paper, made.path, out, target))

    def _with_numbers(self, made: Made, then: Callable[[Gathered], None]) -> None:
        """Give certificates their numbers; where another desk was quicker, the paper is drawn again with them."""
        if made.gathered.order.paper is not Paper.CERTIFICATES:
            then(made.gathered)
            return
        now = self._clock()
        only = tuple(person.id for person in made.gathered.people)
        self._writer.do(
            lambda desk: issue(desk, made.gathered.order, now, only),
            lambda issued: self._draw_again(made, issued, now, then),
            self._refuse,
        )

    def _draw_again(self, made: Made, issued: Gathered, now: datetime, then: Callable[[Gathered], None]) -> None:
        if [one.attendee for one in issued.certificates] != [one.attendee for one in made.gathered.certificates]:
            self._refuse(PaperChanged())
            return
        if issued == made.gathered:
            then(issued)
            return
        self._beside(lambda: issued.write(made.path, now), lambda: then(issued))

    def _save(self, paper: Gathered, path: Path, out: Path, target: Target) -> None:
        def note(desk: Desk) -> PrintRun:
            now = self._clock()
            run = print_log.begin(desk, paper, target, now)
            print_log.came_out(desk, run.id, target.pages, now)
            return run

        def saved() -> None:
            self._writer.do(note, lambda run: self._tell(Sent(run, len(target.pages))))

        self._beside(lambda: save_copy(path, out), saved)

    def _beside(self, work: Callable[[], object], then: Callable[[], None]) -> None:
        told = say("A paper is being saved.")
        background = Background(
            lambda _: work(), lambda _: then(), self._refuse, QCoreApplication.instance(), what=told
        )
        background.finished.connect(background.deleteLater)
        background.start()

    def _begin(self, paper: Gathered, made: Made, target: Target, printer: QPrinter) -> None:
        now = self._clock()
        self._writer.do(
            lambda desk: print_log.begin(desk, paper, target, now),
            lambda run: self._start(run, made, printer),
            self._refuse,
        )

    def _start(self, run: PrintRun, made: Made, printer: QPrinter) -> None:
        job = PrintJob(self._writer, run, made.path, printer, self._clock, QCoreApplication.instance())
        job.done.connect(lambda: self._end(job, made, None))
        job.failed.connect(lambda failure: self._end(job, made, failure))
        if isValid(self):
            job.moved.connect(self.moved)
            self._job = job
        job.start()

    def _end(self, job: PrintJob, _made: Made, failure: Failure | None) -> None:
        """Tell what came of it; until now somebody had to hold the file."""
        job.deleteLater()
        if not isValid(self):
            return
        self._job = None
        if failure is None:
            self._tell(Sent(job.run, len(job.run.left)))
        else:
            self.failed.emit(failure, job.run)

    def _tell(self, sent: Sent) -> None:
        if isValid(self):
            self.sent.emit(sent)

    def _refuse(self, failure: Failure) -> None:
        if isValid(self):
            self.failed.emit(failure, None)
