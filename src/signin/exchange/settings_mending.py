"""What holds of a settings file in which something is wrong; the PIN before all, so that a slip opens nothing."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from signin.exchange.settings_file import (
    Settings,
    SettingsNotSaved,
    SettingsUnreadable,
    understood,
    write_settings,
)
from signin.words import Failure, mark, say

NOBODYS = "?"
"""Stands for a PIN that cannot be read: it opens to nobody."""
_PIN_LINE = re.compile(r"""^[ \t]*["']?pin\b["']?[ \t]*=?[ \t]*(.*)$""", re.IGNORECASE | re.MULTILINE)
_NONE = ('""', "''")
_KEPT_PIN = re.compile(r"scrypt:[\w:+/=]+")


class SettingWrong(Failure):
    """One setting cannot be; the file as it was is beside."""

    text = mark("{wrong} This setting is as usual now, the others hold. The file as it was is “{aside}”.")


class SettingsOutOfReach(Failure):
    """The file is there, and the disk does not give it."""

    text = mark(
        "The settings in “{path}” cannot be read: {reason}. Until they can, and signin is started again, the "
        "organiser's side is locked."
    )


def mended(path: Path) -> tuple[Settings, Failure | None]:
    """Read settings as far as they hold, and what was wrong.

    A file in which something was wrong is kept beside, named `.unreadable`, and written anew with what holds. One
    that the disk does not give stays as it is. A PIN that stands in the file in whatever way still locks.
    """
    try:
        settings, wrong = understood(path)
    except SettingsUnreadable as unreadable:
        if isinstance(unreadable.__cause__, OSError):
            return Settings(pin=NOBODYS, first_start_done=True), SettingsOutOfReach(**unreadable.values)
        settings = Settings(pin=_pin_in(path), first_start_done=True)
        _keep_beside(path, settings)
        return settings, unreadable
    if not wrong:
        return settings, None
    if any(refused.values["key"] == "pin" for refused in wrong):
        settings = replace(settings, pin=_pin_in(path))
    told = wrong[0].message
    if len(wrong) > 1:
        told = say("{told} And {count} more.", told=told, count=len(wrong) - 1)
    return settings, SettingWrong(wrong=told, aside=_keep_beside(path, settings).name)


def change(path: Path, settings: Settings, names: Collection[str]) -> None:
    """Keep the settings of these names, and leave the others as another window has kept them meanwhile.

    Where there is no file, all are kept. Raises SettingsNotSaved.
    """
    if path.exists():
        there, trouble = mended(path)
        if isinstance(trouble, SettingsOutOfReach):
            raise SettingsNotSaved(**trouble.values)
        settings = replace(there, **{name: getattr(settings, name) for name in names})
    write_settings(path, settings)


def _keep_beside(path: Path, settings: Settings) -> Path:
    """Copy a file beside, then write what holds; give where it is. Without room for both it stays as it is."""
    aside = path.with_name(f"{path.name}.unreadable")
    try:
        aside.write_bytes(path.read_bytes())
        write_settings(path, settings)
    except (OSError, SettingsNotSaved):
        return path
    return aside


def _pin_in(path: Path) -> str:
    """Give the PIN of a line that begins with pin, in whatever else stands in a file; "" without such a line."""
    try:
        raw = path.read_bytes()
    except OSError:
        return NOBODYS
    wide = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    found = _PIN_LINE.search(raw.decode("utf-16" if wide else "utf-8", "replace"))
    if found is None:
        return ""
    if found[1].strip() in _NONE:
        return ""
    kept = _KEPT_PIN.search(found[1])
    return kept[0] if kept else NOBODYS
