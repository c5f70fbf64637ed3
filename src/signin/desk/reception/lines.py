"""A list of lines: a title, what stands under it and at its right; some are headings, some have a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from signin.desk.letters import drawing
from signin.desk.letters.breaking import Breaks
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tick_box import paint_tick
from signin.desk.look.tokens import SPACE, TYPE
from signin.domain.verdict import Tone

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line; without a `key` it is a heading. `ticked` is None where there is no box.

    `icon` stands before what is under the title, or before the title where nothing is under it; `tone` gives the
    colour of the text at the right. `spoken` is told to those who cannot see the icon.
    """

    key: str = ""
    title: str
    under: str = ""
    right: str = ""
    icon: str = ""
    spoken: str = ""
    tone: Tone | None = None
    ticked: bool | None = None

    @property
    def told(self) -> str:
        """All of it in one line, for those who cannot see it."""
        return " · ".join(filter(None, (self.title, self.spoken, self.under, self.right)))


class LineModel(QAbstractListModel):
    """The lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.high, self.boxes = True, False

    def show(self, lines: Sequence[Line]) -> None:
        """Put other lines in the place of these."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.high = any(line.under for line in lines)
        self.boxes = any(line.ticked is not None for line in lines)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Give how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if not index.isValid() or not self.lines[index.row()].key:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the line in words, and whether it is ticked."""
        line = self.lines[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return line.told
        if role == Qt.ItemDataRole.CheckStateRole and line.ticked is not None:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line: box, title, the text at the right, and under them the rest."""

    def __init__(self, look: Look, model: LineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two rows with room for every mark, or one where nothing is under any title."""
        title, under = drawing.hand(self._font(TYPE.body, bold=True)), drawing.hand(self._font(TYPE.small))
        high = title.height(1) + (under.height(1) if self._model.high else 0)
        return QSize(120, high + 2 * self._look.px(SPACE.hair))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line, box = self._model.lines[index.row()], QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, line, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        hair, small = self._look.px(SPACE.hair), self._look.px(SPACE.small)
        inner = box.adjusted(small, hair, -small, -hair)
        side = self._look.px(SPACE.icon)
        if line.ticked is not None:
            place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
            paint_tick(painter, self._look, place, ticked=line.ticked)
        if self._model.boxes:
            inner.setLeft(inner.left() + side + small)
        self._paint_texts(painter, inner, line)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, line: Line, *, selected: bool) -> None:
        ground = "selection" if selected else "surface" if line.key else "raised"
        painter.fillRect(box, self._look.colour(ground))
        if selected:
            painter.fillRect(
                QRectF(box.left(), box.top(), self._look.px(SPACE.hair), box.height()),
                self._look.colour("accent"),
            )
        painter.setPen(self._look.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _paint_texts(self, painter: QPainter, inner: QRectF, line: Line) -> None:
        look = self._look
        right = drawing.lay(line.right, self._font(TYPE.body, bold=True), inner.width() * 0.6, most=1)
        painter.setPen(look.colour("text") if line.tone is None else QColor(look.theme.words(line.tone)))
        top = inner.top() if line.under else inner.center().y() - right.height / 2
        right.draw(painter, QRectF(inner.left(), top, inner.width(), right.height), _RIGHT)
        place = QRectF(inner.left(), top, inner.width(), right.height)
        if line.right:
            place.setRight(inner.right() - right.width - look.px(SPACE.small))
        under = QRectF(inner.left(), inner.bottom() - self._under_height(), inner.width(), self._under_height())
        if line.icon:
            self._paint_icon(painter, under if line.under else place, line.icon)
        breaks: Breaks = "spaces" if line.key else "words"
        title = drawing.lay(line.title, self._font(TYPE.body, bold=True), place.width(), breaks=breaks, most=1)
        painter.setPen(look.colour("text"))
        title.draw(painter, place, _LEFT)
        painter.setPen(look.colour("quiet"))
        drawing.lay(line.under, self._font(TYPE.small), under.width(), most=1).draw(painter, under, _LEFT)

    def _paint_icon(self, painter: QPainter, place: QRectF, name: str) -> None:
        """Paint a small icon at the left of a place, and narrow the place by it."""
        side = drawing.hand(self._font(TYPE.small)).em
        at = QRectF(place.left(), place.center().y() - side / 2, side, side)
        icons.paint(painter, name, self._look.colour("accent"), at)
        place.setLeft(at.right() + self._look.px(SPACE.hair))

    def _under_height(self) -> int:
        return drawing.hand(self._font(TYPE.small)).height(1)

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        return self._look.font(size, bold=bold)
