"""Whether the open file still has its name; and writing what it holds back when somebody took the file away."""

from __future__ import annotations

import os
from pathlib import Path

from sqlalchemy import Connection

from signin.store import backup
from signin.store.failures import StoreMoved

Identity = tuple[int, int]
"""Device and number of a file: the same for one file under whatever name."""


def identity(path: Path) -> Identity | None:
    """Give which file has a name now, None when none has; about two microseconds."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def write_back(connection: Connection, path: Path) -> Identity | None:
    """Write all that an open store holds under its name again, when no other file has it; give the new file.

    Raises StoreMoved when another has; what SQLite raises of a full disk goes through.
    """
    if path.exists():
        raise StoreMoved(path=str(path))
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        backup.move_aside_what_is_beside(path)
        connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))
        backup.put_on_disk(unfinished, path)
        written = identity(unfinished)
        _give_name(unfinished, path)
    except OSError as error:
        raise StoreMoved(path=str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return written


def _give_name(unfinished: Path, path: Path) -> None:
    """Name a file; a link, unlike a rename, never goes over another file, but not every disk knows links."""
    try:
        os.link(unfinished, path)
    except FileExistsError:
        raise
    except OSError:
        unfinished.rename(path)
