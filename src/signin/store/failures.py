"""What can go wrong with the store, and what to do then."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from signin.words import Failure, mark


class StoreFailure(Failure):
    """Anything about the store itself."""

    exit_code = 6


class StoreBusy(StoreFailure):
    """Another program held the store for too long."""

    text = mark("Not saved: another program is using the store. Close it, or wait, and try again.")


class StoreFull(StoreFailure):
    """The disk has no room."""

    text = mark("Not saved: the disk is full. Make room and try again; nothing was half-written.")


class StoreReadOnly(StoreFailure):
    """The folder or file cannot be written."""

    text = mark("Not saved: “{path}” cannot be written. Choose another folder with --store.")


class StoreUnreachable(StoreFailure):
    """The folder is missing or the file cannot be opened or read."""

    text = mark(
        "The store “{path}” cannot be opened. Check the disk and the folder, or choose another with --store."
    )


class StoreDamaged(StoreFailure):
    """The file is not a database, or is damaged."""

    text = mark(
        "“{path}” is damaged or is not a signin store. It was left untouched. Use a backup, or another file."
    )


class StoreMovedAside(StoreFailure):
    """The program's own store was damaged or empty, and was put aside; there is a backup."""

    text = mark(
        "The store was damaged or empty and was moved to “{aside}”; nothing was deleted. "
        "The newest good backup is “{backup}”. Bring it back in the window, copy it to “{path}” yourself, "
        "or start again with a new event."
    )


class StoreLost(StoreFailure):
    """The program's own store was damaged, and was put aside; there is no backup."""

    text = mark(
        "The store was damaged and was moved to “{aside}”; nothing was deleted. There is no good backup of it. "
        "Start again with a new event."
    )


class StoreGone(StoreFailure):
    """The store is not where it was, and there is a backup."""

    text = mark(
        "The store “{path}” is not there any more. The newest good backup is “{backup}”. "
        "Bring it back in the window, copy it there yourself, or start again with a new event."
    )


class StoreMoved(StoreFailure):
    """The open file has lost its name, and its name is another file's or cannot be written."""

    text = mark(
        "Not saved: the store “{path}” was moved, deleted or replaced while it was open. Leave this window open, "
        "for everything is still in it; move away what is there now, and it is written back."
    )


class StoreNewer(StoreFailure):
    """A newer signin wrote this store."""

    text = mark(
        "“{path}” was written by a newer signin (format {found}; this one knows {known}). It was not touched. "
        "Update signin on this computer to open it."
    )


class StoreNotHere(StoreFailure):
    """The store would live on a network share or a removable disk."""

    text = mark(
        "“{path}” is on {kind}. A live store would be lost there: keep it on this computer and copy it out after."
    )


class ValueTaken(StoreFailure):
    """A unique constraint said no: somebody else was first."""

    exit_code = 5
    text = mark("Not saved: this is already there. Look again at what the other desk entered.")


_BY_NAME: dict[str, type[StoreFailure]] = {
    "SQLITE_BUSY": StoreBusy,
    "SQLITE_LOCKED": StoreBusy,
    "SQLITE_FULL": StoreFull,
    "SQLITE_READONLY_DBMOVED": StoreMoved,
    "SQLITE_READONLY": StoreReadOnly,
    "SQLITE_PERM": StoreReadOnly,
    "SQLITE_CANTOPEN": StoreUnreachable,
    "SQLITE_IOERR": StoreUnreachable,
    "SQLITE_CORRUPT": StoreDamaged,
    "SQLITE_NOTADB": StoreDamaged,
    "SQLITE_CONSTRAINT": ValueTaken,
}


def failure_for(error: BaseException | None, path: Path) -> StoreFailure | None:
    """Give the failure that SQLite's result code stands for, or None if it is a fault of ours.

    The codes are those of https://www.sqlite.org/rescode.html; an extended code begins with its primary.
    """
    if not isinstance(error, sqlite3.Error):
        return None
    name = getattr(error, "sqlite_errorname", "")
    if not name and str(error).startswith("Could not decode"):  # the driver's own: the bytes are no UTF-8
        return StoreDamaged(path=str(path))
    for primary, failure in _BY_NAME.items():
        if name == primary or name.startswith(primary + "_"):
            return failure(path=str(path))
    return None
