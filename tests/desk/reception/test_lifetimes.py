"""Answers that come late, things that were put away, and what is known anew, through the whole window."""

import gc
import threading
import weakref
from dataclasses import replace

import pytest

from desk.scanner.typing import pause
from signin.domain.attendee import State
from signin.domain.verdict import Admitted, NotOpen
from signin.services import register, search
from signin.store import attendees


def test_a_panel_that_another_one_replaced_is_let_go(screen, press):
    panels = []
    for _ in range(2):
        for key in ("F6", "F10", "F5"):
            press(key)
            panels.append(weakref.ref(screen.panel))
        press("Escape")
    pause(100)
    gc.collect()
    assert [one() for one in panels if one() is not None] == []


@pytest.mark.lets_go
def test_another_event_that_is_opened_lets_the_people_and_the_screen_before_go(program, qtbot, another_event):
    before = weakref.ref(program.reception.index), weakref.ref(program.screen)
    program.open_event(another_event)
    qtbot.waitUntil(lambda: program.door.event_id == another_event)
    pause(200)
    assert [one() for one in before] == [None, None]


def test_a_walk_in_while_the_people_are_read_is_found(program, qtbot, monkeypatch, clock):
    gate, real = threading.Event(), search.load

    def slow(desk, event_id):
        loaded = real(desk, event_id)
        gate.wait(5)
        return loaded

    monkeypatch.setattr(search, "load", slow)
    program.reception.sight.begin()
    told = register.Particulars(name="ນາງ ມາລີ ວົງສະຫວັນ")
    added = []
    program.reception.walk_in(told, lambda who, _: added.append(who), added.append)
    qtbot.waitUntil(lambda: bool(added))
    gate.set()
    qtbot.waitUntil(lambda: len(program.reception.index) == 4)
    assert program.reception.index.get(added[0].id) is not None


def test_stays_of_one_session_are_never_counted_in_another(program, scan, qtbot):
    states = []
    seen = program.reception.sight._seen
    program.reception.sight._seen = lambda key, found: states.append((key, found))
    scan(1)
    qtbot.waitUntil(lambda: bool(states))
    program.reception.place.choose(program.reception.sessions[1])
    qtbot.waitUntil(lambda: program.reception.board is not None)
    seen(*states[0])
    assert program.reception.board.session.key == "day1-pm"
    assert program.reception.board.counts.arrived == 0


def test_what_is_done_to_a_person_is_done_to_that_person_whatever_the_number_is_now(
    program, scan, meeting, qtbot, press, screen, people
):
    scan(1)
    who = screen.person
    with meeting.store.write() as tx:
        attendees.change(tx, replace(people[0], number=99))
        attendees.change(tx, replace(people[2], number=1))
    done = []
    program.reception.cancel(who, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert (done[0].id, done[0].state) == ("a1", State.CANCELLED)


def test_who_stands_at_the_desk_is_known_as_of_now(program, scan, qtbot, screen):
    scan(1)
    done = []
    program.reception.cancel(screen.person, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert screen.person.state is State.CANCELLED


def test_letting_in_all_the_same_is_for_who_was_just_refused_at_this_door(program, scan, clock, press, stored):
    clock.set(6, 0)
    assert isinstance(scan(1).verdict, NotOpen)
    clock.set(13, 30)
    program.reception.place.choose(program.reception.sessions[1])
    press("F8")
    pause(100)
    assert [row[1] for row in stored()] == ["NotOpen"]
    assert isinstance(scan(3).verdict, Admitted)


def test_what_only_looks_is_not_counted_as_unsaved(program):
    gate = threading.Event()
    program.writer.do(lambda _: gate.wait(5), lambda _: None, looks=True)
    assert program.writer.waiting >= 1
    assert program.writer.unsaved == 0
    gate.set()
