"""Somebody is put on the roster by hand; the number is proposed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.task_panel import Deed, TaskPanel
from signin.desk.reception.person_fields import PersonFields
from signin.desk.work.store_worker import StoreWorker
from signin.documents.categories import WORDS
from signin.domain.attendee import Category
from signin.lao.numbers import to_latin_digits
from signin.services import roster_edits
from signin.services.failures import NameMissing, NumberTaken
from signin.services.roster_rows import next_number
from signin.words import Failure, Message, say

_MOST_DIGITS = 9


class AddPanel(TaskPanel):
    """Enter goes from field to field; in the last one it adds the person."""

    def __init__(
        self, voice: Voice, look: Look, reader: StoreWorker, event_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            voice, look, say("Add a person"), parent, accept=say("Add to the roster"), accept_icon="add"
        )
        self._event_id = event_id
        self.person = PersonFields(voice, look, reader, event_id)
        self.province = Field(voice, look, say("Province"))
        self.number = Field(voice, look, say("Number on the roster"))
        options = [(category, say(word)) for category, word in WORDS.items()]
        self.category: Choice[Category] = Choice(voice, look, say("Category"), options, value=Category.PARTICIPANT)
        for widget in (self.person, self.province, self.category, self.number):
            self.body.addWidget(widget)
        self.body.addStretch()
        reader.do(lambda desk: next_number(desk, event_id), self._propose, _leave, looks=True, owner=self)

    def _propose(self, number: int) -> None:
        if not self.number.text():
            self.number.set_text(str(number))

    def deed(self) -> Deed | None:
        """Add the person."""
        typed = to_latin_digits(self.number.text())
        is_number = typed.isascii() and typed.isdigit() and len(typed) <= _MOST_DIGITS and int(typed) > 0
        if typed and not is_number:
            self._complain_of_number(say("Write a number from 1 on, or leave it empty for the next one."))
            return None
        number, event_id = int(typed) if typed else None, self._event_id
        told = replace(self.person.particulars(), province=self.province.text(), category=self.category.value)
        return lambda desk, now: roster_edits.add(desk, event_id, told, now, number=number)

    def show_refusal(self, failure: Failure) -> None:
        """Say under name or number what is amiss with it."""
        if isinstance(failure, NameMissing):
            self.person.complain_of_name(failure)
        elif isinstance(failure, NumberTaken):
            self._complain_of_number(failure.message)
        else:
            super().show_refusal(failure)

    def _complain_of_number(self, message: Message) -> None:
        self.number.complain(message)
        self.number.setFocus()


def _leave(_failure: Failure) -> None:
    """Propose no number: the service knows the next one."""
