"""Papers made beside the window: first what can be seen at once, then the whole."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage
from shiboken6 import isValid

from signin.desk.printing.pdf_printing import page_image
from signin.desk.work.background import Background, Progress, Stopped
from signin.desk.work.store_worker import StoreWorker
from signin.documents.badges import A_SHEET
from signin.exchange.pictures import page_sizes
from signin.services.paper_orders import FIRST, Gathered, Order, gather, gather_first
from signin.words import Failure

Size = tuple[float, float]


class Shown(Protocol):
    """What can be shown: pages in a file."""

    @property
    def path(self) -> Path:
        """Give where the file is."""

    @property
    def sizes(self) -> tuple[Size, ...]:
        """Give the size of each page in points."""

    @property
    def first(self) -> QImage:
        """Give the first page as it is drawn."""

    @property
    def of(self) -> object:
        """Tell what it is; shown again, the page in sight stays."""


class Folder:
    """A folder for a while: it goes with the last one who holds it."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="signin-"))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Made:
    """A paper in a file; `sizes` are its pages' in points, `first` is its first page at `dpi`.

    The file is there as long as somebody holds this or its maker; or until the maker has made another.
    """

    gathered: Gathered
    path: Path
    folder: Folder
    sizes: tuple[Size, ...]
    first: QImage
    dpi: float

    @property
    def of(self) -> Order:
        """What it was ordered as."""
        return self.gathered.order


class PaperMaker(QObject):
    """Makes one order at a time; another one takes its place.

    `begun` comes with the first page, as soon as it can be had; `made` with the whole; `failed` with what went
    wrong, also Stopped. `moved` tells how far the whole is.
    """

    begun = Signal(object)
    made = Signal(object)
    failed = Signal(object)
    moved = Signal(int, int)

    def __init__(self, reader: StoreWorker, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._clock = reader, clock
        self._folder = Folder()
        self._names = count(1)
        self._turn = 0
        self._work: Background | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being drawn, wanted or not any more."""
        return self._work is not None

    def make(self, order: Order, dpi: Callable[[Size], float]) -> None:
        """Make a paper; `dpi` tells at what resolution a first page of this size is to be seen."""
        self.drop()
        turn = self._turn
        self._reader.do(
            lambda desk: gather_first(desk, order),
            lambda gathered: self._begin(turn, gathered, dpi),
            lambda failure: self._fail(turn, failure),
        )

    def stop(self) -> None:
        """End the work; `failed` tells Stopped."""
        if self._work is not None:
            self._work.stop()
        else:
            self._fail(self._turn, Stopped())
            self._turn += 1

    def drop(self) -> None:
        """Forget what is being made."""
        self._turn += 1
        if self._work is not None:
            self._work.stop()

    def _begin(self, turn: int, gathered: Gathered, dpi: Callable[[Size], float]) -> None:
        """Make the first pages, where the whole takes longer; of a short paper of its own the whole at once."""
        beginning = _beginning(gathered)
        if beginning is None:
            self._go_on(turn, gathered, dpi)
        else:
            self._draw(
                turn, beginning, dpi, lambda made: self._have_begun(turn, made, gathered, dpi), self._unheard
            )

    def _have_begun(self, turn: int, made: Made, gathered: Gathered, dpi: Callable[[Size], float]) -> None:
        self.begun.emit(made)
        if gathered.whole:
            self._go_on(turn, gathered, dpi)
            return
        self._reader.do(
            lambda desk: gather(desk, gathered.order),
            lambda whole: self._go_on(turn, whole, dpi),
            lambda failure: self._fail(turn, failure),
        )

    def _wants(self, turn: int) -> bool:
        """Whether what was ordered then is still wanted, and anybody is still here."""
        return isValid(self) and turn == self._turn

    def _go_on(self, turn: int, gathered: Gathered, dpi: Callable[[Size], float]) -> None:
        if self._wants(turn):
            self._draw(turn, gathered, dpi, self._have_made, self.moved.emit)

    def _have_made(self, made: Made) -> None:
        """Tell of the whole, and let the papers before it go."""
        self.made.emit(made)
        for old in self._folder.path.iterdir():
            if old != made.path:
                with suppress(OSError):  # somebody is still reading it; it goes the next time
                    old.unlink()

    def _draw(
        self,
        turn: int,
        gathered: Gathered,
        dpi: Callable[[Size], float],
        then: Callable[[Made], None],
        moved: Callable[[int, int], object],
    ) -> None:
        if not self._wants(turn):
            return
        folder = self._folder
        path, now = self._folder.path / f"{next(self._names)}.pdf", self._clock()

        def draw(progress: Progress) -> Made:
            gathered.write(path, now, progress.at)
            progress.at(1, 1)
            sizes = tuple(page_sizes(path))
            if not self._wants(turn):  # the view that knows how fine has gone with its page
                raise Stopped
            fine = dpi(sizes[0])
            return Made(gathered, path, folder, sizes, page_image(path, 0, fine), fine)

        work = Background(
            draw,
            lambda made: self._hand_on(turn, made, then),
            lambda failure: self._fail(turn, failure),
            QCoreApplication.instance(),  # the page may go before the work ends
        )
        work.moved.connect(lambda done, of: moved(done, of) if self._wants(turn) else None)
        work.finished.connect(lambda: self._let_go(work))
        self._work = work
        work.start()

    def _hand_on(self, turn: int, made: Made, then: Callable[[Made], None]) -> None:
        if self._wants(turn):
            then(made)

    def _let_go(self, work: Background) -> None:
        if self._work is work:
            self._work = None
        work.deleteLater()

    def _fail(self, turn: int, failure: Failure) -> None:
        if self._wants(turn):
            self.failed.emit(failure)

    def _unheard(self, _done: int, _of: int) -> None:
        """Leave the progress of a beginning untold: it is over at once."""


def _beginning(gathered: Gathered) -> Gathered | None:
    """Give the first pages of what takes long; None where the whole is as quick."""
    if not gathered.whole:
        return gathered
    if len(gathered.people) <= FIRST:
        return None
    return replace(gathered, badges=gathered.badges[:A_SHEET], certificates=gathered.certificates[:1], whole=False)
