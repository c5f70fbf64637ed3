"""What a desk can begin with: an event that is there, a new one, a roster that is handed in, or the sample."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from signin.domain import ids
from signin.domain.event import Event, Session
from signin.exchange import tables
from signin.exchange.cells import phone
from signin.exchange.people import RosterLine
from signin.exchange.roster import Reading, read_roster, read_sheets
from signin.exchange.tables import Sheet
from signin.services import meetings, papers, rosters, title_rows
from signin.services.desk import Desk
from signin.services.new_event import Draft, Form, numbered
from signin.services.rosters import Imported
from signin.store import attendees, events
from signin.words import render, say

BADGES = "{}-badges.pdf"
_PHONES = " / "
_LAST_MOMENT = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Held:
    """An event of the store, and how many people are expected at it."""

    event: Event
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A file that was read: its people, what its title rows say of the event, and its sheets for another look.

    `zeros_lost` is how many people have a telephone number that lost its leading 0.
    """

    file: str
    reading: Reading
    proposed: Form
    zeros_lost: int
    sheets: tuple[Sheet, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """The names of the sheets that can be read: those that are seen and hold anything."""
        return tuple(sheet.name for sheet in self.sheets if sheet.visible and sheet.rows)


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


def read_file(path: Path, *, cancelled: Callable[[], bool] = lambda: False) -> Handed:
    """Read a roster file and what it says of its event. Raises the failures of `signin.exchange.failures`."""
    return _handed(tables.read(path, cancelled=cancelled), path.name, None)


def other_sheet(handed: Handed, sheet: str) -> Handed:
    """Read another sheet of the same file. Raises as `read_file` does."""
    return _handed(handed.sheets, handed.file, sheet)


def _handed(sheets: tuple[Sheet, ...], file: str, named: str | None) -> Handed:
    from signin.services import glyphs

    reading = glyphs.looked_through(read_sheets(sheets, file, sheet=named))
    chosen = next(sheet for sheet in sheets if sheet.name == reading.sheet)
    return Handed(
        file=file,
        reading=reading,
        proposed=title_rows.proposed(chosen, reading.header_row),
        zeros_lost=sum(phone(line.phone).lacks_zero for line in reading.people),
        sheets=sheets,
    )


def with_zeros(reading: Reading) -> Reading:
    """Put the leading 0 back to every telephone number that has lost it; nothing else is asked about then."""
    people = tuple(replace(line, phone=_with_zeros(line)) for line in reading.people)
    notices = tuple(notice for notice in reading.notices if notice.kind != "phone-zero")
    return replace(reading, people=people, notices=notices)


def _with_zeros(line: RosterLine) -> str:
    parts = line.phone.split(_PHONES)
    return _PHONES.join(f"0{part}" if phone(part).lacks_zero else part for part in parts)


def import_as_new(desk: Desk, draft: Draft, reading: Reading, now: datetime) -> tuple[str, Imported]:
    """Make the event of a draft and import its roster: both or neither. Raises EventExists."""
    event, sessions = numbered(draft, _new_id(desk, draft))
    return event.id, _begin(desk, event, sessions, reading, now)


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


def _begin(desk: Desk, event: Event, sessions: Sequence[Session], reading: Reading, now: datetime) -> Imported:
    with desk.store.write() as tx:
        meetings.add(tx, event, sessions)
        return rosters.import_into(tx, desk, event.id, reading, now)


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
