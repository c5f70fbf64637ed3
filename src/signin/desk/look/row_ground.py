"""The ground of a row in a list of lines: its colour, a bar where it is chosen, and the line under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from signin.desk.look.look import Look

_BAR = 5


def paint_ground(painter: QPainter, look: Look, row: QRectF, *, chosen: bool) -> None:
    """Fill a row."""
    painter.fillRect(row, look.colour("selection" if chosen else "surface"))
    if chosen:
        painter.fillRect(QRectF(row.left(), row.top(), _BAR, row.height()), look.colour("accent"))
    painter.setPen(look.colour("line"))
    painter.drawLine(row.bottomLeft(), row.bottomRight())
