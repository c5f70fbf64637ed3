"""A durable check-in at 100,000 attendees, against the same look-ups and rows in nothing but sqlite3.

Each side has its own copy of one store; they take turns with every scan, and in who is first, so that the
disk's moods fall on both. Figures are medians over stretches. The split is taken afterwards, by clocks
around what runs SQL and what commits.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

import invented
from measuring import Line, Table, clock, percentile, timed
from raw_door import RawDoor

from signin.domain import ids
from signin.domain.event import half_days
from signin.services.admit import Door, admit
from signin.services.desk import Desk
from signin.store import Store, attendees, engine, events
from signin.store.prepared import Prepared

DESK, SESSION = "ໂຕະ 1", "day1-am"
APART = timedelta(milliseconds=400)


def run(*, quick: bool) -> Table:
    people, stretches, scans = (500, 2, 30) if quick else (100_000, 6, 700)
    with tempfile.TemporaryDirectory() as folder:
        ours, floor = Path(folder, "ours.db"), Path(folder, "raw.db")
        _fill(ours, people)
        shutil.copy(ours, floor)
        with Store(ours) as store, closing(RawDoor(floor, DESK)) as raw:
            doors = Doors(Desk(store, DESK, os.urandom), raw)
            _refuse_unequal(doors)
            for _ in range(scans // 10):
                doors.next()
            times = [[doors.next() for _ in range(scans)] for _ in range(stretches)]
            split = tuple(_split(doors, scans))
            _refuse_unlike(doors)
    return Table("checkin", f"{people:,} attendees, {stretches} × {scans} scans", (*_ratios(times), *split))


def _fill(path: Path, count: int) -> None:
    event, people = invented.event(), invented.people(count)
    with Store(path) as store, store.write() as tx:
        events.add(tx, event, half_days(event))
        attendees.add_many(tx, people)
        attendees.issue_codes(tx, {one.id: invented.code(one.number) for one in people}, invented.MORNING)


class Doors:
    """The two sides, and who comes next: everybody once, far apart in the roster."""

    def __init__(self, desk: Desk, raw: RawDoor) -> None:
        self.desk, self.raw = desk, raw
        with desk.store.read() as tx:
            self.codes = sorted(attendees.live_codes(tx, "measured").values())
        self.now, self.nth = invented.MORNING, 0

    def person(self) -> tuple[Callable[[], object], Callable[[], object]]:
        """Give the next person's check-in on each side; ids are made before, for they are not the floor's work."""
        code = self.codes[self.nth]
        self.nth += 1
        self.now += APART
        door = Door(event_id="measured", session_key=SESSION, now=self.now)
        facts = ("measured", SESSION, code, self.now, ids.new(self.now, os.urandom))
        return (lambda: admit(self.desk, code, door)), (lambda: self.raw.check_in(*facts))

    def next(self) -> tuple[float, float]:
        """Check the next person in on both sides; give the seconds of ours and of the raw one."""
        ours, raw = self.person()
        if self.nth % 2:
            return timed(ours), timed(raw)
        second = timed(raw)
        return timed(ours), second


def _refuse_unequal(doors: Doors) -> None:
    """Stop unless both sides run the same kinds of statements on the same tables."""
    said: list[list[str]] = [[], []]
    with doors.desk.store.read() as tx:
        driver: Any = tx.connection.dbapi_connection
    for works, connection, heard in zip(doors.person(), (driver, doors.raw.connection), said, strict=True):
        connection.set_trace_callback(heard.append)
        works()
        connection.set_trace_callback(None)
    kinds = [[statement.split()[0] for statement in heard] for heard in said]
    if kinds[0] != kinds[1]:
        raise AssertionError(kinds)


def _refuse_unlike(doors: Doors) -> None:
    """Stop unless both sides have stored the same: as many scans and stays, with the same verdicts."""
    count = "SELECT count(*), sum(verdict = 'Admitted'), (SELECT count(*) FROM presence) FROM scan"
    with doors.desk.store.read() as tx:
        ours = tuple(tx.exec_driver_sql(count).one())
    raw = doors.raw.connection.execute(count).fetchone()
    if ours != raw:
        raise AssertionError((ours, raw))


def _ratios(times: list[list[tuple[float, float]]]) -> Iterator[Line]:
    for share, target in ((0.5, 1.6), (0.99, 2.0)):
        found = [
            percentile([ours for ours, _ in stretch], share) / percentile([raw for _, raw in stretch], share)
            for stretch in times
        ]
        yield Line(f"p{share * 100:.0f}: ours / raw sqlite3", median(found), target)
        raws = [percentile([raw for _, raw in stretch], share) for stretch in times]
        yield Line(f"p{share * 100:.0f}: raw sqlite3", 1000 * median(raws), unit="ms")


def _split(doors: Doors, scans: int) -> Iterator[Line]:
    """Tell where our time goes, and what the ratio is where the disk costs nothing."""
    spent: dict[str, list[float]] = {name: [] for name in ("whole", "sql", "commit", "raw", "raw commit")}
    with clock(Prepared, "run") as sql, clock(engine, "_commit") as commit:
        for _ in range(scans):
            ours, _ = doors.person()
            spent["whole"].append(timed(ours))
            spent["sql"].append(_taken(sql))
            spent["commit"].append(_taken(commit))
            _raw_split(doors, spent)
    middle = {name: median(times) * 1000 for name, times in spent.items()}
    rest = middle["whole"] - middle["sql"] - middle["commit"]
    yield Line("split of ours: look-ups and inserts", middle["sql"], unit="ms")
    yield Line("split of ours: domain, transaction, rest", rest, unit="ms")
    yield Line("split of ours: commit", middle["commit"], unit="ms")
    yield Line("split of raw: look-ups and inserts", middle["raw"] - middle["raw commit"], unit="ms")
    yield Line("split of raw: commit", middle["raw commit"], unit="ms")
    without = (middle["whole"] - middle["commit"]) / (middle["raw"] - middle["raw commit"])
    yield Line("without the commits: ours / raw sqlite3", without)


def _taken(calls: list[float]) -> float:
    """Take the sum of what was noted since it was last taken."""
    total = sum(calls)
    calls.clear()
    return total


def _raw_split(doors: Doors, spent: dict[str, list[float]]) -> None:
    """Check the person who has just come in on our side in on the raw side too, commit apart."""
    facts = ("measured", SESSION, doors.codes[doors.nth - 1], doors.now, ids.new(doors.now, os.urandom))
    before = timed(lambda: doors.raw.look_up_and_add(*facts))
    commit = timed(lambda: doors.raw.connection.execute("COMMIT"))
    spent["raw"].append(before + commit)
    spent["raw commit"].append(commit)
