"""What the scanner's tests share: an ear, what it heard, and a window to type in."""

import random
import time

import pytest

from signin.domain import codes

CODE = codes.new(random.Random(7).randbytes)
OTHER = codes.new(random.Random(8).randbytes)


@pytest.fixture
def code():
    return CODE


@pytest.fixture
def other():
    return OTHER


@pytest.fixture
def ear(qapp):
    from signin.desk.scanner.ear import Ear

    made = Ear(time.monotonic)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def scanned(ear):
    told = []
    ear.scanned.connect(told.append)
    return told


@pytest.fixture
def window(qtbot):
    """A window with a text field, which has the focus, and a button that counts how often it was pressed."""
    from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

    from desk.scanner import typing

    class Window(QWidget):
        def __init__(self):
            super().__init__()
            self.field, self.second, self.button = QLineEdit(), QLineEdit(), QPushButton("press")
            self.button.setAutoDefault(True)
            self.pressed = 0
            self.button.clicked.connect(self.count)
            layout = QVBoxLayout(self)
            for widget in (self.field, self.second, self.button):
                layout.addWidget(widget)

        def count(self):
            self.pressed += 1

    made = Window()
    qtbot.addWidget(made)
    typing.open_and_focus(made)
    made.field.setFocus()
    return made
