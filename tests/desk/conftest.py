"""Where the window's tests run: the real Qt without a screen, our fonts, and no warning of Qt's let pass.

Without the system's libraries Qt cannot be imported: then every file of this folder is skipped and says why. So
a conftest below this one imports Qt only inside its fixtures.
"""

from __future__ import annotations

import importlib
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

try:
    importlib.import_module("PySide6.QtWidgets")
    MISSING = ""
except ImportError as error:
    MISSING = f"Qt needs a library of the system: {error}"

LETTERS = 12.0
"""Points of the letters that widgets have until a test says otherwise."""


class Left(pytest.Module):
    """A file of tests that cannot run here."""

    def collect(self):
        pytest.skip(MISSING, allow_module_level=True)


def pytest_pycollect_makemodule(module_path, parent):
    return Left.from_parent(parent, path=module_path) if MISSING else None


def pytest_itemcollected(item):
    item.add_marker(pytest.mark.no_cover)  # the rooms that are measured have tests of their own
    item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _collected(qapp):
    """Collect garbage in the window's thread alone, as the window does."""
    from signin.desk.work.collector import Collector

    collector = Collector()
    yield
    collector.collect_due()
    collector.stop()


@pytest.fixture(autouse=True)
def _of_very_many(request, monkeypatch):
    """Leave garbage to the collector, as where there are very many people: the thousands of tests in memory take a
    fifth of a second to look through, at every page that goes. `lets_go` marks tests of what goes at once."""
    from signin.desk.work import lasting

    if not request.node.get_closest_marker("lets_go"):
        monkeypatch.setattr(lasting, "_VERY_MANY", 0)


@pytest.fixture(autouse=True)
def _letters(qapp, _collected):
    """Start every test with our fonts and an undressed application."""
    from signin.desk.letters import fonts

    if qapp.styleSheet():
        qapp.setStyleSheet("")
        qapp.setPalette(qapp.style().standardPalette())
    if qapp.font() != fonts.font(LETTERS):
        fonts.use_everywhere(LETTERS)


@pytest.fixture
def golden():
    """Compare a widget with its golden picture: golden(name, widget); in sixteen greys."""
    from desk.drawn import picture
    from pictures import same_picture

    def same(name, widget):
        same_picture(f"desk/{name}", picture(widget).point(lambda grey: grey // 17 * 17))

    return same


class Clock:
    """The time at the desk, which a test sets."""

    def __init__(self):
        from datetime import datetime

        self.now = datetime(2024, 6, 12, 8, 24)

    def __call__(self):
        return self.now

    def set(self, hour, minute=0, day=12):
        self.now = self.now.replace(day=day, hour=hour, minute=minute, second=0)

    def wait(self, seconds=10):
        """Let time pass, so that the same badge is not the same scan."""
        from datetime import timedelta

        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def program(meeting, clock, qtbot):
    """The whole program as it stands on the table: the window at the door of the small meeting."""
    import time

    from desk.scanner.typing import open_and_focus, pause
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True, last_event="e1")
    made = Program(made_window(settings), settings, store=meeting.store.path, clock=clock, seconds=time.monotonic)
    made.begin()
    qtbot.waitUntil(lambda: made.screen is not None and made.reception.board is not None, timeout=5000)
    qtbot.waitUntil(lambda: len(made.reception.index) == 3, timeout=5000)
    open_and_focus(made.window)
    yield made
    made.end()
    made.window.hide()
    made.window.deleteLater()
    made.deleteLater()
    pause(1)  # for what is to be deleted


@pytest.fixture
def another_event(meeting, event, sessions):
    """The id of a second event on the same days, with the same sessions and nobody on its roster."""
    from dataclasses import replace

    from signin.services import meetings

    other = replace(event, id="e2", title="ກອງປະຊຸມອື່ນ")
    meetings.create(meeting, other, [replace(one, event_id="e2") for one in sessions])
    return other.id


@pytest.fixture
def screen(program):
    return program.screen


@pytest.fixture
def verdict(screen):
    """The words of the verdict that the window shows."""
    return lambda: screen.verdict.face


@pytest.fixture
def stored(meeting):
    """Every row of the scan log, as another program reads it: stored() gives (number or None, verdict, source)."""
    from signin.store import attendees, scans

    def rows():
        with meeting.store.read() as tx:
            people = {person.id: person.number for person in attendees.everyone(tx, "e1")}
            return [
                (people.get(one.attendee_id), one.verdict, str(one.source)) for one in scans.of_event(tx, "e1")
            ]

    return rows


@pytest.fixture
def scan(program, qtbot, code, stored):
    """Scan a badge with the USB scanner and wait for the answer: scan(number or text, layout=…, end=…)."""
    from desk.scanner.typing import scan_keys, strike

    def scanned(who, layout="us", end="enter", *, caps=False, answers=1):
        text = code(who) if isinstance(who, int) else who
        heard = []
        program.reception.answered.connect(heard.append)
        strike(scan_keys(text, layout, end, caps=caps))
        qtbot.waitUntil(lambda: len(heard) >= answers, timeout=5000)
        program.reception.answered.disconnect(heard.append)
        return heard[-1]

    return scanned


@pytest.fixture
def press(qtbot):
    """Press keys as a hand does, on the window that has the focus: press("F2"), press("Ctrl+Z")."""
    from PySide6.QtGui import QGuiApplication, QKeySequence
    from PySide6.QtTest import QTest

    from desk.scanner.typing import pause

    def pressed(*names):
        for name in names:
            combination = QKeySequence(name)[0]
            QTest.keyClick(QGuiApplication.focusWindow(), combination.key(), combination.keyboardModifiers())
            pause(60)

    return pressed


@pytest.fixture
def write(qtbot):
    """Type a text as a hand does, Lao too, on the window that has the focus."""
    from desk.scanner.typing import character_keys, pause, strike

    def written(text, layout="us"):
        for character in text:
            strike(character_keys(character, layout))
            pause(45)

    return written
