"""How large the pages are seen: by button, by key; the view itself hears the wheel and a double click."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.zooming_view import ZoomingView
from signin.words import say


class ZoomBar(QWidget):
    """Three buttons below the pages; the middle one makes them as wide as the view again."""

    def __init__(self, voice: Voice, look: Look, pages: ZoomingView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self.smaller = ActionButton(voice, look, say("Smaller"), "", "Ctrl+-")
        self.usual = ActionButton(voice, look, say("As wide as the view"), "", "Ctrl+0")
        self.larger = ActionButton(voice, look, say("Larger"), "", "Ctrl++")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for button in (self.smaller, self.usual, self.larger):
            row.addWidget(button)
        # The key of the plus without Shift, as browsers hear it.
        self._plain_plus = QShortcut(QKeySequence("Ctrl+="), self)
        self._plain_plus.activated.connect(self.larger.click)
        self.smaller.clicked.connect(lambda: pages.zoom_by(-1))
        self.usual.clicked.connect(lambda: pages.zoom_to(1.0))
        self.larger.clicked.connect(lambda: pages.zoom_by(1))
        pages.zoomed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Let those be pressed that change anything."""
        self.smaller.setEnabled(self._pages.can_zoom(-1))
        self.larger.setEnabled(self._pages.can_zoom(1))
        self.usual.setEnabled(self._pages.zoom != 1.0)
