"""Numbers, dates and times as Lao offices print them.

Official papers use 0-9 and the Christian year; the digits ໐-໙ may be chosen. The full stop parts thousands
and the comma fractions (1.234,5), as the locale `lo` of the Unicode CLDR has it.
"""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Literal

from signin.lao.dates import DateFound, parse_dates
from signin.lao.letters import TO_LAO_DIGITS, TO_LATIN_DIGITS
from signin.lao.times import TimeFound, parse_times

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "DateFound",
    "TimeFound",
    "Tongue",
    "format_date",
    "format_number",
    "format_range",
    "format_time",
    "format_weekday",
    "parse_dates",
    "parse_times",
    "to_lao_digits",
    "to_latin_digits",
]

Tongue = Literal["lo", "en"]

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


def format_date(day: date, language: Tongue = "lo") -> str:
    """Write a day: "12 ມິຖຸນາ 2024"."""
    return f"{_day_and_month(day, language)} {day.year}"


def format_range(first: date, last: date, language: Tongue = "lo") -> str:
    """Write the days from first to last without saying the same month or year twice.

    "12-13 ມິຖຸນາ 2024", "30 ມິຖຸນາ - 1 ກໍລະກົດ 2024", "30 ທັນວາ 2024 - 2 ມັງກອນ 2025".
    """
    if first == last:
        return format_date(last, language)
    if first.year != last.year:
        return f"{format_date(first, language)} - {format_date(last, language)}"
    if first.month != last.month:
        return f"{_day_and_month(first, language)} - {format_date(last, language)}"
    return f"{first.day}-{format_date(last, language)}"


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


_SWAPPED = str.maketrans(",.", ".,")


def _day_and_month(day: date, language: Tongue) -> str:
    return f"{day.day} {MONTHS[language][day.month - 1]}"
