"""What was done on the roster, undone and done again by its records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from signin.desk.work.piles import Piles
from signin.desk.work.store_worker import StoreWorker
from signin.services.desk import Desk
from signin.services.roster_edits import Done, take_back
from signin.words import Failure


class Undoing(QObject):
    """Works on the piles of records for one page. `undone` and `redone` tell with what is so now.

    What cannot be undone, since somebody else has changed it, is told by `failed` and forgotten: what was done
    before it may still be. The piles hear of an answer too when the page has gone.
    """

    changed = Signal()
    undone = Signal(object)
    redone = Signal(object)
    failed = Signal(object)

    def __init__(
        self, writer: StoreWorker, clock: Callable[[], datetime], piles: Piles[tuple[str, ...]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._writer, self._clock, self._piles = writer, clock, piles
        self._waits = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._piles.can_undo and not self._waits

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._piles.can_redo and not self._waits

    def write(
        self, verb: Callable[[Desk], Done], then: Callable[[Done], None], otherwise: Callable[[Failure], None]
    ) -> None:
        """Do something, so that it can be undone; what was undone before is not done again."""

        def done(done: Done) -> None:
            if done.records:
                self._piles.did(done.records)
            if isValid(self):
                then(done)
                self.changed.emit()

        self._writer.do(verb, done, lambda failure: self._refused(failure, otherwise))

    def undo(self) -> None:
        """Undo the last thing."""
        if self.can_undo:
            self._take_back(again=False)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.can_redo:
            self._take_back(again=True)

    def _take_back(self, *, again: bool) -> None:
        taken, now = self._piles.take(again=again), self._clock()
        if taken is None:
            return
        self._waits = True

        def done(done: Done) -> None:
            taken.came_about(done.records)
            if isValid(self):
                self._answered()
                (self.redone if again else self.undone).emit(done)

        def refused(failure: Failure) -> None:
            taken.was_refused(failure)
            self._refused(failure, self._not_taken_back)

        self._writer.do(lambda desk: take_back(desk, taken.one, now), done, refused)
        self.changed.emit()

    def _refused(self, failure: Failure, tell: Callable[[Failure], None]) -> None:
        """Tell the page; once it has gone, the window."""
        (tell if isValid(self) else self._writer.failed.emit)(failure)

    def _not_taken_back(self, failure: Failure) -> None:
        self._answered()
        self.failed.emit(failure)

    def _answered(self) -> None:
        self._waits = False
        self.changed.emit()
