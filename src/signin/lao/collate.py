"""The order of Lao words, as a key that any database compares by code points.

The order is that of the Unicode Collation Algorithm with the CLDR root collation (version 48), which its
locale `lo` uses unchanged: letters first, tones only where the letters are equal, a leading vowel after the
consonant that it is written before. Ours differs where offices do: Lao stands before Latin, numbers stand by
value.
"""

from __future__ import annotations

import re
import unicodedata

from signin.lao.letters import CONSONANTS, LEADING_VOWELS, TO_LATIN_DIGITS
from signin.lao.normalize import canonical

_LETTERS = (
    *"ໆໞກຂຄຆງຈຉສຊຌຎໟຍຏຐຑຒຓດຕຖທຘນບປຜຝພຟຠມຢຣລວຨຩຫຬອຮຯ",
    *("ະ", "\u0eb1", "າ", "ຳ", "\u0eb4", "\u0eb5", "\u0eb6", "\u0eb7", "\u0eb8", "\u0eb9"),
    *("\u0eba", "\u0ebb", "\u0ebc", "ຽ", "ເ", "ແ", "ໂ", "ໃ", "ໄ"),
)
_ACCENTS = "\u0ec8\u0ec9\u0eca\u0ecb\u0ecc\u0ecd\u0ece"

_END_OF_LETTERS = "\x01"
_PLAIN = "\x02"
"""The second weight of a letter without accents; accents weigh more."""
_SYMBOL = "\x7f"
_NUMBER = 0x100
"""A number is this plus its count of digits, then its digits: so numbers compare by value."""
_MOST_DIGITS = 0x0E00 - _NUMBER
_FIRST_LETTER = 0x0E80
_FOREIGN = 0x20000
"""Added to every letter of another script, so that they stand after Lao."""
_LAST = 0x10FFFF

_LEADING = re.compile(f"([{LEADING_VOWELS}])([{CONSONANTS}])")
_DIGITS = re.compile("[0-9]+")


class _First(dict[int, str]):
    """The first weight of each character: a character of our order, or nothing for an accent."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        category = unicodedata.category(letter)
        if category[0] == "M":
            weight = ""
        elif category[0] in "LN":
            weight = chr(min(code + _FOREIGN, _LAST))
        else:
            weight = letter if code < ord(_SYMBOL) else _SYMBOL
        self[code] = weight
        return weight


_FIRST = _First({ord(letter): chr(_FIRST_LETTER + place) for place, letter in enumerate(_LETTERS)})
_FIRST |= {ord("ໜ"): _FIRST[ord("ຫ")] + _FIRST[ord("ນ")], ord("ໝ"): _FIRST[ord("ຫ")] + _FIRST[ord("ມ")]}
_FIRST |= dict.fromkeys(map(ord, _ACCENTS), "")
_FIRST |= {ord(digit): digit for digit in "0123456789"}

_ACCENT = re.compile(f"[{_ACCENTS}\u0300-\u036f]")
_FOREIGN_OR_NUMBER = re.compile("[^ -/:-@\u0e80-\u0ecf\u0edc-\u0eff]")


class _Second(dict[int, str]):
    """The second weight of each character: an accent weighs by its own code point."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = weight = letter if unicodedata.category(letter)[0] == "M" and not _FIRST[code] else _PLAIN
        return weight


_SECOND = _Second({ord("ໜ"): _PLAIN * 2, ord("ໝ"): _PLAIN * 2} | {ord(accent): accent for accent in _ACCENTS})


def sort_key(text: str) -> str:
    """Give a key whose order by code points is the order of the texts.

    Equal keys mean texts that differ in nothing but case, symbols, leading zeros or the script of digits.
    """
    text = _LEADING.sub(r"\2\1", canonical(text))
    if _FOREIGN_OR_NUMBER.search(text):
        return _key_of_mixed(unicodedata.normalize("NFD", text.casefold()).translate(TO_LATIN_DIGITS))
    return _with_second(text.translate(_FIRST), text)


def _key_of_mixed(text: str) -> str:
    return _with_second(_DIGITS.sub(_by_value, text.translate(_FIRST)), text)


def _by_value(digits: re.Match[str]) -> str:
    number = digits[0].lstrip("0") or "0"
    return chr(_NUMBER + min(len(number), _MOST_DIGITS)) + number


def _with_second(first: str, text: str) -> str:
    if not _ACCENT.search(text):
        return first
    return f"{first}{_END_OF_LETTERS}{text.translate(_SECOND).rstrip(_PLAIN)}"
