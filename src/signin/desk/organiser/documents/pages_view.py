"""The pages of a paper, one under another; drawn beside the window as they come into sight."""

from __future__ import annotations

from collections import OrderedDict
from math import ceil, sqrt

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.organiser.documents.making import Shown, Size
from signin.desk.printing.pdf_printing import page_image
from signin.desk.work.background import Background
from signin.words import Failure, say

_KEPT = 12
"""Pictures of pages kept: those in sight, and some that were."""
_POINTS_AN_INCH = 72
_MOST_BYTES = 200_000_000
"""Of pictures kept, beside the one in hand: pages that are zoomed are large."""
_LARGEST = 150
"""Dots an inch on screen: a label is not blown up to the width of the window."""
_MOST_PIXELS = 30_000_000
"""Of a page: as many are drawn in half a second or so."""


class PagesView(QAbstractScrollArea):
    """Shows a paper that was made. `turned` tells the page in the middle of the view, from 0.

    Each picture is drawn from the file for the very pixels it is shown on, however large that is.
    """

    turned = Signal(int)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._made: Shown | None = None
        self._zoom = 1.0
        self._pictures: OrderedDict[int, QImage] = OrderedDict()
        self._work: Background | None = None
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        voice.tell(self, self.setAccessibleName, say("Pages of the paper"))
        look.changed.connect(self._lay)

    def show_paper(self, made: Shown | None) -> None:
        """Show another paper from its first page on; None shows nothing."""
        keep = self._page if self._made and made and self._made.of == made.of else 0
        self._made = made
        self._pictures.clear()
        if made is not None:
            self._pictures[0] = made.first
        self._lay()
        self.go_to(min(keep, len(made.sizes) - 1) if made else 0)

    @property
    def picture(self) -> QImage | None:
        """The first page as it is drawn."""
        return self._pictures.get(0)

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        return self._page

    def has_drawn(self, page: int) -> bool:
        """Whether a page can be seen as it will be printed."""
        return page in self._pictures

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight."""
        self.verticalScrollBar().setValue(round(self._top(page)) - self._gap() if page else 0)
        self._scrolled()

    def dpi(self, size: Size) -> float:
        """Give the resolution at which pages of a size are drawn here, so that one dot is one of the screen's."""
        return _POINTS_AN_INCH * self._scale(size) * self.devicePixelRatioF()

    # Measures, in pixels

    def _gap(self) -> int:
        return self._look.px(SPACE.medium)

    def _scale(self, size: Size) -> float:
        """Give how many pixels a point is: pages are as wide as the view."""
        room = max(self.viewport().width() - 2 * self._gap(), 50)
        wide = min(room / size[0], _LARGEST / _POINTS_AN_INCH * self._look.scale)
        most = sqrt(_MOST_PIXELS / (size[0] * size[1])) / self.devicePixelRatioF()
        return min(wide * self._zoom, most)

    def _pixels(self, size: Size) -> tuple[int, int]:
        """Give as how many dots of the screen a page is drawn; the same as who draws it counts."""
        scale = self.dpi(size) / _POINTS_AN_INCH
        return ceil(size[0] * scale), ceil(size[1] * scale)

    def _on_a_dot(self, place: float) -> float:
        """Give the nearest place where a dot of the screen begins."""
        ratio = self.devicePixelRatioF()
        return round(place * ratio) / ratio

    def _step(self) -> float:
        """Give the height of a page with the gap under it; pages of a paper are all alike."""
        assert self._made is not None
        size = self._made.sizes[0]
        return size[1] * self._scale(size) + self._gap()

    def _top(self, page: int) -> float:
        return self._gap() + page * self._step() if self._made else 0.0

    def _box(self, page: int) -> QRectF:
        assert self._made is not None
        size = self._made.sizes[page]
        wide, high = (edge / self.devicePixelRatioF() for edge in self._pixels(size))
        left = max((self.viewport().width() - wide) / 2, self._gap()) - self.horizontalScrollBar().value()
        top = self._top(page) - self.verticalScrollBar().value()
        return QRectF(self._on_a_dot(left), self._on_a_dot(top), wide, high)

    def _in_sight(self) -> range:
        if self._made is None:
            return range(0)
        top, step = self.verticalScrollBar().value() - self._gap(), self._step()
        last = int((top + self.viewport().height()) / step)
        return range(max(int(top / step), 0), min(last + 1, len(self._made.sizes)))

    def _lay(self) -> None:
        bar, count = self.verticalScrollBar(), len(self._made.sizes) if self._made else 0
        high = round(self._top(count)) if count else 0
        bar.setRange(0, max(high - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._look.px(SPACE.vast))
        wide = self._made.sizes[0][0] * self._scale(self._made.sizes[0]) + 2 * self._gap() if self._made else 0
        bar = self.horizontalScrollBar()
        bar.setRange(0, max(ceil(wide) - self.viewport().width(), 0))
        bar.setPageStep(self.viewport().width())
        bar.setSingleStep(self._look.px(SPACE.vast))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pages as wide as the view; the one in sight stays."""
        page = self._page
        super().resizeEvent(event)
        self._lay()
        self.go_to(page)

    def _scrolled(self) -> None:
        if self._made is not None:
            middle = self.verticalScrollBar().value() + self.viewport().height() / 2
            page = min(max(int((middle - self._gap()) / self._step()), 0), len(self._made.sizes) - 1)
            told = say("Page {page}/{pages}", page=page + 1, pages=len(self._made.sizes))
            self._voice.tell(self, self.setAccessibleDescription, told)
            if page != self._page:
                self._page = page
                self.turned.emit(page)
        self.viewport().update()

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight; those that are not drawn yet are white."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("raised"))
        for page in self._in_sight():
            self._draw_page(painter, page)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("focus"), 2 * SPACE.ring))
            painter.drawRect(self.viewport().rect())
        painter.end()
        self._draw_missing()

    def _draw_page(self, painter: QPainter, page: int) -> None:
        box = self._box(page)
        painter.fillRect(box, Qt.GlobalColor.white)
        picture = self._pictures.get(page)
        if picture is not None:
            self._pictures.move_to_end(page)
            if self._is_fine(page):
                picture.setDevicePixelRatio(self.devicePixelRatioF())
                painter.drawImage(box.topLeft(), picture)  # dot for dot
            else:  # until it is drawn for this size
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(box, picture)
        else:
            painter.setPen(Qt.GlobalColor.darkGray)
            number = drawing.lay(f"{page + 1}", self._look.font(TYPE.heading), box.width(), most=1)
            number.draw(painter, box, Qt.AlignmentFlag.AlignCenter)
        painter.setPen(self._look.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def _draw_missing(self) -> None:
        """Draw the first page in sight that has no picture; one at a time."""
        if self._made is None or self._work is not None:
            return
        page = next((page for page in self._in_sight() if not self._is_fine(page)), None)
        if page is None:
            return
        made = self._made
        dpi = self.dpi(made.sizes[page])
        self._work = Background(
            lambda _: page_image(made.path, page, dpi),
            lambda picture: self._drawn(made, page, picture),
            lambda failure: self._not_drawn(made, page, failure),
            QCoreApplication.instance(),  # the page may go before its picture comes
        )
        self._work.finished.connect(self._work.deleteLater)
        self._work.start()

    def _is_fine(self, page: int) -> bool:
        """Whether a page has a picture that is as wide as it is shown, to a dot."""
        assert self._made is not None
        picture = self._pictures.get(page)
        return picture is not None and picture.width() == self._pixels(self._made.sizes[page])[0]

    def _drawn(self, made: Shown, page: int, picture: QImage) -> None:
        self._work = None
        if not isValid(self):
            return
        if made is self._made:
            self._pictures[page] = picture
            self._pictures.move_to_end(page)
            while len(self._pictures) > 1 and self._keeps_too_much():
                self._pictures.popitem(last=False)
        self.viewport().update()

    def _keeps_too_much(self) -> bool:
        held = sum(picture.sizeInBytes() for picture in self._pictures.values())
        return len(self._pictures) > _KEPT or held > _MOST_BYTES

    def _not_drawn(self, made: Shown, page: int, _failure: Failure) -> None:
        """Leave a page white that cannot be drawn; its file may have gone with a paper made since."""
        if not isValid(self):
            return
        wide = self._pixels(made.sizes[page])[0] if made is self._made else 1
        empty = QImage(QSize(wide, 1), QImage.Format.Format_RGB888)
        empty.fill(Qt.GlobalColor.white)
        self._drawn(made, page, empty)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn a whole page on Page Up and Page Down; go to the ends with Home and End."""
        last = len(self._made.sizes) - 1 if self._made else 0
        key = Qt.Key(event.key())
        to = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_PageDown: min(self._page + 1, last),
            Qt.Key.Key_PageUp: max(self._page - 1, 0),
        }.get(key)
        if to is None:
            super().keyPressEvent(event)
        else:
            self.go_to(to)
