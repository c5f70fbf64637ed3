"""A QR code as one vector string."""

from __future__ import annotations

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
    path = [f"{start} {y} {length} 1 re" for y, row in enumerate(matrix) for start, length in _dark_runs(row)]
    return len(matrix), " ".join(path)


def _dark_runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = 0
    for x, dark in enumerate((*row, False)):
        if not dark:
            if x > start:
                runs.append((start, x - start))
            start = x + 1
    return runs
