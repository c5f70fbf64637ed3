"""What is amiss can be copied for support; what only asks to type otherwise cannot."""

from datetime import datetime

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.drawn import grey
from desk.scanner.typing import open_and_focus
from signin import __version__
from signin.desk.look.field import Field
from signin.desk.look.notice import Notice
from signin.domain.verdict import Tone
from signin.words import say

AMISS = say("Not saved: the disk is full. Make room and try again; nothing was half-written.")
WHEN = datetime(2024, 6, 12, 8, 24, 7)


@pytest.fixture
def told(qtbot, voice, look):
    """A notice that stopped somebody, in a window."""
    window = QWidget()
    notice = Notice(voice, look, clock=lambda: WHEN)
    column = QVBoxLayout(window)
    column.addWidget(notice)
    column.addWidget(Field(voice, look, say("Name")))
    qtbot.addWidget(window)
    window.resize(500, 200)
    notice.tell(AMISS)
    open_and_focus(window)
    QGuiApplication.clipboard().clear()
    yield notice
    window.hide()


def copied():
    return QGuiApplication.clipboard().text()


def expected(voice):
    return f"signin {__version__} · 2024-06-12 08:24:07\n{voice.text(AMISS)}"


def test_a_click_copies_what_is_said_with_version_and_time(told, voice, qtbot):
    qtbot.mouseClick(told.copy_button, Qt.MouseButton.LeftButton)
    assert copied() == expected(voice)
    voice.speak("lo")
    qtbot.mouseClick(told.copy_button, Qt.MouseButton.LeftButton)
    assert copied() == expected(voice)
    assert "ດິສ" in copied()


@pytest.mark.parametrize("key", ["copy", "space", "enter"])
def test_the_keys_copy_it_where_the_focus_is(told, voice, key):
    told.copy_button.setFocus()
    way = {
        "copy": (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier),
        "space": (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),
        "enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    }
    QTest.keyClick(told.window().windowHandle(), *way[key])
    assert copied() == expected(voice)


def test_tab_comes_to_the_button_and_passes_on(told):
    told.copy_button.setFocus()
    QTest.keyClick(told.window().windowHandle(), Qt.Key.Key_Tab)
    assert not told.copy_button.hasFocus()
    QTest.keyClick(told.window().windowHandle(), Qt.Key.Key_Backtab)
    assert told.copy_button.hasFocus()


def test_the_menu_offers_the_same(told, voice):
    assert told.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    (action,) = told.actions()
    action.trigger()
    assert copied() == expected(voice)
    assert action.text() == voice.text(say("Copy for support"))


def test_the_button_stands_inside_and_the_words_beside_it(told):
    button = told.copy_button.geometry()
    assert told.rect().contains(button)
    assert told.contentsRect().right() < button.left()


@pytest.mark.parametrize("tone", [Tone.LOOK, Tone.GO])
def test_what_stops_nobody_has_no_button(told, tone):
    told.tell(AMISS, tone)
    assert not told.copy_button.isVisible()
    assert told.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    told.tell(AMISS, Tone.STOP)
    assert told.copy_button.isVisible()


def test_nothing_said_has_no_button(told):
    told.tell(None)
    assert not told.can_copy


def test_what_asks_to_type_otherwise_has_no_button(told, voice, look, qtbot):
    field = told.window().findChild(Field)
    field.complain(say("A desk needs a name."))
    assert field._notice.isVisible()
    assert not field._notice.copy_button.isVisible()
    assert field.mapTo(told.window(), QPoint(0, 0)).y() > told.geometry().bottom()


def test_sign_and_copy_button_keep_the_margin(told):
    told.setMargin(12)
    told.resize(400, 60)
    said = grey(told.grab().toImage())
    ground = Image.new("L", said.size, said.getpixel((0, 0)))
    assert ImageChops.difference(said, ground).getbbox()[0] >= 12
    assert told.copy_button.geometry().right() < 400 - 12
