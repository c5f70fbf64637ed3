"""How much a table may ask for before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Sizes in bytes, time in seconds. A roster of 10,000 people unpacks to 3.5 MB in 80,000 cells.

    `unpacked` is what the container's directory may declare; `kept` what is left of it once blank rows are
    gone; `here` what this process unpacks itself before it leaves the work to a child; `cells` the area from
    A1 to the last filled cell; `memory` and `seconds` bound the child (memory only where the system can).
    """

    file_bytes: int = 64 * MEGABYTE
    unpacked: int = 512 * MEGABYTE
    kept: int = 32 * MEGABYTE
    here: int = 16 * MEGABYTE
    rows: int = 100_000
    cells: int = 3_000_000
    memory: int = 300 * MEGABYTE
    seconds: float = 20.0


LIMITS = Limits()
