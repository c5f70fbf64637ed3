"""The only place that wires settings, store and services together."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import platformdirs

from signin.services.desk import Desk
from signin.store import Store, backup
from signin.store.failures import StoreDamaged, StoreMovedAside
from signin.words import say


def default_store() -> Path:
    """Give where the store lies when nobody says otherwise: the user's data folder."""
    return Path(platformdirs.user_data_dir("signin", appauthor=False)) / "signin.db"


def open_desk(path: Path | None, name: str | None) -> Desk:
    """Open a desk on a store; without a path on the user's own, without a name under the computer's.

    The user's own store is moved aside when it is damaged; a file that somebody named is left as it is.
    Raises a StoreFailure.
    """
    own = default_store()
    try:
        store = Store(path or own)
    except StoreDamaged as damaged:
        if path is not None:
            raise
        raise _moved_aside(own) from damaged
    return Desk(store, name or socket.gethostname() or "desk", os.urandom)


def _moved_aside(own: Path) -> StoreMovedAside:
    good = backup.newest_good(own)
    aside = backup.move_aside(own)
    return StoreMovedAside(aside=str(aside), path=str(own), backup=str(good) if good else say("none"))
