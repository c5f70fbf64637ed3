from dataclasses import replace

import pytest

from signin.services.desk import Desk
from signin.services.event_news import event_news
from signin.services.failures import EventNotFound
from signin.store import Store, events


@pytest.fixture
def other(meeting):
    """Another desk on the same store."""
    with Store(meeting.store.path) as store:
        yield Desk(store, "ໂຕະ 2", meeting.random)


def test_an_event_is_read_again_only_once_somebody_else_wrote(meeting, other, sessions):
    first = event_news(meeting, "e1")
    assert first.sessions == tuple(sessions)
    assert event_news(meeting, "e1", first.version) is None
    with other.store.write() as tx:
        events.change_session(tx, replace(sessions[0], title="ເປີດ"))
    second = event_news(meeting, "e1", first.version)
    assert second.sessions[0].title == "ເປີດ"
    assert second.event == first.event
    with pytest.raises(EventNotFound):
        event_news(meeting, "e9")
