"""What a cell says: text, numbers, phones, sex, categories."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from signin.domain.attendee import Category, Sex, SexSource
from signin.exchange.tables import Cell
from signin.lao.normalize import canonical
from signin.lao.numbers import to_latin_digits

EXACT_DIGITS = 15
"""A workbook keeps numbers as doubles: further digits are zeros that nobody typed (ECMA-376, IEEE 754)."""

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_NUMBER_DIGITS = 6
_ZERO_LOST = re.compile(r"20\d{8}|30\d{7}")
_PHONE_PARTS = re.compile(r"[/,;|\n]+")
_E_NUMBER = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")


_canonical = lru_cache(maxsize=8192)(canonical)  # positions and organisations stand in many rows


def text(cell: Cell) -> str:
    """Give a cell as canonical text: whole numbers without a point, dates and times as ISO 8601."""
    if isinstance(cell, str):
        return _canonical(cell)
    if isinstance(cell, bool):
        return "1" if cell else ""
    if isinstance(cell, float | int):
        return plain_number(cell)
    return _moment(cell)


def _moment(cell: date | time | timedelta) -> str:
    """Write a date or time by ISO 8601; a date without a time of day is only a date."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat("minutes") if isinstance(cell, time) else str(cell)


def plain_number(number: float) -> str:
    """Write a number without exponent, a whole one without a point."""
    return str(int(number)) if number == int(number) else repr(number)


def is_unseen_text(cell: Cell) -> bool:
    """Whether a text holds control, zero-width or direction characters, which canonical text has not."""
    return isinstance(cell, str) and _UNSEEN.search(cell.strip()) is not None


def whole_number(cell: Cell) -> int | None:
    """Read a roster number: 3, 3.0, "3", "3.", "໓" or "(3)"; anything else is none."""
    said = to_latin_digits(text(cell)).strip(" .()")
    said = said.removesuffix(".0")
    return (
        int(said)
        if said.isascii() and said.isdigit() and 0 < len(said) <= _NUMBER_DIGITS and int(said) > 0
        else None
    )


@dataclass(frozen=True, slots=True)
class Phone:
    """Telephone numbers as text, and what is to be asked about them.

    `lacks_zero`: a number was typed as a number, so a leading 0 could not stand; `damaged`: more digits
    than a workbook keeps.
    """

    text: str = ""
    lacks_zero: bool = False
    damaged: bool = False


def phone(cell: Cell) -> Phone:
    """Read a phone cell; several numbers are joined by " / "; digits are kept, spaces tidied."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _of_digits(plain_number(cell))
    raw = to_latin_digits(cell if isinstance(cell, str) else text(cell))
    said = canonical(raw)
    if _E_NUMBER.fullmatch(said):
        return _of_digits(plain_number(float(said)))
    if re.fullmatch(r"\d+\.0", said):
        return _of_digits(said[:-2])
    parts = [part for part in map(canonical, _PHONE_PARTS.split(raw)) if part.strip(" -.:")]
    bare = [re.sub(r"[ .-]", "", part) for part in parts]
    return Phone(" / ".join(parts), lacks_zero=any(map(_lacks_zero, bare)), damaged=any(map(_is_damaged, bare)))


def _of_digits(digits: str) -> Phone:
    return Phone(digits, lacks_zero=_lacks_zero(digits), damaged=_is_damaged(digits))


def _lacks_zero(digits: str) -> bool:
    """Whether it is a Lao mobile number without its 0: 20 and eight digits, or 30 and seven."""
    return _ZERO_LOST.fullmatch(digits) is not None


def _is_damaged(digits: str) -> bool:
    return digits.isdigit() and len(digits) > EXACT_DIGITS


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FEMALE = _words("ຍ ຍິງ ຍີງ ເພດຍິງ ນ ນາງ f female w woman girl ms mrs")
_MALE = _words("ຊ ຊາຍ ເພດຊາຍ ທ ທ້າວ m male man boy mr")


def sex(said: str) -> tuple[Sex, SexSource | None]:
    """Read a cell of a sex column; a question mark after it means it is only proposed."""
    word = said.casefold().strip(" .()")
    source = SexSource.PROPOSED if word.endswith("?") else SexSource.STATED
    word = word.rstrip("? ")
    if word in _FEMALE:
        return Sex.FEMALE, source
    return (Sex.MALE, source) if word in _MALE else (Sex.UNKNOWN, None)


_TICKS = _words("x × ✕ ✖ ✗ ✘ ✓ ✔ ☑ ☒ ■ ● • v / \\ 1 p ü þ √ * + y yes true ok ແມ່ນ") | _FEMALE | _MALE
_CROSSES = _words("- – — 0 n no false ☐ □ ບໍ່ ບໍ່ແມ່ນ .")
Tick = Literal["ticked", "blank", "other"]


def tick(said: str, own: Sex) -> Tick:
    """Tell whether a cell of a tick column for `own` sex is ticked; the other sex's word is a blank there."""
    word = unicodedata.normalize("NFKC", said).casefold().strip(" .()") or said.strip()
    if not said or word in _CROSSES or word in (_MALE if own is Sex.FEMALE else _FEMALE):
        return "blank"
    return "ticked" if word in _TICKS or set(word) <= {"x", "✓", "/", "1"} else "other"


_CATEGORIES: dict[Category, str] = {
    Category.CHAIR: "ປະທານ|ປະທານກອງປະຊຸມ|ຮອງປະທານ|chair|chairman|chairwoman|chairperson|co-chair",
    Category.GUEST: "ແຂກ|ແຂກຮັບເຊີນ|ແຂກຖືກເຊີນ|ແຂກເຊີນ|ຜູ້ຖືກເຊີນ|ແຂກກຽດຕິຍົດ|guest|guest of honour|invited guest",
    Category.PARTICIPANT: "ຜູ້ເຂົ້າຮ່ວມ|ຜູ້ເຂົ້າຮ່ວມກອງປະຊຸມ|ຜູ້ແທນ|ນັກສຳມະນາກອນ|participant|attendee|delegate",
    Category.RESOURCE_PERSON: (
        "ວິທະຍາກອນ|ຜູ້ນຳສະເໜີ|ຜູ້ບັນຍາຍ|resource person|resource-person|speaker|trainer|presenter|lecturer"
    ),
    Category.ORGANISER: (
        "ຄະນະຈັດກອງປະຊຸມ|ຄະນະຈັດງານ|ຜູ້ຈັດງານ|ຄະນະກຳມະການຈັດງານ|ຄະນະຮັບຜິດຊອບ|organiser|organizer|staff|secretariat"
    ),
    Category.PRESS: "ນັກຂ່າວ|ສື່ມວນຊົນ|ສື່|press|media|journalist|reporter",
}
_CATEGORY_OF = {canonical(word): category for category, all_ in _CATEGORIES.items() for word in all_.split("|")}


def category(said: str) -> Category | None:
    """Read a category's name in Lao or English."""
    return _CATEGORY_OF.get(said.casefold().strip(" ."))
