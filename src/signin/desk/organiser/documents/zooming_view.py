"""Pages that can be seen closely: steps of zooming by the wheel and by a double click; keys are the bar's."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from signin.desk.organiser.documents.pages_view import PagesView

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Steps of zooming; at 1 a page is as wide as the view."""
_CLOSE = 2.0
"""The zoom of a double click."""


class ZoomingView(PagesView):
    """Emits `zoomed` with how many times as wide as the view a page is."""

    zoomed = Signal(float)

    @property
    def zoom(self) -> float:
        """How many times as wide as the view a page is."""
        return self._zoom

    def can_zoom(self, by: int) -> bool:
        """Whether there is another step that way."""
        return self._step_from(by) != self._zoom

    def zoom_by(self, by: int, at: QPointF | None = None) -> None:
        """Zoom by steps."""
        self.zoom_to(self._step_from(by), at)

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zoom; what is at a place of the view, or in its middle, stays there."""
        if zoom == self._zoom or self._made is None:
            return
        at = at or QPointF(self.viewport().rect().center())
        box = self._box(self._page)
        across, down = (at.x() - box.x()) / box.width(), (at.y() - box.y()) / box.height()
        self._zoom, page = zoom, self._page
        self._lay()
        box = self._box(page)
        bars = self.horizontalScrollBar(), self.verticalScrollBar()
        bars[0].setValue(round(bars[0].value() + box.x() + across * box.width() - at.x()))
        bars[1].setValue(round(bars[1].value() + box.y() + down * box.height() - at.y()))
        self._scrolled()
        self.zoomed.emit(zoom)

    def _step_from(self, by: int) -> float:
        return _ZOOMS[min(max(_ZOOMS.index(self._zoom) + by, 0), len(_ZOOMS) - 1)]

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, where the mouse is; scroll otherwise."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned:
                self.zoom_by(1 if turned > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See closely what is clicked on; again, as before."""
        self.zoom_to(_CLOSE if self._zoom == 1.0 else 1.0, event.position())
