"""How a line of text becomes glyphs with exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from signin.typeset.fonts import Face, Family, Stack, stack

ZERO_WIDTH_SPACE = "\u200b"

# A base and the marks that stand on it, SARA AM among them: HarfBuzz moves its ring back onto the base.
_CLUSTER = re.compile("[\\s\\S][\u0eb1\u0eb3-\u0ebc\u0ec8-\u0ece\u0300-\u036f]*")
_LETTER = re.compile(r"[^\W\d_]")
_LAO = re.compile("[\u0e80-\u0eff]")


class Item(NamedTuple):
    """A piece of a line in one face and one script, as HarfBuzz wants it."""

    face: Face
    script: str
    """ISO 15924: Laoo or Latn."""
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Glyphs of one face. Places are in thousandths of an em from the line's start and the baseline, y up."""

    face: Face
    glyphs: tuple[int, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A shaped line: its text without zero-width spaces, its runs, its advance in thousandths of an em."""

    text: str
    runs: tuple[Run, ...]
    advance: float


def width(text: str, size: float, *, bold: bool = False, family: Family = "paper") -> float:
    """Give the advance of a text in points at `size` points."""
    return shape(text, stack(family, bold=bold)).advance * size / 1000


@lru_cache(maxsize=1 << 12)
def shape(text: str, faces: Stack) -> Shaped:
    """Shape a line. Zero-width spaces are for breaking lines only and leave no trace.

    Raises MissingGlyph for a character that no face has; control characters are such.
    """
    text = text.replace(ZERO_WIDTH_SPACE, "")
    pen, runs = 0.0, []
    for item in itemized(text, faces):
        run, pen = _run(item, pen)
        runs.append(run)
    return Shaped(text, tuple(runs), pen)


def itemized(text: str, faces: Stack) -> Iterator[Item]:
    """Cut a line where the face or the script changes.

    Scripts are told apart because fonts hold their rules by script: Lao marks in a run that HarfBuzz takes
    for Latin are not placed. Digits, spaces and signs go with what stands before them.
    """
    if text and faces.lao.issuperset(text):
        yield Item(faces.faces[0], "Laoo", text)
        return
    start, face, script = 0, None, ""
    for cluster in _CLUSTER.finditer(text):
        here, its = faces.face_for(cluster[0], text), _script(cluster[0])
        if face and (here is not face or (script and its and its != script)):
            yield Item(face, script or "Laoo", text[start : cluster.start()])
            start, script = cluster.start(), ""
        face, script = here, script or its
    if face:
        yield Item(face, script or "Laoo", text[start:])


def _script(cluster: str) -> str:
    """Give the script of a cluster's base, or nothing for what all scripts share."""
    if _LAO.match(cluster):
        return "Laoo"
    return "Latn" if _LETTER.match(cluster) else ""


def _run(item: Item, pen: float) -> tuple[Run, float]:
    buffer = hb.Buffer()
    buffer.add_str(item.text)
    buffer.direction, buffer.script, buffer.language = "ltr", item.script, "lo"
    hb.shape(item.face.shaper, buffer, {})
    scale = 1000 / item.face.units
    xs, ys = [], []
    for x, y, advance, _ in [place.position for place in buffer.glyph_positions]:
        xs.append(pen + x * scale if x else pen)
        ys.append(y * scale)
        pen += advance * scale
    glyphs = tuple([info.codepoint for info in buffer.glyph_infos])
    return Run(item.face, glyphs, tuple(xs), tuple(ys)), pen
