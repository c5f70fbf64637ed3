"""A file read beside the window, and understood anew from memory as often as somebody chooses otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from signin.desk.work.background import Background, Progress, Stopped
from signin.exchange.choices import Choices
from signin.services import handed
from signin.services.handed import Handed
from signin.words import Failure, say

Then = Callable[[Handed], None]
Otherwise = Callable[[Failure], None]


class FileReader(QObject):
    """Does one thing at a time: what is asked for last is answered, and nobody once its owner is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.work: Background | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is to come."""
        return self.work is not None

    def read(self, path: Path, then: Then, otherwise: Otherwise, choices: Choices | None = None) -> None:
        """Read a file, and look at it under choices that were made before."""

        def work(progress: Progress) -> Handed:
            read = handed.read_file(path, cancelled=_asking(progress))
            return read if choices is None else handed.look_again(read, choices)

        self._begin(work, then, otherwise)

    def look_again(self, before: Handed, choices: Choices, then: Then, otherwise: Otherwise) -> None:
        """Understand what was read under other choices."""
        self._begin(lambda _: handed.look_again(before, choices), then, otherwise)

    def stop(self) -> bool:
        """Stop what goes on, if anything does; its answer is not waited for."""
        work, self.work = self.work, None
        if work is not None:
            work.stop()
        return work is not None

    def _begin(self, work: Callable[[Progress], Handed], then: Then, otherwise: Otherwise) -> None:
        self.stop()
        reading: Background
        reading = Background(
            work,
            lambda answer: self._mine(reading, lambda: then(answer)),
            lambda failure: self._mine(reading, lambda: otherwise(failure)),
            QCoreApplication.instance(),  # for it may outlive the page
            what=say("A roster is being read."),
        )
        reading.finished.connect(reading.deleteLater)
        self.work = reading
        reading.start()

    def _mine(self, work: Background, answer: Callable[[], None]) -> None:
        if isValid(self) and work is self.work:
            self.work = None
            answer()


def _asking(progress: Progress) -> Callable[[], bool]:
    """Ask a progress whether the work is to end, in the way of `exchange.tables.read`."""

    def stopped() -> bool:
        try:
            progress.at(0, 0)
        except Stopped:
            return True
        return False

    return stopped
