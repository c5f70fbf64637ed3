"""Copies of the store that are made while the door is open, for the day on which the disk fails."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from signin.services.desk import Desk
from signin.store import backup

KEPT = 8
"""Copies of a day at the door, one in half an hour; older ones go."""
_MADE_BY_US = ".????????-????.backup"


def keep_copy(desk: Desk, now: datetime) -> Path:
    """Copy the store beside itself under the hour and minute; of those made so, the newest are kept.

    What is there of this minute already is not made again. Raises a StoreFailure; the copies before stay good.
    """
    path = desk.store.path
    target = path.with_name(f"{path.name}.{now:%Y%m%d-%H%M}.backup")
    if not target.exists():
        backup.copy(path, target)
        for old in sorted(path.parent.glob(f"{path.name}{_MADE_BY_US}"))[:-KEPT]:
            old.unlink(missing_ok=True)
    return target
