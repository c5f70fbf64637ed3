"""One of many, in a list that opens: what a column holds, and which row is the head."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from signin.desk.letters import drawing
from signin.desk.letters.delegate import LaoDelegate
from signin.desk.look import icons
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.words import Message


class Box(QComboBox):
    """Emits `chosen` with a value when somebody chooses; the wheel turns it only while it has the focus."""

    chosen = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        label: Message,
        options: Sequence[tuple[Any, Message | str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._values = look, [value for value, _ in options]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setItemDelegate(LaoDelegate(self))
        for at, (_, word) in enumerate(options):
            self.addItem("")
            voice.tell(self, _Item(self, at).say, word)
        voice.tell(self, self.setAccessibleName, label)
        self.activated.connect(lambda at: self.chosen.emit(self._values[at]))

    @property
    def value(self) -> Any:  # noqa: ANN401 - whatever the values are
        """The value chosen, None while there is none."""
        at = self.currentIndex()
        return self._values[at] if at >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose a value silently, or none."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame as the style does, the text as Lao is drawn, and an arrow."""
        its, painter = QStyleOptionComboBox(), QStylePainter(self)
        self.initStyleOption(its)
        text, its.currentText = its.currentText, ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, its)
        side, gap = self._look.px(SPACE.icon) * 3 / 4, self._look.px(SPACE.small)
        ink = self._look.colour("text" if self.isEnabled() else "quiet")
        arrow = QRectF(self.width() - side - gap, (self.height() - side) / 2, side, side)
        icons.paint(painter, "down", ink, arrow)
        room = QRectF(gap + 2, 0, arrow.left() - gap - 4, self.height())
        painter.setPen(ink)
        drawing.lay(text, self.font(), room.width(), most=1).draw(painter, room, Qt.AlignmentFlag.AlignVCenter)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll under the mouse, unless this box is being used."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class _Item:
    """One line of a box, as something that can be told a text."""

    def __init__(self, box: Box, at: int) -> None:
        self._box, self._at = box, at

    def say(self, text: str) -> None:
        self._box.setItemText(self._at, text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Item) and (self._box, self._at) == (other._box, other._at)

    def __hash__(self) -> int:
        return hash((id(self._box), self._at))
