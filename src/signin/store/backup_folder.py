"""Copies of the store in a folder elsewhere, on a stick or another disk: whole there, or not there at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from signin.store import backup
from signin.store.failures import StoreFailure
from signin.words import Message, mark, say

_BLOCK = 1 << 20
_SPARE = 1 << 20
"""Room that must stay, in bytes."""
_NEEDED = 3
"""Copies for which there must be room when a folder is chosen: the store grows."""


class FolderGone(StoreFailure):
    """The stick was pulled out, or the folder is not there."""

    text = mark(
        "The folder for backups “{folder}” is not there. Put the stick in again, or choose another folder. "
        "What was copied there before is still good."
    )


class FolderReadOnly(StoreFailure):
    """Nothing can be written there."""

    text = mark("Nothing can be written in “{folder}”: {reason}. Choose another folder for backups.")


class FolderFull(StoreFailure):
    """There is no room for copies."""

    text = mark("“{folder}” has too little room: {free} MB are free, {needed} MB are needed. Choose another.")


class CopyNotMade(StoreFailure):
    """The copy could not be finished, or is not what it should be."""

    text = mark("No copy was made in “{folder}”: {reason}. The copies that were there are still good.")


@dataclass(frozen=True, slots=True)
class FolderCheck:
    """A folder that will do: its free bytes, those a copy takes, and whether it is on the store's own disk."""

    folder: Path
    free: int
    needed: int
    same_disk: bool


def checked(folder: Path, store: Path) -> FolderCheck:
    """Try whether copies can be kept in a folder, by writing there. Raises a StoreFailure that says why not."""
    _refuse_missing(folder)
    trial = folder / f"{store.name}.trial.part"
    try:
        _write(trial, b"signin")
        free = shutil.disk_usage(folder).free
        same = folder.stat().st_dev == store.parent.stat().st_dev
    except OSError as error:
        raise FolderReadOnly(folder=str(folder), reason=why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            trial.unlink(missing_ok=True)
    needed = _NEEDED * store.stat().st_size + _SPARE
    if free < needed:
        raise FolderFull(folder=str(folder), free=free >> 20, needed=-(-needed >> 20))
    return FolderCheck(folder, free, needed // _NEEDED, same)


def put(copy: Path, target: Path) -> None:
    """Put a whole copy into another folder: written aside, forced to the disk, read back, then renamed.

    Raises FolderGone or CopyNotMade; what was there before is untouched.
    """
    folder = target.parent
    _refuse_missing(folder)
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with copy.open("rb") as source, unfinished.open("wb") as file:
            shutil.copyfileobj(source, file, _BLOCK)
            file.flush()
            os.fsync(file.fileno())
        if not backup.is_good(unfinished):
            raise CopyNotMade(folder=str(folder), reason=say("what was written is not what was to be written"))
        unfinished.replace(target)
        _settle(folder)
    except OSError as error:
        _refuse_missing(folder, error)
        raise CopyNotMade(folder=str(folder), reason=why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


def why(error: OSError) -> Message | str:
    """Say what the system said, without the words that only programmers know."""
    return error.strerror or str(error)


def _refuse_missing(folder: Path, error: OSError | None = None) -> None:
    try:
        there = folder.is_dir()
    except (OSError, ValueError):  # a stick that answers no more; a name that cannot be
        there = False
    if not there:
        raise FolderGone(folder=str(folder)) from error


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Force the new name to the disk, where a folder can be opened for that."""
    if os.name != "nt":
        held = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(held)
        finally:
            os.close(held)
