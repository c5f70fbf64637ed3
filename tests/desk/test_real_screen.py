"""The program in a process of its own on a real X server: scanner and hands are keys, the PC's keyboard is Lao."""

from __future__ import annotations

import os
import shutil
from ctypes.util import find_library
from datetime import datetime

import pytest

from desk.real_screen import ENTER, VERDICT, Window, lao_keys, real_screen, scanner_keys, until
from signin.desk.look.tokens import LIGHT
from signin.domain.scan import Source
from signin.exchange.settings_file import Settings, write_settings
from signin.services import beginning, records
from signin.services.desk import Desk
from signin.store import Store, attendees, scans

TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "setxkbmap": "x11-xkb-utils"}
LIBRARIES = {"xcb-cursor": "libxcb-cursor0", "xkbcommon-x11": "libxkbcommon-x11-0"}
MISSING = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
MISSING += [package for library, package in LIBRARIES.items() if find_library(library) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"a real screen needs Debian's {' '.join(MISSING)}")

# A window of another program, over everything.
COVER = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.setGeometry(0, 0, 1280, 800)
window.show()
print("shown", flush=True)
application.exec()
"""


class Door:
    """The sample conference of today, as another program reads it."""

    def __init__(self, folder):
        self.desk = Desk(Store(folder / "signin.db"), "test", os.urandom)
        self.event_id = beginning.make_sample(self.desk, datetime.now())
        with self.desk.store.read() as tx:
            self.people = attendees.everyone(tx, self.event_id)
            codes = dict(attendees.live_codes(tx, self.event_id))
        self.codes = [codes[person.id] for person in self.people]

    def scans(self):
        """Whatever is stored of scans: who, the verdict, from where, as what it was read."""
        numbers = {person.id: person.number for person in self.people}
        with self.desk.store.read() as tx:
            found = scans.of_event(tx, self.event_id)
        return [(numbers.get(one.attendee_id), one.verdict, one.source, one.raw) for one in found]


def made(folder):
    """Make a store with today's conference, and this desk's settings beside it."""
    door = Door(folder)
    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True, last_event=door.event_id)
    write_settings(folder / "signin" / "settings.toml", settings)
    return door


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """The door, its window and the process, for the tests that only add to it."""
    folder = tmp_path_factory.mktemp("desk")
    door = made(folder)
    with real_screen(folder, "la") as screen:
        window = Window(screen, folder, door.desk.store.path)
        with window.opened() as program:
            yield door, window, program


@pytest.fixture
def door(opened):
    return opened[0]


@pytest.fixture
def screen(opened):
    return opened[1].screen


def test_a_scanner_is_understood_though_the_keyboard_is_lao(screen, door):
    for nth, code in enumerate(door.codes[:3], start=1):
        screen.type(*scanner_keys(code))
        until(lambda nth=nth: len(door.scans()) == nth, f"{nth} scans stored")
    assert door.scans() == [(nth + 1, "Admitted", Source.QR, door.codes[nth]) for nth in range(3)]
    until(lambda: screen.colour(*VERDICT) == LIGHT.go, "the verdict is green")


def test_a_lao_name_typed_by_hand_is_found_and_enter_checks_in(screen, door):
    before, person = len(door.scans()), door.people[4]
    screen.type(*lao_keys(person.name.split()[0]), gap_ms=70)
    screen.type(ENTER)
    until(lambda: len(door.scans()) > before, "the search's scan stored")
    assert door.scans()[before:] == [(person.number, "Admitted", Source.SEARCH, str(person.number))]


def test_a_second_start_ends_and_brings_the_first_window_to_the_front(screen, opened):
    _, window, program = opened
    ours = screen.focus(program.pid)
    with window.another("-c", COVER) as other:
        assert other.stdout.readline() == b"shown\n"
        until(lambda: screen.window_at(*VERDICT) != ours, "the other window lies above")
        with window.started() as second:
            assert second.wait(30) == 0
        until(lambda: screen.window_at(*VERDICT) == ours, "our window lies above")
    assert program.poll() is None


def test_a_badge_scanned_as_soon_as_there_is_a_window_is_answered_when_the_door_is_open(tmp_path):
    door = made(tmp_path)
    with real_screen(tmp_path, "la") as screen:
        window = Window(screen, tmp_path, door.desk.store.path)
        with window.started() as program:
            screen.focus(program.pid, "^signin")  # painted; its door is a third of a second away
            screen.type(*scanner_keys(door.codes[0]))
            until(lambda: len(door.scans()) == 1, "the scan is stored")
            until(lambda: screen.colour(*VERDICT) == LIGHT.go, "the verdict is green")
    assert door.scans() == [(1, "Admitted", Source.QR, door.codes[0])]


def test_a_desk_killed_in_the_midst_of_scanning_lost_nothing_and_opens_again(tmp_path):
    door = made(tmp_path)
    keys = [key for code in door.codes[:8] for key in scanner_keys(code)]
    with real_screen(tmp_path, "la") as screen:
        window = Window(screen, tmp_path, door.desk.store.path)
        with window.opened() as program, screen.typing(*keys):
            until(lambda: len(door.scans()) >= 3, "three scans stored")
            answered = door.scans()
            program.kill()
            program.wait()
        kept = door.scans()
        with window.opened():
            screen.type(*scanner_keys(door.codes[-1]))
            until(lambda: len(door.scans()) > len(kept), "one more scan stored")
    assert kept[: len(answered)] == answered
    assert len(kept) < 8
    assert door.scans()[-1][:2] == (len(door.codes), "Admitted")
    with door.desk.store.read() as tx:
        assert records.first_bad(tx) is None
