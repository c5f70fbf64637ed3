"""Which of an announcement's dates are the days of the meeting: not the letter's own, a law's or a deadline's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from signin.exchange.announcement_held import Held
from signin.exchange.announcement_labels import Headed, Heading, values
from signin.exchange.announcement_text import Found, Reading, Span, first, holds
from signin.exchange.announcement_words import MEETING, REGION, ROOM
from signin.lao.dates import Day, DaysFound, parse_days

_TO_DATE = r"\s?(?:ໃນ\s?)?(?:ວັນ[^\d,\n]{0,14})?$"
_NOT_OURS = re.compile(
    r"(?:ລົງ|ສະບັບ|ເລກທີ|ອອກ\s?ວັນ|ລົງທະບຽນ|(?:ສົ່ງ|ແຈ້ງ|ຮັບ)(?:ຕອບ|ລາຍ|ຊື່|ເອກະສານ|ບົດ|ໃບ|ສະໝັກ)|ຕອບຮັບ|ຄົບຮອບ|ສ້າງຕັ້ງ|ປະກາດ)[^,;\n]{0,24}$"
    rf"|(?:ກ່ອນ(?:ໜ້າ)?|ພາຍໃນ|ຢ່າງ(?:ຊ້າ|ຫຼ້າ)(?:ສຸດ)?|ບໍ່(?:ໃຫ້)?\s?(?:ເກີນ|ກາຍ)|ເຜີຍແຜ່|ໝົດ(?:ເຂດ|ກຳນົດ)|ນັບ(?:ຕັ້ງ)?ແຕ່|ເກີດ|ຜ່ານມາ){_TO_DATE}"
    r"|\b(?:by|before|deadline|dated|published|posted|since|no later than)[^,;\n]{0,14}$",
    re.IGNORECASE,
)
_ON = re.compile(
    r"(?:ໃນ|ລະຫວ່າງ|ແຕ່|ຂ[ຶື]້ນ|ປະຈຳ|ຈັດ)\s?ວັນ[^\d,\n]{0,14}$|\b(?:on|from|between|during)\s[A-Za-z, ]{0,14}$",
    re.IGNORECASE,
)
_BARE_DAY = re.compile(r"(?:[-–•*]\s?)?(?:ວັນ[^\d\n]{0,18}|date:?)\s?$", re.IGNORECASE)
_CLOSING = re.compile(r"(?<!ພິທີ)(?<!ພິທີ )(?<!ການ)(?:ປິດ|ສິ້ນສຸດ|ສີ້ນສຸດ|ຈົບ|ເລີກ)")
_SINCE = re.compile(r"ແຕ່\s?ວັນ[^\d,\n]{0,14}$")
_ONWARDS = re.compile(r"\s?ເປັນຕົ້ນໄປ")
_LASTS = re.compile(r"ເວລາ\s?:?\s?(?:ທັງໝົດ\s?)?0?(?:[2-9]|[1-9]\d|[໒-໙])\s?(?:\([^)\n]{1,20}\)\s?)?ວັນ(?!ທີ)")
_AND = re.compile(r"\s?(?:,|,?\s?ແລະ|and|&)\s?(?:ວັນ[^\d,\n]{0,14})?", re.IGNORECASE)
_MEETING = re.compile(MEETING, re.IGNORECASE)
_HALL = re.compile(ROOM)
_REGION = re.compile(REGION)
_NUMBERED = re.compile(r"(?:ເລກທີ|ທີ\s?ເລກ|No\.?\s?:|Ref)", re.IGNORECASE)

_HEADED, _HELD, _NAMED, _POSTED, _SAID, _LEAST = 100, 90, 70, 60, 50, 45
_WINDOW, _CLOSING_WINDOW, _NEAR, _DATELINE = 40, 110, 120, 40


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day, each where it is told."""

    starts_on: Found[Day] | None
    ends_on: Found[Day] | None
    place: DaysFound | None
    """Where the first day stands, for what is told beside it."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What tells of a date by where it stands: under which heading, in which sentence."""

    when: list[Span]
    other: list[Span]
    held: set[Span]
    named: set[Span]

    @staticmethod
    def of(read: Reading, headed: list[Headed], held: list[Held]) -> _Context:
        return _Context(
            values(headed, Heading.WHEN, Heading.BEGINS),
            values(headed, Heading.NUMBER, Heading.OTHER),
            {one.sentence for one in held},
            {read.sentence_at(found.start()) for found in _MEETING.finditer(read.text)},
        )


def days(read: Reading, headed: list[Headed], held: list[Held]) -> Days:
    """Find the days of the meeting; a last day that nothing tells is None."""
    dates = parse_days(read.text)
    ends = values(headed, Heading.ENDS)
    closing = {one.start: one for one in dates if _closes(read, one) or holds(ends, one.start)}
    context = _Context.of(read, headed, held)
    ranked = [(_rank(read, one, context), -one.start, one) for one in dates if one.start not in closing]
    best = max(ranked, key=lambda rank: rank[:2], default=None)
    if best is None or best[0] < _LEAST:
        return Days(None, None, None)
    begins = best[2]
    return Days(
        read.found(begins.first, begins.start, begins.end), _last(read, begins, dates, closing.values()), begins
    )


def _rank(read: Reading, one: DaysFound, context: _Context) -> int:
    """Say how surely a date is the meeting's: 0 for one that is something else's."""
    line = read.line_at(one.start)
    before = read.text[max(line[0], one.start - _WINDOW) : one.start]
    if holds(context.when, one.start):
        return 0 if _is_letters_own(read, one) else _HEADED
    refused = holds(context.other, one.start) or _NOT_OURS.search(before)
    if refused or _is_letters_own(read, one) or _is_dateline(read, one):
        return 0
    return _rank_in_sentence(read, one, context, before)


def _rank_in_sentence(read: Reading, one: DaysFound, context: _Context, before: str) -> int:
    line = read.line_at(one.start)
    sentence = read.sentence_at(one.start)
    said = 3 * bool(_ON.search(before))
    if sentence in context.held:
        return _HELD + said
    if sentence in context.named:
        return _NAMED + said
    near = max(line[0], one.start - _NEAR), min(line[1], one.end + _NEAR)
    if (one.start - line[0] < _WINDOW and _BARE_DAY.fullmatch(before)) or _HALL.search(read.text, *near):
        return _POSTED
    return _SAID if said else _LEAST - 1


def _is_letters_own(read: Reading, one: DaysFound) -> bool:
    """Whether the letter's number stands on the same line or the one beside it."""
    line = read.line_at(one.start)
    if _NUMBERED.search(read.text, max(line[0], one.start - _NEAR), one.start):
        return True
    whole = one.end - line[0] <= _DATELINE and line[1] - one.end <= 1
    return whole and any(_NUMBERED.match(read.text, *each) for each in read.lines_beside(one.start))


def _is_dateline(read: Reading, one: DaysFound) -> bool:
    """Whether one day stands alone on its line, or with a place as at the head of a letter."""
    start, end = read.line_at(one.start)
    end = min(end, one.end + _DATELINE)
    before = read.text[max(start, one.start - _DATELINE - 1) : one.start]
    if one.first != one.last or len(before) > _DATELINE or read.text[one.end : end].strip(" .)"):
        return False
    if not before.strip(" ("):
        return True
    place = _BARE_DAY.sub("", before).strip(" ,")
    alone = place and len(place) < _DATELINE and not _HALL.search(place) and not _MEETING.search(place)
    return bool(alone and (_REGION.search(place) or " " not in place))


def _closes(read: Reading, one: DaysFound) -> bool:
    start, _ = read.sentence_at(one.start)
    return one.first == one.last and bool(
        _CLOSING.search(read.text, max(start, one.start - _CLOSING_WINDOW), one.start)
    )


def _last(
    read: Reading, begins: DaysFound, dates: list[DaysFound], closing: Iterable[DaysFound]
) -> Found[Day] | None:
    """Give the last day: the range's, one joined by "and", the closing's; else the same, unless it lasts on."""
    if begins.first != begins.last:
        return read.found(begins.last, begins.start, begins.end)
    longer = first(one for one in dates if one.first == begins.first != one.last)
    if longer is not None:
        return read.found(longer.last, longer.start, longer.end)
    chained = _chained(read.text, begins, dates)
    if chained is not begins:
        return read.found(chained.last, chained.start, chained.end)
    closes = first(one for one in closing if _not_before(one.last, begins.first))
    if closes is not None:
        return read.found(closes.last, closes.start, closes.end)
    goes_on = _SINCE.search(read.text[max(0, begins.start - _WINDOW) : begins.start])
    if goes_on or _ONWARDS.match(read.text, begins.end) or _LASTS.search(read.text):
        return None
    return read.found(begins.last, begins.start, begins.end)


def _chained(text: str, begins: DaysFound, dates: Iterable[DaysFound]) -> DaysFound:
    """Follow "12, 14 ແລະ 16 ມິຖຸນາ" to its last day."""
    last = begins
    for one in dates:
        if one.start > last.end and _AND.fullmatch(text, last.end, one.start):
            last = one
    return last


def _not_before(one: Day, other: Day) -> bool:
    if one.year is None or other.year is None:
        return (one.month, one.day) >= (other.month, other.day)
    return (one.year, one.month, one.day) >= (other.year, other.month, other.day)
