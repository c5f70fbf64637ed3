"""What is looked through: the forms of a word in order, and who holds the word.

A hundred thousand people share a few thousand words of names and offices. So a query is met with words,
never with people, and people are read off the words that met.

Forms stand on lines of their own, and one needle says how a form is to be met: "¶abc¶" by the whole of it,
"¶abc" by its beginning, "abc¶" by its end, "abc" anywhere.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

Seat = tuple[int, *tuple["Term", ...]]
"""Somebody's place in the order of the roster, and the words of the name and the office.

One look at it tells whom of thousands another word meets, too.
"""

_LAST = "\U0010ffff"


@dataclass(slots=True, eq=False)
class Term:
    """A word of a name, an office or a phone, as it is written, and its holders in order.

    `lines` are its forms, a text for each table of the vocabulary.
    """

    text: str
    lines: tuple[str, ...]
    vocabulary: Vocabulary
    holders: list[Seat] = field(default_factory=list)

    def add(self, seat: Seat) -> None:
        """Note one more holder."""
        if self.holders and seat < self.holders[-1]:
            insort(self.holders, seat)
        else:
            self.holders.append(seat)

    def discard(self, seat: Seat) -> None:
        """Forget a holder; without any the term goes from its vocabulary."""
        del self.holders[bisect_left(self.holders, seat)]
        if not self.holders:
            self.vocabulary.drop(self)


class Forms:
    """One kind of form of many terms."""

    def __init__(self) -> None:
        self._owners: dict[str, list[Term]] = {}
        self._ordered: list[str] | None = None
        self._backwards: list[str] | None = None
        self._text: str | None = None
        self._beginnings: dict[int, list[str]] = {}

    def __contains__(self, form: str) -> bool:
        return form in self._owners

    def add(self, form: str, term: Term) -> None:
        """Let a term be found by this form."""
        if (owners := self._owners.get(form)) is not None:
            insort(owners, term, key=_text_of)
            return
        self._owners[form] = [term]
        self._text = None
        if self._ordered is not None:
            insort(self._ordered, form)
        if self._backwards is not None:
            insort(self._backwards, form[::-1])

    def discard(self, form: str, term: Term) -> None:
        """Let a term be found by this form no more."""
        owners = self._owners[form]
        owners.remove(term)
        if owners:
            return
        del self._owners[form]
        self._text = None
        if self._ordered is not None:
            del self._ordered[bisect_left(self._ordered, form)]
        if self._backwards is not None:
            del self._backwards[bisect_left(self._backwards, form[::-1])]

    def unsettle(self) -> None:
        """Let the order go before many changes; it is made again when it is asked for."""
        self._ordered = self._backwards = self._text = None

    @property
    def ordered(self) -> list[str]:
        """Every form, by code points; sorted once, then kept in order."""
        if self._ordered is None:
            self._ordered = sorted(self._owners)
        return self._ordered

    @property
    def backwards(self) -> list[str]:
        """Every form read from its end, in order; only some tables are ever asked."""
        if self._backwards is None:
            self._backwards = sorted(form[::-1] for form in self._owners)
        return self._backwards

    @property
    def text(self) -> str:
        """Every form on a line of its own: one `find` looks through all."""
        if self._text is None:
            self._text = lines_of(self.ordered)
            self._beginnings.clear()
        return self._text

    def having(self, needle: str) -> Iterator[Term]:
        """Give the terms with a form that a needle meets, in the order of the forms: the shortest first."""
        match needle[0] == "\n", needle[-1] == "\n":
            case True, True:
                yield from self._owners.get(needle[1:-1], ())
            case True, False:
                for place in _beginning(self.ordered, needle[1:]):
                    yield from self._owners[self.ordered[place]]
            case False, True:
                for place in _beginning(self.backwards, needle[-2::-1]):
                    yield from self._owners[self.backwards[place][::-1]]
            case _:
                yield from self._holding(needle)

    def all_having(self, needle: str) -> Iterable[Term]:
        """Give the same, quicker where all are wanted."""
        if needle[0] == "\n" != needle[-1]:
            begun = _beginning(self.ordered, needle[1:])
            return chain.from_iterable(map(self._owners.__getitem__, self.ordered[begun.start : begun.stop]))
        return self.having(needle)

    def _holding(self, sought: str) -> Iterator[Term]:
        text, found = self.text, self.text.find(sought)
        while found >= 0:
            end = text.index("\n", found)
            yield from self._owners[text[text.rindex("\n", 0, found) + 1 : end]]
            found = text.find(sought, end)

    def share(self, needle: str) -> float:
        """Give roughly how much of the forms a needle meets, from 0 to about 1; of ends and wholes nothing."""
        if needle[-1] == "\n" or not self._owners:
            return 0
        met = len(_beginning(self.ordered, needle[1:])) if needle[0] == "\n" else self.text.count(needle)
        return met / len(self._owners)

    def beginnings(self, length: int) -> list[str]:
        """Give the distinct first `length` letters of all forms, and the whole forms that are one longer.

        These are what a word with a slip in it may have been meant as while it is being typed.
        """
        assert self.text  # forgets what was so before the last change
        if length not in self._beginnings:
            known = (form[:length] if len(form) != length + 1 else form for form in self.ordered)
            self._beginnings[length] = list(dict.fromkeys(form for form in known if len(form) >= length - 1))
        return self._beginnings[length]


def _beginning(ordered: list[str], sought: str) -> range:
    """Give where those stand that begin so."""
    start = bisect_left(ordered, sought)
    return range(start, bisect_left(ordered, sought + _LAST, start))


def lines_of(forms: Iterable[str]) -> str:
    """Put each form on a line of its own."""
    return "\n".join(("", *forms, ""))


def _text_of(term: Term) -> str:
    return term.text


class Vocabulary:
    """All terms of one kind, each with its forms in one or more tables."""

    def __init__(self, tables: int, forms: Callable[[str], tuple[tuple[str, ...], ...]]) -> None:
        self.tables = tuple(Forms() for _ in range(tables))
        self._forms = forms
        self._terms: dict[str, Term] = {}

    def term(self, text: str) -> Term:
        """Give the term that is written so, a new one where nobody holds it yet."""
        if (term := self._terms.get(text)) is None:
            term = self._terms[text] = self._new(text)
        return term

    def _new(self, text: str) -> Term:
        every = self._forms(text)
        term = Term(text, tuple(map(lines_of, every)), self)
        for table, forms in zip(self.tables, every, strict=True):
            for form in forms:
                table.add(form, term)
        return term

    def drop(self, term: Term) -> None:
        """Let a term be found no more."""
        del self._terms[term.text]
        for table, lines in zip(self.tables, term.lines, strict=True):
            for form in lines.split():
                table.discard(form, term)
