"""A badge that was lost: a new code is printed, and the old badge opens no door."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.answers import VerbPanel
from signin.desk.reception.controller import Reception
from signin.desk.reception.people_lines import whose
from signin.domain.attendee import Attendee
from signin.words import say


class LostBadgePanel(VerbPanel):
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
            voice,
            look,
            reception,
            say("Lost badge"),
            parent,
            accept=say("Make a new badge"),
            accept_icon="badge",
        )
        self._badges, self._who = badges, who
        self.whose, hint = LaoLabel(), LaoLabel()
        dress(self.whose, bold=True)
        self.whose.setText(whose(who))
        voice.tell(
            hint,
            hint.setText,
            say("A new badge is made. The lost one will answer “Old badge”. Who is in stays in."),
        )
        self.body.addWidget(self.whose)
        self.body.addWidget(hint)
        self.body.addStretch()

    def start(self) -> None:
        """Let Enter make the badge."""
        assert self.accept_button is not None
        self.accept_button.setFocus()

    def perform(self) -> None:
        """Make the new code, then the badge."""
        self._reception.reissue(self._who, self._reissued, self.refuse)

    def _reissued(self, who: Attendee, _code: str) -> None:
        self._badges.print_for(who, self._reception.noted.emit, self._reception.failed.emit)
        self.finish()
