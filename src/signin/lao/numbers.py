"""Numbers, dates and times as Lao offices print them; they are read in `dates`, `times` and `weekdays`.

Official papers use 0-9 and the Christian year; the digits ໐-໙ and the Buddhist year may be chosen. The full
stop parts thousands and the comma fractions (1.234,5), as the locale `lo` of the Unicode CLDR has it.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal

from signin.lao.letters import TO_LAO_DIGITS, TO_LATIN_DIGITS

Tongue = Literal["lo", "en"]

BUDDHIST = 543
"""How many years the Buddhist era is ahead of the Christian one, in Laos and in Thailand."""

MONTHS = {
    "lo": (
        *("ມັງກອນ", "ກຸມພາ", "ມີນາ", "ເມສາ", "ພຶດສະພາ", "ມິຖຸນາ"),
        *("ກໍລະກົດ", "ສິງຫາ", "ກັນຍາ", "ຕຸລາ", "ພະຈິກ", "ທັນວາ"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

WEEKDAYS = {
    "lo": ("ຈັນ", "ອັງຄານ", "ພຸດ", "ພະຫັດ", "ສຸກ", "ເສົາ", "ອາທິດ"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}


def to_lao_digits(text: str) -> str:
    """Write 0-9 as ໐-໙; everything else stays."""
    return text.translate(TO_LAO_DIGITS)


def to_latin_digits(text: str) -> str:
    """Write ໐-໙ as 0-9; everything else stays."""
    return text.translate(TO_LATIN_DIGITS)


def format_date(day: date, language: Tongue = "lo", *, buddhist: bool = False) -> str:
    """Write a day: "12 ມິຖຸນາ 2024"; with the year of the Buddhist era, "12 ມິຖຸນາ ພ.ສ. 2567"."""
    return f"{_day_and_month(day, language)} {_year(day.year, language, buddhist=buddhist)}"


def format_range(first: date, last: date, language: Tongue = "lo", *, buddhist: bool = False) -> str:
    """Write the days from first to last without saying the same month or year twice.

    "12-13 ມິຖຸນາ 2024", "30 ມິຖຸນາ - 1 ກໍລະກົດ 2024", "30 ທັນວາ 2024 - 2 ມັງກອນ 2025".
    """
    ends = format_date(last, language, buddhist=buddhist)
    if first == last:
        return ends
    if first.year != last.year:
        return f"{format_date(first, language, buddhist=buddhist)} - {ends}"
    if first.month != last.month:
        return f"{_day_and_month(first, language)} - {ends}"
    return f"{first.day}-{ends}"


def format_short(day: date) -> str:
    """Write a day as tables and fields have it, in either language: "12/6/2024"."""
    return f"{day.day}/{day.month}/{day.year}"


def format_moment(at: datetime) -> str:
    """Write a day and time as tables and fields have them, in either language: "12/6/2024 08:30"."""
    return f"{format_short(at.date())} {format_time(at.time())}"


def format_weekday(day: date, language: Tongue = "lo") -> str:
    """Name the day of the week: "ພຸດ"; a sentence writes ວັນ before it."""
    return WEEKDAYS[language][day.weekday()]


def format_time(moment: time) -> str:
    """Write a time of day on 24 hours: "08:30"."""
    return f"{moment:%H:%M}"


def format_number(number: Decimal | float, language: Tongue = "lo") -> str:
    """Write a number with its thousands parted: "1.234,5" in Lao, "1,234.5" in English."""
    english = f"{number:,}"
    return english.translate(_SWAPPED) if language == "lo" else english


def parse_number(text: str, language: Tongue = "lo") -> Decimal | None:
    """Read a number as `format_number` writes it, ໐-໙ or 0-9, thousands parted or not; None for anything else.

    "1.234" is twelve hundred and thirty-four in Lao, and "1.23" is nothing, lest a fraction become hundreds.
    """
    written = to_latin_digits(text.strip())
    english = written.translate(_SWAPPED) if language == "lo" else written
    return Decimal(english.replace(",", "")) if _NUMBER.fullmatch(english) else None


_SWAPPED = str.maketrans(",.", ".,")
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")


def _day_and_month(day: date, language: Tongue) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]}"


def _year(year: int, language: Tongue, *, buddhist: bool) -> str:
    if not buddhist:
        return str(year)
    return f"{'ພ.ສ.' if language == 'lo' else 'B.E.'} {year + BUDDHIST}"
