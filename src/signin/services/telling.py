"""Keeping a verdict's facts with its scan, and telling the same verdict again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from signin.domain.attendee import Attendee
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
    UnknownCode,
    Unreadable,
    Verdict,
)
from signin.store import Transaction, attendees
from signin.store.scans import Stored

_PLAIN = {kind.__name__: kind for kind in (Admitted, AdmittedBack, Left, NotInside, NotExpected, Cancelled)}


def detail_of(verdict: Verdict) -> dict[str, str]:
    """Give what a verdict tells beside the person, as texts."""
    match verdict:
        case AlreadyIn():
            return {"since": verdict.since.isoformat(), "desk": verdict.desk}
        case NotOpen():
            return {"opens_at": verdict.opens_at.isoformat()}
        case Closed():
            return {"closed_at": verdict.closed_at.isoformat()}
        case Replaced():
            return {"by": verdict.by.id}
        case OtherEvent():
            return {"event_title": verdict.event_title}
        case _:
            return {}


def told(tx: Transaction, stored: Stored) -> Verdict:
    """Tell the verdict of a stored scan again."""
    if stored.scan.attendee_id is None:
        return UnknownCode() if stored.scan.verdict == "UnknownCode" else Unreadable()
    return _about(_person(tx, stored.scan.attendee_id), stored.scan.verdict, stored.detail, tx)


def _about(person: Attendee, name: str, detail: Mapping[str, str], tx: Transaction) -> Verdict:
    match name:
        case "AlreadyIn":
            return AlreadyIn(person, datetime.fromisoformat(detail["since"]), detail["desk"])
        case "NotOpen":
            return NotOpen(person, datetime.fromisoformat(detail["opens_at"]))
        case "Closed":
            return Closed(person, datetime.fromisoformat(detail["closed_at"]))
        case "Replaced":
            return Replaced(person, _person(tx, detail["by"]))
        case "OtherEvent":
            return OtherEvent(person, detail["event_title"])
        case _:
            return _PLAIN[name](person)


def _person(tx: Transaction, attendee_id: str) -> Attendee:
    """Give a person that a scan refers to: a foreign key holds that there is one."""
    person = attendees.get(tx, attendee_id)
    assert person is not None
    return person
