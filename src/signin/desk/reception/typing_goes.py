"""Where typing goes at the door: into the field that has the focus, and otherwise to the search."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


def where_typing_goes(search: QLineEdit, event: QKeyEvent, target: QWidget | None) -> QWidget | None:
    """Give the search field for a printable key that no field or dialog is waiting for, else the target."""
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return target
    if isinstance(target, _EDITORS) or not event.text().strip():
        return target
    search.setFocus()
    return search
