"""What was understood of a file: its sheet, head and columns, what is asked, who is read, and who is left out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.card import Card
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.desk.organiser.importing.boxes import Box
from signin.desk.organiser.importing.columns_view import ColumnsView
from signin.desk.organiser.importing.lists_view import ListsView
from signin.desk.organiser.importing.read_lists import lists_of
from signin.desk.start.people_table import PeopleTable
from signin.domain.attendee import Sex
from signin.domain.verdict import Tone
from signin.exchange import cells, tables
from signin.exchange.choices import AS_IT_IS, Choices
from signin.exchange.failures import NoHead, NoNameColumn
from signin.exchange.meanings import REPEATABLE, Meaning
from signin.exchange.roster import Reading
from signin.services.handed import Handed, abbreviated, in_full, with_zeros
from signin.words import Failure, Message, say

_SIDE = 340
_ASKED = {"phone-zero", "other-sheets", "hidden-rows", "hidden-left"}
"""Notices whose question has buttons of its own."""
_HEAD_TEXT = 48


class UnderstoodView(QWidget):
    """Emits `chosen` with the choices under which the file is to be looked at again.

    `reading` is what is to be imported, None while there is nothing that can be.
    """

    chosen = Signal(object)
    settled = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._look = voice, look
        self._handed: Handed | None = None
        self._zeros_back = self._full = False
        self.reading: Reading | None = None
        self.counts, self.where = LaoLabel(), LaoLabel()
        dress(self.counts, type="heading")
        dress(self.where, ink="quiet")
        self.refused, self.hint = Notice(voice, look), LaoLabel()
        self.sheets: Choice[str] | None = None
        self.head: Box | None = None
        self.hidden: Choice[bool] | None = None
        self.zeros: Choice[bool] | None = None
        self.full: Choice[bool] | None = None
        self.notices: list[Notice] = []
        self.side = Card(voice, look, say("What was read"))
        self.columns_card = Card(voice, look, say("What each column holds"))
        self.people_card = Card(voice, look)
        self.columns, self.table = ColumnsView(voice, look), PeopleTable(voice, look)
        self.lists = ListsView(voice, look, say("Lists of what was read"))
        self._questions, self._notices = QVBoxLayout(), QVBoxLayout()
        self._arrange()
        self.columns.chosen.connect(self._mean)
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
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._voice.tell(area, area.setAccessibleName, say("What to look at"))
        for widget in (self.counts, self.where, self.refused, self.hint):
            self.side.body.addWidget(widget)
        self.side.body.addWidget(area, 1)
        self.columns_card.body.addWidget(self.columns)
        self.people_card.body.addWidget(self.lists)
        self._row, self._right = QHBoxLayout(self), QVBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._right.addWidget(self.columns_card, 5)
        self._right.addWidget(self.people_card, 4)
        self._row.addWidget(self.side)
        self._row.addLayout(self._right, 1)

    def _measure(self) -> None:
        for layout in (self._row, self._right, self._questions):
            layout.setSpacing(self._look.px(SPACE.medium))
        self._notices.setSpacing(self._look.px(SPACE.small))
        self.side.setFixedWidth(self._look.px(_SIDE))

    def show_handed(self, handed: Handed) -> None:
        """Show a file, or the same one as it is understood now."""
        other = self._handed is None or self._handed.sheets is not handed.sheets
        self._handed = handed
        self._zeros_back, self._full = self._zeros_back and not other, self._full and not other
        self._ask(handed, anew=other)
        self.columns.show_columns(handed.columns)
        self._show_reading()

    @property
    def choices(self) -> Choices:
        """What was chosen so far."""
        return AS_IT_IS if self._handed is None else self._handed.choices

    # Questions

    def _ask(self, handed: Handed, *, anew: bool) -> None:
        if anew:
            _empty(self._questions)
            self.sheets = self.hidden = self.zeros = self.full = self.head = None
        if self.sheets is None and len(handed.sheet_names) > 1:
            self.sheets = self._put(self._sheets(handed))
        if self.sheets is not None:
            self.sheets.set_value(handed.sheet)
        self._ask_head(handed)
        if handed.reading is not None:
            self._ask_about_rows(handed, handed.reading)

    def _sheets(self, handed: Handed) -> Choice[str]:
        options = [(name, Message("{name}", {"name": name})) for name in handed.sheet_names]
        choice: Choice[str] = Choice(self._voice, self._look, say("Which sheet is the roster?"), options)
        choice.chosen.connect(lambda name: self.chosen.emit(Choices(sheet=name)))
        return choice

    def _ask_head(self, handed: Handed) -> None:
        """Ask which row is the head; the rows to choose from are those of the sheet."""
        rows = [(row.number, _row_words(row.number, row.cells)) for row in handed.top_rows]
        options = [(0, say("No row: the list has no head")), *rows]
        key = (handed.sheet, [number for number, _ in options])
        if self.head is None or self.head.property("asked") != str(key):
            label = LaoLabel()
            dress(label, ink="quiet", type="small")
            self._voice.tell(label, label.setText, say("Which row is the head?"))
            if self.head is not None:
                self._drop_head()
            self.head = Box(self._voice, self._look, say("Which row is the head?"), options)
            self.head.setProperty("asked", str(key))
            self.head.setProperty("label", label)
            self.head.chosen.connect(self._choose_head)
            at = 0 if self.sheets is None else 1
            self._questions.insertWidget(at, self.head)
            self._questions.insertWidget(at, label)
        self.head.set_value(handed.header_row)

    def _drop_head(self) -> None:
        assert self.head is not None
        for widget in (self.head.property("label"), self.head):
            self._questions.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _choose_head(self, row: int) -> None:
        self.chosen.emit(Choices(sheet=self.choices.sheet, header_row=row, take_hidden=self.choices.take_hidden))

    def _ask_about_rows(self, handed: Handed, reading: Reading) -> None:
        if reading.hidden and self.hidden is None:
            label = say("Rows hidden in the file: {count}", count=reading.hidden)
            options = [(True, say("Take them")), (False, say("Leave them out"))]
            self.hidden = self._put(Choice(self._voice, self._look, label, options))
            self.hidden.chosen.connect(lambda take: self.chosen.emit(replace(self.choices, take_hidden=take)))
        if self.hidden is not None:
            self.hidden.set_value(handed.choices.take_hidden)
        if handed.zeros_lost and self.zeros is None:
            label = say("Phone numbers that have lost their leading 0: {count}", count=handed.zeros_lost)
            self.zeros = self._put(
                Choice(
                    self._voice,
                    self._look,
                    label,
                    [(False, say("Leave them")), (True, say("Put the 0 back"))],
                    value=self._zeros_back,
                )
            )
            self.zeros.chosen.connect(self._put_zeros_back)
        if self.zeros is not None:
            self.zeros.setVisible(bool(handed.zeros_lost))
        self._ask_about_prefixes(reading)

    def _ask_about_prefixes(self, reading: Reading) -> None:
        count = abbreviated(reading)
        if count and self.full is None:
            label = say("Prefixes that are abbreviated: {count}", count=count)
            options = [(False, say("Leave them")), (True, say("Write them in full"))]
            self.full = self._put(Choice(self._voice, self._look, label, options, value=self._full))
            self.full.chosen.connect(self._write_in_full)
        if self.full is not None:
            self.full.setVisible(bool(count))

    def _put(self, choice: Choice) -> Choice:  # type: ignore[type-arg]
        self._questions.addWidget(choice)
        return choice

    def _put_zeros_back(self, yes: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._zeros_back = yes
        self._show_reading()

    def _write_in_full(self, yes: bool) -> None:  # noqa: FBT001 - Qt hands it over by place
        self._full = yes
        self._show_reading()

    def _mean(self, column: int, meaning: Meaning) -> None:
        meanings = dict(self.choices.meanings)
        meanings[column] = meaning
        if meaning not in REPEATABLE:  # it moves here from a column that was given it before
            meanings = {at: one for at, one in meanings.items() if at == column or one is not meaning}
        head = self._handed.header_row if self._handed and self.choices.header_row is None else None
        chosen = replace(self.choices, meanings=tuple(sorted(meanings.items())))
        self.chosen.emit(chosen if head is None else replace(chosen, sheet=self._sheet_named(), header_row=head))

    def _sheet_named(self) -> str | None:
        return self._handed.sheet if self._handed else None

    # Answers

    def _show_reading(self) -> None:
        assert self._handed is not None
        read = self._handed.reading
        read = with_zeros(read) if read is not None and self._zeros_back else read
        self.reading = in_full(read) if read is not None and self._full else read
        self._refuse(self._handed.refusal)
        self._count(self._handed, self.reading)
        people = () if self.reading is None else self.reading.people
        self.table.show_people(people)
        self.lists.show_lists(lists_of(self.reading, self.table))
        _empty(self._notices)
        self.notices = []
        for notice in self.reading.notices if self.reading else ():
            if notice.kind not in _ASKED:
                line = Notice(self._voice, self._look, Tone.LOOK)
                self._notices.addWidget(line)
                line.tell(notice.message)
                self.notices.append(line)
        self.settled.emit()

    def _refuse(self, refusal: Failure | None) -> None:
        """Say what stands against it, and what can be chosen here instead."""
        self.refused.tell(None if refusal is None else refusal.message)
        choosing = isinstance(refusal, NoHead | NoNameColumn)
        hint = say("Or choose the head row here, and say what each column holds.")
        self._voice.tell(self.hint, self.hint.setText, hint if choosing else "")
        self.hint.setVisible(choosing)

    def _count(self, handed: Handed, reading: Reading | None) -> None:
        people = () if reading is None else reading.people
        women = sum(line.sex is Sex.FEMALE for line in people)
        counted = say("People: {count}, women {women}", count=len(people), women=women)
        self._voice.tell(self.counts, self.counts.setText, counted if reading else say("Nothing is read yet"))
        facts = {"file": handed.path.name, "sheet": handed.sheet}
        where = (
            say("“{file}”, sheet “{sheet}”, the head is row {row}.", row=handed.header_row, **facts)
            if handed.header_row
            else say("“{file}”, sheet “{sheet}”, without a head.", **facts)
        )
        self._voice.tell(self.where, self.where.setText, where)


def _row_words(number: int, row: tuple[tables.Cell, ...]) -> Message:
    said = " · ".join(filter(None, (cells.text(cell) for cell in row if cell != "")))
    text = said if len(said) <= _HEAD_TEXT else f"{said[:_HEAD_TEXT]}…"
    return say("Row {number}: {text}", number=number, text=text)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
