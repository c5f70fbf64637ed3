"""The label of the head: of several wordings the first for which there is room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel

_SPARE_EMS = 2


class SessionLabel(LaoLabel):
    """Shows the longest wording that stands in one line whole; the shortest may take two.

    What was shortened is longer again only where there is room to spare: what stands beside it grows and shrinks
    with every scan, while it is saved.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, most_lines=2)
        self._wordings: Sequence[str] = ("",)

    def show_wordings(self, wordings: Sequence[str]) -> None:
        """Show one of these, the longest first."""
        if wordings != self._wordings:
            self._wordings = wordings
            self.setAccessibleName(wordings[0])
            self.setText(wordings[0])
            self._choose()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the wording for this width."""
        super().resizeEvent(event)
        self._choose()

    def changeEvent(self, event: QEvent) -> None:
        """Show the wording for letters of another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._choose()

    def _choose(self) -> None:
        chosen = next(filter(self._has_room, self._wordings), self._wordings[-1])
        if chosen != self.text():
            self.setText(chosen)
        self.setToolTip("" if chosen == self._wordings[0] else self._wordings[0])

    def _has_room(self, wording: str) -> bool:
        spare = _SPARE_EMS * drawing.hand(self.font()).em if len(wording) > len(self.text()) else 0
        return not drawing.lay(wording, self.font(), self.contentsRect().width() - spare, most=1).elided
