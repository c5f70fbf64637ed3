"""What the page of the sessions does to them: each change one verb, kept so that a key takes it back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from signin.desk.look.look import Look
from signin.desk.look.voice import Voice
from signin.desk.organiser.sessions.blocks import called
from signin.desk.organiser.sessions.face import SessionsFace
from signin.desk.work.piles import Piles
from signin.desk.work.store_worker import StoreWorker
from signin.domain.number_list import write_numbers
from signin.domain.timetable import Edit, overlapping
from signin.domain.verdict import Tone
from signin.services.failures import SessionInUse
from signin.services.session_people import meant
from signin.services.sessions import Timetable, change_sessions, timetable
from signin.words import Failure, Message, say


class DoingPage(SessionsFace):
    """Shows what the store holds, and writes to it; `changed` tells that it was written to."""

    changed = Signal()

    def __init__(
        self,
        voice: Voice,
        look: Look,
        writer: StoreWorker,
        reader: StoreWorker,
        event_id: str,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        piles: Piles[Edit] | None = None,
    ) -> None:
        super().__init__(voice, look, parent)
        self._writer, self._reader, self._event_id, self._clock = writer, reader, event_id, clock
        self._facts: Timetable | None = None
        self._piles: Piles[Edit] = piles or Piles()
        self._unwarned: tuple[Edit, Message] | None = None
        self._writing = self._reading = 0
        self._leaving = False
        self._wanted = ""

    def refresh(self) -> None:
        """Show the sessions as they are in the store."""
        self._reading += 1
        nth, event_id, known = self._reading, self._event_id, self._facts
        self._reader.do(
            lambda desk: timetable(desk, event_id, known),
            lambda facts: self._show(facts) if nth == self._reading and not self._writing else None,
            self._tell,
            looks=True,
            owner=self,
        )

    def _show(self, facts: Timetable) -> None:
        """Show what was read last, when nothing is on its way to the store: then another reading follows."""
        first = self._facts is None
        self._facts = facts
        if self._wanted in {session.key for session in facts.sessions}:
            self.table.current = self._wanted
        self._wanted = ""
        self.table.show_facts(facts)
        self.table.show_chosen()
        self.panel.use(facts)
        self._tell_overlaps(facts)
        self._follow()
        if first and self.side is None:
            self.table.setFocus()

    def _tell_overlaps(self, facts: Timetable) -> None:
        pairs = overlapping(facts.sessions)
        if not pairs:
            self.overlap.tell(None)
            return
        one, other = pairs[0]
        told = say("At the same time: “{one}” and “{other}”.", one=called(one), other=called(other))
        if len(pairs) > 1:
            told = say("{told} And {count} more.", told=told, count=len(pairs) - 1)
        self.overlap.tell(told)

    def _follow(self) -> None:
        """Offer what can be done now."""
        there = self._facts is not None
        chosen = self.table.chosen is not None
        for button, can in (
            (self.add, there),
            (self.change, chosen),
            (self.remove, chosen),
            (self.copy_day, chosen and there and len(self._days) > 1),
            (self.half_days, there),
            (self.undo, self._piles.can_undo or self.table.is_ahead),
            (self.redo, self._piles.can_redo),
        ):
            button.setEnabled(can)

    @property
    def _days(self) -> tuple[date, ...]:
        return self._facts.event.days if self._facts else ()

    def _close_side(self) -> None:
        self._unwarned = None
        self._quieten()
        self.show_side(None)
        self.table.setFocus()

    def _quieten(self) -> None:
        """Say nothing any more of what was done before."""
        self.force.hide()
        self.panel.warn(None)
        self.notice.tell(None)
        self.hint.show()

    # Doing and taking back

    def _do(self, edit: Edit, told: Message, *, warned: bool = False) -> None:
        """Change the sessions; what is done next, such as taking it back, waits for its turn in the store."""
        if self._facts is not None and not edit.who:
            edit = meant(edit, self._facts.people)

        def done(gone: frozenset[int]) -> None:
            self._piles.forget_undone()
            self._written(edit, _without(told, gone))

        def refused(failure: Failure) -> None:
            self._piles.drop(edit)
            self._refuse(failure)

        self._unwarned = edit, told
        self._piles.lay(edit)
        self._write(edit, done, refused, warned=warned)

    def _write(
        self,
        edit: Edit,
        then: Callable[[frozenset[int]], None],
        otherwise: Callable[[Failure], None],
        *,
        warned: bool,
    ) -> None:
        now = self._clock()
        self._quieten()
        self._writing += 1

        def answered(gone: frozenset[int]) -> None:
            self._writing -= 1
            then(gone)
            self._leave_if_wanted()

        def refused(failure: Failure) -> None:
            self._writing -= 1
            self._leaving = False
            otherwise(failure)

        self._writer.do(
            lambda desk: change_sessions(desk, edit, now, warned=warned), answered, refused, owner=self
        )

    def _written(self, edit: Edit, told: Message) -> None:
        if edit.after:
            self._wanted = edit.after[0].key
        self._unwarned = None
        if self.side is not None:
            self._close_side()
        self.hint.hide()
        self.notice.tell(told, Tone.GO)
        self._follow()
        self.refresh()
        self.changed.emit()

    def _leave_if_wanted(self) -> None:
        if self._leaving and not self._writing:
            self._leaving = False
            self.back.emit()

    def _change_all_the_same(self) -> None:
        if self._unwarned is not None:
            self._do(*self._unwarned, warned=True)

    def _take_back(self) -> None:
        self.table.flush()
        self._move(say("It is as it was before."), again=False)

    def _do_again(self) -> None:
        self._move(say("Done again."), again=True)

    def _move(self, told: Message, *, again: bool) -> None:
        """Take the last edit of one pile back; its inverse goes onto the other."""
        taken = self._piles.take(again=again)
        if taken is None:
            return
        inverse = taken.one.inverse

        def done(gone: frozenset[int]) -> None:
            taken.came_about(inverse)
            self._written(inverse, _without(told, gone))

        def refused(failure: Failure) -> None:
            taken.was_refused(failure)
            self._refuse(failure)

        self._write(inverse, done, refused, warned=True)

    def _refuse(self, failure: Failure) -> None:
        message, may_force = self._worded(failure), isinstance(failure, SessionInUse)
        if self.side is self.panel:
            self.panel.warn(message, may_force=may_force)
        else:
            self.notice.tell(message, Tone.STOP)
            self.force.setVisible(may_force)
            self.hint.hide()
            self.refresh()
        self._follow()

    def _tell(self, failure: Failure) -> None:
        self.notice.tell(failure.message, Tone.STOP)

    def _worded(self, failure: Failure) -> Message:
        """Call a session without a title by its half of the day."""
        session = self.table.shown.get(str(failure.values.get("key", "")))
        if session is None:
            return failure.message
        return Message(failure.text, {**failure.values, "session": called(session)})


def _without(told: Message, gone: frozenset[int]) -> Message:
    """Say also who was left out of the sessions."""
    if not gone:
        return told
    numbers = write_numbers(gone)
    return say("{told} Left out, not on the roster any more: {numbers}.", told=told, numbers=numbers)
