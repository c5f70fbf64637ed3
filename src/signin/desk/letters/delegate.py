"""Rows of lists and tables whose Lao is broken or shortened at words, and whose marks have room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from signin.desk.letters import drawing, tooltip
from signin.desk.letters.breaking import Breaks
from signin.desk.letters.drawing import Block

Index = QModelIndex | QPersistentModelIndex


class LaoDelegate(QStyledItemDelegate):
    """Draws items as the style does, and their text as plain Lao.

    `most_lines` is how many lines a row takes at most; a longer text is shortened at a word, with …, and its
    tooltip shows the whole. `breaks="spaces"` is for columns of names. Rows are at least 1.8 ems high.
    """

    def __init__(self, parent: QObject | None = None, *, breaks: Breaks = "words", most_lines: int = 1) -> None:
        super().__init__(parent)
        self._breaks: Breaks = breaks
        self._most_lines = most_lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw background, selection, check box, icon and focus as the style does, then the text."""
        its = self._option(option, index)
        text, box, style = its.text, self._text_box(its), _style(its)
        its.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, its, painter, its.widget)
        if text:
            its.text = text
            painter.save()
            painter.setClipRect(its.rect)
            painter.setPen(its.palette.color(_group(its), _role(its)))
            alignment = QStyle.visualAlignment(its.direction, its.displayAlignment)
            self._lay(its, box).draw(painter, box, alignment)
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the lines that the text takes in the width given; without one, for a single line."""
        its = self._option(option, index)
        width = self._text_box(its).width() if its.rect.width() > 0 else 1 << 20
        block = drawing.lay(its.text, its.font, width, breaks=self._breaks, most=self._most_lines)
        its.text = ""
        rest = _style(its).sizeFromContents(QStyle.ContentsType.CT_ItemViewItem, its, QSize(), its.widget)
        return QSize(rest.width() + block.width, max(block.hand.row(len(block.lines)), rest.height()))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the item's tooltip, or the whole of a text that is shortened."""
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        told = index.data(Qt.ItemDataRole.ToolTipRole)
        its = self._option(option, index)
        text = told or (its.text if self._lay(its, self._text_box(its)).elided else "")
        if text:
            tooltip.show(event.globalPos(), str(text), view.viewport(), breaks=self._breaks)
        else:
            tooltip.hide()
        return True

    def _option(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        its = QStyleOptionViewItem(option)
        self.initStyleOption(its, index)
        return its

    def _text_box(self, its: QStyleOptionViewItem) -> QRectF:
        """Give where the style wants the text, over the whole height of the row."""
        place = _style(its).subElementRect(QStyle.SubElement.SE_ItemViewItemText, its, its.widget)
        margin = _margin(its)
        return QRectF(place.left() + margin, its.rect.top(), place.width() - 2 * margin, its.rect.height())

    def _lay(self, its: QStyleOptionViewItem, box: QRectF) -> Block:
        most = min(self._most_lines, drawing.hand(its.font).lines_in(box.height()))
        return drawing.lay(its.text, its.font, box.width(), breaks=self._breaks, most=most)


def _style(its: QStyleOptionViewItem) -> QStyle:
    widget: QWidget | None = its.widget
    return widget.style() if widget else QApplication.style()


def _margin(its: QStyleOptionViewItem) -> int:
    """Give what Qt's styles leave free left and right of an item's text."""
    return _style(its).pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, its, its.widget) + 1


def _group(its: QStyleOptionViewItem) -> QPalette.ColorGroup:
    if not its.state & QStyle.StateFlag.State_Enabled:
        return QPalette.ColorGroup.Disabled
    active = its.state & QStyle.StateFlag.State_Active
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive


def _role(its: QStyleOptionViewItem) -> QPalette.ColorRole:
    selected = its.state & QStyle.StateFlag.State_Selected
    return QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
