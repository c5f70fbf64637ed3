"""What was typed in a panel is kept until it is done, and offered no more once it is; through the whole window."""

import threading

import pytest
from PySide6.QtWidgets import QAbstractButton

from desk.scanner.typing import pause
from signin.domain.attendee import Sex
from signin.store import attendees
from signin.store.failures import StoreFull


@pytest.fixture
def held(program):
    """Let the store do nothing until the gate is opened: gate = held()."""
    gates = []

    def hold():
        gates.append(threading.Event())
        program.writer.do(lambda _, gate=gates[-1]: gate.wait(5), lambda _: None)
        return gates[-1]

    yield hold
    for gate in gates:
        gate.set()


@pytest.fixture
def names(meeting):
    """The names on the roster after the first three."""

    def added():
        with meeting.store.read() as tx:
            return [one.name for one in attendees.everyone(tx, "e1") if one.number > 3]

    return added


def test_a_walk_in_that_is_left_while_the_store_is_slow_is_not_offered_again(
    program, screen, press, write, held, names, qtbot
):
    gate = held()
    press("F2")
    write("abc")
    press("Return", "Return", "Return", "Return", "Return", "Return")
    press("Escape")
    assert screen.panel is None
    gate.set()
    qtbot.waitUntil(lambda: names() == ["abc"])
    qtbot.waitUntil(lambda: not program.writer.unsaved)
    press("F2")
    assert screen.panel.name.text() == ""


def test_a_walk_in_is_not_offered_again_while_its_answer_is_still_awaited(
    program, screen, press, write, held, names, qtbot
):
    gate = held()
    press("F2")
    write("abc")
    screen.panel.accept_button.click()
    press("Escape", "F2")
    assert screen.panel.name.text() == ""
    gate.set()
    qtbot.waitUntil(lambda: names() == ["abc"])
    press("Escape", "F2")
    assert screen.panel.name.text() == ""


def test_a_name_from_the_search_is_not_offered_again_once_the_person_is_added(screen, press, write, names, qtbot):
    write("zoe qx")
    press("F2")
    assert (screen.panel.name.text(), screen.search.text()) == ("zoe qx", "")
    screen.panel.accept_button.click()
    qtbot.waitUntil(lambda: names() == ["zoe qx"])
    qtbot.waitUntil(lambda: screen.panel is None)
    press("F2")
    assert screen.panel.name.text() == ""


def test_a_walk_in_that_is_refused_after_it_was_left_is_told_and_offered_again(
    program, screen, press, write, held, names, qtbot, monkeypatch, verdict
):
    from signin.services import register

    def full(*_):
        raise StoreFull

    monkeypatch.setattr(register, "walk_in", full)
    gate = held()
    press("F2")
    write("abc")
    screen.panel.accept_button.click()
    press("Escape", "F2")
    write("other")  # meanwhile the next one is written down
    failed = []
    program.reception.failed.connect(failed.append)
    gate.set()
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert screen.panel.name.text() == "other"
    press("Escape", "F2")
    assert screen.panel.name.text() == "other"
    monkeypatch.undo()
    screen.panel.accept_button.click()
    qtbot.waitUntil(lambda: names() == ["other"])
    qtbot.waitUntil(lambda: screen.panel is None)
    press("F2")
    assert screen.panel.name.text() == "abc"


def test_a_panel_whose_key_is_pressed_again_keeps_what_is_typed(screen, press, write):
    press("F11")
    write("3, 77")
    screen.search.setFocus()
    press("F11")
    assert screen.panel.numbers.text() == "3, 77"
    assert screen.panel.numbers.edit.hasFocus()


@pytest.mark.parametrize("key", ["F3", "F4", "F5", "F6", "F9", "F10"])
def test_every_panel_whose_key_is_pressed_again_stays_and_has_the_focus(screen, press, scan, key):
    scan(1)
    press(key)
    panel, focused = screen.panel, screen.focusWidget()
    screen.search.setFocus()
    press(key)
    assert screen.panel is panel
    assert screen.focusWidget() is focused


def test_a_note_that_was_left_for_another_panel_is_gone_on_with(screen, scan, press, write):
    scan(1)
    press("F4")
    screen.panel.attention.setFocus()
    write("abc")
    press("F5", "F4")
    assert screen.panel.attention.text() == "abc"
    press("Escape", "F4")
    assert screen.panel.attention.text() == "abc"


def test_what_is_left_is_kept_for_each_person(screen, press, write):
    for number, text in (("1", "abc"), ("2", "xyz")):
        write(number)
        press("F3")
        write(text)
        press("Escape")
    for number, text in (("1", "abc"), ("2", "xyz"), ("3", "")):
        write(number)
        press("F3")
        assert screen.panel.person.name.text() == text
        press("Escape")


def test_only_what_was_changed_is_changed_again_in_a_correction_that_is_gone_on_with(
    program, screen, press, write, meeting, clock, qtbot
):
    from signin.services.corrections import Correction, correct

    write("3")
    press("F4")
    screen.panel.person.position.setFocus()
    write("xyz")
    screen.panel.person.sex.segments[Sex.FEMALE].click()
    press("Escape")
    correct(meeting, "e1", "a3", Correction(name="ທ້າວ ບຸນມີ ໃໝ່"), clock())
    qtbot.waitUntil(lambda: program.reception.index.get("a3").name == "ບຸນມີ ໃໝ່", timeout=5000)
    write("3")
    press("F4")
    person = screen.panel.person
    assert (person.name.text(), person.position.text()) == ("ທ້າວ ບຸນມີ ໃໝ່", "xyz")
    assert person.sex.value is Sex.FEMALE


@pytest.mark.parametrize("typed", ["ນາງ ໃໝ່", "ໃໝ່ ທົດລອງ", ""])
def test_a_name_that_was_being_corrected_is_gone_on_with_as_it_was_typed(screen, press, write, typed):
    write("3")
    press("F4", "Ctrl+A", "Backspace")
    write(typed)
    screen.panel.person.phone.setFocus()
    press("Escape")
    write("3")
    press("F4")
    assert screen.panel.person.name.text() == typed


def test_who_was_left_out_of_a_delegation_is_left_out_again(screen, press, write):
    press("F10")
    write("ພາຍໃນ")
    press("Return", "Space")
    left = screen.panel.wanted
    assert left == ["a3"]
    press("F5", "F10")
    assert screen.panel.wanted == left
    assert screen.panel.people.hasFocus()


def test_whoever_is_in_the_search_is_another_than_the_one_left_unfinished_who_comes_the_next_time(
    screen, press, write
):
    press("F2")
    write("abc")
    press("Return")
    write("xyz")
    press("Escape")
    write("qqzz")
    press("F2")
    assert (screen.panel.name.text(), screen.panel.person.organisation.text()) == ("qqzz", "")
    press("Escape", "F2")
    assert screen.panel.name.text() == "qqzz"
    screen.panel.keep = None
    press("Escape", "F2")
    assert (screen.panel.name.text(), screen.panel.person.organisation.text()) == ("abc", "xyz")


def test_what_was_left_unfinished_says_so_is_typed_over_and_can_be_begun_anew(screen, press, write):
    press("F2")
    write("abc")
    press("Return")
    write("xyz")
    press("Escape", "F2")
    said = "ຍັງບໍ່ແລ້ວ · ເລີ່ມໃໝ່"
    assert [one.isVisible() for one in screen.panel.findChildren(QAbstractButton) if one.text() == said] == [True]
    write("def")
    assert (screen.panel.name.text(), screen.panel.person.organisation.text()) == ("def", "xyz")
    press("Ctrl+N")
    assert (screen.panel.name.text(), screen.panel.person.organisation.text()) == ("", "")
    assert screen.panel.name.edit.hasFocus()
    press("Escape", "F2")
    assert screen.panel.name.text() == ""


def test_a_walk_in_left_from_the_search_field_is_kept_too(screen, press, write):
    press("F2")
    write("abc")
    screen.search.setFocus()
    press("Escape")
    assert screen.panel is None
    press("F2")
    assert screen.panel.name.text() == "abc"


def test_nothing_is_typed_or_chosen_in_a_panel_that_waits_and_all_can_be_after_a_refusal(
    screen, press, write, held, qtbot, monkeypatch
):
    from signin.services import register

    def full(*_):
        raise StoreFull

    monkeypatch.setattr(register, "walk_in", full)
    gate = held()
    press("F2")
    write("abc")
    panel = screen.panel
    press("Return", "Return", "Return", "Return")
    assert panel.person.sex.isAncestorOf(screen.focusWidget())
    panel.accept_button.click()
    assert panel.accept_button.hasFocus()
    panel.person.phone.setFocus()
    write("020")
    panel.person.sex.segments[Sex.FEMALE].click()
    assert panel.person.phone.text() == ""
    assert panel.person.sex.value is Sex.UNKNOWN
    gate.set()
    qtbot.waitUntil(lambda: not panel.person.phone.edit.isReadOnly())
    write("020")
    panel.person.sex.segments[Sex.FEMALE].click()
    assert panel.person.phone.text() == "020"
    assert panel.person.sex.value is Sex.FEMALE


def test_no_number_is_typed_while_those_before_are_checked_in_and_the_next_are_after(
    screen, press, write, held, qtbot, stored
):
    press("F11")
    write("1, 77")
    gate = held()
    press("Return")
    panel = screen.panel
    qtbot.waitUntil(panel.numbers.edit.isReadOnly)
    write("2")
    assert panel.numbers.text() == "1, 77"
    gate.set()
    qtbot.waitUntil(lambda: panel.numbers.text() == "77")
    write("3")
    press("Return")
    qtbot.waitUntil(lambda: screen.panel is None)
    assert [row[0] for row in stored()] == [1, 3]


def test_nobody_is_unticked_while_a_delegation_is_checked_in(screen, press, write, held, qtbot):
    press("F10")
    write("ພາຍໃນ")
    press("Return")
    gate = held()
    press("Return", "Space")
    assert screen.panel.wanted == ["a2", "a3"]
    gate.set()
    qtbot.waitUntil(lambda: screen.panel is None)


def test_numbers_that_were_left_before_anybody_looked_whom_they_mean_are_kept(
    program, screen, press, write, stored, qtbot
):
    gate = threading.Event()
    press("F11")
    write("1")
    pause(200)
    program.reception.reader.do(lambda _: gate.wait(5), lambda _: None, looks=True)
    press("Return", "Escape")
    gate.set()
    pause(150)
    assert stored() == []
    press("F11")
    assert screen.panel.numbers.text() == "1"


def test_numbers_that_were_left_while_they_were_checked_in_are_not_offered_again(
    screen, press, write, held, stored, qtbot
):
    press("F11")
    write("1")
    gate = held()
    press("Return")
    pause(100)
    press("Escape")
    gate.set()
    qtbot.waitUntil(lambda: stored() == [(1, "Admitted", "paper")])
    press("F11")
    assert screen.panel.numbers.text() == ""


def test_a_place_that_is_being_cancelled_waits_like_all_else(screen, press, write, held, qtbot):
    write("3")
    press("F3")
    panel, gate = screen.panel, held()
    panel.place.click()
    panel.place.click()
    write("abc")
    assert panel.person.name.text() == ""
    gate.set()
    qtbot.waitUntil(lambda: screen.panel is None)
