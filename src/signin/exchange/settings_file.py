"""A desk's settings: one small TOML file, read as a frozen value and written whole or not at all."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Literal

from signin.exchange.keys import KeyRefused, Keys
from signin.words import LANGUAGES, Failure, Language, Message, mark, say

Shade = Literal["light", "dark"]
Pace = tuple[float, float, float]
Page = tuple[float, float]
_SHADES: tuple[Shade, ...] = ("light", "dark")
_PACE, _PAGE = 3, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What this desk goes by. An empty name means the computer's; `office_words` are never broken in a line.

    `last_event` is an event's id; `scanner_pace` what the test page measured; `badge_page` the width and height
    of a label in millimetres, None for sheets of A4; an empty printer is the system's own; `window` is where the
    window stood, in the window's own words; `pin` is the organiser's PIN as `domain.pin` keeps it, "" for none.
    """

    desk: str = ""
    language: Language = "lo"
    office_words: tuple[str, ...] = ()
    theme: Shade = "light"
    sounds: bool = True
    last_event: str = ""
    scanner_pace: Pace | None = None
    badge_printer: str = ""
    badge_page: Page | None = None
    document_printer: str = ""
    backup_folder: str = ""
    pin: str = ""
    window: str = ""
    first_start_done: bool = False


class SettingsUnreadable(Failure):
    """The file is no TOML, or cannot be read."""

    text = mark(
        "The settings in “{path}” cannot be read: {reason}. Correct the file, or delete it for the usual ones."
    )


class SettingsNotSaved(Failure):
    """The folder is read-only or full; the settings that were there before still are."""

    text = mark("The settings could not be saved in “{path}”: {reason}. The desk goes on without.")


def read_settings(path: Path) -> Settings:
    """Read settings; a missing file gives the usual ones. Raises SettingsUnreadable or KeyRefused."""
    settings, wrong = understood(path)
    for refused in wrong:
        raise refused
    return settings


def understood(path: Path) -> tuple[Settings, list[KeyRefused]]:
    """Read settings, and what is wrong key by key: such a setting is as usual. Raises SettingsUnreadable."""
    try:
        table = tomllib.loads(_text(path))
    except FileNotFoundError:
        return Settings(), []
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsUnreadable(path=str(path), reason=_why(error)) from error
    keys = Keys(table, file=say("the settings “{path}”", path=str(path)))
    taken: dict[str, Any] = {}
    wrong: list[KeyRefused] = []
    for name, take in _TAKEN.items():
        try:
            taken[name] = take(keys, name)
        except KeyRefused as refused:
            wrong.append(refused)
    try:
        keys.close()
    except KeyRefused as refused:
        wrong.append(refused)
    return Settings(**taken), wrong


def _amounts(count: int) -> Callable[[Keys, str], tuple[float, ...] | None]:
    return lambda keys, name: keys.amounts(name, count) or None


_TAKEN: Mapping[str, Callable[[Keys, str], object]] = {
    "desk": Keys.text,
    "language": lambda keys, name: keys.choice(name, LANGUAGES, "lo"),
    "office_words": Keys.texts,
    "theme": lambda keys, name: keys.choice(name, _SHADES, "light"),
    "sounds": lambda keys, name: keys.flag(name, usual=True),
    "last_event": Keys.raw,
    "scanner_pace": _amounts(_PACE),
    "badge_printer": Keys.raw,
    "badge_page": _amounts(_PAGE),
    "document_printer": Keys.raw,
    "backup_folder": Keys.raw,
    "pin": Keys.raw,
    "window": Keys.raw,
    "first_start_done": lambda keys, name: keys.flag(name, usual=False),
}
"""How each setting is taken from the file."""


def write_settings(path: Path, settings: Settings) -> None:
    """Write settings, those that are not the usual ones; the older file is there until the new one is on disk.

    Raises SettingsNotSaved.
    """
    unfinished = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with unfinished.open("w", encoding="utf-8", newline="\n") as file:
                file.write(_as_toml(settings))
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a text that UTF-8 cannot hold
        raise SettingsNotSaved(path=str(path), reason=_why(error)) from error


def _text(path: Path) -> str:
    """Read the file. Raises OSError, of a pipe too: that one would be waited for, for ever."""
    if path.is_fifo():
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    return path.read_text(encoding="utf-8-sig")


def _why(error: Exception) -> Message | str:
    """Say what was wrong without the words that only programmers know."""
    match error:
        case OSError():
            return error.strerror or str(error)
        case UnicodeDecodeError():
            return say("save it as UTF-8")
        case UnicodeEncodeError():
            return say("a text in it cannot be stored")
        case RecursionError():
            return say("its brackets are nested too deeply")
        case _:
            return str(error)


def _as_toml(settings: Settings) -> str:
    told = ((field.name, getattr(settings, field.name), field.default) for field in fields(settings))
    return "".join(f"{name} = {_value(value)}\n" for name, value, usual in told if value != usual)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{"".join(map(_letter, value))}"'
        case tuple():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            return repr(value)


def _letter(letter: str) -> str:
    """Write a letter as a TOML text takes it: controls, quotes and backslashes by their numbers.

    Half a letter (a surrogate, of a folder's name that is no text) stays, and is refused where UTF-8 is written.
    """
    plain = letter.isprintable() and letter not in '"\\'
    return letter if plain or "\ud800" <= letter <= "\udfff" else f"\\U{ord(letter):08X}"
