"""What is written wrongly about a person, corrected at the door; it is recorded, and the papers follow."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.person_fields import PersonFields
from signin.desk.reception.person_panel import PersonPanel
from signin.domain.attendee import Attendee
from signin.services.corrections import Correction
from signin.words import say


class CorrectPanel(PersonPanel):
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
            reception,
            say("Correct number {number}", number=who.number),
            parent,
            accept=say("Keep"),
            accept_icon="correct",
        )
        self._badges, self._who = badges, who
        self.person = PersonFields(voice, look, reception.reader, reception.meeting.id)
        self.person.fill(who)
        self.attention = Field(voice, look, say("Note for the desk, shown at every scan"))
        self.attention.set_text(who.attention)
        self.body.addWidget(self.person)
        self.body.addWidget(self.attention)
        self.body.addStretch()

    def perform(self) -> None:
        """Keep what was changed."""
        self._reception.correct(self._who, self._correction(), self._kept, self.refuse)

    def _correction(self) -> Correction:
        attention = self.attention.text()
        told = attention if attention != self._who.attention else None
        return replace(self.person.correction(self._who), attention=told)

    def draft(self) -> Correction | None:
        """Give what was changed, and only that: meanwhile others may correct the rest."""
        correction = self._correction()
        return correction if correction != Correction() else None

    def resume(self, draft: Correction) -> None:
        """Change it again."""
        self.person.resume_correction(draft)
        if draft.attention is not None:
            self.attention.set_text(draft.attention)

    def _kept(self, who: Attendee) -> None:
        if who != self._who:
            self._reception.done.emit(say("Corrected: {name}. Badge and certificate follow.", name=who.full_name))
        self.finish()
