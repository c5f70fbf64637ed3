"""Checking the record: whether every row is whole, and where the first one that is not stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from signin.domain import record
from signin.domain.record import Record, Verb
from signin.lao.numbers import format_time
from signin.services import import_seal
from signin.services.desk import Desk
from signin.services.import_seal import Seal
from signin.store import records
from signin.store.records import Described
from signin.words import Message, mark, say

STEP = 500
"""So many rows are read at once; then it is told how far the check is."""


_WHOLE = mark("All {count} records are whole: none was edited by hand, none was taken out.")
_UNSEALED = mark("{whole} Older imports without a seal: {count}. What they did can be edited unseen.")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many records were looked at, and the first bad one, if there is one.

    `edited` is the first import of which what was kept is not what it did; `unsealed` counts those of which nobody
    can tell, for they are from before there were seals.
    """

    count: int
    bad: Described | None
    edited: Described | None = None
    unsealed: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing was found."""
        return self.bad is None and self.edited is None

    @property
    def message(self) -> Message:
        """Say the result; of a bad record its time, desk, whom and what event it is about, and its number."""
        if self.bad is None:
            return self._about_imports()
        return say(
            "A record was edited by hand, or one before it was taken out: {when}, desk “{desk}”, about {about} "
            "(“{event}”, record {record}). Keep this store as it is, and ask who had it.",
            when=_when(self.bad.at),
            desk=self.bad.desk,
            about=self.bad.who or say("the event"),
            event=self.bad.event,
            record=self.bad.id,
        )

    def _about_imports(self) -> Message:
        if self.edited is not None:
            return say(
                "What was kept of an import was edited by hand: {when}, desk “{desk}” (“{event}”, import "
                "{record}). It cannot be taken back. Keep this store as it is, and ask who had it.",
                when=_when(self.edited.at),
                desk=self.edited.desk,
                event=self.edited.event,
                record=self.edited.id,
            )
        whole = say(_WHOLE, count=self.count)
        return say(_UNSEALED, whole=whole, count=self.unsealed) if self.unsealed else whole


def check_record(desk: Desk, tell: Callable[[int, int], None]) -> Checked:
    """Look through the records of the whole store; `tell(done, total)` may raise to stop.

    They are read a few at a time: where readers hold up writers, no scan waits for the whole of it.
    """
    with desk.store.read() as tx:
        total = records.count(tx)
    rows = list(_told(desk, total, tell))
    bad = record.first_bad(rows)
    if bad is not None:
        with desk.store.read() as tx:
            return Checked(len(rows), records.described(tx, bad))
    states = {row.id: _seal(desk, row.id) for _, row in rows if row is not None and row.verb is Verb.IMPORTED}
    edited = next((run for run, seal in states.items() if seal is Seal.BROKEN), None)
    unsealed = sum(seal is Seal.NONE for seal in states.values())
    with desk.store.read() as tx:
        return Checked(len(rows), None, None if edited is None else records.described(tx, edited), unsealed)


def _seal(desk: Desk, run_id: str) -> Seal:
    with desk.store.read() as tx:
        return import_seal.state(tx, run_id)


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
