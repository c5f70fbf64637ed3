"""One stream of operators: a page's or an art's, with account kept of what the viewer already holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache

from signin.typeset.operators import number

Colour = str
"""Six hexadecimal digits after a #, as in #1a5276."""
BLACK: Colour = "#000000"
WHITE: Colour = "#ffffff"

Step = tuple[str | float, ...]

_ROUND = 0.5523
"""How far along the tangents a Bézier curve's handles lie to draw a quarter of a circle."""


class Pen:
    """Collects operators. Coordinates come with y down from the top and are turned as they are written."""

    def __init__(self, size: tuple[float, float]) -> None:
        self.size = size
        """Width and height in points."""
        self.height = size[1]
        self.operators: list[str] = []
        self.arts: set[str] = set()
        self._held: dict[str, str] = {}

    def write(self, operators: str) -> None:
        """Add operators as they are."""
        self.operators.append(operators)

    def fill(self, colour: Colour) -> None:
        """Fill and set text in a colour from here on."""
        self._hold("fill", f"{_rgb(colour)} rg")

    def place(self, art: str, x: float, y: float) -> None:
        """Use an art, moved right by x and down by y."""
        self.arts.add(art)
        self.write(f"q 1 0 0 1 {number(x)} {number(-y)} cm /{art} Do Q" if x or y else f"q /{art} Do Q")

    def paint(
        self,
        outline: str,
        fill: Colour | None,
        stroke: Colour | None,
        width: float,
        dash: Sequence[float],
    ) -> None:
        """Fill an outline, stroke it, or both."""
        if fill:
            self.fill(fill)
        if stroke:
            self._hold("stroke", f"{_rgb(stroke)} RG")
            self._hold("width", f"{number(width)} w")
            self._hold("dash", f"[{' '.join(map(number, dash))}] 0 d")
        self.write(f"{outline} {_FINISH[bool(fill), bool(stroke)]}")

    def outline(self, steps: Sequence[Step]) -> str:
        """Write a path of M, L, C and Z steps."""
        return " ".join(self._step(*step) for step in steps)

    def _step(self, kind: str | float, *numbers: str | float) -> str:
        turned = [
            number(self.height - float(value) if place % 2 else float(value))
            for place, value in enumerate(numbers)
        ]
        return " ".join([*turned, _OPERATOR[kind]])

    def box(self, x: float, y: float, width: float, height: float, radius: float = 0.0) -> str:
        """Write a rectangle from its top left corner, with rounded corners if there is a radius."""
        if not radius:
            return f"{number(x)} {number(self.height - y - height)} {number(width)} {number(height)} re"
        right, bottom, r = x + width, y + height, min(radius, width / 2, height / 2)
        k = r * (1 - _ROUND)
        return self.outline(
            [
                ("M", x + r, y),
                ("L", right - r, y),
                ("C", right - k, y, right, y + k, right, y + r),
                ("L", right, bottom - r),
                ("C", right, bottom - k, right - k, bottom, right - r, bottom),
                ("L", x + r, bottom),
                ("C", x + k, bottom, x, bottom - k, x, bottom - r),
                ("L", x, y + r),
                ("C", x, y + k, x + k, y, x + r, y),
                ("Z",),
            ]
        )

    @contextmanager
    def aside(self) -> Iterator[Pen]:
        """Draw with a state of its own that is dropped afterwards."""
        before = dict(self._held)
        self.write("q")
        yield self
        self.write("Q")
        self._held = before

    def _hold(self, what: str, operator: str) -> None:
        """Set a part of the state unless it is set so already."""
        if self._held.get(what) != operator:
            self._held[what] = operator
            self.write(operator)


_OPERATOR: dict[str | float, str] = {"M": "m", "L": "l", "C": "c", "Z": "h"}
_FINISH = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}


@cache
def _rgb(colour: Colour) -> str:
    """Give red, green and blue as PDF counts them, 0 to 1."""
    return " ".join(number(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
