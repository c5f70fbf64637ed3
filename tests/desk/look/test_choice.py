"""Choices: by mouse, by arrows, for screen readers, in as many rows as there is room for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from signin.desk.look.choice import Choice
from signin.words import say

OPTIONS = [("m", say("Phone"), "people"), ("f", say("Organisation"), "women"), (None, say("Sex"))]


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def choice(voice, look, shown, chosen):
    made = Choice(voice, look, say("Sex"), OPTIONS, value="m")
    made.chosen.connect(chosen.append)
    return shown(made, QLineEdit(), size=(700, 200))


def test_a_click_anywhere_on_a_button_chooses(choice, chosen):
    segment = choice.segments["f"]
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton, pos=segment.rect().topRight() - QPoint(4, -4))
    assert chosen == ["f"]
    assert choice.value == "f"


def test_arrows_go_round_and_choose(choice, chosen):
    choice.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert chosen == ["f", None, "m", None, "f"]
    assert choice.segments["f"].hasFocus()


def test_arrows_pass_by_what_cannot_be_chosen(choice, chosen):
    choice.segments["f"].setEnabled(False)
    choice.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chosen == [None]


@pytest.mark.parametrize("value", ["m", "f", "nobody"])
def test_tab_stops_once(choice, value):
    choice.set_value(value)
    choice.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_setting_a_value_is_silent_and_unknown_ones_choose_nothing(choice, chosen):
    choice.set_value("f")
    assert (choice.value, chosen) == ("f", [])
    choice.set_value("nobody")
    assert not any(segment.isChecked() for segment in choice.segments.values())
    choice.setFocus()
    assert choice.segments["m"].hasFocus()


def test_screen_readers_hear_what_is_chosen_for_what(choice, voice):
    said = QAccessible.queryAccessibleInterface(choice.segments["m"])
    assert said.role() is QAccessible.Role.RadioButton
    assert said.text(QAccessible.Text.Name) == "ເບີໂທ"
    assert said.text(QAccessible.Text.Description) == choice.label.text() == "ເພດ"
    assert said.state().checked
    voice.speak("en")
    assert said.text(QAccessible.Text.Name) == "Phone"


def test_buttons_stand_in_more_rows_where_room_is_short(choice):
    assert len({segment.y() for segment in choice.segments.values()}) == 1
    choice.window().resize(choice.minimumSizeHint().width() + 40, 400)
    QApplication.processEvents()
    assert len({segment.y() for segment in choice.segments.values()}) == 3
    assert all(segment.width() >= segment.sizeHint().width() for segment in choice.segments.values())
