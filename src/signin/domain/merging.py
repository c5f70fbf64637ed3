"""When two people of a roster turn out to be one: who stays, and whose scans count as whose from when on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from signin.domain.attendee import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """A merge that stands: `attendee_id` is one with `kept_id`, who stayed.

    `nth` counts merges up. `clock` is that of the last scan before it: scans with a later one are the one
    person's. `state` is how the place of the one who went stood before. `replaces` is whose place moved to the one
    who stayed. `sessions` are those that expected the one who went by number, each with whether they expected the
    one who stayed, too. `record_id` names the record that tells what the merge changed.
    """

    nth: int = 0
    event_id: str
    attendee_id: str
    kept_id: str
    state: State
    clock: int
    at: datetime
    record_id: str
    replaces: str | None = None
    sessions: Mapping[str, bool] = field(default_factory=dict)


class Merged:
    """The merges of an event, asked who is whom."""

    def __init__(self, merges: Iterable[Merge] = ()) -> None:
        self._into = {one.attendee_id: one for one in merges}

    def now(self, attendee_id: str) -> str:
        """Give who somebody is by all merges that stand: the one who stayed in the end."""
        while (merge := self._into.get(attendee_id)) is not None:
            attendee_id = merge.kept_id
        return attendee_id

    def at(self, attendee_id: str, clock: int) -> str:
        """Give who somebody was known to be when a scan had this clock."""
        while (merge := self._into.get(attendee_id)) is not None and merge.clock < clock:
            attendee_id = merge.kept_id
        return attendee_id
