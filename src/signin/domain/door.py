"""The rules at the door: how what is known becomes a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from signin.domain.attendee import Attendee, State
from signin.domain.event import Session
from signin.domain.presence import Presence
from signin.domain.scan import Direction
from signin.domain.verdict import (
    Admitted,
    AdmittedBack,
    AlreadyIn,
    Cancelled,
    Closed,
    Left,
    NotExpected,
    NotInside,
    NotOpen,
    OtherEvent,
    Replaced,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approach:
    """Somebody known comes to a session's door.

    `holder` is who holds the place or the live code now when that is not the scanned one. `stays` are
    the person's stays in this session so far, in order. `other_event` is the title of the event that
    the person belongs to when it is not this one.
    """

    attendee: Attendee
    session: Session
    stays: tuple[Presence, ...]
    now: datetime
    direction: Direction
    forced: bool = False
    holder: Attendee | None = None
    other_event: str | None = None


def judge(approach: Approach) -> Verdict:
    """Answer in this order: other event, cancelled or replaced, time, expected, presence.

    Somebody on the way out is never held up by the time or the category; staff may force the time.
    """
    if (stopped := _by_place(approach)) is not None:
        return stopped
    if approach.direction is Direction.OUT:
        return Left(approach.attendee) if _inside(approach) else NotInside(approach.attendee)
    return _by_time(approach) or _by_presence(approach)


def _by_place(approach: Approach) -> Verdict | None:
    """Judge the person's place: of another event, cancelled, or taken by somebody or something newer."""
    person = approach.attendee
    if approach.other_event is not None:
        return OtherEvent(person, approach.other_event)
    if person.state is State.CANCELLED:
        return Cancelled(person)
    return Replaced(person, approach.holder) if approach.holder is not None else None


def _by_time(approach: Approach) -> Verdict | None:
    """Judge the time at the door, which staff may force; both ends belong to the open time."""
    session = approach.session
    if approach.forced or session.opens_at <= approach.now <= session.closes_at:
        return None
    if approach.now < session.opens_at:
        return NotOpen(approach.attendee, session.opens_at)
    return Closed(approach.attendee, session.closes_at)


def _by_presence(approach: Approach) -> Verdict:
    """Judge whether the person is for this session, and there already."""
    person, stays = approach.attendee, approach.stays
    if not approach.session.expects(person):
        return NotExpected(person)
    if _inside(approach):
        return AlreadyIn(person, stays[-1].arrived_at, stays[-1].desk)
    return AdmittedBack(person) if stays else Admitted(person)


def _inside(approach: Approach) -> bool:
    return bool(approach.stays) and approach.stays[-1].left_at is None
