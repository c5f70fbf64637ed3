"""Somebody who is not on the roster: added, checked in and given a badge, with the keyboard alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.look import Look, dress
from signin.desk.look.tick_box import TickBox
from signin.desk.look.voice import Voice
from signin.desk.printing.badge_printer import BadgePrinter
from signin.desk.reception.controller import Reception
from signin.desk.reception.line_list import LineList
from signin.desk.reception.lines import Line
from signin.desk.reception.people_lines import found_line
from signin.desk.reception.person_fields import PersonFields
from signin.desk.reception.person_panel import PersonPanel
from signin.desk.work.late import still_there
from signin.domain.attendee import Attendee
from signin.services.known import likely_the_same
from signin.services.search import Rank
from signin.words import Failure, say

_MOST_LIKE, _ROWS = 3, 2
_ASK_AFTER_MS = 150
_LEAST_LETTERS = 3


class WalkInPanel(PersonPanel):
    """Enter goes from field to field and, in the last one, adds the person. Who may be meant is shown first.

    Tab and the arrow down come to those who may be meant; Enter passes them by, so that nobody is checked in by
    an Enter too many.
    """

    def __init__(
        self,
        voice: Voice,
        look: Look,
        reception: Reception,
        badges: BadgePrinter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            voice,
            look,
            reception,
            say("Walk-in"),
            parent,
            accept=say("Add and check in"),
            accept_icon="walk-in",
        )
        self._badges = badges
        self.person = PersonFields(voice, look, reception.reader, reception.meeting.id)
        self.name = self.person.name
        self._question = LaoLabel()
        dress(self._question, ink="look", bold=True, type="small")
        voice.tell(self._question, self._question.setText, say("Is it one of these?"))
        self.likes = LineList(voice, look, say("Is it one of these?"))
        self.badge = TickBox(voice, look, say("Print the badge"))
        self.badge.setChecked(badges.ready)
        self.person.under_name.addWidget(self._question)
        self.person.under_name.addWidget(self.likes)
        self.body.addWidget(self.person)
        self.buttons.insertWidget(0, self.badge)
        self.body.addStretch()
        self.setTabOrder(self.name.edit, self.likes)
        self.setTabOrder(self.likes, self.person.organisation.edit)
        self._show_same([], [])
        self._asking = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._asking.timeout.connect(self._look_for_same)
        self.person.changed.connect(self._asking.start)
        self.likes.chosen.connect(self._check_in)

    def _look_for_same(self) -> None:
        """Ask the roster for people of this name or phone; nobody is entered twice."""
        name, phone = self.name.text(), self.person.phone.text()
        near = [
            hit.attendee
            for hit in self._reception.index.find(name, _MOST_LIKE)
            if len(name) >= _LEAST_LETTERS and hit.rank < Rank.ORGANISATION
        ]
        event_id = self._reception.meeting.id
        self._reception.reader.do(
            lambda desk: likely_the_same(desk, event_id, name, phone),
            still_there(self, partial(self._show_same, near)),
            _leave,
        )

    def _show_same(self, near: list[Attendee], same: list[Attendee]) -> None:
        people = list({one.id: one for one in (*same, *near)}.values())[:_MOST_LIKE]
        board = self._reception.board
        self.likes.show_lines([_in_one_row(found_line(self._voice, board, one)) for one in people])
        self.likes.fit(_ROWS)
        for widget in (self._question, self.likes):
            widget.setVisible(bool(people))

    def following(self, here: QWidget) -> QWidget | None:
        """Pass by those who may be meant."""
        following = super().following(here)
        return super().following(following) if following is self.likes else following

    def _check_in(self, attendee_id: str) -> None:
        """Take the one who was on the roster after all."""
        if not self._waits:
            self._reception.check_in(attendee_id)
            self.finish()

    def perform(self) -> None:
        """Add the person."""
        added = partial(self._added, self.badge.isChecked())
        self._reception.walk_in(self.person.particulars(), added, self.refuse)

    def _added(self, wants_badge: bool, who: Attendee, _code: str) -> None:  # noqa: FBT001 - bound by place
        if wants_badge:
            self._badges.print_for(who, self._reception.noted.emit, self._reception.failed.emit)
        self.finish()


def _in_one_row(line: Line) -> Line:
    """Put the organisation beside the name: the fields below must still be seen."""
    return replace(line, title=", ".join(filter(None, (line.title, line.under))), under="")


def _leave(_failure: Failure) -> None:
    """Ask nothing when the roster cannot be read."""
