"""What the meeting is about: the items of a list under a heading, or of a sentence about the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from signin.exchange.announcement_held import Held
from signin.exchange.announcement_labels import Headed, Heading, items_below, values
from signin.exchange.announcement_text import Found, Reading, Span
from signin.exchange.announcement_words import clause_end

_AS_FOLLOWS = r"(?:ເຊັ່ນ|ຄື|ດັ່ງ(?:ລຸ່ມ)?(?:ລຸ່ມ)?ນີ້|ໄດ້ແກ່|ປະກອບ(?:ດ້ວຍ|ມີ)|ລວມມີ|ມີ|such as|including)"
_LISTS = re.compile(
    rf"{_AS_FOLLOWS}\s?:\s?|(?:ໃນ|ພາຍໃຕ້|ບັນດາ)?\s?ຫົວຂໍ້\s?(?:{_AS_FOLLOWS}|:|ກ່ຽວກັບ)?\s?:?\s?|(?:ເຊັ່ນ|ໄດ້ແກ່)\s"
)
_ABOUT = re.compile(
    rf"(?:ຫົວຂໍ້|ເນື້ອໃນ|ວາລະ|ບັນຫາ|ຫຼັກສູດ|ບົດຮຽນ|topics|agenda)[^.:\n]{{0,60}}?{_AS_FOLLOWS}\s?:\s?", re.IGNORECASE
)
_DEALS = re.compile(
    r"ກອງປະຊຸມ[^.:\n]{0,30}?(?:ໄດ້|ຈະ)(?:ໄດ້)?\s?(?:ພ້ອມກັນ\s?|ຮ່ວມກັນ\s?|ຍັງໄດ້\s?)?(?:ຮັບຟັງ|ພິຈາລະນາ|ປຶກສາຫາລື|ຄົ້ນຄວ້າ|ປະກອບຄຳເຫັນ|ແລກປ່ຽນ)"
    r"(?:[^.:,\n]{0,30}?(?:ກ່ຽວກັບ|ຕໍ່|ໃສ່|ບັນຫາ|ຄື))?\s?:?\s?"
)
_NUMBERED = re.compile(r"(?:^|(?<=[\s,;:(]))\(?[\d໐-໙]{1,2}\s?[.)]\s?(?=[^\d\s])")
_COMMA = re.compile(r"\s?[,;]\s?(?:ແລະ\s?|and\s)?")
_LAST = re.compile(r"\s?ແລະ\s|\sand\s")
_JOIN_AT_END = re.compile(r"[\s,;]*(?:ແລະ|and)?\s*$")
_ENDS = re.compile(r"\s?(?:ແລະ\s?)?(?:ອື່ນ\s?ໆ|ອື່ນໆ|ເປັນຕົ້ນ|ຯລຯ|etc\.?)\s?$")
_STOP = re.compile(
    r"(?:,\s?|\s)(?:ໂດຍ(?:ການ|ມີ|ໃຫ້|ສະເພາະ|\s)|ພາຍໃຕ້|ເຊິ່ງ|ຊຶ່ງ|ຊື່ງ|ໃນວັນ|ເພື່ອ(?:ໃຫ້|ເປັນ|ສ້າງ|ຍົກ)|ມີຜູ້|ຜູ້ເຂົ້າຮ່ວມ|ພ້ອມ(?:ທັງ|ນັ້ນ|ກັນ)|ນອກຈາກ|ດັ່ງນັ້ນ|ຈຶ່ງ|ເວລາ\s|ທີ່ຫ້ອງ)"
)
_MOST = 50
"""Sentences, and lists in each, that are looked into."""
_LEAST_ITEMS, _LONGEST, _LONGEST_ITEM = 2, 1500, 300


def topics(read: Reading, headed: list[Headed], held: list[Held]) -> tuple[Found[str], ...]:
    """Find the topics, each in the text's own words; the first place that lists some counts."""
    for found in _places(read, headed, held):
        told = [read.phrase(*_without_end(read.text, *span)) for span in found]
        topics = tuple(one for one in told if one is not None)
        if topics:
            return topics
    return ()


def _places(read: Reading, headed: list[Headed], held: list[Held]) -> Iterator[list[Span]]:
    taken = frozenset(one.start for one in headed)
    for span in values(headed, Heading.TOPICS):
        below = items_below(read, span[0], taken)
        inline = _parted(read.text, span[0], _limit(read, *span))
        yield below if len(below) > 1 or (below and len(inline) == 1) else inline
    for start, end in sorted({one.sentence for one in held})[:_MOST]:
        for found in islice(_LISTS.finditer(read.text, start, end), _MOST):
            named = "ຫົວຂໍ້" in found[0] and found[0].rstrip().endswith(":")
            yield from _listed(read, found.end(), taken, 1 if named else _LEAST_ITEMS)
    for pattern in (_ABOUT, _DEALS):
        for found in islice(pattern.finditer(read.text), _MOST):
            yield from _listed(read, found.end(), taken, _LEAST_ITEMS)


def _listed(read: Reading, start: int, taken: frozenset[int], least: int) -> Iterator[list[Span]]:
    """Give what a sentence lists: on the lines below it, or within it as several items."""
    line = read.line_at(start - 1)
    if not read.text[start : line[1]].strip():
        yield items_below(read, start, taken)
        return
    limit = _limit(read, start, line[1])
    stop = _STOP.search(read.text, start, limit)
    parts = _parted(read.text, start, clause_end(read.text, start, stop.start() if stop else limit))
    if len(parts) >= least and all(end - begin <= _LONGEST_ITEM for begin, end in parts):
        yield parts


def _limit(read: Reading, start: int, line_end: int) -> int:
    """Give where a list within a line ends: with its sentence, or the sentence of its last number."""
    line_end = min(line_end, start + _LONGEST)
    last = max((number.end() for number in _NUMBERED.finditer(read.text, start, line_end)), default=start)
    return min(line_end, read.sentence_at(last)[1])


def _parted(text: str, start: int, end: int) -> list[Span]:
    """Part a list at its numbers, else at its commas and the "and" before its last item."""
    numbers = list(_NUMBERED.finditer(text, start, end))
    if len(numbers) >= _LEAST_ITEMS:
        ends = [number.start() for number in numbers[1:]] + [end]
        return [
            (number.end(), _before_and(text, number.end(), until))
            for number, until in zip(numbers, ends, strict=True)
        ]
    commas = [one for one in _COMMA.finditer(text, start, end) if not _in_brackets(text, start, one.start())]
    cuts = [start, *(place for one in commas for place in one.span()), end]
    spans = [(cuts[at], cuts[at + 1]) for at in range(0, len(cuts), 2)]
    return [*spans[:-1], *_last_two(text, *spans[-1], listed=len(spans) > 1)]


def _last_two(text: str, start: int, end: int, *, listed: bool) -> list[Span]:
    """Part the last item of a list at its last "and", unless a comma and "and" stand before it already."""
    joins = list(_LAST.finditer(text, start, end))
    if not joins or not listed or text[:start].rstrip().endswith("ແລະ"):
        return [(start, end)]
    return [(start, joins[-1].start()), (joins[-1].end(), end)]


def _before_and(text: str, start: int, end: int) -> int:
    found = _JOIN_AT_END.search(text[start:end])
    return start + found.start() if found else end


def _without_end(text: str, start: int, end: int) -> Span:
    """Take "and others" off the end of an item."""
    found = _ENDS.search(text[start:end])
    return start, start + found.start() if found else end


def _in_brackets(text: str, start: int, place: int) -> bool:
    return text.count("(", start, place) > text.count(")", start, place)
