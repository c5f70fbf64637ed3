from dataclasses import replace

import pytest

from signin.services import find, meetings
from signin.services.failures import EventExists, EventNotFound, NoEvent, WhichEvent
from signin.store import events


def test_the_only_event_need_not_be_named(meeting, event):
    with meeting.store.read() as tx:
        assert find.event(tx, None) == event
        assert find.event(tx, "e1") == event
        with pytest.raises(EventNotFound):
            find.event(tx, "e9")


def test_without_an_event_or_with_two_it_is_said_what_to_do(desk, event):
    with desk.store.read() as tx, pytest.raises(NoEvent):
        find.event(tx, None)
    meetings.create(desk, event, [])
    meetings.create(desk, replace(event, id="e2", title="ອີກອັນ"), [])
    with desk.store.read() as tx, pytest.raises(WhichEvent, match="e1, e2"):
        find.event(tx, None)


def test_the_same_event_is_made_once(meeting, event):
    with pytest.raises(EventExists):
        meetings.create(meeting, replace(event, id="e2"), [])
    with meeting.store.read() as tx:
        assert len(events.everyone(tx)) == 1
