"""The columns of a file one below the other: head, some of what stands in it, and what it is taken for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.boxes import Box
from signin.desk.organiser.importing.meaning_words import MEANINGS
from signin.exchange.columns import ColumnSeen
from signin.exchange.meanings import Meaning
from signin.exchange.tables import letters
from signin.words import Message, say


class ColumnsView(QScrollArea):
    """Emits `chosen` with a column's index and its meaning when somebody gives it another."""

    chosen = Signal(int, object)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._shown: list[tuple[int, str, tuple[str, ...]]] = []
        self.boxes: dict[int, Box] = {}
        self._grid = QGridLayout()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        voice.tell(self, self.setAccessibleName, say("Columns"))
        look.changed.connect(self._space)

    def show_columns(self, columns: Sequence[ColumnSeen]) -> None:
        """Show other columns; where they are the same, only what they are taken for."""
        shown = [(one.index, one.text, one.samples) for one in columns]
        if shown != self._shown:
            self._shown = shown
            self._build(columns)
        for one in columns:
            self.boxes[one.index].set_value(one.meaning or Meaning.IGNORED)

    def _build(self, columns: Sequence[ColumnSeen]) -> None:
        inside, self._grid, self.boxes = QWidget(), QGridLayout(), {}
        inside.setLayout(self._grid)
        for row, one in enumerate(columns):
            head, samples, box = self._head(one), self._samples(one), self._box(one)
            for at, widget in enumerate((head, samples, box)):
                self._grid.addWidget(widget, row, at)
        self._grid.setRowStretch(len(columns), 1)
        for at, share in enumerate((3, 5, 3)):
            self._grid.setColumnStretch(at, share)
        self.setWidget(inside)  # the one before is deleted
        self._space()

    def _head(self, one: ColumnSeen) -> LaoLabel:
        label = LaoLabel(most_lines=1)
        named = {"letter": letters(one.index), "head": one.text}
        message = say("{letter} · {head}", **named) if one.text else say("Column {letter}", letter=named["letter"])
        self._voice.tell(label, label.setText, say("{name} (hidden)", name=message) if one.hidden else message)
        dress(label, type="strong")
        return label

    def _samples(self, one: ColumnSeen) -> LaoLabel:
        label = LaoLabel(" | ".join(one.samples), most_lines=1)
        dress(label, ink="quiet")
        return label

    def _box(self, one: ColumnSeen) -> Box:
        label = say("What column {letter} holds: {head}", letter=letters(one.index), head=one.text)
        options: list[tuple[Meaning, Message | str]] = list(MEANINGS.items())
        box = Box(self._voice, self._look, label, options)
        box.chosen.connect(lambda meaning: self.chosen.emit(one.index, meaning))
        self.boxes[one.index] = box
        return box

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._look.px(SPACE.medium))
        self._grid.setVerticalSpacing(self._look.px(SPACE.hair))
        self._grid.setContentsMargins(0, 0, self._look.px(SPACE.small), 0)
