"""Which session the desk stands at, and people who leave, through the whole window."""

from dataclasses import replace

import pytest

from desk.scanner.typing import pause
from signin.domain.event import Mode
from signin.domain.scan import Direction
from signin.domain.verdict import Admitted, AdmittedBack, Closed, Left, NotOpen


def key(program):
    return program.reception.session.key


def tick(program):
    program.reception.tick()
    pause(20)


def test_the_session_is_chosen_by_the_clock_and_changes_when_it_is_over(program, screen, clock, qtbot):
    assert key(program) == "day1-am"
    clock.set(12, 31)
    tick(program)
    assert key(program) == "day1-pm"
    assert "ພາກບ່າຍ" in screen.session_bar.title.text()
    qtbot.waitUntil(
        lambda: program.reception.board is not None and program.reception.board.session.key == "day1-pm"
    )


def test_a_session_that_opens_while_another_goes_on_is_offered_and_taken_in_one_move(
    program, screen, clock, press
):
    program.reception.place.choose(program.reception.sessions[0])
    clock.set(12, 45)
    tick(program)
    assert key(program) == "day1-am"
    assert screen.offer.isVisible()
    press("Ctrl+G")
    assert key(program) == "day1-pm"
    assert not screen.offer.isVisible()


def test_another_session_is_chosen_with_the_keyboard(program, screen, press, scan):
    press("F6")
    screen.panel.choices["day2-am"].setFocus()
    press("Space")
    assert key(program) == "day2-am"
    assert screen.panel is None
    assert isinstance(scan(1).verdict, NotOpen)


def test_who_comes_too_early_is_let_in_all_the_same_and_the_scan_says_so(
    program, screen, scan, press, qtbot, meeting, clock
):
    from signin.store import scans

    clock.set(6, 0)
    assert isinstance(scan(1).verdict, NotOpen)
    clock.wait()
    press("F8")
    qtbot.waitUntil(lambda: isinstance(program.reception.last.verdict, Admitted))
    with meeting.store.read() as tx:
        assert [one.forced for one in scans.of_event(tx, "e1")] == [False, True]


def test_a_session_that_has_closed_says_so(program, scan, clock):
    program.reception.place.choose(program.reception.sessions[0])
    clock.set(15, 0)
    assert isinstance(scan(1).verdict, Closed)


@pytest.fixture
def sessions(event):
    from signin.domain.event import half_days

    return tuple(replace(one, mode=Mode.IN_OUT) for one in half_days(event))


def test_people_leave_and_come_back_where_the_session_notes_it(program, screen, scan, press, clock, qtbot):
    assert screen.session_bar.way.isVisible()
    scan(1)
    press("F7")
    assert program.reception.direction is Direction.OUT
    clock.wait(600)
    assert isinstance(scan(1).verdict, Left)
    qtbot.waitUntil(lambda: program.reception.board.counts.inside == 0)
    press("F7")
    clock.wait(600)
    assert isinstance(scan(1).verdict, AdmittedBack)


def test_scanning_out_ends_by_itself(program, press, monkeypatch, qtbot):
    program.reception.place._back.setInterval(50)
    press("F7")
    qtbot.waitUntil(lambda: program.reception.direction is Direction.IN)
