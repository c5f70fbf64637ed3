"""One line of the history in full: what, when, where, who, why, and each field before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.breaking import Breaks
from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.records.lines_table import who
from signin.lao.numbers import format_date, format_time
from signin.services.history_lines import KINDS, EventLine
from signin.services.history_words import Detail
from signin.words import Message, render, say

_NOTHING = "–"


class LineCard(Card):
    """Shows a line, or that none is chosen. Ctrl+C copies the text to which Tab or a click came."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("About this line"), parent)
        self._one: EventLine | None = None
        self._inside, area = QWidget(), QScrollArea()
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._inside.setProperty("clear", True)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._inside)
        area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.body.addWidget(area, 1)
        voice.changed.connect(self._say_again)

    def show_line(self, one: EventLine | None) -> None:
        """Show another line."""
        self._one = one
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if one is None:
            self._put(say("Choose a line to see all of it."), ink="quiet")
        else:
            at = one.line.at
            self._put(one.line.message, type="strong")
            self._pair(say("When"), f"{format_date(at.date(), self._voice.language)} {format_time(at.time())}")
            self._pair(say("Who"), who(one), "spaces")
            self._pair(say("Desk"), one.line.desk)
            self._pair(say("Kind"), self._voice.text(KINDS[one.line.kind]))
            self._pair(say("Why"), one.line.reason)
            for detail in one.line.details:
                self._pair(detail.label, self._change(detail))
        self._lines.addStretch()

    def _say_again(self) -> None:
        self.show_line(self._one)

    def text(self) -> str:
        """Give all that is shown."""
        found = [
            item.widget() for nth in range(self._lines.count()) if (item := self._lines.itemAt(nth)) is not None
        ]
        return "\n".join(one.text() for one in found if isinstance(one, LaoLabel))

    def _change(self, detail: Detail) -> str:
        before, after = self._voice.text(detail.before), self._voice.text(detail.after)
        return after if render(detail.before, "en") == _NOTHING else f"{before} → {after}"

    def _pair(self, label: Message, value: str, breaks: Breaks = "words") -> None:
        if value:
            self._put(label, ink="quiet", type="small")
            self._put(say("{text}", text=value), breaks)

    def _put(self, text: Message, breaks: Breaks = "words", **marks: str) -> None:
        label = LaoLabel(self._voice.text(text), breaks=breaks)
        label.setFocusPolicy(Qt.FocusPolicy.StrongFocus if not marks else Qt.FocusPolicy.NoFocus)
        label.setAccessibleName(label.text())
        if marks:
            dress(label, **marks)
        else:
            label.setContentsMargins(0, 0, 0, self._look.px(SPACE.small))
        self._lines.addWidget(label)
