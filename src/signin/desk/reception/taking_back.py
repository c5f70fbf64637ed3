"""Taking scans back and putting them back: the last one by a key, any other from the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from signin.desk.reception.deeds import Deeds
from signin.desk.reception.sight import Sight
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.services import recent
from signin.services.desk import Desk
from signin.words import say

T = TypeVar("T")


class TakingBack(QObject):
    """`done` says what was taken back or put back, `failed` why it was not."""

    done = Signal(object)
    nothing = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        writer: StoreWorker,
        sight: Sight,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer, self._sight, self._event_id, self._clock = writer, sight, event_id, clock
        self.deeds = Deeds(event_id)

    def _do(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        self._writer.do(verb, then, self.failed.emit, owner=self)

    def undo(self) -> None:
        """Take back this desk's last scan that stands, or a correction that came after it."""
        now, deeds = self._clock(), self.deeds
        self._do(lambda desk: deeds.undo(desk, now), self._undone)

    def redo(self) -> None:
        """Put back what was last taken back."""
        now, deeds = self._clock(), self.deeds
        self._do(lambda desk: deeds.redo(desk, now), self._redone)

    def void(self, scan_id: str) -> None:
        """Take back any scan."""
        now, event_id = self._clock(), self._event_id
        self._do(lambda desk: recent.take_back(desk, event_id, scan_id, now), self._undone)

    def _undone(self, undone: recent.Undone | Attendee | None) -> None:
        if undone is None:
            self.nothing.emit(say("There is nothing to undo."))
            return
        name = self._seen(undone)
        if isinstance(undone, Attendee):
            self.done.emit(say("The correction of {name} is taken back.", name=name))
        else:
            self.done.emit(say("Undone: {name}. Ctrl+Y does it again.", name=name))

    def _redone(self, redone: recent.Undone | Attendee | None) -> None:
        if redone is None:
            self.nothing.emit(say("There is nothing to redo."))
            return
        self.done.emit(say("Done again: {name}.", name=self._seen(redone)))

    def _seen(self, turned: recent.Undone | Attendee) -> str:
        """Look again at whom it is about, who may be written otherwise now; give the name."""
        if isinstance(turned, Attendee):
            self._sight.put(turned)
            self._sight.look_again([turned.id])
            return turned.full_name
        self._sight.look_again([turned.attendee_id] if turned.attendee_id else [])
        return turned.name
