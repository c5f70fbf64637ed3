"""Which words of the roster a word of a query meets, the best first, and how well one of them is met."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cached_property
from typing import NamedTuple

from signin.services.search_forms import Forms, Term, Vocabulary
from signin.services.search_query import Part, forms_of_name, forms_of_office, forms_of_phone

LEAST_INSIDE = 2
"""Letters: one alone is the beginning of a word; it is inside of nearly everything."""
LEAST_INSIDE_LATIN = 3
LEAST_DIGITS_INSIDE = 3
"""Of a phone its last digits are told; digits from the middle are looked for when nothing else is found."""
_LEAST_NEAR, _TWO_SLIPS_FROM = 4, 6
"""Letters: below, everything is near everything; from six on, two slips are forgiven."""
_MOST_NEAR = 12


class Rank(IntEnum):
    """How a hit was met, the best first; a query of several words counts by its worst. No hit has UNMET."""

    NUMBER = 1
    NUMBER_PREFIX = 2
    EXACT = 3
    PREFIX = 4
    PREFIX_TONELESS = 5
    ROMANISED = 6
    PHONE = 7
    ORGANISATION = 8
    INSIDE = 9
    DIGITS_INSIDE = 10
    NEAR = 11
    UNMET = 12


class Look(NamedTuple):
    """One way in which a word may meet terms: a needle in one table, and what it counts for."""

    rank: Rank
    table: Forms
    needle: str


class Words:
    """The words of a roster: of names, offices and phones."""

    def __init__(self) -> None:
        self.names = Vocabulary(3, forms_of_name)
        self.offices = Vocabulary(1, forms_of_office)
        self.phones = Vocabulary(1, forms_of_phone)
        self.toned, self.folded, self.latin = self.names.tables
        (self.by_office,) = self.offices.tables
        (self.by_phone,) = self.phones.tables
        self._tables = (self.toned, self.folded, self.latin, self.by_office, self.by_phone)

    def settle(self) -> None:
        """Sort and join what the next query would otherwise wait for."""
        for table in self._tables:
            assert table.text
        assert self.by_phone.backwards is not None

    def unsettle(self) -> None:
        """Let the order go before many changes."""
        for table in self._tables:
            table.unsettle()

    def looks(self, part: Part) -> list[Look]:
        """Give the ways in which a word may meet somebody, the best first."""
        return [
            Look(Rank.EXACT, self.toned, f"\n{part.toned}\n"),
            Look(Rank.PREFIX, self.toned, f"\n{part.toned}"),
            *(Look(Rank.PREFIX_TONELESS, self.folded, f"\n{begun}") for begun in part.begun),
            *(Look(Rank.ROMANISED, self.latin, f"\n{begun}") for begun in part.begun_latin),
            *(Look(Rank.PHONE, self.by_phone, f"\n{digits}") for digits in part.digits),
            Look(Rank.ORGANISATION, self.by_office, f"\n{part.folded}"),
            *_inside(self.folded, part.folded),
            *_inside(self.latin, part.latin, LEAST_INSIDE_LATIN),
            *_inside(self.by_office, part.folded),
            *(Look(Rank.INSIDE, self.by_phone, f"{digits}\n") for digits in _last(part)),
            *(Look(Rank.DIGITS_INSIDE, self.by_phone, digits) for digits in _last(part)),
        ]

    def knows(self, part: Part) -> bool:
        """Whether somebody's name holds this as a whole word."""
        return part.folded in self.folded or part.latin in self.latin

    def near(self, part: Part) -> Iterator[Term]:
        """Give the terms that a word was perhaps meant to be, the nearest first; digits are never guessed."""
        name = (self.latin, part.latin) if part.latin else (self.folded, part.folded)
        for table, sought in (name, (self.by_office, part.folded)):
            if len(sought) >= _LEAST_NEAR and not part.digits:
                yield from _near(table, sought)


def _inside(table: Forms, sought: str, least: int = LEAST_INSIDE) -> list[Look]:
    return [Look(Rank.INSIDE, table, sought)] if len(sought) >= least else []


def _last(part: Part) -> list[str]:
    return [digits for digits in part.digits if len(digits) >= LEAST_DIGITS_INSIDE]


class Sought:
    """A word of a query, and how well it meets the terms of names and offices, found out when it is first asked.

    Ranks are asked up to a level, so that what is costly is left undone while better ones suffice.
    """

    def __init__(self, words: Words, part: Part) -> None:
        self.part = part
        self._words, self._looks = words, words.looks(part)
        self._ranks: dict[Rank, dict[Term, Rank]] = {}

    def _up_to(self, level: Rank) -> list[Look]:
        return [look for look in self._looks if look.rank <= level]

    @cached_property
    def _near(self) -> dict[Term, Rank]:
        return dict.fromkeys(self._words.near(self.part), Rank.NEAR)

    def terms(self, level: Rank) -> Iterator[tuple[Rank, Term]]:
        """Give the terms that are met, each once, the best rank first."""
        given: set[Term] = set()
        for rank, term in self._terms(level):
            if term not in given:
                given.add(term)
                yield rank, term

    def _terms(self, level: Rank) -> Iterator[tuple[Rank, Term]]:
        for look in self._up_to(level):
            for term in look.table.having(look.needle):
                yield look.rank, term
        if level is Rank.NEAR:
            yield from ((Rank.NEAR, term) for term in self._near)

    def met(self, level: Rank) -> set[Term]:
        """Give all the terms that are met, in no order: quicker where everybody is wanted."""
        found = set(self._near) if level is Rank.NEAR else set()
        return found.union(*(look.table.all_having(look.needle) for look in self._up_to(level)))

    def ranks(self, level: Rank) -> dict[Term, Rank]:
        """Give how well each term of names and offices is met that is met at all."""
        if level not in self._ranks:
            self._ranks[level] = ranks = dict(self._near) if level is Rank.NEAR else {}
            for look in reversed(self._up_to(level)):
                if look.table is not self._words.by_phone:
                    ranks.update(dict.fromkeys(look.table.all_having(look.needle), look.rank))
        return self._ranks[level]

    def best(self, level: Rank) -> Rank:
        """Give the best rank that anybody can have; digits may be a number."""
        return Rank.NUMBER if self.part.digits else next((rank for rank, _ in self._terms(level)), Rank.UNMET)

    def rank_of_digits(self, number: int, phone: Term | None, level: Rank) -> Rank:
        """Give how well a number on the roster and a phone are met: there are too many to look at all before."""
        return min(self._rank_of_number(number), self._rank_of_phone(phone, level))

    def _rank_of_number(self, number: int) -> Rank:
        """Take 07 for 7, but not for the beginning of 70."""
        sought = self.part.number
        if sought and int(sought) == number:
            return Rank.NUMBER
        return Rank.NUMBER_PREFIX if sought and str(number).startswith(sought) else Rank.UNMET

    def _rank_of_phone(self, phone: Term | None, level: Rank) -> Rank:
        lines = phone.lines[0] if phone else ""
        looks = (look for look in self._up_to(level) if look.table is self._words.by_phone)
        return next((look.rank for look in looks if look.needle in lines), Rank.UNMET)

    def share(self, level: Rank) -> float:
        """Give how common the word is, roughly: a query of several starts from the rarest."""
        return sum(look.table.share(look.needle) for look in self._up_to(level))


def _near(table: Forms, sought: str) -> Iterator[Term]:
    """Count slips as a typist makes them: a letter wrong, missing, too many, or two swapped (OSA distance)."""
    from rapidfuzz import process  # at the first slip that is looked for, not when the desk starts
    from rapidfuzz.distance import OSA

    found = process.extract(
        sought,
        table.beginnings(len(sought)),
        scorer=OSA.distance,
        score_cutoff=2 if len(sought) >= _TWO_SLIPS_FROM else 1,
        limit=_MOST_NEAR,
    )
    for beginning, _slips, _nth in found:
        yield from table.having(f"\n{beginning}")
