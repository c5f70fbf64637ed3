"""A panel that asks the store for one thing, whose answer may come after it was closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from signin.desk.look.action_button import ActionButton
from signin.desk.look.choice import Choice
from signin.desk.look.look import Look
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.words import Failure, Message, say


class VerbPanel(Panel):
    """A panel that asks the store for one thing when it is accepted, once, and closes when that is done.

    `perform` does it and calls `finish` or `refuse`, also when the panel was closed before the answer came. Until
    then nothing more can be typed. What is left undone is handed to `keep`.
    """

    keep: Callable[[object], None] | None = None
    """Takes the draft of a panel that is taken away, or that was refused after it was."""

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
        self._is_waiting = self._is_done = False
        self._asked: object | None = None
        self.accepted.connect(self._accept)

    def _accept(self) -> None:
        self.ask(self.perform)

    def ask(self, verb: Callable[[], None]) -> None:
        """Do something whose answer is waited for, unless one is waited for already."""
        if not self._waits:
            self._waits, self._asked = True, self.draft()
            self.complain(None)
            verb()

    def perform(self) -> None:
        """Ask for it."""
        raise NotImplementedError

    @property
    def _waits(self) -> bool:
        return self._is_waiting

    @_waits.setter
    def _waits(self, waits: bool) -> None:
        """Hold still, while an answer is waited for, what it may take away."""
        self._is_waiting = waits
        if not isValid(self):
            return
        for line in self.findChildren(QLineEdit):
            line.setReadOnly(waits)
        for choice in self.findChildren(Choice):
            if self.accept_button and choice.isAncestorOf(QApplication.focusWidget() or self):
                self.accept_button.setFocus()  # what is greyed would leave Enter and Esc to nobody
            choice.setEnabled(not waits)

    def finish(self) -> None:
        """Close; nothing is left undone."""
        self._waits, self._is_done = False, True
        if isValid(self):
            self.close_panel()

    def refuse(self, failure: Failure) -> None:
        """Say what is amiss where it is; nothing that was typed is lost."""
        self._waits = False
        if isValid(self):
            self.show_refusal(failure)
        else:
            self._hand_on(self._asked)
            self._reception.failed.emit(failure)

    def show_refusal(self, failure: Failure) -> None:
        """Say it above the buttons."""
        self.complain(failure.message)

    # What is left undone

    def draft(self) -> object | None:
        """Give what was typed, in whatever form `resume` takes; None while it is nothing."""
        return None

    def resume(self, draft: Any) -> None:  # noqa: ANN401 - each panel has drafts of its own
        """Go on with what was left undone."""

    def offer_anew(self, begin: Callable[[], object]) -> None:
        """Say that this was left unfinished, ready to be typed over, and offer to begin with nothing."""
        offer = say("Left unfinished · begin anew")
        button = ActionButton(self._voice, self._look, offer, "redo", "Ctrl+N", kind="quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter goes from field to field
        button.clicked.connect(lambda _=False: begin())
        self.body.insertWidget(0, button)
        if isinstance(line := QApplication.focusWidget(), QLineEdit):
            line.selectAll()

    @property
    def is_under_way(self) -> bool:
        """Whether what was asked for is done though the panel is closed."""
        return self._waits

    def _hand_on(self, draft: object | None) -> None:
        if self.keep is not None and draft is not None:
            self.keep(draft)

    def event(self, event: QEvent) -> bool:
        """Hand on what was typed when the panel is taken away, by key, by click or by another panel."""
        if event.type() is QEvent.Type.ParentChange and self.parent() is None:
            self._hand_on(None if self._is_done or self.is_under_way else self.draft())
        return super().event(event)
