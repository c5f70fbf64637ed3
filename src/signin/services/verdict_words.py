"""The words of a verdict: the one word that is read at a glance, and the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from signin.domain.attendee import Attendee
from signin.domain.verdict import AlreadyIn, Closed, NotOpen, OtherEvent, Replaced, Verdict, name_of
from signin.lao.numbers import format_moment
from signin.words import Message, mark, say

if TYPE_CHECKING:
    from signin.services.admit import Answer


WORDS = {
    "Admitted": mark("Welcome"),
    "AdmittedBack": mark("Welcome back"),
    "Left": mark("Gone out"),
    "AlreadyIn": mark("Already in"),
    "NotInside": mark("Not inside"),
    "NotExpected": mark("Not for this session"),
    "NotOpen": mark("Not open yet"),
    "Closed": mark("Closed"),
    "Cancelled": mark("Cancelled"),
    "Replaced": mark("Replaced"),
    "OtherEvent": mark("Another event"),
    "UnknownCode": mark("Unknown code"),
    "Unreadable": mark("Scan again"),
}
"""The word for the glance, by the verdict's name."""


def word_of(verdict: Verdict) -> Message:
    """Give the word for the glance; for a badge that was issued anew, that it is old: nobody was replaced."""
    return say("Old badge") if is_old_badge(verdict) else say(WORDS[name_of(verdict)])


def is_old_badge(verdict: Verdict) -> bool:
    """Whether somebody shows a badge in whose place they have a newer one."""
    return isinstance(verdict, Replaced) and verdict.by.id == verdict.attendee.id


def lines_of(answer: Answer) -> list[Message | str]:
    """Give the lines under the word: who, from where, what this verdict tells, and the attention text."""
    person = answer.attendee
    lines: list[Message | str] = [] if person is None else [*_about(person)]
    if (told := told_of(answer.verdict)) is not None:
        lines.append(told)
    return [*lines, answer.attention] if answer.attention else lines


def _about(person: Attendee) -> list[Message | str]:
    told = [person.full_name, person.position, person.organisation]
    return [*filter(None, told), say("Number {number}", number=person.number)]


def told_of(verdict: Verdict) -> Message | None:  # noqa: PLR0911 - a table of words
    """Give what this verdict tells beside the person: since when, until when, who instead, which event."""
    match verdict:
        case AlreadyIn():
            return say("In since {time}, desk “{desk}”", time=f"{verdict.since:%H:%M}", desk=verdict.desk)
        case NotOpen():
            return say("Opens at {time}", time=format_moment(verdict.opens_at))
        case Closed():
            return say("Closed at {time}", time=format_moment(verdict.closed_at))
        case Replaced() if is_old_badge(verdict):
            return say("A new badge was issued; this one is no longer good.")
        case Replaced():
            return say("{name} came instead", name=verdict.by.full_name)
        case OtherEvent():
            return say("This badge is of: {event}", event=verdict.event_title)
        case _:
            return None
