"""Somebody comes in an invited person's place; or the place is cancelled, or given back."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.person_fields import PersonFields
from signin.domain.attendee import Attendee, State
from signin.services.failures import NameMissing
from signin.words import Failure, Message, say


class SubstitutePanel(Panel):
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
            voice, look, say("Substitute"), parent, accept=say("Let the substitute in"), accept_icon="substitute"
        )
        self._reception, self._badges, self._who = reception, badges, who
        self._cancelling = False
        self.whose = LaoLabel()
        dress(self.whose, bold=True)
        told = say(
            "In the place of {number} · {name}, {organisation}",
            number=who.number,
            name=who.full_name,
            organisation=who.organisation,
        )
        voice.tell(self.whose, self.whose.setText, told)
        self.person = PersonFields(voice, look, reception, with_organisation=False)
        self.badge = QCheckBox()
        voice.tell(self.badge, self.badge.setText, say("Print the badge"))
        self.badge.setChecked(badges.ready)
        self.place = ActionButton(voice, look, self._place_word(), "close", kind="quiet")
        self.place.clicked.connect(self._change_place)
        for widget in (self.whose, self.person, self.badge, self.place):
            self.body.addWidget(widget)
        self.body.addStretch()
        self.place.setVisible(who.state is not State.REPLACED)
        self.accepted.connect(self._substitute)

    def _place_word(self) -> Message:
        if self._who.state is State.CANCELLED:
            return say("Give the place back")
        return say("Really cancel this place") if self._cancelling else say("Cancel this place")

    def _substitute(self) -> None:
        self.complain(None)
        self._reception.substitute(self._who, self.person.particulars(), self._placed, self._refused)

    def _placed(self, who: Attendee, _code: str) -> None:
        if self.badge.isChecked():
            self._badges.print_for(who, self._reception.done.emit, self._reception.failed.emit)
        self.close_panel()

    def _change_place(self) -> None:
        """Cancel after a second click, for it is grave; give back at the first."""
        if self._who.state is State.CANCELLED:
            self._reception.restore(self._who, self._place_changed, self._refused)
        elif self._cancelling:
            self._reception.cancel(self._who, self._place_changed, self._refused)
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
        self.close_panel()

    def _refused(self, failure: Failure) -> None:
        if isinstance(failure, NameMissing):
            self.person.name.complain(failure.message)
            self.person.name.setFocus()
        else:
            self.complain(failure.message)
