"""Goes through the window as a receptionist does, without a screen, at a fixed time and in a store of its own."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from signin.desk.app import made_window
from signin.desk.program import Program
from signin.desk.work.store_worker import StoreWorker
from signin.exchange.settings_file import Settings, Shade
from signin.services import admit, beginning, corrections, register
from signin.services.desk import Desk
from signin.store import Store, attendees
from signin.store.failures import StoreFull
from signin.words import Language

MORNING = datetime(2024, 6, 12, 8, 2)
ATTENTION = "ຂໍພົບປະທານກ່ອນເຂົ້າຫ້ອງປະຊຸມ"
NAMESAKE = register.Particulars(name="ທ່ານ ພູວົງ ສີບຸນເຮືອງ", organisation="ພະແນກການເງິນ", position="ວິຊາການ")
_MOMENT_MS, _CALM, _MOST_TRIES = 60, 3, 50
"""An answer may ask for another, so a while without any is waited for; a full disk never answers."""


@dataclass(frozen=True, slots=True)
class Wear:
    """What the window speaks and wears, and how large it is."""

    language: Language
    shade: Shade
    size: tuple[int, int]

    def __str__(self) -> str:
        return f"{self.language}-{self.shade}-{self.size[0]}"


class Clock:
    """The time at the desk."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> datetime:
        """Give it."""
        return self.now

    def wait(self, **told: float) -> None:
        """Let time pass."""
        self.now += timedelta(**told)


class Visit:
    """One window on one store, driven from screen to screen."""

    def __init__(self, wear: Wear, store: Path, *, event_id: str = "") -> None:
        self.clock = Clock()
        settings = Settings(
            desk="ໂຕະ 1" if event_id else "",
            language=wear.language,
            theme=wear.shade,
            sounds=False,
            first_start_done=bool(event_id),
            last_event=event_id,
        )
        self.window = made_window(settings)
        self.program = Program(self.window, settings, store=store, clock=self.clock)
        self.window.resize(*wear.size)
        self.window.show()
        self.window.activateWindow()
        self.program.begin()
        self.settle()

    def settle(self) -> None:
        """Let everything that was asked for be done and painted."""
        calm = tries = 0
        while calm < _CALM and tries < _MOST_TRIES:
            QTest.qWait(_MOMENT_MS)
            calm = 0 if any(worker.waiting for worker in self._workers) else calm + 1
            tries += 1

    @property
    def _workers(self) -> list[StoreWorker]:
        return [worker for worker in (self.program.writer, self.program.reader) if worker is not None]

    def picture(self) -> QImage:
        """Give a picture of the window as it stands."""
        self.settle()
        return self.window.grab().toImage()

    def end(self) -> None:
        """Close the window and let go of the store."""
        self.program.end()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


class Door(Visit):
    """The window at the door of the sample conference."""

    def __init__(self, wear: Wear, store: Path, event_id: str) -> None:
        super().__init__(wear, store, event_id=event_id)
        assert self.program.reception is not None
        assert self.program.screen is not None
        self.reception, self.screen = self.program.reception, self.program.screen
        desk = self.program.reader.desk if self.program.reader else None
        assert desk is not None
        with Store(desk.store.path) as beside, beside.read() as tx:  # the desk's own is its thread's
            self.codes = attendees.live_codes(tx, event_id)
            self.people = {one.number: one for one in attendees.everyone(tx, event_id)}

    def scan(self, who: int | str) -> None:
        """Hold a badge, or anything else, under the scanner, a while after the one before."""
        self.clock.wait(seconds=17)
        self.reception.scan(self.codes[self.people[who].id] if isinstance(who, int) else who)
        self.settle()

    @contextmanager
    def full_disk(self) -> Iterator[None]:
        """Let a scan wait for room on the disk."""
        there = Event()

        def write(_: Desk) -> None:
            if not there.is_set():
                raise StoreFull

        assert self.program.writer is not None
        self.program.writer.do(write, lambda _: None, keep_trying=True)
        QTest.qWait(100)
        yield
        there.set()
        self.settle()

    def press(self, key: str) -> None:
        """Press a key of the help sheet."""
        QTest.keyClick(QGuiApplication.focusWindow(), QKeySequence(key)[0].key())  # type: ignore[index]
        self.settle()

    def close(self) -> None:
        """Go back to the door."""
        for _ in range(3):
            self.screen.back_to_the_door()
        self.settle()


def prepared(store: Path) -> str:
    """Make the sample conference, with somebody to look out for, somebody cancelled, and a namesake."""
    with Store(store) as opened:
        desk = Desk(opened, "ໂຕະ 2", random.Random(1).randbytes)  # noqa: S311 - the same every time
        event_id = beginning.make_sample(desk, MORNING)
        corrections.correct(desk, event_id, "12", corrections.Correction(attention=ATTENTION), MORNING)
        register.cancel(desk, event_id, "29", MORNING)
        register.walk_in(desk, NAMESAKE, admit.Door(event_id=event_id, session_key="day1-am", now=MORNING))
        return event_id
