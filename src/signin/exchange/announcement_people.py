"""How many people are expected, and how many of them are women: counts that the text itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from signin.exchange.announcement_held import Held
from signin.exchange.announcement_labels import Headed, Heading, values
from signin.exchange.announcement_text import Found, Reading, Span, first, holds
from signin.lao.letters import TO_LATIN_DIGITS

_UNIT = r"(?:ທ່ານ|ຄົນ|ສະຫາຍ|(?<![A-Za-z])(?:participants|people|persons|attendees|delegates))"
_NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d{3})+|\d{1,6})"
_IN_WORDS = r"(?:\s?\([^()\d\n]{1,40}\))?"
_COUNT = re.compile(
    rf"(?<![\d.,/:])(?<!\d-){_NUMBER}(?P<range>\s?(?:-|–|ຫາ|ເຖິງ|to)\s?\d{{1,6}})?{_IN_WORDS}"
    rf"\s?(?P<more>ກວ່າ|ປາຍ|\+)?\s?(?P<unit>{_UNIT})(?P<up>\s?(?:ຂຶ້ນໄປ|ປາຍ|ກວ່າ|or more))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"{_NUMBER}{_IN_WORDS}(?:\s?(?P<more>ກວ່າ|ປາຍ|\+))?(?!\d)")
_NOTHING_MORE = re.compile(r"[\s.,;(]*(?:(?:ໃນນັ້ນ|ມີ|ເປັນ|\s)*(?:ແມ່|ເພດ)?(?:ຍິງ|ຊາຍ|women|female)|$)", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:ປະມານ|ເກືອບ|ບໍ່(?:ໃຫ້)?\s?(?:ເກີນ|ຫ[ຼລ]າຍກວ່າ|ກາຍ)|about|nearly|up to|(?:no|not) more than)\s?$", re.IGNORECASE
)
_LEAST = re.compile(
    r"(?P<least>(?:ຫ[ຼລ]າຍ)?ກວ່າ|ບໍ່(?:ຕ່ຳ|ໜ້ອຍ|ຫຼຸດ|ຫລຸດ)\s?(?:ກວ່າ|ຈາກ)?|ຢ່າງ(?:ໜ້ອຍ|ຕ່ຳ)|ເກີນ"
    r"|more than|over|at least|(?:no|not) (?:fewer|less) than)"
    r"\s?(?:ຈຳນວນ\s?)?$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(r"(?:ບໍ່(?:ໃຫ້)?\s?(?:ເກີນ|ຫ[ຼລ]າຍກວ່າ|ກາຍ)|no more than|not more than)\s?$", re.IGNORECASE)
_LED_BY = re.compile(
    r"(?:\s|ປະມານ|ຈຳນວນ|ທັງໝົດ|ເກືອບ|(?:ຫ[ຼລ]າຍ)?ກວ່າ|ບໍ່(?:ຕ່ຳ|ໜ້ອຍ|ຫຼຸດ|ເກີນ|ໃຫ້)|ຈາກ|ຢ່າງ(?:ໜ້ອຍ|ຕ່ຳ)|ເກີນ"
    r"|ມີ|ແມ່ນ|:|about|some|over|more than|at least)+$",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"(?:(?<!ແ)ລະ|ຍິງ|ຊາຍ|ວິທະຍາກອນ|ຄູຝຶກ|ນັກຂ່າວ|ຄະນະ(?:ປະທານ|ຮັບຜິດຊອບ|ຈັດງານ|ກຳມະການ)|ຜູ້(?:ບັນຍາຍ|ນຳສະເໜີ|ຊ່ວຍ)|ຊ່ຽວຊານ|ເລຂາ"
    r"|each|women|men|female|male)$",
    re.IGNORECASE,
)
_OF_EACH = re.compile(rf"(?<!ແ)ລະ\s?\d{{1,3}}\s?{_UNIT}[\s,(]*$")
_ATTENDING = re.compile(r"particip|attend|delegate", re.IGNORECASE)
_TOTAL = re.compile(r"ທັງໝົດ|ລວມ|ທັງສິ້ນ|total|altogether", re.IGNORECASE)
_COMING = re.compile(r"ເຂົ້າຮ່ວມ|ຜູ້ເຂົ້າ|ມີຜູ້|ເຊີນ|ສຳມະນາກອນ|ສັມມະນາກອນ|ນັກສຳມະນາກອນ|particip|attend|delegate", re.IGNORECASE)
_LEADS = re.compile(r"(?:ປະມານ|ຈຳນວນ|ທັງໝົດ|(?:ຫ[ຼລ]າຍ)?ກວ່າ|ບໍ່(?:ຕ່ຳ|ໜ້ອຍ)ກວ່າ|about|at least|\s)+", re.IGNORECASE)
_COUNTED = re.compile(r"ຈຳນວນ")
_WOMEN = re.compile(
    rf"(?:(?:ແມ່|ເພດ)?ຍິງ|(?<![A-Za-z])(?:women|females?))\s?(?:ມີ|ຈຳນວນ|ແມ່ນ|ທັງໝົດ|ປະມານ|:|=|\s)*{_NUMBER}{_IN_WORDS}"
    r"(?=\s?(?:ທ່ານ|ຄົນ|ສະຫາຍ|ນາງ|[).;,\n]|people|persons|$))(?:\s?(?:ທ່ານ|ຄົນ|ສະຫາຍ))?"
    rf"|(?<![\d.,/]){_NUMBER.replace('number', 'first')}\s?(?:{_UNIT}\s?)?(?:ເປັນ|ແມ່ນ)?\s?"
    r"(?:ແມ່ຍິງ|ເພດຍິງ|ຍິງ|women|females?)(?![A-Za-z])(?!\s?[\d:])",
    re.IGNORECASE,
)
_WINDOW, _NEAR, _EACH = 70, 150, 30


@dataclass(frozen=True, slots=True)
class People:
    """How many are expected, whether that is the least there will be, and the women among them."""

    expected: Found[int] | None
    is_minimum: bool
    women: Found[int] | None


@dataclass(frozen=True, slots=True)
class _Count:
    number: int
    least: bool
    start: int
    end: int
    rank: int


def people(read: Reading, headed: list[Headed], held: list[Held]) -> People:
    """Find the counts; a number of people that is some of them, or so many from each office, is none."""
    text = read.text.translate(TO_LATIN_DIGITS)
    women = list(_women(text, headed))
    spans = [(start, end) for _, start, end in women]
    counts = [*_headed(text, headed), *_counts(read, text, headed, held, spans)]
    best = max(counts, key=lambda count: (count.rank, -count.start), default=None)
    if best is None or best.rank == 0:
        return People(None, is_minimum=False, women=_among(read, women, None))
    expected = read.found(best.number, best.start, best.end)
    return People(expected, best.least, _among(read, women, best))


def _headed(text: str, headed: list[Headed]) -> Iterator[_Count]:
    """Read a bare number under the heading of those who come."""
    for start, end in values(headed, Heading.PEOPLE):
        led = _LEADS.match(text, start, end)
        found = _BARE.match(text, led.end() if led else start, end)
        if found and _NOTHING_MORE.match(text, found.end(), end):
            least = bool(found["more"] or _LEAST.search(text[start : found.start()]))
            yield _Count(
                _number(found["number"]), least, led.start() if led and least else found.start(), found.end(), 3
            )


def _counts(
    read: Reading, text: str, headed: list[Headed], held: list[Held], women: list[Span]
) -> Iterator[_Count]:
    under, sentences = values(headed, Heading.PEOPLE), sorted({one.sentence for one in held})
    for found in _COUNT.finditer(text):
        start, _ = read.sentence_at(found.start())
        before = text[max(start, found.start() - _WINDOW) : found.start()]
        if holds(women, found.start()) or _NOT_ALL.search(_LED_BY.sub("", before)):
            continue
        led = None if _AT_MOST.search(before) else _LEAST.search(before)
        said = led or _ABOUT.search(before)
        begin = found.start() - (len(before) - said.start() if said else 0)
        after = text[found.end() : found.end() + _WINDOW // 2].partition("\n")[0]
        coming = holds(under, found.start()) or bool(_ATTENDING.match(found["unit"]))
        rank = _rank(before, after, headed=coming, held=holds(sentences, found.start()))
        least = bool(led or found["more"] or found["up"] or found["range"])
        yield _Count(_number(found["number"]), least, begin, found.end(), rank)


def _rank(before: str, after: str, *, headed: bool, held: bool) -> int:
    """Say how surely a number counts everybody who comes: 0 where nothing says so."""
    coming = bool(_COMING.search(before) or _COMING.search(after))
    if coming or headed:
        return 3 + bool(_TOTAL.search(before))
    if _TOTAL.search(before):
        return 2
    return int(held and bool(_COUNTED.search(before)))


def _women(text: str, headed: list[Headed]) -> Iterator[tuple[int, int, int]]:
    for start, end in values(headed, Heading.WOMEN):
        found = _COUNT.match(text, start, end) or _BARE.match(text, start, end)
        if found:
            yield _number(found["number"]), found.start(), found.end()
    for found in _WOMEN.finditer(text):
        if _OF_EACH.search(text[max(0, found.start() - _EACH) : found.start()]):
            continue
        yield _number(found["number"] or found["first"]), *found.span()


def _among(read: Reading, women: list[tuple[int, int, int]], all_of: _Count | None) -> Found[int] | None:
    """Give the women told beside the number of all, else the only ones told; never more than there are people."""
    possible = [one for one in women if all_of is None or one[0] <= all_of.number or all_of.least]
    beside = [one for one in possible if all_of and abs(one[1] - all_of.end) < _NEAR]
    told = first([*beside, *(possible if len({one[0] for one in possible}) == 1 else [])])
    return read.found(*told) if told else None


def _number(written: str) -> int:
    return int(re.sub(r"[.,]", "", written))
