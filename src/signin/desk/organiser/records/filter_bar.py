"""Which lines of the history are to be shown: a kind, a text, a desk, a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.lao.numbers import format_short, to_latin_digits
from signin.services.history import Filter, Known
from signin.services.history_lines import Kind
from signin.words import say

_PATIENCE_MS = 250
_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


class FilterBar(QWidget):
    """Emits `changed` when other lines are wanted; Ctrl+F comes to the text."""

    changed = Signal()

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.kinds: Choice[frozenset[Kind]] = Choice(
            voice,
            look,
            say("What"),
            [
                (frozenset(Kind), say("Everything")),
                (frozenset({Kind.DOOR}), say("Came")),
                (frozenset({Kind.REFUSED}), say("Not let in")),
                (frozenset({Kind.TAKEN_BACK}), say("Taken back")),
                (frozenset({Kind.PERSON, Kind.CODE}), say("People")),
                (frozenset({Kind.PAPER, Kind.CERTIFICATE}), say("Papers")),
                (frozenset({Kind.IMPORT, Kind.EVENT}), say("Event")),
            ],
            value=frozenset(Kind),
        )
        self.text = Field(
            voice, look, say("Find (Ctrl+F)"), placeholder=say("Name, number, reason or what was changed")
        )
        self.desk = Field(voice, look, say("Desk"), placeholder=say("All desks"))
        self.day = Field(voice, look, say("Day"), placeholder=say("All days"))
        self._desks: frozenset[str] = frozenset()
        self._wait = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._wait.timeout.connect(self.changed)
        self._arrange()
        self.kinds.chosen.connect(lambda _: self.changed.emit())
        for field in (self.text, self.desk, self.day):
            field.changed.connect(lambda _: self._wait.start())
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._find)

    def _arrange(self) -> None:
        column, self._row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kinds)
        for field, share in ((self.text, 5), (self.desk, 2), (self.day, 2)):
            self._row.addWidget(field, share)
        column.addLayout(self._row)
        self._look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._row.setSpacing(self._look.px(SPACE.medium))

    def _find(self) -> None:
        self.text.edit.setFocus()
        self.text.edit.selectAll()

    def offer(self, known: Known) -> None:
        """Offer the desks and days of which there are lines."""
        self._desks = frozenset(known.desks)
        self.desk.set_completions(known.desks)
        self.day.set_completions(_written(known.days))

    @property
    def wanted(self) -> Filter | None:
        """What is asked for; None while desk or day is not yet one that there is."""
        day, desk = self.day.text(), self.desk.text()
        asked = _read(day)
        if (day and asked is None) or (desk and desk not in self._desks):
            return None
        return Filter(kinds=self.kinds.value or frozenset(Kind), text=self.text.text(), desk=desk, day=asked)

    def complain(self) -> None:
        """Say under a field that what is typed there is none of those known."""
        if self.desk.text() and self.desk.text() not in self._desks:
            self.desk.complain(say("No desk is called so. Choose one of the list: arrow down opens it."))
        if self.day.text() and _read(self.day.text()) is None:
            self.day.complain(say("Write the day, such as {example}.", example="12/6/2024"))


def _written(days: Iterable[date]) -> list[str]:
    return [format_short(day) for day in days]


def _read(typed: str) -> date | None:
    found = _DAY.fullmatch(to_latin_digits(typed))
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
