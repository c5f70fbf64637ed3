"""The text of an announcement as it is searched: canonical, in lines and sentences, each letter traced back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise
from typing import Generic, TypeVar

from signin.lao import honorifics
from signin.lao.letters import MARKS
from signin.lao.tracing import Traced, joined, trace

T = TypeVar("T")
Span = tuple[int, int]

_LEADING, _TRAILING = " \n\t,;:.-–—•*|", " \n\t,;:-–—|"
_QUOTES = ("“”", '""', "«»", "‘’", "''")
_STOP = re.compile(r"[.!?…](?=[\s)”\"]|$)|\n")
_LIST_NUMBER = re.compile(r"(?:^|[\n:,;(]|ແລະ)\s*[\d໐-໙]{1,2}$")
_LONGEST_ABBREVIATION = 12
_SHORT = {
    word
    for word in (*honorifics.MALE, *honorifics.FEMALE, *honorifics.NEUTRAL)
    if len(word) <= 3 or word.isascii()  # noqa: PLR2004 - ນ. ດຣ. ຮສ.: after a longer one a full stop ends
} - {"ຄູ", "ພະ", "ໝໍ"}

_WRAPPED = range(40, 121)
"""How long the lines are of a text that was wrapped by hand."""
_NEARLY_FULL = 0.75
_MARKS = re.compile(f"[{MARKS}]")
_NEW_LINE = re.compile(r"(?:ໃນ)?ວັນ|ເວລາ|ສະຖານທີ່|[-–•*●+◦▪]|\(?[\d໐-໙]{1,2}[.)/]|[IVX]+\.|[^:]{2,40}:")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A fact, and the words it was read from: original[start:end]."""

    value: T
    words: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    r"""A text to read facts from. Spans are those of `text`; what is found is told by spans of `original`.

    In `text`, "\n" ends a line, and two of them a paragraph; a sentence that was wrapped by hand is one line.
    """

    original: str
    traced: Traced

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.traced.text

    @cached_property
    def lines(self) -> list[Span]:
        """The lines that hold something."""
        return [found.span() for found in re.finditer(r"[^\n]+", self.text)]

    @cached_property
    def sentences(self) -> list[Span]:
        """The sentences, each within one line."""
        ends = [0, *(stop.end() for stop in _STOP.finditer(self.text) if _ends(self.text, stop)), len(self.text)]
        return [(start, end) for start, end in pairwise(ends) if start < end]

    def lines_from(self, place: int) -> Iterator[Span]:
        """Go through the lines from a place on; the first begins there."""
        at = bisect(self.lines, place, key=lambda line: line[1])
        for start, end in islice(self.lines, at, None):
            yield max(start, place), end

    def sentence_at(self, place: int) -> Span:
        """Give the sentence that holds a place of the text."""
        return _around(self.sentences, place)

    def lines_beside(self, place: int) -> list[Span]:
        """Give the line that holds a place, with the one above and the one below."""
        at = bisect(self.lines, place, key=lambda line: line[0]) - 1
        return self.lines[max(at - 1, 0) : at + 2]

    def below(self, place: int, count: int) -> list[Span]:
        """Give so many lines below the one that holds a place."""
        return list(islice(self.lines_from(place), 1, count + 1))

    def line_at(self, place: int) -> Span:
        """Give the line that holds a place of the text."""
        return _around(self.lines, place)

    def found(self, value: T, start: int, end: int) -> Found[T]:
        """Give a fact with the words of the original at text[start:end]."""
        begin, finish = self.traced.span(start, end)
        return Found(value, self.original[begin:finish], begin, finish)

    def phrase(self, start: int, end: int) -> Found[str] | None:
        """Give text[start:end] without spaces and punctuation around it; None where nothing is left."""
        start, end = self.trimmed(start, end)
        return self.found(self.text[start:end].replace("\n", " "), start, end) if start < end else None

    def trimmed(self, start: int, end: int) -> Span:
        """Take spaces, punctuation and a pair of quotation marks off both ends."""
        while start < end and self.text[start] in _LEADING:
            start += 1
        while start < end and self._is_trailing(end - 1):
            end -= 1
        pair = self.text[start : start + 1] + self.text[end - 1 : end]
        if end - start > 1 and pair in _QUOTES and self.text.find(pair[1], start + 1, end) == end - 1:
            return self.trimmed(start + 1, end - 1)
        return start, end

    def _is_trailing(self, place: int) -> bool:
        return self.text[place] in _TRAILING or self.text[place] == "."


_EMPTY = trace("")


def reading(original: str) -> Reading:
    """Make a text ready to be searched."""
    return Reading(original, joined(_laid_out(list(_lines_of(original)))))


def _lines_of(original: str) -> Iterator[Traced]:
    at = 0
    for line in original.splitlines(keepends=True):
        yield trace(line.rstrip(), at) if line.strip() else _EMPTY
        at += len(line)


def _laid_out(lines: list[Traced]) -> Iterator[Traced]:
    """Put line ends between lines, a space where a sentence goes on, and one empty line for several."""
    before: Traced | None = None
    empty = False
    for line, full in zip(lines, _full_widths(lines), strict=True):
        if not line.text:
            empty = True
            continue
        if before is not None:
            end = "\n\n" if empty else " " if _goes_on(before.text, line.text, full) else "\n"
            yield _between(end, before.ends[-1], line.starts[0])
        yield line
        before, empty = line, False


def _full_widths(lines: list[Traced]) -> Iterator[int]:
    """For each line, give the length of the longest line of its paragraph."""
    paragraph: list[int] = []
    for line in [*lines, None]:
        if line is None or not line.text:
            yield from [max(paragraph, default=0)] * (len(paragraph) + (line is not None))
            paragraph = []
        else:
            paragraph.append(_width(line.text))


def _goes_on(before: str, after: str, full: int) -> bool:
    """Whether a line was broken by hand: nearly as long as the longest of its paragraph, and no end in sight."""
    return (
        _width(before) in _WRAPPED
        and full in _WRAPPED
        and _width(before) >= _NEARLY_FULL * full
        and before[-1] not in ".:;!?)"
        and not _NEW_LINE.match(after)
    )


def _width(line: str) -> int:
    """Count the letters of a line side by side, without the marks above and below them."""
    return len(_MARKS.sub("", line))


def _between(letters: str, start: int, end: int) -> Traced:
    return Traced(letters, array("L", [start] * len(letters)), array("L", [end] * len(letters)))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence: not after an honorific, a list's number or letters with stops."""
    if stop[0] != ".":
        return True
    before = text[max(0, stop.start() - _LONGEST_ABBREVIATION) : stop.start()]
    word = re.split(r"[\s,;:()]", before)[-1]
    return not ("." in word or word.casefold() in _SHORT or _LIST_NUMBER.search(before))


def holds(spans: list[Span], place: int) -> bool:
    """Whether one of the spans, which follow one another, holds a place."""
    at = bisect(spans, place, key=lambda span: span[0]) - 1
    return at >= 0 and spans[at][0] <= place < spans[at][1]


def _around(spans: list[Span], place: int) -> Span:
    at = bisect(spans, place, key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 else (0, 0)


def first(candidates: Iterable[T | None]) -> T | None:
    """Give the first that is there."""
    return next((one for one in candidates if one is not None), None)
