"""What another desk changes of the event is known at this door within seconds."""

from dataclasses import replace
from datetime import datetime

import pytest

from signin.domain.timetable import Edit
from signin.domain.verdict import Admitted
from signin.services.desk import Desk
from signin.services.sessions import change_sessions
from signin.store import Store, events

NOW = datetime(2024, 6, 12, 8)


@pytest.fixture
def other(meeting):
    """Another desk's change of the sessions: other(before, after)."""
    with Store(meeting.store.path) as store:
        desk = Desk(store, "ໂຕະ 2", meeting.random)

        def change(before, after=()):
            with store.read() as tx:
                there = {one.key: one for one in events.sessions_of(tx, "e1")}
            edit = Edit(event_id="e1", before=tuple(there[key] for key in before), after=tuple(after))
            change_sessions(desk, edit, NOW, warned=True)

        yield change


@pytest.fixture
def told(program):
    """What was said at the door."""
    said = []
    program.reception.done.connect(lambda message: said.append(str(message)))
    return said


def test_others_are_expected_once_another_desk_has_changed_who_comes(program, other, qtbot, scan):
    scan(1)
    first = program.reception.sessions[0]
    assert program.reception.board.counts.expected == 3
    other(["day1-am"], [replace(first, people=frozenset({1}), title="ONLY")])
    qtbot.waitUntil(lambda: program.reception.session.title == "ONLY", timeout=5000)
    qtbot.waitUntil(lambda: program.reception.board is not None, timeout=5000)
    counts = program.reception.board.counts
    assert (counts.expected, counts.arrived, counts.missing) == (1, 1, 0)
    assert "ONLY" in program.screen.session_bar.title.text()


def test_a_session_that_another_desk_removes_is_left_and_that_is_said(program, other, qtbot, scan, told):
    program.reception.place.choose(program.reception.sessions[1])
    other(["day1-pm"])
    qtbot.waitUntil(lambda: program.reception.session.key == "day1-am", timeout=5000)
    assert len(told) == 1
    assert "was removed at another desk. This desk is at “" in told[0]
    assert isinstance(scan(1).verdict, Admitted)


def test_when_the_last_session_goes_that_is_said_and_the_next_one_is_taken(program, other, qtbot, scan, told):
    first, *_ = program.reception.sessions
    other([one.key for one in program.reception.sessions])
    qtbot.waitUntil(lambda: program.reception.session is None, timeout=5000)
    assert told[0].endswith("There is no session any more.")
    other([], [first])
    qtbot.waitUntil(lambda: program.reception.session is not None, timeout=5000)
    assert isinstance(scan(1).verdict, Admitted)


def test_what_is_typed_and_who_stands_there_stays_and_nothing_is_said_for_nothing(
    program, other, qtbot, scan, write, told
):
    scan(1)
    write("ab")
    other(["day2-am"])
    qtbot.waitUntil(lambda: len(program.reception.sessions) == 3, timeout=5000)
    assert program.screen.search.text() == "ab"
    assert program.reception.last.attendee.number == 1
    assert told == []


def test_a_door_that_was_closed_looks_no_more(program):
    watch = program.door.watch
    program.door.close()
    assert not watch._timer.isActive()
