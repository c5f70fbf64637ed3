"""What was done on the roster and can be undone, and what was undone and can be done again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from signin.desk.work.store_worker import StoreWorker
from signin.services.roster_edits import Done, take_back
from signin.words import Failure

_MOST = 200


class Undoing(QObject):
    """Keeps the records of each thing done at this page. `undone` and `redone` tell with what is so now.

    What cannot be undone, since somebody else has changed it, is told by `failed` and forgotten: what was done
    before it may still be.
    """

    changed = Signal()
    undone = Signal(object)
    redone = Signal(object)
    failed = Signal(object)

    def __init__(self, writer: StoreWorker, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._writer, self._clock = writer, clock
        self._past: list[tuple[str, ...]] = []
        self._future: list[tuple[str, ...]] = []
        self._waits = False

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._past) and not self._waits

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return bool(self._future) and not self._waits

    def did(self, done: Done) -> None:
        """Keep what was done; what was undone before is not done again."""
        if done.records:
            self._past.append(done.records)
            del self._past[:-_MOST]
            self._future.clear()
            self.changed.emit()

    def undo(self) -> None:
        """Undo the last thing."""
        if self.can_undo:
            self._take_back(self._past.pop(), self._future, self.undone.emit)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.can_redo:
            self._take_back(self._future.pop(), self._past, self.redone.emit)

    def _take_back(
        self, records: tuple[str, ...], onto: list[tuple[str, ...]], tell: Callable[[Done], None]
    ) -> None:
        now, self._waits = self._clock(), True

        def done(done: Done) -> None:
            onto.append(done.records)
            self._answered()
            tell(done)

        self._writer.do(lambda desk: take_back(desk, records, now), done, self._refused, owner=self)
        self.changed.emit()

    def _refused(self, failure: Failure) -> None:
        self._answered()
        self.failed.emit(failure)

    def _answered(self) -> None:
        self._waits = False
        self.changed.emit()
