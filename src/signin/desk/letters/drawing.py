"""Lao drawn on the screen: lines broken at words, with room for every mark."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath

from signin.desk.letters.breaking import Breaks, broken, widest_part
from signin.lao import lexicon

TOP = 2
"""Pixels left free above the highest mark."""
LINE_EMS = 1.6
ROW_EMS = 1.8
"""Least height of a line among lines, and of a row in a table, in ems of the font."""

_MARKS = ("ິ", "ິ້", "ຶ໊", "ື້", "ັ", "ັ໊", "ົ", "ົ໊", "໌", "໊ຳ", "ຸ", "ູ", "ຼຸ", "ຼູ")
_STACKS = [consonant + marks for consonant in "ກງບປພຝຟຢໝ" for marks in _MARKS]
"""What reaches farthest out, in each of our fonts: narrow letters to the sides, tall and deep ones up and down."""
_TRIAL = 200.0
"""Pixels of an em at which a face is measured."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A font told apart from others by all that changes its drawing."""

    name: str
    families: tuple[str, ...]
    pixels: int
    font: QFont = field(compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """A font and the room that its Lao needs, in pixels: above and below the baseline, left and right of a line.

    Measured on outlines: QFontMetrics.tightBoundingRect does not see where marks are put, and descents are told
    too small (Noto Sans Lao 2.003: ຼຸ reaches 0.65 em below the baseline, its descent is 0.46).
    """

    font: QFont
    metrics: QFontMetricsF
    em: int
    above: int
    below: int
    leading: int
    left: int
    right: int

    def height(self, lines: int) -> int:
        """Give the height of so many lines, the free pixels above them included."""
        return TOP + self.above + (max(lines, 1) - 1) * self.leading + self.below

    def lines_in(self, height: float) -> int:
        """Give how many lines such a height holds, at least one."""
        return max(1, int((height - self.height(1)) // self.leading) + 1)

    def row(self, lines: int = 1) -> int:
        """Give the height of a row in a list or table."""
        return max(self.height(lines), ceil(ROW_EMS * self.em))


@dataclass(frozen=True, slots=True)
class Block:
    """A text that is laid out: its lines, and the width and height in pixels that it fills."""

    hand: Hand = field(repr=False)
    lines: tuple[str, ...]
    elided: bool
    width: int
    height: int

    def draw(self, painter: QPainter, box: QRectF, alignment: Qt.AlignmentFlag) -> None:
        """Draw the lines in a box with the painter's pen, aligned as a label is."""
        painter.setFont(self.hand.font)
        free = box.height() - self.height
        share = 0.0 if alignment & Qt.AlignmentFlag.AlignTop else 0.5
        share = 1.0 if alignment & Qt.AlignmentFlag.AlignBottom else share
        baseline = box.top() + round(max(0.0, free) * share) + TOP + self.hand.above
        for number, line in enumerate(self.lines):
            start = QPointF(self._start(line, box, alignment), baseline + number * self.hand.leading)
            painter.drawText(start, line)

    def _start(self, line: str, box: QRectF, alignment: Qt.AlignmentFlag) -> float:
        share = 0.5 if alignment & Qt.AlignmentFlag.AlignHCenter else 0.0
        share = 1.0 if alignment & Qt.AlignmentFlag.AlignRight else share
        if not share:
            return box.left() + self.hand.left
        free = box.width() - self.hand.left - self.hand.right - self.hand.metrics.horizontalAdvance(line)
        return box.left() + self.hand.left + max(0.0, free) * share


def hand(font: QFont) -> Hand:
    """Give a font with its measures, from the cache if it was asked for before."""
    return _hand(_face(font, QFontInfo(font).pixelSize()))


def _face(font: QFont, pixels: int) -> _Face:
    """Tell a font apart; the font is copied, since that of a style option goes away with the option."""
    return _Face(font.toString(), tuple(font.families()), pixels, QFont(font))


@lru_cache(maxsize=512)
def _hand(face: _Face) -> Hand:
    metrics, em = QFontMetricsF(face.font), face.pixels
    ink = _room(_face(_sized(face.font, int(_TRIAL)), int(_TRIAL)))
    return Hand(
        font=face.font,
        metrics=metrics,
        em=em,
        above=ceil(max(metrics.ascent(), -ink.top() * em)) + 1,
        below=ceil(max(metrics.descent(), ink.bottom() * em)) + 1,
        leading=ceil(max(LINE_EMS * em, metrics.ascent() + metrics.descent())),
        left=ceil(-ink.left() * em) + 1,
        right=ceil(ink.right() * em) + 1,
    )


def _sized(font: QFont, pixels: int) -> QFont:
    other = QFont(font)
    other.setPixelSize(pixels)
    return other


@lru_cache(maxsize=64)
def _room(face: _Face) -> QRectF:
    """Give how far ink reaches out: above and below the baseline, left of the start, right of the end; in ems."""
    metrics = QFontMetricsF(face.font)
    inks = [(_ink(stack, face.font), metrics.horizontalAdvance(stack)) for stack in _STACKS]
    left = min(0.0, *(ink.left() for ink, _ in inks))
    right = max(0.0, *(ink.right() - advance for ink, advance in inks))
    top, bottom = min(ink.top() for ink, _ in inks), max(ink.bottom() for ink, _ in inks)
    return QRectF(QPointF(left, top) / _TRIAL, QPointF(right, bottom) / _TRIAL)


def _ink(text: str, font: QFont) -> QRectF:
    path = QPainterPath()
    path.addText(QPointF(0, 0), font, text)
    return path.boundingRect()


def lay(text: str, font: QFont, width: float, *, breaks: Breaks = "words", most: int | None = None) -> Block:
    """Lay a text out in lines of at most `width` pixels and in at most so many; see `breaking.broken`."""
    return _lay(text, hand(font), int(width), breaks, most, lexicon.own())


@lru_cache(maxsize=8192)
def _lay(
    text: str,
    its: Hand,
    width: int,
    breaks: Breaks,
    most: int | None,
    own: frozenset[str],  # noqa: ARG001 -- of the key: words of the office may change
) -> Block:
    advance = its.metrics.horizontalAdvance
    found = broken(text, max(0, width - its.left - its.right), advance, breaks, most)
    filled = max(map(advance, found.lines)) + its.left + its.right
    return Block(its, found.lines, found.elided, ceil(filled), its.height(len(found.lines)))


def least_width(text: str, font: QFont, breaks: Breaks = "words") -> int:
    """Give the width in pixels below which a word, or a part of a name, no longer fits into a line."""
    its = hand(font)
    return ceil(widest_part(text, its.metrics.horizontalAdvance, breaks)) + its.left + its.right


def fitted(text: str, font: QFont, box: QRectF, sizes: tuple[int, int], breaks: Breaks = "words") -> Block:
    """Lay a text out in the largest letters between two sizes, in pixels, with which it fits a box whole.

    Words stay whole while that can be. At the least size, what does not fit is left out from a word on.
    """
    least, most = sizes
    while least < most:
        middle = (least + most + 1) // 2
        if _fits(text, _sized(font, middle), box, breaks):
            least = middle
        else:
            most = middle - 1
    smallest = _sized(font, least)
    return lay(text, smallest, box.width(), breaks=breaks, most=hand(smallest).lines_in(box.height()))


def _fits(text: str, font: QFont, box: QRectF, breaks: Breaks) -> bool:
    if least_width(text, font, breaks) > box.width():
        return False
    block = lay(text, font, box.width(), breaks=breaks)
    return block.height <= box.height() and not block.elided
