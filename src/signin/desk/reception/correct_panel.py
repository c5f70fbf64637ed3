"""What is written wrongly about a person, corrected at the door; it is recorded, and the papers follow."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.person_fields import PersonFields
from signin.domain.attendee import Attendee
from signin.services.failures import NameMissing
from signin.words import Failure, say


class CorrectPanel(Panel):
    """Shows what is known; Enter in the last field keeps what was changed."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reception: Reception,
        badges: BadgePrinter,
        who: Attendee,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            voice,
            look,
            say("Correct number {number}", number=who.number),
            parent,
            accept=say("Keep"),
            accept_icon="correct",
        )
        self._reception, self._badges, self._who = reception, badges, who
        self.person = PersonFields(voice, look, reception)
        self.person.fill(who)
        self.attention = Field(voice, look, say("Note for the desk, shown at every scan"))
        self.attention.set_text(who.attention)
        self.body.addWidget(self.person)
        self.body.addWidget(self.attention)
        self.body.addStretch()
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        self.complain(None)
        attention = self.attention.text()
        correction = replace(
            self.person.correction(self._who), attention=attention if attention != self._who.attention else None
        )
        self._reception.correct(self._who, correction, self._kept, self._refused)

    def _kept(self, who: Attendee) -> None:
        if who != self._who:
            self._reception.done.emit(say("Corrected: {name}. Badge and certificate follow.", name=who.full_name))
        self.close_panel()

    def _refused(self, failure: Failure) -> None:
        if isinstance(failure, NameMissing):
            self.person.name.complain(failure.message)
            self.person.name.setFocus()
        else:
            self.complain(failure.message)
