"""Invented people: Lao names out of syllables, offices, phones; the same in every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime

from signin.domain import codes, ids
from signin.domain.attendee import Attendee, Category, Sex, SexSource
from signin.domain.event import Event
from signin.exchange.people import RosterLine

MORNING = datetime(2024, 6, 12, 8, 0)

_FIRST = [
    "ວັນ",
    "ບຸນ",
    "ສົມ",
    "ຄຳ",
    "ແກ້ວ",
    "ພອນ",
    "ສຸກ",
    "ທອງ",
    "ຈັນ",
    "ດາວ",
    "ມະນີ",
    "ສີ",
    "ອິນ",
    "ເພັດ",
    "ໄຊ",
    "ນ້ອຍ",
    "ຫຼ້າ",
    "ວົງ",
]
_SECOND = ["ນະພາ", "ມີ", "ໃຈ", "ຫວັງ", "ທິບ", "ສະຫວັນ", "ເພັງ", "ພັນ", "ຈິດ", "ລາ", "ໄລ", "ສັກ", "ວິໄລ", "ໝັ້ນ"]
_FAMILY = ["ພົມ", "ໄຊຍະ", "ສີສະ", "ອິນທະ", "ແກ້ວ", "ສຸລິ", "ທຳມະ", "ວົງສະ", "ຈັນທະ", "ເຈົ້າ", "ຂຽວ", "ລັດຕະ"]
_HOUSE = ["ວົງ", "ມະນີ", "ຫວັດ", "ສຸກ", "ລາດ", "ວັນ", "ໄຊ", "ພອນ", "ສິດ", "ດາລາ", "ເທບ", "ຍາ", "ລີ"]
_BODIES = ["ພະແນກ", "ກົມ", "ຫ້ອງການ", "ສູນ", "ຂະແໜງ", "ສະຖາບັນ"]
_FIELDS = ["ການເງິນ", "ແຜນການ", "ຈັດຕັ້ງ", "ສື່ສານ", "ເຕັກໂນໂລຊີ", "ຄຸ້ມຄອງນ້ຳ", "ປ່າໄມ້", "ສຶກສາ", "ສາທາລະນະສຸກ", "ຂົນສົ່ງ"]
_POSITIONS = ["ຫົວໜ້າພະແນກ", "ຮອງຫົວໜ້າກົມ", "ວິຊາການ", "ເລຂານຸການ", "ຜູ້ອຳນວຍການ", "ຫົວໜ້າຂະແໜງ"]


def event() -> Event:
    """Give an invented meeting of two days."""
    return Event(
        id="measured",
        title="ກອງປະຊຸມປະຈຳປີ ວ່າດ້ວຍການວັດແທກ",
        organiser="ຫ້ອງການທົດລອງ",
        venue="ຫ້ອງປະຊຸມໃຫຍ່",
        starts_on=date(2024, 6, 12),
        ends_on=date(2024, 6, 13),
    )


def lines(count: int) -> Iterator[RosterLine]:
    """Give people as a roster names them: everybody another phone, so that nobody is taken for a repeat."""
    luck = random.Random(count)
    for number in range(1, count + 1):
        woman = luck.random() < 0.45
        yield RosterLine(
            row=number,
            number=number,
            prefix="ທ່ານ ນ." if woman else "ທ່ານ",
            name=_name(luck),
            sex=Sex.FEMALE if woman else Sex.MALE,
            sex_source=SexSource.STATED,
            position=luck.choice(_POSITIONS),
            organisation=f"{luck.choice(_BODIES)}{luck.choice(_FIELDS)} {luck.randrange(1, 18)}",
            phone=f"020 5{number:07}",
        )


def _name(luck: random.Random) -> str:
    first = luck.choice(_FIRST) + luck.choice(_SECOND) + luck.choice(("", "", luck.choice(_SECOND)))
    return f"{first} {luck.choice(_FAMILY)}{luck.choice(_FAMILY)}{luck.choice(_HOUSE)}"


def people(count: int) -> list[Attendee]:
    """Give the same people as they stand on the roster of `event()`."""
    luck = random.Random(count)
    facts = ("number", "prefix", "name", "sex", "sex_source", "position", "organisation", "phone")
    return [
        Attendee(
            id=ids.new(MORNING, luck.randbytes),
            event_id="measured",
            category=Category.PARTICIPANT,
            **{fact: getattr(line, fact) for fact in facts},
        )
        for line in lines(count)
    ]


def code(number: int) -> str:
    """Give the code of the person with this number on the roster."""
    return codes.new(random.Random(number).randbytes)
