"""Under the lock no key reaches what is the organiser's; what is offered beside the door goes with the lock."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from desk.scanner.typing import pause
from signin.desk.event_pages import PLACES
from signin.desk.organiser.lock.gatekeeper import is_organisers
from signin.services import beginning

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
GENERAL = {f"{held}{letter}" for held in ("Ctrl+", "Ctrl+Shift+", "Alt+") for letter in LETTERS}
FUNCTION = {f"{held}F{nth}" for held in ("", "Shift+", "Ctrl+") for nth in range(1, 13)}


@pytest.fixture
def opened(program, press, give):
    """Open the organiser's side and go to the events."""
    press("Ctrl+4")
    give("2580")
    press("Ctrl+2")
    return program.window.screens.currentWidget()


_known = set()


@pytest.fixture
def known(program, opened):
    """Every key that any page of the program knows, and the usual ones; the pages are asked once."""
    keys = _known or _keys_of_all_pages(program)
    _known.update(keys)
    program.show_door()
    program.gatekeeper.lock.lock()
    return sorted((keys | GENERAL | FUNCTION) - {""})


def _keys_of_all_pages(program):
    pages, keys = program.pages, set()
    for place in (*PLACES, "import", "duplicates", "sessions"):
        pages.of_event.show(place, "e1")
        pause(20)
        keys |= {one.key().toString() for one in program.window.findChildren(QShortcut)}
    pages.new_event()
    return keys | {one.key().toString() for one in program.window.findChildren(QShortcut)}


def windows():
    return {one for one in QApplication.topLevelWidgets() if one.isVisible() and isinstance(one, QDialog)}


@pytest.mark.parametrize("place", ["Ctrl+1", "Ctrl+2", "Ctrl+,", "Ctrl+4"])
def test_no_key_leads_in_while_it_is_locked(program, press, known, place, qtbot):
    lock, screens = program.gatekeeper.lock, program.window.screens
    press(place)
    home = type(screens.currentWidget()).__name__
    assert {"Ctrl+T", "Ctrl+N", "Ctrl+O", "Ctrl+P", "Ctrl+S"} <= set(known)
    before = len(beginning.events_there(program.writer.desk))
    for name in known:
        key = QKeySequence(name)[0]
        QTest.keyClick(program.window, key.key(), key.keyboardModifiers())
        pause(3)
        shown = screens.currentWidget()
        assert (is_organisers(shown), lock.is_open, windows()) == (False, False, set()), name
        if type(shown).__name__ != home:
            press(place)
    assert len(beginning.events_there(program.writer.desk)) == before


def test_the_sample_and_its_badges_go_when_it_is_locked_and_come_back(program, opened, press, give, qtbot):
    opened.sample.click()
    qtbot.waitUntil(opened.sample_card.isVisible, timeout=10000)
    press("Ctrl+Shift+L")
    assert program.window.screens.currentWidget() is opened
    assert not opened.sample.isVisible()
    assert not opened.sample_card.isVisible()
    press("Ctrl+Shift+L")
    give("2580")
    assert opened.sample.isVisible()
    assert opened.sample_card.isVisible()


def test_a_sample_that_is_ready_after_it_was_locked_is_not_offered(program, opened, press, qtbot):
    opened.sample.click()
    program.gatekeeper.lock.lock()
    qtbot.waitUntil(lambda: bool(opened._sample_id), timeout=10000)
    assert not opened.sample_card.isVisible()


def test_looking_for_a_roster_asks_for_the_pin_first(program, opened, press, give, shown, qtbot):
    program.gatekeeper.lock.lock()
    press("Ctrl+O")
    assert (shown(), windows()) == ("GatePage", set())
    give("2580")
    assert program.window.screens.currentWidget() is opened
    press("Ctrl+O")
    qtbot.waitUntil(opened.dialog.isVisible)
    program.gatekeeper.lock.lock()
    assert windows() == set()


def test_badges_that_are_ready_after_it_was_locked_are_not_shown(program, opened, qtbot, monkeypatch, tmp_path):
    shown = []
    monkeypatch.setattr(opened, "_show_paper", shown.append)
    monkeypatch.setattr("signin.desk.start.event_page.documents", lambda: tmp_path)
    opened.sample.click()
    qtbot.waitUntil(opened.sample_card.isVisible, timeout=10000)
    opened.sample_card.badges.click()
    program.gatekeeper.lock.lock()
    qtbot.waitUntil(opened.sample.isEnabled, timeout=10000)
    assert shown == []


@pytest.mark.parametrize("part", ["backups", "pin"])
def test_a_scan_at_the_gate_of_the_settings_lands_in_no_field(program, press, code, stored, part, qtbot):
    from desk.scanner.typing import scan_keys, strike

    press("Ctrl+,")
    page = program.window.screens.currentWidget()
    page.show_section(getattr(page, part))
    page.stack.currentWidget().gate.field.setFocus(Qt.FocusReason.OtherFocusReason)
    texts = {one: one.text() for one in program.window.findChildren(QLineEdit)}
    strike(scan_keys(code(1)))
    qtbot.waitUntil(lambda: bool(stored()), timeout=5000)
    assert stored() == [(1, "Admitted", "qr")]
    assert {one: one.text() for one in texts} == texts
