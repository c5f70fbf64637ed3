"""A panel beside the roster that does one thing to people, and says in place what is amiss with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.people_lines import whose
from signin.domain.attendee import Attendee
from signin.services.desk import Desk
from signin.services.roster_edits import Done
from signin.words import Failure, Message, say

Deed = Callable[[Desk, datetime], Done]
"""What is done to the roster, at a time."""
_MOST_NAMED = 6


class TaskPanel(Panel):
    """Emits `wanted` with a deed when it is accepted, once until it is refused."""

    wanted = Signal(object)

    def __init__(
        self,
        voice: Voice,
        look: Look,
        title: Message,
        parent: QWidget | None = None,
        *,
        accept: Message,
        accept_icon: str = "check",
    ) -> None:
        super().__init__(voice, look, title, parent, accept=accept, accept_icon=accept_icon)
        self._waits = False
        self.accepted.connect(self._ask)

    def _ask(self) -> None:
        if self._waits:
            return
        self.complain(None)
        if (deed := self.deed()) is not None:
            self._waits = True
            self.wanted.emit(deed)

    def deed(self) -> Deed | None:
        """Give what is to be done; None when something is amiss, which was said."""
        raise NotImplementedError

    def refuse(self, failure: Failure) -> None:
        """Say what is amiss; nothing that was typed is lost."""
        self._waits = False
        self.show_refusal(failure)

    def show_refusal(self, failure: Failure) -> None:
        """Say it above the buttons."""
        self.complain(failure.message)

    def name(self, people: Sequence[Attendee]) -> LaoLabel:
        """Make a label that names the first of some people, and how many more there are."""
        told = LaoLabel(breaks="spaces")
        dress(told, bold=True)
        lines = "\n".join(whose(one) for one in people[:_MOST_NAMED])
        if (more := len(people) - _MOST_NAMED) > 0:
            self._voice.tell(told, told.setText, say("{first}; and {count} more", first=lines, count=more))
        else:
            told.setText(lines)
        return told
