"""Panels: Enter goes on, Esc closes, and what is amiss is said in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.panel import Panel
from signin.words import say


@pytest.fixture
def panel(voice, look, shown):
    made = Panel(voice, look, say("Phone"), accept=say("Organisation"))
    made.first, made.last = Field(voice, look, say("Phone")), Field(voice, look, say("Phone"), completions=["ກຂ"])
    made.sex = Choice(voice, look, say("Sex"), [(1, say("Phone")), (2, say("Organisation"))], value=2)
    for part in (made.first, made.sex, made.last):
        made.body.addWidget(part)
    made.told = []
    made.accepted.connect(lambda: made.told.append("accepted"))
    made.closed.connect(lambda: made.told.append("closed"))
    shown(made, size=(500, 600))
    made.start()
    return made


def _press(key):
    QTest.keyClick(QApplication.focusWidget(), key)


def test_the_focus_starts_in_the_first_field(panel):
    assert panel.first.edit.hasFocus()


def test_enter_goes_from_field_to_field_and_accepts_in_the_last(panel):
    _press(Qt.Key.Key_Return)
    assert panel.sex.segments[2].hasFocus()
    _press(Qt.Key.Key_Return)
    assert panel.last.edit.hasFocus()
    assert panel.told == []
    _press(Qt.Key.Key_Enter)
    assert panel.told == ["accepted"]


def test_enter_in_the_last_field_does_nothing_while_accepting_is_not_possible(panel):
    panel.accept_button.setEnabled(False)
    panel.last.setFocus()
    _press(Qt.Key.Key_Return)
    assert panel.told == []


def test_tab_comes_to_the_buttons_after_the_fields(panel):
    panel.last.setFocus()
    _press(Qt.Key.Key_Tab)
    assert panel.accept_button.hasFocus()
    _press(Qt.Key.Key_Tab)
    assert panel.close_button.hasFocus()
    _press(Qt.Key.Key_Tab)
    assert panel.first.edit.hasFocus()


def test_enter_takes_a_known_word_first(panel):
    panel.last.setFocus()
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Return)
    assert (panel.last.text(), panel.told) == ("ກຂ", [])


def test_escape_closes_even_where_the_window_has_a_use_for_it(panel):
    used = []
    QShortcut(QKeySequence("Esc"), panel.window(), activated=lambda: used.append(1))
    _press(Qt.Key.Key_Escape)
    assert (panel.told, used) == (["closed"], [])


def test_escape_closes_the_list_of_a_field_before_the_panel(panel):
    QShortcut(QKeySequence("Esc"), panel.window(), activated=lambda: panel.told.append("window"))
    panel.last.setFocus()
    _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Escape)
    assert panel.told == []
    _press(Qt.Key.Key_Escape)
    assert panel.told == ["closed"]


def test_the_mouse_alone_does(panel):
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    assert panel.told == ["accepted", "closed"]


def test_what_is_amiss_is_said_above_the_buttons(panel, voice):
    panel.complain(say("Row {row}: no name. Fill it in and import again.", row=3))
    voice.speak("en")
    assert panel._notice.isVisible()
    assert panel._notice.text().startswith("Row 3")
    assert panel._notice.geometry().bottom() < panel.accept_button.geometry().top()
    panel.complain(None)
    assert not panel._notice.isVisible()


def test_a_panel_that_asks_nothing_starts_at_its_close_button(voice, look, shown):
    panel = shown(Panel(voice, look, say("Phone")))
    panel.start()
    assert panel.close_button.hasFocus()
    assert panel.accept_button is None


def test_fields_below_are_scrolled_to(panel):
    panel.window().resize(400, 330)
    QApplication.processEvents()
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Return)
    QApplication.processEvents()
    top = panel.last.edit.mapTo(panel._area.viewport(), panel.last.edit.rect().topLeft()).y()
    assert 0 <= top <= panel._area.viewport().height() - panel.last.edit.height()
