"""How times of day are found in a Lao or English text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from signin.lao.letters import TO_LATIN_DIGITS

_NOON = 12
_HALF_DAY = r"(?:ຕອນ)?(?:ເຊົ້າ|ສວາຍ|ທ່ຽງ|ບ່າຍ|ແລງ|ຄ່ຳ)"
_LATER = re.compile(r"ບ່າຍ|ແລງ|ຄ່ຳ|p\.?m", re.IGNORECASE)
_OCLOCK = r"\s*ໂມງ"

_TIME = re.compile(
    rf"(?:(?P<before>{_HALF_DAY})\s*)?(?<![\d.,:/])(?P<hour>\d{{1,2}})"
    rf"(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:{_OCLOCK})?"
    rf"|[.](?P<pointed>[0-5]\d){_OCLOCK}"
    rf"|h(?P<french>[0-5]\d)?(?![a-z0-9])"
    rf"|{_OCLOCK}(?:\s*(?P<half>ເຄິ່ງ)|\s*(?P<spoken>[0-5]?\d)(?=\s*ນາທີ)|\s*(?P<bare>[0-5]\d)(?!\s*[\d/.:-]|\s*[ກ-ໝ]))?)"
    rf"(?:\s*ນາທີ)?(?![:\d])"
    rf"(?P<after>\s*(?:{_HALF_DAY}(?!\s*\d)|[ap]\.?m\b\.?))?",
    re.IGNORECASE,
)
"""08:30 ໂມງ; 8.30 ໂມງ; 8 ໂມງ 30; 8 ໂມງເຄິ່ງ; ບ່າຍ 2 ໂມງ; 8h30; 2:00 pm."""


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time of day written in a text, at text[start:end]."""

    time: time
    start: int
    end: int


def parse_times(text: str) -> list[TimeFound]:
    """Find the times of day of a canonical text, in their order; hours that do not exist are left out."""
    matches = _TIME.finditer(text.translate(TO_LATIN_DIGITS))
    return [TimeFound(moment, *found.span()) for found in matches if (moment := _moment(found)) is not None]


def _moment(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(_minute(found))
    if hour < _NOON and _LATER.search(f"{found['before']} {found['after']}"):
        hour += _NOON
    return time(hour, minute) if hour < 2 * _NOON else None


def _minute(found: re.Match[str]) -> str:
    return next(filter(None, found.group("minute", "pointed", "french", "spoken", "bare")), "0")
