"""How a scanned code, or a person found by name or number, becomes a verdict that is on disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from signin.domain import codes, ids
from signin.domain.attendee import Attendee, State
from signin.domain.door import Approach, judge
from signin.domain.event import Session
from signin.domain.presence import Presence
from signin.domain.scan import Direction, Kind, Scan, Source
from signin.domain.verdict import ACCEPTED, UnknownCode, Unreadable, Verdict, name_of
from signin.services import find
from signin.services.desk import Desk
from signin.services.telling import detail_of, told
from signin.store import Transaction, attendees, events, presences, scans

REPEATS_WITHIN = timedelta(seconds=2)
_AGAIN = {"Admitted": "AlreadyIn", "AdmittedBack": "AlreadyIn", "Left": "NotInside"}
"""What judging says of a badge that was just accepted; what was refused is refused again."""
RAW_KEPT = 4096
CODE_KEPT = 64


@dataclass(frozen=True, slots=True)
class Answer:
    """What the desk says: the verdict, the scan it rests on, and whether it only says it again.

    `attention` is the text that rides on any verdict about a person, empty if there is none.
    """

    verdict: Verdict
    scan: Scan
    repeated: bool = False

    @property
    def attendee(self) -> Attendee | None:
        """Whom the verdict is about, if anybody was found."""
        return self.verdict.attendee

    @property
    def attention(self) -> str:
        """The attention text of whoever the verdict is about."""
        return self.attendee.attention if self.attendee else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """Which session's door, which way, when, and how the person is named to the desk."""

    event_id: str
    session_key: str
    now: datetime
    direction: Direction = Direction.IN
    source: Source = Source.QR
    forced: bool = False


def admit(desk: Desk, raw: str, door: Door) -> Answer:
    """Answer a scanned text and store the scan, refused ones too; green only after COMMIT.

    Raises SessionNotFound, EventNotFound or a StoreFailure; any text is answered, never refused.
    """
    with desk.store.write() as tx:
        return pass_door(desk, tx, raw, door)


def admit_person(desk: Desk, named: str, door: Door) -> Answer:
    """Answer for a person who is named by roster number or code. Raises PersonNotFound besides."""
    with desk.store.write() as tx:
        person = find.person(tx, door.event_id, named)
        return pass_door(desk, tx, attendees.live_code(tx, person.id), door, raw=named)


def admit_attendee(desk: Desk, attendee_id: str, door: Door) -> Answer:
    """Answer for a person who was found: by search, by number, on a paper list. Raises PersonNotFound besides."""
    with desk.store.write() as tx:
        return pass_by_id(desk, tx, attendee_id, door)


def pass_by_id(desk: Desk, tx: Transaction, attendee_id: str, door: Door) -> Answer:
    """Judge and store a person's coming without a badge inside the caller's transaction."""
    person = find.by_id(tx, door.event_id, attendee_id)
    return pass_door(desk, tx, attendees.live_code(tx, person.id), door, raw=str(person.number))


def pass_door(desk: Desk, tx: Transaction, code: str, door: Door, *, raw: str | None = None) -> Answer:
    """Judge and store one scan inside the caller's transaction.

    The same code at the same desk, session and direction within two seconds is one scan: the first
    answer again, and no new row. But what has happened to the person in between makes it another.
    """
    session = find.session(tx, door.event_id, door.session_key)
    scan = _new_scan(desk, tx, door, code, code if raw is None else raw)
    first = scans.repeat_of(tx, scan, REPEATS_WITHIN)
    if first is not None and _is_still_so(tx, session, scan, first.scan):
        return Answer(told(tx, first), first.scan, repeated=True)
    verdict, stays = _judged(tx, session, scan)
    person = verdict.attendee
    scan = replace(scan, verdict=name_of(verdict), attendee_id=person.id if person else None)
    scans.add(tx, scan, detail_of(verdict))
    if person is not None and scan.verdict in ACCEPTED:
        _apply(tx, scan, person, len(stays))
    return Answer(verdict, scan)


def _new_scan(desk: Desk, tx: Transaction, door: Door, code: str, raw: str) -> Scan:
    sequence, clock = scans.last(tx, desk.name)
    return Scan(
        id=ids.new(door.now, desk.random),
        event_id=door.event_id,
        session_key=door.session_key,
        desk=desk.name,
        sequence=sequence + 1,
        at=door.now,
        clock=scans.now_or_later(door.now, clock),
        kind=Kind.SCAN,
        source=door.source,
        direction=door.direction,
        raw=storable(raw),
        code=storable(codes.cleaned(code[:RAW_KEPT]))[:CODE_KEPT],
        forced=door.forced,
    )


def storable(raw: str) -> str:
    """Give any text in a form that UTF-8 can hold: what it cannot is written as an escape; long ones are cut."""
    return find.as_text(raw[:RAW_KEPT]).replace("\0", "\\0")


def _judged(tx: Transaction, session: Session, scan: Scan) -> tuple[Verdict, list[Presence]]:
    """Answer in this order: unreadable, unknown, and then what the rules at the door say."""
    code = scan.code or ""
    if not codes.is_whole(code):
        fragment = codes.is_ours(code) or not scan.raw.strip()
        return (Unreadable() if fragment else UnknownCode()), []
    if (found := attendees.by_code(tx, code)) is None:
        return UnknownCode(), []
    stays = presences.of_person(tx, session.event_id, session.key, found.attendee.id)
    approach = Approach(
        attendee=found.attendee,
        session=session,
        stays=tuple(stays),
        now=scan.at,
        direction=scan.direction,
        forced=scan.forced,
        holder=_other_holder(tx, found),
        other_event=_other_event(tx, found.attendee, session),
    )
    return judge(approach), stays


def _is_still_so(tx: Transaction, session: Session, again: Scan, first: Scan) -> bool:
    """Tell whether what the first scan was answered is still so: judged anew, its badge would be told the same."""
    verdict, _ = _judged(tx, session, replace(again, at=first.at))
    return name_of(verdict) == _AGAIN.get(first.verdict, first.verdict)


def _other_holder(tx: Transaction, found: attendees.Holder) -> Attendee | None:
    if found.attendee.state is State.REPLACED:
        return find.holder_of_place(tx, found.attendee)
    return None if found.live else found.attendee


def _other_event(tx: Transaction, person: Attendee, session: Session) -> str | None:
    if person.event_id == session.event_id:
        return None
    other = events.get(tx, person.event_id)
    return other.title if other else ""


def _apply(tx: Transaction, scan: Scan, person: Attendee, stays_before: int) -> None:
    """Move the derived presence on by one accepted scan, as a replay of all scans would."""
    if scan.direction is Direction.OUT:
        presences.leave(tx, scan.event_id, scan.session_key, person.id, scan.at)
        return
    stay = Presence(
        event_id=scan.event_id,
        session_key=scan.session_key,
        attendee_id=person.id,
        arrived_at=scan.at,
        desk=scan.desk,
    )
    presences.arrive(tx, stay, stays_before)
