"""A PIN: kept as a salted hash and never itself; which are too simple, and how long wrong ones make wait."""

from __future__ import annotations

import base64
import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

LEAST, MOST = 4, 12
"""How many digits a PIN has."""
SALT_BYTES = 16
_COST, _BLOCK, _LANES, _LENGTH = 2**15, 8, 1, 32
"""scrypt's N, r, p (RFC 7914) and the bytes of the hash: a tenth of a second and 32 MB for each try."""
_MOST_MEMORY = 64 * 2**20
_WAITS = (0, 0, 0, 5, 15, 60, 300, 900)
"""Seconds to wait after so many wrong PINs in a row, the last of them for all further ones."""


class Deed(StrEnum):
    """What was done with a PIN, as it is recorded."""

    SET = "set"
    CHANGED = "changed"
    REMOVED = "removed"
    OPENED = "opened"
    WRONG = "wrong"
    FOUND = "found"
    """Somebody wrote it into the settings by hand, or the store came from elsewhere."""
    REPLACED = "replaced"
    """Another is in the settings than the one that was set here."""
    GONE = "gone"
    """Its line was deleted from the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinRow:
    """One row of the record of the PIN. `mark` tells one kept PIN from another, "" where none is left."""

    at: datetime
    desk: str
    deed: Deed
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How many wrong PINs came in a row, and when the last of them did."""

    wrong: int = 0
    last: datetime | None = None


def digits(text: str) -> str:
    """Give the digits of a text, Lao, Thai and other ones too, as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def is_long_enough(pin: str) -> bool:
    """Whether a PIN has 4 to 12 digits."""
    return LEAST <= len(pin) <= MOST


def is_simple(pin: str) -> bool:
    """Whether anybody would try it first: one digit only, a row such as 1234 or 4321, or a half said twice."""
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    half = len(pin) // 2
    return steps in ({0}, {1}, {9}) or pin == 2 * pin[:half]


def kept(pin: str, salt: bytes) -> str:
    """Give how a PIN is kept: scrypt's name and parameters, the salt and the hash, both in Base64."""
    made = _hashed(pin, salt, _COST, _BLOCK, _LANES)
    return ":".join(["scrypt", str(_COST), str(_BLOCK), str(_LANES), *map(_base64, (salt, made))])


def opens(pin: str, kept: str) -> bool:
    """Whether a PIN is the one that is kept; compared in constant time. What is no kept PIN is opened by none."""
    try:
        name, cost, block, lanes, salt, made = kept.split(":")
        wanted = base64.b64decode(made, validate=True)
        found = _hashed(pin, base64.b64decode(salt, validate=True), int(cost), int(block), int(lanes))
    except (
        ValueError,
        TypeError,
        OverflowError,
        MemoryError,
    ):  # as hashlib and base64 refuse what they cannot read
        return False
    return name == "scrypt" and hmac.compare_digest(found, wanted)


def mark_of(kept: str) -> str:
    """Give what tells one kept PIN from another and says nothing of it; "" for none."""
    return hashlib.sha256(kept.encode()).hexdigest()[:16] if kept else ""


def wait(wrong: int) -> int:
    """Give the seconds to wait after so many wrong PINs in a row."""
    return _WAITS[min(wrong, len(_WAITS) - 1)]


def seconds_left(standing: Standing, now: datetime) -> float:
    """Give how many seconds are left to wait; all of them when the clock was set back since."""
    if standing.last is None:
        return 0.0
    whole, passed = float(wait(standing.wrong)), (now - standing.last).total_seconds()
    return whole if passed < 0 else max(0.0, whole - passed)


def _hashed(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=_MOST_MEMORY, dklen=_LENGTH)


def _base64(some: bytes) -> str:
    return base64.b64encode(some).decode()
