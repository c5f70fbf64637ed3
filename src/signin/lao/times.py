"""How times of day are found in a Lao or English text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from signin.lao.letters import TO_LATIN_DIGITS

_NOON = 12
_HALF_DAY = r"(?:ຕອນ|ພາກ|ຍາມ)?(?:ເຊົ້າ|ສວາຍ|ທ່ຽງ|ບ່າຍ|ແລງ|ຄ່ຳ)"
_CLOCK = r"[\s:,]*(?:ເວລາ[\s:]*)?"
_TO = r"\s*(?:-|–|—|ຫາ|ເຖິງ|ຮອດ)\s*"
_LATER = re.compile(r"ບ່າຍ|ແລງ|ຄ່ຳ|p\.?m", re.IGNORECASE)
_OCLOCK = r"\s*ໂມງ"

_TIME = re.compile(
    rf"(?:(?P<before>{_HALF_DAY}){_CLOCK})?(?<![\d.,:/])"
    rf"(?P<clock>(?<=ເວລາ)|(?<=ເວລາ )|(?<=ເວລາ:)|(?<=ເວລາ: )|(?<=ເວລາ : ))?(?P<hour>\d{{1,2}})"
    rf"(?::(?P<minute>[0-5]\d)(?::[0-5]\d)?(?:{_OCLOCK})?"
    rf"|[.](?P<pointed>[0-5]\d)(?:{_OCLOCK}|(?={_TO}\d{{1,2}}[.:]\d\d{_OCLOCK})|(?=\s*[ap]\.?m\b)|(?(clock)(?![\d.])|(?!)))"
    rf"|(?={_TO}\d{{1,2}}(?:[.:]\d\d)?{_OCLOCK})(?(clock)|(?(before)|(?!)))"
    rf"|(?=\s*[ap]\.?m\b)"
    rf"|h(?P<french>[0-5]\d)?(?![a-z0-9])"
    rf"|{_OCLOCK}(?:\s*(?P<half>ເຄິ່ງ)|\s*(?P<spoken>[0-5]?\d)(?=\s*ນາທີ)|\s*(?P<bare>[0-5]\d)(?!\s*[\d/.:-]|\s*[ກ-ໝ]))?)"
    rf"(?:\s*ນາທີ)?(?![:\d])"
    rf"(?P<after>\s*(?:{_HALF_DAY}(?!{_CLOCK}\d)|[ap]\.?m\b\.?))?",
    re.IGNORECASE,
)
"""08:30 ໂມງ; 8.30 ໂມງ; ເວລາ 8.30; 8 ໂມງ 30; 8 ໂມງເຄິ່ງ; ບ່າຍ 2 ໂມງ; ເວລາ 8 ຫາ 11 ໂມງ; 8h30; 2:00 pm."""

_UNTIL = re.compile(rf"{_TO}(?P<hour>\d{{1,2}})\.(?P<minute>[0-5]\d)(?![\d.]|{_OCLOCK}|\s*[ap]\.?m\b)")
"""The second of 08.30-16.00, which nothing else tells."""


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time of day written in a text, at text[start:end]."""

    time: time
    start: int
    end: int


def parse_times(text: str) -> list[TimeFound]:
    """Find the times of day of a canonical text, in their order; hours that do not exist are left out."""
    text = text.translate(TO_LATIN_DIGITS)
    found: list[TimeFound] = []
    for one in _TIME.finditer(text):
        if (moment := _moment(one)) is not None:
            found.append(TimeFound(moment, *one.span()))
            found += _until(text, one.end())
    return found


def _until(text: str, at: int) -> list[TimeFound]:
    until = _UNTIL.match(text, at)
    if until is None or int(until["hour"]) >= 2 * _NOON:
        return []
    return [TimeFound(time(int(until["hour"]), int(until["minute"])), until.start("hour"), until.end())]


def _moment(found: re.Match[str]) -> time | None:
    hour, minute = int(found["hour"]), 30 if found["half"] else int(_minute(found))
    if hour < _NOON and _LATER.search(f"{found['before']} {found['after']}"):
        hour += _NOON
    return time(hour, minute) if hour < 2 * _NOON else None


def _minute(found: re.Match[str]) -> str:
    return next(filter(None, found.group("minute", "pointed", "french", "spoken", "bare")), "0")
