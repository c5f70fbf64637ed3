"""What was done at the door, in order: the scans as the store tells them, and the corrections among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain.attendee import Attendee
from signin.services import corrections, recent
from signin.services.desk import Desk
from signin.services.failures import Conflict, NotFound


@dataclass(frozen=True, slots=True)
class _Corrected:
    """The record that turns a correction over, and the clock of the scan log when it was done and undone."""

    record: str
    done: int
    undone: int = 0


class Deeds:
    """Undoes and does again whatever is last, a scan or a correction; whatever is new leaves nothing to do again.

    Only the store's thread works on it: keys that are pressed before the store answers go by what was done too.
    """

    def __init__(self, event_id: str) -> None:
        self._event_id = event_id
        self._done: list[_Corrected] = []
        self._undone: list[_Corrected] = []
        self._new = 0

    def correct(self, desk: Desk, attendee_id: str, changes: corrections.Correction, now: datetime) -> Attendee:
        """Correct a person. Raises PersonNotFound, NameMissing."""
        clock = recent.clock(desk)
        noted = corrections.correct_noted(desk, self._event_id, attendee_id, changes, now)
        if noted.record is not None:
            self._done.append(_Corrected(noted.record, clock))
            self._undone.clear()
            self._new = clock
        return noted.person

    def undo(self, desk: Desk, now: datetime) -> recent.Undone | Attendee | None:
        """Take back the last scan or correction; None when there is none. Raises what `undo_correction` raises."""
        since = self._done[-1].done if self._done else 0
        undone = recent.undo_last(desk, self._event_id, now, since=since)
        if undone is not None or not self._done:
            return undone
        clock = recent.clock(desk)
        corrected, person = _turned_over(desk, self._done, now)
        self._undone.append(replace(corrected, undone=clock))
        return person

    def redo(self, desk: Desk, now: datetime) -> recent.Undone | Attendee | None:
        """Do again what was last taken back; None when there is nothing. Raises what `undo_correction` raises."""
        since = self._undone[-1].undone if self._undone else self._new
        redone = recent.redo_last(desk, self._event_id, now, since=since)
        if redone is not None or not self._undone:
            return redone
        if recent.came_since(desk, self._event_id, since):
            self._undone.clear()
            return None
        again, person = _turned_over(desk, self._undone, now)
        self._done.append(again)
        return person


def _turned_over(desk: Desk, pile: list[_Corrected], now: datetime) -> tuple[_Corrected, Attendee]:
    """Take the last of a pile back; it stays there if it failed, unless it never can be taken back any more."""
    try:
        noted = corrections.undo_correction(desk, pile[-1].record, now)
    except (Conflict, NotFound):
        pile.pop()
        raise
    assert noted.record is not None  # what is taken back was a change
    return replace(pile.pop(), record=noted.record), noted.person
