"""Copies of the store while the door is open, made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from signin.desk.work.store_worker import StoreWorker
from signin.services.safekeeping import keep_copy
from signin.words import Failure, Message, say

EVERY_MS = 30 * 60 * 1000
FIRST_MS = 60 * 1000
"""The first copy comes when the first people have come and the roster is surely in."""


class Keeping(QObject):
    """Makes a copy now and then; that one failed is told, and the next is tried."""

    def __init__(
        self,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        warn: Callable[[Message], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._clock, self._warn = reader, clock, warn
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def keep(self) -> None:
        """Make a copy."""
        self._timer.setInterval(EVERY_MS)
        now = self._clock()
        self._reader.do(lambda desk: keep_copy(desk, now), lambda _: None, self._tell, looks=True, owner=self)

    def _tell(self, failure: Failure) -> None:
        self._warn(say("No backup was made: {reason}", reason=failure.message))
