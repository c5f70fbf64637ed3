"""The focus can always be seen: a ring round whatever has it, in both themes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
)

from desk.look.seeing import changed, picture
from signin.desk.look.action_button import ActionButton
from signin.desk.look.choice import Choice
from signin.desk.look.look import dress
from signin.words import say

KINDS = ("plain", "primary", "quiet", "stop")
PLAIN = (QLineEdit, QPlainTextEdit, QCheckBox, QComboBox, QListWidget, QPushButton, QRadioButton, QSpinBox)


def _assert_ringed(widget):
    """Hold WCAG 2.2, 2.4.13: an area at least that of a line round the widget, of contrast 3 to what was there."""
    other = QLineEdit(widget.window())
    other.setGeometry(0, 0, 1, 1)
    other.show()
    other.setFocus()
    QApplication.processEvents()
    without = picture(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    assert len(changed(without, picture(widget), 3)) >= 1.6 * (widget.width() + widget.height())


@pytest.mark.parametrize("kind", KINDS)
def test_round_buttons(voice, look, shown, kind):
    _assert_ringed(shown(ActionButton(voice, look, say("Phone"), "search", kind=kind)))


@pytest.mark.parametrize("value", [1, None])
def test_round_choices(voice, look, shown, value):
    choice = shown(Choice(voice, look, say("Sex"), [(1, say("Phone")), (2, say("Sex"))], value=value))
    _assert_ringed(choice.segments[1])


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.__name__)
def test_round_what_qt_brings(look, shown, kind):
    _assert_ringed(shown(kind()))


def test_round_a_line_that_is_wrong(look, shown):
    edit = shown(QLineEdit())
    dress(edit, bad=True)
    other = QLineEdit(edit.window())
    other.show()
    other.setFocus()
    QApplication.processEvents()
    without = picture(edit)
    edit.setFocus()
    QApplication.processEvents()
    assert without != picture(edit)
