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

_MOST_NAMED = 6


class ManyPanel(VerbPanel):
    """Closes once everybody is in. Who was not let in is named, with why; the panel stays.

    Those for whom the session is not open are let in all the same when it is accepted again; it is noted.
    """

    counted: ClassVar[str]
    """The word of the button, with {count}."""
    _refused: Sequence[Answer] = ()
    """What was answered when the session was not open: only these very people are then let in all the same."""
    _settled: frozenset[str] = frozenset()
    """Whom the same answer let in, or held up for what no force opens: they are not meant again."""

    @property
    def forcing(self) -> bool:
        """Whether those who were just refused are let in when it is accepted again."""
        return bool(self._refused) and self._reception.place.has_just_refused(self._refused[0])

    def be_about(self, attendee_ids: Sequence[str]) -> None:
        """Forget who was refused when others are meant now."""
        if _ids(self._refused) != set(attendee_ids) - self._settled:
            self._refused, self._settled = (), frozenset()

    def count(self, people: int) -> None:
        """Tell on the button how many will be checked in."""
        assert self.accept_button is not None
        word = mark("Let in all the same ({count})") if self.forcing else self.counted
        self.accept_button.set_message(say(word, count=people))
        self.accept_button.setEnabled(people > 0)

    def check_in(self, attendee_ids: Sequence[str], source: Source) -> None:
        """Check in these; `settle` hears what came of it."""
        self.be_about(attendee_ids)
        ids = [one for one in attendee_ids if one not in self._settled] if self.forcing else attendee_ids
        self._reception.check_in_many(ids, source, self._answered, self.refuse, forced=self.forcing)

    def _answered(self, answers: list[Answer]) -> None:
        if not isValid(self):
            self._reception.done.emit(told_of_many(answers))
        elif outside := [one for one in answers if not _is_in(one)]:
            self._stay(answers, outside)
        else:
            self.settle(answers)

    def _stay(self, answers: list[Answer], outside: list[Answer]) -> None:
        """Say who was not let in, and offer to let in all the same whom only the time held up."""
        late = [one for one in outside if isinstance(one.verdict, NotOpen | Closed)]
        self._waits, self._refused = False, late
        self._settled = _ids(answers) - _ids(late)
        self.complain(told_of_many(answers) if late == answers else told_by_name(answers, outside))
        self.be_left_with(late or outside)
        self.count(len(late or outside))

    def be_left_with(self, outside: Sequence[Answer]) -> None:
        """Hear who is still to be let in."""

    def settle(self, answers: list[Answer]) -> None:
        """Say what came of it, and close."""
        self._reception.done.emit(told_of_many(answers))
        self.finish()


def _ids(answers: Sequence[Answer]) -> frozenset[str]:
    return frozenset(one.attendee.id for one in answers if one.attendee)


def _is_in(answer: Answer) -> bool:
    return isinstance(answer.verdict, AlreadyIn) or name_of(answer.verdict) in ACCEPTED


def told_by_name(answers: Sequence[Answer], outside: Sequence[Answer]) -> Message:
    """Give how many were checked in, and each who was not, with why; of many the first few."""
    told = told_of_many([one for one in answers if _is_in(one)])
    for one in outside[:_MOST_NAMED]:
        who = f"{one.attendee.number} {one.attendee.full_name}" if one.attendee else ""
        told = say(
            "{before} Not let in: {who} ({why}).", before=told, who=who, why=say(WORDS[name_of(one.verdict)])
        )
    if len(outside) > _MOST_NAMED:
        told = say("{before} And {count} more.", before=told, count=len(outside) - _MOST_NAMED)
    return told


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
