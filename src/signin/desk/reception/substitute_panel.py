"""Somebody comes in an invited person's place; or the place is cancelled, or given back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.tick_box import TickBox
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.people_lines import whose
from signin.desk.reception.person_fields import PersonFields
from signin.desk.reception.person_panel import PersonPanel
from signin.domain.attendee import Attendee, State
from signin.words import Message, say


class SubstitutePanel(PersonPanel):
    """Says whose place it is; Enter in the last field lets the substitute in."""

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
            say("Substitute"),
            parent,
            accept=say("Let the substitute in"),
            accept_icon="substitute",
        )
        self._badges, self._who = badges, who
        self._cancelling = False
        self.whose = LaoLabel()
        dress(self.whose, bold=True)
        voice.tell(self.whose, self.whose.setText, say("In the place of {person}", person=whose(who)))
        self.person = PersonFields(voice, look, reception.reader, reception.meeting.id, with_organisation=False)
        self.badge = TickBox(voice, look, say("Print the badge"))
        self.badge.setChecked(badges.ready)
        self.place = ActionButton(voice, look, self._place_word(), "close", kind="quiet")
        self.place.clicked.connect(self._change_place)
        for widget in (self.whose, self.place, self.person):
            self.body.addWidget(widget)
        self.buttons.insertWidget(0, self.badge)
        self.body.addStretch()
        self.place.setVisible(who.state is not State.REPLACED)

    def start(self) -> None:
        """Put the focus in the name, and not on the button that cancels."""
        self.person.name.setFocus()

    def _place_word(self) -> Message:
        if self._who.state is State.CANCELLED:
            return say("Give the place back")
        return say("Really cancel the place") if self._cancelling else say("Cancel the place")

    def perform(self) -> None:
        """Let the substitute take the place."""
        placed = partial(self._placed, self.badge.isChecked())
        self._reception.substitute(self._who, self.person.particulars(), placed, self.refuse)

    def _placed(self, wants_badge: bool, who: Attendee, _code: str) -> None:  # noqa: FBT001 - bound by place
        if wants_badge:
            self._badges.print_for(who, self._reception.noted.emit, self._reception.failed.emit)
        self.finish()

    def _change_place(self) -> None:
        """Cancel after a second click, for it is grave; give back at the first."""
        if self._who.state is State.CANCELLED:
            self.ask(partial(self._reception.restore, self._who, self._place_changed, self.refuse))
        elif self._cancelling:
            self.ask(partial(self._reception.cancel, self._who, self._place_changed, self.refuse))
        else:
            self._cancelling = True
            self.place.set_message(self._place_word())

    def _place_changed(self, who: Attendee) -> None:
        told = (
            say("The place of {name} is cancelled.", name=who.full_name)
            if who.state is State.CANCELLED
            else say("{name} has the place again.", name=who.full_name)
        )
        self._reception.done.emit(told)
        self.finish()
