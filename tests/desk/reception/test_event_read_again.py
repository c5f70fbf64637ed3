"""The door while its event is read again or another is opened: nothing that was scanned or typed there is lost."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from signin.domain.scan import Direction
from signin.services import meetings, register
from signin.store import engine, events


@pytest.fixture
def slow_store(monkeypatch):
    """Let nothing be saved until it is said."""
    gate, real = threading.Event(), engine._commit

    def slow(connection):
        gate.wait(5)
        real(connection)

    monkeypatch.setattr(engine, "_commit", slow)
    return gate


@pytest.fixture
def change_session(meeting):
    """Change a session behind the window's back: change_session("day1-am", title=…)."""

    def change(key, **facts):
        with meeting.store.write() as tx:
            events.change_session(tx, replace(events.session_of(tx, "e1", key), **facts))

    return change


def read_again(program, qtbot):
    with qtbot.waitSignal(program.reception.followed, timeout=5000):
        program.pages.event_changed.emit()


def test_a_scan_that_waits_while_the_event_is_read_again_is_answered(program, code, qtbot, verdict, stored):
    heard = []
    program.reception.answered.connect(heard.append)
    program._read_event_again()
    program.door.scan(code(1))
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert verdict().name == "ວັນໄຊ ອິນທະວົງ"
    assert stored() == [(1, "Admitted", "qr")]


def test_what_is_typed_of_a_walk_in_stays_while_the_event_is_read_again(program, screen, press, write, qtbot):
    press("F2")
    write("abc")
    panel = screen.panel
    read_again(program, qtbot)
    program.open_event("e1")
    qtbot.waitUntil(lambda: not program.writer.waiting)
    assert (program.screen, program.screen.panel) == (screen, panel)
    assert panel.name.text() == "abc"


def test_what_was_changed_of_the_event_is_said_at_its_door(program, screen, change_session, qtbot):
    change_session("day1-am", title="ພິທີເປີດ")
    read_again(program, qtbot)
    assert "ພິທີເປີດ" in screen.session_bar.title.text()
    qtbot.waitUntil(lambda: program.reception.board is not None)
    assert program.reception.board.session.title == "ພິທີເປີດ"


def test_people_go_on_leaving_while_the_event_is_read_again(program, press, change_session, qtbot):
    from signin.domain.event import Mode

    change_session("day1-am", mode=Mode.IN_OUT)
    read_again(program, qtbot)
    press("F7")
    assert program.reception.direction is Direction.OUT
    read_again(program, qtbot)
    assert program.reception.direction is Direction.OUT
    change_session("day1-am", mode=Mode.ARRIVAL)
    read_again(program, qtbot)
    assert program.reception.direction is Direction.IN


def test_a_session_chosen_by_hand_stays_chosen_and_one_of_the_clocks_goes_with_it(
    program, change_session, qtbot, clock
):
    am, pm = program.reception.sessions[:2]
    change_session("day1-pm", opens_at=clock() - timedelta(minutes=20))
    change_session("day1-am", opens_at=clock() + timedelta(minutes=1))
    read_again(program, qtbot)
    assert program.reception.session.key == pm.key
    program.reception.place.choose(am)
    read_again(program, qtbot)
    assert program.reception.session.key == am.key


def test_people_who_come_to_the_roster_just_before_the_event_is_read_again_are_found(
    program, meeting, clock, qtbot
):
    program.reception.tick()  # so that nothing is asked for in the next second
    qtbot.waitUntil(lambda: not program.writer.waiting and not program.reader.waiting)
    program.reception._ticking.stop()
    register.add(meeting, "e1", register.Particulars(name="ນາງ ມາລີ ວົງສະຫວັນ"), clock())
    read_again(program, qtbot)
    qtbot.waitUntil(lambda: len(program.reception.index) == 4, timeout=5000)
    assert program.reception.board.counts.expected == 4


def test_a_list_of_sessions_that_are_otherwise_now_closes(program, screen, press, qtbot):
    press("F6")
    assert screen.panel is not None
    read_again(program, qtbot)
    assert screen.panel is None


def test_a_scan_that_waits_while_another_event_is_opened_is_answered_over_it(
    program, code, qtbot, slow_store, another_event, meeting, stored
):
    left = program.reception
    program.door.scan(code(1))
    program.door.open(*meetings.one(meeting, another_event))
    assert program.reception is not left
    slow_store.set()
    qtbot.waitUntil(program.door._banner.isVisible, timeout=5000)
    assert program.door._banner.face.name == "ວັນໄຊ ອິນທະວົງ"
    assert stored() == [(1, "Admitted", "qr")]


def test_an_empty_roster_is_said_at_its_door_until_somebody_is_on_it(
    program, qtbot, another_event, meeting, clock, press
):
    program.open_event(another_event)
    qtbot.waitUntil(lambda: program.door.event_id == another_event and program.reception.board is not None)
    shown = program.screen.verdict
    assert "Ctrl+3" in str(shown.face.hint)
    press("F2", "Escape")
    assert "Ctrl+3" in str(shown.face.hint)
    register.add(meeting, another_event, register.Particulars(name="ນາງ ມາລີ ວົງສະຫວັນ"), clock())
    qtbot.waitUntil(lambda: str(shown.face.word) == "Ready to scan", timeout=5000)


def test_what_was_answered_stays_while_people_come_to_an_empty_roster(
    program, qtbot, another_event, meeting, clock
):
    program.open_event(another_event)
    qtbot.waitUntil(lambda: program.door.event_id == another_event and program.reception.board is not None)
    heard = []
    program.reception.answered.connect(heard.append)
    program.door.scan("X" * 18)
    qtbot.waitUntil(lambda: bool(heard))
    before = program.screen.verdict.face
    register.add(meeting, another_event, register.Particulars(name="ນາງ ມາລີ ວົງສະຫວັນ"), clock())
    qtbot.waitUntil(lambda: len(program.reception.index) == 1, timeout=5000)
    assert program.screen.verdict.face == before
