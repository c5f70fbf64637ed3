"""A store that is damaged, empty or gone: put aside, never deleted, and a good backup brought back."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from pathlib import Path

from signin.store import backup
from signin.store.failures import StoreDamaged, StoreFailure, StoreGone, StoreLost, StoreMovedAside

JUST_MADE_SECONDS = 10.0
"""An empty file so young is one that a program is making now, or was killed while making."""
_WAIT_SECONDS = 5.0


def is_empty(path: Path) -> bool:
    """Whether a file is there that holds nothing, and nobody is about to fill it.

    A store that another program is making is empty too, until that program lets go of the lock. What a write-ahead
    log holds belongs to the file.
    """
    if not _is_of_no_bytes(path) or _has_bytes(path.with_name(path.name + "-wal")):
        return False
    try:
        with contextlib.closing(sqlite3.connect(path.absolute(), timeout=_WAIT_SECONDS)) as database:
            database.execute("BEGIN IMMEDIATE")
            empty = _is_of_no_bytes(path)
            database.execute("ROLLBACK")
            return empty
    except sqlite3.Error:  # opening it as a store says what is amiss
        return False


def is_just_made(path: Path) -> bool:
    """Whether a file is a few seconds old."""
    return abs(time.time() - path.stat().st_mtime) < JUST_MADE_SECONDS


def refuse_gone(path: Path) -> None:
    """Raise StoreGone when no store is there and a good backup of one is."""
    if not path.exists() and (good := backup.newest_good(path)):
        raise StoreGone(path=str(path), backup=str(good))


def put_aside(path: Path) -> StoreFailure:
    """Move a store that is no good aside; give what is to be told: where it is now, and the newest good backup.

    Raises StoreDamaged, which says that it was left untouched, when the folder cannot be written.
    """
    good = backup.newest_good(path)
    aside = backup.move_aside(path)
    if good is None:
        return StoreLost(aside=str(aside), path=str(path))
    return StoreMovedAside(aside=str(aside), path=str(path), backup=str(good))


def bring_back(good: Path, path: Path) -> None:
    """Copy a backup to where the store was. What is there now is moved aside before. Raises a StoreFailure.

    A journal that was left behind goes too: it would be played into the copy.
    """
    if not backup.is_good(good):
        raise StoreDamaged(path=str(good))
    backup.move_aside(path)
    backup.copy(good, path)


def _is_of_no_bytes(path: Path) -> bool:
    return path.is_file() and not path.stat().st_size


def _has_bytes(path: Path) -> bool:
    return path.is_file() and bool(path.stat().st_size)
