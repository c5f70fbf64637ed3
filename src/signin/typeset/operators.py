"""How shaped glyphs are written as PDF operators.

PDF 32000-1:2008, 9.3 and 9.4: `TJ` numbers are thousandths of an em to go back, `Ts` is the rise in points and
stays set until it is set again, even beyond `ET`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from signin.typeset.fonts import Face, Stack
from signin.typeset.shaping import Run, Shaped, shape

_EXACT = 0.01
"""Thousandths of an em that are not worth a correction: 0.0001 mm at 28 points."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The operators of one line, to stand after `Tm`; its advance in points; the glyphs it needs of each face.

    Kept by the ten thousand in long lists: flat, so that Python's collector has little to walk.
    """

    operators: str
    advance: float
    faces: tuple[Face, ...]
    glyphs: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=1 << 15)
def line(text: str, faces: Stack, size: float, stretch: float) -> Line:
    """Write a line at `size` points; `stretch` points are added to every space, to justify."""
    shaped = shape(text, faces)
    spread, spaces = _stretched(shaped, stretch * 1000 / size) if stretch else (shaped.runs, 0)
    return Line(
        _span(shaped.text, _runs(spread, size)),
        shaped.advance * size / 1000 + stretch * spaces,
        faces.faces,
        tuple(_glyphs_of(face, shaped.runs) for face in faces.faces),
    )


def _glyphs_of(face: Face, runs: Iterable[Run]) -> tuple[int, ...]:
    return tuple([glyph for run in runs if run.face is face for glyph in run.glyphs])


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """Write a number as PDF wants it: no exponent, no needless zeros."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return text if text != "-0" else "0"


def font_name(face: Face) -> str:
    """Give the name under which pages speak of a face; the same in every document, so that lines can be kept."""
    return face.name


def _span(text: str, operators: Iterable[str]) -> str:
    """Put one span around the whole line that says what to copy; a span a word loses spaces in PDFium."""
    copied = text.encode("utf-16-be").hex().upper()
    return f"/Span<</ActualText<FEFF{copied}>>>BDC {' '.join(operators)} EMC"


def _stretched(shaped: Shaped, extra: float) -> tuple[tuple[Run, ...], int]:
    """Move everything behind each space by `extra` thousandths of an em; also count the spaces."""
    runs, spaces = [], 0
    for run in shaped.runs:
        xs = []
        for glyph, x in zip(run.glyphs, run.xs, strict=True):
            xs.append(x + spaces * extra)
            spaces += glyph == run.face.space
        runs.append(Run(run.face, run.glyphs, tuple(xs), run.ys))
    return tuple(runs), spaces


def _runs(runs: Iterable[Run], size: float) -> list[str]:
    """Write the runs, keeping account of pen and rise: what viewers will hold, not what we meant."""
    pen = rise = 0.0
    written: list[str] = []
    for run in runs:
        written.append(f"/{font_name(run.face)} {number(size)} Tf")
        widths, codes = run.face.widths, run.face.codes
        shown: list[str] = []
        for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
            if y != rise:
                if shown:
                    written.append(f"[<{''.join(shown)}>]TJ")
                    shown = []
                written.append(f"{number(y * size / 1000)} Ts")
                rise = y
            gap = x - pen
            if not -_EXACT < gap < _EXACT:
                gap = round(gap, 3)
                shown.append(f">{number(-gap)}<")
                pen += gap
            shown.append(codes[glyph])
            pen += widths[glyph]
        written.append(f"[<{''.join(shown)}>]TJ")
    if rise:
        written.append("0 Ts")
    return written
