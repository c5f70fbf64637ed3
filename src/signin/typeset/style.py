"""How a text is to look: size, weight, side, colour, leading, and where its lines may break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from signin.typeset.fonts import Family, Stack, stack
from signin.typeset.pen import BLACK, Colour

LEAST_LEADING = 1.6
"""In ems. Phetsarath OT draws from 0.65 below the baseline (ງຼຸ) to 1.13 above it (ໝື້); tighter lines clip marks."""
ASCENT = 1.14
"""In ems: the room above the baseline that the highest mark of our fonts needs (ໝື້)."""

Side = Literal["left", "centre", "right", "justified"]


@dataclass(frozen=True, slots=True)
class Style:
    """Size in points; leading in ems (ValueError below 1.6).

    `breaks` says where lines may break: at words, as running text does, or at spaces only, as a person's name
    does. A text that brings its own zero-width spaces is broken at those and at spaces.
    """

    size: float = 12
    bold: bool = False
    align: Side = "left"
    colour: Colour = BLACK
    leading: float = LEAST_LEADING
    breaks: Literal["words", "spaces"] = "words"
    family: Family = "paper"

    def __post_init__(self) -> None:
        if self.leading < LEAST_LEADING:
            raise ValueError(f"leading of {self.leading} ems would clip Lao marks")

    @property
    def faces(self) -> Stack:
        """The faces it is set in."""
        return stack(self.family, bold=self.bold)

    @property
    def line_height(self) -> float:
        """From baseline to baseline, in points."""
        return self.size * self.leading

    @property
    def baseline(self) -> float:
        """From the top of a line to its baseline, in points; what the leading has to spare is halved."""
        return self.size * (ASCENT + (self.leading - LEAST_LEADING) / 2)
