"""The one thread that speaks to the store: verbs run in order, answers come back to the window."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from signin.services.desk import Desk
from signin.store.failures import StoreBusy, StoreFull, StoreMoved, StoreReadOnly, StoreUnreachable
from signin.words import Failure, mark

T = TypeVar("T")

QUIET_MS = 100
"""An answer that takes longer is told as "saving…"."""
AGAIN_SECONDS = 0.5
SHARE_SECONDS = 0.0005
"""So soon a thread that computes lets the window go on. Python's own 5 ms add up to a window that is felt to stop:
the worst of 80 scans at 100,000 people held it 24 and 28 ms in two runs, with this 11 and 16."""
_PASSING = (StoreBusy, StoreFull, StoreMoved, StoreReadOnly, StoreUnreachable)
"""What may be over the next time: a full disk that is given room, a stick that is put back."""
_log = logging.getLogger(__name__)


class Unexpected(Failure):
    """A fault of ours, told like any other failure."""

    exit_code = 1
    text = mark("Something unexpected happened: {error}.")


@dataclass(frozen=True, slots=True)
class _Job:
    verb: Callable[[Desk], Any]
    then: Callable[[Any], None]
    otherwise: Callable[[Failure], None] | None
    keep_trying: bool
    looks: bool
    owner: QObject | None

    @property
    def is_heard(self) -> bool:
        """Whether who asked is still there."""
        return self.owner is None or isValid(self.owner)


class StoreWorker(QObject):
    """Runs verbs on a desk, one after another, in a thread of its own; `then` and `otherwise` run in the window's.

    A verb that is to be kept trying is tried again while the store cannot be written, and those after it wait:
    the order of scans is never changed. `saving` tells that an answer takes longer than 100 ms, `not_saved` of
    each try that failed, `settled` that nothing which writes is waiting any more: whether the last was written.
    A failure that nobody takes care of is told by `failed`: also of what was to be written by who has gone since.
    `went_wrong` tells each of them, whoever takes care.
    """

    saving = Signal()
    not_saved = Signal(object)
    settled = Signal(bool)
    failed = Signal(object)
    went_wrong = Signal(object)
    idle = Signal()
    _done = Signal(object, object, object)
    _news = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._waiting = self._unsaved = 0
        self._stopping = Event()
        self._told_saving = False
        self._patience = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._patience.timeout.connect(self._tell_saving)
        # What the thread tells is said in the window's: plain functions may listen to it there.
        self._done.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._news.connect(self._say_news, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(SHARE_SECONDS)
        self._thread = Thread(target=self._run, name="store", daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """How many verbs have not been answered yet."""
        return self._waiting

    @property
    def unsaved(self) -> int:
        """How many of them write."""
        return self._unsaved

    def settles(self, milliseconds: int) -> bool:
        """Let the window run until all that writes was answered, at most so long; whether it was."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        self.idle.connect(loop.quit)
        if self._unsaved:
            loop.exec()
        self.idle.disconnect(loop.quit)
        return not self._unsaved

    def rest(self, milliseconds: int) -> None:
        """Wait, while the window stands still, until all that was asked for is done, at most so long.

        The answers come afterwards as ever, before anything is painted.
        """
        done = Event()
        self.do(lambda _: done.set(), lambda _: None, looks=True)
        done.wait(milliseconds / 1000)

    def do(
        self,
        verb: Callable[[Desk], T],
        then: Callable[[T], None],
        otherwise: Callable[[Failure], None] | None = None,
        *,
        keep_trying: bool = False,
        looks: bool = False,
        owner: QObject | None = None,
    ) -> None:
        """Let a verb run after those before it.

        `looks` tells that it only reads; once its `owner` is deleted, it is not told of its answer.
        """
        self._waiting += 1
        self._unsaved += not looks
        if not looks and not self._patience.isActive() and not self._told_saving:
            self._patience.start()
        self._jobs.put(_Job(verb, then, otherwise, keep_trying, looks, owner))

    def stop(self) -> None:
        """Finish what was asked for, but try nothing again; then let go of the store."""
        self._stopping.set()
        self._jobs.put(None)
        self._thread.join()
        self.desk.store.close()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            self._done.emit(job, *self._finished(job))
            del job  # who has gone is not held until the next one asks

    def _finished(self, job: _Job) -> tuple[Any, Failure | None]:
        """Run a verb to its end; give what came of it, or what went wrong."""
        try:
            return self._tried(job), None
        except Failure as failure:
            return None, failure
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must be told
            _log.exception("A verb failed")
            return None, Unexpected(error=repr(error))

    def _tried(self, job: _Job) -> Any:  # noqa: ANN401 - whatever the verb gives
        while True:
            try:
                return job.verb(self.desk)
            except _PASSING as failure:
                if not job.keep_trying or self._stopping.is_set():
                    raise
                self._news.emit(partial(self.not_saved.emit, failure))
                self._stopping.wait(AGAIN_SECONDS)

    def _answer(self, job: _Job, result: object, failure: Failure | None) -> None:
        self._waiting -= 1
        self._unsaved -= not job.looks
        if not self._unsaved:
            self._patience.stop()
            self._told_saving = False
            if not job.looks:
                self.settled.emit(failure is None)
        self._tell(job, result, failure)
        if not self._unsaved:
            self.idle.emit()

    def _tell(self, job: _Job, result: object, failure: Failure | None) -> None:
        """Answer who asked. That nothing was written is told to the window when nobody else hears it."""
        if failure is not None:
            self.went_wrong.emit(failure)
        if failure is None:
            if job.is_heard:
                job.then(result)
        elif job.is_heard and job.otherwise:
            job.otherwise(failure)
        elif job.is_heard or not job.looks:
            self.failed.emit(failure)

    def _say_news(self, say: Callable[[], None]) -> None:
        say()

    def _tell_saving(self) -> None:
        if self._unsaved and not self._told_saving:
            self._told_saving = True
            self.saving.emit()
