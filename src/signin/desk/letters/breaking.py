"""Where lines break on the screen: at words, or only at the spaces of a name; never inside a cluster."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtCore import QTextBoundaryFinder

from signin.lao import segment

Breaks = Literal["words", "spaces"]
"""Lines of running text break at words; those of a person's name only at its spaces."""

Measure = Callable[[str], float]
"""Gives the advance of a line in pixels."""

ELLIPSIS = "…"
_PIECE = re.compile(f"[^ {segment.ZERO_WIDTH_SPACE}]+ *| +")


@dataclass(frozen=True, slots=True)
class Broken:
    """The lines of a text, without zero-width spaces; `elided` tells that not all of it is there."""

    lines: tuple[str, ...]
    elided: bool


def broken(text: str, width: float, measure: Measure, breaks: Breaks = "words", most: int | None = None) -> Broken:
    """Break a text into lines of at most `width` pixels, and into at most so many lines.

    A word wider than a line is broken between clusters, a foreign one between letters; a part of a name is cut
    short instead. What does not fit into the last line is left out from a word on, with … in its place. Line
    feeds in the text begin new lines, but in the last of `most` lines, where they are spaces.
    """
    paragraphs = text.splitlines() or [""]
    if len(paragraphs) == 1 and measure(whole := _whole(paragraphs[0])) <= width:
        return Broken((whole,), elided=False)  # nearly always so: no need to look for words
    rows = [row for paragraph in paragraphs for row in _rows(paragraph, width, measure, breaks)]
    if most is not None and len(rows) > most:
        rows[most - 1 :] = [_joined(rows[most - 1 :])]
    lines = tuple(_elided(row, width, measure) if measure(_line(row)) > width else _line(row) for row in rows)
    return Broken(lines, lines != tuple(map(_line, rows)))


def _whole(paragraph: str) -> str:
    """Give a text that a single line holds."""
    return paragraph.replace("\t", " ").replace(segment.ZERO_WIDTH_SPACE, "").rstrip(" ")


def widest_part(text: str, measure: Measure, breaks: Breaks) -> float:
    """Give the advance of the widest word, or of the widest part of a name."""
    pieces = [piece for paragraph in text.splitlines() for piece in _pieces(paragraph, breaks)]
    return max((measure(piece.rstrip(" ")) for piece in pieces), default=0.0)


def _pieces(paragraph: str, breaks: Breaks) -> list[str]:
    """Cut a line of text where it may break; spaces stay at the end of what is before them."""
    plain = paragraph.replace("\t", " ")
    return _PIECE.findall(segment.breakable(plain) if breaks == "words" else segment.breakable_name(plain)) or [""]


def _rows(paragraph: str, width: float, measure: Measure, breaks: Breaks) -> Iterator[list[str]]:
    """Fill lines with pieces."""
    row: list[str] = []
    for piece in _pieces(paragraph, breaks):
        parts = _split(piece, width, measure) if breaks == "words" else [piece]
        for part in parts:
            if row and measure(_line([*row, part])) > width:
                yield row
                row = []
            row.append(part)
    yield row


def _split(piece: str, width: float, measure: Measure) -> list[str]:
    """Give a piece whole if a line holds it, otherwise its clusters, and the letters of those still too wide."""
    if measure(piece.rstrip(" ")) <= width:
        return [piece]
    return [part for cluster in segment.clusters(piece) for part in _letters(cluster, width, measure)]


def _letters(cluster: str, width: float, measure: Measure) -> list[str]:
    """Part a foreign word that no line holds; a Lao cluster stays whole whatever the width."""
    is_lao = "\u0e80" <= cluster[0] <= "\u0eff" and not cluster[0].isdecimal()
    if is_lao or measure(cluster) <= width:
        return [cluster]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, cluster)
    ends = [0]
    while (end := finder.toNextBoundary()) > 0:
        ends.append(end)
    coded = cluster.encode("utf-16-le", "surrogatepass")
    return [coded[2 * start : 2 * end].decode("utf-16-le", "surrogatepass") for start, end in pairwise(ends)]


def _line(row: list[str]) -> str:
    return "".join(row).rstrip(" ")


def _joined(rows: list[list[str]]) -> list[str]:
    """Make one line of several; where a new line began, be it by a line feed, there is a space."""
    return [piece for row in rows for piece in [*row[:-1], f"{row[-1]} "]]


def _elided(row: list[str], width: float, measure: Measure) -> str:
    """Keep the words before which … still fits; if not even the first does, its clusters."""
    first = [part for cluster in segment.clusters(row[0]) for part in _letters(cluster, 0, measure)]
    return _kept(row, width, measure) or _kept(first, width, measure) or ELLIPSIS


def _kept(parts: list[str], width: float, measure: Measure) -> str:
    kept = ""
    for part in parts:
        if measure((kept + part).rstrip(" ") + ELLIPSIS) > width:
            break
        kept += part
    return kept.rstrip(" ") + ELLIPSIS if kept.strip(" ") else ""
