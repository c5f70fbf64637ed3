"""Who presides: each person's prefix, name and position, from under a heading or around ເປັນປະທານ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from signin.exchange.announcement_labels import Headed, Heading, items_below, values
from signin.exchange.announcement_text import Found, Reading, Span
from signin.exchange.announcement_words import ORGANISATION, POSITION
from signin.lao import honorifics
from signin.lao.names import split

_TRIGGER = re.compile(
    r"(?:ເປັນ|ເປັນການ)\s?(?:ປະທານ|ປະທາ່ນ)(?!ປະເທດ|ສະພາ|ອົງການ|ບໍລິສັດ)"
    r"|(?<![A-Za-z])(?:co-?)?chaired(?: jointly)? by|under the chair(?:manship)? of",
    re.IGNORECASE,
)
_FILLING = re.compile(
    r"(?:ຮ່ວມ|ກອງປະຊຸມ|ປະຊຸມ|ເປີດ|ພິທີ|ຝຶກອົບຮົມ|ສຳມະນາ|ໃນ|ຄັ້ງ|ນີ້|ຂອງ|ໂດຍ|ແມ່ນ|ຄື|ລະຫວ່າງ|ດັ່ງນີ້|ມີ|ໃຫ້ກຽດ|ຈາກ|ດັ່ງກ່າວ|ບັນດາ|:|\s)*"
)
_ADDRESS = "ພະນະທ່ານ|ທ່ານ|ສະຫາຍ"
_JOINED = re.compile(rf"(?:ທ່ານນາງ|{_ADDRESS})(?=[ກ-ຮໜໝເແໂໃໄ])")
_PERSON = re.compile(rf"(?:{_ADDRESS})(?=[\sກ-ຮໜໝເແໂໃໄ.])")
_NEXT = re.compile(
    r"(?:,|;|\n|ແລະ|ກັບ|(?<![A-Za-z])and(?![a-z]))\s?(?:ແລະ\s?|and\s)?(?:[-–•*]|\(?[\d໐-໙]{1,2}[.)])?\s?|\s(?=ພະນະທ່ານ|ທ່ານ\s|ສະຫາຍ\s)"
)
_NOT_ONE = re.compile(r"(?:ທ່ານ|ສະຫາຍ)\s?(?:ທີ່|ຜູ້|ຫົວ|ຮອງ|ຄະນະ|ນັ້ນ|ເຂົ້າ)|ທ່ານ\s?[,.]")
_END = re.compile(
    r"(?:,\s?|\s|\n)(?:ໂດຍ|ເຊິ່ງ|ຊຶ່ງ|ຊື່ງ|ເຊີ່ງ|ມີ|ພ້ອມ|ຮ່ວມດ້ວຍ|ຮ່ວມກັບ|ໃນນັ້ນ|ເຂົ້າຮ່ວມ|ຜູ້ເຂົ້າ|ບັນດາ|ຕະຫຼອດ|ໃນວັນ|ໃນພິທີ|ໃນກອງ|ໃນຄັ້ງ|ເພື່ອ|ວັນທີ"
    r"|ທີ່ຫ້ອງ|ຢູ່|ໄດ້|ຈະ|ແລະ\s?(?:ມີ|ບັນດາ|ຜູ້ເຂົ້າ|ພາກສ່ວນ)|ໃຫ້ກຽດ|ນອກຈາກ|ດັ່ງ|ຈຳນວນ|ຈຶ່ງ|ກອງປະຊຸມ|with\s|on\s|at\s|in\s)"
    r"|ເຂົ້າຮ່ວມ|ໃຫ້ກຽດ|ໄດ້ເປັນ|\n\n"
)
_OPENS = re.compile(
    rf"(?:ໂດຍ|ຊຶ່ງ|ເຊິ່ງ|ຊື່ງ|ມີ|ໃຫ້|ແມ່ນ|ຂອງ|ລະຫວ່າງ|[,.;\n]|^)\s?(?:ມີ|ແມ່ນ)?\s?(?=(?:{_ADDRESS})[\sກ-ຮໜໝເແໂໃໄ])"
)
_TAIL = re.compile(r"(?:[,\s]|ແລະ|ໄດ້|ໃຫ້ກຽດ|ເຂົ້າຮ່ວມ|ໃຫ້|ຮ່ວມ|ກໍ|ມາ|ກັບ|and|as|ຜູ້)+$")
_POSITION = re.compile(POSITION)
_OFFICE = re.compile(ORGANISATION)
_TITLE_ONLY = re.compile(
    r"(?:ຮອງ\s?)?(?:ຫົວໜ້າ(?:ກົມ|ສູນ|ພະແນກ|ຫ້ອງການ|ຫ້ອງ|ຂະແໜງ)?|ລັດຖະມົນຕີ|ລັດຖະມົນຕີຊ່ວຍວ່າການ|ຜູ້ອຳນວຍການ|ອະທິການບໍດີ|ປະທານ|ເລຂາທິການ|ຄະນະບໍດີ)"
)
_BEFORE_POSITION = re.compile(r"(?:[\s,:–-]|ຕຳແໜ່ງ|ເປັນ)+")
_SPACE, _WORD, _BRACKET = re.compile(r"\s"), re.compile(r"\S+"), re.compile(r"\s?\(")
_MARK, _COMMA = re.compile(r"\s?[,:–\n]\s?"), re.compile(r"\s?,\s?")
_LATIN_PREFIX = re.compile(r"(?:H\.?\s?E\.?|Mr|Mrs|Ms|Miss|Mme|Dr|Prof|Madam)\b\.?\s?", re.IGNORECASE)
_LONGEST, _SURNAMED, _BEFORE = 1200, 2, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """Somebody who presides, as the text writes them; what it does not tell is empty."""

    prefix: str
    name: str
    position: str


def chairs(read: Reading, headed: list[Headed]) -> tuple[Found[Chair], ...]:
    """Find who presides, in the text's order; the first place that names somebody counts."""
    for zones, named in ((_headed(read, headed), True), (_around_triggers(read), False)):
        for zone in zones:
            found = tuple(_people(read, zone, prefixed=not named))
            if found:
                return found
    return ()


def _headed(read: Reading, headed: list[Headed]) -> Iterator[list[Span]]:
    taken = frozenset(one.start for one in headed)
    for span in values(headed, Heading.CHAIRS):
        if _is_person(read.text, span[0]):
            yield list(takewhile(lambda line: _is_person(read.text, line[0]), read.lines_from(span[0])))
        else:
            yield items_below(read, span[0], taken) or [span]


def _around_triggers(read: Reading) -> Iterator[list[Span]]:
    """For each ເປັນປະທານ, give the words after it that name people, else those before it."""
    for found in _TRIGGER.finditer(read.text):
        filled = _FILLING.match(read.text, found.end(), found.end() + 80)
        start = filled.end() if filled else found.end()
        after = min(read.sentence_at(start)[1], start + _LONGEST)
        if _is_person(read.text, start) or _POSITION.match(read.text, start):
            yield [(start, _zone_end(read.text, start, after))]
        before = _before(read, found.start())
        if before is not None:
            yield [before]


def _zone_end(text: str, start: int, end: int) -> int:
    found = _END.search(text, start, end)
    return found.start() if found else end


def _before(read: Reading, trigger: int) -> Span | None:
    """Give the words before the verb from where its people begin."""
    start = max(read.sentence_at(trigger)[0], trigger - _BEFORE)
    opens = list(_OPENS.finditer(read.text[start:trigger]))
    if not opens:
        return None
    tail = _TAIL.search(read.text[start:trigger])
    end = start + tail.start() if tail else trigger
    begins = [start + one.end() for one in opens]
    clause = [at for at in begins if not _END.search(read.text, at, end)]
    return (clause[0], end) if clause else None


def _is_person(text: str, at: int) -> bool:
    if _NOT_ONE.match(text, at):
        return False
    return bool(_PERSON.match(text, at) or honorifics.LEADING.match(text, at) or _LATIN_PREFIX.match(text, at))


def _people(read: Reading, zones: list[Span], *, prefixed: bool) -> Iterator[Found[Chair]]:
    """Give the people of a text, one after each comma or "and" that an honorific follows."""
    for zone in zones:
        starts = [
            zone[0],
            *(at.end() for at in _NEXT.finditer(read.text, *zone) if _is_person(read.text, at.end())),
        ]
        starts = _one_each(read.text, starts)
        for start, end in zip(starts, [*starts[1:], zone[1]], strict=True):
            person = _person(read, start, end, prefixed=prefixed)
            if person is not None:
                yield person


def _one_each(text: str, starts: list[int]) -> list[int]:
    """Leave out a start that only follows a prefix, or a post written before its person."""
    kept: list[int] = []
    for at in starts:
        led = kept and (
            _POSITION.match(text, kept[-1]) or not text[_after_prefix(text, kept[-1]) : at].strip(" .,")
        )
        if not led:
            kept.append(at)
    return kept


def _after_prefix(text: str, start: int) -> int:
    """Give where the name begins: after honorifics, the first of which may be written on to the next word."""
    while (
        found := honorifics.LEADING.match(text, start)
        or _JOINED.match(text, start)
        or _LATIN_PREFIX.match(text, start)
    ):
        start = found.end() + text.startswith(" ", found.end())
    return start


def _person(read: Reading, start: int, end: int, *, prefixed: bool) -> Found[Chair] | None:
    start, end = _trimmed(read, start, end)
    post = ""
    if _POSITION.match(read.text, start):
        person = next((at for at in _starts_of_people(read.text, start, end)), None)
        if person is None:
            return None
        post, begin = read.text[start:person].strip(" ,\n"), person
    else:
        begin = start
    name_at = _after_prefix(read.text[:end], begin)
    if prefixed and name_at == begin:
        return None
    name_end, position_at, position_end = _parts(read.text, name_at, end)
    name = split(read.text[name_at:name_end].strip(" ,")).name
    if not name:
        return None
    position = read.text[position_at:position_end].strip(" ,\n") or post
    chair = Chair(prefix=read.text[begin:name_at].strip(), name=name, position=position.replace("\n", " "))
    finish = max(name_end, position_end)
    return read.found(chair, start, finish + read.text.startswith(")", finish))


def _trimmed(read: Reading, start: int, end: int) -> Span:
    start, end = read.trimmed(start, end)
    tail = _TAIL.search(read.text[start:end])
    return start, start + tail.start() if tail else end


def _starts_of_people(text: str, start: int, end: int) -> Iterator[int]:
    return (at.end() for at in _SPACE.finditer(text, start, end) if _is_person(text, at.end()))


def _parts(text: str, start: int, end: int) -> tuple[int, int, int]:
    """Part a name from the post after it: at a comma, a bracket, or a word that posts begin with."""
    bracket = _BRACKET.search(text, start, end)
    comma = _MARK.search(text, start, end)
    post = next((at.end() for at in _SPACE.finditer(text, start, end) if _POSITION.match(text, at.end())), None)
    marks = [(found.start(), found.end()) for found in (bracket, comma) if found]
    marks += [(post, post)] if post is not None else []
    if marks:
        name_end, position = min(marks)
    else:
        name_end = position = _after_words(text, start, end)
    led = _BEFORE_POSITION.match(text, position, end)
    position = led.end() if led else position
    return name_end, position, _position_end(text, position, end, bracketed=text[name_end:position].endswith("("))


def _after_words(text: str, start: int, end: int) -> int:
    """Give where name and surname end."""
    words = list(_WORD.finditer(text, start, end))[:_SURNAMED]
    return words[-1].end() if words else end


def _position_end(text: str, start: int, end: int, *, bracketed: bool) -> int:
    """Give where the post ends: at a comma, unless another post follows, or its office where none is named yet."""
    if bracketed and (closes := text.find(")", start, end)) >= 0:
        return closes
    for comma in _COMMA.finditer(text, start, end):
        so_far = text[start : comma.start()].strip()
        more = _POSITION.match(text, comma.end()) or (
            _OFFICE.match(text, comma.end()) and _TITLE_ONLY.fullmatch(so_far)
        )
        if not more:
            return comma.start()
    return end
