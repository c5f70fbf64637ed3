"""What a desk can begin with: an event that is there, a new one, a roster that is handed in, or the sample."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from signin.domain import ids
from signin.domain.event import Event, Session
from signin.exchange.roster import Reading, read_roster
from signin.services import meetings, papers, rosters
from signin.services.desk import Desk
from signin.services.new_event import Draft, numbered
from signin.services.rosters import Imported, Watch, unwatched
from signin.store import attendees, events
from signin.words import render, say

BADGES = "{}-badges.pdf"
_LAST_MOMENT = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Held:
    """An event of the store, and how many people are expected at it."""

    event: Event
    people: int


def events_there(desk: Desk) -> list[Held]:
    """Give every event, the newest first."""
    with desk.store.read() as tx:
        counts = attendees.expected_counts(tx)
        return [Held(event, counts.get(event.id, 0)) for event in reversed(events.everyone(tx))]


def make_event(desk: Desk, draft: Draft) -> str:
    """Store the event of a draft without anything wrong; give its id. Raises EventExists."""
    event, sessions = numbered(draft, _new_id(desk, draft))
    meetings.create(desk, event, sessions)
    return event.id


def import_as_new(
    desk: Desk, draft: Draft, reading: Reading, now: datetime, *, watch: Watch = unwatched
) -> tuple[str, Imported]:
    """Make the event of a draft and import its roster: both or neither. Raises EventExists."""
    event, sessions = numbered(draft, _new_id(desk, draft))
    return event.id, _begin(desk, event, sessions, reading, now, watch=watch)


def make_sample(desk: Desk, now: datetime) -> str:
    """Make the sample conference on today and tomorrow, with people and codes; give the event's id.

    A sample of the same day that is there already is the one given. Its sessions are open from midnight to
    midnight, one after another, so that one of them can be tried whenever it is.
    """
    from signin.services.demo import SAMPLE, sample_event

    event, sessions = _moved(*sample_event(desk), now)
    with desk.store.read() as tx:
        there = meetings.held(tx, event.title, event.starts_on)
    if there is not None:
        return there.id
    _begin(desk, event, sessions, read_roster(SAMPLE / "conference-roster.xlsx"), now)
    return event.id


def print_sample_badges(desk: Desk, event_id: str, now: datetime, folder: Path | None = None) -> papers.Printed:
    """Print the badges of an event into a folder, without one beside the store."""
    return papers.print_badges(desk, event_id, (folder or desk.store.path.parent) / BADGES.format(event_id), now)


def _begin(
    desk: Desk,
    event: Event,
    sessions: Sequence[Session],
    reading: Reading,
    now: datetime,
    *,
    watch: Watch = unwatched,
) -> Imported:
    with desk.store.write() as tx:
        meetings.add(tx, event, sessions)
        return rosters.import_into(tx, desk, event.id, reading, now, watch=watch)


def _new_id(desk: Desk, draft: Draft) -> str:
    assert draft.event is not None
    return ids.short(datetime.combine(draft.event.starts_on, time()), desk.random)


def _moved(event: Event, sessions: Sequence[Session], now: datetime) -> tuple[Event, list[Session]]:
    """Move an event to begin today, and say in its title that it is a sample."""
    by = now.date() - event.starts_on
    moved = replace(
        event,
        id=f"{now.date().isoformat()}-{event.id.rpartition('-')[2]}",
        title=render(say("Sample: {title}", title=event.title), event.language),
        starts_on=event.starts_on + by,
        ends_on=event.ends_on + by,
    )
    return moved, [_open_on(moved.id, sessions, nth, by) for nth in range(len(sessions))]


def _open_on(event_id: str, sessions: Sequence[Session], nth: int, by: timedelta) -> Session:
    """Move a session by days, and open it from where the one before ends: the day's first from midnight."""
    one = sessions[nth]
    day = one.starts_at.date()
    earlier = [other.ends_at for other in sessions[:nth] if other.starts_at.date() == day]
    later = [other for other in sessions[nth + 1 :] if other.starts_at.date() == day]
    return replace(
        one,
        event_id=event_id,
        starts_at=one.starts_at + by,
        ends_at=one.ends_at + by,
        opens_at=(earlier[-1] if earlier else datetime.combine(day, time())) + by,
        closes_at=(one.ends_at if later else datetime.combine(day, _LAST_MOMENT)) + by,
    )
