"""Everybody of a roster in memory, sorted by any column and narrowed to a few; quick for a hundred thousand.

Everybody has a place in the table, from 0 on. Who is a woman, who has come … is one large number with a byte for
each place, so that two such facts are met by one `&` of all people at once, and counted by its bits.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial, reduce
from itertools import compress
from operator import and_
from typing import Any

from signin.domain.attendee import Attendee, Category, Origin, Sex, State
from signin.domain.phone import phone_digits
from signin.lao.collate import sort_key

_LAST = "\U0010ffff"
"""The key of what is empty: it stands last."""
_FEW = 8
"""Of so many people one is found: then it is quicker to sort them than to go through the whole order."""


class Column(StrEnum):
    """What a table shows of a person, each of which it can be sorted by."""

    NUMBER = "number"
    NAME = "name"
    SEX = "sex"
    POSITION = "position"
    ORGANISATION = "organisation"
    PROVINCE = "province"
    PHONE = "phone"
    CATEGORY = "category"
    STATE = "state"


class Standing(StrEnum):
    """How it stands with a person's place; whoever came has arrived, whatever the place says."""

    ARRIVED = "arrived"
    EXPECTED = "expected"
    CANCELLED = "cancelled"
    REPLACED = "replaced"


class Trait(StrEnum):
    """What people are picked by."""

    ARRIVED = "arrived"
    MISSING = "missing"
    WOMEN = "women"
    WITHOUT_SEX = "without-sex"
    WITHOUT_PHONE = "without-phone"
    GONE = "gone"
    WALK_IN = "walk-in"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is to be shown: those to whom all of it applies; `found` are the ids that a search gave, if any."""

    found: Collection[str] | None = None
    traits: frozenset[Trait] = frozenset()
    organisation: str | None = None
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """By what people are sorted; among equals by number."""

    column: Column = Column.NUMBER
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The places of those to show, in order, and how many of them are women."""

    places: Sequence[int]
    women: int


_AS_ON_PAPER = Order()


class RosterTable:
    """Everybody and who has come. For one thread at a time."""

    def __init__(self, people: Iterable[Attendee] = (), came: Collection[str] = ()) -> None:
        """Take people who are in roster order, and the ids of those who came."""
        self.people, self._came = list(people), set(came)
        self._place_of = {one.id: place for place, one in enumerate(self.people)}
        self._offices: dict[str, set[int]] = {}
        for place, one in enumerate(self.people):
            self._offices.setdefault(one.organisation, set()).add(place)
        self._masks = {trait: _mask(map(partial(self._has, trait), self.people)) for trait in _TRAITS}
        keys = self._key_makers()
        self._keys: dict[Column, list[Any]] = {
            column: list(map(make, self.people)) for column, make in keys.items()
        }
        self._orders: dict[Order, Sequence[int]] = {}
        self._ranks: dict[Order, Sequence[int]] = {}

    def __len__(self) -> int:
        return len(self.people)

    def place_of(self, attendee_id: str) -> int | None:
        """Give where somebody stands in `people`."""
        return self._place_of.get(attendee_id)

    def has_come(self, attendee_id: str) -> bool:
        """Whether somebody came to any session."""
        return attendee_id in self._came

    def standing(self, person: Attendee) -> Standing:
        """Give how it stands with a person."""
        return Standing.ARRIVED if person.id in self._came else Standing(person.state.value)

    @property
    def offices(self) -> frozenset[str]:
        """Every organisation that somebody is of."""
        return frozenset(name for name, places in self._offices.items() if name and places)

    @property
    def organisations(self) -> list[str]:
        """The same in Lao order."""
        return sorted(self.offices, key=lambda name: (sort_key(name), name))

    @property
    def categories(self) -> list[Category]:
        """The categories that somebody has, in their order."""
        return [category for category in Category if self._masks[category]]

    # What is shown

    def shown(self, wanted: Wanted, order: Order = _AS_ON_PAPER) -> Shown:
        """Give who is wanted, sorted."""
        mask = self._wanted(wanted)
        if mask is None:
            return Shown(self._order(order), self._masks[Trait.WOMEN].bit_count())
        return Shown(self._sorted(mask, order), (mask & self._masks[Trait.WOMEN]).bit_count())

    def _wanted(self, wanted: Wanted) -> int | None:
        """Give the mask of who is wanted, None for everybody."""
        masks = [self._masks[trait] for trait in wanted.traits]
        if wanted.category is not None:
            masks.append(self._masks[wanted.category])
        if wanted.organisation is not None:
            masks.append(self._mask_of(self._offices.get(wanted.organisation, ())))
        if wanted.found is not None:
            found = map(self._place_of.get, wanted.found)
            masks.append(self._mask_of(place for place in found if place is not None))
        return reduce(and_, masks) if masks else None

    def _mask_of(self, places: Iterable[int]) -> int:
        flags = bytearray(len(self.people))
        for place in places:
            flags[place] = 1
        return int.from_bytes(flags, "little")

    def _sorted(self, mask: int, order: Order) -> Sequence[int]:
        flags, count = mask.to_bytes(len(self.people), "little"), len(self.people)
        if order == _AS_ON_PAPER and self._is_by_place:
            return list(compress(range(count), flags))
        if mask.bit_count() * _FEW < count:
            return sorted(compress(range(count), flags), key=self._rank(order).__getitem__)
        places = self._order(order)
        return list(compress(places, map(flags.__getitem__, places)))

    @property
    def _is_by_place(self) -> bool:
        """Whether everybody stands in roster order anyway."""
        numbers = self._order(_AS_ON_PAPER)
        return isinstance(numbers, range)

    def _order(self, order: Order) -> Sequence[int]:
        """Give every place in order: sorted when first asked, then kept until a key of the column changes."""
        if (known := self._orders.get(order)) is None:
            known = self._orders[order] = self._made_order(order)
        return known

    def _made_order(self, order: Order) -> Sequence[int]:
        everybody, keys = range(len(self.people)), self._keys[order.column]
        if order == _AS_ON_PAPER and keys == sorted(keys):
            return everybody
        return sorted(everybody, key=keys.__getitem__, reverse=order.descending)

    def _rank(self, order: Order) -> Sequence[int]:
        """Give the rank of each place in the order."""
        if (known := self._ranks.get(order)) is None:
            known = [0] * len(self.people)
            for nth, place in enumerate(self._order(order)):
                known[place] = nth
            self._ranks[order] = known
        return known

    def keys(self, column: Column) -> Sequence[Any]:
        """Give what everybody is sorted by in a column, place by place."""
        return self._keys[column]

    def forget_orders(self) -> None:
        """Let everybody be sorted anew, by whatever column is asked for."""
        self._orders.clear()
        self._ranks.clear()

    # What changes

    def put(self, person: Attendee, *, came: bool | None = None) -> None:
        """Take in what is so now of one person, or of somebody new; None leaves whether they came."""
        if came is not None:
            (self._came.add if came else self._came.discard)(person.id)
        place = self._place_of.setdefault(person.id, len(self.people))
        if place == len(self.people):
            self.people.append(person)
            for keys in self._keys.values():
                keys.append(None)
            self.forget_orders()
        else:
            self._offices[self.people[place].organisation].discard(place)
            self.people[place] = person
        self._offices.setdefault(person.organisation, set()).add(place)
        self._set_traits(place, person)
        self._set_keys(place, person)

    def _set_traits(self, place: int, person: Attendee) -> None:
        bit = 1 << (8 * place)
        for trait, mask in self._masks.items():
            if bool(mask & bit) is not self._has(trait, person):
                self._masks[trait] = mask ^ bit

    def _set_keys(self, place: int, person: Attendee) -> None:
        for column, make in self._key_makers().items():
            known, key = self._keys[column], make(person)
            if known[place] != key:
                known[place] = key
                for order in (Order(column), Order(column, descending=True)):
                    self._orders.pop(order, None)
                    self._ranks.pop(order, None)

    def _has(self, trait: Trait | Category, person: Attendee) -> bool:
        if isinstance(trait, Category):
            return person.category is trait
        return _RULES[trait](person, person.id in self._came)

    def _key_makers(self) -> Mapping[Column, Callable[[Attendee], int | str]]:
        """Give what each column is sorted by; a text that many share is made a key once."""
        shared = _once(lambda text: sort_key(text) or _LAST)
        return {
            Column.NUMBER: lambda person: person.number,
            Column.NAME: lambda person: sort_key(person.name),
            Column.SEX: lambda person: _SEXES[person.sex],
            Column.POSITION: lambda person: shared(person.position),
            Column.ORGANISATION: lambda person: shared(person.organisation),
            Column.PROVINCE: lambda person: shared(person.province),
            Column.PHONE: lambda person: phone_digits(person.phone) or _LAST,
            Column.CATEGORY: lambda person: _CATEGORIES[person.category],
            Column.STATE: lambda person: _STANDINGS[self.standing(person)],
        }


_TRAITS: tuple[Trait | Category, ...] = (*Trait, *Category)
_RULES: Mapping[Trait, Callable[[Attendee, bool], bool]] = {
    Trait.ARRIVED: lambda _person, came: came,
    Trait.MISSING: lambda person, came: not came and person.state is State.EXPECTED,
    Trait.WOMEN: lambda person, _came: person.sex is Sex.FEMALE,
    Trait.WITHOUT_SEX: lambda person, _came: person.sex is Sex.UNKNOWN,
    Trait.WITHOUT_PHONE: lambda person, _came: not person.phone,
    Trait.GONE: lambda person, _came: person.state is not State.EXPECTED,
    Trait.WALK_IN: lambda person, _came: person.origin is Origin.WALK_IN,
}
_SEXES = {Sex.FEMALE: 0, Sex.MALE: 1, Sex.UNKNOWN: 2}
_CATEGORIES = {category: nth for nth, category in enumerate(Category)}
_STANDINGS = {standing: nth for nth, standing in enumerate(Standing)}


def _mask(flags: Iterable[bool]) -> int:
    return int.from_bytes(bytes(flags), "little")


def _once(make: Callable[[str], str]) -> Callable[[str], str]:
    known: dict[str, str] = {}

    def made(text: str) -> str:
        if (key := known.get(text)) is None:
            key = known[text] = make(text)
        return key

    return made
