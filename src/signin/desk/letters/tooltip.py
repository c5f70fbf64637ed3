"""Tooltips whose Lao breaks at words; callers use setToolTip as always."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.breaking import Breaks

WIDTH_EMS = 26
"""Width of the lines of a tooltip."""


class LaoToolTips(QObject):
    """Shows the tooltips of all widgets as plain text, broken at words; install it once on the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.installEventFilter(self)

    def stop(self) -> None:
        """Show no more of them."""
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show a widget's own tooltip; what views, tabs and menus show of their parts is left to them."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(watched, QWidget):
            return False
        if not watched.toolTip() or not isinstance(event, QHelpEvent):
            return False
        show(event.globalPos(), watched.toolTip(), watched)
        return True


def show(place: QPoint, text: str, widget: QWidget, *, breaks: Breaks = "words") -> None:
    """Show a text as tooltip at a place on the screen; markup in it is shown as typed."""
    QToolTip.showText(place, as_markup(text, breaks=breaks), widget)


def hide() -> None:
    """Take the tooltip away."""
    QToolTip.hideText()


def as_markup(text: str, *, breaks: Breaks = "words") -> str:
    """Write a text for QToolTip, which takes some texts for markup: escaped, and with its lines as they are to be.

    Qt gives a line no more room than the font's descent and its own advance; some marks reach lower or to the
    sides. A cell with padding has room for them (margins of a paragraph would not count at top and bottom).
    """
    font = QToolTip.font()
    its = drawing.hand(font)
    lines = drawing.lay(text, font, WIDTH_EMS * its.em, breaks=breaks).lines
    low = its.below - int(its.metrics.descent())
    padding = f"{drawing.TOP}px {its.right}px {low}px {its.left}px"
    body = "<br>".join(escape(line) for line in lines)
    return f'<table cellspacing="0"><tr><td style="white-space:pre; padding:{padding}">{body}</td></tr></table>'
