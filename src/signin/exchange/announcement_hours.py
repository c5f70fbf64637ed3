"""When the meeting begins and ends: the hours beside its days, under a heading, or of its programme."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from signin.exchange.announcement_held import Held
from signin.exchange.announcement_labels import Headed, Heading, values
from signin.exchange.announcement_text import Found, Reading, Span, holds
from signin.lao.dates import DaysFound
from signin.lao.times import TimeFound, parse_times

_TO = re.compile(r"\s?(?:-|–|—|ຫາ|ເຖິງ|ຮອດ|to|until|till)\s?(?:ເວລາ\s?)?", re.IGNORECASE)
_NOT_OURS = (
    r"ລົງທະບຽນ|ພັກ(?:ຜ່ອນ|ທ່ຽງ|ກາເຟ|ຍ່ອຍ|ອາຫານ|ກິນ|ກາງ)|ອາຫານ|ກາເຟ|ຮັບປະທານ|ເດີນທາງ|ອອກເດີນ|ພ້ອມ(?:ກັນ)?(?:ຢູ່|ທີ່)|ກ່ອນ"
    r"|regist|coffee|lunch|break"
)
_NOT_OURS_BEFORE = re.compile(rf"(?:{_NOT_OURS})[^,;\d\n]{{0,20}}$", re.IGNORECASE)
_NOT_OURS_AFTER = re.compile(rf"[\s:.–-]*(?:\(|ແມ່ນ)?\s?(?:{_NOT_OURS})", re.IGNORECASE)
_CLOSING_BEFORE = re.compile(r"(?:(?<!ການ)(?<!ພິທີ)ປິດ|ສ[ິີ]້ນສຸດ|ຈົບ|ເລີກ|close|end)[^\n]{0,90}$", re.IGNORECASE)
_CLOSING_AFTER = re.compile(r"[\s:.–-]*(?:ແມ່ນ\s?)?(?:ພິທີ)?(?:ປິດ|ສ[ິີ]້ນສຸດ|ຈົບ|ເລີກ|clos)", re.IGNORECASE)
_OPENING_BEFORE = re.compile(r"(?:ເປີດ|ເລີ່ມ|ໄຂ|start|begin)[^\n]{0,40}$", re.IGNORECASE)
_HOUR_LINE = re.compile(r"(?:ເວລາ|ຕອນ|ພາກ|time)", re.IGNORECASE)
_NOON = 12
_WINDOW = 100


@dataclass(frozen=True, slots=True)
class Hours:
    """When it begins and when it ends, each where it is told."""

    starts_at: Found[time] | None
    ends_at: Found[time] | None


@dataclass(frozen=True, slots=True)
class _Stretch:
    begins: TimeFound
    ends: TimeFound | None

    @property
    def end(self) -> int:
        return (self.ends or self.begins).end


def hours(read: Reading, headed: list[Headed], held: list[Held], day: DaysFound | None) -> Hours:
    """Find the hours of the meeting; what nothing tells is None."""
    stretches = list(_stretches(read, parse_times(read.text)))
    ends = values(headed, Heading.ENDS)
    opening: list[_Stretch] = []
    closing: list[_Stretch] = []
    for one in stretches:
        (closing if _closes(read, one) or holds(ends, one.begins.start) else opening).append(one)
    here = next(filter(None, _places(read, opening, headed, held, day)), [])
    if not here:
        return Hours(None, _told(read, closing[-1].begins) if closing else None)
    starts = here[0].begins
    return Hours(_told(read, starts), _end(read, starts, here, closing))


def _stretches(read: Reading, times: list[TimeFound]) -> Iterator[_Stretch]:
    """Pair the hours joined by "to", without those of registration, breaks and journeys."""
    at = 0
    while at < len(times):
        begins = times[at]
        paired = at + 1 < len(times) and _TO.fullmatch(read.text, begins.end, times[at + 1].start)
        stretch = _Stretch(begins, times[at + 1] if paired else None)
        at += 2 if paired else 1
        if _is_ours(read, stretch):
            yield stretch


def _is_ours(read: Reading, one: _Stretch) -> bool:
    before = _before(read, one, _WINDOW // 2)
    return not (_NOT_OURS_BEFORE.search(before) or _NOT_OURS_AFTER.match(read.text, one.end))


def _closes(read: Reading, one: _Stretch) -> bool:
    alone = one.ends is None
    return alone and bool(
        _CLOSING_BEFORE.search(_before(read, one, _WINDOW)) or _CLOSING_AFTER.match(read.text, one.end)
    )


def _before(read: Reading, one: _Stretch, letters: int) -> str:
    start, _ = read.sentence_at(one.begins.start)
    return read.text[max(start, one.begins.start - letters) : one.begins.start]


def _places(
    read: Reading, opening: list[_Stretch], headed: list[Headed], held: list[Held], day: DaysFound | None
) -> Iterator[list[_Stretch]]:
    """Look under the headings, beside the days, on the lines below them, where it is held, in the programme."""
    yield _within(opening, values(headed, Heading.WHEN, Heading.BEGINS))
    if day is not None:
        beside = _within(opening, [read.sentence_at(day.start)])
        yield [one for one in beside if one.begins.start > day.start] or beside
        below = [line for line in read.below(day.start, 3) if _HOUR_LINE.match(read.text, line[0])]
        yield _within(opening, below)
    yield [one for one in opening if _OPENING_BEFORE.search(_before(read, one, _WINDOW // 2))]
    yield _within(opening, sorted({each.sentence for each in held}))
    yield [one for one in opening if one.begins.start == read.line_at(one.begins.start)[0]]


def _within(stretches: list[_Stretch], spans: list[Span]) -> list[_Stretch]:
    return [one for one in stretches if holds(spans, one.begins.start)]


def _told(read: Reading, one: TimeFound) -> Found[time]:
    return read.found(one.time, one.start, one.end)


def _end(read: Reading, starts: TimeFound, here: list[_Stretch], closing: list[_Stretch]) -> Found[time] | None:
    """Give the end of the last stretch told here, else when it closes; "8:30-4:00" ends in the afternoon."""
    ends = here[-1].ends or (closing[-1].begins if closing else None)
    if ends is None:
        return None
    at = ends.time
    if at <= starts.time and at.hour < _NOON:
        at = at.replace(hour=at.hour + _NOON)
    return read.found(at, ends.start, ends.end) if at > starts.time else None
