"""Merges as rows, and a store of the versions before there were any."""

import random
from datetime import datetime

import pytest
from sqlalchemy import create_engine, text

from signin.domain.attendee import State
from signin.domain.merging import Merge
from signin.services import tallies
from signin.services.desk import Desk
from signin.services.duplicates import tell_apart
from signin.services.merging import merge, separate
from signin.store import Store, attendees, events, merges, migrations
from signin.store.failures import ValueTaken

NOW = datetime(2024, 6, 12, 9, 0)


def test_a_store_from_before_merges_has_people_who_can_be_merged(tmp_path, event, sessions, people, code):
    path = tmp_path / "old.db"
    with create_engine(f"sqlite:///{path}").begin() as tx:
        migrations.run(tx, path, migrations.STEPS[:3])
        tx.execute(text("SELECT 1 FROM attendee"))
        with pytest.raises(Exception, match="no such table: merge"):
            tx.execute(text("SELECT 1 FROM merge"))
    with Store(path) as store:
        desk = Desk(store, "ໂຕະ 1", random.Random(7).randbytes)
        with store.write() as tx:
            events.add(tx, event, sessions)
            attendees.add_many(tx, people)
            attendees.issue_codes(tx, {person.id: code(person.number) for person in people}, NOW)
        merge(desk, "e1", "a1", "a2", NOW)
        tell_apart(desk, "e1", "a1", "a3", NOW)
        assert all(not finding.problems for finding in tallies.check(desk))
        separate(desk, "a2", NOW)
        with store.read() as tx:
            assert attendees.everyone(tx, "e1") == people


def test_a_store_with_merges_opens_again_with_them(meeting):
    merge(meeting, "e1", "a1", "a2", NOW)
    with Store(meeting.store.path) as store, store.read() as tx:
        assert [one.attendee_id for one in merges.of_event(tx, "e1")] == ["a2"]
        assert attendees.get(tx, "a2").id == "a1"
        assert attendees.as_stored(tx, "a2").state is State.MERGED


def test_nobody_goes_twice_whoever_writes(meeting):
    done = merge(meeting, "e1", "a1", "a2", NOW).merge
    again = Merge(
        event_id="e1",
        attendee_id="a2",
        kept_id="a3",
        state=State.EXPECTED,
        clock=0,
        at=NOW,
        record_id=done.record_id,
    )
    with pytest.raises(ValueTaken), meeting.store.write() as tx:
        merges.add(tx, again)
    record = tell_apart(meeting, "e1", "a1", "a3", NOW)
    with pytest.raises(ValueTaken), meeting.store.write() as tx:
        merges.tell_apart(tx, "e1", ("a3", "a1"), record.id)
