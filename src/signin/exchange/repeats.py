"""People and numbers that stand more than once in one roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from signin.domain.attendee import Sex
from signin.exchange.notices import Gathering
from signin.exchange.people import RosterLine
from signin.lao.normalize import fold, fold_tones
from signin.words import say


def without_repeats(people: Sequence[RosterLine], gathering: Gathering) -> tuple[tuple[RosterLine, ...], int]:
    """Leave out whoever stands in the list already, and each number but its first; give how many were left out.

    The same name, tones included, with the same organisation or phone is the same person; with another of
    each it is a namesake, who stays.
    """
    kept: list[RosterLine] = []
    known: dict[str, list[RosterLine]] = {}
    for person in people:
        others = known.setdefault(fold_tones(person.name), [])
        first = next((other for other in others if _is_same(person, other)), None)
        if first is not None:
            _tell_repeat(person, first, gathering)
            continue
        if others:
            _tell_namesake(person, others[0], gathering)
        others.append(person)
        kept.append(person)
    return tuple(_numbered_once(kept, gathering)), len(people) - len(kept)


def _is_same(one: RosterLine, other: RosterLine) -> bool:
    if {one.sex, other.sex} == {Sex.MALE, Sex.FEMALE}:
        return False
    if one.phone and one.phone == other.phone:
        return True
    contrary = _differ(one.phone, other.phone) and _differ(one.position, other.position)
    if not one.organisation and not other.organisation:
        return not _differ(one.phone, other.phone)
    return _folded(one.organisation) == _folded(other.organisation) and not contrary


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


_folded = lru_cache(maxsize=4096)(fold)


def _tell_repeat(person: RosterLine, first: RosterLine, gathering: Gathering) -> None:
    message = say(
        "Row {row}: {name} stands in row {first} already; skipped.",
        row=person.row,
        name=person.name,
        first=first.row,
    )
    gathering.tell("duplicate-row", person.row, message)


def _tell_namesake(person: RosterLine, first: RosterLine, gathering: Gathering) -> None:
    message = say(
        "Row {row}: {name} has the same name as row {first}; both are kept.",
        row=person.row,
        name=person.name,
        first=first.row,
    )
    gathering.tell("namesake", person.row, message)


def _numbered_once(people: Sequence[RosterLine], gathering: Gathering) -> list[RosterLine]:
    seen: set[int] = set()
    numbered = []
    for person in people:
        if person.number in seen:
            gathering.note("number-repeated", person.row)
            numbered.append(replace(person, number=None))
            continue
        if person.number is not None:
            seen.add(person.number)
        numbered.append(person)
    return numbered
