"""Numbers from a paper list: understood while they are typed as they stand there, and checked in together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.notice import Notice
from signin.desk.look.voice import Voice
from signin.desk.reception.controller import Reception
from signin.desk.reception.line_list import FilteredLines
from signin.desk.reception.many_panel import ManyPanel, told_of_many
from signin.desk.reception.people_lines import found_line
from signin.desk.work.late import ask_for
from signin.domain.scan import Source
from signin.domain.verdict import Tone
from signin.services.admit import Answer
from signin.services.bulk import Understood, understand_numbers
from signin.words import Message, mark, say

_ASK_AFTER_MS = 120
_MOST_NAMED = 12
_NOBODY = Understood(people=())


class PaperPanel(ManyPanel):
    """Shows whom the numbers mean; Enter checks them in. Numbers that nobody has stay, to be mended."""

    counted = mark("Check in ({count})")

    def __init__(self, voice: Voice, look: Look, reception: Reception, parent: QWidget | None = None) -> None:
        super().__init__(
            voice,
            look,
            reception,
            say("Numbers from a paper list"),
            parent,
            accept=say("Check in"),
            accept_icon="paper",
        )
        self._sent = _NOBODY
        self.lines = FilteredLines(
            voice,
            look,
            say("Numbers as they stand on the paper: 3, 7 12-15"),
            say("People of these numbers"),
            chooses=False,
        )
        self.numbers, self.people = self.lines.filter, self.lines.list
        self.amiss = Notice(voice, look, Tone.LOOK)
        self.lines.column.insertWidget(1, self.amiss)
        self.body.addWidget(self.lines, 1)
        self._asking = QTimer(self, singleShot=True, interval=_ASK_AFTER_MS)
        self._asking.timeout.connect(lambda: self._understand(self._show))
        self.lines.typed.connect(lambda _: self._asking.start())
        voice.changed.connect(self._asking.start)
        reception.people_changed.connect(self._ask_soon)
        self._show(_NOBODY)

    def start(self) -> None:
        """Put the focus where the numbers are typed."""
        self.numbers.setFocus()

    def _ask_soon(self) -> None:
        """Look again, not for each scan of a rush."""
        if not self._asking.isActive():
            self._asking.start()

    def _understand(self, then: Callable[[Understood], None]) -> None:
        event_id, text = self._reception.meeting.id, self.numbers.text()
        ask_for(
            self,
            self._reception.reader,
            lambda desk: understand_numbers(desk, event_id, text),
            then,
            self.refuse,
            looks=True,
        )

    def _show(self, understood: Understood) -> None:
        """Show whom the numbers mean, and what nobody has."""
        board = self._reception.board
        lines = [found_line(self._voice, board, who) for who in understood.people]
        self.people.show_lines(lines)
        self.amiss.tell(_amiss(understood))
        self.be_about([who.id for who in understood.people])
        self.count(sum(line.tone in (None, Tone.LOOK) for line in lines))

    def count(self, people: int) -> None:
        """Let Enter work from the first letter on: what is typed is read again then."""
        super().count(people)
        assert self.accept_button is not None
        self.accept_button.setEnabled(True)

    def perform(self) -> None:
        """Read once more what is typed, and check in whom it means."""
        self._sent = _NOBODY
        self._understand(self._check_in)

    @property
    def is_under_way(self) -> bool:
        """Nothing is, until it has been read whom the numbers mean."""
        return super().is_under_way and bool(self._sent.people)

    def draft(self) -> str | None:
        """Give the numbers as they stand."""
        return self.numbers.text() or None

    def resume(self, draft: str) -> None:
        """Type them again."""
        self.numbers.set_text(draft)

    def _check_in(self, understood: Understood) -> None:
        self._show(understood)
        self._sent = understood
        if understood.people:
            self.check_in([one.id for one in understood.people], Source.PAPER)
        else:
            self._waits = False

    def be_left_with(self, outside: Sequence[Answer]) -> None:
        """Leave in the field the numbers of those who are not in, and what is to be mended."""
        people = [str(one.attendee.number) for one in outside if one.attendee]
        if len(people) < len(self._sent.people) or _amiss(self._sent) is not None:
            self.numbers.set_text(", ".join([*people, *map(str, self._sent.unknown), *self._sent.odd]))

    def settle(self, answers: list[Answer]) -> None:
        """Say what came of it; numbers that nobody has stay in the field, to be mended."""
        understood, amiss = self._sent, _amiss(self._sent)
        if amiss is None:
            super().settle(answers)
            return
        self._waits = False
        self._reception.done.emit(say("{before} {after}", before=told_of_many(answers), after=amiss))
        self.numbers.set_text(", ".join([*map(str, understood.unknown), *understood.odd]))
        self.numbers.edit.selectAll()
        self.numbers.setFocus()


def _amiss(understood: Understood) -> Message | None:
    """Tell the numbers that nobody has, and what is no number."""
    unknown = say("Nobody has the number {numbers}.", numbers=_listed(understood.unknown))
    odd = say("Not understood: {texts}.", texts=_listed(understood.odd))
    if understood.unknown and understood.odd:
        return say("{before} {after}", before=unknown, after=odd)
    return unknown if understood.unknown else odd if understood.odd else None


def _listed(things: Iterable[object]) -> str:
    """Name a few; of a long range typed by mistake not each."""
    told = [str(one) for one in things]
    return ", ".join(told[:_MOST_NAMED]) + (" …" if len(told) > _MOST_NAMED else "")
