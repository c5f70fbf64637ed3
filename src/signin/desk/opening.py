"""Opening the store behind the window, and the page that helps on when it cannot be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from signin import bootstrap
from signin.desk.main_window import MainWindow
from signin.services.desk import Desk
from signin.words import Failure

_PATIENCE_S = 0.25
"""The window stands still so long at most for another program that holds the store."""
_AGAIN_MS = 1000


class Opening(QObject):
    """Knows where the store is; `again` tells that somebody chose a way on, and it is to be opened again.

    One that another program holds is tried again by itself; `is_held` tells that it is so.
    """

    again = Signal()

    def __init__(self, window: MainWindow, store: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._store = window, store
        self._makes = self.is_held = False

    def desks(self, name: str | None) -> tuple[Desk, Desk] | None:
        """Open the store twice, to write and to read; where that fails, show why, and the ways on."""
        self.is_held = False
        writing = None
        try:
            writing = bootstrap.open_desk(
                self._store, name, tell=self._window.warn, makes=self._makes, opening_seconds=_PATIENCE_S
            )
            reading = bootstrap.open_desk(self._store, name, opening_seconds=_PATIENCE_S)
        except Failure as failure:
            if writing is not None:
                writing.store.close()
            self._show_trouble(failure)
            return None
        reading.store.follow(writing.store)
        return writing, reading

    def _show_trouble(self, failure: Failure) -> None:
        from signin.desk.start.trouble_page import TroublePage
        from signin.store.failures import StoreBusy, StoreGone, StoreMovedAside

        lost = isinstance(failure, StoreMovedAside | StoreGone)
        backup = bootstrap.good_backup(self._store) if lost else None
        store = self._store or bootstrap.default_store()
        page = TroublePage(self._window.voice, self._window.look, failure, store, backup=backup)
        page.again.connect(lambda: self._go_on(page, makes=True))
        page.elsewhere.connect(lambda path: self._go_on(page, store=path))
        page.brought_back.connect(lambda good: self._bring_back(page, good))
        self._window.show_screen(page)
        self.is_held = isinstance(failure, StoreBusy)
        if self.is_held:
            QTimer.singleShot(_AGAIN_MS, page, lambda: self._go_on(page))

    def _bring_back(self, page: QWidget, good: Path) -> None:
        try:
            bootstrap.bring_back(good, self._store)
        except Failure as failure:
            self._window.warn(failure.message)
        else:
            self._go_on(page)

    def _go_on(self, page: QWidget, *, store: Path | None = None, makes: bool = False) -> None:
        self._store, self._makes = store or self._store, makes
        self._window.drop_screen(page)
        self.again.emit()
