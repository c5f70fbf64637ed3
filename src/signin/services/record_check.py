"""Checking the record: whether every row is whole, and where the first one that is not stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from signin.domain import record
from signin.domain.record import Record
from signin.lao.numbers import format_time
from signin.services.desk import Desk
from signin.store import records
from signin.store.records import Described
from signin.words import Message, mark, say

STEP = 500
"""So many rows are read at once; then it is told how far the check is."""


_WHOLE = mark("All {count} records are whole: none was edited by hand, none was taken out.")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many records were looked at, and the first bad one, if there is one."""

    count: int
    bad: Described | None

    @property
    def message(self) -> Message:
        """Say the result; of a bad record its time, desk, whom and what event it is about, and its number."""
        if self.bad is None:
            return say(_WHOLE, count=self.count)
        return say(
            "A record was edited by hand, or one before it was taken out: {when}, desk “{desk}”, about {about} "
            "(“{event}”, record {record}). Keep this store as it is, and ask who had it.",
            when=_when(self.bad.at),
            desk=self.bad.desk,
            about=self.bad.who or say("the event"),
            event=self.bad.event,
            record=self.bad.id,
        )


def check_record(desk: Desk, tell: Callable[[int, int], None]) -> Checked:
    """Look through the records of the whole store; `tell(done, total)` may raise to stop.

    They are read a few at a time: where readers hold up writers, no scan waits for the whole of it.
    """
    with desk.store.read() as tx:
        total = records.count(tx)
    rows = list(_told(desk, total, tell))
    bad = record.first_bad(rows)
    with desk.store.read() as tx:
        return Checked(len(rows), None if bad is None else records.described(tx, bad))


def _told(desk: Desk, total: int, tell: Callable[[int, int], None]) -> Iterator[tuple[str, Record | None]]:
    """Give every record in its chain's order; what is added meanwhile comes along if its place is still ahead."""
    place, done = ("", 0), 0
    while True:
        tell(done, max(done, total))
        with desk.store.read() as tx:
            some = records.some_in_order(tx, place, STEP)
        if not some:
            return
        place, done = some[-1][0], done + len(some)
        yield from ((row_id, row) for _, row_id, row in some)


def _when(stored: str) -> str:
    """Write a time as people do; one that was edited so that it is none stays as it stands."""
    try:
        at = datetime.fromisoformat(stored)
    except ValueError:
        return stored
    return f"{at.day}/{at.month}/{at.year} {format_time(at.time())}"
