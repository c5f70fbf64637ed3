"""The last scans, newest first; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.reception import shapes
from signin.domain.verdict import ACCEPTED, name_of
from signin.services.recent import Recent
from signin.services.verdict_words import word_of
from signin.words import say

Index = QModelIndex | QPersistentModelIndex
_SHAPE = 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecentModel(QAbstractListModel):
    """The scans of this desk, newest first."""

    def __init__(self, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._scans: tuple[Recent, ...] = ()

    def show(self, scans: Sequence[Recent]) -> None:
        """Put other scans in the place of these."""
        self.beginResetModel()
        self._scans = tuple(scans)
        self.endResetModel()

    def scan(self, row: int) -> Recent:
        """Give the scan of a row."""
        return self._scans[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Give how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._scans)

    def title(self, one: Recent) -> str:
        """Give whose scan it was, or what the desk said where it was nobody's."""
        return one.attendee.name if one.attendee else self._voice.text(word_of(one.verdict))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the scan in words."""
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        one = self._scans[index.row()]
        told = [f"{one.scan.at:%H:%M:%S}", self.title(one), self._voice.text(word_of(one.verdict))]
        if one.void:
            told.append(self._voice.text(say("taken back")))
        return " · ".join(told)


class RecentDelegate(QStyledItemDelegate):
    """Paints a scan: its shape, whose it was, when; struck through once it was taken back."""

    def __init__(self, look: Look, model: RecentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for one line with room for every mark."""
        return QSize(120, drawing.hand(self._font()).row() + SPACE.hair)

    def _font(self) -> QFont:
        return self._look.font(TYPE.body)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one scan."""
        theme, one = self._look.theme, self._model.scan(index.row())
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selection))
        inner = box.adjusted(SPACE.hair, 0, -SPACE.hair, 0)
        tone = one.verdict.tone
        side = _SHAPE * self._look.scale
        shape = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        painter.setOpacity(0.4 if one.void else 1.0)
        shapes.paint(painter, shape, tone, QColor(theme.tone(tone)), filled=True)
        painter.setOpacity(1.0)
        time = drawing.lay(f"{one.scan.at:%H:%M}", self._font(), inner.width(), most=1)
        painter.setPen(QColor(theme.quiet))
        time.draw(painter, inner, _RIGHT)
        left = shape.right() + SPACE.small
        place = QRectF(left, inner.top(), inner.right() - time.width - SPACE.small - left, inner.height())
        font = self._font()
        name = drawing.lay(self._model.title(one), font, place.width(), breaks="spaces", most=1)
        painter.setPen(QColor(theme.quiet if one.void else theme.text))
        name.draw(painter, place, _LEFT)
        if one.void:
            middle = place.center().y()
            painter.drawLine(round(place.left()), round(middle), round(place.left() + name.width), round(middle))
        painter.restore()


class RecentList(QListView):
    """The list; `deleted` on Delete."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


def _can_be_taken_back(one: Recent) -> bool:
    """Whether a scan let somebody in or out and still does; of any other there is nothing to undo."""
    return not one.void and name_of(one.verdict) in ACCEPTED


class RecentCard(Card):
    """The last scans; `undo` and `redo` are for the last one, `taken_back` names any other."""

    undo = Signal()
    redo = Signal()
    taken_back = Signal(str)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Recent scans"), parent)
        self.scans = RecentModel(voice, self)
        self.list = RecentList()
        self.list.setModel(self.scans)
        self.list.setItemDelegate(RecentDelegate(look, self.scans, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        voice.tell(self.list, self.list.setAccessibleName, say("Recent scans; Delete takes one back"))
        self.list.deleted.connect(self._take_back_selected)
        self.none_yet = LaoLabel()
        dress(self.none_yet, ink="quiet")
        voice.tell(self.none_yet, self.none_yet.setText, say("No scan at this desk yet."))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.none_yet, 1, Qt.AlignmentFlag.AlignTop)
        self._selected = ActionButton(voice, look, say("Undo this one"), "undo", shortcut="")
        self._selected.clicked.connect(self._take_back_selected)
        undo = ActionButton(voice, look, say("Undo"), "undo", shown_key="Ctrl+Z")
        redo = ActionButton(voice, look, say("Redo"), "redo", shown_key="Ctrl+Y")
        undo.clicked.connect(self.undo)
        redo.clicked.connect(self.redo)
        row = QHBoxLayout()
        row.addWidget(undo, 1)
        row.addWidget(redo, 1)
        self.body.addWidget(self._selected)
        self.body.addLayout(row)
        self._show_whether_any()
        self._show_selected()
        self.list.selectionModel().currentChanged.connect(self._show_selected)
        voice.changed.connect(self.list.viewport().update)

    def show_scans(self, scans: Sequence[Recent]) -> None:
        """Show other scans; a new one is seen at once, and what was chosen before is chosen no more."""
        newest, chosen = self._newest(), self._chosen()
        self.scans.show(scans)
        self._show_whether_any()
        if self._newest() != newest:
            self.let_go()
        elif chosen is not None:
            row = next((row for row, one in enumerate(scans) if one.scan.id == chosen.scan.id), -1)
            self.list.setCurrentIndex(self.scans.index(row))
        self._show_selected()

    def let_go(self) -> None:
        """Choose none of the scans, and show the newest."""
        self.list.setCurrentIndex(QModelIndex())
        self.list.scrollToTop()

    def _newest(self) -> str | None:
        return self.scans.scan(0).scan.id if self.scans.rowCount() else None

    def _show_whether_any(self) -> None:
        self.list.setVisible(bool(self.scans.rowCount()))
        self.none_yet.setHidden(bool(self.scans.rowCount()))

    def _chosen(self) -> Recent | None:
        index = self.list.currentIndex()
        return self.scans.scan(index.row()) if index.isValid() else None

    def _show_selected(self) -> None:
        one = self._chosen()
        self._selected.setVisible(one is not None and not one.void)
        self._selected.setEnabled(one is not None and _can_be_taken_back(one))

    def _take_back_selected(self) -> None:
        one = self._chosen()
        if one is not None and _can_be_taken_back(one):
            self.taken_back.emit(one.scan.id)
