"""Copies of the store that are whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from signin.store.failures import StoreDamaged, failure_for

_TAILS = ("", "-journal", "-wal", "-shm")
"""The store, and what SQLite keeps beside it."""


def beside(path: Path, label: str) -> Path:
    """Copy a store to `NAME.LABEL.backup` in its folder, never over an older copy; give the copy's path."""
    target = path.with_name(f"{path.name}.{label}.backup")
    number = 1
    while target.exists():
        number += 1
        target = path.with_name(f"{path.name}.{label}-{number}.backup")
    copy(path, target)
    return target


def copy(path: Path, target: Path) -> None:
    """Copy a store while it may be in use; the target appears only when the copy is whole, checked and on disk.

    VACUUM INTO reads one consistent state in one go; the online backup in small steps would start again
    at every write of another desk.
    The copy is written through to the disk only after the store was let go of, for a scan that comes meanwhile
    waits. So the store is opened for reading alone: nothing of it may be written without that.
    """
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source:
            source.execute("PRAGMA synchronous = OFF")
            source.execute("VACUUM INTO ?", (str(unfinished),))
        put_on_disk(unfinished, path)
        unfinished.replace(target)
    except sqlite3.Error as error:
        raise failure_for(error, path) or StoreDamaged(path=str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def put_on_disk(copied: Path, path: Path) -> None:
    """Check a copy of a store and have it written through to the disk. Raises StoreDamaged."""
    if not is_good(copied):
        raise StoreDamaged(path=str(path))
    with copied.open("rb+") as file:
        os.fsync(file.fileno())


def is_good(path: Path) -> bool:
    """Whether a file is a database without damage (PRAGMA integrity_check); nothing is written."""
    if not path.is_file() or not path.stat().st_size:
        return False
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            return bool(database.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def newest_good(path: Path) -> Path | None:
    """Give the newest backup beside a store that is without damage."""
    copies = sorted(path.parent.glob(f"{path.name}.*.backup"), key=lambda one: one.stat().st_mtime, reverse=True)
    return next((one for one in copies if is_good(one)), None)


def move_aside(path: Path) -> Path:
    """Rename a damaged store, and its journal with it, to a name that is not taken; give the new path.

    Raises StoreDamaged, which says that it was left untouched, when the folder cannot be written.
    """
    number = 1
    while any(path.with_name(f"{path.name}.damaged-{number}{tail}").exists() for tail in _TAILS):
        number += 1
    aside = path.with_name(f"{path.name}.damaged-{number}")
    try:
        for tail in _TAILS:
            with contextlib.suppress(FileNotFoundError):
                path.with_name(path.name + tail).rename(aside.with_name(aside.name + tail))
    except OSError as error:
        raise StoreDamaged(path=str(path)) from error
    return aside


def move_aside_what_is_beside(path: Path) -> None:
    """Move journals aside that a store which is gone has left: they would be played into the next of its name."""
    beside_it = (path.with_name(path.name + tail) for tail in _TAILS[1:])
    if any(one.exists() and one.stat().st_size for one in beside_it):
        move_aside(path)
