"""A desk whose sessions were all taken away at another desk says so, whatever is asked, and writes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk.scanner.typing import pause, scan_keys, strike
from signin.domain.attendee import State
from signin.store import attendees, events
from signin.words import say

SAID = "This event has no session yet."


@pytest.fixture
def failed(program, meeting, qtbot):
    """Take all sessions away behind the window's back; what is told as failed since, in words."""
    with meeting.store.write() as tx:
        for session in events.sessions_of(tx, "e1"):
            events.remove_session(tx, "e1", session.key)
    with qtbot.waitSignal(program.reception.followed, timeout=5000):
        program.pages.event_changed.emit()
    assert program.reception.session is None
    told = []
    program.reception.failed.connect(lambda failure: told.append(str(failure.message)))
    return told


@pytest.fixture
def roster(meeting):
    """The numbers and states of everybody on the roster."""

    def known():
        with meeting.store.read() as tx:
            return [(one.number, one.state) for one in attendees.everyone(tx, "e1")]

    return known


def test_a_scanned_badge_is_answered_once_and_the_desk_shows_it(failed, code, stored, verdict):
    strike(scan_keys(code(1)))
    pause(200)
    assert failed == [SAID]
    assert str(verdict().told) == SAID
    assert stored() == []


def test_who_was_found_by_typing_is_not_let_in_in_silence(failed, screen, write, press, stored, verdict, qtbot):
    write("2")
    qtbot.waitUntil(screen.hits.isVisible)
    press("Return")
    assert failed == [SAID]
    assert str(verdict().told) == SAID
    assert stored() == []


def test_a_substitute_is_refused_before_the_place_is_given_away(failed, screen, write, press, qtbot, roster):
    before = roster()
    write("3")
    qtbot.waitUntil(screen.hits.isVisible)
    press("F3")
    write("ທ້າວ ໃໝ່")
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    pause(200)
    assert screen.panel._notice.text() == screen.voice.text(say(SAID))
    assert screen.panel.person.name.text() == "ທ້າວ ໃໝ່"
    assert roster() == before
    assert (3, State.EXPECTED) in before


def test_a_walk_in_is_refused_where_it_was_written_and_nobody_is_added(failed, screen, write, press, roster):
    before = roster()
    press("F2")
    write("abc")
    QTest.mouseClick(screen.panel.accept_button, Qt.MouseButton.LeftButton)
    pause(200)
    assert screen.panel._notice.text() == screen.voice.text(say(SAID))
    assert screen.panel.name.text() == "abc"
    assert roster() == before


def test_nobody_is_let_in_all_the_same_where_there_is_no_session(failed, press, stored):
    press("F8")
    assert failed == [SAID]
    assert stored() == []
