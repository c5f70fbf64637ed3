"""What was scanned last, and undo and redo that need no memory but the rows."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from signin.domain.attendee import State
from signin.domain.event import half_days
from signin.domain.scan import Source
from signin.domain.verdict import Admitted, UnknownCode
from signin.services.admit import Door
from signin.services.failures import AlreadyVoid, ScanNotFound
from signin.services.recent import came_since, clock, recent, redo_last, redoable, take_back, undo_last, undoable
from signin.services.register import Particulars, walk_in
from signin.services.void import void
from signin.store import attendees, presences

NOW = datetime(2024, 6, 12, 8, 24)
MINUTE = timedelta(minutes=1)


def inside(desk):
    with desk.store.read() as tx:
        return sorted(stay.attendee_id for stay in presences.of_event(tx, "e1") if stay.left_at is None)


@pytest.fixture
def three(scanned):
    """Three people come, a minute apart."""
    return [scanned(number, NOW + number * MINUTE) for number in (1, 2, 3)]


@pytest.fixture
def undo(meeting):
    return lambda: undo_last(meeting, "e1", NOW + 10 * MINUTE)


@pytest.fixture
def redo(meeting):
    return lambda: redo_last(meeting, "e1", NOW + 10 * MINUTE)


def test_the_latest_scans_come_newest_first_with_what_was_answered(meeting, scanned, three, people):
    scanned("https://example.la", NOW + 5 * MINUTE)
    shown = recent(meeting, "e1")
    assert [type(one.verdict) for one in shown] == [UnknownCode, Admitted, Admitted, Admitted]
    assert [one.attendee for one in shown] == [None, people[2], people[1], people[0]]
    assert (shown[1].scan.source, shown[1].void) == (Source.QR, False)
    assert len(recent(meeting, "e1", limit=2)) == 2


def test_of_this_desk_or_of_all_of_one_session_or_of_all(meeting, scanned, other_desk):
    scanned(1)
    scanned(2, NOW + MINUTE, desk=other_desk)
    scanned(1, datetime(2024, 6, 12, 13), session="day1-pm")
    assert [one.scan.attendee_id for one in recent(meeting, "e1")] == ["a1", "a1"]
    assert [one.scan.attendee_id for one in recent(meeting, "e1", "day1-am", every_desk=True)] == ["a2", "a1"]
    assert recent(meeting, "e2", every_desk=True) == []


def test_a_scan_that_was_taken_back_is_shown_as_such_until_it_is_put_back(meeting, three, undo, redo):
    undo()
    assert [one.void for one in recent(meeting, "e1")] == [True, False, False]
    redo()
    assert [one.void for one in recent(meeting, "e1")] == [False, False, False]


def test_undo_goes_back_one_by_one_and_redo_forth(meeting, three, undo, redo, people):
    assert undo().name == people[2].full_name
    assert undo().attendee_id == "a2"
    assert inside(meeting) == ["a1"]
    assert redo().attendee == people[1]
    assert inside(meeting) == ["a1", "a2"]
    assert redo().attendee == people[2]
    assert redo() is None
    assert inside(meeting) == ["a1", "a2", "a3"]
    assert [undo().attendee_id for _ in range(3)] == ["a3", "a2", "a1"]
    assert undo() is None
    assert inside(meeting) == []


def test_after_a_new_scan_nothing_is_put_back(meeting, scanned, three, undo, redo):
    undo()
    scanned("https://example.la", NOW + 4 * MINUTE)
    assert redoable(meeting, "e1", NOW + 10 * MINUTE) == three[2].scan
    scanned(3, NOW + 5 * MINUTE)
    assert redoable(meeting, "e1", NOW + 10 * MINUTE) is None
    assert redo() is None


def test_what_would_be_taken_back_can_be_told_first(meeting, scanned, three):
    scanned("https://example.la", NOW + 4 * MINUTE)
    assert undoable(meeting, "e1", NOW + 10 * MINUTE) == three[2].scan
    assert undoable(meeting, "e2", NOW) is None


def test_undo_is_of_this_desk_and_of_this_day(meeting, other_desk, scanned):
    scanned(1)
    assert undo_last(other_desk, "e1", NOW + MINUTE) is None
    assert undo_last(meeting, "e1", NOW + timedelta(hours=13)) is None
    undo_last(meeting, "e1", NOW + MINUTE)
    assert redo_last(meeting, "e1", NOW + timedelta(hours=13)) is None


def test_undo_and_redo_go_back_to_a_clock_and_no_further(meeting, scanned, three):
    now = NOW + 10 * MINUTE
    before = clock(meeting)
    assert undo_last(meeting, "e1", now, since=before) is None
    scanned(3, NOW + 5 * MINUTE, out=True)
    assert undo_last(meeting, "e1", now, since=before).attendee_id == "a3"
    assert redo_last(meeting, "e1", now, since=clock(meeting)) is None
    assert redo_last(meeting, "e1", now, since=before).attendee_id == "a3"
    assert inside(meeting) == ["a1", "a2"]


def test_who_came_since_a_clock_is_told_taken_back_or_not_and_refusals_are_nothing(meeting, scanned, undo):
    scanned(1)
    before = clock(meeting)
    undo()
    scanned("https://example.la", NOW + MINUTE)
    assert not came_since(meeting, "e1", before)
    scanned(2, NOW + 2 * MINUTE)
    undo()
    assert came_since(meeting, "e1", before)
    assert not came_since(meeting, "e2", before)


def test_going_out_is_taken_back_too(meeting, scanned, undo):
    scanned(1)
    scanned(1, NOW + MINUTE, out=True)
    undo()
    assert inside(meeting) == ["a1"]


def test_any_scan_of_the_event_can_be_taken_back_and_put_back_by_its_name(meeting, three, undo, redo):
    first = three[0].scan.id
    assert take_back(meeting, "e1", first, NOW + 10 * MINUTE).attendee_id == "a1"
    with pytest.raises(AlreadyVoid):
        take_back(meeting, "e1", first, NOW + 10 * MINUTE)
    assert redo().scan.id == first
    assert take_back(meeting, "e1", first, NOW + 10 * MINUTE).row.reference is not None
    assert inside(meeting) == ["a2", "a3"]


def test_a_scan_of_nobody_is_named_by_what_was_scanned(meeting, scanned):
    answer = scanned("https://example.la")
    done = take_back(meeting, "e1", answer.scan.id, NOW + MINUTE)
    assert (done.name, done.attendee_id, done.attendee) == ("https://example.la", None, None)


def test_what_is_no_scan_of_this_event_cannot_be_taken_back(meeting, three):
    row = void(meeting, three[0].scan.id, NOW)
    for event_id, named in (("e1", "nothing"), ("e2", three[1].scan.id), ("e1", row.id)):
        with pytest.raises(ScanNotFound):
            take_back(meeting, event_id, named, NOW)


def test_a_walk_in_that_is_taken_back_is_not_expected_any_more(meeting, undo, redo):
    walk_in(meeting, Particulars(name="ນາງ ໃໝ່ ມາ"), Door(event_id="e1", session_key="day1-am", now=NOW))
    assert undo().attendee.state is State.CANCELLED
    assert redo().attendee.state is State.EXPECTED


def test_what_another_desk_took_back_last_is_not_put_back_here(meeting, other_desk, scanned, undo, redo):
    scan = scanned(1).scan
    void(other_desk, undo().row.id, NOW + MINUTE)
    take_back(other_desk, "e1", scan.id, NOW + MINUTE)
    assert redo() is None
    assert inside(meeting) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["come", "come", "undo", "undo", "redo"]), max_size=25))
def test_undo_and_redo_are_those_of_any_editor(steps):
    import random
    import tempfile
    from pathlib import Path

    from conftest import code_of, make_attendee
    from signin.domain.event import Event
    from signin.services.admit import admit
    from signin.services.desk import Desk
    from signin.store import Store, events

    day = NOW.date()
    event = Event(id="e1", title="ທ", organiser="ທ", venue="ທ", starts_on=day, ends_on=day)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "signin.db") as store:
        desk = Desk(store, "ໂຕະ 1", random.Random(1).randbytes)
        crowd = [make_attendee(number) for number in range(1, len(steps) + 1)]
        with store.write() as tx:
            events.add(tx, event, half_days(event))
            attendees.add_many(tx, crowd)
            attendees.issue_codes(tx, {one.id: code_of(one.number) for one in crowd}, NOW)
        done, undone, now = [], [], NOW
        for number, step in enumerate(steps, start=1):
            now += MINUTE
            if step == "come":
                admit(desk, code_of(number), Door(event_id="e1", session_key="day1-am", now=now))
                done, undone = [*done, f"a{number}"], []
            elif step == "undo":
                result = undo_last(desk, "e1", now)
                assert (result and result.attendee_id) == (done[-1] if done else None)
                undone += [done.pop()] if done else []
            else:
                result = redo_last(desk, "e1", now)
                assert (result and result.attendee_id) == (undone[-1] if undone else None)
                done += [undone.pop()] if undone else []
            assert inside(desk) == sorted(done)
