"""How roster numbers that are typed from a paper list are read, and written again: "3, 7 12-15"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from signin.lao.normalize import canonical
from signin.lao.numbers import to_latin_digits

MOST = 500
"""Of one range: more is a slip of the finger, such as 1-9999."""

_DASHES = re.compile(r"\s*(?:[-‐‑‒–—~]|ຫາ|ເຖິງ)\s*")
_PARTS = re.compile(r"[\s,;،、.+/]+")
_NUMBER = re.compile(r"[0-9]{1,9}")
_RANGE = re.compile(r"([0-9]{1,9})-([0-9]{1,9})")


@dataclass(frozen=True, slots=True)
class NumberList:
    """The numbers, each once, in the order they were typed; and what could not be read, as it was typed."""

    numbers: tuple[int, ...]
    odd: tuple[str, ...] = ()


def read_numbers(text: str) -> NumberList:
    """Read numbers and ranges in any digits, parted by commas, spaces or line ends."""
    numbers: dict[int, None] = {}
    odd: list[str] = []
    for part in filter(None, _PARTS.split(_DASHES.sub("-", to_latin_digits(canonical(text))))):
        if (read := _read(part)) is None:
            odd.append(part)
        else:
            numbers |= dict.fromkeys(read)
    return NumberList(tuple(numbers), tuple(odd))


def _read(part: str) -> range | None:
    """Read one number or range; a range that falls, or is far too long, is not guessed at."""
    if _NUMBER.fullmatch(part) and int(part) > 0:
        return range(int(part), int(part) + 1)
    if (found := _RANGE.fullmatch(part)) is None:
        return None
    first, last = int(found[1]), int(found[2])
    return range(first, last + 1) if 0 < first <= last < first + MOST else None


def write_numbers(numbers: Iterable[int]) -> str:
    """Write numbers as they are typed, in their order, with ranges that `read_numbers` takes: "1-10, 15"."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        first, last = runs[-1] if runs else (number, number - 2)
        if number == last + 1 and number < first + MOST:
            runs[-1] = (first, number)
        else:
            runs.append((number, number))
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
