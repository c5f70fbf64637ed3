"""File names made of titles: safe on every system, readable, and not yet taken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, count, takewhile
from pathlib import Path

from signin.lao.normalize import canonical
from signin.lao.segment import clusters, words

LONGEST = 120
"""Bytes of UTF-8 for the name with its suffix. Most systems take 255; Windows takes 260 for the whole path,
and Lao has three bytes a letter, so this leaves room for folders and for a copy's " (2)"."""

_SHORT = 40

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)", re.IGNORECASE)
_USUAL = "signin"


def safe_file_name(title: str, suffix: str, folder: Path) -> Path:
    """Give a path inside `folder`, not taken yet, whose name is made of `title` and ends with `suffix` (".pdf").

    What no system forbids stays; the rest becomes "-". A long title is cut between words, so that what is left
    can be read; a word that is too long by itself, between clusters. Names that Windows keeps for devices
    (CON, COM1 …) get a "-" in front.
    """
    stem = _stem(title)
    for nth in count(1):
        ending = suffix if nth == 1 else f" ({nth}){suffix}"
        path = folder / (_cut(stem, LONGEST - len(ending.encode())) + ending)
        if not path.exists():
            return path
    raise AssertionError  # count() does not end


def safe_stem(title: str) -> str:
    """Give a title as the part of a file's name that is the same each time: safe, at most 40 bytes long."""
    # Between clusters: it finds files again that are there, whatever words are known by then.
    return _fitting(clusters(_stem(title)), _SHORT) or _USUAL


def _stem(title: str) -> str:
    said = _UNSAFE.sub("-", unicodedata.normalize("NFC", canonical(title)))
    stem = said.strip(" .-~").replace("..", ".")
    if not stem:
        return _USUAL
    return f"-{stem}" if _RESERVED.match(stem) else stem


def _cut(stem: str, room: int) -> str:
    if len(stem.encode()) <= room:
        return stem
    return _fitting(words(stem), room) or _fitting(clusters(stem), room) or _USUAL


def _fitting(parts: Iterable[str], room: int) -> str:
    """Give as many of the first parts as take no more bytes."""
    begun = takewhile(lambda text: len(text.encode()) <= room, accumulate(parts))
    return max(begun, key=len, default="").rstrip(" .-")
