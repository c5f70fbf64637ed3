"""Makes pictures of every screen of the window, in both languages and themes and in two sizes.

`pictures.py DIR` writes all of them there; those that the guide shows are written to docs/guide/pictures as well.
The sample conference is played at a fixed time in a store of its own, without a screen.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from threading import Event

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from signin.assets import RESOURCES
from signin.desk.app import made_window
from signin.desk.program import Program
from signin.desk.reception.paper_panel import PaperPanel
from signin.desk.reception.walk_in_panel import WalkInPanel
from signin.desk.start.event_page import EventPage
from signin.desk.work.store_worker import StoreWorker
from signin.domain import codes
from signin.exchange.settings_file import Settings, Shade
from signin.services import admit, beginning, corrections, register
from signin.services.desk import Desk
from signin.store import Store, attendees
from signin.store.failures import StoreFull
from signin.words import Language

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
IN_GUIDE = frozenset(
    {
        "door-ready",
        "go",
        "look",
        "stop",
        "search",
        "walk-in",
        "substitute",
        "lost-badge",
        "session",
        "leaving",
        "not-saved",
        "paper",
    }
)
GUIDE_COLOURS = 48
LANGUAGES: tuple[Language, ...] = ("lo", "en")
SHADES: tuple[Shade, ...] = ("light", "dark")
SIZES = ((1280, 720), (1920, 1080))
MORNING = datetime(2024, 6, 12, 8, 2)
ROSTER = RESOURCES / "sample" / "conference-roster.xlsx"
ATTENTION = "ຂໍພົບປະທານກ່ອນເຂົ້າຫ້ອງປະຊຸມ"
NAMESAKE = register.Particulars(name="ທ່ານ ພູວົງ ສີບຸນເຮືອງ", organisation="ພະແນກການເງິນ", position="ວິຊາການ")
NOBODYS_CODE = codes.new(random.Random(2024).randbytes)  # noqa: S311 - nobody's
_PANELS = (
    ("walk-in", "F2"),
    ("substitute", "F3"),
    ("correct", "F4"),
    ("lost-badge", "F9"),
    ("missing", "F5"),
    ("session", "F6"),
    ("delegation", "F10"),
    ("paper", "F11"),
    ("camera", "F12"),
    ("help", "F1"),
)
_MOMENT_MS, _READING_MS = 60, 4000
_CALM, _MOST_TRIES = 3, 50
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
        with desk.store.read() as tx:
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


def tour(wear: Wear, folder: Path) -> Iterator[tuple[str, Visit]]:
    """Go from screen to screen; give each its name."""
    event_id = prepared(folder / "sample.db")
    yield from first_screens(wear, folder)
    yield from door_screens(wear, folder, event_id)
    yield from trouble_screens(wear, folder, event_id)


def first_screens(wear: Wear, folder: Path) -> Iterator[tuple[str, Visit]]:
    """Show what comes before there is a door."""
    visit = Visit(wear, folder / "new.db")
    yield "welcome", visit
    visit.program.choose_event()
    yield "events-none", visit
    visit.end()


def door_screens(wear: Wear, folder: Path, event_id: str) -> Iterator[tuple[str, Visit]]:
    """Show the door: what it answers, and how people are found."""
    door = Door(wear, folder / "sample.db", event_id)
    yield "door-ready", door
    for number in (4, 31, 22, 9, 17, 5, 36):
        door.scan(number)
    door.scan(1)
    yield "go", door
    door.scan(12)
    yield "attention", door
    door.clock.wait(minutes=6)
    door.scan(4)
    yield "look", door
    for name, what in (("stop", NOBODYS_CODE), ("half-a-scan", NOBODYS_CODE[:9]), ("cancelled", 29)):
        door.scan(what)
        yield name, door
    with door.full_disk():
        yield "not-saved", door
    door.close()
    for name, typed in (("search", "ວົງ"), ("namesakes", "ພູວົງ"), ("nobody", "ບົວພັນ ທອງ")):
        door.screen.search.setText(typed)
        yield name, door
        door.close()
    yield from panel_screens(door)
    yield from other_sessions(door)
    yield from pages(door)
    door.end()


def panel_screens(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show each panel, with somebody at the desk."""
    for who, (name, key) in enumerate(_PANELS, start=13):
        door.scan(who)
        door.press(key)
        fill(door)
        yield name, door
        door.close()


def fill(door: Door) -> None:
    """Type into a panel what one types there."""
    panel = door.screen.panel
    if isinstance(panel, WalkInPanel):
        panel.name.set_text("ນາງ ມະນີວັນ")
    elif isinstance(panel, PaperPanel):
        panel.numbers.set_text("3, 7 12-15, 88")
        panel.lines.typed.emit("")


def other_sessions(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show the offer of the next session, and people leaving."""
    door.close()
    door.clock.now = MORNING.replace(hour=12, minute=40)
    door.reception.tick()
    yield "offer", door
    door.reception.place.take_offer()
    door.press("F7")
    yield "leaving", door
    door.scan(4)
    yield "not-inside", door
    door.press("F7")


def pages(door: Door) -> Iterator[tuple[str, Visit]]:
    """Show the other places of the window."""
    program = door.program
    program.choose_event()
    yield "events", door
    events = door.window.screens.currentWidget()
    assert isinstance(events, EventPage)
    events.new_wanted.emit()
    yield "new-event", door
    program.choose_event()
    events = door.window.screens.currentWidget()
    assert isinstance(events, EventPage)
    events.roster_given.emit(ROSTER)
    QTest.qWait(_READING_MS)
    yield "roster", door
    program.show_documents()
    QTest.qWait(_READING_MS)
    yield "documents", door
    program.show_settings()
    yield "settings", door


def trouble_screens(wear: Wear, folder: Path, event_id: str) -> Iterator[tuple[str, Visit]]:
    """Show a store that cannot be opened."""
    damaged = folder / "signin.db"
    damaged.write_bytes(b"no store at all" * 500)
    visit = Visit(wear, damaged, event_id=event_id)
    yield "trouble", visit
    visit.end()


def prepared(store: Path) -> str:
    """Make the sample conference, with somebody to look out for, somebody cancelled, and a namesake."""
    with Store(store) as opened:
        desk = Desk(opened, "ໂຕະ 2", random.Random(1).randbytes)  # noqa: S311 - the same every time
        event_id = beginning.make_sample(desk, MORNING)
        corrections.correct(desk, event_id, "12", corrections.Correction(attention=ATTENTION), MORNING)
        register.cancel(desk, event_id, "29", MORNING)
        register.walk_in(desk, NAMESAKE, admit.Door(event_id=event_id, session_key="day1-am", now=MORNING))
        return event_id


def write(image: QImage, wear: Wear, name: str, folder: Path) -> None:
    """Write a picture; those of the guide in few colours, so that they stay small."""
    target = folder / f"{name}-{wear}.png"
    image.save(str(target))
    if wear == Wear("lo", "light", SIZES[0]) and name in IN_GUIDE:
        GUIDE.mkdir(parents=True, exist_ok=True)
        with Image.open(target) as picture:
            few = picture.convert("RGB").quantize(GUIDE_COLOURS, dither=Image.Dither.NONE)
        few.save(GUIDE / f"{name}.png", optimize=True)


def main(folder: Path, only: str = "") -> None:
    """Make the pictures; `only` names what a window must wear, such as lo-light-1280."""
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    for wear in (Wear(*told) for told in product(LANGUAGES, SHADES, SIZES)):
        if only not in str(wear):
            continue
        with tempfile.TemporaryDirectory() as place:
            for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
                os.environ[name] = place
            for name, visit in tour(wear, Path(place)):
                write(visit.picture(), wear, name, folder)
        print(wear)
    del application


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
