"""A QR code as one vector string."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

import qrcode
from qrcode.util import QRData

Level = Literal["L", "M", "Q", "H"]
_LEVELS = {
    "L": qrcode.ERROR_CORRECT_L,
    "M": qrcode.ERROR_CORRECT_M,
    "Q": qrcode.ERROR_CORRECT_Q,
    "H": qrcode.ERROR_CORRECT_H,
}
FIXED_MASK = 0
"""One mask for all: readers undo any mask, and trying all eight costs seven times as much."""


@lru_cache(maxsize=1 << 10)
def modules(data: str, level: Level = "M", version: int | None = None) -> tuple[tuple[bool, ...], ...]:
    """Give the dark modules, row by row, without a quiet zone.

    `version` is the least version (1 to 40); a longer text takes a higher one. Capital letters and digits take
    the alphanumeric mode: 20 of them fit version 1 at level M (ISO/IEC 18004:2015, table 7).
    """
    code = qrcode.QRCode(version=version, error_correction=_LEVELS[level], border=0, mask_pattern=FIXED_MASK)
    code.add_data(QRData(data))
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


@lru_cache(maxsize=1 << 10)
def rectangles(data: str, level: Level = "M", version: int | None = None) -> tuple[int, str]:
    """Give the modules in a side and one path of rectangles, a run of dark modules each.

    The path counts in modules from the symbol's top left corner, y down.
    """
    matrix = modules(data, level, version)
    runs: list[str] = []
    for y, row in enumerate(matrix):
        between = f" {y} "
        runs += [_NUMBERS[start] + between + _NUMBERS[end - start] for start, end in dark_runs(row)]
    return len(matrix), f"{' 1 re '.join(runs)} 1 re"


def dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Give where each run of dark modules of a row starts and ends."""
    return [run.span() for run in _DARK.finditer(bytes(row))]


_DARK = re.compile(b"\x01+")
_NUMBERS = tuple(map(str, range(178)))
"""A code has 177 modules in a side at most; looked up, for a code has hundreds of runs."""
