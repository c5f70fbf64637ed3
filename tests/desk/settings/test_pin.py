"""The PIN is set, changed and removed in the settings; the organiser's parts of them stay shut without it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.scanner.typing import pause
from signin.domain import pin as pins
from signin.services import pin as pin_record


@pytest.fixture
def deeds(meeting):
    return lambda: [row.deed.value for row in reversed(pin_record.latest(meeting, 100))]


@pytest.fixture
def settled(program, qtbot):
    """Wait until a PIN was hashed and recorded."""

    def wait():
        pause(20)
        qtbot.waitUntil(lambda: not program.gatekeeper.lock.busy and not program.writer.waiting, timeout=5000)

    return wait


@pytest.fixture
def pin(part):
    return part("pin")


@pytest.fixture
def set_pin(pin, write, press, settled):
    """Type a PIN twice, by keyboard alone."""

    def typed(new, again=None, current=""):
        if current:
            pin.current.setFocus()
            write(current)
            press("Return")
        else:
            pin.new.setFocus()
        write(new)
        press("Return")
        write(again or new)
        press("Return")
        settled()

    return typed


def test_a_pin_is_set_by_typing_it_twice_and_kept_only_as_a_hash(program, pin, set_pin, kept, deeds):
    set_pin("2580")
    assert pins.opens("2580", kept().pin)
    assert "2580" not in kept().pin
    assert deeds() == ["set"]
    assert pin.new.text() == ""
    assert program.gatekeeper.lock.is_open
    assert program.gatekeeper._button.isVisible()
    assert pin.current.isVisible()


def test_two_that_differ_or_too_few_digits_are_refused_in_place(pin, set_pin, kept, deeds):
    set_pin("2580", "2581")
    assert pin.again.complaint is not None
    pin.new.edit.clear()
    pin.again.edit.clear()
    set_pin("258")
    assert pin.new.complaint is not None
    assert (kept().pin, deeds()) == ("", [])


def test_a_pin_that_anybody_would_try_is_warned_of_and_set_all_the_same(pin, write, set_pin, kept):
    pin.new.setFocus()
    write("123")
    assert not pin.notice.isVisible()
    write("4")
    assert pin.notice.isVisible()
    pin.new.edit.clear()
    set_pin("1234")
    assert pins.opens("1234", kept().pin)


def test_changing_asks_for_the_pin_of_now(program, pin, set_pin, kept, deeds, settled, qtbot):
    set_pin("2580")
    set_pin("1357")
    assert pin.current.complaint is not None
    set_pin("1357", current="9999")
    assert pin.current.complaint is not None
    assert pins.opens("2580", kept().pin)
    pin.new.edit.clear()
    pin.again.edit.clear()
    set_pin("1357", current="2580")
    assert pins.opens("1357", kept().pin)
    assert deeds() == ["set", "wrong", "changed"]


def test_removing_asks_for_the_pin_of_now_and_opens_everything(
    program, pin, set_pin, kept, deeds, settled, write, qtbot
):
    set_pin("2580")
    qtbot.mouseClick(pin.remove, Qt.MouseButton.LeftButton)
    assert pin.current.complaint is not None
    pin.current.setFocus()
    write("2580")
    qtbot.mouseClick(pin.remove, Qt.MouseButton.LeftButton)
    settled()
    assert kept().pin == ""
    assert deeds() == ["set", "removed"]
    assert not pin.current.isVisible()
    assert not program.gatekeeper._button.isVisible()


def test_wrong_pins_of_now_make_wait_here_too(program, pin, set_pin, settled, qtbot):
    set_pin("2580")
    for _ in range(3):
        pin.current.edit.setText("1111")
        qtbot.mouseClick(pin.remove, Qt.MouseButton.LeftButton)
        settled()
    pin.current.edit.setText("2580")
    qtbot.mouseClick(pin.remove, Qt.MouseButton.LeftButton)
    settled()
    assert "0:0" in pin.notice.text()
    assert program.gatekeeper.lock.has_pin


def test_what_was_done_is_listed_in_both_languages(pin, set_pin, press, qtbot, settled, page):
    set_pin("2580")
    qtbot.waitUntil(lambda: pin.list.count() == 1, timeout=5000)
    assert pin.list.item(0).text() == "12/6/2024 08:24:00 · ຕັ້ງ PIN · ໂຕະ 1"
    press("Ctrl+L")
    qtbot.waitUntil(lambda: "PIN set" in pin.list.item(0).text(), timeout=5000)


def test_backups_and_pin_are_shut_while_it_is_locked_and_open_where_the_pin_is_given(
    program, page, pin, set_pin, press, part, write, settled, qtbot
):
    set_pin("2580")
    press("Ctrl+Shift+L")
    assert type(program.window.screens.currentWidget()).__name__ == "SettingsPage"
    assert not pin.isVisible()
    assert part("desk").isVisible()
    qtbot.mouseClick(page.list.buttons[page.sections.index(page.backups)], Qt.MouseButton.LeftButton)
    assert not page.backups.isVisible()
    gate = page.stack.currentWidget().gate
    gate.field.setFocus()
    write("2580")
    press("Return")
    settled()
    assert page.backups.isVisible()
    assert program.gatekeeper.lock.is_open


def test_leaving_while_a_pin_is_tried_opens_nothing(program, pin, set_pin, press, settled, deeds):
    set_pin("2580")
    press("Ctrl+Shift+L", "Ctrl+4")
    gate = program.window.screens.currentWidget().gate
    gate.field.edit.setText("2580")
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Return)
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Escape)
    pause(1)
    settled()
    assert not program.gatekeeper.lock.is_open
    assert deeds() == ["set"]
