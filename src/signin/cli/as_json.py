"""Domain values as the JSON that scripts rely on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from signin.domain.attendee import Attendee
from signin.domain.event import Event, Session
from signin.domain.tally import Count, SessionTally, Tally
from signin.domain.verdict import name_of
from signin.words import Message

if TYPE_CHECKING:
    from signin.services.admit import Answer
    from signin.services.rosters import Plan
    from signin.store.import_runs import ImportRun

Json = dict[str, Any]

_ATTENDEE = (
    *("number", "prefix", "name", "sex", "sex_source", "position", "organisation", "province"),
    *("phone", "email", "category", "note", "attention", "state", "origin"),
)


def attendee(person: Attendee, **more: object) -> Json:
    """Give a person's facts, and what else is said about them."""
    return {field: _plain(getattr(person, field)) for field in _ATTENDEE} | more


def event(one: Event, sessions: list[Session]) -> Json:
    """Give an event with its sessions."""
    return {
        "event": one.id,
        "title": one.title,
        "organiser": one.organiser,
        "host": one.host,
        "venue": one.venue,
        "starts_on": one.starts_on.isoformat(),
        "ends_on": one.ends_on.isoformat(),
        "starts_at": _plain(one.starts_at),
        "ends_at": _plain(one.ends_at),
        "language": one.language,
        "chairs": [{"prefix": c.prefix, "name": c.name, "position": c.position} for c in one.chairs],
        "certificate": {
            "rule": one.certificate.rule.value,
            "value": float(one.certificate.value),
            "sessions": list(one.certificate.sessions),
        },
        "sessions": [session(each) for each in sessions],
    }


def session(one: Session) -> Json:
    """Give a session; its id is what --session takes."""
    return {
        "id": one.key,
        "title": one.title,
        "room": one.room,
        "starts_at": _plain(one.starts_at),
        "ends_at": _plain(one.ends_at),
        "opens_at": _plain(one.opens_at),
        "closes_at": _plain(one.closes_at),
        "mode": one.mode.value,
        "categories": sorted(one.categories),
        "people": sorted(one.people),
    }


def answer(given: Answer) -> Json:
    """Give a verdict: its name, tone, scan and person, and the facts that this verdict tells."""
    verdict, scan = given.verdict, given.scan
    told = {field: getattr(verdict, field) for field in _told(verdict)}
    return {
        "verdict": name_of(verdict),
        "tone": verdict.tone.value,
        "scan": scan.id,
        "attendee": attendee(given.attendee) if given.attendee else None,
        "attention": given.attention,
        "repeated": given.repeated,
        "forced": scan.forced,
        "event": scan.event_id,
        "session": scan.session_key,
        "direction": scan.direction.value,
        "source": scan.source.value,
        "at": _plain(scan.at),
        "scanned_at_desk": scan.desk,
        **{name: _plain(value) for name, value in told.items()},
    }


def _told(verdict: object) -> list[str]:
    """Name the fields that a verdict has beside the person."""
    return [name for name in getattr(verdict, "__dataclass_fields__", {}) if name != "attendee"]


def plan(
    event_id: str,
    sheet: str,
    header_row: int,
    skipped: int,
    made: Plan,
    codes: dict[str, str],
    say: Callable[[Message], str],
) -> Json:
    """Give what an import does or did; `code` is null for those who have none yet."""
    return {
        "event": event_id,
        "sheet": sheet,
        "header_row": header_row,
        "read": len(made.people),
        "added": len(made.added),
        "changed": len(made.changed),
        "unchanged": made.unchanged,
        "skipped": skipped,
        "missing": len(made.missing),
        "attendees": [attendee(person, code=codes.get(person.id)) for person in made.people],
        "changes": [
            {"number": one.number, "field": one.field, "old": one.old, "new": one.new} for one in made.changes
        ],
        "notices": [{"row": one.row, "kind": one.kind, "text": say(one.message)} for one in made.notices],
    }


def import_run(run: ImportRun) -> Json:
    """Give an import that was made; `taken_back_at` is null while it stands."""
    facts = ("id", "desk", "file", "sheet", "people", "women", "added", "changed")
    return {name: getattr(run, name) for name in facts} | {
        "at": run.at.isoformat(),
        "taken_back_at": None if run.taken_back_at is None else run.taken_back_at.isoformat(),
    }


def tally(event_id: str, counted: Tally) -> Json:
    """Give the counts; people are named by their numbers on the roster."""
    return {
        "event": event_id,
        **_count(counted.total),
        "walk_ins": counted.walk_ins,
        "substitutes": counted.substitutes,
        "by_organisation": _groups(counted.by_organisation),
        "by_province": _groups(counted.by_province),
        "by_category": _groups(counted.by_category),
        "sessions": [_session_tally(one) for one in counted.sessions],
        "eligible": [person.number for person in counted.eligible],
    }


def _session_tally(one: SessionTally) -> Json:
    return {
        "id": one.session.key,
        **_count(one.count),
        "attended": [person.number for person in one.attended],
        "inside": [person.number for person in one.inside],
        "seconds": {
            str(person.number): int(one.time_inside[person.id].total_seconds()) for person in one.attended
        },
        "arrived_at": {
            str(person.number): _plain(one.first_arrival[person.id].arrived_at) for person in one.attended
        },
    }


def _count(count: Count) -> Json:
    return {
        "expected": count.expected,
        "arrived": count.arrived,
        "women": count.women,
        "women_expected": count.women_expected,
    }


def _groups(groups: Any) -> Json:  # noqa: ANN401 - a mapping of counts
    return {name: _count(count) for name, count in groups.items()}


def _plain(value: object) -> object:
    """Give a value as JSON has it."""
    match value:
        case StrEnum():
            return value.value
        case date() | time():  # a datetime is a date, too
            return value.isoformat()
        case Attendee():
            return attendee(value)
        case _:
            return value
