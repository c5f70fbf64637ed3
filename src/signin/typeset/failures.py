"""What can go wrong on paper, each told with what to do next."""

from __future__ import annotations

from signin.words import Failure, mark


class DocumentFailure(Failure):
    """A paper that could not be made; nothing was written."""

    exit_code = 7


class MissingGlyph(DocumentFailure):
    """No font of the stack has a letter for `character`, or it is a control character; `code` is its U+ number."""

    text = mark("No font has the character “{character}” ({code}) in “{context}”. Replace it and print again.")


class AbsurdAdvance(DocumentFailure):
    """A font says that a glyph is wider than four ems: a broken font, such as Phetsarath OT 2.00."""

    text = mark("The font {font} is broken: its glyph {glyph} is {ems} ems wide. Install the program again.")


class DoesNotFit(DocumentFailure):
    """A text that is too long for its place even at the least size."""

    text = mark("“{text}” is too long for its place even in letters of {size} points. Shorten it and print again.")


class RowTooTall(DocumentFailure):
    """A row of a table that is taller than a whole page; `row` counts from 1."""

    text = mark("Row {row} of the table is taller than a page: “{text}”. Shorten it and print again.")


class NotWritten(DocumentFailure):
    """The file could not be put in its place; an older file there is as it was."""

    text = mark("{path} could not be written ({reason}). Close it in other programs or choose another folder.")
