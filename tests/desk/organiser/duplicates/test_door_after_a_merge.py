"""The window at the door, while another desk merges two people."""

from dataclasses import replace

import pytest

from signin.services.merging import merge, separate
from signin.store import attendees


@pytest.fixture
def clock(clock):
    from desk.conftest import Clock

    return Clock()


@pytest.fixture
def people(people):
    return people[:3]


def test_both_badges_let_the_one_person_in_and_counts_are_of_one(program, scan, meeting, stored, clock, qtbot):
    assert program.reception.board.counts.expected == 3
    merge(meeting, "e1", "a1", "a3", clock())
    answer = scan(3)
    assert answer.attendee.number == 1
    assert type(answer.verdict).__name__ == "Admitted"
    clock.wait()
    again = scan(1)
    assert (type(again.verdict).__name__, again.attendee.number) == ("AlreadyIn", 1)
    assert [row[:2] for row in stored()] == [(1, "Admitted"), (1, "AlreadyIn")]
    program.reception.sight.look_whether_others_wrote()
    qtbot.waitUntil(lambda: program.reception.board.counts.expected == 2, timeout=5000)
    assert program.reception.board.counts.arrived == 1
    assert program.reception.index.get("a3") is None
    assert len(program.reception.index) == 2


def test_a_person_still_shown_at_the_door_is_checked_in_as_the_one_who_stayed(program, meeting, clock, qtbot):
    shown = program.reception.index.get("a3")
    merge(meeting, "e1", "a1", "a3", clock())
    heard = []
    program.reception.answered.connect(heard.append)
    program.reception.check_in(shown.id)
    qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    assert heard[0].attendee.id == "a1"
    separate(meeting, "a3", clock())
    program.reception.sight.look_whether_others_wrote()
    qtbot.waitUntil(lambda: program.reception.index.get("a3") is not None, timeout=5000)


def test_a_merge_made_in_this_window_is_known_at_its_own_door(program, press, meeting, clock, qtbot):
    with meeting.store.write() as tx:
        third = attendees.get(tx, "a3")
        attendees.change(tx, replace(third, name="ວັນໄຊ ອິນທະວົງ"))
    program.reception.sight.look_whether_others_wrote()
    qtbot.waitUntil(lambda: program.reception.index.get("a3").name == "ວັນໄຊ ອິນທະວົງ", timeout=5000)
    program.pages.of_event.show("duplicates", "e1")
    page = program.window.screens.currentWidget()
    qtbot.waitUntil(page.merge.isEnabled, timeout=5000)
    press("F2")
    qtbot.waitUntil(lambda: page.list.lines.rowCount() == 0, timeout=5000)
    press("Ctrl+1")
    qtbot.waitUntil(lambda: program.reception.board.counts.expected == 2, timeout=5000)
    assert program.reception.index.get("a3") is None
    assert len(program.reception.index) == 2
