"""The only place that wires settings, store and services together."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from signin.words import Failure, Message, say

if TYPE_CHECKING:  # the window is painted before settings are read
    from signin.exchange.settings_file import Settings
    from signin.services.desk import Desk


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
    from signin.exchange.settings_file import read_settings
    from signin.lao import lexicon

    settings = read_settings(settings_path())
    lexicon.use_own(settings.office_words)
    return settings


def is_dark() -> bool:
    """Whether the settings ask for the dark window, at a glance: the window is painted before they are read."""
    path = settings_path()
    try:
        return not path.is_fifo() and 'theme = "dark"' in path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError):
        return False


def settings_or_usual() -> tuple[Settings, Failure | None]:
    """Read this desk's settings as far as they hold, and what was wrong (see `settings_mending.mended`)."""
    from signin.exchange.settings_mending import mended
    from signin.lao import lexicon

    settings, trouble = mended(settings_path())
    lexicon.use_own(settings.office_words)
    return settings, trouble


def save_settings(settings: Settings, names: Collection[str]) -> None:
    """Let the language know this desk's words, and keep the settings of these names as `settings_mending.change`.

    Raises SettingsNotSaved.
    """
    from signin.exchange.settings_mending import change
    from signin.lao import lexicon

    lexicon.use_own(settings.office_words)
    change(settings_path(), settings, names)


def open_desk(
    path: Path | None,
    name: str | None,
    *,
    tell: Callable[[Message], object] = lambda _: None,
    makes: bool = True,
    opening_seconds: float | None = None,
) -> Desk:
    """Open a desk on a store; without a path on the user's own, without a name under the computer's.

    A store that is damaged or empty is moved aside, never deleted: the user's own, or one with backups beside it.
    Another file that somebody named is left as it is. Of an own one that was empty and has no backup, `tell` is
    told. Without `makes`, a missing store that has a backup is not made anew. `opening_seconds` is that of Store.
    Raises a StoreFailure.
    """
    import socket

    from signin.services.desk import Desk
    from signin.store import Store, backup, rescue
    from signin.store.failures import StoreDamaged

    where = path or default_store()
    if not makes:
        rescue.refuse_gone(where)
    try:
        _refuse_empty(where, own=path is None, tell=tell)
        store = Store(where, opening_seconds=opening_seconds)
    except StoreDamaged as damaged:
        if path is not None and backup.newest_good(where) is None:
            raise
        raise rescue.put_aside(where) from damaged
    return Desk(store, name or socket.gethostname() or "desk", os.urandom)


def _refuse_empty(where: Path, *, own: bool, tell: Callable[[Message], object]) -> None:
    """Raise StoreDamaged for an empty file that a backup can stand in for; put an own one without aside."""
    from signin.store import backup, rescue
    from signin.store.failures import StoreDamaged

    if not rescue.is_empty(where):
        return
    if backup.newest_good(where):
        raise StoreDamaged(path=str(where))
    if own and not rescue.is_just_made(where):
        aside = backup.move_aside(where)
        tell(say("The store was empty: it was moved to “{aside}”, and a new one was begun.", aside=str(aside)))


def good_backup(path: Path | None) -> Path | None:
    """Give the newest good backup of a store, of the user's own without a path."""
    from signin.store import backup

    return backup.newest_good(path or default_store())


def bring_back(good: Path, path: Path | None) -> None:
    """Put a backup where the store was. Raises a StoreFailure."""
    from signin.store import rescue

    rescue.bring_back(good, path or default_store())
