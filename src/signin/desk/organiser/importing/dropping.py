"""A page on which a file can be dropped."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent

from signin.desk.start.files import dropped_roster
from signin.desk.start.page import Page


class DropPage(Page):
    """Calls `open_file` with a file that is dropped, when a roster can be in it."""

    def open_file(self, path: Path) -> None:
        """Do something with a file."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Take drops from now on."""
        super().showEvent(event)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may be a roster."""
        if dropped_roster(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read it."""
        if (path := dropped_roster(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.open_file(path)
