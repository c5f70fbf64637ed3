"""From a key in the search field to the painted list, at 100,000 people against 1,000.

Two doors stand side by side in one process. Invented people are typed letter by letter, names in Lao, numbers and
phones, nobody twice; the doors take turns with every key, and in who is first. Keys are sent to the field itself:
how long the ear waits whether a scanner types is the same for both, and would only make the ratio look better.
"""

from __future__ import annotations

import random
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from statistics import median

import at_the_door
import invented
from at_the_door import WAIT, Door, application, run_for
from measuring import Line, Table, percentile
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from signin.desk.reception.hits import HitList

Paints = deque[tuple[QWidget, float]]


def run(*, quick: bool) -> Table:
    few, many, typed, stretches = (50, 200, 2, 1) if quick else (1_000, 100_000, 20, 5)
    with tempfile.TemporaryDirectory() as folder, at_the_door.paints(HitList) as seen:
        small, large = (Path(folder, f"{people}.db") for people in (few, many))
        at_the_door.fill(small, few)
        at_the_door.fill(large, many)
        with closing(Door(small)) as at_few, closing(Door(large)) as at_many:
            fields = Field(at_few, few, seen), Field(at_many, many, seen)
            times = [_stretch(fields, typed) for _ in range(stretches)]
    keys = sum(len(side) for stretch in times for side in stretch)
    return Table("keystroke", f"{many:,} and {few:,} people, {keys:,} keys", tuple(_lines(times, few, many)))


class Field:
    """The search field of a door, and people to type into it, each once."""

    def __init__(self, door: Door, people: int, seen: Paints) -> None:
        self.door, self._seen = door, seen
        door.program.ear.stop()
        self._luck = random.Random(people)
        self._people = invented.people(people)
        self._luck.shuffle(self._people)

    def texts(self, count: int) -> list[str]:
        """Give what is typed for the next few people."""
        ways = ("name", "number", "phone", "name")
        mine = [(self._people.pop(), ways[nth % len(ways)]) for nth in range(count)]
        return [str(getattr(who, way)) for who, way in mine]

    def strike(self, sign: str) -> float | None:
        """Type a character; give the seconds until the list is painted, None where nobody is found."""
        screen = self.door.screen
        key = QKeyEvent(QEvent.Type.KeyPress, ord(sign), Qt.KeyboardModifier.NoModifier, sign)
        self._seen.clear()
        start = time.perf_counter()
        QCoreApplication.sendEvent(screen.search, key)
        while screen.hits.isVisible():
            application().processEvents(WAIT)
            if (end := self._painted(screen.hits)) is not None:
                return end - start
        return None

    def _painted(self, hits: QListView) -> float | None:
        return next((end for widget, end in self._seen if widget is hits), None)


def _stretch(fields: tuple[Field, Field], count: int) -> tuple[list[float], list[float]]:
    """Type the next few people at both doors, a key here and a key there."""
    times: tuple[list[float], list[float]] = ([], [])
    turn = 0
    for texts in zip(*(field.texts(count) for field in fields), strict=True):
        for field in fields:
            field.door.screen.search.clear()
        run_for(0.05)
        for signs in zip_longest(*texts):
            turn += 1
            for side in (0, 1) if turn % 2 else (1, 0):
                spent = fields[side].strike(signs[side]) if signs[side] else None
                if spent is not None:
                    times[side].append(spent)
                run_for(0.01)
    return times


def _lines(times: list[tuple[list[float], list[float]]], few: int, many: int) -> Iterator[Line]:
    for share, target in ((0.99, 2.0), (0.5, None)):
        found = [[percentile(side, share) for side in stretch] for stretch in times]
        name = f"p{share * 100:.0f} of a key"
        yield Line(f"{name}: {many:,} / {few:,} people", median(large / small for small, large in found), target)
        for nth, people in enumerate((few, many)):
            yield Line(f"{name}, {people:,} people", 1000 * median(each[nth] for each in found), unit="ms")
