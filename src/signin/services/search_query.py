"""What somebody typed, taken apart: words in their folded forms, and the ways in which it may be meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from signin.domain.phone import numbers_in, phone_digits
from signin.lao import names
from signin.lao.letters import TONES
from signin.lao.normalize import canonical, fold, fold_tones
from signin.lao.numbers import to_latin_digits
from signin.lao.romanize import fold_latin, spellings

BETWEEN = re.compile(r"[\s,;]+")
_NUMERIC = re.compile(r"\+?\d[\d ().\-]*|\+")
_LATIN = re.compile("[a-z]")
_COUNTRY = "856"
_MOST_DIGITS = 9  # no roster is longer
_MOST_PADDED = 4  # 0017 may be a number; 02055 is a phone
_LONGEST_JOINED = 60
_BEFORE_SILENT_R = frozenset("ກຂຄດຕຖທບປຜຝພຟສ")


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a query in every form that it is looked for; what does not apply is empty.

    `begun` and `begun_latin` are what an unfinished word may be the beginning of, itself first. `digits`
    are those of a phone, without 0 and +856, `number` is the number on the roster, where it can be one.
    """

    toned: str
    folded: str
    begun: tuple[str, ...]
    latin: str = ""
    begun_latin: tuple[str, ...] = ()
    digits: tuple[str, ...] = ()
    number: str = ""


Reading = tuple[Part, ...]


def readings(query: str) -> list[Reading]:
    """Give the ways to read a query, the likeliest first; nothing when there is nothing to look for.

    Digits alone are one number, however they are parted. An honorific at the start is left out; where it
    is joined to the name (ນາງສຸກ), both are tried. Words that were parted may be one word on the roster.
    """
    text = to_latin_digits(canonical(query))
    if _NUMERIC.fullmatch(text):
        number = _numeric(text)
        return [(number,)] if number.digits else []
    name = names.split(text)
    texts = [name.name, *([name.joined.name] if name.joined else []), "".join(BETWEEN.split(name.name))]
    found = (tuple(map(part, words_of(text))) for text in texts)
    return [reading for reading in dict.fromkeys(found) if reading]


def words_of(text: str) -> list[str]:
    """Part a canonical text into its words; what is only punctuation is none."""
    return [word for word in BETWEEN.split(text) if fold(word)]


def part(word: str) -> Part:
    """Fold one word in every way."""
    folded = fold(word)
    if folded.isascii() and folded.isdigit():
        return _numeric(word)
    latin = fold_latin(word).replace(" ", "") if _LATIN.search(folded) else ""
    return Part(
        toned=fold_tones(word),
        folded=folded,
        begun=(folded, *_unfinished(word, folded)),
        latin=latin,
        begun_latin=_told(latin, *(latin[:-1] + letter for letter in _MAY_BECOME.get(latin[-1:], ""))),
    )


def _numeric(text: str) -> Part:
    folded = fold(text).lstrip("+")
    national = phone_digits(text)
    without = national.removeprefix(_COUNTRY)
    return Part(
        toned=folded,
        folded=folded,
        begun=(folded,),
        digits=_told(national, without),
        number=folded
        if "+" not in text and len(folded) <= (_MOST_PADDED if folded[0] == "0" else _MOST_DIGITS)
        else "",
    )


_MAY_BECOME = {"o": "u", "e": "u", "a": "e"}
"""How a letter folds once the next one is typed: so-uk is suk, s-ae is se."""


def _unfinished(word: str, folded: str) -> tuple[str, ...]:
    """Give what the end may fold to once the next letter is typed: ພຣ(ະ), ວັ(ຍ), ນໍ(າ)."""
    last, before = folded[-1:], folded[-2:-1]
    if last == "\u0eb1":
        return (folded[:-1] + "ຍ",)
    if last == "\u0ecd":
        return (folded[:-1] + "ຳ",)
    if word.rstrip(TONES).endswith("ຣ") and before in _BEFORE_SILENT_R:
        return (folded[:-1] + "ະ", folded[:-1] + "າ")
    return ()


def parted(word: Part, whole: Callable[[Part], bool]) -> Iterator[Reading]:
    """Give the ways in which a word may be two that were typed without a space, the first one whole."""
    for place in range(1, min(len(word.toned), _LONGEST_JOINED)):
        if whole(first := part(word.toned[:place])):
            yield first, part(word.toned[place:])


def forms_of_name(word: str) -> tuple[tuple[str, ...], ...]:
    """Give the forms of a word of a name: with its tones, folded, and in Latin letters."""
    latin = (spelling.replace(" ", "") for spelling in spellings(word))
    return (_told(fold_tones(word)), _told(fold(word)), _told(*latin))


def forms_of_office(text: str) -> tuple[tuple[str, ...]]:
    """Give an office folded from each of its words on, so that a beginning may run over words."""
    words = [fold(word) for word in text.split()]
    return (_told(*("".join(words[start:]) for start in range(len(words)))),)


def forms_of_phone(text: str) -> tuple[tuple[str, ...]]:
    """Give the digits of each number that a phone cell holds."""
    return (numbers_in(text),)


def _told(*forms: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, forms)))
