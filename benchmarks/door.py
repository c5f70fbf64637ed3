"""From a scan's Enter to the painted verdict at 100,000 attendees, and how long a scan holds the window.

The floor is a durable check-in in nothing but sqlite3 in the window's thread, then the verdict field painted with
a face whose letters are known already. Each side has its own copy of one store; they take turns with every scan,
and in who is first. It is done on the disk, and where there is one on a file system in memory, on which a commit
costs nothing: what a slow disk hides is seen there.

Holding: a timer beats each millisecond while a scanner types 300 badges at its own pace; whatever a scan brings
with it, such as counts and the last scans, comes between two beats. The longest gap of every scan is noted.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from statistics import median

import at_the_door
from at_the_door import DESK, WAIT, Beat, Door, run_for, scanner_keys, wait_until
from measuring import Line, Table, percentile
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from raw_door import RawDoor

from signin.desk.reception.verdict_field import VerdictField
from signin.domain import ids
from signin.store import Store

MEMORY = Path("/dev/shm")
SESSION = "day1-am"
SETTLED = 0.12
"""Seconds after a scan until all that it brings with it has been painted."""
HELD_MS = 16.0


def run(*, quick: bool) -> Table:
    people, scans = (200, 5) if quick else (100_000, 300)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        codes = at_the_door.fill(Path(folder, "people.db"), people)
        lines += _painted(Path(folder), codes, scans, "", 1.5)
        if MEMORY.is_dir():
            with tempfile.TemporaryDirectory(dir=MEMORY) as memory:
                shutil.copy(Path(folder, "people.db"), memory)
                lines += _painted(Path(memory), codes, scans, " (a disk that costs nothing)", None)
        lines += _held(Path(folder), codes, scans)
    return Table("door", f"{people:,} attendees, {scans} scans each", tuple(lines))


# Enter to painted


def _painted(folder: Path, codes: list[str], scans: int, where: str, target: float | None) -> Iterator[Line]:
    ours, floor = (Path(shutil.copy(folder / "people.db", folder / f"{side}.db")) for side in ("ours", "raw"))
    with (
        at_the_door.paints(VerdictField) as seen,
        closing(RawDoor(floor, DESK)) as raw,
        closing(Door(ours)) as door,
    ):
        sides = Sides(door, raw, seen)
        warm = scans // 10
        times = [sides.next(code) for code in codes[: warm + scans]][warm:]
        _refuse_unlike(sides)
    for share, promised in ((0.5, target), (0.99, None)):
        enter, check_in, paint = (percentile(side, share) for side in zip(*times, strict=True))
        both = percentile([sum(floor) for _, *floor in times], share)
        yield Line(
            f"p{share * 100:.0f}: Enter to painted / raw sqlite3 and a paint{where}", enter / both, promised
        )
        for what, spent in (("Enter to painted", enter), ("raw sqlite3", check_in), ("a paint", paint)):
            yield Line(f"p{share * 100:.0f}: {what}{where}", 1000 * spent, unit="ms")


class Sides:
    """Our window, and beside it the floor's: a field of the same size and nothing else."""

    def __init__(self, door: Door, raw: RawDoor, seen: deque[tuple[QWidget, float]]) -> None:
        self.door, self.raw, self.seen, self.nth = door, raw, seen, 0
        verdict = door.screen.verdict
        self.field = VerdictField(door.screen.voice, door.screen.look, verdict.face)
        self.field.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.field.resize(verdict.size())
        self.field.show()
        wait_until(lambda: self._painted(self.field) is not None)

    def next(self, code: str) -> tuple[float, float, float]:
        """Let a person in on both sides; give the seconds of ours, and of the floor's check-in and paint."""
        self.nth += 1
        self.door.come()
        if self.nth % 2:
            ours = self._ours(code)
            return ours, *self._floor(code)
        floor = self._floor(code)
        return self._ours(code), *floor

    def _ours(self, code: str) -> float:
        *before, press, release = scanner_keys(code)
        self.door.send(before)
        run_for(0.01)
        verdict = self.door.screen.verdict
        start = time.perf_counter()
        self.door.send([press])
        while verdict.face.at != self.door.now or (end := self._painted(verdict)) is None or end < start:
            at_the_door.application().processEvents(WAIT)
        self.door.send([release])
        run_for(SETTLED)
        return end - start

    def _floor(self, code: str) -> tuple[float, float]:
        """Check in, and paint the face of the person before: its letters have been laid out already."""
        fresh = ids.new(self.door.now, os.urandom)
        start = time.perf_counter()
        self.raw.check_in("measured", SESSION, code, self.door.now, fresh)
        middle = time.perf_counter()
        self.field.show_face(self.door.screen.verdict.face)
        self.seen.clear()
        while (end := self._painted(self.field)) is None:
            at_the_door.application().processEvents(WAIT)
        run_for(SETTLED / 3)
        return middle - start, end - middle

    def _painted(self, field: QWidget) -> float | None:
        return next((end for widget, end in reversed(self.seen) if widget is field), None)


def _refuse_unlike(sides: Sides) -> None:
    """Stop unless both sides have stored as many scans and stays, with the same verdicts."""
    count = "SELECT count(*), sum(verdict = 'Admitted'), (SELECT count(*) FROM presence) FROM scan"
    assert sides.door.program.reader is not None
    path = sides.door.program.reader.desk.store.path  # the desk's own connection is its thread's
    with Store(path) as store, store.read() as tx:
        ours = tuple(tx.exec_driver_sql(count).one())
    raw = sides.raw.connection.execute(count).fetchone()
    if ours != raw or ours[0] != sides.nth:
        raise AssertionError((ours, raw, sides.nth))


# Holding


def _held(folder: Path, codes: list[str], scans: int) -> Iterator[Line]:
    with closing(Door(folder / "people.db")) as door:
        answers: list[object] = []
        assert door.program.reception is not None
        door.program.reception.answered.connect(answers.append)
        idle = _beaten(door, ["" for _ in codes[:scans]])
        gaps = _beaten(door, codes[:scans])
        wait_until(lambda: len(answers) == scans)
    for name, found, target in (("a scan", gaps, HELD_MS), ("nothing", idle, None)):
        wall, own = (sorted(1000 * gap for gap in side) for side in zip(*found, strict=True))
        yield Line(f"held by {name}: longest", wall[-1], target, unit="ms")
        yield Line(f"held by {name}: p99 of the longest of each", percentile(wall, 0.99), target, unit="ms")
        yield Line(f"held by {name}: median of the longest of each", median(wall), unit="ms")
        yield Line(f"held by {name}: longest, computing", own[-1], target, unit="ms")


def _beaten(door: Door, codes: list[str]) -> list[tuple[float, float]]:
    """Let a scanner type each code, a key at each beat; give the longest gaps of each."""
    keys = deque(scanner_keys(""))
    keys.clear()
    beat = Beat(lambda: door.send([keys.popleft()]) if keys else None)
    run_for(SETTLED)
    gaps = []
    for code in codes:
        door.come()
        beat.begin()
        keys.extend(scanner_keys(code) if code else ())
        run_for(2 * SETTLED)
        gaps.append(beat.stretch())
    beat.stop()
    return gaps
