"""Which digits tell a phone, in whatever way it was written: looked for, laid beside a file, or borne by two."""

from __future__ import annotations

import re
import unicodedata

TELLING = 8
"""So many digits at the end tell a phone; what stands before them is left out in some lists."""
_NUMBER = re.compile(r"\+?[0-9][0-9 ().\u2010-\u2014\-]*")
_NO_DIGIT = re.compile("[^0-9]")
_COUNTRY = "856"
_WHOLE_WITH_COUNTRY = 11
"""Digits of the shortest Lao number that is written with 856 and without a plus."""


def numbers_in(text: str) -> tuple[str, ...]:
    """Give the digits of each number in a text, each once, as `phone_digits` does."""
    found = map(_dialled, _NUMBER.findall(_latin(text)))
    return tuple(dict.fromkeys(filter(None, found)))


def phone_digits(number: str) -> str:
    """Give a number's digits as they are dialled in the country, without the 0 before: 2055512345.

    Digits of any script are read: 0-9, ໐-໙ and the Thai ones of a wrong keyboard.
    """
    return _dialled(_latin(number))


def phone_key(number: str) -> str:
    """Give the digits that tell a number: the last eight, all of a shorter one."""
    return phone_digits(number)[-TELLING:]


def _latin(text: str) -> str:
    if text.isascii():  # most are
        return text
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)


def _dialled(text: str) -> str:
    digits = _NO_DIGIT.sub("", text)
    abroad = text.lstrip().startswith("+") or digits.startswith("00")
    if abroad:
        digits = digits.removeprefix("00")
    if abroad or len(digits) >= _WHOLE_WITH_COUNTRY:
        digits = digits.removeprefix(_COUNTRY)
    return digits.lstrip("0")
