"""The whole program at the door of an invented event, without a screen: its keys, its paints, its beat."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from unittest.mock import patch

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import invented
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from signin.desk.app import made_window
from signin.desk.program import Program
from signin.desk.reception.screen import ReceptionScreen
from signin.desk.scanner import scan_codes
from signin.desk.work.collector import Collector
from signin.domain.event import half_days
from signin.exchange.settings_file import Settings
from signin.store import Store, attendees, events

DESK = "ໂຕະ 1"
APART = timedelta(milliseconds=400)
_PLACES = {sign: code for code in range(1, 100) if (sign := scan_codes.character(code, shift=True))}
_ENTER = 28 + scan_codes.LINUX_OFFSET
WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def fill(path: Path, count: int) -> list[str]:
    """Put so many invented people with their codes into a store; give the codes, far apart in the roster."""
    event, people = invented.event(), invented.people(count)
    codes = {one.id: invented.code(one.number) for one in people}
    with Store(path) as store, store.write() as tx:
        events.add(tx, event, half_days(event))
        attendees.add_many(tx, people)
        attendees.issue_codes(tx, codes, invented.MORNING)
    return sorted(codes.values())


def application() -> QApplication:
    """Give the application, begun once."""
    running = QApplication.instance() or QApplication(["benchmarks"])
    assert isinstance(running, QApplication)
    return running


def wait_until(done: Callable[[], bool], seconds: float = 120.0) -> None:
    """Let the window run until something is so; a beat wakes the loop where nothing else does."""
    waking, running, late = QTimer(interval=20), application(), time.monotonic() + seconds
    waking.start()
    while not done():
        running.processEvents(WAIT)
        if time.monotonic() > late:
            raise AssertionError(done)


def run_for(seconds: float) -> None:
    """Let the window run for a while."""
    loop, timer = QEventLoop(), QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * seconds))
    loop.exec()


@contextmanager
def paints(kind: type[QWidget]) -> Iterator[deque[tuple[QWidget, float]]]:
    """Note the end of every paint event of a kind of widget that is made while this lasts."""
    real, seen = kind.paintEvent, deque[tuple[QWidget, float]](maxlen=64)

    def noted(widget: QWidget, event: QEvent) -> None:
        real(widget, event)
        seen.append((widget, time.perf_counter()))

    with patch.object(kind, "paintEvent", noted):
        yield seen


def scanner_keys(code: str) -> list[QKeyEvent]:
    """Give what a USB scanner types for a code: press and release of each character, then of Enter."""
    shift = Qt.KeyboardModifier.ShiftModifier
    strokes = [(ord(sign), shift, _PLACES[sign], sign) for sign in code]
    enter = (int(Qt.Key.Key_Return), Qt.KeyboardModifier.NoModifier, _ENTER - scan_codes.LINUX_OFFSET, "\r")
    return [
        QKeyEvent(way, key, modifier, place + scan_codes.LINUX_OFFSET, 0, 0, text)
        for key, modifier, place, text in (*strokes, enter)
        for way in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
    ]


class Door:
    """The program on a store, its window open and everybody read; a clock that moves with every scan."""

    def __init__(self, store: Path) -> None:
        self.now = invented.MORNING
        settings = Settings(desk=DESK, sounds=False, first_start_done=True, last_event="measured")
        application()
        self._collector = Collector()
        self.program = Program(made_window(settings), settings, store=store, clock=self._clock)
        self.program.begin()
        self.program.window.show()
        self.program.window.activateWindow()
        wait_until(self._is_ready)
        self.focus = self.program.window.windowHandle()
        wait_until(lambda: application().focusWindow() is self.focus)

    def _clock(self) -> datetime:
        return self.now

    def _is_ready(self) -> bool:
        reception = self.program.reception
        return reception is not None and reception.board is not None and len(reception.index) > 0

    @property
    def screen(self) -> ReceptionScreen:
        """The screen at the door."""
        assert self.program.screen is not None
        return self.program.screen

    def come(self) -> None:
        """Let the next person come."""
        self.now += APART

    def send(self, keys: Sequence[QKeyEvent]) -> None:
        """Send keys the way that real ones come."""
        for key in keys:
            QCoreApplication.sendEvent(self.focus, key)

    def close(self) -> None:
        """End the program and let go of the store."""
        self.program.end()
        self._collector.stop()
        self.program.window.hide()
        self.program.deleteLater()


class Beat(QObject):
    """Beats each millisecond, and notes how long the window's thread was held between two beats.

    For each stretch between `begin` and `stretch`, the longest gap in seconds by the clock on the wall, and the
    longest by what the thread itself had computed: another program that takes the processor is only in the first.
    """

    def __init__(self, beaten: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self._beaten = beaten
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        """Count anew."""
        self._last = (time.perf_counter(), time.thread_time())
        self._longest = (0.0, 0.0)

    def stretch(self) -> tuple[float, float]:
        """Give the longest gaps since the last call, and count anew."""
        self._beat()
        longest = self._longest
        self.begin()
        return longest

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        gaps = (now[0] - self._last[0], now[1] - self._last[1])
        self._longest = (max(self._longest[0], gaps[0]), max(self._longest[1], gaps[1]))
        self._beaten()
        self._last = (time.perf_counter(), time.thread_time())
