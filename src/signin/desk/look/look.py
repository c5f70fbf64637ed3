"""Which theme the window wears and how large its letters are; both change while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from signin.desk.look.palettes import palette
from signin.desk.look.tokens import LIGHT, TYPE, Theme, scale

if TYPE_CHECKING:  # each class of Qt takes its time to be made, and the first paint needs few
    from PySide6.QtGui import QFont

STYLE = "fusion"
"""Qt's own style, which every platform has: the same window on Windows and Linux."""
STYLED = ("-style", STYLE)
"""What asks for it among the arguments of an application, far quicker than afterwards."""


class Look(QObject):
    """The theme and the scale of the window. `changed` tells those who draw for themselves.

    `styled` tells that the application was begun with `STYLED`.
    """

    changed = Signal()

    def __init__(self, theme: Theme = LIGHT, parent: QObject | None = None, *, styled: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._styled = styled

    @property
    def theme(self) -> Theme:
        """The colours worn now."""
        return self._theme

    @property
    def scale(self) -> float:
        """By how much letters and distances are larger than in a window 1280 wide."""
        return self._scale

    def wear_colours(self) -> None:
        """Put on what takes no time: style and palette, for a window that has no letters yet."""
        if not self._styled:  # asked of Qt, this takes as long as all the rest
            self._styled = True
            QApplication.setStyle(STYLE)
        QApplication.setPalette(palette(self._theme))

    def wear(self, theme: Theme | None = None) -> None:
        """Put a theme on the whole application: style, palette, font, style sheet. Without one, that of now."""
        from signin.desk.letters import fonts  # letters: not before the window is painted
        from signin.desk.look import sheet

        self._theme = theme or self._theme
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.wear_colours()
        fonts.use_everywhere(TYPE.body * self._scale)
        application.setStyleSheet(sheet.sheet(self._theme, self._scale))
        self.changed.emit()

    def grow(self, window_width: int) -> None:
        """Fit letters and distances to the width of the window, in pixels."""
        if scale(window_width) != self._scale:
            self._scale = scale(window_width)
            self.wear()

    def px(self, pixels: float) -> int:
        """Give a distance of `SPACE` in pixels of this window."""
        return round(pixels * self._scale)

    def font(self, points: float, *, bold: bool = False) -> QFont:
        """Give our font in a size of `TYPE`, as large as this window wants it."""
        from signin.desk.letters import fonts

        return fonts.font(points * self._scale, bold=bold)

    def colour(self, name: str) -> QColor:
        """Give one of the theme's colours by its name."""
        return QColor(getattr(self._theme, name))


def dress(widget: QWidget, **marks: str | bool) -> None:
    """Tell a widget how it looks, in the words of the style sheet: type="title", ink="quiet", bad=True."""
    for name, value in marks.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
