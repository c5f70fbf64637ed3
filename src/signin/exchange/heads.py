"""Where a roster's head row is, and what each column means, in Lao and English and many spellings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from signin.exchange.meanings import REPEATABLE, Meaning
from signin.exchange.tables import Row, Sheet
from signin.lao.normalize import canonical

SEARCHED = 20
"""The head must stand in one of so many rows from the top."""


_SPELLINGS: Mapping[Meaning, str] = {
    Meaning.NUMBER: "ລ/ດ|ລດ|ລ.ດ|ລຳດັບ|ລຳດັບທີ|ລໍາດັບ|ເລກທີ|ເລກລຳດັບ|ທີ|no|nr|number|#|№|n°|seq|s/n|item|order",
    Meaning.PREFIX: "ຄຳນຳໜ້າ|ຄຳນຳໜ້າຊື່|ຄຳນຳ|ຄໍານໍາຫນ້າ|prefix|title|salutation|honorific|mr/ms|mr./mrs.",
    Meaning.NAME: (
        "ຊື່ ແລະ ນາມສະກຸນ|ຊື່ແລະນາມສະກຸນ|ຊື່ ນາມສະກຸນ|ຊື່ເຕັມ|ຊື່|ລາຍຊື່|ລາຍຊື່ຜູ້ເຂົ້າຮ່ວມ|ຊື່ຜູ້ເຂົ້າຮ່ວມ|ຊື່ພະນັກງານ|"
        "ຊື່ ແລະ ສະກຸນ|ຊື່ສະກຸນ|name|full name|fullname|name and surname|name & surname|first name|given name|"
        "firstname|participant|participant name|name of participant"
    ),
    Meaning.SURNAME: "ນາມສະກຸນ|ສະກຸນ|surname|last name|lastname|family name",
    Meaning.SEX: "ເພດ|sex|gender|ຊາຍ/ຍິງ|ຍິງ/ຊາຍ|ຊ/ຍ|ຍ/ຊ|m/f|f/m",
    Meaning.FEMALE: "ຍິງ|ເພດຍິງ|ຍ|female|f|women|woman",
    Meaning.MALE: "ຊາຍ|ເພດຊາຍ|ຊ|male|m|men|man",
    Meaning.POSITION: "ຕຳແໜ່ງ|ຕໍາແຫນ່ງ|ຕຳແໜ່ງງານ|ໜ້າທີ່|ຕຳແໜ່ງ/ໜ້າທີ່|position|job title|role|function|designation|rank",
    Meaning.ORGANISATION: (
        "ພາກສ່ວນ|ໜ່ວຍງານ|ບ່ອນປະຈຳການ|ກົມກອງ|ອົງການ|ອົງການຈັດຕັ້ງ|ຂະແໜງການ|ສັງກັດ|ບ່ອນເຮັດວຽກ|ສະຖານທີ່ເຮັດວຽກ|ກົມ|"
        "ກະຊວງ|ພະແນກ|ຫ້ອງການ|ມາຈາກ|ມາຈາກພາກສ່ວນ|ມາຈາກໜ່ວຍງານ|ບໍລິສັດ|ຊື່ໜ່ວຍງານ|ຊື່ພາກສ່ວນ|ຊື່ອົງການ|ຊື່ບໍລິສັດ|ບ່ອນປະຈໍາການ|"
        "ອົງກອນ|ຊື່ອົງກອນ|ບ່ອນສັງກັດ|ຕົ້ນສັງກັດ|ສຳນັກງານ|ຊື່ສຳນັກງານ|ສະຖາບັນ|ຊື່ສະຖາບັນ|ໂຮງຮຽນ|ໂຮງໝໍ|ມະຫາວິທະຍາໄລ|"
        "ລັດວິສາຫະກິດ|ຊື່ຫ້ອງການ|ຊື່ກະຊວງ|ຊື່ພະແນກ|ຈາກພາກສ່ວນ|ຕາງໜ້າ|"
        "organisation|organization|office|agency|company|institution|department|ministry|workplace|from|unit|affiliation|"
        "institute|employer|entity|bureau|division|school|university|hospital|work place|place of work|"
        "name of organisation|name of organization|name of office|name of institution|name of company"
    ),
    Meaning.PROVINCE: "ແຂວງ|ແຂວງ/ນະຄອນຫຼວງ|province",
    Meaning.PHONE: (
        "ເບີໂທ|ໂທລະສັບ|ເບີໂທລະສັບ|ເບີໂທຕິດຕໍ່|ເບີຕິດຕໍ່|ໂທ|ເບີ|ມືຖື|ເບີມືຖື|ເບີໂທ/whatsapp|ໂທລະສັບມືຖື|"
        "tel|phone|telephone|whatsapp|mobile|cell|contact|contact number|phone number|tel no|hp"
    ),
    Meaning.EMAIL: "ອີເມວ|ອີເມລ|ອີເມລ໌|ອີເມວ໌|ອີແມວ|ທີ່ຢູ່ອີເມວ|email|e-mail|mail|email address",
    Meaning.CATEGORY: "ປະເພດ|ປະເພດຜູ້ເຂົ້າຮ່ວມ|ເຂົ້າຮ່ວມໃນຖານະ|category|type",
    Meaning.NOTE: "ໝາຍເຫດ|ຫມາຍເຫດ|note|notes|remark|remarks|comment|comments",
    Meaning.ATTENTION: "ຂໍ້ຄວນລະວັງ|ຂໍ້ຄວນເອົາໃຈໃສ່|ເອົາໃຈໃສ່|attention",
    Meaning.IGNORED: (
        "ລາຍເຊັນ|ເຊັນຊື່|ເຊັນ|ລະຫັດ|ມາຮອດ|ເວລາມາຮອດ|signature|sign|code|arrived|arrival|ວັນເດືອນປີເກີດ|ວັນທີ|ອາຍຸ|date|age"
    ),
}
_LEAST_START = 3
_NOT_LETTERS = re.compile(r"[\s.,:;()\[\]_*\-–—\"'“”ໆ]+")
_OFFERED = ("ລ/ດ", "ຊື່ ແລະ ນາມສະກຸນ", "ຍິງ", "ຕຳແໜ່ງ", "ພາກສ່ວນ", "ເບີໂທ")
EXAMPLES = " · ".join(_OFFERED)


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", canonical(text).casefold())


_EXACT = {_key(spelling): meaning for meaning, all_ in _SPELLINGS.items() for spelling in all_.split("|")}
_STARTS = sorted((key for key in _EXACT if len(key) >= _LEAST_START), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a sheet: its row (the last of two), the columns' meanings and texts by index, its score."""

    row: int
    meanings: Mapping[int, Meaning]
    texts: Mapping[int, str]
    score: int

    _columns: Mapping[Meaning, tuple[int, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Turn the meanings round once; every row asks for them many times."""
        turned: dict[Meaning, tuple[int, ...]] = {}
        for column, meaning in self.meanings.items():
            turned[meaning] = (*turned.get(meaning, ()), column)
        object.__setattr__(self, "_columns", turned)

    def columns(self, meaning: Meaning) -> tuple[int, ...]:
        """Give the indexes of the columns that hold `meaning`, from the left."""
        return self._columns.get(meaning, ())


@lru_cache(maxsize=1024)
def meaning_of(text: str) -> tuple[Meaning | None, bool]:
    """Tell what a head cell means, and whether it is spelt exactly so; a longer text counts by its start."""
    key = _key(text)
    if key in _EXACT:
        return _EXACT[key], True
    start = next((start for start in _STARTS if key.startswith(start)), None)
    if start is None or len(key) > 3 * len(start) + 12:
        return None, False
    return _EXACT[start], False


def find(sheet: Sheet) -> Head | None:
    """Find the best head among the first rows: it must name the names, and something else beside them."""
    top = [row for row in sheet.rows if row.number <= SEARCHED]
    found: list[Head] = []
    for at, row in enumerate(top):
        below = sheet.rows[at + 1] if at + 1 < len(sheet.rows) else None
        found.extend(head for head in (_single(row), _double(row, below)) if head is not None)
    return max(found, key=lambda head: (head.score, -head.row), default=None)


def at(sheet: Sheet, number: int) -> Head:
    """Take a row for the head because somebody says so, with the row above where both make one; 0 is no head."""
    rows = {row.number: row for row in sheet.rows if row.number in {number - 1, number}}
    own, above = rows.get(number), rows.get(number - 1)
    if own is None:
        return Head(number, {}, {}, 0)
    found = [_single(own), None if above is None else _double(above, own)]
    best = max((head for head in found if head is not None), key=lambda head: head.score, default=None)
    return best or Head(number, _understood(_texts(own))[0], _texts(own), 0)


def with_meanings(head: Head, chosen: Mapping[int, Meaning]) -> Head:
    """Give columns the meaning that somebody chose; what a chosen column holds alone, no other holds any more."""
    alone = {meaning for meaning in chosen.values() if meaning not in REPEATABLE}
    kept = {column: meaning for column, meaning in head.meanings.items() if meaning not in alone}
    return Head(head.row, dict(sorted((kept | dict(chosen)).items())), head.texts, head.score)


def _texts(row: Row) -> dict[int, str]:
    return {
        column: canonical(cell) for column, cell in enumerate(row.cells) if isinstance(cell, str) and cell.strip()
    }


def _single(row: Row) -> Head | None:
    return _judged(row.number, _texts(row), len([cell for cell in row.cells if cell != ""]))


def _double(upper: Row, lower: Row | None) -> Head | None:
    """Join a row and the one below it, when that holds nothing but heads of its own (ເພດ over ຊາຍ and ຍິງ)."""
    if lower is None or lower.number != upper.number + 1:
        return None
    under = _texts(lower)
    if not under or len(under) != len([cell for cell in lower.cells if cell != ""]):
        return None
    if not all(meaning_of(text)[1] for text in under.values()):
        return None
    texts = dict(sorted((_texts(upper) | under).items()))
    return _judged(lower.number, texts, len(texts))


def _judged(number: int, texts: Mapping[int, str], filled: int) -> Head | None:
    meanings, exact = _understood(texts)
    named = any(meaning in {Meaning.NAME, Meaning.SURNAME} for meaning in meanings.values())
    alone = filled == 1 and exact == 1
    if not named or not (len(meanings) > 1 or alone):
        return None
    return Head(number, meanings, dict(texts), len(meanings) + 2 * exact)


def _understood(texts: Mapping[int, str]) -> tuple[dict[int, Meaning], int]:
    """Give what the columns mean, and how many of them are spelt exactly so."""
    meanings: dict[int, Meaning] = {}
    exact = 0
    for column, text in texts.items():
        meaning, is_exact = meaning_of(text)
        if meaning is not None and not _again(meaning, meanings):
            meanings[column] = meaning
            exact += is_exact
    return meanings, exact


def _again(meaning: Meaning, meanings: Mapping[int, Meaning]) -> bool:
    """Whether a meaning has its column already; only phones and what is ignored may come twice."""
    return meaning in meanings.values() and meaning not in {Meaning.PHONE, Meaning.IGNORED}
