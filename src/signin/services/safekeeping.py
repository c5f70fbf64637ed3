"""Copies of the store that are made while the door is open, for the day on which the disk fails."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from signin.exchange.safe_names import safe_stem
from signin.services.desk import Desk
from signin.store import backup, backup_folder
from signin.store.backup_folder import FolderCheck

KEPT = 8
"""The newest copies, one in half an hour: four hours at the door."""
HOURS = 24
"""Of so many hours before, the last copy of each: two or three days at the door; older ones go."""
KEPT_ELSEWHERE = 16
_DATE = "????????-????"
_MADE_BY_US = f".{_DATE}.backup"


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy that is there: its file, when it was made, its bytes."""

    path: Path
    at: datetime
    size: int


def keep_copy(desk: Desk, now: datetime) -> Path:
    """Copy the store beside itself under the hour and minute.

    Of those made so the newest are kept, and one an hour of those before. What is there of this minute already is
    not made again. Raises a StoreFailure; the copies before stay good.
    """
    path = desk.store.path
    target = path.with_name(f"{path.name}.{now:%Y%m%d-%H%M}.backup")
    if not target.exists():
        backup.copy(path, target)
        _let_go(path.parent, f"{path.name}{_MADE_BY_US}", KEPT, target, hours=HOURS)
    return target


def keep_elsewhere(copy: Path, folder: Path, desk_name: str) -> Path:
    """Put a copy that was made beside the store into another folder too; the newest of this desk are kept there.

    It is read back before it gets its name. Raises a StoreFailure; the copies that were there stay good.
    """
    stem = safe_stem(desk_name)
    target = folder / f"signin-{stem}{''.join(copy.suffixes[-2:])}"
    backup_folder.put(copy, target)
    with contextlib.suppress(OSError):  # what is too old is no reason to say that there is no copy
        _let_go(folder, f"signin-{_plain(stem)}{_MADE_BY_US}", KEPT_ELSEWHERE, target)
    return target


def check_folder(desk: Desk, folder: Path) -> FolderCheck:
    """Look whether copies can be kept in a folder. Raises a StoreFailure that says why not."""
    return backup_folder.checked(folder, desk.store.path)


def newest_copy(folder: Path, pattern: str) -> KeptCopy | None:
    """Give the newest of the copies in a folder, None where there is none or the folder is not there."""
    try:
        path = max(folder.glob(pattern), key=lambda one: one.name.split(".")[-2], default=None)
        return None if path is None else _told(path)
    except (OSError, ValueError):
        return None


def newest_beside(desk: Desk) -> KeptCopy | None:
    """Give the newest copy beside the store."""
    path = desk.store.path
    return newest_copy(path.parent, f"{path.name}{_MADE_BY_US}")


def newest_elsewhere(folder: Path, desk_name: str) -> KeptCopy | None:
    """Give the newest copy of this desk in another folder."""
    return newest_copy(folder, f"signin-{_plain(safe_stem(desk_name))}{_MADE_BY_US}")


def _told(path: Path) -> KeptCopy:
    at = datetime.strptime(path.name.split(".")[-2], "%Y%m%d-%H%M")
    return KeptCopy(path, at, path.stat().st_size)


def _let_go(folder: Path, pattern: str, most: int, made: Path, *, hours: int = 0) -> None:
    """Delete the oldest copies by their names; never the one just made, which looks old if the clock is wrong.

    Of `hours` in which there are copies, the last of each stays besides.
    """
    others = sorted(one for one in folder.glob(pattern) if one != made)
    last_of_hour = {_hour(one): one for one in others}
    kept = set(list(last_of_hour.values())[-hours:]) if hours else set()
    for old in others[: 1 - most]:
        if old not in kept:
            old.unlink(missing_ok=True)


def _hour(copy: Path) -> str:
    """Give the day and hour of a copy by its name."""
    return copy.name.split(".")[-2][:-2]


def _plain(name: str) -> str:
    """Keep what a name holds from being read as a pattern."""
    return "".join(f"[{sign}]" if sign in "[]*?" else sign for sign in name)
