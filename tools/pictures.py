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
from itertools import product
from pathlib import Path

from organising import ROSTER, organiser_screens, wait
from PIL import Image, ImageColor
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from visiting import MORNING, Door, Visit, Wear, prepared

from signin.desk.look.tokens import LIGHT
from signin.desk.organiser.importing.page import ImportPage
from signin.desk.reception.paper_panel import PaperPanel
from signin.desk.reception.walk_in_panel import WalkInPanel
from signin.desk.start.event_page import EventPage
from signin.domain import codes
from signin.exchange.settings_file import Shade
from signin.words import Language

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide" / "pictures"
IN_GUIDE = frozenset(
    [
        *("door-ready", "go", "look", "search", "walk-in", "lost-badge", "leaving", "not-saved", "paper"),
        *("announcement", "sessions", "import-read", "roster", "duplicates", "documents", "statistics", "records"),
        "gate",
    ]
)
GUIDE_COLOURS, GUIDE_BYTES = (128, 96, 64), 60_000
"""A picture of the guide has as many colours as leave it small."""
LANGUAGES: tuple[Language, ...] = ("lo", "en")
SHADES: tuple[Shade, ...] = ("light", "dark")
SIZES = ((1280, 720), (1920, 1080))
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
    door.clock.now = MORNING.replace(hour=12, minute=29)
    door.scan(4)  # a desk that is in use stays, and is offered the next session
    door.clock.now = MORNING.replace(hour=12, minute=33)
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
    importing = door.window.screens.currentWidget()
    assert isinstance(importing, ImportPage)
    wait(lambda: importing.face.read.reading is not None)
    yield "import-new", door
    yield from organiser_screens(door)
    program.show_settings()
    yield "settings", door


def trouble_screens(wear: Wear, folder: Path, event_id: str) -> Iterator[tuple[str, Visit]]:
    """Show a store that cannot be opened."""
    damaged = folder / "signin.db"
    damaged.write_bytes(b"no store at all" * 500)
    visit = Visit(wear, damaged, event_id=event_id)
    yield "trouble", visit
    visit.end()


def write(image: QImage, wear: Wear, name: str, folder: Path) -> None:
    """Write a picture; those of the guide in few colours, so that they stay small."""
    target = folder / f"{name}-{wear}.png"
    image.save(str(target))
    if wear == Wear("lo", "light", SIZES[0]) and name in IN_GUIDE:
        GUIDE.mkdir(parents=True, exist_ok=True)
        with Image.open(target) as picture:
            plain = picture.convert("RGB")
        for colours in GUIDE_COLOURS:
            few = plain.quantize(palette=_palette(plain, colours), dither=Image.Dither.NONE)
            few.save(GUIDE / f"{name}.png", optimize=True)
            if (GUIDE / f"{name}.png").stat().st_size < GUIDE_BYTES:
                break


def _palette(picture: Image.Image, colours: int) -> Image.Image:
    """Give the colours that a picture needs most, and all of the theme: a small orange sign is not to turn red."""
    theme = [told for told in LIGHT if str(told).startswith("#")]
    usual = picture.quantize(colours - len(theme), kmeans=2).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for told in theme for part in ImageColor.getrgb(told)] + usual)
    return palette


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
