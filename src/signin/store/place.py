"""Where a live store may lie: on this computer's own disk, not on a share or a stick."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from signin.store.failures import StoreNotHere
from signin.words import Message, say

# File systems of shares, on which SQLite's locks do not hold (https://www.sqlite.org/faq.html#q5).
_SHARES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ncpfs", "afs", "fuse.sshfs", "fuse.davfs"})
_MOUNTS = Path("/proc/mounts")
_BLOCKS = Path("/sys/class/block")
_WINDOWS_REMOVABLE, _WINDOWS_REMOTE = 2, 4  # GetDriveTypeW


def refuse_unsafe(path: Path) -> None:
    """Raise StoreNotHere when the path is on a network share or a removable disk."""
    full = path.absolute()
    kind = _on_windows(full) if os.name == "nt" else _on_linux(full)
    if kind is not None:
        raise StoreNotHere(path=str(path), kind=kind)


def _share() -> Message:
    return say("a network share")


def _stick() -> Message:
    return say("a removable disk")


def _on_linux(path: Path) -> Message | None:
    try:
        lines = _MOUNTS.read_text(errors="surrogateescape").splitlines()
    except OSError:
        return None
    mounts = [(unescaped(where), kind, device) for device, where, kind, *_ in map(str.split, lines)]
    real = os.path.realpath(path)
    holding = [mount for mount in mounts if os.path.commonpath([mount[0], real]) == mount[0]]
    _, kind, device = max(holding, key=lambda mount: len(mount[0]), default=("", "", ""))
    if kind in _SHARES:
        return _share()
    return _stick() if _is_removable(Path(device).name) else None


def unescaped(mount: str) -> str:
    """Undo the octal escapes that /proc/mounts writes for blanks and backslashes (proc(5))."""
    for escape, letter in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        mount = mount.replace(escape, letter)
    return mount


def _is_removable(device: str) -> bool:
    """Whether the kernel calls the disk removable; a partition asks the disk it is on."""
    block = _BLOCKS / device
    for flag in (block / "removable", block.resolve().parent / "removable"):
        try:
            return flag.read_text().strip() == "1"
        except OSError:
            continue
    return False


def _on_windows(path: Path) -> Message | None:
    if sys.platform != "win32":
        return None
    import ctypes

    kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
    if kind == _WINDOWS_REMOTE:
        return _share()
    return _stick() if kind == _WINDOWS_REMOVABLE else None
