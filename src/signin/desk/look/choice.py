"""One of a few: buttons side by side, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.label import LaoLabel
from signin.desk.look import icons
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE, TYPE
from signin.desk.look.voice import Voice
from signin.words import Message

T = TypeVar("T")
Option = tuple[T, Message] | tuple[T, Message, str]
"""A value, its word, and perhaps the name of its icon."""

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
_ANY = 1 << 20


class Choice(QWidget, Generic[T]):
    """Emits `chosen` with the value when somebody chooses; `set_value` chooses silently.

    Tab comes to the one chosen, arrow keys go to the next one and choose it. Where the buttons do not fit side by
    side, they stand in more rows. Nothing need be chosen at first: then `value` is None.
    """

    chosen = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        label: Message,
        options: Sequence[Option[T]],
        parent: QWidget | None = None,
        *,
        value: T | None = None,
        show_label: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look, self._columns = look, 0
        self.label = LaoLabel(parent=self)
        dress(self.label, ink="quiet", type="small")
        voice.tell(self.label, self.label.setText, label)
        self.label.setVisible(show_label)
        self.segments: dict[T, Segment] = {}
        self._group = QButtonGroup(self)
        for one in options:
            self._add(Segment(voice, look, one[1], one[2] if len(one) == 3 else "", self), one[0])  # noqa: PLR2004
        for segment in self.segments.values():
            voice.tell(segment, segment.setAccessibleDescription, label)
        self._grid, self._column = QGridLayout(), QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addLayout(self._grid)
        self._column.addStretch()
        self.set_value(value)
        look.changed.connect(self._space)
        self._space()

    def _add(self, segment: Segment, value: T) -> None:
        self.segments[value] = segment
        self._group.addButton(segment)
        segment.clicked.connect(lambda: self._choose(segment))
        segment.stepped.connect(lambda by: self._step(segment, by))

    @property
    def value(self) -> T | None:
        """The value chosen, None while there is none."""
        return next((value for value, segment in self.segments.items() if segment.isChecked()), None)

    def set_value(self, value: T | None) -> None:
        """Choose a value, or none."""
        self._group.setExclusive(False)
        for each, segment in self.segments.items():
            segment.setChecked(each == value)
        self._group.setExclusive(True)
        self._let_tab_come()

    def _choose(self, segment: Segment) -> None:
        self._let_tab_come()
        self.chosen.emit(next(value for value, each in self.segments.items() if each is segment))

    def _step(self, segment: Segment, by: int) -> None:
        usable = [each for each in self.segments.values() if each.isEnabled()]
        following = usable[(usable.index(segment) + by) % len(usable)]
        following.setFocus(Qt.FocusReason.TabFocusReason)
        following.click()

    def _let_tab_come(self) -> None:
        """Let Tab stop at one button only: that chosen, or the first."""
        segments = list(self.segments.values())
        stop = next((segment for segment in segments if segment.isChecked()), segments[0])
        for segment in segments:
            policy = Qt.FocusPolicy.StrongFocus if segment is stop else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)
        self.setFocusProxy(stop)

    # Room

    def _space(self) -> None:
        self._column.setSpacing(self._look.px(SPACE.hair) // 2)
        self._grid.setSpacing(self._look.px(SPACE.hair))
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest button, so that the others can go below it."""
        widest = max(segment.sizeHint().width() for segment in self.segments.values())
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in as few rows as the width allows."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = self._columns_in(self.width())
        if columns == self._columns:
            return
        self._columns = columns
        for at, segment in enumerate(self.segments.values()):
            self._grid.addWidget(segment, at // columns, at % columns)

    def _columns_in(self, width: int) -> int:
        """Give how many of the widest button stand side by side; rows are filled as evenly as can be."""
        count, gap = len(self.segments), self._grid.spacing()
        widest = max(segment.sizeHint().width() for segment in self.segments.values())
        most = min(count, max(1, (width + gap) // (widest + gap)))
        rows = -(-count // most)
        return -(-count // rows)


class Segment(QRadioButton):
    """One of the buttons: filled when chosen."""

    stepped = Signal(int)

    def __init__(self, voice: Voice, look: Look, word: Message, icon_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._icon_name = look, icons.named(icon_name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        voice.tell(self, self._say, word)
        look.changed.connect(self.updateGeometry)

    def _say(self, text: str) -> None:
        self.setText(text)
        self.setToolTip(text)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrows go to the others; Enter goes to whoever holds the choice."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room for icon and word."""
        font = self._look.font(TYPE.body, bold=True)
        word = drawing.lay(self.text(), font, _ANY, most=1).width
        edge = self._look.px(SPACE.small) + SPACE.ring
        high = drawing.hand(font).row() + 2 * (self._look.px(SPACE.hair) + SPACE.ring)
        return QSize(word + self._icon_width() + 2 * edge, high)

    def minimumSizeHint(self) -> QSize:
        """Ask for the icon and a little of the word."""
        return QSize(self._icon_width() + 4 * self._look.px(SPACE.large), self.sizeHint().height())

    def _icon_width(self) -> int:
        return self._look.px(SPACE.icon) + self._look.px(SPACE.small) if self._icon_name else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        ink, side = self._ink(), self._look.px(SPACE.icon)
        block = drawing.lay(self.text(), self._font(), self.width() - self._icon_width(), most=1)
        left = (self.width() - block.width - self._icon_width()) / 2
        if self._icon_name:
            place = QRectF(left, (self.height() - side) / 2, side, side)
            icons.paint(painter, self._icon_name, ink, place)
        painter.setPen(ink)
        word = QRectF(left + self._icon_width(), 0, block.width, self.height())
        block.draw(painter, word, Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def _font(self) -> QFont:
        return self._look.font(TYPE.body, bold=self.isChecked())

    def _ink(self) -> QColor:
        if not self.isEnabled():
            return self._look.colour("quiet")
        return self._look.colour("on_accent" if self.isChecked() else "text")

    def _ground(self) -> QColor:
        if not self.isEnabled():
            return self._look.colour("raised" if self.isChecked() else "surface")
        hover = self.underMouse()
        if self.isChecked():
            return self._look.colour("accent_deep" if hover else "accent")
        return self._look.colour("selection" if hover else "surface")

    def _draw_ground(self, painter: QPainter) -> None:
        radius, ring = self._look.px(SPACE.radius), SPACE.ring
        filled = self.isChecked() and self.isEnabled()
        painter.setBrush(self._ground())
        pen = QPen(self._look.colour("edge"), 1)
        if not self.isEnabled():
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen if filled else pen)
        inset = 1.0 if filled else 1.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        if self.hasFocus():
            inset = 3.0 if filled else 1.0
            painter.setPen(QPen(self._look.colour("on_accent" if filled else "focus"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = max(radius - inset, 1)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), inner, inner)
