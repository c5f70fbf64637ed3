"""What has changed since one last looked, whoever changed it."""

import sqlite3
from contextlib import closing
from dataclasses import replace

from signin.store import Store, attendees, changes, events


def look(store):
    with store.read() as tx:
        return changes.stamp(tx), changes.latest(tx)


def test_an_empty_store_has_no_change(desk):
    with desk.store.read() as tx:
        assert changes.latest(tx) == 0
        assert changes.of_attendees(tx, 0) == []


def test_without_a_write_nothing_moves(meeting):
    assert look(meeting.store) == look(meeting.store)


def test_our_own_changes_are_told_by_person_each_once(meeting, people, attendee):
    before, seen = look(meeting.store)
    with meeting.store.write() as tx:
        attendees.change_many(tx, [replace(people[0], phone="1"), replace(people[1], phone="2")])
        attendees.add_many(tx, [attendee(9)])
    after, _ = look(meeting.store)
    assert after != before
    with meeting.store.read() as tx:
        assert sorted(changes.of_attendees(tx, seen)) == ["a1", "a2", "a9"]
        assert changes.of_attendees(tx, changes.latest(tx)) == []


def test_changes_of_another_connection_are_told_even_raw_ones(meeting):
    before, seen = look(meeting.store)
    with closing(sqlite3.connect(meeting.store.path)) as other, other:
        other.execute("UPDATE attendee SET phone = '5' WHERE id = 'a2'")
        other.execute("DELETE FROM code WHERE attendee_id = 'a3'")
        other.execute("DELETE FROM attendee WHERE id = 'a3'")
    after, _ = look(meeting.store)
    assert after != before
    with meeting.store.read() as tx:
        assert sorted(changes.of_attendees(tx, seen)) == ["a2", "a3"]


def test_what_is_no_change_of_people_moves_the_stamp_but_names_nobody(meeting, event, sessions):
    before, seen = look(meeting.store)
    with Store(meeting.store.path) as other, other.write() as tx:
        events.add(tx, replace(event, id="e2"), ())
    assert look(meeting.store)[0] != before
    assert look(meeting.store)[1] == seen
