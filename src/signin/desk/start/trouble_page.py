"""What is shown when the store cannot be opened: why, and the ways on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.start.page import Page
from signin.lao.numbers import format_short
from signin.store.failures import StoreGone, StoreLost, StoreMovedAside
from signin.words import Failure, say

_WIDTH = 720


class TroublePage(Page):
    """Emits `again` to try the same store once more, `elsewhere` with the file to use instead.

    Where a store is no more it also offers its newest good backup, and emits `brought_back` with it; `again` then
    means to begin with an empty one.
    """

    again = Signal()
    elsewhere = Signal(object)
    brought_back = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        failure: Failure,
        store: Path,
        parent: QWidget | None = None,
        *,
        backup: Path | None = None,
    ) -> None:
        super().__init__(voice, look, say("The store could not be opened"), parent, way_back=False)
        self._failure, self._store = failure, store
        self.reason = LaoLabel()
        dress(self.reason, type="title")
        voice.tell(self.reason, self.reason.setText, failure.message)
        anew = isinstance(failure, StoreMovedAside | StoreLost | StoreGone)
        again = say("Begin with an empty store") if anew else say("Try again")
        self.restore = self._offered(backup) if backup else None
        self.retry = ActionButton(voice, look, again, "redo", kind="plain" if backup else "primary")
        self.folder = ActionButton(voice, look, say("Choose another folder"), "import")
        self.copy = ActionButton(voice, look, say("Copy this text for support"), "document")
        self.retry.clicked.connect(self.again)
        self.folder.clicked.connect(self._choose)
        self.copy.clicked.connect(self._copy)
        self.card = Card(voice, look, None)
        for widget in (self.reason, self.restore, self.retry, self.folder, self.copy):
            if widget is not None:
                self.card.body.addWidget(widget)
        row = QHBoxLayout()  # unlike a card that is aligned, one in a row is as high as its words
        row.addWidget(self.card)
        row.addStretch()
        self.body.addLayout(row)
        self.body.addStretch()
        look.changed.connect(self._measure)
        self._measure()

    def _offered(self, backup: Path) -> ActionButton:
        made = datetime.fromtimestamp(backup.stat().st_mtime)
        words = say("Bring back the backup of {day} {time}", day=format_short(made), time=f"{made:%H:%M}")
        button = ActionButton(self.voice, self.look, words, "undo", kind="primary")
        button.clicked.connect(lambda: self.brought_back.emit(backup))
        return button

    def _measure(self) -> None:
        self.card.setFixedWidth(self.look.px(_WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the first way on."""
        super().showEvent(event)
        (self.restore or self.retry).setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Go the first way on Enter."""
        (self.restore or self.retry).click()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.voice.text(say("Choose another folder")))
        if folder:
            self.elsewhere.emit(Path(folder) / self._store.name)

    def _copy(self) -> None:
        told = f"{type(self._failure).__name__}: {self.voice.text(self._failure.message)}\n{self._store}"
        QApplication.clipboard().setText(told)
