"""Identifiers that sort by the time they were made."""

from __future__ import annotations

import base64
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

_EPOCH = datetime(1970, 1, 1)


def new(at: datetime, random: Callable[[int], bytes]) -> str:
    """Make a UUIDv7 (RFC 9562, section 5.7) from a time and ten random bytes."""
    milliseconds = max(0, int((at - _EPOCH) / timedelta(milliseconds=1)))
    bits = milliseconds << 80 | int.from_bytes(random(10), "big")
    bits = bits & ~(0xF << 76) | 0x7 << 76
    return str(uuid.UUID(int=bits & ~(0x3 << 62) | 0x2 << 62))


def short(at: datetime, random: Callable[[int], bytes]) -> str:
    """Make an id that people can read out, from the day and 40 random bits: 2024-06-12-k3f7qa2m."""
    return f"{at.date().isoformat()}-{base64.b32encode(random(5)).decode('ascii').lower()}"
