"""Lao on paper: fonts, shaping, canvas, fitting, paragraphs, tables and QR; knows no meeting."""

from signin.typeset.breaking import longest_word
from signin.typeset.canvas import A4, A4_LANDSCAPE, Align, Document, mm
from signin.typeset.failures import (
    AbsurdAdvance,
    DocumentFailure,
    DoesNotFit,
    MissingGlyph,
    NotWritten,
    RowTooTall,
)
from signin.typeset.fitting import fit
from signin.typeset.fonts import Face, Family, Stack, stack
from signin.typeset.paragraph import Block, paragraph
from signin.typeset.pen import BLACK, WHITE, Colour
from signin.typeset.shaping import shape, width
from signin.typeset.style import Style
from signin.typeset.table import Column, Group, LaidTable, Table, draw_table

__all__ = [
    "A4",
    "A4_LANDSCAPE",
    "BLACK",
    "WHITE",
    "AbsurdAdvance",
    "Align",
    "Block",
    "Colour",
    "Column",
    "Document",
    "DocumentFailure",
    "DoesNotFit",
    "Face",
    "Family",
    "Group",
    "LaidTable",
    "MissingGlyph",
    "NotWritten",
    "RowTooTall",
    "Stack",
    "Style",
    "Table",
    "draw_table",
    "fit",
    "longest_word",
    "mm",
    "paragraph",
    "shape",
    "stack",
    "width",
]
