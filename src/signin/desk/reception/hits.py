"""The list under the search field: who may be meant, from where, and who is here already."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
from PySide6.QtGui import QColor, QFont, QHideEvent, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from signin.desk.letters import drawing
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.desk.reception import shapes
from signin.domain.attendee import Attendee, State
from signin.domain.presence import Presence
from signin.domain.verdict import Tone
from signin.lao.normalize import fold
from signin.services.search import Hit
from signin.words import Message, mark, say

Index = QModelIndex | QPersistentModelIndex
PresenceOf = Callable[[str], Presence | None]

_SHAPE = 22
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
STATES = {State.CANCELLED: mark("Cancelled"), State.REPLACED: mark("Replaced")}


def standing(who: Attendee, stay: Presence | None) -> tuple[Tone | None, Message | str]:
    """Give the tone and the words of how it stands with somebody in a session."""
    if who.state is not State.EXPECTED:
        return Tone.STOP, say(STATES[who.state])
    if stay is None:
        return None, ""
    if stay.left_at is not None:
        return Tone.LOOK, say("Left at {time}", time=f"{stay.left_at:%H:%M}")
    return Tone.GO, say("In since {time}", time=f"{stay.arrived_at:%H:%M}")


class HitModel(QAbstractListModel):
    """The hits, and how each is told in one line to those who cannot see it."""

    def __init__(self, voice: Voice, presence_of: PresenceOf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice, self._presence_of = voice, presence_of
        self._hits: tuple[Hit, ...] = ()
        self._namesakes: set[str] = set()

    def show(self, hits: Sequence[Hit]) -> None:
        """Put other hits in the place of these."""
        self.beginResetModel()
        self._hits = tuple(hits)
        folded = [fold(hit.attendee.name) for hit in hits]
        self._namesakes = {name for name in folded if folded.count(name) > 1}
        self.endResetModel()

    def attendee(self, row: int) -> Attendee:
        """Give who stands in a row."""
        return self._hits[row].attendee

    def is_namesake(self, who: Attendee) -> bool:
        """Whether another hit has the same name: then the organisation tells them apart."""
        return fold(who.name) in self._namesakes

    def status(self, who: Attendee) -> tuple[Tone | None, str]:
        """Give the tone and the words of how it stands with somebody."""
        tone, told = standing(who, self._presence_of(who.id))
        return tone, self._voice.text(told)

    def rowCount(self, parent: Index | None = None) -> int:
        """Give how many hits there are."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Give the person, or all of it in words."""
        if role == Qt.ItemDataRole.UserRole:
            return self.attendee(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            who = self.attendee(index.row())
            told = (str(who.number), who.full_name, who.position, who.organisation, self.status(who)[1])
            return " · ".join(filter(None, told))
        return None


class HitDelegate(QStyledItemDelegate):
    """Paints a hit in two lines: the name, the organisation under it, number and state at the right."""

    def __init__(self, look: Look, model: HitModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for two lines with room for every mark."""
        name, office = drawing.hand(self._font(TYPE.title, bold=True)), drawing.hand(self._font(TYPE.body))
        return QSize(200, name.height(1) + office.height(1) + SPACE.small)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one hit."""
        theme, who = self._look.theme, self._model.attendee(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect)
        painter.save()
        painter.fillRect(box, QColor(theme.selection if selected else theme.surface))
        if selected:
            painter.fillRect(QRectF(box.left(), box.top(), 5, box.height()), QColor(theme.accent))
        painter.setPen(QColor(theme.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(SPACE.medium, SPACE.hair, -SPACE.medium, -SPACE.hair)
        tone, words = self._model.status(who)
        right = self._paint_right(painter, inner, who, tone, words)
        self._paint_left(
            painter, QRectF(inner.left(), inner.top(), right - inner.left() - SPACE.small, inner.height()), who
        )
        painter.restore()

    def _paint_left(self, painter: QPainter, box: QRectF, who: Attendee) -> None:
        theme = self._look.theme
        name = drawing.lay(who.full_name, self._font(TYPE.title, bold=True), box.width(), breaks="spaces", most=1)
        painter.setPen(QColor(theme.text))
        name.draw(painter, QRectF(box.left(), box.top(), box.width(), name.height), _LEFT)
        namesake = self._model.is_namesake(who)
        office = " · ".join(filter(None, (who.organisation, who.position)))
        under = drawing.lay(office, self._font(TYPE.body, bold=namesake), box.width(), most=1)
        painter.setPen(QColor(theme.accent if namesake else theme.quiet))
        under.draw(painter, QRectF(box.left(), box.bottom() - under.height, box.width(), under.height), _LEFT)

    def _paint_right(self, painter: QPainter, box: QRectF, who: Attendee, tone: Tone | None, words: str) -> float:
        theme = self._look.theme
        number = drawing.lay(str(who.number), self._font(TYPE.title, bold=True), box.width(), most=1)
        painter.setPen(QColor(theme.quiet))
        number.draw(painter, QRectF(box.left(), box.top(), box.width(), number.height), _RIGHT)
        left = box.right() - number.width
        if words and tone is not None:
            status = drawing.lay(words, self._font(TYPE.body, bold=True), box.width() / 2, most=1)
            place = QRectF(box.left(), box.bottom() - status.height, box.width(), status.height)
            colour = QColor(theme.words(tone))
            painter.setPen(colour)
            status.draw(painter, place, _RIGHT)
            left = min(left, box.right() - status.width - _SHAPE - SPACE.small)
            shape = QRectF(
                box.right() - status.width - _SHAPE - 4, place.center().y() - _SHAPE / 2, _SHAPE, _SHAPE
            )
            shapes.paint(painter, shape, tone, QColor(theme.tone(tone)), filled=True)
        return left

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        return self._look.font(size, bold=bold)


_LEAST_ROWS = 2


class HitList(QListView):
    """The hits, over the lower part of the verdict field; the search field moves its selection."""

    chosen = Signal(object)
    covers = Signal(int)
    """How many pixels of the field it lies over."""

    def __init__(self, voice: Voice, look: Look, presence_of: PresenceOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hits = HitModel(voice, presence_of, self)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(look, self.hits, self))
        self.setObjectName("hits")
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        voice.tell(self, self.setAccessibleName, say("People found"))
        self.clicked.connect(lambda index: self.chosen.emit(self.hits.attendee(index.row())))

    def show_hits(self, hits: Sequence[Hit], *, selected: bool = True) -> None:
        """Show hits; the first of them is selected unless nobody may be."""
        self.hits.show(hits)
        if hits and selected:
            self.setCurrentIndex(self.hits.index(0))

    @property
    def current(self) -> Attendee | None:
        """Who is selected."""
        row = self.currentIndex().row()
        return self.hits.attendee(row) if 0 <= row < self.hits.rowCount() else None

    def step(self, rows: int) -> None:
        """Select another hit, so many rows further."""
        row = max(0, min(self.currentIndex().row() + rows, self.hits.rowCount() - 1))
        self.setCurrentIndex(self.hits.index(row))

    def select(self, attendee_id: str) -> None:
        """Select a person, nobody else where this one is among the hits no more."""
        rows = range(self.hits.rowCount())
        row = next((row for row in rows if self.hits.attendee(row).id == attendee_id), -1)
        self.setCurrentIndex(self.hits.index(row))

    def room(self, rows: int, free: int) -> int:
        """Give the height in pixels of so many rows; of fewer where less is free, but two at least."""
        high = self.sizeHintForRow(0)
        rows = min(rows, max(_LEAST_ROWS, free // high)) if high > 0 else rows
        return min(rows, self.hits.rowCount()) * high + 2 * self.frameWidth()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell what it lies over."""
        super().showEvent(event)
        self.covers.emit(self.height())

    def hideEvent(self, event: QHideEvent) -> None:
        """Lie over nothing."""
        super().hideEvent(event)
        self.covers.emit(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie over more or less."""
        super().resizeEvent(event)
        self.covers.emit(self.height() if self.isVisible() else 0)
