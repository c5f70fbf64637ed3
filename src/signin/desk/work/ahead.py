"""What the first scan does not need is loaded once the door is open, behind it."""

from __future__ import annotations

import importlib
import logging
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer

LATER = (
    "rapidfuzz.distance",
    "signin.desk.reception.panels",
    "signin.desk.printing.badge_printer",
    "signin.desk.start.event_page",
    "signin.desk.settings_page",
    "signin.desk.organiser.documents.page",
    "signin.desk.start.new_event_page",
    "signin.desk.organiser.importing.page",
)
_CALM_MS = 1500
_log = logging.getLogger(__name__)


class Ahead(QObject):
    """Loads panels and pages in a thread, a calm moment after it was made; who is quicker waits for the thread."""

    def __init__(self, parent: QObject | None = None, *, calm_ms: int = _CALM_MS) -> None:
        super().__init__(parent)
        self._ended = Event()
        self._thread: Thread | None = None
        self._calm = QTimer(self, singleShot=True, interval=calm_ms)
        self._calm.timeout.connect(self._begin)
        self._calm.start()

    def _begin(self) -> None:
        self._thread = Thread(target=self._load, name="ahead", daemon=True)
        self._thread.start()

    def _load(self) -> None:
        for name in LATER:
            if self._ended.is_set():
                return
            try:
                importlib.import_module(name)
            except Exception:  # noqa: BLE001 - whoever needs it will be told
                _log.exception("%s cannot be loaded", name)

    def stop(self) -> None:
        """Load no more; what is in hand is waited for, so that nothing runs while the program is taken down."""
        self._calm.stop()
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
