"""From the start of the process to a painted window, and to a door at which a scan would be answered.

Against a window with nothing in it, in a process of its own too. The door is that of an event of 1,000 people,
where the desk was last; ready is when the program has gone there. A badge is scanned then: its answer shows
that it was.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

import at_the_door
from measuring import Line, Table

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1280, 720)
window.show()
application.processEvents()
print("painted", flush=True)
"""
OURS = """
import gc
gc.disable()  # as the way in does before it imports the same
import sys
from signin.desk.plain_imports import load_qt
load_qt()  # as it also loads Qt
from signin import bootstrap
from signin.desk import app
begun, settings = app._run, bootstrap.settings_or_usual

def read():  # what comes after the paint
    print("painted", flush=True)
    return settings()

def run(*arguments):
    from signin.desk.program import Program
    opened = Program._opened

    def ready(program, found):
        opened(program, found)
        program.reception.answered.connect(lambda answer: print(type(answer.verdict).__name__, flush=True))
        print("ready", flush=True)
        program.reception.scan(code)

    Program._opened = ready
    return begun(*arguments)

app._run, bootstrap.settings_or_usual = run, read
code = sys.argv.pop()
from signin.__main__ import main
main()
"""
SETTINGS = 'desk = "ໂຕະ 1"\nsounds = false\nlast_event = "measured"\nfirst_start_done = true\n'
ANSWERS = ("Admitted", "AlreadyIn", "NotOpen", "Closed")


def run(*, quick: bool) -> Table:
    people, rounds = (50, 1) if quick else (1_000, 15)
    with tempfile.TemporaryDirectory() as folder:
        start = Start(Path(folder), people)
        start.ours()  # so that everything is compiled
        times = [start.both(backwards=bool(nth % 2)) for nth in range(rounds)]
    return Table("window_start", f"{people:,} attendees, medians of {rounds} rounds", tuple(_lines(times)))


def _lines(times: list[tuple[float, ...]]) -> Iterator[Line]:
    bare, painted, ready, answered = (median(each) for each in zip(*times, strict=True))
    yield Line("first paint / a bare window", painted / bare, 1.3)
    yield Line("ready for a scan / a bare window", ready / bare, 3.0)
    yield Line("a scan answered / a bare window", answered / bare)
    yield Line("a bare window", 1000 * bare, unit="ms")
    yield Line("first paint", 1000 * painted, unit="ms")
    yield Line("ready for a scan", 1000 * ready, unit="ms")


class Start:
    """A desk that was at the door of an event before, and what starts in the same surroundings."""

    def __init__(self, folder: Path, people: int) -> None:
        self.store = folder / "signin" / "signin.db"
        self.store.parent.mkdir()
        self.codes = at_the_door.fill(self.store, people)
        settings = folder / "signin" / "settings.toml"
        settings.write_text(SETTINGS, encoding="utf-8")
        homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), str(folder))
        self.surroundings = {**os.environ, **homes, "QT_QPA_PLATFORM": "offscreen"}

    def both(self, *, backwards: bool) -> tuple[float, ...]:
        """Give the seconds to the bare window's paint, and to ours, to the door and to the answer."""
        if backwards:
            ours = self.ours()
            return *self.bare(), *ours
        return *self.bare(), *self.ours()

    def bare(self) -> tuple[float, ...]:
        """Open a window with nothing in it."""
        return self._said([BARE], [("painted",)])

    def ours(self) -> tuple[float, ...]:
        """Start the program as a user does, and scan a badge as soon as it is at the door."""
        return self._said([OURS, self.codes[0]], [("painted",), ("ready",), ANSWERS])

    def _said(self, command: Sequence[str], awaited: Sequence[Sequence[str]]) -> tuple[float, ...]:
        """Start a process; give the seconds after which it said each word."""
        begun, times = time.perf_counter(), []
        process = subprocess.Popen(
            [sys.executable, "-c", *command], env=self.surroundings, stdout=subprocess.PIPE, text=True
        )
        with process:
            assert process.stdout is not None
            for words in awaited:
                said = process.stdout.readline().strip()
                times.append(time.perf_counter() - begun)
                if said not in words:
                    raise AssertionError(said)
            process.terminate()
        return tuple(times)
