"""Which people of a roster may be one: the same name to a searcher, or the same phone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from signin.domain.phone import TELLING, numbers_in, phone_key

OF_AN_OFFICE = 5
"""So many people with one phone: it is their office's, and tells nobody."""


class Alike(StrEnum):
    """What is the same about two people."""

    NAME = "name"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Likely:
    """The ids of two people who may be one, the lower number first, and why."""

    first: str
    second: str
    alike: frozenset[Alike]


def phones_of(text: str) -> set[str]:
    """Give what tells each phone in a text; what has too few digits is none."""
    return {phone_key(number) for number in numbers_in(text) if len(number) >= TELLING}


def grouped(keyed: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Give the ids that share a key, group by group, in their order; `keyed` are keys and ids."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, one in keyed:
        groups[key].append(one)
    return [group for group in groups.values() if len(group) > 1]


def likely(
    names: Iterable[Sequence[str]], phones: Iterable[Sequence[str]], apart: Collection[tuple[str, str]]
) -> list[Likely]:
    """Give the pairs to ask about, the surest first; groups are in roster order, pairs told apart are sorted.

    Of a group everybody is laid beside the first from whom they were not told apart: the number of questions
    grows with the group and not with its square, and the next one comes when one is answered.
    """
    few = [group for group in phones if len(group) < OF_AN_OFFICE]
    alike = [*((Alike.NAME, group) for group in names), *((Alike.PHONE, group) for group in few)]
    ties: defaultdict[str, set[tuple[Alike, int]]] = defaultdict(set)
    for nth, (why, group) in enumerate(alike):
        for one in group:
            ties[one].add((why, nth))
    found = dict.fromkeys(pair for _, group in alike for pair in _pairs(group, apart))
    pairs = [Likely(*pair, frozenset(why for why, _ in ties[pair[0]] & ties[pair[1]])) for pair in found]
    return sorted(pairs, key=lambda one: (-len(one.alike), Alike.NAME not in one.alike))


def _pairs(group: Sequence[str], apart: Collection[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    for nth, second in enumerate(group):
        pairs = ((first, second) for first in group[:nth] if tuple(sorted((first, second))) not in apart)
        if (pair := next(pairs, None)) is not None:
            yield pair
