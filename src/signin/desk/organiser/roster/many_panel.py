"""One fact of several people is set at once: their organisation, their category or their sex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from PySide6.QtWidgets import QWidget

from signin.desk.look.choice import Choice
from signin.desk.look.field import Field
from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.roster.cells import SEXES
from signin.desk.organiser.roster.task_panel import Deed, TaskPanel
from signin.documents.categories import WORDS
from signin.domain.attendee import Attendee, Category, Sex
from signin.services import roster_edits
from signin.services.corrections import Correction
from signin.words import Message, say

Fact = Literal["organisation", "category", "sex"]


class ManyPanel(TaskPanel):
    """First what is to be set, then to what; Enter sets it for all."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        event_id: str,
        people: Sequence[Attendee],
        organisations: Iterable[str],
        parent: QWidget | None = None,
    ) -> None:
        title = say("Change people: {count}", count=len(people))
        super().__init__(voice, look, title, parent, accept=say("Set for all"), accept_icon="correct")
        self._event_id, self._people = event_id, tuple(people)
        facts: list[tuple[Fact, Message]] = [
            ("organisation", say("Organisation")),
            ("category", say("Category")),
            ("sex", say("Sex")),
        ]
        self.fact: Choice[Fact] = Choice(
            voice,
            look,
            say("What is to be set"),
            facts,
            value="organisation",
        )
        self.organisation = Field(voice, look, say("Organisation"), completions=organisations)
        categories = [(one, say(word)) for one, word in WORDS.items()]
        self.category: Choice[Category] = Choice(voice, look, say("Category"), categories)
        sexes = [(one, say(word)) for one, word in SEXES.items()]
        self.sex: Choice[Sex] = Choice(voice, look, say("Sex"), sexes)
        for widget in (self.name(people), self.fact, self.organisation, self.category, self.sex):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.fact.chosen.connect(lambda _: self._follow())
        self._follow()

    def _follow(self) -> None:
        self.organisation.setVisible(self.fact.value == "organisation")
        self.category.setVisible(self.fact.value == "category")
        self.sex.setVisible(self.fact.value == "sex")

    def deed(self) -> Deed | None:
        """Set it."""
        changes = self._changes()
        if changes is None:
            self.complain(say("Choose what it is to be."))
            return None
        event_id, ids = self._event_id, [one.id for one in self._people]
        return lambda desk, now: roster_edits.correct_many(desk, event_id, ids, changes, now)

    def _changes(self) -> Correction | None:
        if self.fact.value == "organisation":
            text = self.organisation.text()
            return Correction(organisation=text) if text else None
        if self.fact.value == "category":
            return None if self.category.value is None else Correction(category=self.category.value)
        return None if self.sex.value is None else Correction(sex=self.sex.value)
