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

STEP = 200
"""After so many rows it is told how far the check is."""


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
    """Look through the records of the whole store; `tell(done, total)` may raise to stop."""
    with desk.store.read() as tx:
        total = records.count(tx)
        bad = record.first_bad(_told(records.in_order(tx), total, tell))
        return Checked(total, None if bad is None else records.described(tx, bad))


def _told(
    rows: Iterator[tuple[str, Record | None]], total: int, tell: Callable[[int, int], None]
) -> Iterator[tuple[str, Record | None]]:
    for done, row in enumerate(rows):
        if done % STEP == 0:
            tell(done, total)
        yield row


def _when(stored: str) -> str:
    """Write a time as people do; one that was edited so that it is none stays as it stands."""
    try:
        at = datetime.fromisoformat(stored)
    except ValueError:
        return stored
    return f"{at.day}/{at.month}/{at.year} {format_time(at.time())}"
