"""What is shown when the store cannot be opened: why, and the ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.start.page import Page
from signin.words import Failure, say

_WIDTH = 720


class TroublePage(Page):
    """Emits `again` to try the same store once more, `elsewhere` with the file to use instead."""

    again = Signal()
    elsewhere = Signal(object)

    def __init__(
        self, voice: Voice, look: Look, failure: Failure, store: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(voice, look, say("The store could not be opened"), parent, way_back=False)
        self._failure, self._store = failure, store
        self.reason = LaoLabel()
        dress(self.reason, type="title")
        voice.tell(self.reason, self.reason.setText, failure.message)
        self.retry = ActionButton(voice, look, say("Try again"), "redo", kind="primary")
        self.folder = ActionButton(voice, look, say("Choose another folder"), "import")
        self.copy = ActionButton(voice, look, say("Copy this text for support"), "document")
        self.retry.clicked.connect(self.again)
        self.folder.clicked.connect(self._choose)
        self.copy.clicked.connect(self._copy)
        self.card = Card(voice, look, None)
        for widget in (self.reason, self.retry, self.folder, self.copy):
            self.card.body.addWidget(widget)
        self.body.addWidget(self.card, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch()
        look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self.card.setFixedWidth(self.look.px(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with trying again."""
        super().showEvent(event)
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Try again on Enter."""
        self.again.emit()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.voice.text(say("Choose another folder")))
        if folder:
            self.elsewhere.emit(Path(folder) / self._store.name)

    def _copy(self) -> None:
        told = f"{type(self._failure).__name__}: {self.voice.text(self._failure.message)}\n{self._store}"
        QApplication.clipboard().setText(told)
