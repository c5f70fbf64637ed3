"""Cells of an .xlsx whose formula has no result: programs that only write workbooks do not calculate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from signin.exchange import old_fonts

_PIECE = re.compile(rb"<(?:\w+:)?([cfv])(?=[\s/>])([^<>]*)>([^<]*)")
"""A cell, its formula or its value; no part reaches beyond the next "<", so that any file is read in one go."""
_REFERENCE = re.compile(rb"""\sr\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_TEXT, _ERROR = (re.compile(rb"""\st\s*=\s*["']%s["']""" % kind) for kind in (b"str", b"e"))
_END = (b"c", b"", b"")


def unanswered(sheet: bytes) -> frozenset[tuple[int, int]]:
    """Find the cells with a formula and no result, or an error for one, by row number and column index.

    A formula that says it gives text has a result even if that is empty (ECMA-376 part 1, 18.18.11).
    """
    return frozenset(_cells(sheet)) if b"<f" in sheet or b":f" in sheet else frozenset()


def _cells(sheet: bytes) -> Iterator[tuple[int, int]]:
    cell, formula, answered = b"", False, False
    for kind, inside, said in chain((piece.groups() for piece in _PIECE.finditer(sheet)), [_END]):
        if kind == b"f":
            formula = True
        elif kind == b"v":
            answered = bool(said) and not _ERROR.search(cell)
        else:
            place = _REFERENCE.search(cell)
            if formula and place and not answered and not _TEXT.search(cell):
                yield int(place[2]), old_fonts.column_index(place[1])
            cell, formula, answered = inside, False, False
