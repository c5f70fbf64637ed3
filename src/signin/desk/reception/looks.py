"""Looks into the store that fail now and then: each is taken again later, and none is heard after the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from signin.desk.work.store_worker import StoreWorker
from signin.services.desk import Desk
from signin.words import Failure

T = TypeVar("T")


class Looks(QObject):
    """What only looks says nothing when it fails: a disk that cannot be read is told by the next scan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._failed: list[Callable[[], None]] = []
        self._ended = False

    def look(
        self,
        worker: StoreWorker,
        verb: Callable[[Desk], T],
        then: Callable[[T], None],
        again: Callable[[], None],
        otherwise: Callable[[Failure], None] | None = None,
    ) -> None:
        """Let a worker look; where that failed, `again` is called the next time that `take_again` is."""

        def came(result: T) -> None:
            if not self._ended:
                then(result)

        def failed(failure: Failure) -> None:
            if not self._ended:
                self._failed.append(again)
                if otherwise is not None:
                    otherwise(failure)

        if not self._ended:
            worker.do(verb, came, failed, looks=True, owner=self)

    def take_again(self) -> None:
        """Take each look again that has failed since the last time."""
        failed, self._failed = self._failed, []
        for again in failed:
            again()

    def end(self) -> None:
        """Look no more, and hear nothing of what is being looked at: an answer may be on its way."""
        self._ended = True
        self._failed.clear()
