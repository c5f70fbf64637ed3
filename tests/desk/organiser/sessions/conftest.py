"""What the page of the sessions is handed, in a window of the least size; the mouse and the keys are real."""

from datetime import datetime

import pytest

from desk.hands import click, look, press, voice, workers

__all__ = ["click", "look", "press", "voice", "workers"]


@pytest.fixture
def page(qtbot, voice, look, workers, clock):
    """The page, shown with its sessions read; `said` gathers what it emits."""
    from signin.desk.organiser.sessions.page import SessionsPage

    clock.now = datetime(2024, 6, 11, 15)
    made = SessionsPage(voice, look, *workers, "e1", clock)
    qtbot.addWidget(made)
    made.said = []
    made.changed.connect(lambda: made.said.append("changed"))
    made.back.connect(lambda: made.said.append("back"))
    made.resize(1168, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: made._facts is not None)
    return made


@pytest.fixture
def written(qtbot, page, workers):
    """Wait until the next change is written and shown: with written(): …"""
    from contextlib import contextmanager

    @contextmanager
    def wait():
        before = page.said.count("changed")
        yield
        qtbot.waitUntil(lambda: page.said.count("changed") > before, timeout=3000)
        qtbot.waitUntil(lambda: not any(worker.waiting for worker in workers))

    return wait


@pytest.fixture
def stored(meeting):
    """The sessions as another program reads them: stored() gives them by key, as day, begin, end."""
    from signin.services import meetings

    def read():
        found = meetings.one(meeting, "e1")[1]
        return {one.key: f"{one.starts_at:%d %H:%M}-{one.ends_at:%H:%M}" for one in found}

    return read


@pytest.fixture
def at(page):
    """Give the place of a moment in the timetable: at(day, hour, minute)."""
    from datetime import date

    from PySide6.QtCore import QPoint

    def place(day, hour, minute=0, beside=0.5):
        grid, scrolled = page.table.grid, page.table._scrolled
        whole = date(2024, 6, day)
        x = grid.x_of(whole) + grid.column * beside
        y = grid.y_of(datetime(2024, 6, day, hour, minute), whole)
        return QPoint(round(x - scrolled.x()), round(y - scrolled.y()))

    return place


@pytest.fixture
def drag(page):
    """Press the left button at a place of the timetable, go to another, let go: drag(one, other, drop=…)."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    view = page.table.viewport()

    def dragged(one, other, *, drop=True):
        left, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseMove(view, one)
        QTest.mousePress(view, left, no, one)
        for share in (0.3, 0.6, 1.0):
            _move(view, one + (other - one) * share)
        if drop:
            QTest.mouseRelease(view, left, no, other)

    return dragged


def _move(view, place):
    """Move the mouse with the left button held, which QTest does not tell."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    left, no = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    there = QPointF(place)
    event = QMouseEvent(QEvent.Type.MouseMove, there, QPointF(view.mapToGlobal(place)), left, left, no)
    QApplication.sendEvent(view, event)


@pytest.fixture
def write(qtbot):
    """Type a text over what stands in the field that has the focus, Lao too."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def written(text):
        target = QApplication.focusWidget()
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(target, event)

    return written
