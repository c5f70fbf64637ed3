"""What goes on at the door while a panel stands open: whom the next key is about, undo, the hits."""

import threading

import pytest
from PySide6.QtCore import QPoint

from desk.scanner.typing import pause, scan_keys, strike


def whose(screen):
    return screen.panel.whose.text() if hasattr(screen.panel, "whose") else screen.panel.title_label.text()


def test_the_next_key_is_about_the_person_of_the_panel_that_stands_open(program, screen, scan, press, write):
    program.voice.speak("en")
    scan(1)
    write("2")
    press("F4")
    assert "number 2" in whose(screen)
    for key in ("F9", "F3", "F4"):
        press(key)
        assert "2" in whose(screen), key
        assert "1" not in whose(screen), key


def test_whoever_was_scanned_since_the_panel_was_opened_is_whom_the_next_key_is_about(screen, scan, press, write):
    scan(1)
    write("2")
    press("F4")
    scan(3)
    press("F9")
    assert "3" in whose(screen)


@pytest.mark.parametrize("key", ["F1", "F5", "F6", "F10"])
def test_a_scan_is_undone_and_done_again_while_a_panel_stands_open(
    screen, scan, press, stored, qtbot, program, key
):
    press(key)
    scan(1)
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 0, timeout=5000)
    press("Ctrl+Y")
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=5000)
    press("Ctrl+Z")
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 0, timeout=5000)
    press("Ctrl+Shift+Z")
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=5000)
    assert screen.panel is not None


@pytest.mark.parametrize("key", ["F1", "F2", "F4", "F6", "F10"])
def test_who_is_missing_is_shown_from_any_panel(screen, scan, press, key):
    scan(1)
    press(key, "F5")
    assert type(screen.panel).__name__ == "MissingPanel"


@pytest.mark.parametrize("key", ["F2", "F4", "F5", "F6", "F10", "F1"])
def test_the_list_of_who_is_found_lies_over_no_panel(screen, scan, press, write, key):
    scan(1)
    write("2")
    assert screen.hits.isVisible()
    press(key)
    pause(20)
    assert screen.panel is not None
    at = screen.panel.mapTo(screen, QPoint(4, screen.panel.height() // 2))
    assert not screen.hits.isVisible()
    assert screen.panel.isAncestorOf(screen.childAt(at)) or screen.childAt(at) is screen.panel


def test_while_a_scan_waits_for_its_answer_no_key_is_about_the_person_before(
    program, screen, scan, press, code, stored, clock, qtbot
):
    clock.set(7)  # before the session opens
    scan(1)
    assert program.reception.can_force
    gate = threading.Event()
    program.reception.writer.do(lambda _: gate.wait(10), lambda _: None)
    clock.wait()
    strike(scan_keys(code(3)))
    pause(20)
    press("F8", "F4")
    assert screen.panel is None
    gate.set()
    qtbot.waitUntil(lambda: len(stored()) == 2, timeout=5000)
    assert stored() == [(1, "NotOpen", "qr"), (3, "NotOpen", "qr")]
    qtbot.waitUntil(lambda: program.reception.can_force, timeout=5000)
    press("F8")
    qtbot.waitUntil(lambda: len(stored()) == 3, timeout=5000)
    assert stored()[-1] == (3, "Admitted", "qr")
