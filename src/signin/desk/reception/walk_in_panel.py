"""Somebody who is not on the roster: added, checked in and given a badge, with the keyboard alone."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.panel import Panel
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.person_fields import PersonFields
from signin.domain.attendee import Attendee
from signin.services.failures import NameMissing
from signin.services.known import likely_the_same
from signin.services.search import Rank
from signin.words import Failure, say

_MOST_LIKE = 3
_ASK_AFTER_MS = 150
_LEAST_LETTERS = 3


class WalkInPanel(Panel):
    """Enter goes from field to field and, in the last one, adds the person. Who may be meant is shown first."""

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reception: Reception,
        badges: BadgePrinter,
        typed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            voice, look, say("Walk-in"), parent, accept=say("Add and check in"), accept_icon="walk-in"
        )
        self._reception, self._badges = reception, badges
        self.person = PersonFields(voice, look, reception)
        self.name = self.person.name
        self._question = LaoLabel()
        dress(self._question, ink="look", bold=True)
        voice.tell(self._question, self._question.setText, say("Is it one of these?"))
        self._likes, self.like_buttons = QVBoxLayout(), list[ActionButton]()
        self.badge = QCheckBox()
        voice.tell(self.badge, self.badge.setText, say("Print the badge"))
        self.badge.setChecked(badges.ready)
        self.body.addWidget(self.name)
        self.body.addWidget(self._question)
        self.body.addLayout(self._likes)
        self.body.addWidget(self.person)
        self.body.addWidget(self.badge)
        self.body.addStretch()
        self.setTabOrder(self.name, self.person.organisation)
        self._question.hide()
        self._asking = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._asking.timeout.connect(self._look_for_same)
        self.person.changed.connect(self._asking.start)
        self.accepted.connect(self._add)
        self.name.set_text(typed)

    def _look_for_same(self) -> None:
        """Ask the roster for people of this name or phone; nobody is entered twice."""
        name, phone = self.name.text(), self.person.phone.text()
        near = [
            hit.attendee
            for hit in self._reception.index.find(name, _MOST_LIKE)
            if len(name.strip()) >= _LEAST_LETTERS and hit.rank < Rank.NEAR
        ]
        event_id = self._reception.meeting.id
        self._reception.reader.do(
            lambda desk: likely_the_same(desk, event_id, name, phone), partial(self._show_same, near), _leave
        )

    def _show_same(self, near: list[Attendee], same: list[Attendee]) -> None:
        people = {one.id: one for one in (*same, *near)}
        for button in self.like_buttons:
            self._likes.removeWidget(button)
            button.deleteLater()
        self.like_buttons = [self._like(one) for one in list(people.values())[:_MOST_LIKE]]
        for button in self.like_buttons:
            self._likes.addWidget(button)
        self._question.setVisible(bool(self.like_buttons))

    def _like(self, who: Attendee) -> ActionButton:
        told = say(
            "{number} · {name}, {organisation}",
            number=who.number,
            name=who.full_name,
            organisation=who.organisation,
        )
        button = ActionButton(self._voice, self._look, told, "check")
        button.clicked.connect(lambda: self._check_in(who))
        return button

    def _check_in(self, who: Attendee) -> None:
        """Take the one who was on the roster after all."""
        self._reception.check_in(who.id)
        self.close_panel()

    def _add(self) -> None:
        self.complain(None)
        self._reception.walk_in(self.person.particulars(), self._added, self._refused)

    def _added(self, who: Attendee, _code: str) -> None:
        if self.badge.isChecked():
            self._badges.print_for(who, self._reception.done.emit, self._reception.failed.emit)
        self.close_panel()

    def _refused(self, failure: Failure) -> None:
        """Say what is amiss where it is; nothing that was typed is lost."""
        if isinstance(failure, NameMissing):
            self.name.complain(failure.message)
            self.name.setFocus()
        else:
            self.complain(failure.message)


def _leave(_failure: Failure) -> None:
    """Ask nothing when the roster cannot be read."""
