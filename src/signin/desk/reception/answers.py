"""A panel that asks the store for one thing, whose answer may come after it was closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from signin.desk.look.look import Look
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.words import Failure, Message


class VerbPanel(Panel):
    """A panel that asks the store for one thing when it is accepted, once, and closes when that is done.

    `perform` does it and calls `finish` or `refuse`, also when the panel was closed before the answer came.
    """

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reception: Reception,
        title: Message,
        parent: QWidget | None = None,
        *,
        accept: Message,
        accept_icon: str,
    ) -> None:
        super().__init__(voice, look, title, parent, accept=accept, accept_icon=accept_icon)
        self._reception = reception
        self._waits = False
        self.accepted.connect(self._ask)

    def _ask(self) -> None:
        if not self._waits:
            self._waits = True
            self.complain(None)
            self.perform()

    def perform(self) -> None:
        """Ask for it."""
        raise NotImplementedError

    def finish(self) -> None:
        """Close."""
        self._waits = False
        if isValid(self):
            self.close_panel()

    def refuse(self, failure: Failure) -> None:
        """Say what is amiss where it is; nothing that was typed is lost."""
        self._waits = False
        if isValid(self):
            self.show_refusal(failure)
        else:
            self._reception.failed.emit(failure)

    def show_refusal(self, failure: Failure) -> None:
        """Say it above the buttons."""
        self.complain(failure.message)
