"""A label whose Lao breaks at words, whose marks are never cut, and whose text is always plain."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

from signin.desk.letters import drawing, tooltip
from signin.desk.letters.breaking import Breaks
from signin.desk.letters.drawing import Block
from signin.lao.segment import ZERO_WIDTH_SPACE

COMFORTABLE_EMS = 24
"""Width of the lines that a label asks for when nothing else tells its width."""


class LaoLabel(QLabel):
    """A QLabel that draws its text itself: what goes in comes out of `text()`, and markup is text.

    `breaks="spaces"` is for names of people. `most_lines` shortens longer texts at a word, with …; the tooltip
    then shows the whole, unless another was set. A label that is too low shows as many lines as it holds.
    `fit=(least, most)` draws in the largest letters between these sizes, in points, with which the text fits.
    With a focus policy, the copy keys copy the text.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        breaks: Breaks = "words",
        most_lines: int | None = None,
        fit: tuple[float, float] | None = None,
    ) -> None:
        super().__init__(parent)
        self._breaks: Breaks = breaks
        self._most_lines = most_lines
        self._fit = fit
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(fit is None and most_lines != 1)
        if fit:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setText(text)

    def block(self) -> Block:
        """Give the text as it is laid out now."""
        box = self._box()
        if self._fit:
            least, most = (_pixels(self.font(), points) for points in self._fit)
            return drawing.fitted(self.text(), self.font(), box, (least, most), self._breaks)
        return self._lay(box.width(), drawing.hand(self.font()).lines_in(box.height()))

    def is_elided(self) -> bool:
        """Whether some of the text is not shown for want of room."""
        return self.block().elided

    def copy(self) -> None:
        """Put the text on the clipboard."""
        QGuiApplication.clipboard().setText(self.text().replace(ZERO_WIDTH_SPACE, ""))

    def sizeHint(self) -> QSize:
        """Ask for the whole text in lines of a comfortable width; where letters fit themselves, one line."""
        font = self._font_of(1)
        width = drawing.hand(font).em * COMFORTABLE_EMS if self.wordWrap() else 1 << 20
        block = drawing.lay(self.text(), font, width, breaks=self._breaks, most=self._most_lines)
        return self._around(block.width, block.height)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest word and one line, in the least letters; one line may shrink to three ems."""
        font = self._font_of(0)
        width = drawing.least_width(self.text(), font, self._breaks)
        if self._most_lines == 1:
            width = min(width, 3 * drawing.hand(font).em)
        return self._around(width, drawing.hand(font).height(1))

    def heightForWidth(self, width: int) -> int:
        """Give the height of the text in lines of this width; -1 where the height does not depend on it."""
        if not self.wordWrap():
            return -1
        frame = self._around(0, 0)
        return self._lay(width - frame.width(), self._most_lines).height + frame.height()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the frame, the lines, and where the focus is."""
        painter = QPainter(self)
        self.drawFrame(painter)
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            option.state |= QStyle.StateFlag.State_KeyboardFocusChange  # however the focus came here
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        alignment = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        self.block().draw(painter, self._box(), alignment)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show the whole text as tooltip while it is shortened and has no tooltip of its own."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip and not self.toolTip():
            if self.is_elided():
                tooltip.show(event.globalPos(), self.text(), self, breaks=self._breaks)
                return True
            tooltip.hide()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy on the copy keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _lay(self, width: float, most: int | None) -> Block:
        most = min((lines for lines in (most, self._most_lines) if lines is not None), default=None)
        if not self.wordWrap():
            most = 1
        return drawing.lay(self.text(), self.font(), width, breaks=self._breaks, most=most)

    def _font_of(self, end: int) -> QFont:
        """Give the label's font, in the least (0) or largest (1) of the sizes it may take."""
        font = QFont(self.font())
        if self._fit:
            font.setPixelSize(_pixels(self.font(), self._fit[end]))
        return font

    def _box(self) -> QRectF:
        margin = self.margin()
        return QRectF(self.contentsRect().adjusted(margin, margin, -margin, -margin))

    def _around(self, width: int, height: int) -> QSize:
        edges = self.size() - self.contentsRect().size()  # margins, frame, and the style sheet's padding
        both = 2 * self.margin()
        return QSize(width + edges.width() + both, height + edges.height() + both)


def _pixels(font: QFont, points: float) -> int:
    """Turn points into pixels of the screen that the font is for."""
    sized = QFont(font)
    sized.setPointSizeF(points)
    return drawing.hand(sized).em
