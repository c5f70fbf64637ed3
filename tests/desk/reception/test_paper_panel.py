"""Numbers typed from a paper list: understood while they are typed, checked in with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest


@pytest.fixture
def panel(screen, press):
    press("F11")
    return screen.panel


@pytest.fixture
def numbers(panel):
    """The numbers understood now."""
    return lambda: [int(line.title.split(" · ")[0]) for line in panel.people.lines]


@pytest.fixture
def forced(meeting):
    """Whether each scan of the log was forced."""
    from signin.store import scans

    def rows():
        with meeting.store.read() as tx:
            return [one.forced for one in scans.of_event(tx, "e1")]

    return rows


def test_who_is_meant_is_shown_while_the_numbers_are_typed(panel, write, numbers, qtbot):
    write("໓, 1-2")
    qtbot.waitUntil(lambda: numbers() == [3, 1, 2])
    assert panel.accept_button.text() == "ລົງທະບຽນ (3 ທ່ານ)"


def test_enter_checks_them_in_as_from_paper_and_says_how_many(
    panel, screen, write, press, scan, clock, qtbot, stored, verdict
):
    scan(1)
    clock.wait()
    write("1 3")
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert stored() == [(1, "Admitted", "qr"), (1, "AlreadyIn", "paper"), (3, "Admitted", "paper")]
    assert screen.voice.text(verdict().told) == "ລົງທະບຽນ 1 ທ່ານ, ມາກ່ອນແລ້ວ 1 ທ່ານ."


def test_enter_at_once_after_the_last_digit_checks_in_what_is_typed(panel, press, qtbot, stored):
    panel.numbers.set_text("2")
    press("Return")
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "paper")])


def test_numbers_that_nobody_has_are_named_and_stay_to_be_mended(
    panel, screen, write, press, qtbot, stored, verdict
):
    write("1, 77 x")
    qtbot.waitUntil(lambda: panel.amiss.text() == "ບໍ່ມີຜູ້ໃດມີເລກທີ 77. ອ່ານບໍ່ເຂົ້າໃຈ: x.")
    press("Return")
    qtbot.waitUntil(lambda: panel.numbers.text() == "77, x")
    assert stored() == [(1, "Admitted", "paper")]
    assert "77" in screen.voice.text(verdict().told)
    write("3")
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert stored()[-1] == (3, "Admitted", "paper")


def test_a_range_typed_by_mistake_is_not_told_number_by_number(panel, write, qtbot):
    write("100-400")
    qtbot.waitUntil(panel.amiss.isVisible)
    assert panel.amiss.text().endswith("111 ….")


def test_numbers_of_nobody_check_nobody_in(panel, screen, write, press, qtbot, stored):
    from desk.scanner.typing import pause

    write("99")
    press("Return", "Return")
    pause(150)
    assert screen.panel is panel
    assert stored() == []
    panel.numbers.set_text("3")
    press("Return")
    qtbot.waitUntil(lambda: stored() == [(3, "Admitted", "paper")])


def test_by_mouse_alone_they_are_checked_in(panel, qtbot, stored):
    QTest.mouseClick(panel.numbers.edit, Qt.MouseButton.LeftButton)
    panel.numbers.edit.insert("2")
    QTest.mouseClick(panel.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stored() == [(2, "Admitted", "paper")])


def test_before_the_session_opens_it_is_said_and_a_second_enter_lets_in(
    panel, screen, write, press, clock, qtbot, stored
):
    clock.set(5)
    write("1, 2")
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    clock.wait()
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert [row[1] for row in stored()] == ["NotOpen", "NotOpen", "Admitted", "Admitted"]


def test_how_it_stands_with_each_is_shown_and_follows(panel, write, scan, qtbot, numbers):
    write("1 2")
    qtbot.waitUntil(lambda: numbers() == [1, 2])
    scan(1)
    qtbot.waitUntil(lambda: [line.right for line in panel.people.lines] == ["ມາແລ້ວ 08:24", ""])


def test_a_scan_leaves_the_numbers_and_esc_closes(panel, screen, write, scan, press, stored):
    write("3, ")
    scan(1, "fr")
    assert panel.numbers.edit.text() == "3, "
    assert stored() == [(1, "Admitted", "qr")]
    press("Esc")
    assert screen.panel is None


def test_other_numbers_than_those_refused_are_not_let_in_by_force(panel, press, clock, qtbot, stored, forced):
    clock.set(5)
    panel.numbers.set_text("1")
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    panel.numbers.set_text("2")
    qtbot.waitUntil(lambda: not panel.forcing)
    clock.set(8, 30)
    press("Return")
    qtbot.waitUntil(lambda: len(stored()) == 2)
    assert forced() == [False, False]


def test_numbers_typed_and_sent_at_once_after_a_refusal_are_not_let_in_by_force(
    panel, press, clock, qtbot, stored, forced
):
    clock.set(5)
    panel.numbers.set_text("1")
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    panel.numbers.set_text("1 2")
    clock.wait()
    panel.accept_button.click()
    qtbot.waitUntil(lambda: len(stored()) == 3)
    assert forced() == [False, False, False]


def test_those_refused_long_ago_are_asked_for_anew(panel, press, clock, qtbot, stored, forced):
    clock.set(5)
    panel.numbers.set_text("1")
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    clock.set(8, 30)
    press("Return")
    qtbot.waitUntil(lambda: len(stored()) == 2)
    assert stored()[-1] == (1, "Admitted", "paper")
    assert forced() == [False, False]


def test_only_those_who_are_not_in_yet_are_counted_on_the_button(panel, write, scan, qtbot):
    scan(1)
    write("1-3")
    qtbot.waitUntil(lambda: panel.accept_button.text() == "ລົງທະບຽນ (2 ທ່ານ)")


def test_a_panel_closed_while_the_store_is_busy_is_not_asked_again(
    panel, program, screen, press, clock, verdict, stored, qtbot
):
    """Numbers that nobody has would go back into the field, and a refusal be offered again."""
    from threading import Event

    go, writer = Event(), program.reception.writer
    for hour, numbers in ((5, "1"), (8, "1, 77")):
        go.clear()
        clock.set(hour)
        writer.do(lambda _: go.wait(5), lambda _: None)
        panel.numbers.set_text(numbers)
        panel.accept_button.click()
        qtbot.waitUntil(lambda: writer.waiting == 2)
        press("Esc")
        assert screen.panel is None
        go.set()
        assert writer.settles(2000)
        press("F11")
        panel = screen.panel
    assert [row[1] for row in stored()] == ["NotOpen", "Admitted"]
    assert "1" in str(verdict().told)


def test_who_was_not_let_in_is_named_and_only_those_held_up_by_the_time_are_let_in_all_the_same(
    panel, screen, press, clock, qtbot, stored, forced, meeting
):
    from datetime import datetime

    from signin.services.register import cancel

    cancel(meeting, "e1", "3", datetime(2024, 6, 12, 4))
    clock.set(5)
    panel.numbers.set_text("1-3, 77")
    press("Return")
    qtbot.waitUntil(lambda: panel.forcing)
    told = panel._notice.text()
    for who in ("1 ທ່ານ ວັນໄຊ ອິນທະວົງ", "3 ທ້າວ ບຸນມີ"):
        assert who in told
    assert panel.numbers.text() == "1, 2, 77"
    assert panel.accept_button.text() == "ໃຫ້ເຂົ້າ (2 ທ່ານ)"
    qtbot.wait(300)  # the field is read again, and means the same people
    assert panel.accept_button.text() == "ໃຫ້ເຂົ້າ (2 ທ່ານ)"
    clock.wait()
    press("Return")
    qtbot.waitUntil(lambda: panel.numbers.text() == "77")
    assert stored()[3:] == [(1, "Admitted", "paper"), (2, "Admitted", "paper")]
    assert forced() == [False, False, False, True, True]


def test_who_no_force_lets_in_is_named_and_the_panel_stays(panel, screen, press, qtbot, stored, meeting):
    from datetime import datetime

    from signin.services.register import cancel

    cancel(meeting, "e1", "3", datetime(2024, 6, 12, 4))
    panel.numbers.set_text("1 3")
    press("Return")
    qtbot.waitUntil(lambda: panel.numbers.text() == "3")
    assert screen.panel is panel
    assert not panel.forcing
    assert "3 ທ້າວ ບຸນມີ" in panel._notice.text()
    assert "ວັນໄຊ" not in panel._notice.text()
    assert stored() == [(1, "Admitted", "paper"), (3, "Cancelled", "paper")]


def test_of_many_who_were_not_let_in_the_first_are_named(attendee):
    from signin.desk.reception.many_panel import told_by_name
    from signin.domain.verdict import Cancelled
    from signin.services.admit import Answer
    from signin.words import render

    answers = [Answer(Cancelled(attendee(number)), None) for number in range(1, 9)]
    told = render(told_by_name(answers, answers), "en")
    assert "6 ຄົນທີ 6 (Cancelled)" in told
    assert "7 ຄົນທີ 7" not in told
    assert told.endswith("And 2 more.")
