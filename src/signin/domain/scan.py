"""One attempt at the door, accepted or not: what is stored for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Direction(StrEnum):
    """Which way somebody goes through the door."""

    IN = "in"
    OUT = "out"


class Source(StrEnum):
    """How the person was named to the desk."""

    QR = "qr"
    SEARCH = "search"
    NUMBER = "number"
    PAPER = "paper"
    WALK_IN = "walk-in"


class Kind(StrEnum):
    """A scan, or a row that takes one back (or takes the taking back, back)."""

    SCAN = "scan"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One row of the scan log.

    `id` is a UUIDv7; `clock` a hybrid logical clock (milliseconds << 16 | counter) that orders rows even
    when the device's clock is set back; `sequence` counts a desk's rows from 1. A VOID row names in
    `reference` the row that it takes back and repeats that row's event, session and person.
    """

    id: str
    event_id: str
    session_key: str
    desk: str
    sequence: int
    at: datetime
    clock: int
    kind: Kind
    source: Source
    direction: Direction = Direction.IN
    raw: str = ""
    code: str | None = None
    attendee_id: str | None = None
    verdict: str = ""
    forced: bool = False
    reference: str | None = None
