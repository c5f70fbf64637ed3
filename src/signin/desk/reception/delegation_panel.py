"""A delegation that comes together: its organisation is chosen, its people looked through, and all checked in."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from signin.desk.letters.label import LaoLabel
from signin.desk.look.action_button import ActionButton
from signin.desk.look.look import Look, dress
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.hits import standing
from signin.desk.reception.line_list import FilteredLines, LineList
from signin.desk.reception.lines import Line
from signin.desk.reception.many_panel import ManyPanel
from signin.desk.reception.people_lines import NO_ORGANISATION, member_line, narrowed, organisation_lines
from signin.domain.attendee import Attendee
from signin.domain.scan import Source
from signin.domain.verdict import Tone
from signin.services.board import Board
from signin.words import mark, say

_AGAIN_MS = 200


class DelegationPanel(ManyPanel):
    """First the organisations, then the people of one: whoever has not arrived is ticked. Enter checks them in."""

    counted = mark("These have arrived ({count})")

    def __init__(self, voice: Voice, look: Look, reception: Reception, parent: QWidget | None = None) -> None:
        super().__init__(
            voice,
            look,
            reception,
            say("A delegation has arrived"),
            parent,
            accept=say("These have arrived"),
            accept_icon="delegation",
        )
        self.organisation: str | None = None
        self._left_out: set[str] = set()
        self.organisations = FilteredLines(voice, look, say("Find the organisation"), say("Organisations"))
        self.title_of = LaoLabel(most_lines=2)
        dress(self.title_of, type="strong")
        self.people = LineList(voice, look, say("People of the organisation; Space ticks"))
        self.back = ActionButton(voice, look, say("Another organisation"), "left", kind="quiet")
        self.body.addWidget(self.organisations, 1)
        self.amiss = Notice(voice, look, Tone.LOOK)
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.title_of)
        self.body.addWidget(self.people, 1)
        self.body.addWidget(self.amiss)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self.refresh)
        self._connect()
        self._show_step()
        self.refresh()

    def _connect(self) -> None:
        self.organisations.typed.connect(lambda _: self.refresh())
        self.organisations.list.chosen.connect(lambda key: self.choose(key[1:]))
        self.people.ticked.connect(self._tick)
        self.people.chosen.connect(self._say_why)
        self.back.clicked.connect(self._go_back)
        self._reception.people_changed.connect(self._refresh_soon)
        self._voice.changed.connect(self.refresh)

    def start(self) -> None:
        """Put the focus where the organisation is typed, or on its people."""
        (self.organisations if self.organisation is None else self.people).setFocus()

    def draft(self) -> tuple[str, frozenset[str]] | None:
        """Give the organisation, and who of it was left out by hand."""
        chosen = self.organisation
        return None if chosen is None or not self._left_out else (chosen, frozenset(self._left_out))

    def resume(self, draft: tuple[str, frozenset[str]]) -> None:
        """Leave them out again."""
        organisation, left_out = draft
        self.choose(organisation)
        self._left_out |= left_out
        self.refresh()

    def choose(self, organisation: str) -> None:
        """Show the people of an organisation, all who have not arrived ticked."""
        self.organisation = organisation
        self._left_out.clear()
        self.be_about(())
        self._voice.tell(self.title_of, self.title_of.setText, organisation or NO_ORGANISATION)
        self._show_step()
        self.refresh()
        self.people.select(next(iter(self.wanted), ""))
        self.people.setFocus()

    def _go_back(self) -> None:
        self.organisation = None
        self._show_step()
        self.refresh()
        self.start()

    def _show_step(self) -> None:
        chosen = self.organisation is not None
        self.organisations.setVisible(not chosen)
        for widget in (self.title_of, self.people, self.back):
            widget.setVisible(chosen)
        assert self.accept_button is not None
        self.accept_button.setVisible(chosen)
        self.accept_button.setEnabled(False)  # until it is counted who is ticked
        self.amiss.tell(None)
        self.complain(None)

    def _refresh_soon(self) -> None:
        if not self._again.isActive():
            self._again.start()

    def refresh(self) -> None:
        """Show how it stands now."""
        board = self._reception.board
        if board is None:
            return
        if self.organisation is None:
            self._show_organisations(board)
        else:
            self.people.show_lines([self._line(board, who) for who in self._members(board)])
            self.be_about(self.wanted)
            self.count(len(self.wanted))

    def _show_organisations(self, board: Board) -> None:
        lines = organisation_lines(self._voice, board.by_organisation)
        found = narrowed(lines, self.organisations.filter.text())
        self.organisations.list.show_lines(found)
        self.amiss.tell(None if found else say("No organisation has this name."))

    def _members(self, board: Board) -> list[Attendee]:
        members = (one for one in board.people.values() if one.organisation == self.organisation)
        return sorted(members, key=lambda one: one.number)

    def _line(self, board: Board, who: Attendee) -> Line:
        """Give a person's line: with a box, or with why there is none."""
        line = member_line(self._voice, who)
        tone, told = standing(who, board.presence_of(who.id))
        if tone is None and not board.session.expects(who):
            tone, told = Tone.STOP, say("Not for this session")
        if tone is None:
            return replace(line, ticked=who.id not in self._left_out)
        return replace(line, right=self._voice.text(told), tone=tone)

    def _say_why(self, key: str) -> None:
        """Say why somebody who is pointed at is not ticked."""
        line = next(line for line in self.people.lines if line.key == key)
        self.amiss.tell(say("{name} is not ticked: {why}.", name=line.title, why=line.right))

    def _tick(self, key: str) -> None:
        if not self._waits:
            self._left_out ^= {key}
            self.amiss.tell(None)
            self.refresh()

    @property
    def wanted(self) -> list[str]:
        """The ids of those who are ticked."""
        return [line.key for line in self.people.lines if line.ticked]

    def perform(self) -> None:
        """Check in those who are ticked."""
        self.check_in(self.wanted, Source.SEARCH)
