"""What is offered once the sample conference is there: the door, and badges to scan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.card import Card
from signin.desk.look.look import Look, dress
from signin.desk.look.tokens import SPACE
from signin.desk.look.voice import Voice
from signin.services.papers import Printed
from signin.words import Message, say


class SampleCard(Card):
    """Its buttons are `go`, to the door, and `badges`."""

    def __init__(self, voice: Voice, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(voice, look, say("The sample conference is ready"), parent)
        self.told = LaoLabel()
        dress(self.told, ink="quiet")
        self.go = ActionButton(voice, look, say("Go to the door"), "right", kind="primary")
        self.badges = ActionButton(voice, look, say("Badges to try with (PDF)"), "badge")
        row = QHBoxLayout()
        row.setSpacing(look.px(SPACE.medium))
        row.addWidget(self.told, 1)
        row.addWidget(self.badges)
        row.addWidget(self.go)
        self.body.addLayout(row)

    def offer(self) -> None:
        """Show the card, the focus on the way to the door."""
        self._tell(say("Its doors are open. Print the badges and scan them, or type a name or number."))
        self.show()
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_printing(self) -> None:
        """Say that the badges are on their way."""
        self._tell(say("Making the badges …"))

    def tell_printed(self, printed: Printed) -> None:
        """Say where the badges lie."""
        self._tell(say("Badges in “{path}”: {count}.", count=printed.people, path=str(printed.path)))
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, message: Message) -> None:
        self._voice.tell(self.told, self.told.setText, message)
