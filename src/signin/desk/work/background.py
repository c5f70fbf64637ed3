"""Long work beside the window: with progress, and a way to stop it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from signin.desk.work.store_worker import Unexpected
from signin.words import Failure, Message, mark

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Stopped(Failure):
    """Somebody stopped the work."""

    exit_code = 130
    text = mark("Stopped. Nothing was changed.")


class Progress:
    """What long work is handed: `at(done, total)` tells how far it is, and raises Stopped once it was stopped."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._stop = Event()

    def at(self, done: int, total: int) -> None:
        """Tell how far the work is. Raises Stopped."""
        if self._stop.is_set():
            raise Stopped
        self._tell(done, total)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stop.set()


class Background(QObject):
    """One piece of long work in a thread of its own; its answers come in the window's thread.

    `what` says what is under way, for work that closing the window would cut off.
    """

    moved = Signal(int, int)
    finished = Signal()
    _done = Signal(object)
    _came = Signal(int, int)

    def __init__(
        self,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        otherwise: Callable[[Failure], None],
        parent: QObject | None = None,
        *,
        what: Message | None = None,
    ) -> None:
        super().__init__(parent)
        self.what, self.is_under_way = what, False
        self._progress = Progress(self._came.emit)
        # What the thread tells is said in the window's: plain functions may listen to it there.
        self._came.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._then, self._otherwise = then, otherwise
        self._thread = Thread(target=self._run, args=(work,), name="background", daemon=True)

    def start(self) -> None:
        """Begin, once whoever wants to hear is connected."""
        self.is_under_way = True
        self._thread.start()

    def stop(self) -> None:
        """Ask the work to end; `otherwise` is called with Stopped."""
        self._progress.stop()

    def wait(self) -> None:
        """Wait for the thread to end; its answer still comes through the event loop."""
        self._thread.join()

    def _run(self, work: Callable[[Progress], Any]) -> None:
        self._done.emit(self._finished_by(work))

    def _finished_by(self, work: Callable[[Progress], Any]) -> Callable[[], None]:
        try:
            result = work(self._progress)
        except Failure as failure:
            told: Failure = failure
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must be told
            _log.exception("Long work failed")
            told = Unexpected(error=repr(error))
        else:
            return lambda: self._then(result)
        return lambda: self._otherwise(told)

    def _move(self, done: int, total: int) -> None:
        self.moved.emit(done, total)

    def _answer(self, finish: Callable[[], None]) -> None:
        self._thread.join()  # until then it is in the signal, and nobody may let go of this object
        self.is_under_way = False
        finish()
        self.finished.emit()
