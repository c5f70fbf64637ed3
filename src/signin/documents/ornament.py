"""Drawn ornament for certificates: champa blossoms, a lotus, and a border of woven lozenges.

The champa (frangipani) is the flower of Laos; rows of lozenges edge the Lao sinh. All are vector paths in the
points of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from signin.typeset import A4_LANDSCAPE, Colour, Document, mm

NAVY: Colour = "#14325c"
GOLD: Colour = "#a67a24"
_PALE: Colour = "#f7f0e1"
_FAINT: Colour = "#fbf7ee"
_HEART: Colour = "#e9c46a"
_WIDTH, _HEIGHT = A4_LANDSCAPE
_BAND = 14.2 * mm
"""From the paper's edge to the middle of the lozenges."""
_CORNER = 26 * mm
"""From the paper's edge to where the lozenges begin, along either side."""

Step = tuple[str | float, ...]


def draw_frame(document: Document) -> None:
    """Draw what every certificate has round its text."""
    _draw_lotus(document, _WIDTH / 2, 127 * mm, 40 * mm)
    _rectangle(document, 9.6 * mm, NAVY, 2.4)
    _rectangle(document, 11.3 * mm, GOLD, 0.6)
    _rectangle(document, 17.1 * mm, GOLD, 0.6)
    for x, y in _lozenge_places():
        _draw_lozenge(document, x, y)
    for x in (_BAND, _WIDTH - _BAND):
        for y in (_BAND, _HEIGHT - _BAND):
            _draw_corner(document, x, y)


def draw_divider(document: Document, x: float, y: float, reach: float) -> None:
    """Draw a line with a lozenge in its middle; `reach` points to either side."""
    gap = 2.6 * mm
    document.line(x - reach, y, x - gap, y, width=0.7, colour=GOLD)
    document.line(x + gap, y, x + reach, y, width=0.7, colour=GOLD)
    _draw_lozenge(document, x, y)


def _rectangle(document: Document, inset: float, colour: Colour, line_width: float) -> None:
    across, down = _WIDTH - 2 * inset, _HEIGHT - 2 * inset
    document.rectangle(inset, inset, across, down, stroke=colour, line_width=line_width)


def _lozenge_places() -> Iterator[tuple[float, float]]:
    for x in _spread(_CORNER, _WIDTH - _CORNER):
        yield from ((x, _BAND), (x, _HEIGHT - _BAND))
    for y in _spread(_CORNER, _HEIGHT - _CORNER):
        yield from ((_BAND, y), (_WIDTH - _BAND, y))


def _spread(start: float, end: float, apart: float = 6 * mm) -> Iterator[float]:
    """Share out places from start to end, both included, about `apart` points apart."""
    count = round((end - start) / apart)
    return (start + (end - start) * place / count for place in range(count + 1))


def _draw_lozenge(document: Document, x: float, y: float) -> None:
    """Draw a lozenge in a lozenge, and a dot to either side of it."""
    document.path(_lozenge(x, y, 1.7 * mm), stroke=GOLD, width=0.55)
    document.path(_lozenge(x, y, 0.8 * mm), fill=GOLD)


def _lozenge(x: float, y: float, reach: float) -> list[Step]:
    return [("M", x - reach, y), ("L", x, y - reach), ("L", x + reach, y), ("L", x, y + reach), ("Z",)]


def _draw_corner(document: Document, x: float, y: float) -> None:
    """Draw a champa blossom over the corner of the border, on white so that the lines end at it."""
    reach = 8.2 * mm
    inward_x, inward_y = (1 if x < _WIDTH / 2 else -1), (1 if y < _HEIGHT / 2 else -1)
    towards = 0.0 if inward_x > 0 else pi
    for turn in (0.08, 0.42):
        for along in (turn * pi / 2, (1 - turn) * pi / 2):
            angle = towards + (along if inward_x * inward_y > 0 else -along)
            _draw_petal(document, x, y, angle, 12.2 * mm - turn * 3 * mm, 1.5 * mm, _PALE)
    _draw_champa(document, x, y, reach)


def _draw_champa(document: Document, x: float, y: float, reach: float) -> None:
    """Draw five broad petals, each turned a little like a propeller's, round a golden heart."""
    for petal in range(5):
        angle = -pi / 2 + petal * 2 * pi / 5
        document.path(_champa_petal(x, y, angle, reach), fill="#ffffff", stroke=GOLD, width=0.7)
    for petal in range(5):
        angle = -pi / 2 + petal * 2 * pi / 5
        document.path(_champa_petal(x, y, angle, reach * 0.45), fill=_HEART)


def _champa_petal(x: float, y: float, angle: float, reach: float) -> list[Step]:
    def at(along: float, aside: float) -> tuple[float, float]:
        return (
            x + reach * (along * cos(angle) - aside * sin(angle)),
            y + reach * (along * sin(angle) + aside * cos(angle)),
        )

    tip = at(1, 0.16)
    return [
        ("M", x, y),
        ("C", *at(0.25, -0.42), *at(0.85, -0.48), *tip),
        ("C", *at(1.02, 0.5), *at(0.4, 0.36), x, y),
        ("Z",),
    ]


def _draw_lotus(document: Document, x: float, y: float, reach: float) -> None:
    """Draw an open lotus as pale as a watermark, its outer petals first."""
    for spread, share in ((1.25, 1.0), (1.0, 0.98), (0.72, 1.0), (0.4, 1.03)):
        for side in (-1, 1):
            angle = -pi / 2 + side * spread
            _draw_petal(document, x, y, angle, reach * share, reach * 0.2, _FAINT, _PALE)
    _draw_petal(document, x, y, -pi / 2, reach * 1.05, reach * 0.2, _FAINT, _PALE)


def _draw_petal(
    document: Document,
    x: float,
    y: float,
    angle: float,
    length: float,
    breadth: float,
    fill: Colour,
    stroke: Colour = GOLD,
) -> None:
    """Draw a pointed petal from its foot at `x`, `y`."""

    def at(along: float, aside: float) -> tuple[float, float]:
        return x + along * cos(angle) - aside * sin(angle), y + along * sin(angle) + aside * cos(angle)

    tip = at(length, 0)
    steps: list[Step] = [
        ("M", x, y),
        ("C", *at(length * 0.3, -breadth * 1.3), *at(length * 0.75, -breadth), *tip),
        ("C", *at(length * 0.75, breadth), *at(length * 0.3, breadth * 1.3), x, y),
        ("Z",),
    ]
    document.path(steps, fill=fill, stroke=stroke, width=0.6)
