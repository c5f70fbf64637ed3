"""An import on its way: how far it is, and stopped so that nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event

from signin.desk.work.background import Stopped
from signin.exchange.roster import Reading
from signin.services import beginning, rosters
from signin.services.desk import Desk
from signin.services.new_event import Draft
from signin.services.rosters import Imported

Done = tuple[str, Imported]
"""Into which event, and what was done."""


class Watched:
    """What watches an import: `done` of `of` people, read by the window now and then while the store works."""

    def __init__(self) -> None:
        self.done, self.of = 0, 0
        self._stop = Event()

    def at(self, done: int, of: int) -> None:
        """Note how far the import is. Raises Stopped once it was stopped."""
        if self._stop.is_set():
            raise Stopped
        self.done, self.of = done, of

    def stop(self) -> None:
        """End the import where it is; whatever it did is undone."""
        self._stop.set()


def into_event(
    event_id: str, reading: Reading, now: datetime, watched: Watched, seen: str | None
) -> Callable[[Desk], Done]:
    """Give the verb that imports into an event that is there, as the plan with this digest was seen."""

    def verb(desk: Desk) -> Done:
        return event_id, rosters.import_roster(desk, event_id, reading, now, seen=seen, watch=watched.at)

    return verb


def into_new(draft: Draft, reading: Reading, now: datetime, watched: Watched) -> Callable[[Desk], Done]:
    """Give the verb that makes an event and imports into it."""

    def verb(desk: Desk) -> Done:
        return beginning.import_as_new(desk, draft, reading, now, watch=watched.at)

    return verb
