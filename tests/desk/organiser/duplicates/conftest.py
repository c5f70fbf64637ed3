"""What the page of people who may be the same is handed, in a window of the least size."""

from datetime import datetime

import pytest

from desk.hands import look, voice, workers

__all__ = ["look", "voice", "workers"]

NOW = datetime(2024, 6, 12, 9, 0)


@pytest.fixture
def clock():
    return lambda: NOW


@pytest.fixture
def people(people, attendee):
    """Of five people 4 is 1 once more, and 5 has the phone of 2."""
    first, second, third = people
    twice = attendee(4, name="ວັນໄຊ ອິນທະວົງ", organisation="ພະແນກຄັງ", phone="2077700004", email="v@mof.la")
    return [
        first,
        attendee(2, name=second.name, phone="020 9900 0002"),
        third,
        twice,
        attendee(5, name="ຄຳແສງ", phone="2099000002"),
    ]


@pytest.fixture
def settled(qtbot, workers):
    """Wait until all that was asked for is answered."""

    def wait():
        qtbot.waitUntil(lambda: not any(worker.waiting for worker in workers), timeout=5000)

    return wait


@pytest.fixture
def page(qtbot, voice, look, workers, clock, settled):
    from shiboken6 import isValid

    from signin.desk.organiser.duplicates.page import DuplicatesPage

    made = DuplicatesPage(voice, look, *workers, "e1", clock)
    made.said = []
    made.changed.connect(lambda: made.said.append("changed"))
    made.back.connect(lambda: made.said.append("back"))
    made.resize(1168, 720)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settled()
    qtbot.waitUntil(made.sides.isVisible, timeout=5000)
    made.list.setFocus()
    yield made
    if isValid(made):
        made.close()
        made.deleteLater()


@pytest.fixture
def press(qtbot, settled):
    """Press keys on whatever has the focus, and wait for what comes of it."""
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def pressed(*names):
        for name in names:
            combination = QKeySequence(name)[0]
            target = QApplication.focusWidget()
            assert target is not None, f"nothing has the focus for {name}"
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            settled()

    return pressed


@pytest.fixture
def click(qtbot, settled):
    from PySide6.QtCore import Qt

    def clicked(widget, place=None):
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place) if place else qtbot.mouseClick(
            widget, Qt.MouseButton.LeftButton
        )
        settled()

    return clicked
