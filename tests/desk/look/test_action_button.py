"""Buttons: click, Enter, Space and the key do the same; what they are is said in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.look.seeing import picture
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import dress
from signin.words import say


@pytest.fixture
def clicks():
    return []


@pytest.fixture
def button(voice, look, shown, clicks):
    made = ActionButton(voice, look, say("Phone"), "badge", "F2")
    made.clicked.connect(lambda: clicks.append(1))
    return shown(made, QLineEdit())


def test_click_enter_space_and_the_key_do_the_same(button, clicks):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(button, key)
    QTest.keyClick(button, Qt.Key.Key_F2)
    assert len(clicks) == 5


def test_the_key_works_while_something_else_has_the_focus(button, clicks):
    edit = button.window().findChild(QLineEdit)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_F2)
    assert clicks == [1]


@pytest.mark.parametrize("out", [lambda button: button.hide(), lambda button: button.setEnabled(False)])
def test_the_key_of_a_button_that_is_not_there_does_nothing(button, clicks, out):
    out(button)
    edit = button.window().findChild(QLineEdit)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_F2)
    assert clicks == []


def test_screen_readers_hear_the_word_and_the_key(button, voice):
    said = QAccessible.queryAccessibleInterface(button)
    assert said.text(QAccessible.Text.Name) == "ເບີໂທ"
    assert said.text(QAccessible.Text.Description) == "ປຸ່ມ F2"
    voice.speak("en")
    assert said.text(QAccessible.Text.Name) == "Phone"
    assert said.text(QAccessible.Text.Description) == "Key F2"
    assert button.toolTip() == "Phone (F2)"


def test_a_key_may_be_shown_that_somebody_else_listens_to(voice, look, shown, clicks):
    button = shown(ActionButton(voice, look, say("Phone"), "close", shown_key="Esc"))
    button.clicked.connect(lambda: clicks.append(1))
    assert button.key == QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert clicks == []


def test_the_key_is_left_out_first_when_room_is_short(button):
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    button.setFixedWidth(button.minimumSizeHint().width())
    button.clearFocus()
    QApplication.processEvents()
    narrow = picture(button)
    bare = ActionButton(button._voice, button._look, say("Phone"), "badge")
    bare.setFixedSize(button.size())
    bare.ensurePolished()
    assert narrow == picture(bare)


def test_the_key_is_seen_as_long_as_less_distance_makes_room_for_it(button):
    button.clearFocus()
    for width, seen in ((button.sizeHint().width() - 20, True), (button.minimumSizeHint().width(), False)):
        button.setFixedWidth(width)
        QApplication.processEvents()
        bare = ActionButton(button._voice, button._look, say("Phone"), "badge")
        bare.setFixedSize(button.size())
        bare.ensurePolished()
        assert (picture(button) != picture(bare)) is seen


def test_a_button_shows_another_word_and_icon_when_told(button):
    before = picture(button)
    button.set_message(say("Organisation"))
    button.set_icon("search")
    assert (button.text(), button.icon_name) == ("ພາກສ່ວນ", "search")
    assert button.accessibleName() == "ພາກສ່ວນ"
    assert picture(button) != before


def test_a_dressed_button_becomes_the_one_to_take(button):
    before = picture(button)
    dress(button, kind="primary")
    assert button.word_font().bold()
    assert picture(button) != before


def test_buttons_grow_with_the_window(button, look):
    before = button.sizeHint()
    look.grow(2560)
    QApplication.processEvents()
    assert button.sizeHint().height() > 1.5 * before.height()
    assert button.sizeHint().width() > 1.5 * before.width()
