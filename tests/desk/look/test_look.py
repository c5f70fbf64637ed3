"""The look: themes and sizes change while the window runs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desk.look.seeing import picture
from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import DARK, LIGHT, SPACE, TYPE


@pytest.fixture
def worn(qapp):
    look = Look()
    look.wear(LIGHT)
    return look


def test_a_theme_is_worn_by_what_is_shown_already(worn, shown):
    edit = shown(QLineEdit("ລາວ"))
    light = QColor(picture(edit).pixel(edit.width() // 2, 8))
    worn.wear(DARK)
    QApplication.processEvents()
    assert light == QColor(LIGHT.surface)
    assert QColor(picture(edit).pixel(edit.width() // 2, 8)) == QColor(DARK.surface)
    assert QApplication.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.text)


def test_labels_take_the_ink_they_are_dressed_in(worn, shown):
    label = shown(LaoLabel("ລາວ"))
    dress(label, ink="stop", type="title")
    assert label.palette().color(label.foregroundRole()) == QColor(LIGHT.stop_words)
    assert label.font().pointSizeF() == TYPE.title
    assert label.font().bold()


def test_letters_follow_the_width_of_the_window(worn, shown, qtbot):
    label = shown(LaoLabel("ລາວ"))
    with qtbot.waitSignal(worn.changed):
        worn.grow(1920)
    QApplication.processEvents()
    assert worn.scale == 1.4
    assert label.font().pointSizeF() == pytest.approx(TYPE.body * 1.4)
    assert worn.px(SPACE.large) == 22
    assert worn.font(TYPE.body).pointSizeF() == pytest.approx(TYPE.body * 1.4)


def test_a_window_that_grows_a_little_is_not_dressed_anew(worn, qtbot):
    with qtbot.assertNotEmitted(worn.changed):
        worn.grow(1300)


def test_lines_to_type_into_are_a_row_high(worn, shown):
    edit = shown(QLineEdit())
    assert edit.height() >= drawing.hand(edit.font()).row()


def test_a_ground_fills_its_widget(worn, qtbot):
    whole = QWidget()
    dress(whole, ground=True)
    QVBoxLayout(whole)
    qtbot.addWidget(whole)
    whole.resize(20, 20)
    whole.show()
    assert QColor(picture(whole).pixel(10, 10)) == QColor(LIGHT.ground)
