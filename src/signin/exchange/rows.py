"""What a row below the head is: a person, a group's name, a total, a prepared line, the head again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from signin.exchange import cells
from signin.exchange.heads import Head
from signin.exchange.meanings import Meaning
from signin.exchange.tables import Merge
from signin.lao import names
from signin.lao.numbers import to_latin_digits


class Kind(Enum):
    """What is made of a row."""

    PERSON = "person"
    GROUP = "group"
    TOTAL = "total"
    PREPARED = "prepared"
    """Only a number, or a place to sign: drawn for somebody who was never filled in."""
    HEAD = "head"
    """The head again, or the row of column numbers under it."""


@dataclass(frozen=True, slots=True)
class Total:
    """What a totals row claims; None where it says nothing."""

    row: int
    people: int | None
    women: int | None


_WIDE, _TALLEST = 3, 10_000
_NUMBERING = re.compile(r"\(?(?:(?P<letters>[IVXLC]+|[ກ-ຮໜໝ])|[0-9]{1,3})(?:\s*[.)]|\s+-)\s*")
_NUMERAL = re.compile(r"\(?(?:[IVXLC]+|[A-Z]|[ກ-ຮ])[.)]?")
_BODY = re.compile(
    "(?:ກະຊວງ|ພະແນກ|ຂະແໜງ|ຫ້ອງການ|ຫ້ອງວ່າການ|ສະຖາບັນ|ແຂວງ|ນະຄອນຫຼວງ|ສະຫະພັນ|ສະມາຄົມ|ອົງການ|ບໍລິສັດ|ໂຮງຮຽນ|ໂຮງໝໍ|"
    "ມະຫາວິທະຍາໄລ|ທະນາຄານ|ລັດວິສາຫະກິດ|ສານປະຊາຊົນ|ໄອຍະການ|ແນວລາວ|ຊາວໜຸ່ມ|ກຳມະບານ|ພາກສ່ວນ|ສຳນັກງານ|ທີມງານ|"
    "ຄະນະກຳມະການ|ຄະນະປະທານ|ຄະນະຈັດງານ|ministry|department|office|division|centre|center|institute|university|province)",
    re.IGNORECASE,
)
_BODY_OR_NAME = re.compile("ກົມ|ສູນ|ເມືອງ|ສານ|ນະຄອນ|ຄະນະ|ກຸ່ມ")
"""Words that bodies begin with, and people's names too (ສູນທອນ, ນະຄອນ)."""
_SUM = re.compile(
    r"(?:ລວມ|ຍອດລວມ|ທັງໝົດ|ທັງ ໝົດ|ຈຳນວນລວມ|ຈຳນວນທັງໝົດ|ສະຫຼຸບລວມ|(?:grand |sub-?)?total\b|sum\b)", re.IGNORECASE
)
_COUNT = re.compile(r"\d{1,6}")
_WOMEN = re.compile(r"(?:ຍິງ|women|female)\D{0,12}(\d{1,6})", re.IGNORECASE)
_NAMED = (Meaning.NAME, Meaning.SURNAME, Meaning.PREFIX)


def kind_of(texts: Mapping[int, str], head: Head, *, wide: bool) -> Kind:
    """Judge a row by its filled cells (canonical, by column index); `wide`: one cell is merged over others."""
    if _is_head(texts, head):
        return Kind.HEAD
    number = next((texts[column] for column in head.columns(Meaning.NUMBER) if column in texts), "")
    first = next(iter(texts.values()))
    if _SUM.match(first) or (_SUM.match(name_in(texts, head)) and not number):
        return Kind.TOTAL
    if _is_group(texts, head, number, wide=wide):
        return Kind.GROUP
    idle = {*head.columns(Meaning.NUMBER), *head.columns(Meaning.IGNORED)}
    return Kind.PREPARED if idle.issuperset(texts) else Kind.PERSON


def name_in(texts: Mapping[int, str], head: Head) -> str:
    """Give what stands in the columns of the name: prefix, name and surname with a space between."""
    return " ".join(
        texts[c] for meaning in (Meaning.NAME, Meaning.SURNAME) for c in head.columns(meaning) if c in texts
    )


def _is_head(texts: Mapping[int, str], head: Head) -> bool:
    """Whether at least two cells, all that say something, repeat the head, or count the columns 1, 2, 3."""
    if sum(head.texts.get(column) == said for column, said in texts.items()) * 2 > max(len(texts), 3):
        return True
    return len(texts) >= _WIDE and all(
        cells.whole_number(said) == nth for nth, said in enumerate(texts.values(), 1)
    )


def _is_group(texts: Mapping[int, str], head: Head, number: str, *, wide: bool) -> bool:
    """Whether the row says nothing but the name of a group, as its place, its number or its words show."""
    column, said = next(iter(texts.items()))
    if len(set(texts.values())) == 1:
        if head.meanings.get(column) is Meaning.NUMBER:
            return cells.whole_number(said) is None
        if column in _name_columns(head):
            return _names_a_body(said, wide=wide, unnumbered=bool(head.columns(Meaning.NUMBER)))
        return wide or column not in head.meanings
    beside = [own for column, own in texts.items() if head.meanings.get(column) is not Meaning.NUMBER]
    named = name_in(texts, head)
    if len(beside) != 1 or beside[0] != named or names.split(named).prefix:
        return False
    return _NUMERAL.fullmatch(number) is not None or _BODY.match(named) is not None


def _name_columns(head: Head) -> set[int]:
    return {column for meaning in _NAMED for column in head.columns(meaning)}


def _names_a_body(said: str, *, wide: bool, unnumbered: bool) -> bool:
    """Whether a lone text in the column of names is a group's; `unnumbered`: others here have numbers."""
    numbering, bare = _NUMBERING.match(said), without_numbering(said)
    if names.split(bare).prefix:
        return False
    if wide or _BODY.match(bare) or (_BODY_OR_NAME.match(bare) and (unnumbered or numbering)):
        return True
    return numbering is not None and bool(numbering["letters"]) and not bare[0].isascii()


def without_numbering(said: str) -> str:
    """Drop a group's numbering: "I. ", "1)", "ກ." and the like."""
    found = _NUMBERING.match(said)
    return said[found.end() :] if found and found.end() < len(said) else said


def total_of(row: int, texts: Mapping[int, str], head: Head) -> Total:
    """Read the counts of a totals row: in its words, or under the columns."""
    said = to_latin_digits(" ".join(texts.values()))
    women = _WOMEN.search(said)
    under = next((cells.whole_number(texts[c]) for c in head.columns(Meaning.FEMALE) if c in texts), None)
    people = _COUNT.search(said if women is None else said[: women.start()])
    if women is None and under is not None:
        people = _COUNT.search(
            to_latin_digits(" ".join(t for c, t in texts.items() if c not in head.columns(Meaning.FEMALE)))
        )
    return Total(row, int(people[0]) if people else None, int(women[1]) if women else under)


def wide_rows(merges: Iterable[Merge], head: Head) -> frozenset[int]:
    """Tell the rows with a cell merged over three columns, or over a name and something beside it."""
    own = _name_columns(head)
    return frozenset(
        merge.first_row
        for merge in merges
        if merge.first_row == merge.last_row
        and (
            merge.last_column - merge.first_column + 1 >= _WIDE
            or (
                not own.isdisjoint(covered := range(merge.first_column, merge.last_column + 1))
                and not own.issuperset(covered)
            )
        )
    )


def filled_down(merges: Iterable[Merge], columns: Iterable[int]) -> dict[int, dict[int, int]]:
    """Map each row under the top of a tall merged cell, by column, to the row that holds the text."""
    wanted = set(columns)
    down: dict[int, dict[int, int]] = {}
    for merge in merges:
        if merge.first_column in wanted:
            for row in range(merge.first_row + 1, min(merge.last_row, merge.first_row + _TALLEST) + 1):
                down.setdefault(row, {})[merge.first_column] = merge.first_row
    return down
