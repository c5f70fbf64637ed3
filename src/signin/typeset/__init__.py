"""Lao on paper: fonts, shaping, canvas, fitting, paragraphs, tables and QR; knows no meeting."""

from signin.typeset.canvas import A4, A4_LANDSCAPE, Align, Document, mm
from signin.typeset.failures import (
    AbsurdAdvance,
    DocumentFailure,
    DoesNotFit,
    MissingGlyph,
    NotWritten,
    RowTooTall,
)
from signin.typeset.fonts import Face, Family, Stack, stack
from signin.typeset.pen import BLACK, WHITE, Colour
from signin.typeset.shaping import shape, width

__all__ = [
    "A4",
    "A4_LANDSCAPE",
    "BLACK",
    "WHITE",
    "AbsurdAdvance",
    "Align",
    "Colour",
    "Document",
    "DocumentFailure",
    "DoesNotFit",
    "Face",
    "Family",
    "MissingGlyph",
    "NotWritten",
    "RowTooTall",
    "Stack",
    "mm",
    "shape",
    "stack",
    "width",
]
