"""The roster as the organiser's table needs it: read once with who has come, then moved on by what changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from signin.domain.attendee import Attendee
from signin.services import find
from signin.services.board import Seen
from signin.services.desk import Desk
from signin.services.roster_table import RosterTable
from signin.store import Transaction, attendees, changes, presences, scans
from signin.store.attendees import Issued

MOST_NEWS = 500
"""Of so many people news are read one by one; of more it is quicker to read the whole roster again."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The table of everybody, and up to where the store was read for it."""

    table: RosterTable
    seen: Seen


@dataclass(frozen=True, slots=True)
class RosterNews:
    """Who was changed or scanned since, who of these came, who is gone (by id), and up to where it was read."""

    people: tuple[Attendee, ...]
    came: frozenset[str]
    gone: tuple[str, ...]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Whole:
    """All that the roster knows of one person: the codes, and with whom the place was changed."""

    person: Attendee
    codes: tuple[Issued, ...]
    stands_for: Attendee | None
    replaced_by: Attendee | None
    came: bool


def load_roster(desk: Desk, event_id: str) -> Roster:
    """Read everybody of an event, whatever their state, and make the table: long work, for a worker."""
    with desk.store.read() as tx:
        seen = Seen(changes.latest(tx), scans.last_clock(tx))
        people, came = attendees.everyone(tx, event_id), presences.who_came(tx, event_id)
    return Roster(RosterTable(people, came), seen)


def roster_news(desk: Desk, event_id: str, seen: Seen) -> RosterNews | None:
    """Read who was added, changed, scanned or taken out after a `Seen`, by whatever desk or program.

    None says that it was so many that the roster is to be loaded again: where readers hold up writers, nobody at
    the door waits for that.
    """
    with desk.store.read() as tx:
        touched = {*changes.of_attendees(tx, seen.change), *scans.people_since(tx, event_id, seen.clock)}
        if len(touched) > MOST_NEWS:
            return None
        read = {one: attendees.on_roster(tx, one) for one in touched}
        here = [person for person in read.values() if person is not None and person.event_id == event_id]
        came = frozenset(person.id for person in here if presences.anywhere(tx, event_id, person.id))
        gone = tuple(one for one, person in read.items() if person is None)
        return RosterNews(tuple(here), came, gone, Seen(changes.latest(tx), scans.last_clock(tx)))


def next_number(desk: Desk, event_id: str) -> int:
    """Propose the number of the next person."""
    with desk.store.read() as tx:
        return attendees.highest_number(tx, event_id) + 1


def whole(desk: Desk, event_id: str, attendee_id: str) -> Whole:
    """Read everything of one person. Raises PersonNotFound."""
    with desk.store.read() as tx:
        person = find.by_id(tx, event_id, attendee_id)
        return Whole(
            person=person,
            codes=tuple(attendees.codes_of(tx, attendee_id)),
            stands_for=_other(tx, person.replaces),
            replaced_by=attendees.substitute_of(tx, attendee_id),
            came=presences.anywhere(tx, event_id, attendee_id),
        )


def _other(tx: Transaction, attendee_id: str | None) -> Attendee | None:
    return None if attendee_id is None else attendees.get(tx, attendee_id)


def live_since(codes: tuple[Issued, ...]) -> datetime | None:
    """Give since when somebody's live code is theirs, None without one."""
    return next((one.at for one in codes if one.replaced_at is None), None)
