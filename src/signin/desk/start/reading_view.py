"""What was understood of a roster file: sheet and head, how many people, what to look at, the first of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.start.people_table import MOST, PeopleTable
from signin.domain.attendee import Sex
from signin.domain.verdict import Tone
from signin.exchange.roster import Reading
from signin.services.handed import Handed, with_zeros
from signin.words import Message, say

_SIDE = 320
_ASKED_ELSEWHERE = {"phone-zero", "other-sheets"}
"""Notices whose question has buttons of its own."""


class ReadingView(QWidget):
    """Emits `sheet_chosen` when another sheet of the file is wanted. `reading` is what is to be imported."""

    sheet_chosen = Signal(object)

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self.reading: Reading | None = None
        self._handed: Handed | None = None
        self.counts, self.where = LaoLabel(), LaoLabel()
        dress(self.counts, type="heading")
        dress(self.where, ink="quiet")
        self.card = Card(voice, look, say("What was read"))
        self.table_card = Card(voice, look, say("The first people of the roster"))
        self.table = PeopleTable(voice, look)
        self.table_card.body.addWidget(self.table)
        self._questions, self._notices = QVBoxLayout(), QVBoxLayout()
        self.notices: list[Notice] = []
        self.zeros: Choice[bool] | None = None
        self.sheets: Choice[str] | None = None
        self._arrange()
        look.changed.connect(self._measure)
        self._measure()

    def _arrange(self) -> None:
        inside, column, area = QWidget(), QVBoxLayout(), QScrollArea()
        column.setContentsMargins(0, 0, self._look.px(SPACE.small), 0)
        for part in (self._questions, self._notices):
            column.addLayout(part)
        column.addStretch()
        inside.setLayout(column)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._voice.tell(area, area.setAccessibleName, say("What to look at"))
        for widget in (self.counts, self.where):
            self.card.body.addWidget(widget)
        self.card.body.addWidget(area, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.card)
        self._row.addWidget(self.table_card, 1)

    def _measure(self) -> None:
        self._row.setSpacing(self._look.px(SPACE.medium))
        self._questions.setSpacing(self._look.px(SPACE.medium))
        self._notices.setSpacing(self._look.px(SPACE.small))
        self.card.setFixedWidth(self._look.px(_SIDE))

    def show_handed(self, handed: Handed) -> None:
        """Show another file, or another sheet of it."""
        self._handed, self.reading = handed, handed.reading
        assert handed.reading is not None
        reading, people = handed.reading, handed.reading.people
        women = sum(line.sex is Sex.FEMALE for line in people)
        self._tell(self.counts, say("{count} people, {women} of them women", count=len(people), women=women))
        self._tell(
            self.where,
            say(
                "“{file}”, sheet “{sheet}”, the head is row {row}; {skipped} rows were left out.",
                file=handed.path.name,
                sheet=reading.sheet,
                row=reading.header_row,
                skipped=reading.skipped,
            ),
        )
        first = say("The first {shown} of {count}", shown=min(MOST, len(people)), count=len(people))
        self.table_card.set_title(first)
        self._ask()
        self._show_reading()

    def _tell(self, label: LaoLabel, message: Message) -> None:
        self._voice.tell(label, label.setText, message)

    # Questions

    def _ask(self) -> None:
        assert self._handed is not None
        _empty(self._questions)
        self.sheets, self.zeros = self._sheets(self._handed), self._zeros(self._handed.zeros_lost)
        for choice in (self.sheets, self.zeros):
            if choice is not None:
                self._questions.addWidget(choice)

    def _sheets(self, handed: Handed) -> Choice[str] | None:
        if len(handed.sheet_names) < 2:  # noqa: PLR2004 - one is no choice
            return None
        options = [(name, Message("{name}", {"name": name})) for name in handed.sheet_names]
        choice: Choice[str] = Choice(
            self._voice, self._look, say("Which sheet is the roster?"), options, value=handed.sheet
        )
        choice.chosen.connect(self.sheet_chosen)
        return choice

    def _zeros(self, lost: int) -> Choice[bool] | None:
        if not lost:
            return None
        choice: Choice[bool] = Choice(
            self._voice,
            self._look,
            say("{count} phone numbers have lost their leading 0", count=lost),
            [(False, say("Leave them")), (True, say("Put the 0 back"))],
            value=False,
        )
        choice.chosen.connect(self._put_zeros_back)
        return choice

    def _put_zeros_back(self, yes: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        assert self._handed is not None
        assert self._handed.reading is not None
        self.reading = with_zeros(self._handed.reading) if yes else self._handed.reading
        self._show_reading()

    # Answers

    def _show_reading(self) -> None:
        assert self.reading is not None
        self.table.show_people(self.reading.people)
        _empty(self._notices)
        self.notices = []
        for notice in self.reading.notices:
            if notice.kind not in _ASKED_ELSEWHERE:
                line = Notice(self._voice, self._look, Tone.LOOK)
                self._notices.addWidget(line)
                line.tell(notice.message)
                self.notices.append(line)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
