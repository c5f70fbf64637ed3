"""How many people a session expects, women among them, told at once while it is chosen who comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import NamedTuple

from signin.domain.attendee import Attendee, Category, Sex, State


class Expected(NamedTuple):
    """How many are expected, and how many of them are women."""

    people: int = 0
    women: int = 0

    def plus(self, other: Expected) -> Expected:
        """Add up."""
        return Expected(self.people + other.people, self.women + other.women)


class Crowd:
    """Everybody of an event whose place stands, counted by category and found by number."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        self._by_category: dict[Category, Expected] = defaultdict(Expected)
        self._by_number: dict[int, list[Attendee]] = defaultdict(list)
        self.numbers: frozenset[int] = frozenset()
        """Every number on the roster, also of those whose place does not stand."""
        numbers = set()
        for person in people:
            numbers.add(person.number)
            if person.state is State.EXPECTED:
                self._by_category[person.category] = self._by_category[person.category].plus(_one(person))
                for number in {person.number, person.stands_for} - {None}:
                    self._by_number[number or 0].append(person)
        self.numbers = frozenset(numbers)

    def of_category(self, category: Category) -> Expected:
        """Count one category."""
        return self._by_category.get(category, Expected())

    def expected(self, categories: Collection[Category], people: Collection[int]) -> Expected:
        """Count whom a session with these categories and roster numbers expects, as `Session.expects` says it."""
        if not categories and not people:
            categories = set(Category)
        total = Expected()
        for category in categories:
            total = total.plus(self.of_category(category))
        named = {one.id: one for number in people for one in self._by_number.get(number, ())}
        for person in named.values():
            if person.category not in categories:
                total = total.plus(_one(person))
        return total


def _one(person: Attendee) -> Expected:
    return Expected(1, int(person.sex is Sex.FEMALE))
