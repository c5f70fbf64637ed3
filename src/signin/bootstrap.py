"""The only place that wires settings, store and services together."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from signin.exchange.settings_file import Settings, read_settings, write_settings
from signin.lao import lexicon
from signin.words import Failure, say

if TYPE_CHECKING:
    from signin.services.desk import Desk
    from signin.store.failures import StoreMovedAside


def default_store() -> Path:
    """Give where the store lies when nobody says otherwise: the user's data folder."""
    return Path(platformdirs.user_data_dir("signin", appauthor=False)) / "signin.db"


def settings_path() -> Path:
    """Give where this desk's settings are: a small TOML file in the user's config folder."""
    return Path(platformdirs.user_config_dir("signin", appauthor=False)) / "settings.toml"


def load_settings() -> Settings:
    """Read this desk's settings, the usual ones where there is no file, and let the language know its words.

    Raises KeyRefused or SettingsUnreadable.
    """
    settings = read_settings(settings_path())
    lexicon.use_own(settings.office_words)
    return settings


def settings_or_usual() -> tuple[Settings, Failure | None]:
    """Read this desk's settings; where they cannot be read, give the usual ones, and what was wrong.

    The file that was wrong is kept beside under another name, for saving puts a new one in its place.
    """
    try:
        return load_settings(), None
    except Failure as failure:
        path = settings_path()
        with suppress(OSError):
            path.replace(path.with_name(f"{path.name}.unreadable"))
        return Settings(), failure


def save_settings(settings: Settings) -> None:
    """Keep this desk's settings, and let the language know its words. Raises SettingsNotSaved."""
    write_settings(settings_path(), settings)
    lexicon.use_own(settings.office_words)


def open_desk(path: Path | None, name: str | None) -> Desk:
    """Open a desk on a store; without a path on the user's own, without a name under the computer's.

    The user's own store is moved aside when it is damaged; a file that somebody named is left as it is.
    Raises a StoreFailure.
    """
    import socket

    from signin.services.desk import Desk
    from signin.store import Store
    from signin.store.failures import StoreDamaged

    own = default_store()
    try:
        store = Store(path or own)
    except StoreDamaged as damaged:
        if path is not None:
            raise
        raise _moved_aside(own) from damaged
    return Desk(store, name or socket.gethostname() or "desk", os.urandom)


def _moved_aside(own: Path) -> StoreMovedAside:
    from signin.store import backup
    from signin.store.failures import StoreMovedAside

    good = backup.newest_good(own)
    aside = backup.move_aside(own)
    return StoreMovedAside(aside=str(aside), path=str(own), backup=str(good) if good else say("none"))
