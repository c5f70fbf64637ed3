"""Undo and redo, through the whole window: rows are added, nothing is edited."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from signin.domain.verdict import Admitted, AlreadyIn
from signin.store.failures import StoreBusy


def arrived(program):
    return program.reception.board.counts.arrived


def phone(program, attendee_id):
    return program.reception.index.get(attendee_id).phone


@pytest.fixture
def undo(press, clock, qtbot, program):
    """Press Ctrl+Z, or Ctrl+Y, and wait for the answer: undo(), undo("Ctrl+Y")."""

    def undone(key="Ctrl+Z"):
        heard = []
        taking_back = program.reception.taking_back
        told = (taking_back.done, taking_back.nothing, taking_back.failed)
        for signal in told:
            signal.connect(heard.append)
        clock.wait()
        press(key)
        qtbot.waitUntil(lambda: bool(heard))
        for signal in told:
            signal.disconnect(heard.append)
        qtbot.waitUntil(lambda: program.writer.waiting == 0 and program.reader.waiting == 0)

    return undone


@pytest.fixture
def correct(screen, write, press, clock, qtbot):
    """Write another phone for whoever has a number, with the mouse and the keys: correct(1, "2099")."""

    def corrected(number, told):
        clock.wait()
        write(str(number))
        qtbot.waitUntil(screen.hits.isVisible)
        press("F4")
        screen.panel.person.phone.edit.selectAll()
        screen.panel.person.phone.edit.setFocus()
        write(told)
        QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: screen.panel is None)

    return corrected


def test_the_last_scan_is_taken_back_and_put_back_again_and_again(program, scan, press, clock, qtbot, verdict):
    scan(1)
    clock.wait()
    scan(3)
    qtbot.waitUntil(lambda: arrived(program) == 2)
    for left in (1, 0):
        clock.wait()
        press("Ctrl+Z")
        qtbot.waitUntil(lambda left=left: arrived(program) == left)
    clock.wait()
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: str(verdict().told) == "There is nothing to undo.")
    for back, key in ((1, "Ctrl+Y"), (2, "Ctrl+Shift+Z")):
        clock.wait()
        press(key)
        qtbot.waitUntil(lambda back=back: arrived(program) == back)
    clock.wait()
    assert isinstance(scan(1).verdict, AlreadyIn)


def test_any_scan_of_the_list_is_taken_back(program, scan, screen, press, clock, qtbot, stored):
    scan(1)
    clock.wait()
    scan(2)
    clock.wait()
    scan(3)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 3)
    screen.recent.list.setFocus()
    screen.recent.list.setCurrentIndex(screen.recent.scans.index(1))
    clock.wait()
    press("Delete")
    qtbot.waitUntil(lambda: arrived(program) == 2)
    qtbot.waitUntil(lambda: screen.recent.scans.scan(1).void)
    assert [row[0] for row in stored()] == [1, 2, 3, 2]
    clock.wait()
    assert isinstance(scan(2).verdict, Admitted)


def test_a_scan_is_taken_back_with_the_mouse(program, scan, screen, clock, qtbot):
    from PySide6.QtCore import Qt

    scan(1)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 1)
    clock.wait()
    place = screen.recent.list.visualRect(screen.recent.scans.index(0)).center()
    qtbot.mouseClick(screen.recent.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(screen.recent._selected, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: arrived(program) == 0)


def test_corrections_are_taken_back_and_done_again_in_their_order_among_the_scans(
    program, scan, correct, undo, verdict
):
    before = phone(program, "a1"), phone(program, "a2")
    scan(1)
    correct(1, "111")
    correct(2, "222")
    scan(3)
    correct(1, "333")
    undo()
    assert (phone(program, "a1"), arrived(program)) == ("111", 2)
    undo()
    assert (phone(program, "a2"), arrived(program)) == ("222", 1)
    undo()
    assert (phone(program, "a1"), phone(program, "a2"), arrived(program)) == ("111", before[1], 1)
    undo()
    assert (phone(program, "a1"), phone(program, "a2"), arrived(program)) == (*before, 1)
    undo()
    assert arrived(program) == 0
    undo()
    assert str(verdict().told) == "There is nothing to undo."
    undo("Ctrl+Y")
    assert (phone(program, "a1"), arrived(program)) == (before[0], 1)
    undo("Ctrl+Y")
    undo("Ctrl+Y")
    assert (phone(program, "a1"), phone(program, "a2"), arrived(program)) == ("111", "222", 1)
    undo("Ctrl+Y")
    assert (phone(program, "a1"), arrived(program)) == ("111", 2)
    undo("Ctrl+Y")
    assert (phone(program, "a1"), arrived(program)) == ("333", 2)
    undo("Ctrl+Y")
    assert str(verdict().told) == "There is nothing to redo."


def test_what_was_undone_before_a_correction_is_not_done_again_but_the_correction_is(
    program, scan, clock, correct, undo, verdict
):
    before = phone(program, "a1")
    scan(1)
    clock.wait()
    scan(3)
    undo()
    correct(1, "111")
    undo("Ctrl+Y")
    assert str(verdict().told) == "There is nothing to redo."
    undo()
    assert phone(program, "a1") == before
    undo("Ctrl+Y")
    assert (phone(program, "a1"), arrived(program)) == ("111", 1)
    undo("Ctrl+Y")
    assert str(verdict().told) == "There is nothing to redo."
    assert arrived(program) == 1


def test_a_scan_after_a_correction_was_taken_back_leaves_nothing_to_do_again(
    program, scan, correct, undo, verdict
):
    before = phone(program, "a1")
    correct(1, "111")
    undo()
    scan(3)
    undo("Ctrl+Y")
    assert str(verdict().told) == "There is nothing to redo."
    undo()
    undo("Ctrl+Y")
    undo("Ctrl+Y")
    assert str(verdict().told) == "There is nothing to redo."
    assert (phone(program, "a1"), arrived(program)) == (before, 1)


@pytest.mark.parametrize("key", ["Ctrl+Z", "Ctrl+Y"])
def test_a_correction_that_could_not_be_turned_over_is_tried_again_and_no_scan_instead(
    program, scan, correct, undo, monkeypatch, key
):
    from signin.services import corrections

    def busy(*_):
        raise StoreBusy

    phones = [phone(program, "a1"), "111"]
    scan(1)
    correct(1, "111")
    if key == "Ctrl+Y":
        undo()
        phones.reverse()
    with monkeypatch.context() as while_busy:
        while_busy.setattr(corrections, "undo_correction", busy)
        undo(key)
    assert (phone(program, "a1"), arrived(program)) == (phones[1], 1)
    undo(key)
    assert (phone(program, "a1"), arrived(program)) == (phones[0], 1)


def test_a_correction_that_another_desk_corrected_since_is_passed_over_the_next_time(
    program, scan, correct, undo, other_desk, clock, verdict, screen, qtbot
):
    from signin.services import corrections

    scan(1)
    correct(1, "111")
    corrections.correct(other_desk, "e1", "1", corrections.Correction(phone="999"), clock())
    undo()
    assert "ອີກ" in screen.voice.text(verdict().told)
    assert arrived(program) == 1
    undo()
    assert arrived(program) == 0


def test_of_people_checked_in_at_once_the_last_is_taken_back_and_no_correction_before(
    program, scan, correct, press, write, screen, undo, clock, qtbot
):
    before = phone(program, "a1")
    scan(1)
    correct(1, "111")
    clock.wait()
    press("F11")
    write("2, 3")
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None and arrived(program) == 3)
    undo()
    assert (phone(program, "a1"), arrived(program)) == ("111", 2)
    undo()
    assert (phone(program, "a1"), arrived(program)) == ("111", 1)
    undo()
    assert (phone(program, "a1"), arrived(program)) == (before, 1)


def test_a_correction_that_the_store_has_not_answered_yet_is_what_is_taken_back(
    program, scan, screen, write, press, clock, qtbot
):
    from threading import Event

    before, store = phone(program, "a1"), Event()
    scan(1)
    clock.wait()
    press("F4")
    screen.panel.person.phone.edit.selectAll()
    screen.panel.person.phone.edit.setFocus()
    write("111")
    program.writer.do(lambda _: store.wait(5), lambda _: None)
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    press("Ctrl+Z")
    store.set()
    qtbot.waitUntil(lambda: program.writer.waiting == 0)
    assert (phone(program, "a1"), arrived(program)) == (before, 1)


@pytest.fixture
def came_before(meeting, code, clock):
    """Person 2 came before the window was opened."""
    from signin.services.admit import Door, admit

    return admit(meeting, code(2), Door(event_id="e1", session_key="day1-am", now=clock()))


def test_a_scan_from_before_the_window_was_opened_is_taken_back_and_put_back(came_before, program, correct, undo):
    assert came_before.attendee.id == "a2"
    before = phone(program, "a2")
    correct(2, "222")
    undo()
    assert (phone(program, "a2"), arrived(program)) == (before, 1)
    undo()
    assert arrived(program) == 0
    undo("Ctrl+Y")
    assert arrived(program) == 1
