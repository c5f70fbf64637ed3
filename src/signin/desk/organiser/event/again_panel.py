"""The same meeting again: under which title, and from which day on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.field import Field
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.domain.event import Event
from signin.lao.numbers import format_range, format_weekday
from signin.services.events_again import form_of
from signin.services.new_event import Draft, read_form
from signin.words import say


class AgainPanel(Panel):
    """Emits `accepted`; `wanted` then gives title and day, or says what is amiss with them."""

    def __init__(
        self, voice: Voice, look: Look, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        accept = say("Make the event")
        super().__init__(voice, look, say("The same meeting again"), parent, accept=accept)
        self._clock = clock
        self._event: Event | None = None
        self.told, self.days = LaoLabel(), LaoLabel()
        self.title = Field(voice, look, say("Title of the event"))
        self.first_day = Field(voice, look, say("First day"), placeholder=say("such as 12/6/2024"))
        for label in (self.told, self.days):
            dress(label, ink="quiet", type="small")
        for part in (self.told, self.title, self.first_day, self.days):
            self.body.addWidget(part)
        self.body.addStretch(1)
        voice.tell(
            self.told,
            self.told.setText,
            say("Sessions, hours, letterhead and certificate move along to the new days. People do not."),
        )
        self.first_day.changed.connect(self._tell_days)
        voice.changed.connect(self._tell_days)

    def ask(self, event: Event) -> None:
        """Ask about an event that is to be held again."""
        self._event = event
        self.title.set_text(event.title)
        self.first_day.set_text("")
        self.complain(None)
        self.start()

    def wanted(self) -> tuple[str, date] | None:
        """Give title and first day; otherwise say what is wrong, and go there."""
        draft = self._draft()
        for name, field in (("first_day", self.first_day), ("title", self.title)):
            field.complain(draft.wrong.get(name))
            if name in draft.wrong:
                field.setFocus()
        if draft.first_day is None or "title" in draft.wrong:
            return None
        return self.title.text(), draft.first_day

    def _draft(self) -> Draft:
        assert self._event is not None
        form = replace(form_of(self._event), title=self.title.text(), first_day=self.first_day.text(), last_day="")
        return read_form(form, self._clock().date())

    def _tell_days(self) -> None:
        first = self._draft().first_day if self._event is not None else None
        told = ""
        if first is not None and self._event is not None:
            last = first + timedelta(days=len(self._event.days) - 1)
            language = self._voice.language
            days = format_range(first, last, language)
            told = self._voice.text(say("{weekday} {date}", weekday=format_weekday(first, language), date=days))
        self.days.setText(told)
