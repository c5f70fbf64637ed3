"""Lines of text in a panel that scrolls: never lower than all of them need at the width there is."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget


class Tall(QWidget):
    """A scroll area asks for no height at a width, so whoever stands in it has to say the least one."""

    def grow(self) -> None:
        """Ask for the height of what stands in it now."""
        layout: QLayout | None = self.layout()
        if layout is not None:
            self.setMinimumHeight(max(0, layout.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew at another width."""
        super().resizeEvent(event)
        self.grow()
