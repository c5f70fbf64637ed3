"""A badge that was lost: a new code is printed, and the old badge opens no door."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.domain.attendee import Attendee
from signin.words import say


class LostBadgePanel(Panel):
    """Says what will happen; Enter does it."""

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
            voice, look, say("Lost badge"), parent, accept=say("Make a new badge"), accept_icon="badge"
        )
        self._reception, self._badges, self._who = reception, badges, who
        self.whose, hint = LaoLabel(), LaoLabel()
        dress(self.whose, bold=True)
        told = say(
            "{number} · {name}, {organisation}",
            number=who.number,
            name=who.full_name,
            organisation=who.organisation,
        )
        voice.tell(self.whose, self.whose.setText, told)
        voice.tell(
            hint,
            hint.setText,
            say("A new badge is made. The lost one will answer “Replaced”. Who is in stays in."),
        )
        self.body.addWidget(self.whose)
        self.body.addWidget(hint)
        self.body.addStretch()
        self.accepted.connect(self._reissue)

    def start(self) -> None:
        """Let Enter make the badge."""
        assert self.accept_button is not None
        self.accept_button.setFocus()

    def _reissue(self) -> None:
        self._reception.reissue(self._who, self._reissued, lambda failure: self.complain(failure.message))

    def _reissued(self, who: Attendee, _code: str) -> None:
        self._badges.print_for(who, self._reception.done.emit, self._reception.failed.emit)
        self.close_panel()
