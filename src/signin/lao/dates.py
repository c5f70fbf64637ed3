"""How dates and ranges of days are found in a Lao or English text.

Day before month, as Lao offices write; ໐-໙ and 0-9; years of the Buddhist era (543 more) are turned into
Christian ones; months in the spellings that are seen.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from signin.lao.letters import TO_LATIN_DIGITS
from signin.lao.numbers import BUDDHIST

_MONTHS = (
    r"ມັງກອນ|Jan(?:uary)?",
    r"ກ[ຸູ]ມພາ|Feb(?:ruary)?",
    r"ມ[ິີ]ນາ|Mar(?:ch)?",
    r"ເມສາ|Apr(?:il)?",
    r"ພ[ິຶື]ດ?ສະ?ພາ|May",
    r"ມ[ິີ]ຖ[ຸູ]ນາ|June?",
    r"ກໍ່?ລະ?ກົດ|July?",
    r"ສ[ິີ]ງຫາ|Aug(?:ust)?",
    r"ກັນ[ຍຢ]າ|Sept?(?:ember)?",
    r"ຕ[ຸູ]ລາ|Oct(?:ober)?",
    r"ພະ?ຈ[ິີ]ກ|Nov(?:ember)?",
    r"ທັນ?ວາ|Dec(?:ember)?",
)
_BUDDHIST_FROM = 2400
_CENTURY = 100
_THIS_CENTURY = _LEAP_YEAR = 2000

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = rf"(?:{'|'.join(_MONTHS)})\.?(?![A-Za-z])"
_NUMBER = r"(?:0?[1-9]|1[0-2])(?!\d)"
_ON = r"\s*(?:ວັນ\s*(?:(?:ຈັນ|ອັງຄານ|ພຸດ|ພະ?ຫັດ|ສຸກ|ເສົາ|ອາທິດ)\s*)?ທີ\s*)?"
_TO = rf"\s*(?:-|–|—|ຫາ|ເຖິງ|ຮອດ|to\b|until\b){_ON}"
_AND = rf"\s*(?:ແລະ|and\b|&){_ON}"
_OF = rf"\s*(?:ເດືອນ)?\s*(?P<{{name}}>{_MONTH}|(?:(?<=ເດືອນ)|(?<=ເດືອນ )){_NUMBER})"
_ERA = r"(?:[ຄພ]\.?ສ\.?|[BC]\.?E\.?)"
_YEAR = rf",?\s*(?:ປີ)?\s*{_ERA}?\s*(?P<{{name}}>[12]\d{{{{3}}}})(?!\d)"

_WRITTEN = re.compile(
    rf"(?<![\d/.,])(?P<day>{_DAY})"
    rf"(?:(?:{_OF.format(name='month')}(?:{_YEAR.format(name='year')})?)?"
    rf"(?:(?P<to>{_TO})|(?P<and>{_AND}))(?P<last_day>{_DAY}))?"
    rf"{_OF.format(name='last_month')}(?:{_YEAR.format(name='last_year')})?",
    re.IGNORECASE,
)
"""12 ມິຖຸນາ 2024; 12-13 ມິຖຸນາ; 12 ເດືອນ 6 ປີ 2024; 30 ມິຖຸນາ ຫາ 1 ກໍລະກົດ 2024; 30 ທັນວາ 2024 - 2 ມັງກອນ 2025."""

_LISTED = re.compile(
    rf"ວັນ\s?ທີ\s*:?\s*(?P<days>{_DAY}(?:\s*,\s*{_DAY})+(?:\s*,?\s*(?:ແລະ|and\b|&)\s*{_DAY})?)"
    rf"{_OF.format(name='month')}(?:{_YEAR.format(name='year')})?",
    re.IGNORECASE,
)
"""ວັນທີ 12, 13 ແລະ 14 ມິຖຸນາ 2024."""

_MONTH_FIRST = re.compile(
    rf"(?<![A-Za-z])(?P<last_month>{_MONTH})\s+(?P<day>{_DAY})(?:(?P<to>{_TO})(?P<last_day>{_DAY}))?(?!\d)"
    rf"(?:{_YEAR.format(name='last_year')})?",
    re.IGNORECASE,
)
"""June 12, 2024; June 12-13."""

_NUMERIC = re.compile(
    rf"(?<![\d/.])(?:(?P<first>{_DAY})(?:/(?P<first_month>{_NUMBER}))?\s?[-–]\s?)?"
    rf"(?P<day>{_DAY})(?P<part>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=part)"
    r"(?P<year>\d{4}|\d\d)(?![\d/])"
)
"""12/06/2024, 12-06-2024, 12.6.24, 12-13/06/2024, 30/06 - 01/07/2024."""

_SHORT = re.compile(rf"(?<=ວັນທີ)\s*:?\s*(?P<day>{_DAY})/(?P<month>{_NUMBER})(?![/-])")
"""ວັນທີ 12/6, where the word for it stands before."""

_ISO = re.compile(r"(?<![\d/.-])(?P<year>[12]\d{3})-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
_ONLY_TO = re.compile(_TO)


@dataclass(frozen=True, slots=True)
class DateFound:
    """Days written in a text: `first` equals `last` for one day; text[start:end] is where they stand.

    `has_year` is False where the year was not written but taken from elsewhere.
    """

    first: date
    last: date
    has_year: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Day:
    """A day as it is written: `year` is None where none stands with it."""

    year: int | None
    month: int
    day: int

    def on(self, year: int) -> date:
        """Give the date; ValueError where there is no such day."""
        return date(year if self.year is None else self.year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class DaysFound:
    """Days as they are written, at text[start:end]; `first` equals `last` for one day.

    A range may tell the year of both ends once (30 ມິຖຸນາ - 1 ກໍລະກົດ 2024).
    """

    first: Day
    last: Day
    start: int
    end: int


_Span = tuple[int, int]
_Written = tuple[Day, Day, _Span]


def parse_dates(text: str, year: int | None = None) -> list[DateFound]:
    """Find the dates and ranges of a canonical text, in their order; days that do not exist are left out.

    A date without a year is of `year`; otherwise of the first year that the text names; otherwise left out.
    """
    written = _joined(_without_overlaps(_all(text.translate(TO_LATIN_DIGITS))), text)
    if year is None:
        year = next((last.year for _, last, _ in written if last.year is not None), None)
    found = (_dated(first, last, span, year) for first, last, span in written)
    return [dates for dates in found if dates is not None]


def parse_days(text: str) -> list[DaysFound]:
    """Find the dates and ranges of a canonical text as they are written, with a year or without one."""
    written = _joined(_without_overlaps(_all(text.translate(TO_LATIN_DIGITS))), text)
    ranges = ((*_of_one_range(first, last), span) for first, last, span in written)
    return [DaysFound(first, last, *span) for first, last, span in ranges if _in_order(first, last)]


def _of_one_range(first: Day, last: Day) -> tuple[Day, Day]:
    """Put the year of one end to the other: the turn of the year lies between where the months go down."""
    turns = (first.month, first.day) > (last.month, last.day)
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - turns), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + turns)
    return first, last


def _in_order(first: Day, last: Day) -> bool:
    """Whether both days exist and the first is not the later one; without a year, December is before January."""
    try:
        begins, ends = first.on(_LEAP_YEAR), last.on(_LEAP_YEAR)
    except ValueError:
        return False
    return begins <= ends or (last.year is None and first.month > last.month)


def _dated(first: Day, last: Day, span: _Span, year: int | None) -> DateFound | None:
    """Put the years in: a range without a first year starts in the last one's, or the year before."""
    assumed = last.year or year
    if assumed is None:
        return None
    try:
        begins, ends = first.on(assumed), last.on(assumed)
        if begins > ends and first.year is None:
            begins = first.on(ends.year - 1)
    except ValueError:
        return None
    return DateFound(begins, ends, last.year is not None, *span) if begins <= ends else None


def _all(text: str) -> Iterator[_Written]:
    for found in _ISO.finditer(text):
        day = Day(*map(int, found.group("year", "month", "day")))
        yield day, day, found.span()
    for found in _NUMERIC.finditer(text):
        yield _of_numeric(found)
    for found in _SHORT.finditer(text):
        day = Day(None, int(found["month"]), int(found["day"]))
        yield day, day, (found.start("day"), found.end())
    for found in _LISTED.finditer(text):
        yield from _of_listed(found)
    for found in _MONTH_FIRST.finditer(text):
        last = Day(_year(found["last_year"]), _month(found["last_month"]), int(found["last_day"] or found["day"]))
        yield Day(last.year, last.month, int(found["day"])), last, found.span()
    for found in _WRITTEN.finditer(text):
        yield from _of_written(found)


def _of_numeric(found: re.Match[str]) -> _Written:
    year, month, day = _christian(found["year"]), int(found["month"]), int(found["day"])
    begins = int(found["first_month"] or month)
    return Day(year - (begins > month), begins, int(found["first"] or day)), Day(year, month, day), found.span()


def _of_listed(found: re.Match[str]) -> Iterator[_Written]:
    """Give days that follow one another as one range, others each by itself."""
    numbers = list(re.finditer(r"\d+", found["days"]))
    days = [Day(_year(found["year"]), _month(found["month"]), int(number[0])) for number in numbers]
    start = found.start("days")
    if all(after.day == before.day + 1 for before, after in pairwise(days)):
        yield days[0], days[-1], (start, found.end())
        return
    for day, number in zip(days, numbers, strict=True):
        last = number is numbers[-1]
        yield day, day, (start + number.start(), found.end() if last else start + number.end())


def _of_written(found: re.Match[str]) -> Iterator[_Written]:
    last = Day(_year(found["last_year"]), _month(found["last_month"]), int(found["last_day"] or found["day"]))
    month = _month(found["month"]) if found["month"] else last.month
    first = Day(_year(found["year"]) or (last.year if month <= last.month else None), month, int(found["day"]))
    if found["and"] is None or _follows(first, last):
        yield first, last, found.span()
        return
    yield first, first, (found.start(), found.end("month") if found["month"] else found.end("day"))
    yield last, last, (found.start("last_day"), found.end())


def _follows(first: Day, last: Day) -> bool:
    """Whether two days joined by "and" are one range: the second is the day after the first."""
    year = last.year or _THIS_CENTURY
    try:
        return first.on(year) + timedelta(days=1) == last.on(year)
    except ValueError:
        return False


def _without_overlaps(written: Iterator[_Written]) -> list[_Written]:
    """Keep the longest of those that share letters, in the order of the text."""
    kept: list[_Written] = []
    for one in sorted(written, key=lambda one: (one[2][0] - one[2][1], one[2][0])):
        place = bisect(kept, one[2], key=_span)
        before, after = kept[max(place - 1, 0) : place], kept[place : place + 1]
        if all(other[2][1] <= one[2][0] for other in before) and all(one[2][1] <= other[2][0] for other in after):
            kept.insert(place, one)
    return kept


def _span(one: _Written) -> _Span:
    return one[2]


def _joined(written: list[_Written], text: str) -> list[_Written]:
    """Join neighbours with nothing but "to" between them: 30/06/2024 - 01/07/2024."""
    joined: list[_Written] = []
    for first, last, (start, end) in written:
        if joined and _ONLY_TO.fullmatch(text[joined[-1][2][1] : start]):
            earlier, _, (begin, _) = joined.pop()
            joined.append((earlier, last, (begin, end)))
        else:
            joined.append((first, last, (start, end)))
    return joined


def _month(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return next(number for number, month in enumerate(_MONTHS, start=1) if re.match(month, written, re.IGNORECASE))


def _year(written: str | None) -> int | None:
    return None if written is None else _christian(written)


def _christian(written: str) -> int:
    year = int(written)
    if year < _CENTURY:
        return year + _THIS_CENTURY
    return year - BUDDHIST if year >= _BUDDHIST_FROM else year
