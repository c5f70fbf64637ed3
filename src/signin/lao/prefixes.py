"""Abbreviated prefixes written in full: only where it is certain what they stand for."""

from __future__ import annotations

import re

_FULL = {"ນ": "ນາງ", "ນສ": "ນາງສາວ"}
_LIKELY = {"ທ": "ທ້າວ"}
"""What an abbreviation may stand for; ທ. is also written for ທ່ານ."""
_PARTS = re.compile(r"[^\s.]+\.?")


def in_full(prefix: str) -> str:
    """Write a prefix in full; what is not certain stays as it is written: "ທ່ານ ນ." is "ທ່ານ ນາງ"."""
    parts = _PARTS.findall(prefix)
    known = [_FULL.get(part.rstrip("."), part) for part in parts]
    return prefix if known == parts else " ".join(known)


def likely(prefix: str) -> str:
    """Give what a prefix that is not known for certain looks like; nothing for any other."""
    parts = _PARTS.findall(prefix)
    meant = [_LIKELY.get(part.rstrip("."), part) for part in parts]
    return "" if meant == parts else " ".join(meant)
