"""What each glyph of a face says, for viewers that copy glyph by glyph: from cmap, then backwards through GSUB."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_PASSES = 4
"""Substitutions feed one another, but never deeper in these fonts."""


@cache
def glyph_texts(path: Path) -> dict[int, str]:
    """Give the text of every glyph id that has one; the lowest character wins where several share a glyph."""
    with TTFont(path, lazy=True) as font:
        texts: dict[str, str] = {}
        for code, glyph in sorted(font.getBestCmap().items()):
            texts.setdefault(glyph, chr(code))
        substitutions = list(_substitutions(font)) if "GSUB" in font else []
        for _ in range(_PASSES):
            for sources, target in substitutions:
                if target not in texts and all(source in texts for source in sources):
                    texts[target] = "".join(texts[source] for source in sources)
        return {font.getGlyphID(glyph): text for glyph, text in texts.items()}


def _substitutions(font: TTFont) -> Iterator[tuple[list[str], str]]:
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            yield from _pairs(getattr(subtable, "ExtSubTable", subtable))


def _pairs(subtable: Any) -> Iterator[tuple[list[str], str]]:  # noqa: ANN401 -- fontTools makes these classes at run time
    """Read single (type 1) and ligature (type 4) substitutions; contexts only call these."""
    if subtable.LookupType == 1:
        for source, target in subtable.mapping.items():
            yield [source], target
    elif subtable.LookupType == 4:  # noqa: PLR2004 -- the number of the OpenType lookup type
        for first, ligatures in subtable.ligatures.items():
            for ligature in ligatures:
                yield [first, *ligature.Component], ligature.LigGlyph
