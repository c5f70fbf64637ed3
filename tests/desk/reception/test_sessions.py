"""Which session the desk stands at, and people who leave, through the whole window."""

from dataclasses import replace

import pytest

from desk.scanner.typing import pause
from signin.domain.event import Mode
from signin.domain.scan import Direction
from signin.domain.verdict import Admitted, AdmittedBack, Closed, Left, NotOpen
from signin.words import render


def key(program):
    return program.reception.session.key


def verdict_told(screen):
    return screen.verdict.face.told


def ground(screen):
    return screen.verdict._colours()[0].name()


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


def test_in_the_midst_of_a_queue_the_next_session_is_offered_and_the_desk_stays(
    program, screen, clock, scan, press
):
    clock.set(12, 28)
    scan(1)
    clock.set(12, 31)
    tick(program)
    assert key(program) == "day1-am"
    assert screen.offer.isVisible()
    press("Ctrl+G")
    assert key(program) == "day1-pm"


def test_a_desk_that_is_left_alone_goes_to_the_next_session_by_itself(program, screen, clock, scan):
    clock.set(12, 28)
    scan(1)
    screen.verdict.go_quiet()
    clock.set(12, 33)
    tick(program)
    assert key(program) == "day1-pm"
    assert "ພາກບ່າຍ" in screen.session_bar.title.text()
    assert "ພາກບ່າຍ" in render(verdict_told(screen), "lo")
    assert not screen.offer.isVisible()


@pytest.mark.parametrize("open_with", ["F10", "text"])
def test_a_desk_where_something_is_typed_or_open_is_not_left_alone(
    program, screen, clock, press, write, open_with
):
    if open_with == "text":
        write("1")
    else:
        press(open_with)
    clock.set(12, 31)
    tick(program)
    assert (key(program), screen.offer.isVisible()) == ("day1-am", True)
    press("Esc")
    clock.set(12, 35)
    tick(program)
    assert key(program) == "day1-am"
    clock.set(12, 36)
    tick(program)
    assert key(program) == "day1-pm"


def test_a_desk_that_has_taken_an_offer_goes_by_the_clock_again(program, clock, press):
    program.reception.place.choose(program.reception.sessions[0])
    clock.set(12, 45)
    tick(program)
    press("Ctrl+G")
    clock.set(8, 0, day=13)
    tick(program)
    assert key(program) == "day2-am"


def test_while_the_next_session_is_offered_other_hours_move_nobody_away(program, screen, clock, scan):
    clock.set(12, 28)
    scan(1)
    clock.set(12, 31)
    tick(program)
    program.reception.follow(program.reception.meeting, program.reception.sessions)
    assert (key(program), screen.offer.isVisible()) == ("day1-am", True)


def test_other_hours_move_nobody_away_before_the_next_session_is_offered_either(program, screen, clock, scan):
    clock.set(12, 28)
    scan(1)
    clock.set(12, 31)
    program.reception.follow(program.reception.meeting, program.reception.sessions)
    assert key(program) == "day1-am"
    tick(program)
    assert (key(program), screen.offer.isVisible()) == ("day1-am", True)


def test_who_comes_after_the_end_is_told_of_the_session_that_is_open(program, clock, scan, verdict, qtbot):
    clock.set(12, 29)
    scan(1)
    clock.set(12, 31)
    assert isinstance(scan(2).verdict, Closed)
    qtbot.waitUntil(lambda: "Ctrl+G" in render(verdict().hint, "en"))
    assert "F8" in render(verdict().hint, "en")


def test_where_no_other_session_is_open_nobody_is_told_of_one(program, clock, scan, verdict):
    program.reception.place.choose(program.reception.sessions[0])
    clock.set(20, 0)
    assert isinstance(scan(2).verdict, Closed)
    pause(20)
    assert "F8" in render(verdict().hint, "en")
    assert "Ctrl+G" not in render(verdict().hint, "en")


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


def test_the_field_turns_blue_at_once_even_over_a_verdict(screen, press, scan, look_colours):
    scan(1)
    press("F7")
    assert screen.verdict.face.leaving
    assert ground(screen) == look_colours.selection
    press("F7")
    assert not screen.verdict.face.leaving
    assert ground(screen) == look_colours.surface


def test_the_field_is_blue_again_after_every_verdict_while_people_leave(
    screen, press, scan, write, look_colours, clock, qtbot
):
    scan(1)
    press("F7")
    clock.wait()
    assert isinstance(scan(1).verdict, Left)
    assert ground(screen) != look_colours.selection
    screen.verdict.go_quiet()
    assert screen.verdict.face.name == "ວັນໄຊ ອິນທະວົງ"
    assert ground(screen) == look_colours.selection
    press("F2")
    write("ນາງ ມາລີ")
    press("Return", "Return", "Return", "Return", "Return")
    qtbot.waitUntil(lambda: screen.verdict.face.name == "ມາລີ")  # who arrives in between
    screen.verdict.go_quiet()
    assert ground(screen) == look_colours.selection


@pytest.fixture
def look_colours(screen):
    return screen.look.theme
