"""Running text in a column: lines on a side or justified, and a block that splits over columns and pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from signin.lao import lexicon
from signin.typeset.breaking import TextLine, lines
from signin.typeset.canvas import Document
from signin.typeset.style import Style

WIDEST_STRETCH = 1.5
"""In ems: how much a space may grow to justify a line; beyond it the line is left, for Lao has few spaces."""

_SHARE = {"left": 0.0, "justified": 0.0, "centre": 0.5, "right": 1.0}


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text in a column of a width, in points."""

    lines: tuple[TextLine, ...]
    width: float
    style: Style

    @property
    def height(self) -> float:
        """In points."""
        return len(self.lines) * self.style.size * self.style.leading

    def split(self, height: float) -> tuple[Self | None, Self | None]:
        """Give what goes into `height` points, and the rest; None for nothing."""
        fits = max(0, int(height / self.style.line_height + 1e-6))
        head, rest = self.lines[:fits], self.lines[fits:]
        return (replace(self, lines=head) if head else None), (replace(self, lines=rest) if rest else None)

    def draw(self, document: Document, x: float, y: float) -> float:
        """Draw it with its top left corner at `x`, `y`; give the y below it."""
        for number, line in enumerate(self.lines):
            self._draw_line(document, x, y + number * self.style.line_height, line)
        return y + self.height

    def _draw_line(self, document: Document, x: float, y: float, line: TextLine) -> None:
        room = self.width - line.indent - line.advance
        document.text(
            x + line.indent + room * _SHARE[self.style.align],
            y + self.style.baseline,
            line.text,
            size=self.style.size,
            bold=self.style.bold,
            colour=self.style.colour,
            family=self.style.family,
            stretch=self._stretch(line, room),
        )

    def _stretch(self, line: TextLine, room: float) -> float:
        """Give what every space grows by, in points."""
        spaces = line.text.count(" ")
        if self.style.align != "justified" or line.last or not spaces:
            return 0.0
        return room / spaces if room / spaces <= WIDEST_STRETCH * self.style.size else 0.0


def paragraph(text: str, width: float, style: Style, *, indent: float = 0.0) -> Block:
    r"""Set a text in a column of `width` points; "\n" begins a new paragraph, whose first line is indented."""
    return _set(text, width, style, indent, lexicon.own())


@lru_cache(maxsize=1 << 12)
def _set(text: str, width: float, style: Style, indent: float, own: frozenset[str]) -> Block:  # noqa: ARG001 -- of the key
    """Set it once, for long lists say the same offices and positions over and over; own words may change."""
    return Block(lines(text, width, style, indent), width, style)
