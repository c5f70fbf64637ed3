"""Copies of the store while the door is open, made beside the window; and in a folder of the desk's choice too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from shiboken6 import isValid

from signin.desk.main_window import MainWindow
from signin.desk.work.background import Background
from signin.desk.work.store_worker import StoreWorker
from signin.exchange.settings_file import Settings
from signin.services.safekeeping import keep_copy, keep_elsewhere
from signin.words import Failure, Message, say

EVERY_MS = 30 * 60 * 1000
FIRST_MS = 60 * 1000
"""The first copy comes when the first people have come and the roster is surely in."""


class Copies(QObject):
    """Makes a copy when told to. Then comes `made` or `failed`; where there is a folder, `put` or `not_put` too.

    A slow stick holds neither the window nor the store: the copy that was made beside the store is copied there.
    """

    made = Signal(object)
    failed = Signal(object)
    put = Signal(object)
    not_put = Signal(object)

    def __init__(
        self,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        folder: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reader, self._clock, self._folder = reader, clock, folder

    def make(self) -> None:
        """Make a copy."""
        now = self._clock()
        self._reader.do(lambda desk: keep_copy(desk, now), self._go_on, self.failed.emit, looks=True, owner=self)

    def _go_on(self, copy: Path) -> None:
        self.made.emit(copy)
        folder, name = self._folder(), self._reader.desk.name
        if folder:
            background = Background(
                lambda _: keep_elsewhere(copy, Path(folder), name),
                self._tell,
                self._tell,
                QCoreApplication.instance(),
            )
            background.finished.connect(background.deleteLater)
            background.start()

    def _tell(self, what: object) -> None:
        """Tell what came of it, unless whoever asked has gone."""
        if isValid(self):
            (self.not_put if isinstance(what, Failure) else self.put).emit(what)


class Keeping(QObject):
    """Makes a copy now and then from the first door on; that one failed is told, and the next is tried.

    A folder elsewhere that is not there is told once, and taken back when copies come there again.
    """

    def __init__(
        self,
        reader: StoreWorker,
        clock: Callable[[], datetime],
        window: MainWindow,
        settings: Callable[[], Settings],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._warn, self._unwarn = window.warn, window.unwarn
        self._told: Message | None = None
        self.copies = Copies(reader, clock, lambda: settings().backup_folder, self)
        self.copies.failed.connect(self._tell)
        self.copies.not_put.connect(self._tell_once)
        self.copies.put.connect(self._take_back)
        self._timer = QTimer(self, interval=FIRST_MS)
        self._timer.timeout.connect(self.keep)

    def begin(self) -> None:
        """Make copies from now on; the doors of other events make no more of them."""
        if not self._timer.isActive():
            self._timer.start()

    def end(self) -> None:
        """Make no more."""
        self._timer.stop()

    def keep(self) -> None:
        """Make a copy."""
        self._timer.setInterval(EVERY_MS)
        self.copies.make()

    def _tell(self, failure: Failure) -> None:
        self._warn(say("No backup was made: {reason}", reason=failure.message))

    def _tell_once(self, failure: Failure) -> None:
        if self._told is None:
            self._told = failure.message
            self._warn(self._told)

    def _take_back(self, _: Path) -> None:
        if self._told is not None:
            told, self._told = self._told, None
            self._unwarn(told)
