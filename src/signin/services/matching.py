"""Which line of a roster file is which person on the roster.

A person keeps code and badge when the office corrects a cell, so a changed name must still be the same
person; and two people who share a name must stay two. Each rule below asks for two facts that agree, the
surest rule first, and each person is matched once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from difflib import SequenceMatcher

from signin.domain.attendee import Attendee, Origin
from signin.domain.phone import numbers_in, phone_key
from signin.exchange.roster import RosterLine
from signin.lao.normalize import fold

ALIKE = 0.6  # a name with a corrected syllable or two; invented pairs in the tests mark the border

Key = Callable[[RosterLine | Attendee], Hashable | None]


def match_lines(lines: Sequence[RosterLine], people: Sequence[Attendee]) -> list[Attendee | None]:
    """Give for each line the person it is about, or None for somebody new."""
    found: list[Attendee | None] = [None] * len(lines)
    free = {person.id: person for person in people}
    for key in (_number_and_name, _name_and_organisation, _name_and_phone, _number_and_phone, _number_and_email):
        _match_by(key, lines, found, free)
    if not free or None not in found:
        return found
    _match_by(_only_bearer(lines, people), lines, found, free, unless=_contradicts)
    _match_similar(lines, found, free)
    _match_by(_name_alone, lines, found, free, unless=lambda *two: _contradicts(*two) or _other_number(*two))
    return found


def _match_by(
    key: Key,
    lines: Sequence[RosterLine],
    found: list[Attendee | None],
    free: dict[str, Attendee],
    unless: Callable[[RosterLine, Attendee], bool] = lambda _line, _person: False,
) -> None:
    """Match where a key that is told names exactly one free person."""
    holders = _grouped(key, free.values())
    if not holders:  # a first import, or everybody is found: making keys for all lines would cost the most
        return
    for nth, line in enumerate(lines):
        if found[nth] is not None or (value := key(line)) is None:
            continue
        candidates = [person for person in holders.get(value, ()) if person.id in free]
        if len(candidates) == 1 and not unless(line, candidates[0]):
            found[nth] = free.pop(candidates[0].id)


def _grouped(key: Key, people: Iterable[Attendee]) -> dict[Hashable, list[Attendee]]:
    groups: dict[Hashable, list[Attendee]] = defaultdict(list)
    for person in people:
        if (value := key(person)) is not None:
            groups[value].append(person)
    return groups


def _match_similar(lines: Sequence[RosterLine], found: list[Attendee | None], free: dict[str, Attendee]) -> None:
    """Match the same number and organisation under a name that is nearly the same: a correction."""
    holders = {person.number: person for person in free.values()}
    for nth, line in enumerate(lines):
        person = holders.get(line.number) if line.number is not None and found[nth] is None else None
        if person is None or fold(person.organisation) != fold(line.organisation):
            continue
        if SequenceMatcher(None, fold(person.name), fold(line.name), autojunk=False).ratio() >= ALIKE:
            found[nth] = free.pop(person.id)


def _phone(one: RosterLine | Attendee) -> str:
    """Give what tells somebody's phone, of several the first."""
    return next(map(phone_key, numbers_in(one.phone)), "")


def _pair(first: str | int | None, second: str) -> Hashable | None:
    return (first, second) if first and second else None


def _number_and_name(one: RosterLine | Attendee) -> Hashable | None:
    return _pair(one.number, fold(one.name))


def _name_and_organisation(one: RosterLine | Attendee) -> Hashable | None:
    return _pair(fold(one.name), fold(one.organisation))


def _name_and_phone(one: RosterLine | Attendee) -> Hashable | None:
    return _pair(fold(one.name), _phone(one))


def _number_and_phone(one: RosterLine | Attendee) -> Hashable | None:
    return _pair(one.number, _phone(one))


def _number_and_email(one: RosterLine | Attendee) -> Hashable | None:
    return _pair(one.number, one.email.casefold())


def _name_alone(one: RosterLine | Attendee) -> Hashable | None:
    return fold(one.name) or None


def _only_bearer(lines: Sequence[RosterLine], people: Sequence[Attendee]) -> Key:
    """Give the name as a key where one line and one person bear it: a line put in between shifts every number."""
    alone = _borne_once(lines) & _borne_once(people)
    return lambda one: name if (name := fold(one.name)) in alone else None


def _borne_once(some: Sequence[RosterLine] | Sequence[Attendee]) -> set[str]:
    return {name for name, times in Counter(fold(one.name) for one in some).items() if name and times == 1}


def _contradicts(line: RosterLine, person: Attendee) -> bool:
    """Whether something told on both sides says that two people share a name."""
    told, known = fold(line.organisation), fold(person.organisation)
    phones, others = ({phone_key(one) for one in numbers_in(text)} for text in (line.phone, person.phone))
    return bool((told and known and told != known) or (phones and others and phones.isdisjoint(others)))


def _other_number(line: RosterLine, person: Attendee) -> bool:
    """Whether another number was told; a walk-in's was the next free one, and says nothing."""
    return line.number is not None and person.origin is Origin.ROSTER and line.number != person.number
