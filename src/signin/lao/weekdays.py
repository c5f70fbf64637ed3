"""How the days of the week are found in a Lao or English text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAMED = (
    r"ຈັນ|Mon(?:day)?",
    r"ອັງຄານ|Tue(?:s(?:day)?)?",
    r"ພຸດ|Wed(?:nesday)?",
    r"ພ[ຣະ]?ະ?ຫັດ(?:ສະບໍດີ)?|Thu(?:rs(?:day)?)?",
    r"ສຸກ|Fri(?:day)?",
    r"ເສົາ|Sat(?:urday)?",
    r"ອາທິດ|Sun(?:day)?",
)
_DAYS = "|".join(f"(?P<day{number}>{names})" for number, names in enumerate(_NAMED))
_AFTER = "ທີ|ນີ້|ໜ້າ|ແລ້ວ|ແລະ|ຫາ|ເຖິງ|ຮອດ|ເວລາ|ຕອນ|ພາກ|ເຊົ້າ|ບ່າຍ|ແລງ"
"""What may be written on without a space; after other letters it is another word, or a name (ວັນຈັນທະລາ)."""

_WEEKDAY = re.compile(
    rf"(?:ວັນ\s*(?=[ກ-ໝ])|\b(?=[A-Za-z]))(?:{_DAYS})\.?(?:(?=\s*(?:{_AFTER}))|(?![A-Za-z\u0e80-\u0eff]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WeekdayFound:
    """A day of the week written in a text, at text[start:end]; 0 is Monday, as in `date.weekday`."""

    weekday: int
    start: int
    end: int


def parse_weekdays(text: str) -> list[WeekdayFound]:
    """Find the days of the week of a canonical text, in their order; in Lao, only after ວັນ."""
    return [WeekdayFound(int(str(found.lastgroup)[3:]), *found.span()) for found in _WEEKDAY.finditer(text)]
