"""The people of an event to search in, read from the store and kept right while anybody writes to it."""

from __future__ import annotations

from dataclasses import dataclass

from signin.domain.attendee import Attendee
from signin.services.desk import Desk
from signin.services.search_index import Changes, Hit, Index
from signin.services.search_ranking import Rank
from signin.store import Transaction, attendees, changes

__all__ = ["Changes", "Hit", "Index", "Loaded", "Rank", "Search", "changes_since", "has_number", "load"]

_HIGHEST = 999_999_999
"""No roster is longer; whatever is above is a phone."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """An index, and up to which change the store was read for it."""

    index: Index
    nth: int


def load(desk: Desk, event_id: str) -> Loaded:
    """Read everybody of an event, whatever their state, and make the index: long work, for a worker."""
    with desk.store.read() as tx:
        people, nth = attendees.everyone(tx, event_id), changes.latest(tx)
    return Loaded(Index.of(people), nth)


def changes_since(desk: Desk, event_id: str, nth: int) -> Changes:
    """Read who was added, changed or taken out after a change, by whatever desk or program."""
    with desk.store.read() as tx:
        return _changes_since(tx, event_id, nth)


def has_number(desk: Desk, event_id: str, number: int) -> Attendee | None:
    """Give who has a number on the roster; the number of somebody merged leads to the one who stayed."""
    if number > _HIGHEST:
        return None
    with desk.store.read() as tx:
        return attendees.by_number(tx, event_id, number)


def _changes_since(tx: Transaction, event_id: str, nth: int) -> Changes:
    read = {one: attendees.on_roster(tx, one) for one in changes.of_attendees(tx, nth)}
    here = {one: person for one, person in read.items() if person is not None and person.event_id == event_id}
    return Changes(tuple(here.values()), tuple(one for one in read if one not in here), changes.latest(tx))


class Search:
    """An index that looks for changes itself before it answers; for callers in one thread."""

    def __init__(self, desk: Desk, event_id: str) -> None:
        self._desk, self._event_id = desk, event_id
        with desk.store.read() as tx:
            self._stamp = changes.stamp(tx)  # first: what is written from now on moves it
        loaded = load(desk, event_id)
        self.index, self._nth = loaded.index, loaded.nth

    def find(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Give whom a query may mean now; see `Index.find`."""
        self._refresh()
        return self.index.find(query, limit)

    def _refresh(self) -> None:
        with self._desk.store.read() as tx:
            if (stamp := changes.stamp(tx)) == self._stamp:
                return
            news = _changes_since(tx, self._event_id, self._nth)
        self.index.apply(news)
        self._stamp, self._nth = stamp, news.nth
