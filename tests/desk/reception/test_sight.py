"""What the desk keeps in sight becomes right by itself: after a failure, and whatever comes late."""

import threading
from datetime import datetime

import pytest

from desk.scanner.typing import pause
from signin.desk.reception import sight as room
from signin.desk.reception.sight import Sight
from signin.domain.attendee import Sex
from signin.services import recent, search
from signin.services.admit import Door, admit
from signin.services.corrections import Correction, correct
from signin.services.desk import Desk
from signin.store import Store
from signin.store.failures import StoreBusy


@pytest.fixture(autouse=True)
def _ticking_fast(program):
    program.reception._ticking.setInterval(20)


@pytest.fixture
def busy(monkeypatch):
    """Let the store be busy when something is read: busy(place, name, times=1) gives what is left."""

    def made(place, name, times=1):
        real, left = getattr(place, name), [None] * times

        def read(*args, **named):
            if left:
                left.pop()
                raise StoreBusy
            return real(*args, **named)

        monkeypatch.setattr(place, name, read)
        return left

    return made


@pytest.fixture
def slow(monkeypatch):
    """Hold back what was read, or the reading: slow(place, name) gives each time, and what lets it come."""
    gates = []

    def made(place, name, *, unread=False):
        real, reads, gate = getattr(place, name), [], threading.Event()
        gates.append(gate)

        def read(*args, **named):
            found = None if unread else real(*args, **named)
            reads.append(args)
            gate.wait(5)
            return real(*args, **named) if unread else found

        monkeypatch.setattr(place, name, read)
        return reads, gate

    yield made
    for gate in gates:
        gate.set()


@pytest.fixture
def other(meeting):
    """Another desk of the same store."""
    with Store(meeting.store.path) as store:
        yield Desk(store, "ໂຕະ 2", meeting.random)


@pytest.fixture
def fresh(program):
    """A second pair of eyes on the same door that has read nothing yet."""
    made = Sight(program.writer, program.reader, "e1", program.reception.place, program)
    yield made
    made.end()
    made.deleteLater()


def quiet(program, qtbot):
    """Wait until the news of the beginning are on the board."""
    qtbot.waitUntil(lambda: program.reception.sight._version != (-1, -1), timeout=5000)
    pause(100)


def scanned_there(other, program, code):
    door = Door(event_id="e1", session_key=program.reception.session.key, now=program.reception.clock())
    admit(other, code, door)


def test_what_another_desk_scanned_comes_though_the_store_was_busy(program, other, code, busy, qtbot):
    quiet(program, qtbot)
    left = busy(room, "news_since")
    scanned_there(other, program, code(1))
    qtbot.waitUntil(lambda: not left, timeout=5000)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=3000)


def test_our_own_scan_while_the_counts_are_read_is_counted_though_the_store_was_busy(
    program, clock, scan, busy, qtbot, slow
):
    quiet(program, qtbot)
    clock.set(13, 30)
    reads, gate = slow(room, "load_board")
    left = busy(room, "news_since")
    program.reception.place.choose(program.reception.sessions[1])
    qtbot.waitUntil(lambda: bool(reads), timeout=5000)
    scan(1)
    pause(100)
    gate.set()
    qtbot.waitUntil(lambda: not left, timeout=5000)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=3000)


def test_the_counts_come_though_the_store_was_busy(program, busy, qtbot):
    left = busy(room, "load_board", times=3)
    program.reception.place.choose(program.reception.sessions[1])
    qtbot.waitUntil(lambda: not left, timeout=5000)
    qtbot.waitUntil(lambda: program.reception.board is not None, timeout=3000)
    assert program.reception.board.session.key == "day1-pm"


def test_the_people_come_though_the_store_was_busy_and_that_is_told_once(program, fresh, busy, qtbot):
    left, told = busy(search, "load", times=3), []
    fresh.failed.connect(told.append)
    fresh.begin()
    for nth in (2, 1, 0):
        qtbot.waitUntil(lambda nth=nth: len(left) == nth, timeout=5000)
        pause(20)
        fresh.look_whether_others_wrote()
    qtbot.waitUntil(lambda: len(fresh.index) == 3, timeout=3000)
    assert [type(one) for one in told] == [StoreBusy]


def test_who_was_changed_while_the_people_were_read_comes_though_the_store_was_busy(
    program, fresh, other, busy, slow, qtbot
):
    program.reception._ticking.stop()
    program.reception.place.session = None  # there is no board that would tell
    reads, gate = slow(search, "load")
    left = busy(search, "changes_since")
    fresh.begin()
    qtbot.waitUntil(lambda: bool(reads), timeout=5000)
    correct(other, "e1", "1", Correction(position="ຫົວໜ້າ"), datetime(2024, 6, 12, 8))
    gate.set()
    qtbot.waitUntil(lambda: not left, timeout=5000)
    pause(20)
    fresh.look_whether_others_wrote()
    qtbot.waitUntil(lambda: fresh.index.get("a1").position == "ຫົວໜ້າ", timeout=3000)


def test_our_own_scan_is_counted_though_the_store_was_busy(program, scan, busy, qtbot):
    quiet(program, qtbot)
    left = busy(room, "state_of")
    scan(1)
    qtbot.waitUntil(lambda: not left, timeout=5000)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=3000)


def test_the_last_scans_are_shown_though_the_store_was_busy(program, screen, scan, busy, qtbot):
    pause(100)
    left = busy(recent, "recent")
    scan(1)
    qtbot.waitUntil(lambda: not left, timeout=5000)
    qtbot.waitUntil(lambda: screen.recent.scans.rowCount() == 1, timeout=3000)


def test_nothing_is_asked_for_twice_at_once(program, other, code, slow, qtbot):
    quiet(program, qtbot)
    boards, gate = slow(room, "load_board")
    program.reception.place.choose(program.reception.sessions[1])
    program.reception.place.moved.emit()
    pause(100)
    gate.set()
    qtbot.waitUntil(lambda: program.reception.board is not None, timeout=5000)
    quiet(program, qtbot)
    news, gate = slow(room, "news_since")
    scanned_there(other, program, code(1))
    qtbot.waitUntil(lambda: bool(news), timeout=5000)
    pause(100)
    gate.set()
    pause(100)
    assert (len(boards), len(news)) == (1, 1)


def test_news_that_come_late_are_not_put_over_our_own_scan(program, other, scan, slow, qtbot):
    quiet(program, qtbot)
    reads, gate = slow(room, "news_since")
    correct(other, "e1", "1", Correction(position="ຫົວໜ້າ"), datetime(2024, 6, 12, 8))
    qtbot.waitUntil(lambda: bool(reads), timeout=5000)
    scan(1)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=3000)
    arrived = []
    program.reception.people_changed.connect(lambda: arrived.append(program.reception.board.counts.arrived))
    gate.set()
    qtbot.waitUntil(lambda: program.reception.index.get("a1").position == "ຫົວໜ້າ", timeout=3000)
    pause(200)
    assert program.reception.board.counts.arrived == 1
    assert set(arrived) == {1}


def test_what_another_desk_did_after_our_own_scan_is_seen_with_the_news(program, other, code, scan, slow, qtbot):
    quiet(program, qtbot)
    reads, gate = slow(room, "news_since", unread=True)
    scanned_there(other, program, code(2))
    qtbot.waitUntil(lambda: bool(reads), timeout=5000)
    scan(1)
    qtbot.waitUntil(lambda: program.reception.board.counts.arrived == 1, timeout=3000)
    assert program.reception.board.counts.women == 0
    correct(other, "e1", "1", Correction(sex=Sex.FEMALE), datetime(2024, 6, 12, 8))
    gate.set()
    qtbot.waitUntil(lambda: program.reception.board.counts.women == 2, timeout=3000)
    assert program.reception.board.counts.arrived == 2


@pytest.mark.lets_go
def test_people_who_come_after_the_door_was_closed_are_not_held(program, qtbot, another_event, monkeypatch):
    from signin.desk.work.lasting import Lasting

    asked, gate, real = threading.Event(), threading.Event(), search.load

    def slow(*args):
        asked.set()
        gate.wait(5)
        return real(*args)

    monkeypatch.setattr(search, "load", slow)
    program.open_event(another_event)
    qtbot.waitUntil(lambda: program.door.event_id == another_event)
    asked.wait(5)
    gate.set()
    program.reader.rest(5000)  # the answer waits for the window
    program.door.close()
    pause(100)
    assert list(Lasting._holding) == []
