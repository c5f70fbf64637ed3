"""The sessions of one day on other days: which day, and which others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.tick_box import TickBox
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.blocks import day_words
from signin.domain.event import Session
from signin.domain.timetable import copied, on_day
from signin.services.sessions import Timetable
from signin.words import say


class CopyPanel(Panel):
    """Emits `accepted`; `wanted` then gives the new sessions, or says why there are none."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("Copy a day"), parent, accept=say("Copy the day"), accept_icon="paper")
        self._facts: Timetable | None = None
        self._day = date.min
        self.told = LaoLabel()
        self.again = TickBox(voice, look, say("Also what is there already"))
        self.days: dict[date, TickBox] = {}
        dress(self.told, ink="quiet", type="small")
        self._ticks = QVBoxLayout()
        self.body.addWidget(self.told)
        self.body.addLayout(self._ticks)
        self.body.addWidget(self.again)
        self.body.addStretch(1)
        voice.changed.connect(self._say_days)

    def ask(self, day: date, facts: Timetable) -> None:
        """Ask onto which days the sessions of one are to be copied."""
        self._facts, self._day = facts, day
        for tick in self.days.values():
            tick.setParent(None)
            tick.deleteLater()
        others = [other for other in facts.event.days if other != day]
        self.days = {other: TickBox(self._voice, self._look, say("Day")) for other in others}
        for tick in self.days.values():
            self._ticks.addWidget(tick)
            tick.setChecked(True)
        for one, following in pairwise((*self.days.values(), self.again)):
            QWidget.setTabOrder(one, following)
        self.again.setChecked(False)
        self.complain(None)
        self._say_days()
        self.start()

    def _say_days(self) -> None:
        if self._facts is None:
            return
        days, language = self._facts.event.days, self._voice.language
        count = len(on_day(self._facts.sessions, self._day))
        day = day_words(days.index(self._day) + 1, self._day, language)
        told = say("Sessions of this day to copy: {count} ({day}).", count=count, day=day)
        self._voice.tell(self.told, self.told.setText, told)
        for other, tick in self.days.items():
            self._voice.tell(tick, tick.setText, day_words(days.index(other) + 1, other, language))
            self._voice.tell(tick, tick.setAccessibleName, day_words(days.index(other) + 1, other, language))

    def wanted(self) -> Sequence[Session] | None:
        """Give the new sessions; otherwise say what is missing."""
        assert self._facts is not None
        onto = [day for day, tick in self.days.items() if tick.isChecked()]
        made = copied(self._facts.sessions, self._day, onto, again=self.again.isChecked())
        if not onto:
            self.complain(say("Tick the days onto which it is copied."))
        elif not made:
            self.complain(say("All of it is on these days already."))
        return made or None
