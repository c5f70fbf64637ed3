"""Fixtures of pages that are tested alone: what they are handed, and hands that type where the focus is.

A conftest takes those it wants by importing them; the whole program has its own in tests/desk/conftest.py.
"""

import pytest


@pytest.fixture
def voice(qapp):
    from signin.desk.look.voice import Voice

    return Voice("en")


@pytest.fixture
def look(qapp):
    from signin.desk.look.look import Look

    made = Look()
    made.wear()
    return made


@pytest.fixture
def workers(meeting, qtbot):
    """Writer and reader on the store of the small meeting."""
    from signin.desk.work.store_worker import StoreWorker
    from signin.services.desk import Desk
    from signin.store import Store

    path = meeting.store.path
    made = [StoreWorker(Desk(Store(path), meeting.name, meeting.random)) for _ in ("writer", "reader")]
    yield made
    for worker in made:
        worker.stop()


@pytest.fixture
def press(qtbot):
    """Press keys on whatever has the focus: press("Tab", "Ctrl+Return", "Alt+Left")."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def pressed(*names):
        for name in names:
            combination = QKeySequence(name)[0]
            target = QApplication.focusWidget()
            assert target is not None, f"nothing has the focus for {name}"
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

    return pressed


@pytest.fixture
def write(qtbot):
    """Type a text, Lao too, into whatever has the focus."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    def written(text):
        target = QApplication.focusWidget()
        for letter in text:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                key = Qt.Key.Key_unknown
                QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))

    return written


@pytest.fixture
def click(qtbot):
    from PySide6.QtCore import Qt

    return lambda widget: qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
