"""What the desk answers: a union of frozen values, each with its tone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from signin.domain.attendee import Attendee


class Tone(StrEnum):
    """What to do at a glance: let in, look up, or stop."""

    GO = "go"
    LOOK = "look"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class _Known:
    """A verdict about somebody who was found."""

    attendee: Attendee


@dataclass(frozen=True, slots=True)
class Admitted(_Known):
    """Checked in, for the first time in this session."""

    tone: ClassVar = Tone.GO


@dataclass(frozen=True, slots=True)
class AdmittedBack(_Known):
    """Checked in again after leaving."""

    tone: ClassVar = Tone.GO


@dataclass(frozen=True, slots=True)
class Left(_Known):
    """Scanned out."""

    tone: ClassVar = Tone.GO


@dataclass(frozen=True, slots=True)
class AlreadyIn(_Known):
    """In the session since a time, checked in at a desk."""

    since: datetime
    desk: str
    tone: ClassVar = Tone.LOOK


@dataclass(frozen=True, slots=True)
class NotInside(_Known):
    """Scanned out without being in."""

    tone: ClassVar = Tone.LOOK


@dataclass(frozen=True, slots=True)
class NotExpected(_Known):
    """This person or category is not for this session."""

    tone: ClassVar = Tone.STOP


@dataclass(frozen=True, slots=True)
class NotOpen(_Known):
    """The session opens later."""

    opens_at: datetime
    tone: ClassVar = Tone.LOOK


@dataclass(frozen=True, slots=True)
class Closed(_Known):
    """The session has closed."""

    closed_at: datetime
    tone: ClassVar = Tone.LOOK


@dataclass(frozen=True, slots=True)
class Cancelled(_Known):
    """This person's place was cancelled."""

    tone: ClassVar = Tone.STOP


@dataclass(frozen=True, slots=True)
class Replaced(_Known):
    """A substitute took this person's place, or a new code that of a lost badge.

    `by` is who holds the place now: the substitute, or the same person under a newer code.
    """

    by: Attendee
    tone: ClassVar = Tone.STOP


@dataclass(frozen=True, slots=True)
class OtherEvent(_Known):
    """The code belongs to another event of this store."""

    event_title: str
    tone: ClassVar = Tone.STOP


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """A whole scan that is nobody's code."""

    attendee: ClassVar = None
    tone: ClassVar = Tone.STOP


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A fragment, two scans run together, or a wrong check character: scan again."""

    attendee: ClassVar = None
    tone: ClassVar = Tone.STOP


Verdict = (
    Admitted
    | AdmittedBack
    | Left
    | AlreadyIn
    | NotInside
    | NotExpected
    | NotOpen
    | Closed
    | Cancelled
    | Replaced
    | OtherEvent
    | UnknownCode
    | Unreadable
)

ACCEPTED = frozenset({"Admitted", "AdmittedBack", "Left"})


def name_of(verdict: Verdict) -> str:
    """Give the verdict's name as stored and as the command line prints it."""
    return type(verdict).__name__
