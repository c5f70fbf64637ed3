from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from signin.domain.attendee import State
from signin.domain.presence import replay
from signin.domain.record import Verb
from signin.domain.verdict import Admitted, AlreadyIn, NotOpen
from signin.services import records
from signin.services.admit import Door, admit
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.services.register import Particulars, cancel, restore, substitute, walk_in
from signin.services.tallies import check
from signin.services.void import void
from signin.store import attendees, presences, scans

NOW = datetime(2024, 6, 12, 8, 24)
LATER = NOW + timedelta(minutes=5)
AFTERNOON = NOW.replace(hour=13)
DOOR = Door(event_id="e1", session_key="day1-am", now=NOW)


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


@pytest.fixture
def walked(meeting):
    """A walk-in: the person, and the answer."""
    person, answer = walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາເພີ່ມ"), DOOR)
    return person, answer


@pytest.fixture
def place(meeting, walked):
    """How the walk-in's place stands, and what was recorded about it after the coming."""

    def told():
        with meeting.store.read() as tx:
            rows = records.history(tx, "e1", walked[0].attendee.id)[1:]
            return attendees.get(tx, walked[0].attendee.id).state, [
                (row.verb, row.fields.get("scan")) for row in rows
            ]

    return told


def test_what_taking_back_does_to_a_place_is_recorded_with_the_row_that_did_it(meeting, walked, place):
    first = void(meeting, walked[1].scan.id, LATER)
    second = void(meeting, first.id, LATER)
    third = void(meeting, second.id, LATER)
    assert place() == (
        State.CANCELLED,
        [
            (Verb.CANCELLED, ("", first.id)),
            (Verb.RESTORED, ("", second.id)),
            (Verb.CANCELLED, ("", third.id)),
        ],
    )
    assert not any(finding.problems for finding in check(meeting))


def test_a_walk_in_cancelled_by_hand_stays_so_whatever_is_taken_back(meeting, walked, place):
    number = str(walked[0].attendee.number)
    again = admit(meeting, walked[0].code, replace(DOOR, session_key="day1-pm", now=AFTERNOON))
    cancel(meeting, "e1", number, AFTERNOON)
    undone = void(meeting, again.scan.id, AFTERNOON)
    void(meeting, walked[1].scan.id, AFTERNOON)
    void(meeting, undone.id, AFTERNOON)
    assert place() == (State.CANCELLED, [(Verb.CANCELLED, None)])


def test_a_walk_in_expected_again_by_hand_stays_so_even_when_the_clock_was_set_back(meeting, walked, place):
    undone = void(meeting, walked[1].scan.id, LATER)
    restore(meeting, "e1", str(walked[0].attendee.number), NOW)
    void(meeting, void(meeting, undone.id, LATER).id, LATER)
    assert place()[0] is State.EXPECTED


def test_a_walk_in_written_down_before_the_door_opens_is_expected_until_that_is_taken_back(meeting):
    early = replace(DOOR, now=NOW.replace(hour=5))
    person, answer = walk_in(meeting, Particulars(name="ນາງ ມາ ກ່ອນ"), early)
    assert isinstance(answer.verdict, NotOpen)

    def state():
        with meeting.store.read() as tx:
            return attendees.get(tx, person.attendee.id).state

    again = admit(meeting, person.code, replace(early, now=NOW.replace(hour=6)))
    void(meeting, again.scan.id, NOW)
    assert state() is State.EXPECTED
    undone = void(meeting, answer.scan.id, NOW)
    assert state() is State.CANCELLED
    void(meeting, undone.id, NOW)
    assert state() is State.EXPECTED
