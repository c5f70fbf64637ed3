"""An event that is opened: copies go on, one that is gone leads to the choice, and whatever else fails is said."""

import sqlite3
from threading import Event

import pytest

from signin.services import meetings
from signin.store.failures import StoreBusy


@pytest.fixture
def beginning(meeting, clock, qtbot, monkeypatch):
    """Begin a program where it was: beginning(event_id). No event is read before `meetings.one.let_on()`."""
    from desk.scanner.typing import open_and_focus, pause
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    read, may, begun = meetings.one, Event(), []

    def late(desk, named):
        may.wait(10)
        return read(desk, named)

    def begin(event_id, *, shown=True):
        settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True, last_event=event_id)
        program = Program(made_window(settings), settings, store=meeting.store.path, clock=clock)
        begun.append(program)
        program.begin()
        if shown:
            open_and_focus(program.window)
        return program

    late.let_on = may.set
    monkeypatch.setattr(meetings, "one", late)
    yield begin
    may.set()
    for program in begun:
        program.end()
        program.window.hide()
        program.window.deleteLater()
        program.deleteLater()
    pause(1)


def test_badges_scanned_before_the_door_is_open_are_answered_in_their_order_once_it_is(
    beginning, code, qtbot, stored
):
    from desk.scanner.typing import pause, scan_keys, strike

    program = beginning("e1")
    for number in (2, 1):
        strike(scan_keys(code(number)))
        pause(20)
    assert program.reception is None
    assert program.window.warning.message is None
    meetings.one.let_on()
    qtbot.waitUntil(lambda: len(stored()) == 2)
    assert stored() == [(2, "Admitted", "qr"), (1, "Admitted", "qr")]
    assert program.screen.verdict.face is not None


def test_badges_scanned_before_an_event_that_is_gone_are_told_to_be_scanned_again(beginning, code, qtbot, stored):
    from desk.scanner.typing import pause, scan_keys, strike
    from signin.desk.start.event_page import EventPage

    program = beginning("gone")
    for number in (1, 2):
        strike(scan_keys(code(number)))
        pause(20)
    meetings.one.let_on()
    qtbot.waitUntil(lambda: program.window.warning.message is not None)
    assert str(program.window.warning.message) == "No event is open. Badges to be scanned again: 2."
    assert isinstance(program.window.screens.currentWidget(), EventPage)
    assert stored() == []


def test_badges_scanned_before_an_event_that_could_not_be_read_are_told_with_the_reason(
    beginning, code, qtbot, monkeypatch
):
    from desk.scanner.typing import pause, scan_keys, strike

    def busy(desk, event_id):
        raise StoreBusy

    program = beginning("e1")
    monkeypatch.setattr("signin.services.find.event", busy)
    strike(scan_keys(code(1)))
    pause(20)
    meetings.one.let_on()
    qtbot.waitUntil(lambda: program.window.warning.message is not None)
    told = str(program.window.warning.message)
    assert told == f"{StoreBusy().message} No event is open. Badges to be scanned again: 1."


def test_a_badge_scanned_while_two_events_are_read_waits_for_the_one_that_is_there(beginning, code, qtbot, stored):
    from desk.scanner.typing import pause, scan_keys, strike

    program = beginning("gone")
    program.open_event("e1")
    strike(scan_keys(code(2)))
    pause(20)
    meetings.one.let_on()
    qtbot.waitUntil(lambda: len(stored()) == 1)
    assert stored() == [(2, "Admitted", "qr")]
    assert program.window.warning.message is None


def test_what_is_told_at_the_start_stays_until_somebody_opens_an_event(beginning, qtbot):
    from signin.words import say

    meetings.one.let_on()
    program = beginning("e1", shown=False)
    program.window.warn(say("The settings cannot be read."))
    qtbot.waitUntil(lambda: program.screen is not None)
    assert str(program.window.warning.message) == "The settings cannot be read."
    program.pages.opened.emit("e1")
    assert program.window.warning.message is None


def test_the_event_that_was_asked_for_is_opened_after_the_store_was_put_right(
    beginning, qtbot, monkeypatch, another_event
):
    from signin.store.failures import StoreDamaged

    def damaged(*_, **__):
        raise StoreDamaged(path="somewhere")

    meetings.one.let_on()
    with monkeypatch.context() as patch:
        patch.setattr("signin.bootstrap.open_desk", damaged)
        program = beginning("e1", shown=False)
        program.begin(another_event)
    program.opening.again.emit()
    qtbot.waitUntil(lambda: program.door.event_id == another_event)


def test_what_fails_while_another_page_is_shown_is_said_over_it(program, press, qtbot):
    press("Ctrl+2")
    program.reception.failed.emit(StoreBusy())
    banner = program.door._banner
    assert banner.isVisible()
    assert str(StoreBusy().message) in f"{banner.face}"
    press("Ctrl+1")
    banner.hide()
    program.reception.failed.emit(StoreBusy())
    assert not banner.isVisible()


def test_a_store_that_another_program_holds_is_tried_again_by_itself_and_badges_are_kept(
    beginning, code, qtbot, stored, meeting, monkeypatch
):
    from desk.scanner.typing import pause, scan_keys, strike
    from signin.desk import opening
    from signin.desk.start.trouble_page import TroublePage

    monkeypatch.setattr(opening, "_AGAIN_MS", 100)
    meetings.one.let_on()
    with sqlite3.connect(meeting.store.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        program = beginning("e1")
        assert isinstance(program.window.screens.currentWidget(), TroublePage)
        strike(scan_keys(code(3)))
        pause(400)  # it is tried again in the meantime
        assert isinstance(program.window.screens.currentWidget(), TroublePage)
        assert str(program.door._banner.face.told) == "Badges that wait for the door to be open: 1"
        other.rollback()
        qtbot.waitUntil(lambda: program.screen is not None, timeout=5000)
        qtbot.waitUntil(lambda: len(stored()) == 1)
    assert stored() == [(3, "Admitted", "qr")]
    assert program.window.warning.message is None


def test_an_event_that_is_there_at_once_is_opened_before_anything_is_painted(beginning):
    from PySide6.QtCore import QCoreApplication, QEvent

    meetings.one.let_on()
    program = beginning("e1", shown=False)
    QCoreApplication.sendPostedEvents(program.writer, QEvent.Type.MetaCall)
    assert program.reception is not None


def test_copies_go_on_at_their_pace_while_other_events_are_opened(program, qtbot, another_event):
    from signin.desk.keeping import EVERY_MS, FIRST_MS

    keeping = program.keeping
    assert (keeping._timer.isActive(), keeping._timer.interval()) == (True, FIRST_MS)
    keeping.keep()
    program.open_event(another_event)
    qtbot.waitUntil(lambda: program.door.event_id == another_event)
    assert program.keeping is keeping
    assert (keeping._timer.isActive(), keeping._timer.interval()) == (True, EVERY_MS)


def test_no_copies_are_made_before_an_event_is_open(meeting, clock, qtbot):
    from desk.scanner.typing import pause
    from signin.desk.app import made_window
    from signin.desk.program import Program
    from signin.exchange.settings_file import Settings

    settings = Settings(desk="ໂຕະ 1", sounds=False, first_start_done=True)
    made = Program(made_window(settings), settings, store=meeting.store.path, clock=clock)
    made.begin()
    assert not made.keeping._timer.isActive()
    made.end()
    made.window.deleteLater()
    made.deleteLater()
    pause(1)


def test_an_event_that_is_gone_leads_to_the_choice(program, qtbot):
    from signin.desk.start.event_page import EventPage

    program.open_event("gone")
    qtbot.waitUntil(lambda: isinstance(program.window.screens.currentWidget(), EventPage))
    assert program.window.warning.message is None


def test_an_event_that_cannot_be_read_now_is_said_and_the_door_stays(program, screen, qtbot, monkeypatch):
    def busy(*_, **__):
        raise StoreBusy

    monkeypatch.setattr(meetings, "one", busy)
    program.open_event("e1")
    qtbot.waitUntil(lambda: program.window.warning.message is not None)
    assert program.window.warning.message.values["reason"] == StoreBusy().message
    assert program.window.screens.currentWidget() is screen
    assert program.writer.unsaved == 0


def test_the_list_of_events_marks_which_is_today_and_whose_door_is_open(
    program, qtbot, press, another_event, meeting, clock
):
    from datetime import date

    from signin.services.events_again import clone_event

    clone_event(meeting, another_event, date(2024, 9, 2), "ກອງປະຊຸມແຂວງ", clock())
    press("Ctrl+2")
    page = program.window.screens.currentWidget()
    program.voice.speak("en")
    qtbot.waitUntil(lambda: page.list.events.rowCount() == 3)
    rows = {page.list.events.held(row).event.title: page.list.events.marks(row) for row in range(3)}
    assert rows == {"ກອງປະຊຸມແຂວງ": "", "ກອງປະຊຸມອື່ນ": "Today", "ກອງປະຊຸມທົດລອງ": "Today · Door open"}
    assert page.list.current == "e1"
    assert "Door open" in page.list.events.data(page.list.events.index(list(rows).index("ກອງປະຊຸມທົດລອງ")))
