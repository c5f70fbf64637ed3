"""How a text is cut into lines of a width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from signin.lao import lexicon, segment
from signin.typeset import operators
from signin.typeset.failures import DoesNotFit
from signin.typeset.shaping import ZERO_WIDTH_SPACE, shape
from signin.typeset.style import Style

_SLACK = 1e-6
_KEPT_SPACE = r"(?<=\d) [-–] (?=\d)|(?<=[(\[{“]) | (?=[)\]}”])|(?<=[ :][1-9]\.) (?=\S)"
"""Spaces where no line ends: 2021 - 2025, ( 2021 ), and after the number of a point: 2. ການຝຶກອົບຮົມ."""
_WORD = re.compile(f"((?:[^ {ZERO_WIDTH_SPACE}]|{_KEPT_SPACE})+)|([ {ZERO_WIDTH_SPACE}]+)")
"""A word, or the spaces between two."""
_SYMBOL = re.compile("[\\s\\S][\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u0300-\u036f]*")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a text, in the order it is read; `last` of its paragraph; `indent` in points."""

    text: str
    advance: float
    last: bool = False
    indent: float = 0.0


def lines(text: str, width: float, style: Style, indent: float = 0.0) -> tuple[TextLine, ...]:
    r"""Cut a text into lines of at most `width` points; "\n" begins a new paragraph, `indent` is its first line's.

    Lines break at words. A word that is longer than a line breaks between clusters, a foreign one between
    letters; what is wider than a line even so raises DoesNotFit. Spaces at a break are dropped.
    """
    return tuple(line for part in text.split("\n") for line in _paragraph(part, width, style, indent))


def _paragraph(text: str, width: float, style: Style, indent: float) -> Iterator[TextLine]:
    whole = text.replace(ZERO_WIDTH_SPACE, "").strip(" ")
    if (advance := operators.line(whole, style.faces, style.size, 0.0).advance) <= width - indent + _SLACK:
        yield TextLine(whole, advance, last=True, indent=indent)
        return
    broken = list(_broken(_words(text, style), width, style, indent))
    for place, line in enumerate(broken):
        yield TextLine(line, _advance(line, style), last=place == len(broken) - 1, indent=0.0 if place else indent)


def _advance(text: str, style: Style) -> float:
    return shape(text, style.faces).advance * style.size / 1000


def longest_word(text: str, style: Style) -> float:
    """Give the width in points below which a word would have to be broken."""
    return _longest(_words(text, style), style)


@lru_cache(maxsize=1 << 12)
def _longest(words: tuple[tuple[str, str], ...], style: Style) -> float:
    return max((_advance(word, style) for word, _ in words), default=0.0)


@lru_cache(maxsize=1 << 12)
def _cut(text: str, own: frozenset[str] | None) -> tuple[tuple[str, str], ...]:
    """Give the words, each with the spaces before it; without `own`, what stands between spaces."""
    if own is not None and ZERO_WIDTH_SPACE not in text:
        text = segment.breakable(text, own)
    found: list[tuple[str, str]] = []
    space = ""
    for word, between in _WORD.findall(text):
        if word:
            found.append((word, space))
            space = ""
        else:
            space = between.replace(ZERO_WIDTH_SPACE, "")
    return tuple(found)


def _words(text: str, style: Style) -> tuple[tuple[str, str], ...]:
    return _cut(text, lexicon.own() if style.breaks == "words" else None)


def _broken(words: tuple[tuple[str, str], ...], width: float, style: Style, indent: float) -> Iterator[str]:
    """Fill each line with as many words as it holds."""
    line, used, room = "", 0.0, width - indent
    for word, space in words:
        longer = used + _advance(space, style) + _advance(word, style)
        if line and longer <= room + _SLACK:
            line, used = line + space + word, longer
            continue
        if line:
            yield line
            room = width
        *full, line = _pieces(word, room, width, style)
        yield from full
        used, room = _advance(line, style), width if full else room
    if line:
        yield line


def _pieces(word: str, room: float, width: float, style: Style) -> list[str]:
    """Break a word that is longer than a line between its clusters, as the last resort."""
    if _advance(word, style) <= room + _SLACK:
        return [word]
    pieces = [""]
    for cluster in _unbroken(word, width, style):
        if _advance(pieces[-1] + cluster, style) > room + _SLACK and pieces[-1]:
            pieces.append("")
            room = width
        pieces[-1] += cluster
    return pieces


def _unbroken(word: str, width: float, style: Style) -> Iterator[str]:
    for cluster in segment.clusters(word):
        if _advance(cluster, style) <= width + _SLACK:
            yield cluster
        elif len(letters := _SYMBOL.findall(cluster)) > 1 and not _is_lao(cluster):
            yield from letters
        else:
            raise DoesNotFit(text=word, size=style.size)


def _is_lao(cluster: str) -> bool:
    return any("\u0e80" <= letter <= "\u0eff" and not letter.isdecimal() for letter in cluster)
