"""The headings of an announcement (ສະຖານທີ່: …), with what stands under each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from signin.exchange.announcement_text import Reading, Span


class Heading(StrEnum):
    """What a heading announces."""

    TITLE = "title"
    SUBJECT = "subject"
    WHEN = "when"
    BEGINS = "begins"
    ENDS = "ends"
    VENUE = "venue"
    ORGANISER = "organiser"
    HOST = "host"
    CHAIRS = "chairs"
    PEOPLE = "people"
    WOMEN = "women"
    TOPICS = "topics"
    NUMBER = "number"
    OTHER = "other"


_MEETING = r"(?:(?:ຂອງ)?\s?(?:ກອງ|ການ)?ປະຊຸມ|(?:ຝຶກ)?ອົບຮົມ|ສຳມະນາ|ພິທີ|ງານ)?"
_SPELLINGS = {
    Heading.TITLE: r"ຊື່\s?(?:ກອງປະຊຸມ|ກິດຈະກຳ|ງານ|ຫຼັກສູດ|ຊຸດຝຶກອົບຮົມ|ພິທີ)|ຫົວຂໍ້\s?ກອງປະຊຸມ|title|event"
    r"|name of (?:the )?(?:meeting|workshop|event)",
    Heading.SUBJECT: r"ເລື່ອງ|ຫົວເລື່ອງ|subject|re",
    Heading.BEGINS: r"(?:ວັນ|ວັນທີ|ເວລາ)\s?(?:ເລີ່ມ|ເປີດ)(?:ຕົ້ນ)?|ເລີ່ມ(?:ຕົ້ນ|ວັນທີ|ເວລາ)?|starts?|begins?|from",
    Heading.ENDS: r"(?:ວັນ|ວັນທີ|ເວລາ)\s?(?:ສິ້ນສຸດ|ປິດ|ຈົບ|ເລີກ)|(?:ສິ້ນສຸດ|ປິດ)(?:ວັນທີ|ເວລາ)?|ends?|until",
    Heading.WHEN: (
        rf"(?:ກຳນົດ)?ວັນ(?:ທີ)?(?:\s?(?:,|/|ແລະ|ເດືອນ ປີ)\s?(?:ວັນທີ|ເວລາ))?{_MEETING}|(?:ໄລຍະ|ວັນ)?ເວລາ{_MEETING}"
        r"|ກຳນົດ(?:ເວລາ|ການ)|(?:ມື້|ຍາມ)|dates?(?:\s?(?:and|&|/)\s?times?)?|times?|when|day"
    ),
    Heading.VENUE: rf"(?:ສະຖານ|ສະຖານະ)ທີ່\s?(?:ຈັດ|ດຳເນີນ)?\s?{_MEETING}|ທີ່|ບ່ອນ(?:ປະຊຸມ|ຈັດ)?|venue|place|location|where",
    Heading.ORGANISER: (
        r"(?:ໜ່ວຍງານ|ພາກສ່ວນ|ອົງການ|ຄະນະ|ຜູ້)?(?:ທີ່)?\s?(?:ຮັບຜິດຊອບ)?ຈັດ(?:ຕັ້ງ)?\s?(?:ໂດຍ|ກອງປະຊຸມ|ງານ|ຝຶກອົບຮົມ|ປະຊຸມ)?"
        r"|organi[sz](?:ed|er|ers)(?:\s?by)?|hosted by|convened by"
    ),
    Heading.HOST: r"(?:ແຂວງ|ຜູ້)?ເຈົ້າພາບ(?:ຈັດ)?|host",
    Heading.CHAIRS: (
        rf"(?:ຄະນະ)?(?:ຜູ້|ທ່ານ)?(?:ໃຫ້ກຽດ)?(?:ການ)?(?:ເປັນ)?\s?ປະທານ(?:ຮ່ວມ)?\s?(?:ໃນ)?\s?{_MEETING}(?:ຮ່ວມ|ໂດຍ)?"
        r"|(?:co-?)?chair(?:s|person|persons|man|ed by)?"
    ),
    Heading.WOMEN: r"(?:ໃນນັ້ນ\s?)?(?:ແມ່|ເພດ)?ຍິງ|women|female",
    Heading.PEOPLE: (
        r"(?:ຈຳນວນ)?\s?(?:ຜູ້|ແຂກ|ພາກສ່ວນ|ສະມາຊິກ)?(?:ທີ່)?ເຂົ້າຮ່ວມ(?:ກອງ)?(?:ປະຊຸມ)?(?:ທັງໝົດ)?|ຈຳນວນ(?:ຄົນ|ທັງໝົດ|ຜູ້)?|ຜູ້ຖືກເຊີນ"
        r"|(?:number of )?(?:expected )?(?:participants|attendees|delegates)|attendance"
    ),
    Heading.TOPICS: (
        rf"(?:ບັນດາ)?(?:ຫົວຂໍ້|ເນື້ອໃນ|ວາລະ|ບັນຫາ|ລະບຽບວາລະ|ຫຼັກສູດ)\s?(?:ຫຼັກ|ສຳຄັນ|ລວມ)?\s?(?:ຂອງ|ໃນ)?\s?(?:ການ)?{_MEETING}"
        r"(?:\s?(?:ມີ|ຄື|ຫຼັກ|ປະກອບມີ|ສຳຄັນ|ມີຄື|ມີດັ່ງນີ້|ມີດັ່ງລຸ່ມນີ້|ດັ່ງນີ້|ດັ່ງລຸ່ມນີ້))*|topics?|agenda|contents?|subjects"
    ),
    Heading.NUMBER: r"ເລກທີ|ທີ\s?ເລກ|no|ref",
    Heading.OTHER: (
        r"ຮຽນ|ເຖິງ|ຈາກ|ໝາຍເຫດ|ຕິດຕໍ່(?:ພົວພັນ)?|ໂທ(?:ລະສັບ)?|ເບີໂທ|ອີງຕາມ|ອີເມວ|ການແຕ່ງກາຍ|ແຕ່ງກາຍ|ບ່ອນສົ່ງ|ສຳເນົາ|ຈຸດປະສົງ|ວັດຖຸປະສົງ"
        r"|ງົບປະມານ|ວິທະຍາກອນ|ພາສາ|ລົງທະບຽນ|ກຸ່ມເປົ້າໝາຍ|ເປົ້າໝາຍ|ຜູ້(?:ນຳສະເໜີ|ບັນຍາຍ)|to|from|tel|contact|note|dress|language|objectives?"
    ),
}
_NAMES = "|".join(f"(?P<{heading.value}>{spellings})" for heading, spellings in _SPELLINGS.items())
_MARK = r"(?:[-–•*●▪+]\s?|\(?[\d໐-໙]{1,2}[.)]\s?|[IVX]{1,4}\.\s?)?"
_GLOSS = r"(?:\s?(?:/|\|)\s?[A-Za-z\u0e80-\u0eff][A-Za-z\u0e80-\u0eff ,&]{0,40}|\s?\([^()\n]{1,40}\))?"
_HEADING = re.compile(
    rf"(?:^|(?<=\n)|(?<=[,;|.(] )|(?<=[,;|.(]))(?P<mark>{_MARK})(?:{_NAMES}){_GLOSS}\s?(?::|：|(?=\n)|$)[ ]?",
    re.IGNORECASE,
)
_UNMARKED = re.compile(r"(?:^|(?<=\n))(?:ເລື່ອງ|ຫົວຂໍ້)(?=\s[^:：\s])")
_ANY = re.compile(r"(?<=[,;] )[^\s,;:()][^,;:()\n]{1,30}\s?:\s|(?<=\n)[^:\n]{2,40}:\s|\n\n")
_TIME = r"[\d໐-໙]{1,2}[:.h][\d໐-໙]{2}"
_ITEM = re.compile(
    rf"(?:[-–•*●▪+◦]|\(?[\d໐-໙]{{1,2}}\s?[.)/](?![\d໐-໙])|[\d໐-໙]{{1,2}}\.[\d໐-໙]{{1,2}}\.?(?=\s)|[ກ-ຮ]\s?[.)]|[IVX]{{1,4}}\.)\s?|{_TIME}(?:\s?[-–]\s?{_TIME})?(?:\s?ໂມງ)?[\s:–-]*"
)


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading's own place, and what stands after it on its line, or below it where nothing does."""

    heading: Heading
    start: int
    value: Span


def headings(read: Reading) -> list[Headed]:
    """Find the headings that are known, in their order."""
    text = read.text
    places = [
        (Heading(str(_heading(found))), *found.span()) for found in _HEADING.finditer(text) if _stands(text, found)
    ]
    places += [(Heading.SUBJECT, *found.span()) for found in _UNMARKED.finditer(text)]
    places = _apart(sorted(places, key=lambda place: place[1:]))
    nexts = [*(start for _, start, _ in places), len(text)][1:]
    return [
        Headed(heading, start, _value(text, end, until))
        for (heading, start, end), until in zip(places, nexts, strict=True)
    ]


def values(headed: list[Headed], *kinds: Heading) -> list[Span]:
    """Give what stands under headings of these kinds."""
    return [one.value for one in headed if one.heading in kinds]


def _heading(found: re.Match[str]) -> str:
    return next(name for name, said in found.groupdict().items() if said is not None and name != "mark")


def _stands(text: str, found: re.Match[str]) -> bool:
    """Whether it is one: within a line only with its colon, without one only alone on a line before another."""
    inside = found.start() > 0 and text[found.start() - 1] != "\n"
    colon = found[0].rstrip(" ").endswith((":", "："))
    return colon or (not inside and text.startswith("\n", found.end()))


def _apart(places: list[tuple[Heading, int, int]]) -> list[tuple[Heading, int, int]]:
    kept = places[:1]
    for before, place in pairwise(places):
        if place[1] >= before[2]:
            kept.append(place)
    return kept


def _value(text: str, start: int, until: int) -> Span:
    """Give what stands after a heading: the rest of its line, else the line below, to the next heading."""
    if text.startswith("\n", start):
        start += len(text[start : start + 2]) - len(text[start : start + 2].lstrip("\n"))
    found = _ANY.search(text, start, until)
    line = text.find("\n", start, until)
    ends = [place for place in (line, found.start() if found else -1, until) if place >= 0]
    return start, max(start, min(ends))


def items_below(read: Reading, start: int, taken: frozenset[int]) -> list[Span]:
    """Give the lines of the list that begins at `start` or below: those with its first line's kind of mark.

    `taken` are the places where headings begin: a numbered heading is none of its items.
    """
    spans: list[Span] = []
    kind = ""
    for begin, end in read.lines_from(start):
        item = _ITEM.match(read.text, begin, end)
        if begin in taken or item is None:
            if begin > start:
                break
        elif _kind(item[0]) == (kind := kind or _kind(item[0])):
            spans.append((item.end(), end))
    return spans


def _kind(mark: str) -> str:
    """Give what the marks of one list share: the bullet, the stop after a number, or that it is an hour."""
    if re.match(_TIME, mark):
        return "time"
    return re.sub(r"\s", "", re.sub(r"[\d໐-໙]+", "0", re.sub(r"[ກ-ຮ]", "ກ", mark)))
