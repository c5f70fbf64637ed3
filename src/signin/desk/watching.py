"""Whether the store is still where it was: one taken away while the window is open is noticed and put back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from signin.desk.main_window import MainWindow
from signin.desk.work.store_worker import StoreWorker
from signin.services.desk import Desk
from signin.store.failures import StoreMoved
from signin.words import Failure, Message, say

EVERY_MS = 2000


class Watching(QObject):
    """Looks each two seconds. `trouble` is what stands in the way now: then all is kept in the window only."""

    def __init__(
        self, writer: StoreWorker, reader: StoreWorker, window: MainWindow, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._writer, self._window = writer, window
        self.trouble: Message | None = None
        self._times = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        writer.not_saved.connect(self._not_saved)
        for worker in (writer, reader):
            worker.failed.connect(self._not_done)

    def look(self) -> None:
        """See that the store is under its name; not while it is busy, for then a write sees to it itself."""
        if not self._writer.waiting:
            self._writer.do(_times_written_back, self._kept, self._not_kept, looks=True, owner=self)

    def end(self) -> None:
        """Look a last time, before the store is let go of."""
        self._timer.stop()
        self._writer.do(_times_written_back, lambda _: None, lambda _: None, looks=True)

    def _kept(self, times: int) -> None:
        if self.trouble is not None:
            self._take_back()
        if times != self._times:
            self._times = times
            path = str(self._writer.desk.store.path)
            self._window.warn(
                say(
                    "The store “{path}” was moved or deleted. It was written back there, nothing is lost.",
                    path=path,
                )
            )

    def _not_saved(self, failure: Failure) -> None:
        if isinstance(failure, StoreMoved):
            self._not_kept(failure)

    def _not_done(self, failure: Failure) -> None:
        """Say what went wrong after whoever asked for it had gone."""
        self._window.warn(say("Something asked for a moment ago was not done: {reason}", reason=failure.message))

    def _not_kept(self, failure: Failure) -> None:
        """Say in red what is in the way, once."""
        if self.trouble is None or self._window.warning.message is None:
            self.trouble = failure.message
            self._window.warn(self.trouble, stop=True)

    def _take_back(self) -> None:
        if self._window.warning.message is self.trouble:
            self._window.warning.tell(None)
        self.trouble = None


def _times_written_back(desk: Desk) -> int:
    desk.store.keep_name()
    return desk.store.times_written_back
