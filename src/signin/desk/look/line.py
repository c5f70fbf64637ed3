"""A line to type into, which takes back only what was typed into it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_TAKING_BACK = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Line(QLineEdit):
    """While it holds no text, undo and redo are the window's."""

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window while there is no text of its own to undo."""
        if isinstance(event, QKeyEvent) and self._is_for_the_window(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_for_the_window(self, event: QKeyEvent) -> bool:
        asked = event.type() is QEvent.Type.ShortcutOverride and not self.text()
        return asked and any(event.matches(which) for which in _TAKING_BACK)
