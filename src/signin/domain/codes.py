"""What a badge's QR holds: 80 random bits and two check characters.

The alphabet is base32 (RFC 4648, A–Z and 2–7), so a code is 18 characters and fits QR version 1 at
level M. The check characters are those of a Reed–Solomon code over GF(32) (Reed & Solomon, 1960):
its distance is 3, so every one or two wrong characters are caught, every swap of two among them.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
RANDOM_BYTES = 10
BODY = 16
LENGTH = 18
JOINED = 2 * LENGTH  # two scans run together; anything longer was never ours

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_REDUCE = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def _powers() -> tuple[list[int], list[int]]:
    power, powers, logs = 1, [0] * 62, [0] * 32
    for exponent in range(31):
        powers[exponent] = powers[exponent + 31] = power
        logs[power] = exponent
        power <<= 1
        if power & 0b100000:
            power ^= _REDUCE
    return powers, logs


_POWER, _LOG = _powers()


def _times(left: int, right: int) -> int:
    return _POWER[_LOG[left] + _LOG[right]] if left and right else 0


def _at(values: list[int], root: int) -> int:
    """Evaluate the polynomial whose coefficients are `values`, highest first (Horner)."""
    total = 0
    for value in values:
        total = _times(total, root) ^ value
    return total


def check_characters(body: str) -> str:
    """Give the two characters that make `body` + check a multiple of (x - a)(x - a^2)."""
    values = [_VALUE[letter] for letter in body]
    first, second = _at([*values, 0, 0], 2), _at([*values, 0, 0], 4)
    # Solve c0*a + c1 = first and c0*a^2 + c1 = second; a + a^2 = 6, and 31 - log is the inverse.
    high = _times(first ^ second, _POWER[31 - _LOG[6]])
    return ALPHABET[high] + ALPHABET[first ^ _times(high, 2)]


def new(random: Callable[[int], bytes]) -> str:
    """Make a code from ten random bytes; opaque, never derived from a name."""
    body = base64.b32encode(random(RANDOM_BYTES)).decode("ascii")
    return body + check_characters(body)


def is_whole(code: str) -> bool:
    """Whether `code` is 18 letters of the alphabet whose check characters agree."""
    return len(code) == LENGTH and is_ours(code) and check_characters(code[:BODY]) == code[BODY:]


def is_ours(text: str) -> bool:
    """Whether `text` can be a code or a piece of one: only letters of the alphabet, not longer than two codes."""
    return 0 < len(text) <= JOINED and all(letter in _VALUE for letter in text)


def cleaned(raw: str) -> str:
    """Give what a scanner or a person meant: upper case, without spaces, hyphens or control characters."""
    return "".join(letter for letter in raw.upper() if letter.isprintable() and letter not in " -\u00a0")
