"""Widgets side by side, in as many rows as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE


class Flow(QWidget):
    """Lays widgets out as words of a text are; hidden ones take no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._flowing: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.arrange)

    def add(self, widget: QWidget) -> None:
        """Take one more, at the end."""
        widget.setParent(self)
        self._flowing.append(widget)

    def hasHeightForWidth(self) -> bool:
        """Tell that narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of the rows at a width."""
        return max((box.bottom() + 1 for _, box in self._boxes(width)), default=0)

    def sizeHint(self) -> QSize:
        """Ask for the rows at the width there is."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Ask for no width: what does not fit stands in the next row."""
        return QSize(0, self.heightForWidth(self.width()))

    def arrange(self) -> None:
        """Put each where it belongs now."""
        for widget, box in self._boxes(self.width()):
            widget.setGeometry(box)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when one of them is as large as it was not before, or is hidden."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange them in the new width."""
        super().resizeEvent(event)
        self.arrange()

    def _boxes(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        at, gap = QPoint(0, 0), self._look.px(SPACE.small)
        for widget in self._flowing:
            if widget.isHidden():
                continue
            size = widget.sizeHint()
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height() + gap)
            yield widget, QRect(at, QSize(min(size.width(), max(width, 1)), size.height()))
            at += QPoint(size.width() + gap, 0)
