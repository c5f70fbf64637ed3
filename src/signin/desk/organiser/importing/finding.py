"""Files that may be the roster: on sticks that are plugged in, and the newest where files are usually kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo

from signin.desk.start.files import SUFFIXES
from signin.desk.work.background import Progress

MOST = 12
_LOOKED_AT = 3000
"""So many entries of one place are looked at: a stick full of pictures must not hold anybody up."""
_MOUNTED = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_REMOVABLE = 2  # DRIVE_REMOVABLE, https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getdrivetypew


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be a roster: `place` names the stick or folder it was found in."""

    path: Path
    place: str
    changed: datetime
    on_stick: bool


Place = tuple[str, Path]


def sticks() -> list[Place]:
    """Give the removable drives that are ready, by name."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        if volume.isValid() and volume.isReady() and _is_removable(root):
            found.append((volume.displayName() or root, Path(root)))
    return found


def _is_removable(root: str) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(root) == _REMOVABLE)
    return root.startswith(_MOUNTED)


def usual_places() -> list[Place]:
    """Give the folders in which files that came by mail or were written here lie."""
    kinds = QStandardPaths.StandardLocation
    places = (kinds.DownloadLocation, kinds.DocumentsLocation, kinds.DesktopLocation)
    folders = dict.fromkeys(Path(QStandardPaths.writableLocation(place)) for place in places)
    return [(folder.name, folder) for folder in folders if folder != Path.home()]


def found_in(
    sticks: Callable[[], Sequence[Place]], folders: Callable[[], Sequence[Place]]
) -> Callable[[Progress], list[Found]]:
    """Give the work that looks for files: on sticks two levels deep, in folders one; the newest first."""

    def look(progress: Progress) -> list[Found]:
        found = [*_look(sticks(), 2, progress, on_stick=True), *_look(folders(), 1, progress, on_stick=False)]
        found.sort(key=lambda one: (one.on_stick, one.changed), reverse=True)
        return found[:MOST]

    return look


def still_there(paths: Sequence[str]) -> Callable[[Progress], list[Path]]:
    """Give the work that sees which files are where they were: on a share that is gone that takes its time."""

    def look(progress: Progress) -> list[Path]:
        there = []
        for seen, path in enumerate(map(Path, paths)):
            progress.at(seen, len(paths))
            with suppress(OSError):  # a folder that may not be looked into, a share that does not answer
                there += [path] if path.is_file() else []
        return there

    return look


def _look(places: Iterable[Place], depth: int, progress: Progress, *, on_stick: bool) -> Iterator[Found]:
    for name, root in places:
        for seen, entry in enumerate(_entries(root, depth)):
            progress.at(seen, _LOOKED_AT)
            if seen >= _LOOKED_AT:
                break
            if Path(entry.name).suffix.lower() in SUFFIXES and not entry.name.startswith(("~$", ".")):
                try:
                    changed = datetime.fromtimestamp(entry.stat().st_mtime)
                except (OSError, ValueError, OverflowError):
                    continue
                yield Found(Path(entry.path), name, changed, on_stick)


def _entries(folder: Path, depth: int) -> Iterator[os.DirEntry[str]]:
    """Give the files of a folder, and of those in it; what cannot be read holds none."""
    below = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry.path)
                elif entry.is_file():
                    yield entry
    except OSError:
        return
    if depth > 1:
        for path in below:
            yield from _entries(Path(path), depth - 1)
