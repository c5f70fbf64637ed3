"""What the verdict field shows, in words: from an answer of the desk, or while none is there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from signin.domain.attendee import Attendee
from signin.domain.event import Session
from signin.domain.verdict import (
    Admitted,
    AdmittedBack,
    Cancelled,
    Closed,
    Left,
    NotExpected,
    NotInside,
    NotOpen,
    OtherEvent,
    Replaced,
    Tone,
    UnknownCode,
    Unreadable,
    Verdict,
)
from signin.lao.numbers import format_moment
from signin.services.admit import Answer
from signin.services.verdict_words import is_old_badge, told_of, word_of
from signin.words import Failure, Message, mark, say

Text = Message | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One glance: a tone with its word; who, from where; what else was told, and what may be done now.

    `tone` is None while nobody stands at the desk; then `leaving` tells that those who go out are noted. Names and
    organisations are texts, all else messages.
    """

    tone: Tone | None
    word: Message
    prefix: str = ""
    name: str = ""
    position: str = ""
    organisation: str = ""
    number: int | None = None
    told: Text = ""
    attention: str = ""
    hint: Text = ""
    at: datetime | None = None
    leaving: bool = False
    is_about_search: bool = False


def face_of(answer: Answer) -> Face:
    """Give the face of an answer."""
    face = Face(
        tone=answer.verdict.tone,
        word=word_of(answer.verdict),
        told=told_of(answer.verdict) or "",
        attention=answer.attention,
        hint=_hint_of(answer.verdict),
        at=answer.scan.at,
    )
    return face if answer.attendee is None else about(answer.attendee, face)


def about(who: Attendee, face: Face) -> Face:
    """Give a face with what is known of a person."""
    return replace(
        face,
        prefix=who.prefix,
        name=who.name,
        position=who.position,
        organisation=who.organisation,
        number=who.number,
    )


def noting(shown: Face, message: Message) -> Face:
    """Give a face that says one thing more; what may be done now is still said first."""
    hint = shown.hint if isinstance(shown.hint, Message) else None
    return replace(shown, hint=message if hint is None else say("{before} {after}", before=hint, after=message))


def ready(session: Text) -> Face:
    """Give the face of a desk that waits."""
    return Face(
        tone=None,
        word=say("Ready to scan"),
        told=session,
        hint=say("Hold the badge under the scanner, or type a name or number."),
    )


def waiting(title: Text, session: Session, now: datetime) -> Face:
    """Give the face of a desk that waits: ready, or too early, or too late for this session."""
    if now < session.opens_at:
        opens = say("Opens at {time}", time=format_moment(session.opens_at))
        return Face(tone=None, word=say("Not open yet"), told=title, hint=opens)
    if now > session.closes_at:
        over = say("Closed at {time}", time=format_moment(session.closes_at))
        return Face(tone=None, word=say("This session is over"), told=title, hint=over)
    return ready(title)


def leaving(session: Text) -> Face:
    """Give the face of a desk that waits for people who leave."""
    return Face(
        tone=None,
        word=say("Leaving"),
        told=session,
        hint=say("Scans now note who goes out. F7 goes back."),
        leaving=True,
    )


def no_session() -> Face:
    """Give the face of a desk at an event without sessions."""
    return Face(tone=None, word=say("No session"), hint=say("This event has no session yet."))


def empty_roster() -> Face:
    """Give the face of a desk at an event whose roster nobody has brought in yet."""
    return Face(
        tone=None,
        word=say("The roster is empty"),
        told=say("Nobody is on the roster of this event yet."),
        hint=say("Bring the roster in: Ctrl+3"),
    )


def not_saved(failure: Failure, waiting: int) -> Face:
    """Give the face of a scan that is not on disk."""
    return Face(
        tone=Tone.STOP,
        word=say("Not saved"),
        told=failure.message,
        hint=say("Trying again by itself; {count} wait. Leave the program open.", count=waiting),
    )


def refused(failure: Failure) -> Face:
    """Give the face of something that could not be done."""
    return Face(tone=Tone.LOOK, word=say("Not done"), told=failure.message)


def told(message: Message) -> Face:
    """Give the face of something that was done, other than a scan."""
    return Face(tone=None, word=say("Done"), told=message)


def nothing(message: Message) -> Face:
    """Give the face of something that could not be done because there was nothing to do it to."""
    return Face(tone=None, word=say("Nothing to do"), told=message)


def nobody(typed: str) -> Face:
    """Give the face of a search that found nobody."""
    return Face(
        tone=None,
        word=say("Nobody found"),
        told=say("Nobody on the roster is like “{typed}”.", typed=typed),
        hint=say("F2 adds a walk-in under this name."),
        is_about_search=True,
    )


def nobody_has(number: int, *, others: bool) -> Face:
    """Give the face of a number that is not on the roster; `others` tells that some begin so."""
    choose, name = say("The arrow keys choose one of those below."), say("Find the person by name instead.")
    return Face(
        tone=None,
        word=say("Nobody found"),
        told=say("Nobody has the number {numbers}.", numbers=str(number)),
        hint=choose if others else name,
        is_about_search=True,
    )


_HINTS: dict[type, str] = {
    UnknownCode: mark("Find the person by name or number, or add a walk-in (F2)."),
    Unreadable: mark("Only a part arrived: hold the badge still and scan again."),
    NotOpen: mark("F8 lets the person in all the same; it is noted."),
    Closed: mark("F8 lets the person in all the same; it is noted."),
    Cancelled: mark("Ask the organiser; the place can be given back with F3."),
    Replaced: mark("Look for the badge of who came instead."),
    OtherEvent: mark("Is this the right event? Another is chosen under Events (Ctrl+2)."),
    NotExpected: mark("Look whether another session is meant (F6)."),
    NotInside: mark("Nobody noted the arrival. F7 goes back to arriving."),
}


def _hint_of(verdict: Verdict) -> Text:
    if isinstance(verdict, Admitted | AdmittedBack | Left):
        return ""
    if is_old_badge(verdict):
        return say("Ask for the new badge, or find the person by name or number.")
    text = _HINTS.get(type(verdict), "")
    return say(text) if text else ""
