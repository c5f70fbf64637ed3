"""Fields: label, complaint, and the words known already, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from signin.desk.look.field import Field
from signin.desk.look.panel import Panel
from signin.desk.look.suggestions import MOST, known, matching
from signin.words import say

OFFICES = (
    "ຫ້ອງວ່າການແຂວງວຽງຈັນ",
    "ພະແນກເຕັກໂນໂລຊີ ແລະ ການສື່ສານ ແຂວງໄຊສົມບູນ",
    "ກະຊວງເຕັກໂນໂລຊີ ແລະ ການສື່ສານ",
    "ພຣະນະຄອນຫຼວງວຽງຈັນ",
)


@pytest.fixture
def field(voice, look, shown):
    made = Field(voice, look, say("Organisation"), completions=OFFICES)
    shown(made, QLineEdit(), size=(400, 480))
    made.setFocus()
    return made


@pytest.fixture
def listed(field):
    def now():
        QApplication.processEvents()
        rows = field._list.model()
        return [rows.index(row, 0).data() for row in range(rows.rowCount())] if field._list.isVisible() else []

    return now


def _type(field, text):
    for letter in text:
        field.edit.insert(letter)
        field.edit.textEdited.emit(field.edit.text())


def test_the_label_is_what_screen_readers_hear(field, voice):
    said = QAccessible.queryAccessibleInterface(field.edit)
    assert said.text(QAccessible.Text.Name) == field.label.text() == "ພາກສ່ວນ"
    voice.speak("en")
    assert said.text(QAccessible.Text.Name) == "Organisation"


def test_text_comes_back_without_spaces_around_it(field, qtbot):
    with qtbot.waitSignal(field.changed) as told:
        field.set_text(" ຈັນທາ ")
    assert told.args == ["ຈັນທາ"]
    assert field.text() == "ຈັນທາ"


def test_a_complaint_stands_under_the_line_until_the_text_changes(field):
    field.complain(say("Phone"))
    assert (field._notice.isVisible(), field._notice.text()) == (True, "ເບີໂທ")
    assert field.edit.accessibleDescription() == "ເບີໂທ"
    _type(field, "ກ")
    assert not field._notice.isVisible()
    assert (field.complaint, field.edit.accessibleDescription()) == (None, "")


def test_known_words_are_found_by_any_part_in_any_spelling():
    texts = known(OFFICES)
    assert matching("ເຕັກໂນ", texts) == [OFFICES[1], OFFICES[2]]
    assert matching("ພະນະຄອນຫລວງ", texts) == [OFFICES[3]]
    assert matching("ວຽງຈັນ", texts) == [OFFICES[0], OFFICES[3]]
    assert matching("ກະຊວງ", texts) == [OFFICES[2]]


def test_what_begins_with_the_text_comes_first():
    assert matching("ສານ", known(["ການສື່ສານ", "ສານປະຊາຊົນ"])) == ["ສານປະຊາຊົນ", "ການສື່ສານ"]


def test_at_most_a_few_are_listed_each_once():
    assert len(matching("a", known([f"a{row}" for row in range(50)]))) == MOST
    assert len(known(["ກ", "ກ", ""])) == 1


def test_arrow_and_enter_take_a_known_word(field, listed):
    _type(field, "ເຕັກ")
    assert listed() == [OFFICES[1], OFFICES[2]]
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == OFFICES[2]
    assert listed() == []


def test_up_from_the_line_goes_to_the_last_word(field):
    _type(field, "ເຕັກ")
    QTest.keyClick(field.edit, Qt.Key.Key_Up)
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == OFFICES[2]


def test_enter_without_a_choice_leaves_what_was_typed(field, listed, qtbot):
    _type(field, "ເຕັກ")
    with qtbot.waitSignal(field.edit.returnPressed):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.text() == "ເຕັກ"
    assert listed() == []


def test_a_click_takes_a_known_word_and_the_focus_stays(field, listed):
    _type(field, "ເຕັກ")
    QApplication.processEvents()
    rows = field._list
    QTest.mouseClick(
        rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center()
    )
    assert field.text() == OFFICES[1]
    assert field.edit.hasFocus()
    assert listed() == []


def test_escape_and_leaving_close_the_list(field, listed):
    _type(field, "ເຕັກ")
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    assert listed() == []
    _type(field, "ໂ")
    assert listed()
    field.window().findChildren(QLineEdit)[-1].setFocus()
    assert listed() == []


def test_down_in_an_empty_line_lists_all(field, listed):
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert listed() == list(OFFICES)


def test_nothing_is_listed_that_is_typed_already_or_unknown(field, listed):
    _type(field, OFFICES[0])
    assert listed() == []
    field.set_text("")
    _type(field, "ບໍ່ມີດອກ")
    assert listed() == []


@pytest.mark.parametrize("moved", [30, 340])
def test_the_list_stays_in_the_window_and_follows_its_line(field, listed, moved):
    _type(field, "ເຕັກ")
    assert listed()
    rows, window = field._list, field.window()
    window.layout().setContentsMargins(0, moved, 40, 0)
    QApplication.processEvents()
    line = QRect(field.edit.mapTo(window, QPoint(0, 0)), field.edit.size())
    below = line.bottom() + rows.height() < window.height()
    assert below is (moved == 30)
    assert rows.geometry().top() == line.bottom() + 1 if below else rows.geometry().bottom() == line.top() - 1
    assert rows.width() == line.width()
    assert rows.window() is window
    assert window.rect().contains(rows.geometry())


def test_a_field_that_has_more_room_keeps_its_parts_together(field):
    apart = field.edit.y() - field.label.geometry().bottom()
    assert apart <= 4


@pytest.mark.parametrize("others", [0, 6])
def test_a_long_complaint_is_told_whole_in_a_narrow_panel(voice, look, shown, others):
    panel, field = Panel(voice, look, say("Phone"), accept=say("Sex")), Field(voice, look, say("Organisation"))
    panel.body.addWidget(field)
    for _ in range(others):
        panel.body.addWidget(Field(voice, look, say("Phone")))
    shown(panel, size=(320, 560))
    field.complain(say("Row {row}: no name. Fill it in and import again.", row="14 " * 20))
    panel.complain(say("Row {row}: no name. Fill it in and import again.", row="14 " * 20))
    QApplication.processEvents()
    for notice in (field._notice, panel._notice):
        assert len(notice.block().lines) > 2
        assert not notice.is_elided()
    assert field.edit.y() - field.label.geometry().bottom() <= 4


def test_other_words_can_be_offered_later(field, listed):
    field.set_completions(["ສານປະຊາຊົນ"])
    _type(field, "ສານ")
    assert listed() == ["ສານປະຊາຊົນ"]
