"""Who is missing, with the phones to call them; and how many have arrived, by organisation and by category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.line_list import FilteredLines
from signin.desk.reception.lines import Line
from signin.desk.reception.people_lines import category_lines, heading, missing_line, narrowed, organisation_lines
from signin.desk.work.slices import Slices
from signin.domain.attendee import Attendee, Sex
from signin.lao.normalize import fold
from signin.services.board import Board
from signin.words import Message, say

View = Literal["missing", "organisations", "categories"]
VIEWS: list[tuple[View, Message]] = [
    ("missing", say("Missing")),
    ("organisations", say("Offices")),
    ("categories", say("Category")),
]
_SOON_MS, _AGAIN_MS = 200, 1000
"""After the first scan, and in a rush."""
_AT_ONCE = 200
"""New lines that are made at once; of more, some at a time, before any is shown."""
_LONG = 2000
"""Lines that are found out and shown in one go; a longer list is shown after the window was let go on."""
_MOST_NEAR = 50
"""Whom the search finds by other spellings; whoever has what is typed somewhere is shown in any case."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A person's line and the text in which it is sought, kept while nothing about the person changes."""

    who: Attendee
    line: Line
    sought: str


class MissingPanel(Panel):
    """Keeps itself right while people arrive; a person who is chosen is shown with the phone large."""

    def __init__(self, voice: Voice, look: Look, reception: Reception, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Who is missing"), parent)
        self._reception = reception
        self._shown: Attendee | None = None
        self._rows: dict[str, _Row] = {}
        self.view: Choice[View] = Choice(voice, look, say("Show"), VIEWS, value="missing", show_label=False)
        self.summary, self.who, self.phone = LaoLabel(most_lines=1), LaoLabel(most_lines=2), LaoLabel(most_lines=1)
        dress(self.summary, type="strong")
        dress(self.who, bold=True)
        dress(self.phone, type="large")
        self.copy_button = ActionButton(voice, look, say("Copy"), "paper", shown_key="Ctrl+C")
        self.people = FilteredLines(
            voice, look, say("Find by name, organisation or phone"), say("People and counts")
        )
        row = QHBoxLayout()
        row.addWidget(self.who, 1)
        row.addWidget(self.copy_button)
        for widget in (self.view, self.summary):
            self.body.addWidget(widget)
        self.body.addWidget(self.people, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.phone)
        self._again, self._since = QTimer(self, singleShot=True), QElapsedTimer()
        self._again.timeout.connect(self._look_again)
        self._is_old = True
        self._rows_to_make = Slices(self)
        self._lines: list[Line] = []
        self._showing = QTimer(self, singleShot=True, interval=0)
        self._showing.timeout.connect(lambda: self.people.list.show_lines(self._lines))
        self._connect()
        self._show_person(None)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _: self._turn())
        self.people.typed.connect(lambda _: self.refresh())
        self.people.list.chosen.connect(self._choose)
        self.people.list.copied.connect(self._copy)
        self.copy_button.clicked.connect(lambda: self._copy(self._shown.id if self._shown else ""))
        self._reception.people_changed.connect(self._refresh_soon)
        self._voice.changed.connect(self._retell)

    def start(self) -> None:
        """Put the focus in the field that narrows the list."""
        self.people.setFocus()

    def _refresh_soon(self) -> None:
        """Look again, not for each scan of a rush."""
        if not self._again.isActive():
            self._again.start(max(_SOON_MS, _AGAIN_MS - self._since.elapsed()))

    def _look_again(self) -> None:
        """Show what is new, once somebody can see it."""
        self._is_old = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what came while nobody saw it."""
        super().showEvent(event)
        if self._is_old:
            self.refresh()

    def _turn(self) -> None:
        self._show_person(None)
        self.refresh()

    def _retell(self) -> None:
        self._rows.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show how it stands now."""
        board = self._reception.board
        self._is_old = False
        self._since.start()
        if board is None:
            self._show(say("Reading …"), [])
            return
        if self.view.value == "missing":
            self._show_missing(board)
        else:
            self._show_counts(board)
        if self._shown is not None and board.presence_of(self._shown.id) is not None:
            self._show_person(None)

    def _show(self, summary: Message, lines: list[Line]) -> None:
        self._voice.tell(self.summary, self.summary.setText, summary)
        self._lines = lines
        if len(lines) > _LONG:
            self._showing.start()
        else:
            self._showing.stop()
            self.people.list.show_lines(lines)

    def _show_counts(self, board: Board) -> None:
        counts = board.counts
        told = say(
            "{arrived} of {expected} have arrived, women {women}",
            arrived=counts.arrived,
            expected=counts.expected,
            women=counts.women,
        )
        lines = (
            organisation_lines(self._voice, board.by_organisation)
            if self.view.value == "organisations"
            else category_lines(self._voice, counts.by_category)
        )
        self._show(told, narrowed(lines, self.people.filter.text()))

    def _show_missing(self, board: Board) -> None:
        missing = board.missing()
        new = [who for people in missing.values() for who in people if self._row_of(who) is None]
        if len(new) > _AT_ONCE:
            if not self._rows_to_make.busy:
                self._rows_to_make.do(new, self._row, self._look_again)
            self._voice.tell(self.summary, self.summary.setText, say("Reading …"))
            return
        women = sum(one.sex is Sex.FEMALE for people in missing.values() for one in people)
        told = say("Missing {count}, women {women}", count=board.counts.missing, women=women)
        self._show(told, self._missing(missing))

    def _missing(self, missing: Mapping[str, list[Attendee]]) -> list[Line]:
        typed = self.people.filter.text()
        near = {hit.attendee.id for hit in self._reception.index.find(typed, _MOST_NEAR)} if typed else set()
        sought, lines = fold(typed), list[Line]()
        for organisation, people in missing.items():
            rows = [self._row(who) for who in people]
            wanted = [row for row in rows if sought in row.sought or row.who.id in near]
            if wanted:
                lines.append(heading(self._voice, organisation, len(wanted)))
                lines.extend(row.line for row in wanted)
        return lines

    def _row_of(self, who: Attendee) -> _Row | None:
        row = self._rows.get(who.id)
        return row if row is not None and row.who is who else None

    def _row(self, who: Attendee) -> _Row:
        """Give somebody's row; thousands are asked for at each change, so each is made once."""
        row = self._row_of(who)
        if row is None:
            sought = fold(f"{who.full_name} {who.organisation} {who.phone} {who.number}")
            row = self._rows[who.id] = _Row(who, missing_line(self._voice, who), sought)
        return row

    def _choose(self, key: str) -> None:
        """Show a person large; from the organisations go to who is missing of it."""
        board = self._reception.board
        if self.view.value == "missing" and board is not None:
            self._show_person(board.people.get(key))
        elif self.view.value == "organisations":
            self.view.set_value("missing")
            self.people.filter.set_text(key[1:])
            self.refresh()

    def _show_person(self, who: Attendee | None) -> None:
        self._shown = who
        if who is not None:
            told = " · ".join(filter(None, (who.full_name, who.position, who.organisation)))
            self._voice.tell(self.who, self.who.setText, told)
            self._voice.tell(self.phone, self.phone.setText, who.phone or say("No phone is known."))
        for widget in (self.who, self.phone):
            widget.setVisible(who is not None)
        self.copy_button.setVisible(who is not None and bool(who.phone))

    def _copy(self, key: str) -> None:
        board = self._reception.board
        if self.view.value == "missing" and board is not None and (who := board.people.get(key)) and who.phone:
            QGuiApplication.clipboard().setText(who.phone)
            self._reception.done.emit(say("Copied: {phone}, {name}", phone=who.phone, name=who.full_name))
