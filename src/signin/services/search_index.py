"""The people of one event in memory, found by number, name in Lao or Latin letters, phone and organisation."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat

from signin.domain.attendee import Attendee
from signin.lao import names
from signin.services.search_forms import Seat, Term
from signin.services.search_query import BETWEEN, Part, Reading, parted, readings, words_of
from signin.services.search_ranking import Rank, Sought, Words

_LONGEST = 200
"""Letters of a query; whatever is pasted in beyond is no name."""
_MANY = 1000
"""Changes at once: from so many on, tables are sorted anew instead of kept in order one by one."""
_SHARING = 1000
"""Places of one number: while numbers are swapped on the roster, two may have the same for a moment."""
_AT_A_TIME = 50
"""People who are asked before it is looked whether that is enough."""
_MOST_KEPT = 1000
"""Words of queries about which something is remembered."""

_PLAIN = (Rank.ORGANISATION, Rank.INSIDE)
_SHORT, _SHORT_LATIN = 3, 5
"""Letters: beside another word, one so short is looked for inside of words only if no beginning is met."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody who was found, and how; cancelled and replaced people are found too, their state tells."""

    attendee: Attendee
    rank: Rank


@dataclass(frozen=True, slots=True)
class Changes:
    """Who was added or changed, who is gone (by id), and up to which change that was read."""

    people: tuple[Attendee, ...]
    gone: tuple[str, ...]
    nth: int


class Index:
    """The people of one event, kept right by `put` and `remove`. For one thread at a time."""

    def __init__(self) -> None:
        self._words = Words()
        self._seat_of: dict[str, Seat] = {}
        self._seats: list[Seat] = []
        self._people: dict[int, Attendee] = {}
        self._phones: dict[int, Term] = {}
        self._asked: dict[Part, Sought] = {}

    @classmethod
    def of(cls, people: Iterable[Attendee]) -> Index:
        """Make an index of people."""
        index = cls()
        for person in sorted(people, key=_by_number):
            index.put(person)
        index._words.settle()
        return index

    def __len__(self) -> int:
        return len(self._people)

    def people(self) -> Iterator[Attendee]:
        """Give everybody, in roster order."""
        return (self._people[seat[0]] for seat in self._seats)

    def get(self, attendee_id: str) -> Attendee | None:
        """Give the person with this id."""
        seat = self._seat_of.get(attendee_id)
        return None if seat is None else self._people[seat[0]]

    def put(self, person: Attendee) -> None:
        """Add a person, or change what is known of one with this id."""
        self.remove(person.id)
        place, words = self._free_place(person.number), self._words
        terms = [words.names.term(word) for word in _called(person)]
        if person.organisation:
            terms.append(words.offices.term(person.organisation))
        seat = self._seat_of[person.id] = (place, *terms)
        if person.phone:
            self._phones[place] = phone = words.phones.term(person.phone)
            phone.add(seat)
        for term in terms:
            term.add(seat)
        self._people[place] = person
        insort(self._seats, seat)

    def _free_place(self, number: int) -> int:
        """Give the place of a number; while numbers are swapped, two may have the same for a moment."""
        place = number * _SHARING
        while place in self._people:
            place += 1
        return place

    def remove(self, attendee_id: str) -> None:
        """Forget a person; somebody who is not there is nothing to forget."""
        self._asked.clear()
        if (seat := self._seat_of.pop(attendee_id, None)) is None:
            return
        place, *terms = seat
        del self._people[place], self._seats[bisect_left(self._seats, seat)]
        for term in (*terms, *filter(None, [self._phones.pop(place, None)])):
            term.discard(seat)

    def apply(self, changes: Changes) -> None:
        """Put what was changed elsewhere into the index."""
        many = len(changes.people) + len(changes.gone) >= _MANY
        if many:
            self._words.unsettle()
        for attendee_id in (*changes.gone, *(person.id for person in changes.people)):
            self.remove(attendee_id)  # all before the first is put: numbers may be swapped among them
        for person in changes.people:
            self.put(person)
        if many:
            self._words.settle()

    def find(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """Give whom a query may mean, at most `limit`, the best rank first.

        Every word of the query must meet the person, in any order. Inside a rank they stand by the word
        that met, then by roster number; for a query of several words by roster number, as far as the limit
        let it be looked. Where nobody is found so, a word is tried as two that were typed without a space,
        and then slips of the finger are forgiven.
        """
        ways = readings(query[:_LONGEST])
        return (
            self._first(ways, limit, _PLAIN)
            or self._first(self._parted(ways), limit, _PLAIN)
            or self._first(ways, limit, (Rank.NEAR,))
        )

    def everybody(self, query: str) -> set[str]:
        """Give the ids of all whom a query may mean, by the rules of `find` but without its limit and order."""
        ways = readings(query[:_LONGEST])
        return self._all(ways, _PLAIN) or self._all(self._parted(ways), _PLAIN) or self._all(ways, (Rank.NEAR,))

    def _all(self, ways: Iterable[Reading], levels: tuple[Rank, ...]) -> set[str]:
        places = set().union(*(self._places(way, levels) for way in ways))
        return {self._people[place].id for place in places}

    def _places(self, reading: Reading, levels: tuple[Rank, ...]) -> set[int]:
        """Give the places of those who meet every word."""
        words = [self._sought(part) for part in reading]
        every = (self._places_at(words, level) for level in _levels(reading, levels))
        return next(filter(None, every), set())

    def _places_at(self, words: list[Sought], level: Rank) -> set[int]:
        rarest, *others = sorted(words, key=lambda word: word.share(level))
        groups = [seats for _rank, seats in self._numbered(rarest.part)]
        groups += [term.holders for term in rarest.met(level)]
        if others:
            groups = [self._fitting(list(chain.from_iterable(groups)), others, level)]
        return {seat[0] for seats in groups for seat in seats}

    def _parted(self, ways: Iterable[Reading]) -> Iterator[Reading]:
        for way in ways:
            if len(way) == 1:
                yield from parted(way[0], self._words.knows)

    def _first(self, ways: Iterable[Reading], limit: int, levels: tuple[Rank, ...]) -> tuple[Hit, ...]:
        """Give the best of what the ways to read a query meet."""
        found: dict[Seat, Rank] = {}
        for way in ways:
            for seat, rank in self._met(way, limit, levels).items():
                found[seat] = min(rank, found.get(seat, rank))
        best = sorted(found, key=found.__getitem__)[:limit]
        return tuple(Hit(self._people[seat[0]], found[seat]) for seat in best)

    def _met(self, reading: Reading, limit: int, levels: tuple[Rank, ...]) -> dict[Seat, Rank]:
        """Give who meets every word."""
        words = [self._sought(part) for part in reading]
        levels = _levels(reading, levels)
        if len(words) == 1:
            return self._by_one(words[0], limit, levels[-1])
        every = (self._by_all(words, limit, level) for level in levels)
        return next(filter(None, every), {})

    def _by_one(self, word: Sought, limit: int, level: Rank) -> dict[Seat, Rank]:
        """Give the first whom a word meets."""
        every = ((seat, rank) for rank, seats in self._groups(word, level) for seat in seats)
        found: dict[Seat, Rank] = {}
        for seat, rank in every:
            if len(found) >= limit:
                break
            found.setdefault(seat, rank)
        return found

    def _by_all(self, words: list[Sought], limit: int, level: Rank) -> dict[Seat, Rank]:
        """Give those whom the rarest word meets and the others meet, too.

        Ends when so many were found that nobody of those still to come can be better.
        """
        rarest, *others = sorted(words, key=lambda word: word.share(level))
        floor = Rank.NEAR if level is Rank.NEAR else max(word.best(level) for word in others)
        found: dict[Seat, Rank] = {}
        counted: Counter[Rank] = Counter()
        for rank, seats in self._groups(rarest, level):
            if sum(count for known, count in counted.items() if known <= max(rank, floor)) >= limit:
                break
            for seat in self._fitting(seats, others, level):
                if seat not in found:
                    found[seat] = whole = max(rank, *(self._rank(seat, word, level) for word in others))
                    counted[whole] += 1
        return dict(sorted(found.items(), key=_by_rank_and_number))

    def _fitting(self, seats: Sequence[Seat], words: list[Sought], level: Rank) -> Sequence[Seat]:
        """Leave out whom one of the words does not meet: nearly everybody, so this is what must be quick."""
        for word in words:
            if word.part.digits:
                seats = [seat for seat in seats if self._rank(seat, word, level) is not Rank.UNMET]
            else:
                meets_none = word.ranks(level).keys().isdisjoint
                seats = [seat for seat in seats if not meets_none(seat)]
        return seats

    def _rank(self, seat: Seat, word: Sought, level: Rank) -> Rank:
        place, *terms = seat
        rank = min(map(word.ranks(level).get, terms, repeat(Rank.UNMET)), default=Rank.UNMET)
        if not word.part.digits:
            return rank
        return min(rank, word.rank_of_digits(place // _SHARING, self._phones.get(place), level))

    def _groups(self, word: Sought, level: Rank) -> Iterator[tuple[Rank, Sequence[Seat]]]:
        """Give where those stand whom a word meets, perhaps more than once, the best rank first; few at a time."""
        yield from self._numbered(word.part)
        for rank, term in word.terms(level):
            for start in range(0, len(term.holders), _AT_A_TIME):
                yield rank, term.holders[start : start + _AT_A_TIME]

    def _sought(self, part: Part) -> Sought:
        """Keep what was found out about a word until somebody changes: it is typed letter by letter."""
        if (known := self._asked.get(part)) is None:
            if len(self._asked) >= _MOST_KEPT:
                self._asked.clear()
            known = self._asked[part] = Sought(self._words, part)
        return known

    def _numbered(self, part: Part) -> Iterator[tuple[Rank, Sequence[Seat]]]:
        """Give who has this number on the roster, then whose number begins so: 1, 10-19, 100-199."""
        if not part.number:
            return
        number, width = int(part.number), 10
        yield Rank.NUMBER, self._numbered_from(number, 1)
        while part.number[0] != "0" and self._seats and number * width * _SHARING <= self._seats[-1][0]:
            yield Rank.NUMBER_PREFIX, self._numbered_from(number * width, width)
            width *= 10

    def _numbered_from(self, first: int, many: int) -> Sequence[Seat]:
        start, end = (bisect_left(self._seats, (number * _SHARING,)) for number in (first, first + many))
        return self._seats[start:end]


def _by_number(person: Attendee) -> tuple[int, str]:
    return person.number, person.id


def _is_short(part: Part) -> bool:
    return len(part.latin) <= _SHORT_LATIN if part.latin else len(part.folded) <= _SHORT


def _levels(reading: Reading, levels: tuple[Rank, ...]) -> tuple[Rank, ...]:
    """Give up to which ranks is looked, one after the other: only short words beside others have a first try."""
    return levels if len(reading) > 1 and any(map(_is_short, reading)) else levels[-1:]


def _by_rank_and_number(hit: tuple[Seat, Rank]) -> tuple[Rank, int]:
    seat, rank = hit
    return rank, seat[0]


def _called(person: Attendee) -> list[str]:
    """Give the words of a name, each once, and those of a prefix that are no honorifics."""
    return list(dict.fromkeys((*_titles(person.prefix), *BETWEEN.split(person.name))))


@lru_cache(maxsize=1024)
def _titles(prefix: str) -> tuple[str, ...]:
    """Give what a query keeps of a prefix: `readings` leaves honorifics out."""
    return tuple(words_of(names.split(f"{prefix} -").name))
