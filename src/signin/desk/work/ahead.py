"""What the first scan does not need is loaded once the door is open, behind it."""

from __future__ import annotations

import importlib
import logging
from threading import Thread

_LATER = (
    "rapidfuzz.distance",
    "signin.desk.reception.panels",
    "signin.desk.printing.badge_printer",
    "signin.desk.start.event_page",
    "signin.desk.settings_page",
    "signin.desk.organiser.documents.page",
    "signin.desk.start.new_event_page",
    "signin.desk.start.roster_page",
)
_log = logging.getLogger(__name__)


def load_ahead() -> Thread:
    """Load panels and pages in a thread, so that the first of them opens at once; who is quicker waits."""
    thread = Thread(target=_load, name="ahead", daemon=True)
    thread.start()
    return thread


def _load() -> None:
    for name in _LATER:
        try:
            importlib.import_module(name)
        except Exception:  # noqa: BLE001 - whoever needs it will be told
            _log.exception("%s cannot be loaded", name)
