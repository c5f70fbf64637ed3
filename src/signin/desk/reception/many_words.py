"""What came of checking in many at once, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from signin.domain.verdict import ACCEPTED, AlreadyIn, name_of
from signin.services.admit import Answer
from signin.services.verdict_words import WORDS
from signin.words import Message, say


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
