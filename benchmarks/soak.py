"""Ten scans a second for minutes: every one recorded, and memory as much at the end as after the first of them.

On demand, for it takes its time: `python3 run.py bench soak`; SIGNIN_SOAK_MINUTES says how long, usually 5. Badges
are typed as a scanner does, at the door of an event of 2,000; when all have come, they come again. The curve is
printed as it goes.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle
from pathlib import Path

import at_the_door
from at_the_door import Door, run_for, scanner_keys, wait_until
from measuring import Line, Table

from signin.store import Store, scans

MINUTES = float(os.environ.get("SIGNIN_SOAK_MINUTES", "5"))
EACH, TOLD = 0.1, 15.0
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 0


def run(*, quick: bool) -> Table:
    people, seconds = (50, 1.0) if quick else (2_000, 60 * MINUTES)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder, "people.db")
        codes = at_the_door.fill(store, people)
        with closing(Door(store)) as door:
            soaked = Soak(door, codes)
            soaked.scan_for(seconds, told=not quick)
        with Store(store) as read, read.read() as tx:
            recorded = len(scans.of_event(tx, "measured"))
    size = f"{people:,} attendees, {soaked.sent:,} scans in {seconds:.0f} s"
    return Table("soak", size, tuple(soaked.lines(recorded)))


class Soak:
    """Scans at a steady pace; when the window falls behind, the next badge waits, and that is told."""

    def __init__(self, door: Door, codes: list[str]) -> None:
        self.door, self._codes = door, cycle(codes)
        self.sent, self.late = 0, 0.0
        self.answers: list[object] = []
        self.memory: list[tuple[float, float]] = []
        assert door.program.reception is not None
        door.program.reception.answered.connect(lambda _answer: self.answers.append(None))

    def scan_for(self, seconds: float, *, told: bool) -> None:
        """Scan so long, and until the last one is answered."""
        begun = time.monotonic()
        next_told = 0.0
        while (passed := time.monotonic() - begun) < seconds:
            if passed >= next_told:
                self._note(passed, told=told)
                next_told += TOLD
            self._scan()
            self._wait(begun)
        wait_until(lambda: len(self.answers) == self.sent)
        self._note(time.monotonic() - begun, told=told)

    def _scan(self) -> None:
        self.door.come()
        self.door.send(scanner_keys(next(self._codes)))
        self.sent += 1

    def _wait(self, begun: float) -> None:
        """Let the window run until the next badge is due."""
        left = begun + self.sent * EACH - time.monotonic()
        self.late = max(self.late, -left)
        run_for(max(left, 0.001))

    def _note(self, passed: float, *, told: bool) -> None:
        self.memory.append((passed, _memory()))
        if told:
            print(
                f"{passed:5.0f} s  {self.sent:6,} scans  {len(self.answers):6,} answered  "
                f"{self.memory[-1][1]:7.1f} MB",
                flush=True,
            )

    def lines(self, recorded: int) -> Iterator[Line]:
        """Tell whether all were recorded, and how memory went."""
        whole = self.memory[-1][0]
        yield Line("scans not recorded", self.sent - recorded, 0, unit="scans")
        yield Line("scans not answered", self.sent - len(self.answers), 0, unit="scans")
        settled = [used for at, used in self.memory if at >= whole / 5]
        yield Line("memory at the end / after the first fifth", settled[-1] / settled[0], 1.05)
        yield Line("memory at the end / at the beginning", settled[-1] / self.memory[0][1])
        yield Line("memory at the end", settled[-1], unit="MB")
        yield Line("the latest badge came late by", 1000 * self.late, unit="ms")


def _memory() -> float:
    """Give the memory that the process holds, in megabytes; 0 where that is not told so."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * _PAGE / 1e6
