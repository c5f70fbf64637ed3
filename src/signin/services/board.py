"""The people and counts of one session in memory: read once, then moved on person by person."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from signin.domain.attendee import Attendee, Category, Origin, Sex, State
from signin.domain.event import Session
from signin.domain.presence import Presence
from signin.domain.tally import Count, is_walk_in
from signin.lao.collate import sort_key
from signin.services import find
from signin.services.board_groups import Group, Share
from signin.services.desk import Desk
from signin.store import Transaction, attendees, changes, presences, scans

Standing = tuple[Attendee, tuple[Presence, ...]]
"""Somebody, and the stays in one session so far, in order; for a board see `_for_board`."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Up to where the store was read: the last change of anybody, and the last scan's clock."""

    change: int
    clock: int


@dataclass(frozen=True, slots=True)
class News:
    """Who was changed or scanned after a `Seen`, who is on no roster any more, and up to where that was read."""

    standings: tuple[Standing, ...]
    seen: Seen
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How a session stands, by the rules of `domain.tally`.

    `missing` are expected and have not arrived; `inside` have not left; `walk_ins` and `substitutes` are those
    of the whole event. Categories stand in their own order.
    """

    expected: int
    arrived: int
    women_expected: int
    women: int
    missing: int
    inside: int
    walk_ins: int
    substitutes: int
    by_category: Mapping[str, Count]


class Board:
    """Everybody of an event, and who is in one of its sessions. Kept in one thread."""

    def __init__(
        self, session: Session, people: Iterable[Attendee], stays: Iterable[Presence], seen: Seen
    ) -> None:
        self.session, self.seen = session, seen
        self._stays: dict[str, tuple[Presence, ...]] = {}
        self._elsewhere: set[str] = set()
        self._whole = Group()
        self._organisations: dict[str, Group] = {}
        self._categories: dict[str, Group] = {}
        self._organisations_in_order: list[str] | None = None
        self._missing = self._inside = self._walk_ins = self._substitutes = 0
        for stay in stays:
            self._keep(stay)
        self.people = {person.id: person for person in people}
        shares = Counter(map(self._share, self.people.values()))
        for share, times in shares.items():
            self._add(share, times)

    def apply(self, person: Attendee, stays: Sequence[Presence]) -> None:
        """Put what is so now in the place of what was known of one person; new people are taken in."""
        self.remove(person.id)
        self.people[person.id] = person
        for stay in stays:
            self._keep(stay)
        self._add(self._share(person), 1)

    def remove(self, attendee_id: str) -> None:
        """Forget somebody who is on the roster no more; nobody, if nothing is known."""
        if (known := self.people.pop(attendee_id, None)) is not None:
            self._add(self._share(known), -1)
        self._stays.pop(attendee_id, None)
        self._elsewhere.discard(attendee_id)

    def take(self, news: News) -> None:
        """Put all that was changed elsewhere into the board."""
        for attendee_id in news.gone:
            self.remove(attendee_id)
        for person, stays in news.standings:
            self.apply(person, stays)
        self.seen = news.seen

    def presence_of(self, attendee_id: str) -> Presence | None:
        """Give somebody's last stay in this session."""
        stays = self._stays.get(attendee_id)
        return stays[-1] if stays else None

    @property
    def counts(self) -> Counts:
        """Give the counts as they stand now."""
        whole = self._whole.count
        return Counts(
            expected=whole.expected,
            arrived=whole.arrived,
            women_expected=whole.women_expected,
            women=whole.women,
            missing=self._missing,
            inside=self._inside,
            walk_ins=self._walk_ins,
            substitutes=self._substitutes,
            by_category=_counts(self._categories, [one.value for one in Category]),
        )

    @property
    def by_organisation(self) -> Mapping[str, Count]:
        """Give the counts of each organisation in Lao order, people without one last."""
        return _counts(self._organisations, self._in_order())

    def missing(self, organisation: str | None = None) -> dict[str, list[Attendee]]:
        """Give who is expected and has not arrived, by organisation, in roster order; of one, or of all."""
        wanted = self._in_order() if organisation is None else [organisation]
        groups: dict[str, list[Attendee]] = {name: [] for name in wanted}
        for person in self.people.values():
            if person.organisation in groups and self._is_missing(person):
                groups[person.organisation].append(person)
        return {name: sorted(people, key=lambda one: one.number) for name, people in groups.items() if people}

    def _is_missing(self, person: Attendee) -> bool:
        return person.id not in self._stays and person.state is State.EXPECTED and self.session.expects(person)

    def _keep(self, stay: Presence) -> None:
        if stay.session_key == self.session.key:
            self._stays[stay.attendee_id] = (*self._stays.get(stay.attendee_id, ()), stay)
        else:
            self._elsewhere.add(stay.attendee_id)

    def _share(self, person: Attendee) -> Share:
        stays = self._stays.get(person.id, ())
        here = bool(stays)
        return Share(
            organisation=person.organisation,
            category=person.category.value,
            counts=here or self.session.expects(person),
            expected=here or person.state is State.EXPECTED,
            here=here,
            inside=any(stay.left_at is None for stay in stays),
            woman=person.sex is Sex.FEMALE,
            walk_in=is_walk_in(person, came=here or person.id in self._elsewhere),
            substitute=person.origin is Origin.SUBSTITUTE,
        )

    def _add(self, share: Share, times: int) -> None:
        """Count a share in so many times, or out again; whoever is neither expected nor here is left out."""
        self._walk_ins += times * share.walk_in
        self._substitutes += times * share.substitute
        if share.counts:
            self._missing += times * (share.expected and not share.here)
            self._inside += times * share.inside
            self._whole.add(share, times)
            self._add_to(self._organisations, share.organisation, share, times)
            self._add_to(self._categories, share.category, share, times)

    def _add_to(self, groups: dict[str, Group], name: str, share: Share, times: int) -> None:
        if (group := groups.get(name)) is None:
            group = groups[name] = Group()
            if groups is self._organisations and self._organisations_in_order is not None:
                insort(self._organisations_in_order, name, key=_place)
        group.add(share, times)  # one without members is kept: a scan takes its only person out and in again

    def _in_order(self) -> list[str]:
        if self._organisations_in_order is None:
            self._organisations_in_order = sorted(self._organisations, key=_place)
        return self._organisations_in_order


def _place(organisation: str) -> tuple[bool, object, str]:
    return not organisation, sort_key(organisation), organisation


def _counts(groups: Mapping[str, Group], names: Iterable[str]) -> Mapping[str, Count]:
    return MappingProxyType(
        {name: groups[name].count for name in names if name in groups and groups[name].members}
    )


def load_board(desk: Desk, event_id: str, session_key: str) -> Board:
    """Read a session, everybody of its event and who is there, as they stand at one moment.

    Raises SessionNotFound.
    """
    with desk.store.read() as tx:
        session = find.session(tx, event_id, session_key)
        people = attendees.everyone(tx, event_id)
        stays = presences.of_session(tx, event_id, session_key)
        here = {stay.attendee_id for stay in stays}
        stays += [stay for person in people if person.id not in here for stay in _elsewhere(tx, person)]
        seen = _seen(tx)
    return Board(session, people, stays, seen)


def state_of(desk: Desk, event_id: str, session_key: str, attendee_ids: Collection[str]) -> list[Standing]:
    """Read a few people again; those of another event, or of none, are left out."""
    with desk.store.read() as tx:
        return _for_board(tx, event_id, session_key, attendee_ids)


def news_since(desk: Desk, event_id: str, session_key: str, seen: Seen) -> News:
    """Read everybody who was changed or scanned after a board was read, by whatever desk or program."""
    with desk.store.read() as tx:
        touched = {*changes.of_attendees(tx, seen.change), *scans.people_since(tx, event_id, seen.clock)}
        gone = tuple(one for one in touched if attendees.on_roster(tx, one) is None)
        return News(tuple(_for_board(tx, event_id, session_key, touched)), _seen(tx), gone)


def stamp(desk: Desk) -> int:
    """Give a number that moves when another program or connection has written to the store."""
    with desk.store.read() as tx:
        return changes.stamp(tx)[0]


def written(desk: Desk) -> tuple[int, int]:
    """Give what moves with `stamp`, and also when this connection has changed who is on a roster."""
    with desk.store.read() as tx:
        return changes.stamp(tx)[0], changes.latest(tx)


def standings(tx: Transaction, event_id: str, session_key: str, attendee_ids: Iterable[str]) -> list[Standing]:
    """Give people with their stays in a session, each once; those of another event, or of none, are left out."""
    found = (attendees.get(tx, attendee_id) for attendee_id in attendee_ids)
    people = {person.id: person for person in found if person is not None and person.event_id == event_id}
    return [
        (person, tuple(presences.of_person(tx, event_id, session_key, person.id))) for person in people.values()
    ]


def _for_board(tx: Transaction, event_id: str, session_key: str, attendee_ids: Iterable[str]) -> list[Standing]:
    """Give people with their stays in a session, or with those elsewhere where these count."""
    return [
        (person, stays or tuple(_elsewhere(tx, person)))
        for person, stays in standings(tx, event_id, session_key, attendee_ids)
    ]


def _elsewhere(tx: Transaction, person: Attendee) -> list[Presence]:
    """Give the stays of a walk-in who is not expected any more and counts only where there are some."""
    if person.origin is not Origin.WALK_IN or person.state is State.EXPECTED:
        return []
    return presences.everywhere(tx, person.event_id, person.id)


def _seen(tx: Transaction) -> Seen:
    return Seen(changes.latest(tx), scans.last_clock(tx))
