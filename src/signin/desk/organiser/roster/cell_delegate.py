"""A cell of the roster: plain Lao, and a ring around the one in which the keys are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from signin.desk.letters.breaking import Breaks
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE


class CellDelegate(LaoDelegate):
    """Draws what Enter would correct, so that it is seen before."""

    def __init__(self, look: Look, parent: QWidget, *, breaks: Breaks = "words") -> None:
        super().__init__(parent, breaks=breaks)
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the cell, and the ring of the focus."""
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._look.colour("focus"), SPACE.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
