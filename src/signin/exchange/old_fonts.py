"""Texts set in Lao fonts from before Unicode: which cells they are in, and their refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from signin.exchange.failures import LegacyFontText, UnnamedFontText
from signin.exchange.tables import Sheet
from signin.lao.legacy import recognise

_SAMPLE = "ÀÁÂÃÄÅ"  # in the Lao of any of these fonts
_LAO = re.compile("[\u0e80-\u0eff]")
_HIGH = re.compile("[\u00a1-\u00ff]")
_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*)>")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_STYLE = re.compile(rb"""\bs\s*=\s*["'](\d+)["']""")

CellFonts = dict[tuple[int, int], str]
"""The old font of a cell, by row number (from 1) and column index (from 0)."""


def among(fonts: Iterable[str]) -> frozenset[str]:
    """Choose the fonts that are old Lao ones by their names."""
    found = {font: recognise(_SAMPLE, font) for font in fonts}
    return frozenset(font for font, old in found.items() if old is not None and old.coding)


def of_cells(styles: bytes, sheet: bytes, old: frozenset[str]) -> CellFonts:
    """Find the cells of a sheet that are set in one of the fonts `old`, by the styles they refer to."""
    fonts = _fonts_of_styles(styles)
    cells: CellFonts = {}
    for cell in _CELL.finditer(sheet):
        style, reference = _STYLE.search(cell[1]), _REFERENCE.search(cell[1])
        if style and reference:
            font = fonts.get(int(style[1]), "")
            if font in old:
                cells[int(reference[2]), column_index(reference[1])] = font
    return cells


def column_index(letters: bytes) -> int:
    """Turn a column's letters into its index: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1


def _fonts_of_styles(styles: bytes) -> dict[int, str]:
    """Name the font of each cell format (`cellXfs`, ECMA-376 part 1, 18.8.10) by its place."""
    root = ET.fromstring(styles)  # noqa: S314  document types were refused when it was unpacked
    names = [_name_of(font) for font in _all(root, "fonts")]
    places = [int(style.get("fontId", "0")) for style in _all(root, "cellXfs")]
    return {at: names[place] for at, place in enumerate(places) if place < len(names)}


def _name_of(font: ET.Element) -> str:
    return next((part.get("val", "") for part in font if part.tag.endswith("}name")), "")


def _all(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for part in root if part.tag.endswith("}" + name) for each in part]


def refuse(sheet: Sheet) -> None:
    """Refuse a sheet with such text: it would be stored as Latin letters that only that font shows as Lao.

    The font of each cell is known for .xlsx. An .xls tells only its fonts: they are taken into account
    where the sheet has no Lao of its own. Otherwise the letters tell.
    """
    everywhere = "" if sheet.cell_fonts is not None else _font_everywhere(sheet)
    known = sheet.cell_fonts or {}
    for row in sheet.rows:
        for column, cell in enumerate(row.cells):
            if not isinstance(cell, str) or not cell:
                continue
            font = known.get((row.number, column), everywhere)
            if (font or _HIGH.search(cell)) and (found := recognise(cell, font)) is not None:
                if not found.family:
                    raise UnnamedFontText(row=row.number)
                raise LegacyFontText(row=row.number, font=found.family)


def _font_everywhere(sheet: Sheet) -> str:
    old = among(sheet.fonts)
    texts = (cell for row in sheet.rows for cell in row.cells if isinstance(cell, str))
    return min(old) if old and not any(map(_LAO.search, texts)) else ""
