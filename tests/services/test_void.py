from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import State
from signin.domain.presence import replay
from signin.domain.verdict import Admitted, AlreadyIn
from signin.services.admit import Door
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.services.register import Particulars, substitute, walk_in
from signin.services.void import void
from signin.store import attendees, presences, scans

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)


def stays(desk):
    with desk.store.read() as tx:
        return presences.of_event(tx, "e1")


def test_a_voided_scan_puts_things_back_as_they_were(scanned, meeting):
    before = stays(meeting)
    answer = scanned(1)
    void(meeting, answer.scan.id, LATER)
    assert stays(meeting) == before
    assert isinstance(scanned(1, LATER).verdict, Admitted)


def test_voiding_the_exit_puts_the_person_back_inside(scanned, meeting):
    scanned(1)
    inside = stays(meeting)
    out = scanned(1, LATER, out=True)
    void(meeting, out.scan.id, LATER)
    assert stays(meeting) == inside


def test_voiding_the_void_is_redo(scanned, meeting):
    answer = scanned(1)
    done = stays(meeting)
    undone = void(meeting, answer.scan.id, LATER)
    redone = void(meeting, undone.id, LATER)
    assert stays(meeting) == done
    void(meeting, redone.id, LATER)
    assert stays(meeting) == []


def test_rows_are_added_and_never_changed(scanned, meeting):
    answer = scanned(1)
    void(meeting, answer.scan.id, LATER)
    with meeting.store.read() as tx:
        first, second = scans.of_event(tx, "e1")
    assert first == answer.scan
    assert (second.reference, second.desk, second.sequence) == (first.id, "ໂຕະ 1", 2)


def test_a_scan_is_voided_once(scanned, meeting):
    answer = scanned(1)
    void(meeting, answer.scan.id, LATER)
    with pytest.raises(AlreadyVoid):
        void(meeting, answer.scan.id, LATER)
    with pytest.raises(ScanNotFound):
        void(meeting, "nothing", LATER)


def test_a_scan_of_nobody_can_be_voided(scanned, meeting):
    void(meeting, scanned("https://example.la").scan.id, LATER)
    assert stays(meeting) == []


def test_after_undo_the_same_badge_within_two_seconds_is_a_new_scan(scanned, meeting):
    void(meeting, scanned(1).scan.id, NOW)
    assert isinstance(scanned(1, NOW + timedelta(seconds=1)).verdict, Admitted)
    assert isinstance(scanned(1, LATER).verdict, AlreadyIn)


def test_a_walk_in_taken_back_is_not_expected_any_more_until_redone(meeting):
    door = Door(event_id="e1", session_key="day1-am", now=NOW)
    person, answer = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາເພີ່ມ"), door)

    def state():
        with meeting.store.read() as tx:
            return attendees.get(tx, person.attendee.id).state

    undone = void(meeting, answer.scan.id, LATER)
    assert state() is State.CANCELLED
    void(meeting, undone.id, LATER)
    assert state() is State.EXPECTED


def test_a_replaced_walk_in_stays_replaced(meeting):
    door = Door(event_id="e1", session_key="day1-am", now=NOW)
    person, answer = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາເພີ່ມ"), door)
    substitute(meeting, "e1", str(person.attendee.number), Particulars(name="ທ່ານ ມາ ແທນ"), LATER)
    void(meeting, answer.scan.id, LATER)
    with meeting.store.read() as tx:
        assert attendees.get(tx, person.attendee.id).state is State.REPLACED
        assert replay(scans.of_event(tx, "e1")) == []
