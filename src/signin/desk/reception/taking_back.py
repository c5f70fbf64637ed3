"""Taking scans back and putting them back: the last one by a key, any other from the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from signin.desk.reception.sight import Sight
from signin.desk.work.store_worker import StoreWorker
from signin.domain.attendee import Attendee
from signin.services import corrections, recent
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
        self._corrected: str | None = None

    def note_correction(self, attendee_id: str) -> None:
        """Let the next undo be of this correction, for it came after the last scan."""
        self._corrected = attendee_id

    def note_scan(self) -> None:
        """Let the next undo be of a scan again."""
        self._corrected = None

    def _do(self, verb: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        self._writer.do(verb, then, self.failed.emit, owner=self)

    def undo(self) -> None:
        """Take back this desk's last scan that stands."""
        now, event_id = self._clock(), self._event_id
        corrected, self._corrected = self._corrected, None
        if corrected is not None:
            self._do(
                lambda desk: corrections.undo_latest(desk, event_id, corrected, now),
                self._uncorrected,
            )
            return
        self._do(lambda desk: recent.undo_last(desk, event_id, now), self._undone)

    def redo(self) -> None:
        """Put back what was last taken back."""
        now, event_id = self._clock(), self._event_id
        self._do(lambda desk: recent.redo_last(desk, event_id, now), self._redone)

    def void(self, scan_id: str) -> None:
        """Take back any scan."""
        now, event_id = self._clock(), self._event_id
        self._do(lambda desk: recent.take_back(desk, event_id, scan_id, now), self._undone)

    def _uncorrected(self, person: Attendee) -> None:
        self._sight.put(person)
        self._sight.look_again([person.id])
        self.done.emit(say("The correction of {name} is taken back.", name=person.full_name))

    def _undone(self, undone: recent.Undone | None) -> None:
        if undone is None:
            self.nothing.emit(say("There is nothing to undo."))
            return
        self._after_voiding(undone)
        self.done.emit(say("Undone: {name}. Ctrl+Y does it again.", name=undone.name))

    def _redone(self, undone: recent.Undone | None) -> None:
        if undone is None:
            self.nothing.emit(say("There is nothing to redo."))
            return
        self._after_voiding(undone)
        self.done.emit(say("Done again: {name}.", name=undone.name))

    def _after_voiding(self, undone: recent.Undone) -> None:
        self._sight.look_again([undone.attendee_id] if undone.attendee_id else [])
