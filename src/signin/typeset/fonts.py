"""The faces we embed, and the order in which they stand in for one another."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import uharfbuzz as hb

from signin.assets import FONTS
from signin.typeset.failures import AbsurdAdvance, MissingGlyph

WIDEST_EMS = 4
"""No glyph of a sound font is wider; Phetsarath OT 2.00 has U+0EB6 with an advance of 65533 units (32 ems)."""

Family = Literal["paper", "screen"]

_FILES: dict[tuple[Family, bool], tuple[str, ...]] = {
    ("paper", False): ("Phetsarath_OT.ttf", "NotoSansLao-Regular.ttf"),
    ("paper", True): ("Phetsarath-Bold.ttf", "NotoSansLao-Bold.ttf"),
    ("screen", False): ("NotoSansLao-Regular.ttf",),
    ("screen", True): ("NotoSansLao-Bold.ttf",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file, ready to shape with. Widths and box are in thousandths of an em, as PDF counts."""

    name: str
    path: Path
    shaper: Any = field(repr=False)
    """The `uharfbuzz.Font`."""
    units: int
    """Font units in an em."""
    characters: frozenset[str] = field(repr=False)
    widths: tuple[float, ...] = field(repr=False)
    """By glyph id, rounded to what is written into the PDF."""
    codes: tuple[str, ...] = field(repr=False)
    """By glyph id, as it stands in a page: four hexadecimal digits."""
    space: int
    """Glyph id of U+0020."""
    ascent: float
    descent: float
    """Below the baseline, negative."""


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Faces in the order of preference."""

    faces: tuple[Face, ...]
    lao: frozenset[str] = field(repr=False)
    """What a line of Lao in the first face alone may hold: its Lao, and what is a letter of no script."""

    def face_for(self, cluster: str, context: str = "") -> Face:
        """Give the first face that has every character of the cluster, so that a mark stays in its base's font.

        Raises MissingGlyph, naming the character, where there is none; `context` is the text it stands in.
        """
        for face in self.faces:
            if face.characters.issuperset(cluster):
                return face
        lacking = self._lacking(cluster)
        raise MissingGlyph(character=_visible(lacking), code=f"U+{ord(lacking):04X}", context=context or cluster)

    def _lacking(self, cluster: str) -> str:
        """Give the character that no face has; else the one that keeps the cluster out of the first face."""
        nowhere = (char for char in cluster if not any(char in face.characters for face in self.faces))
        first = (char for char in cluster if char not in self.faces[0].characters)
        return next(nowhere, None) or next(first)


def stack(family: Family = "paper", *, bold: bool = False) -> Stack:
    """Give the faces of a family, loaded once: Phetsarath backed by Noto Sans Lao, or Noto Sans Lao alone."""
    return _stack((family, bold))


@cache
def _stack(kind: tuple[Family, bool]) -> Stack:
    faces = tuple(_ours(name) for name in _FILES[kind])
    return Stack(faces, frozenset(char for char in faces[0].characters if _is_lao(char) or not char.isalpha()))


def _is_lao(char: str) -> bool:
    return "\u0e80" <= char <= "\u0eff"


@cache
def _ours(file_name: str) -> Face:
    return load(FONTS / file_name)


def load(path: Path) -> Face:
    """Load a TrueType font by path and check it; raises AbsurdAdvance for a glyph wider than four ems."""
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    shaper = hb.Font(face)
    advances = [shaper.get_glyph_h_advance(glyph) for glyph in range(face.glyph_count)]
    for glyph, advance in enumerate(advances):
        if advance > WIDEST_EMS * face.upem:
            raise AbsurdAdvance(font=path.name, glyph=glyph, ems=round(advance / face.upem))
    extents = shaper.get_font_extents("ltr")
    return Face(
        name=path.stem.replace("_", ""),
        path=path,
        shaper=shaper,
        units=face.upem,
        characters=frozenset(char for char in map(chr, face.unicodes) if _drawable(char)),
        widths=tuple(round(advance * 1000 / face.upem, 4) for advance in advances),
        codes=tuple(f"{glyph:04X}" for glyph in range(face.glyph_count)),
        space=shaper.get_nominal_glyph(0x20),
        ascent=extents.ascender * 1000 / face.upem,
        descent=extents.descender * 1000 / face.upem,
    )


def _drawable(char: str) -> bool:
    """Whether a character is for drawing; some fonts map tab, line feed and soft hyphen to empty glyphs."""
    return unicodedata.category(char) not in {"Cc", "Cf", "Zl", "Zp"}


def _visible(char: str) -> str:
    """Show a character in a message; a mark on a dotted circle, a control character as its name."""
    if not _drawable(char):
        return unicodedata.name(char, "control character")
    return f"◌{char}" if unicodedata.combining(char) else char
