"""A panel that checks in many people at once, and what came of it in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from shiboken6 import isValid

from signin.desk.reception.answers import VerbPanel
from signin.domain.scan import Source
from signin.domain.verdict import ACCEPTED, AlreadyIn, Closed, NotOpen, name_of
from signin.services.admit import Answer
from signin.services.verdict_words import WORDS
from signin.words import Message, mark, say


class ManyPanel(VerbPanel):
    """Where the session is not open, says so and lets them in all the same when accepted again; it is noted."""

    counted: ClassVar[str]
    """The word of the button, with {count}."""
    _refused: Sequence[Answer] = ()
    """What was answered when the session was not open: only these very people are then let in all the same."""

    @property
    def forcing(self) -> bool:
        """Whether those who were just refused are let in when it is accepted again."""
        return bool(self._refused) and self._reception.place.has_just_refused(self._refused[0])

    def be_about(self, attendee_ids: Sequence[str]) -> None:
        """Forget who was refused when others are meant now."""
        if {one.attendee.id for one in self._refused if one.attendee} != set(attendee_ids):
            self._refused = ()

    def count(self, people: int) -> None:
        """Tell on the button how many will be checked in."""
        assert self.accept_button is not None
        word = mark("Let in all the same ({count})") if self.forcing else self.counted
        self.accept_button.set_message(say(word, count=people))
        self.accept_button.setEnabled(people > 0)

    def check_in(self, attendee_ids: Sequence[str], source: Source) -> None:
        """Check in these; `settle` hears what came of it."""
        self.be_about(attendee_ids)
        self._reception.check_in_many(attendee_ids, source, self._answered, self.refuse, forced=self.forcing)

    def _answered(self, answers: list[Answer]) -> None:
        if not isValid(self):
            self._reception.done.emit(told_of_many(answers))
        elif all(isinstance(one.verdict, NotOpen | Closed) for one in answers):
            self._offer_force(answers)
        else:
            self.settle(answers)

    def _offer_force(self, answers: list[Answer]) -> None:
        self._waits, self._refused = False, answers
        self.complain(told_of_many(answers))
        self.count(len(answers))

    def settle(self, answers: list[Answer]) -> None:
        """Say what came of it, and close."""
        self._reception.done.emit(told_of_many(answers))
        self.finish()


def told_of_many(answers: Sequence[Answer]) -> Message:
    """Give how many were checked in, how many were in before, and why the others were not."""
    names = [name_of(answer.verdict) for answer in answers]
    count = sum(name in ACCEPTED for name in names)
    already = sum(isinstance(answer.verdict, AlreadyIn) for answer in answers)
    told = say("{count} checked in, {already} were in already.", count=count, already=already)
    others = Counter(name for name in names if name not in ACCEPTED and name != "AlreadyIn")
    for name, times in others.items():
        told = say("{before} Not let in: {count} ({why}).", before=told, count=times, why=say(WORDS[name]))
    return told
